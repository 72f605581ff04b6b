package main

import (
	"log"
	"math/rand/v2"
	"time"

	"dateline/transform/text/parse/internal/arc"
)

// rowsOf scores states with a table of weights.
type rowsOf struct{ *weights }

func (m rowsOf) Score(f *arc.Features) (out [arc.Actions]int32) {
	for _, r := range f {
		w := m.w[4*int(r):][:4]
		out[0] += w[0]
		out[1] += w[1]
		out[2] += w[2]
	}
	return out
}

// example is a sentence ready to learn from.
type example struct {
	toks  []arc.Token
	heads []int32 // projective
}

func examples(sents []*sentence) []example {
	out := make([]example, len(sents))
	for i, s := range sents {
		h := append([]int32(nil), s.heads...)
		arc.Projectivize(h)
		out[i] = example{encode(s.forms, s.auto), h}
	}
	return out
}

// trainStructure learns heads: silver once, then gold again and again.
func (m *model) trainStructure(gold, silver, dev []*sentence, o options, rng *rand.Rand) {
	w := newWeights(arc.Bits, 4)
	b := &arc.Beam{Width: o.beam}
	pass := func(list []example) (right int) {
		order := rng.Perm(len(list))
		for _, i := range order {
			e := list[i]
			if b.Learn(e.toks, e.heads, rowsOf{w}, func(f *arc.Features, a arc.Action, by int32) {
				for _, r := range f {
					w.add(r, int(a), by)
				}
			}) {
				right++
			}
			w.now++
		}
		return right
	}
	ex := examples(gold)
	sx := examples(silver)
	for e := range o.epochs {
		t0 := time.Now()
		right := pass(append(ex[:len(ex):len(ex)], sx...))
		m.structure = w.average()
		log.Printf("structure %d: %d of %d right, dev UAS %.4f, %v", e+1, right, len(ex)+len(sx), m.uas(dev, o.beam, w.frozen()), time.Since(t0).Round(time.Second))
	}
}

func (m *model) uas(dev []*sentence, beam int, w *weights) float64 {
	b := &arc.Beam{Width: beam}
	right, all := 0, 0
	for _, s := range dev {
		heads := make([]int32, len(s.forms))
		b.Parse(encode(s.forms, s.auto), rowsOf{w}, heads)
		for i, h := range heads {
			all++
			if h == s.heads[i] {
				right++
			}
		}
	}
	return float64(right) / float64(max(all, 1))
}
