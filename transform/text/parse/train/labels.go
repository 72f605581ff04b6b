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

// trainLabels learns relations on the given trees, deciding each sentence as the parser
// will.
func (m *model) trainLabels(all []*sentence, epochs int, rng *rand.Rand) {
	id := map[string]uint8{}
	for i, r := range m.labels {
		id[r] = uint8(i)
	}
	w := newWeights(arc.LabelBits, arc.MaxLabels)
	var t arc.Tree
	for e := range epochs {
		right, n := 0, 0
		for _, i := range rng.Perm(len(all)) {
			s := all[i]
			t.Set(encode(s), s.heads)
			for _, d := range t.Order {
				if s.heads[d] < 0 {
					t.Decide(d, 0)
					continue
				}
				var f arc.LabelFeatures
				t.Features(d, &f)
				best := m.bestLabel(w, &f)
				want, known := id[s.rels[d]]
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
	m.relations = w.average()
}

func (m *model) bestLabel(w *weights, f *arc.LabelFeatures) uint8 {
	var scores [arc.MaxLabels]int32
	for _, r := range f {
		for k, v := range w.w[int(r)*arc.MaxLabels:][:arc.MaxLabels] {
			scores[k] += v
		}
	}
	best := 1
	for k := 2; k < len(m.labels); k++ {
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
				var f arc.LabelFeatures
				t.Features(d, &f)
				rel = m.bestLabel(w, &f)
			}
			t.Decide(d, rel)
			n++
			if heads[d] == s.heads[d] {
				uas++
				if base(m.labels[rel]) == base(s.rels[d]) {
					las++
				}
				if m.labels[rel] == s.rels[d] {
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
