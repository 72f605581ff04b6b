package main

import (
	"bytes"
	"compress/gzip"
	"log"
	"math"
	"os"
	"sort"

	"dateline/transform/text/parse/internal/arc"
)

// model is what is learnt.
type model struct {
	labels    []string
	structure []float32 // 4 weights a row: Shift, Left, Right, none
	relations []float32 // MaxLabels weights a row
}

// write packs the model as the parser reads it: the relations' names, then both tables in
// bytes with 128 for zero.
func (m *model) write(name string) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	z.Write(arc.Header(m.labels))
	z.Write(pack(m.structure))
	z.Write(pack(m.relations))
	if err := z.Close(); err != nil {
		return err
	}
	log.Printf("%s: %d bytes", name, b.Len())
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// pack scales weights to bytes: all but the largest few of ten thousand fit.
func pack(w []float32) []byte {
	var size []float64
	for _, v := range w {
		if v != 0 {
			size = append(size, math.Abs(float64(v)))
		}
	}
	sort.Float64s(size)
	scale := 127 / size[len(size)-1-len(size)/10000]
	out := make([]byte, len(w))
	for i, v := range w {
		out[i] = byte(128 + max(-127, min(127, math.Round(float64(v)*scale))))
	}
	return out
}
