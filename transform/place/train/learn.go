package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/jsonl"
	"dateline/transform"
	"dateline/transform/place"
	"dateline/transform/place/gazetteer"
	"dateline/transform/text"
)

// toponym is a gold place: byte offsets and a point.
type toponym struct {
	Start, End int
	Lat, Lon   float64
	GeonameID  int64
}

// sample is an analysed text with its gold.
type sample struct {
	set          string
	doc          *transform.Document
	gold, ignore []toponym
	weight       float64 // so that sets count alike
}

// load reads and analyses the development texts. A text that extraction changes is left
// out, for its gold offsets would not fit.
func load(dir string) ([]*sample, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []*sample
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		set := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		begin, n := len(out), 0
		for line := range bytes.Lines(b) {
			s, err := parse(line)
			if err != nil {
				return nil, err
			}
			if s != nil {
				s.set = set
				out = append(out, s)
				n += len(s.gold)
			}
		}
		for _, s := range out[begin:] {
			s.weight = 3000 / float64(n)
		}
		fmt.Printf("%s: %d texts, %d toponyms\n", set, len(out)-begin, n)
	}
	return out, nil
}

func parse(line []byte) (*sample, error) {
	var r struct {
		Text         string
		Gold, Ignore []toponym
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, err
	}
	arts, err := jsonl.Format.Parse(&extract.Record{Data: line}, extract.Options{})
	if err != nil || len(arts) != 1 || arts[0].Text != r.Text {
		return nil, nil
	}
	s := &sample{doc: &transform.Document{Article: arts[0], Text: arts[0].Text}, gold: r.Gold, ignore: r.Ignore}
	at := offsets(r.Text)
	for _, list := range [][]toponym{s.gold, s.ignore} {
		for i := range list {
			list[i].Start, list[i].End = at[list[i].Start], at[list[i].End]
		}
	}
	s.doc.Analysis = *text.Analyze(s.doc.Text)
	return s, nil
}

// offsets gives the byte offset of each code point.
func offsets(s string) []int {
	out := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// learn alternates between running the annotator and fitting its weights to what it saw,
// for what a name's neighbours are taken for depends on the weights themselves.
func learn(docs []*sample) place.Weights {
	m := place.Learned()
	for range 5 {
		var first, second []example
		var choice []choiceExample
		for _, d := range docs {
			for _, t := range place.Explore(d.doc, &m) {
				g, ignored := d.match(t.Start, t.End)
				if g == nil && ignored {
					continue
				}
				first = append(first, example{t.First[:], g != nil, d.weight})
				second = append(second, example{t.Second[:], g != nil, d.weight})
				if g != nil {
					if c, ok := choose(t.Readings, g); ok {
						c.weight = d.weight
						choice = append(choice, c)
					}
				}
			}
		}
		fit(m.First[:], first)
		fit(m.Second[:], second)
		fitChoice(m.Choose[:], choice)
	}
	return m
}

// match is the gold toponym that a span overlaps; ignored tells of one without a point.
func (s *sample) match(start, end int) (g *toponym, ignored bool) {
	for i := range s.gold {
		if start < s.gold[i].End && s.gold[i].Start < end {
			return &s.gold[i], false
		}
	}
	for _, x := range s.ignore {
		if start < x.End && x.Start < end {
			return nil, true
		}
	}
	return nil, false
}

// example is a span with its features and whether it is a place.
type example struct {
	x      []float64
	place  bool
	weight float64
}

// ridge keeps weights near their prior: the strength of a normal one.
const ridge = 2.0

// fit fits a logistic model.
func fit(w []float64, data []example) {
	all := place.RecognisePrior()
	prior := all[:len(w)]
	climb(w, prior, func(i int) bool { return prior[i] != 0 }, func(g []float64) {
		for _, e := range data {
			z := 0.0
			for i, v := range e.x {
				z += v * w[i]
			}
			d := -1 / (1 + math.Exp(-z))
			if e.place {
				d++
			}
			for i, v := range e.x {
				g[i] += e.weight * d * v
			}
		}
	})
}

// climb moves w to where the gradient and the pull towards the prior cancel out, by
// resilient steps: each weight's own, longer while the sign holds, shorter when it turns. Firm
// weights hardly leave their prior.
func climb(w, prior []float64, firm func(i int) bool, gradient func(g []float64)) {
	copy(w, prior)
	g, last, size := make([]float64, len(w)), make([]float64, len(w)), make([]float64, len(w))
	for i := range size {
		size[i] = 0.1
	}
	for range 120 {
		for i := range g {
			g[i] = -ridge * (w[i] - prior[i])
			if firm(i) {
				g[i] *= 200
			}
		}
		gradient(g)
		for i := range w {
			switch s := g[i] * last[i]; {
			case s > 0:
				size[i] = min(1, size[i]*1.2)
			case s < 0:
				size[i] *= 0.5
				g[i] = 0
			}
			if g[i] > 0 {
				w[i] += size[i]
			} else if g[i] < 0 {
				w[i] -= size[i]
			}
			last[i] = g[i]
		}
	}
}

// choiceExample is a name's readings and which of them are right.
type choiceExample struct {
	x      []place.TraceReading
	right  []bool
	weight float64
}

// choose marks the reading with the gold's id or else those as near to the gold point as
// the nearest, if that is within 161 km and there is something to choose.
func choose(rs []place.TraceReading, g *toponym) (choiceExample, bool) {
	best := math.Inf(1)
	byID := func(r place.TraceReading) bool { return g.GeonameID != 0 && r.GeonameID == g.GeonameID }
	known := slices.ContainsFunc(rs, byID)
	for _, r := range rs {
		best = min(best, gazetteer.Distance(r.Lat, r.Lon, g.Lat, g.Lon))
	}
	if best > 161 || len(rs) < 2 {
		return choiceExample{}, false
	}
	c := choiceExample{x: rs, right: make([]bool, len(rs))}
	for i, r := range rs {
		if known {
			c.right[i] = byID(r)
			continue
		}
		c.right[i] = gazetteer.Distance(r.Lat, r.Lon, g.Lat, g.Lon) <= best+15
	}
	return c, true
}

// fitChoice fits a softmax over readings: the right ones together should have all.
func fitChoice(w []float64, data []choiceExample) {
	p := make([]float64, 0, 256)
	prior := place.ChoicePrior()
	climb(w, prior[:], func(i int) bool { return math.Abs(prior[i]) >= 4 }, func(g []float64) {
		for _, e := range data {
			p = p[:0]
			top := math.Inf(-1)
			for k := range e.x {
				z := 0.0
				for i, v := range e.x[k].Features {
					z += v * w[i]
				}
				p = append(p, z)
				top = max(top, z)
			}
			all, right := 0.0, 0.0
			for k := range p {
				p[k] = math.Exp(p[k] - top)
				all += p[k]
				if e.right[k] {
					right += p[k]
				}
			}
			for k := range p {
				d := -p[k] / all
				if e.right[k] && right > 0 {
					d += p[k] / right
				}
				for i, v := range e.x[k].Features {
					g[i] += e.weight * d * v
				}
			}
		}
	})
}

// write prints the weights as Go, by feature name.
func write(path string, m *place.Weights) error {
	rn, cn := place.FeatureNames()
	var b bytes.Buffer
	b.WriteString("package place\n\n// learned is the model in use, written by train from the development texts (make place-weights).\nvar learned = Weights{\n")
	table := func(field, kind string, names []string, w []float64) {
		fmt.Fprintf(&b, "%s: %s{\n", field, kind)
		for i, n := range names {
			fmt.Fprintf(&b, "%s: %.3f,\n", n, math.Round(w[i]*1000)/1000+0) // no -0
		}
		b.WriteString("},\n")
	}
	table("First", "RecogniseVector", rn, m.First[:])
	table("Second", "RecogniseVector", rn, m.Second[:])
	table("Choose", "ChooseVector", cn, m.Choose[:])
	b.WriteString("}\n")
	src, err := format.Source(b.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(path, src, 0o644)
}
