package main

import (
	"fmt"

	"dateline/transform/text"
)

// counts of one type or of all: right, predicted, gold.
type counts struct{ tp, sys, gold int }

func (c counts) f1() float64 { return 200 * float64(c.tp) / float64(max(1, c.sys+c.gold)) }

// spansOf reads entities off labels.
func spansOf(tokens []text.Token, labels []uint8, ends []int) []span {
	var out []span
	lo := 0
	for _, hi := range ends {
		for i := lo; i < hi; i++ {
			c := labels[i]
			if c == 0 || c%2 == 0 {
				continue
			}
			j := i + 1
			for j < hi && labels[j] == c+1 {
				j++
			}
			out = append(out, span{tokens[i].Start, tokens[j-1].End, kinds[c/2]})
		}
		lo = hi
	}
	return out
}

var kinds = []string{"LOC", "MISC", "ORG", "PER"}

// scoreDocs compares predicted with gold spans as score_ner.py does.
func scoreDocs(docs []*nerDoc, predict func(*nerDoc) []uint8) string {
	by := map[string]*counts{"micro": {}, "LOC": {}, "MISC": {}, "ORG": {}, "PER": {}}
	for _, d := range docs {
		gold := map[span]bool{}
		for _, s := range d.text.spans {
			gold[s] = true
			by[s.kind].gold++
		}
		for _, s := range spansOf(d.tokens, predict(d), d.Ends) {
			by[s.kind].sys++
			if gold[s] {
				by[s.kind].tp++
			}
		}
	}
	for _, k := range []string{"LOC", "ORG", "PER"} {
		by["micro"].tp += by[k].tp
		by["micro"].sys += by[k].sys
		by["micro"].gold += by[k].gold
	}
	m := by["micro"]
	return fmt.Sprintf("%.1f (P %.1f R %.1f) per %.1f loc %.1f org %.1f misc %.1f", m.f1(), 100*float64(m.tp)/float64(max(1, m.sys)), 100*float64(m.tp)/float64(max(1, m.gold)),
		by["PER"].f1(), by["LOC"].f1(), by["ORG"].f1(), by["MISC"].f1())
}
