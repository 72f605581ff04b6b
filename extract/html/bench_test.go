package html

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	xhtml "golang.org/x/net/html"

	"dateline/extract"
)

// pages reads up to n real pages; the benchmark is skipped without them.
func pages(b *testing.B, n int) (out [][]byte) {
	names, _ := filepath.Glob("../../../shared/eval/html/naeb/pages/*.gz")
	for i := 0; i < len(names) && len(out) < n; i += max(1, len(names)/n) {
		f, err := os.Open(names[i])
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		data, err := io.ReadAll(z)
		f.Close()
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, data)
	}
	if len(out) == 0 {
		b.Skip("no pages under ../shared/eval/html")
	}
	return out
}

// BenchmarkPage reads whole pages; pages/s is for one core.
func BenchmarkPage(b *testing.B) {
	all := pages(b, 100)
	i, size := 0, 0
	for b.Loop() {
		data := all[i%len(all)]
		if _, err := parse(&extract.Record{Data: data}, extract.Options{}); err != nil {
			_ = err // a page without a story
		}
		size += len(data)
		i++
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "pages/s")
	b.SetBytes(int64(size / max(i, 1)))
}

// BenchmarkParseOnly is the floor: the tree alone.
func BenchmarkParseOnly(b *testing.B) {
	all := pages(b, 100)
	i := 0
	for b.Loop() {
		if _, err := xhtml.Parse(bytes.NewReader(all[i%len(all)])); err != nil {
			b.Fatal(err)
		}
		i++
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "pages/s")
}
