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
	arc.Header
	structure []float32 // 4 weights a row: Shift, Left, Right, none
	relations []float32 // MaxLabels weights a row
	margin    float64   // in the unit of structure's weights
}

// write packs the model as the parser reads it: the relations' names, then both tables, as
// arc.ReadModel says.
func (m *model) write(name string) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	q, scale := quantize(m.structure, 511, 0, 3)
	m.Margin = int32(math.Round(m.margin * scale))
	z.Write(m.Encode())
	plane := make([]byte, 1<<arc.Bits)
	for a := range arc.Actions {
		for half := 0; half < 16; half += 8 {
			for i := range plane {
				plane[i] = byte((512 + q[4*i+a]) >> half)
			}
			z.Write(plane)
		}
	}
	row := make([]byte, len(m.relations))
	rels, _ := quantize(m.relations, 127, 1e-4, 1)
	for i, v := range rels {
		row[i] = byte(128 + v)
	}
	z.Write(row)
	if err := z.Close(); err != nil {
		return err
	}
	log.Printf("%s: %d bytes", name, b.Len())
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// quantize scales weights to whole numbers from -top to top, for which clip of all
// weights are too large, and leaves out those below least.
func quantize(w []float32, top, clip float64, least int) ([]int, float64) {
	var size []float64
	for _, v := range w {
		if v != 0 {
			size = append(size, math.Abs(float64(v)))
		}
	}
	if len(size) == 0 {
		return make([]int, len(w)), 1
	}
	sort.Float64s(size)
	scale := top / size[len(size)-1-int(float64(len(size))*clip)]
	out := make([]int, len(w))
	for i, v := range w {
		q := int(max(-top, min(top, math.Round(float64(v)*scale))))
		if max(q, -q) >= least {
			out[i] = q
		}
	}
	return out, scale
}
