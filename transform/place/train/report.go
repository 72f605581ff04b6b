package main

import (
	"fmt"

	"dateline/transform/place"
	"dateline/transform/place/gazetteer"
)

// tally counts for one set what score_place.py counts.
type tally struct{ gold, pred, hit, found, near int }

// count runs the annotator with the weights on the texts.
func (t *tally) count(d *sample, m *place.Weights) {
	t.gold += len(d.gold)
	seen := map[*toponym]bool{}
	for _, x := range place.Explore(d.doc, m) {
		if x.P < place.Threshold || len(x.Readings) == 0 {
			continue
		}
		g, ignored := d.match(x.Start, x.End)
		if g == nil && ignored {
			continue
		}
		t.pred++
		if g == nil {
			continue
		}
		t.hit++
		if seen[g] {
			continue
		}
		seen[g] = true
		t.found++
		for _, r := range x.Readings {
			if r.Best && gazetteer.Distance(r.Lat, r.Lon, g.Lat, g.Lon) <= 161 {
				t.near++
			}
		}
	}
}

func (t *tally) String() string {
	p, r := float64(t.hit)/float64(max(1, t.pred)), float64(t.found)/float64(max(1, t.gold))
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f acc161_all %.3f acc161_recognised %.3f", p, r, 2*p*r/(p+r), float64(t.near)/float64(t.gold), float64(t.near)/float64(t.found))
}

// report prints a line per set.
func report(title string, docs []*sample, m *place.Weights) {
	bySet := map[string]*tally{}
	for _, d := range docs {
		t := bySet[d.set]
		if t == nil {
			t = &tally{}
			bySet[d.set] = t
		}
		t.count(d, m)
	}
	print(title, bySet)
}

func print(title string, bySet map[string]*tally) {
	fmt.Println(title)
	for _, set := range []string{"lgl", "geovirus"} {
		if t := bySet[set]; t != nil {
			fmt.Printf("  %-9s %s\n", set, t)
		}
	}
}

// crossValidate learns without each fold and counts on it.
func crossValidate(docs []*sample, folds int) {
	bySet := map[string]*tally{"lgl": {}, "geovirus": {}}
	for f := range folds {
		var rest []*sample
		for i, d := range docs {
			if i%folds != f {
				rest = append(rest, d)
			}
		}
		m := learn(rest)
		for i, d := range docs {
			if i%folds == f {
				bySet[d.set].count(d, &m)
			}
		}
	}
	print(fmt.Sprintf("by cross-validation in %d folds", folds), bySet)
}
