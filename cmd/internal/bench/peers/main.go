// Command peers measures another extractor over web pages, on one core: a module of its
// own, so that the program's own modules stay few. See ../pages.go, which runs it.
//
//	peers DIR N     the first N pages of DIR, as *.html.gz or *.html
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/markusmobius/go-trafilatura"
)

func main() {
	runtime.GOMAXPROCS(1)
	n, err := 0, errors.New("no number")
	if len(os.Args) == 3 {
		n, err = strconv.Atoi(os.Args[2])
	}
	if err != nil || n < 1 {
		fmt.Fprintln(os.Stderr, "usage: peers DIR N")
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Args[1], n); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// run prints one line per extractor: its name, the pages and the seconds of CPU time.
func run(out io.Writer, dir string, n int) error {
	pages, err := read(dir, n)
	if err != nil {
		return err
	}
	for _, fallback := range []bool{false, true} {
		name := "go-trafilatura"
		if fallback {
			name += " with fallback"
		}
		start := cpu()
		for _, page := range pages {
			_, _ = trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{EnableFallback: fallback}) // a page without a story is work too
		}
		fmt.Fprintf(out, "%s\t%d\t%.6f\n", name, len(pages), (cpu() - start).Seconds())
	}
	return nil
}

func read(dir string, n int) (pages [][]byte, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.html*"))
	if err != nil {
		return nil, err
	}
	for _, name := range names[:min(n, len(names))] {
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

// cpu is the time that this process has spent.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
