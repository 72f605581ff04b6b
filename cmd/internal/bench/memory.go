package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"dateline/extract"
)

// peak runs the program over 1,000 and 20,000 articles and prints its peak memory: it
// must not grow with the number of articles.
func peak(w io.Writer, binary string, recs []*extract.Record) error {
	if _, err := os.Stat(binary); err != nil {
		return fmt.Errorf("%w: make build first", err)
	}
	var kib [2]int64
	for i, n := range []int{1000, 20000} {
		var err error
		if kib[i], err = maxRSS(binary, recs, n); err != nil {
			return err
		}
		fmt.Fprintf(w, "peak memory over %d articles\t%d MiB\n", n, kib[i]>>10)
	}
	fmt.Fprintf(w, "peak memory, 20,000 : 1,000\t%.2f\n", float64(kib[1])/float64(kib[0]))
	return nil
}

// maxRSS feeds n articles to a run's standard input and returns its peak memory in KiB.
func maxRSS(binary string, recs []*extract.Record, n int) (int64, error) {
	dir, err := os.MkdirTemp("", "dateline-bench")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command(binary, "run", "--quiet", "--out", filepath.Join(dir, "out"), "-")
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	saw := watch(cmd)
	enc := json.NewEncoder(stdin)
	for i := range n {
		day := time.Date(2020, 1, 1+i%20, 12, 0, 0, 0, time.UTC)
		err := enc.Encode(map[string]string{"id": fmt.Sprint(i), "text": fmt.Sprintf("%s\n\nItem %d.", recs[i%len(recs)].Data, i), "published_at": day.Format(time.RFC3339)})
		if err != nil {
			return 0, err
		}
	}
	if err := stdin.Close(); err != nil {
		return 0, err
	}
	if err := cmd.Wait(); err != nil {
		return 0, err
	}
	return (<-saw).kib, nil
}

// seen is the most that was seen of a process.
type seen struct {
	files int   // open at once
	kib   int64 // of memory
}

// watch looks at a process until it ends. What its parent is told of its memory in the end
// is no use: that counts what the parent had before it became another program.
func watch(cmd *exec.Cmd) <-chan seen {
	out := make(chan seen, 1)
	go func() {
		var most seen
		dir := fmt.Sprintf("/proc/%d/", cmd.Process.Pid)
		for {
			status, err := os.ReadFile(dir + "status")
			_, peak, found := strings.Cut(string(status), "VmHWM:")
			if err != nil || !found { // a process that has ended has no memory
				out <- most
				return
			}
			fmt.Sscan(peak, &most.kib)
			if open, err := os.ReadDir(dir + "fd"); err == nil {
				most.files = max(most.files, len(open))
			}
			time.Sleep(time.Millisecond)
		}
	}()
	return out
}
