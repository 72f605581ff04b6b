package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"dateline/extract"
	"dateline/extract/reader"
)

// maxPages is how many pages are measured.
const maxPages = 120

// webPages measures the extraction of web pages by CPU time, and go-trafilatura beside it
// on the same pages: a module of its own in folder peers, which go fetches when it is run.
func webPages(w io.Writer, dir string) error {
	pages, err := readPages(dir)
	if err != nil {
		return err
	}
	if len(pages) == 0 {
		fmt.Fprintf(w, "web pages\tnone in %s\n", dir)
		return nil
	}
	start, size := cpuTime(), 0
	for _, page := range pages {
		reader.Parse(&extract.Record{Data: page, ContentType: "text/html"}, extract.Options{}) // a page without a story is work too
		size += len(page)
	}
	ours := float64(len(pages)) / (cpuTime() - start).Seconds()
	fmt.Fprintf(w, "web pages: extracted/s on one core\t%.0f\n", ours)
	fmt.Fprintf(w, "web pages: MB/s on one core\t%.1f\n", ours*float64(size)/float64(len(pages))/1e6)
	dir, err = filepath.Abs(dir)
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "run", "-C", "cmd/internal/bench/peers", ".", dir, strconv.Itoa(maxPages))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		fmt.Fprintf(w, "go-trafilatura\tnot measured: %v\n", err)
		return nil
	}
	for line := range strings.Lines(string(out)) {
		var n, seconds float64
		name, rest, _ := strings.Cut(line, "\t")
		if _, err := fmt.Sscanf(rest, "%f\t%f", &n, &seconds); err != nil {
			return fmt.Errorf("peers printed %q: %w", line, err)
		}
		fmt.Fprintf(w, "%s: pages/s on one core\t%.0f\n", name, n/seconds)
		fmt.Fprintf(w, "dateline : %s\t%.1f\n", name, ours/(n/seconds))
	}
	return nil
}

// readPages reads the first pages of a folder, *.html or *.html.gz.
func readPages(dir string) (pages [][]byte, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.html*"))
	if err != nil {
		return nil, err
	}
	for _, name := range names[:min(len(names), maxPages)] {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(name, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if data, err = io.ReadAll(z); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		pages = append(pages, data)
	}
	return pages, nil
}

// cpuTime is what this process has spent.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
