package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"dateline/extract"
	"dateline/load"
	"dateline/transform/pipeline"
)

// writing measures how fast rows become files, and its share of a run; in processor time,
// for it waits for disks. Each article is written when it is made, as a run does: rows that
// wait would be work for the garbage collector, and count as writing.
func writing(w io.Writer, p *pipeline.Pipeline, recs []*extract.Record) error {
	dir, err := os.MkdirTemp("", "dateline-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ds, err := load.Open(context.Background(), dir)
	if err != nil {
		return err
	}
	if err := ds.Start(load.Options{RunID: "bench", RunDate: 18302}); err != nil {
		return err
	}
	var making, writing time.Duration
	began := cpuTime()
	lap := func(sum *time.Duration) {
		now := cpuTime()
		*sum += now - began
		began = now
	}
	n := 0
	for i, rec := range recs {
		r, err := whole(p, rec)
		if err != nil {
			return err
		}
		n += 1 + len(r.Mentions) + len(r.Events)
		oneDay(r)
		lap(&making)
		if err := write(ds, r, i); err != nil {
			return err
		}
		lap(&writing)
	}
	if _, err = ds.Commit(func(*load.Manifest) {}); err != nil {
		return err
	}
	lap(&writing)
	fmt.Fprintf(w, "writing: rows/s on one core\t%.0f\n", float64(n)/writing.Seconds())
	fmt.Fprintf(w, "writing: share of a run\t%.1f %%\n", 100*writing.Seconds()/(making+writing).Seconds())
	return nil
}

// oneDay makes an article one of a night's batch: the articles to measure on come from years.
func oneDay(r *load.Rows) {
	day := load.Day(18302)
	r.Article.PublishedDate = &day
	for i := range r.Mentions {
		r.Mentions[i].PublishedDate = &day
	}
	for i := range r.Events {
		r.Events[i].PublishedDate = &day
	}
}

// write writes the rows of article number i.
func write(ds *load.Writer, r *load.Rows, i int) error {
	if _, err := ds.Add(r); err != nil || !ds.Due() {
		return err
	}
	return ds.Checkpoint(i)
}

// synthetic writes n made-up articles of twenty mentions and four events, over twenty days,
// as a dataset in dir.
func synthetic(n int, dir string) error {
	w, err := load.Open(context.Background(), dir)
	if err != nil {
		return err
	}
	if err := w.Start(load.Options{RunID: "bench", RunDate: 18302}); err != nil {
		return err
	}
	for i := range n {
		if err := write(w, madeUp(i), i); err != nil {
			return err
		}
	}
	_, err = w.Commit(func(*load.Manifest) {})
	return err
}

func madeUp(i int) *load.Rows {
	sum := sha256.Sum256([]byte(strconv.Itoa(i)))
	id, day := hex.EncodeToString(sum[:16]), load.Day(18302+i%20)
	r := &load.Rows{Article: load.ArticleRow{ArticleID: id, SourceURI: "made-up", SourceFormat: "text", PublishedDate: &day, Annotation: load.AnnotationFull}}
	var text strings.Builder
	for j := range 20 {
		fmt.Fprintf(&text, "Turkey said %x. ", sum[j:j+3]) // twenty characters
	}
	for j := range 40 {
		fmt.Fprintf(&text, "Word%d was %x. ", j, sum[j%32:])
	}
	r.Article.Text = text.String()
	for j := range 20 {
		r.Mentions = append(r.Mentions, load.MentionRow{MentionID: fmt.Sprintf("%x%02d", sum[:7], j), ArticleID: id, PublishedDate: &day, Kind: "actor", Text: "Turkey",
			Start: int32(20 * j), End: int32(20*j + 6), Confidence: 0.9, ActorName: "Turkey", ActorKind: "state", ActorCountry: "TUR", ActorCode: "TUR"})
	}
	for j := range 4 {
		r.Events = append(r.Events, load.EventRow{EventID: fmt.Sprintf("%x%02d", sum[8:15], j), ArticleID: id, PublishedDate: &day, Trigger: "said", Start: int32(20*j + 7), End: int32(20*j + 11),
			SourceMentionID: r.Mentions[j].MentionID, EventType: "CONSULT", SourceCode: "TUR", TargetCode: "RUS", Status: "happened", Verification: "asserted"})
	}
	return r
}

// memoryByLength is the peak memory of writing and of verifying, by the number of articles:
// it must not grow.
func memoryByLength(w io.Writer, binary string, counts []int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var first, firstVerified int64
	for _, n := range counts {
		dir, err := os.MkdirTemp("", "dateline-bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		write, err := finished(exec.Command(self, "-synthetic", strconv.Itoa(n), dir), &first)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "writing: peak memory over %d made-up articles\t%d MiB (%.2f)\n", n, write.mib, write.ratio)
		fmt.Fprintf(w, "writing: their rows/s on one core, made up and all\t%.0f\n", float64(25*n)/write.seconds)
		verify, err := finished(exec.Command(binary, "verify", dir), &firstVerified)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "verifying: peak memory over %d made-up articles\t%d MiB (%.2f)\n", n, verify.mib, verify.ratio)
		fmt.Fprintf(w, "verifying: rows/s on one core\t%.0f\n", float64(25*n)/verify.seconds)
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return nil
}

// usage is what a process took.
type usage struct {
	mib     int64
	ratio   float64 // of its memory to that of the first such process
	seconds float64 // of processor time
}

// finished runs a process to its end. first is the memory of the first one, 0 before.
func finished(cmd *exec.Cmd, first *int64) (u usage, err error) {
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return u, err
	}
	saw := watch(cmd)
	if err := cmd.Wait(); err != nil {
		return u, fmt.Errorf("%s: %w", cmd, err)
	}
	kib := (<-saw).kib
	if *first == 0 {
		*first = kib
	}
	spent := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return usage{kib >> 10, float64(kib) / float64(*first), spent.Seconds()}, nil
}

// manyDates measures a run over a thousand days: its open files and its memory.
func manyDates(w io.Writer, binary string) error {
	dir, err := os.MkdirTemp("", "dateline-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	input := filepath.Join(dir, "in.jsonl")
	f, err := os.Create(input)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for i := range 2000 {
		day := time.Date(2018, 1, 1+i*37%1000, 12, 0, 0, 0, time.UTC)
		err := enc.Encode(map[string]string{"published_at": day.Format(time.RFC3339), "text": fmt.Sprintf("PARIS (AP) — France recalled its ambassador to Turkey on Monday. Report %d.", i)})
		if err != nil {
			return err
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	cmd := exec.Command(binary, "run", "--quiet", "--out", filepath.Join(dir, "out"), input)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return err
	}
	saw := watch(cmd)
	if err := cmd.Wait(); err != nil {
		return err
	}
	most := <-saw
	fmt.Fprintf(w, "run over 1,000 dates: open files at most\t%d\n", most.files)
	fmt.Fprintf(w, "run over 1,000 dates: peak memory\t%d MiB\n", most.kib>>10)
	return nil
}

// knownInputs measures a run that finds n inputs known and unchanged.
func knownInputs(w io.Writer, binary string, n int) error {
	dir, err := os.MkdirTemp("", "dateline-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	if err := os.Mkdir(in, 0o777); err != nil {
		return err
	}
	path := func(i int) string { return filepath.Join(in, strconv.Itoa(i)+".txt") }
	for i := range n {
		if err := os.WriteFile(path(i), fmt.Appendf(nil, "PARIS (AP) — Report %d.\n", i), 0o666); err != nil {
			return err
		}
	}
	if err := exec.Command(binary, "run", "--quiet", "--run-id", "one", "--out", out, path(0)).Run(); err != nil {
		return err
	}
	if err := knowAll(filepath.Join(out, "_runs", "one.json"), n, path); err != nil {
		return err
	}
	var fastest *os.ProcessState
	for range 3 {
		cmd := exec.Command(binary, "run", "--out", out, in)
		said, err := cmd.Output()
		if want := fmt.Sprintf("nothing to do: all %d inputs", n); err != nil || len(said) < len(want) || string(said[:len(want)]) != want {
			return fmt.Errorf("a run over known inputs says %q (%v)", said, err)
		}
		if s := cmd.ProcessState; fastest == nil || s.UserTime()+s.SystemTime() < fastest.UserTime()+fastest.SystemTime() {
			fastest = s
		}
	}
	fmt.Fprintf(w, "run over %d known inputs\t%.2f s of processor time\n", n, (fastest.UserTime() + fastest.SystemTime()).Seconds())
	return nil
}

// knowAll makes a manifest of one input one of n.
func knowAll(manifest string, n int, path func(int) string) error {
	b, err := os.ReadFile(manifest)
	if err != nil {
		return err
	}
	var m load.Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	for i := 1; i < n; i++ {
		info, err := os.Stat(path(i))
		if err != nil {
			return err
		}
		in := m.Inputs[0]
		in.URI, in.Bytes, in.Modified = filepath.ToSlash(path(i)), info.Size(), info.ModTime().UnixNano()
		m.Inputs = append(m.Inputs, in)
	}
	if b, err = json.Marshal(&m); err != nil {
		return err
	}
	return os.WriteFile(manifest, b, 0o666)
}
