package main

import (
	"log"
	"math/rand/v2"
	"sort"
	"strings"

	"dateline/transform/text/parse/internal/arc"
)

// labels lists the relations, the root's first, then by name.
func labels(sents []*sentence) []string {
	seen := map[string]bool{}
	for _, s := range sents {
		for _, r := range s.rels {
			seen[r] = true
		}
	}
	delete(seen, "root")
	var out []string
	for r := range seen {
		out = append(out, r)
	}
	sort.Strings(out)
	return append([]string{"root"}, out...)
}

// ids gives the relations' numbers.
func (m *model) ids() map[string]uint8 {
	id := map[string]uint8{}
	for i, r := range m.Labels {
		id[r] = uint8(i)
	}
	return id
}

// trainLabels learns relations on the given trees, deciding each sentence as the parser
// will.
func (m *model) trainLabels(all []*sentence, o options, rng *rand.Rand) []float32 {
	id := m.ids()
	w := newWeights(arc.LabelBits, arc.MaxLabels)
	var t arc.Tree
	for e := range o.relations {
		right, n := 0, 0
		for _, i := range rng.Perm(len(all)) {
			s := all[i]
			t.Set(encode(s), s.heads)
			for _, d := range t.Order {
				if s.heads[d] < 0 {
					t.Decide(d, 0)
					continue
				}
				if rel, ok := m.Certain(&t, d); ok {
					t.Decide(d, rel)
					continue
				}
				var f arc.LabelFeatures
				t.Features(d, &f)
				want, known := id[s.rels[d]]
				best := m.bestLabel(w, &f, int(want), int32(o.labelMargin))
				if !known {
					want = best
				}
				if best != want {
					for _, r := range f {
						w.add(r, int(want), 1)
						w.add(r, int(best), -1)
					}
				} else {
					right++
				}
				n++
				w.now++
				t.Decide(d, best)
			}
		}
		log.Printf("relations %d: %.4f right", e+1, float64(right)/float64(n))
	}
	return w.average()
}

// findSure collects what has one relation in all but one of 200 cases: it is not weighed.
func (m *model) findSure(all []*sentence) {
	id := m.ids()
	counts := map[uint32]*[arc.MaxLabels]int{}
	var t arc.Tree
	for _, s := range all {
		t.Set(encode(s), s.heads)
		for d, h := range s.heads {
			rel, known := id[s.rels[d]]
			if h < 0 || !known {
				continue
			}
			word, tags := t.Keys(int32(d))
			for _, k := range [...]uint32{word, tags} {
				if counts[k] == nil {
					counts[k] = new([arc.MaxLabels]int)
				}
				counts[k][rel]++
			}
		}
	}
	m.Sure = map[uint32]uint8{}
	for k, c := range counts {
		best, sum := 0, 0
		for rel, n := range c {
			sum += n
			if n > c[best] {
				best = rel
			}
		}
		if sum >= 100 && (sum-c[best])*200 <= sum {
			m.Sure[k] = uint8(best)
		}
	}
	log.Printf("%d certain relations", len(m.Sure))
}

// bestLabel gives the best relation; want must win by margin.
func (m *model) bestLabel(w *weights, f *arc.LabelFeatures, want int, margin int32) uint8 {
	var scores [arc.MaxLabels]int32
	scores[want] = -margin
	for _, r := range f {
		for k, v := range w.w[int(r)*arc.MaxLabels:][:arc.MaxLabels] {
			scores[k] += v
		}
	}
	best := 1
	for k := 2; k < len(m.Labels); k++ {
		if scores[k] > scores[best] {
			best = k
		}
	}
	return uint8(best)
}

// attachment parses dev sentences and compares.
func (m *model) attachment(dev []*sentence, beam int) (uas, las, full float64) {
	b := &arc.Beam{Width: beam}
	sw, w := whole(m.structure, 4), whole(m.relations, arc.MaxLabels)
	n := 0.0
	var t arc.Tree
	for _, s := range dev {
		toks := encode(s)
		heads := make([]int32, len(toks))
		b.Parse(toks, rowsOf{sw}, heads)
		t.Set(toks, heads)
		for _, d := range t.Order {
			rel := uint8(0)
			if heads[d] >= 0 {
				var ok bool
				if rel, ok = m.Certain(&t, d); !ok {
					var f arc.LabelFeatures
					t.Features(d, &f)
					rel = m.bestLabel(w, &f, 0, 0)
				}
			}
			t.Decide(d, rel)
			n++
			if heads[d] == s.heads[d] {
				uas++
				if base(m.Labels[rel]) == base(s.rels[d]) {
					las++
				}
				if m.Labels[rel] == s.rels[d] {
					full++
				}
			}
		}
	}
	n = max(n, 1)
	return uas / n, las / n, full / n
}

func base(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}
