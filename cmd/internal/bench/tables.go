package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"dateline/transform/actor/book"
	"dateline/transform/place/gazetteer"
)

// tables opens the gazetteer and the actor book and prints how long that took and what
// they hold in memory: their maps, and the embedded bytes, all of them as if touched.
func tables(w io.Writer) error {
	embedded, err := sizes("transform/place/gazetteer/places.bin", "transform/place/gazetteer/facts/*.tsv", "transform/actor/book/*.tsv")
	if err != nil {
		return err
	}
	before := heap()
	start := time.Now()
	g := gazetteer.Load()
	gazetteer.CountryNamedAnywhere("")
	gazetteer.Demonyms()
	gazetteer.Seats()
	b := book.Load()
	book.LoadRoles()
	took := time.Since(start)
	maps := heap() - before
	fmt.Fprintf(w, "gazetteer and actor book, opened in\t%.0f ms\n", float64(took.Microseconds())/1000)
	fmt.Fprintf(w, "gazetteer and actor book, in the binary\t%.1f MB\n", float64(embedded)/1e6)
	fmt.Fprintf(w, "gazetteer and actor book, in memory at most\t%.1f MB\n", float64(embedded+maps)/1e6)
	runtime.KeepAlive(g)
	runtime.KeepAlive(b)

	names := []string{"Paris", "Idlib", "Qaminas", "Springfield", "al-Nayrab", "no such place"}
	var buf []gazetteer.Candidate
	const rounds = 20000
	start, allocated := time.Now(), mallocs()
	for i := range rounds {
		buf = g.Lookup(buf[:0], names[i%len(names)])
	}
	fmt.Fprintf(w, "gazetteer lookup\t%.2f µs, %.3f allocations\n", float64(time.Since(start).Nanoseconds())/1000/rounds, float64(mallocs()-allocated)/rounds)
	return nil
}

// sizes sums the files that match, in bytes.
func sizes(patterns ...string) (n int, err error) {
	for _, p := range patterns {
		files, err := filepath.Glob(p)
		if err != nil || len(files) == 0 {
			return 0, fmt.Errorf("no %s: bench must run in the root of the project", p)
		}
		for _, f := range files {
			info, err := os.Stat(f)
			if err != nil {
				return 0, err
			}
			n += int(info.Size())
		}
	}
	return n, nil
}

// heap is the live memory in bytes.
func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

func mallocs() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}
