package place

import (
	"fmt"
	"slices"
	"strings"

	"dateline/transform"
)

// explain reports the readings of a name, best first.
func (w *work) explain(d *transform.Document, s *span, g *group) {
	rs := slices.Clone(g.readings)
	slices.SortStableFunc(rs, func(a, b reading) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	var b strings.Builder
	fmt.Fprintf(&b, "%q place %.2f (first pass %.2f):", d.Text[s.start:s.end], s.p2, s.p)
	for i, r := range rs {
		if i == 5 {
			fmt.Fprintf(&b, " and %d more", len(rs)-5)
			break
		}
		l := w.location(r.id)
		fmt.Fprintf(&b, " [%s %s %s %s %d score %.2f p %.2f]", l.Name, l.Feature, l.Admin1, l.Country, l.GeonameID, r.score, r.p)
	}
	d.Explain("place", b.String())
}
