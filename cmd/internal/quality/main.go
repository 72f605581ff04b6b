// Command quality measures dateline with the scorers of ../shared/eval and holds the
// figures against the committed ones.
//
//	quality -binary ./dateline -eval ../shared/eval -golden fixtures/quality.txt [-update] [TASK…]
//
// A figure that got worse fails; one that got better is reported, to be committed with
// -update. Figures are printed by the scorers as "task.name value".
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	f := flag.NewFlagSet("quality", flag.ContinueOnError)
	binary := f.String("binary", "./dateline", "the program to measure")
	eval := f.String("eval", "../shared/eval", "directory of the scorers and their data")
	golden := f.String("golden", "fixtures/quality.txt", "committed figures")
	update := f.Bool("update", false, "write the measured figures")
	if err := f.Parse(args); err != nil {
		return err
	}
	if _, err := os.Stat(*eval); err != nil {
		return fmt.Errorf("the development sets are missing: expected them in %s (%w)", *eval, err)
	}
	want, err := readFigures(*golden)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	got, err := measure(*binary, *eval, f.Args())
	if err != nil {
		return err
	}
	if *update {
		return writeFigures(*golden, merge(want, got))
	}
	worse := compare(out, want, got)
	if worse > 0 {
		return fmt.Errorf("%d figures got worse than %s", worse, *golden)
	}
	return nil
}

// measure runs the scorers of the named tasks, or all.
func measure(binary, eval string, tasks []string) (map[string]float64, error) {
	binary, err := filepath.Abs(binary)
	if err != nil {
		return nil, err
	}
	scorers, err := filepath.Glob(filepath.Join(eval, "score_*.py"))
	if err != nil {
		return nil, err
	}
	figures := map[string]float64{}
	for _, s := range scorers {
		task := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(s), "score_"), ".py")
		if len(tasks) > 0 && !slices.Contains(tasks, task) {
			continue
		}
		cmd := exec.Command("python3", s, filepath.Join(eval, task))
		cmd.Env = append(os.Environ(), "DATELINE="+binary)
		cmd.Stderr = os.Stderr
		printed, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s, err)
		}
		if err := parseFigures(bytes.NewReader(printed), figures); err != nil {
			return nil, fmt.Errorf("%s: %w", s, err)
		}
	}
	return figures, nil
}

// parseFigures reads "name value" lines; others are passed over.
func parseFigures(r io.Reader, into map[string]float64) error {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		name, value, ok := strings.Cut(sc.Text(), " ")
		if !ok || !strings.Contains(name, ".") {
			continue
		}
		if strings.HasSuffix(name, "second") || strings.HasSuffix(name, "seconds") {
			continue // times belong to make bench
		}
		if v, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil {
			into[name] = v
		}
	}
	return sc.Err()
}

func readFigures(path string) (map[string]float64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	figures := map[string]float64{}
	return figures, parseFigures(f, figures)
}

// merge keeps committed figures of tasks that were not measured.
func merge(old, measured map[string]float64) map[string]float64 {
	tasks := map[string]bool{}
	for n := range measured {
		tasks[taskOf(n)] = true
	}
	for n, v := range old {
		if !tasks[taskOf(n)] {
			measured[n] = v
		}
	}
	return measured
}

func taskOf(name string) string {
	task, _, _ := strings.Cut(name, ".")
	return task
}

func writeFigures(path string, figures map[string]float64) error {
	var b strings.Builder
	for _, n := range sortedNames(figures) {
		fmt.Fprintf(&b, "%s %s\n", n, strconv.FormatFloat(figures[n], 'f', -1, 64))
	}
	return os.WriteFile(path, []byte(b.String()), 0o666)
}

func sortedNames(m map[string]float64) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// compare prints what changed and counts what got worse. Figures missing now count as
// worse when their task was measured.
func compare(out io.Writer, want, got map[string]float64) int {
	tasks := map[string]bool{}
	for n := range got {
		tasks[taskOf(n)] = true
	}
	worse := 0
	for _, n := range sortedNames(want) {
		if !tasks[taskOf(n)] || direction(n) == 0 {
			continue
		}
		v, ok := got[n]
		switch d := (v - want[n]) * float64(direction(n)); {
		case !ok:
			fmt.Fprintf(out, "missing  %s (was %v)\n", n, want[n])
			worse++
		case d < 0:
			fmt.Fprintf(out, "worse    %s %v -> %v\n", n, want[n], v)
			worse++
		case d > 0:
			fmt.Fprintf(out, "better   %s %v -> %v\n", n, want[n], v)
		}
	}
	return worse
}

// direction is 1 where more is better, -1 where less is better, 0 for counts.
func direction(name string) int {
	last := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case last == "gold" || last == "predicted" || last == "records" || last == "n" || last == "gold_events" || last == "docs" ||
		last == "pages" || last == "files" || last == "cases" || last == "cal_gold" || last == "incidents" || last == "templates" || last == "metonyms" || last == "pairs" ||
		strings.HasPrefix(last, "n_") || strings.HasSuffix(last, "_n") || last == "words" || last == "sentences":
		return 0
	case strings.Contains(last, "false_alarm") || last == "missed" || last == "spurious" || last == "f1_below_half" || last == "without_article" || last == "snippets_leaked" || strings.HasSuffix(last, "_km") || strings.HasPrefix(last, "auc") || strings.Contains(last, "error"):
		return -1
	}
	return 1
}
