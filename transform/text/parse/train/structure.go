package main

import (
	"log"
	"math/rand/v2"

	"dateline/transform/text/parse/internal/arc"
)

// rowsOf scores states with a table of weights.
type rowsOf struct{ *weights }

func (m rowsOf) Sums(out []arc.Sum, features []uint32, ends []int32) {
	from := int32(0)
	for i, end := range ends {
		var sum arc.Sum
		for _, f := range features[from:end] {
			w := m.w[4*int(arc.Row(f)):][:4]
			sum[0] += w[0]
			sum[1] += w[1]
			sum[2] += w[2]
		}
		out[i] = sum
		from = end
	}
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
		out[i] = example{encode(s), h}
	}
	return out
}

// trainStructure learns heads. The weights are averaged from the second pass on:
// what the first one tries is far from where it ends.
func trainStructure(all []*sentence, o options, rng *rand.Rand) []float32 {
	w := newWeights(arc.Bits, 4)
	b := &arc.Beam{Width: o.beam, Margin: int32(o.margin)}
	list := examples(all)
	for e := range o.epochs {
		if e == 1 {
			w.restart()
		}
		right := 0
		for _, i := range rng.Perm(len(list)) {
			if b.Learn(list[i].toks, list[i].heads, rowsOf{w}, func(f *arc.Features, a arc.Action, by int32) {
				for _, r := range f {
					w.add(arc.Row(r), int(a), by)
				}
			}) {
				right++
			}
			w.now++
		}
		log.Printf("structure %d: %d of %d right", e+1, right, len(list))
	}
	return w.average()
}
