package place

import (
	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// dateline resolves Article.Dateline: the country or state as printed decides; without
// one, agencies leave it out for the places that everybody knows, so the largest wins
// unless the text speaks for another.
func (w *work) dateline(d *transform.Document) {
	w.line = nil
	l := &d.Article.Dateline
	if l.Place == "" {
		return
	}
	lo := len(w.cands)
	w.cands = w.g.Lookup(w.cands, l.Place)
	if len(w.cands) == lo {
		w.cands = w.g.LookupLoose(w.cands, l.Place)
	}
	hi := len(w.cands)
	outer := w.datelineCountry(l.Country)
	best := -1e9
	for _, c := range w.cands[lo:hi] {
		r := reading{id: c.ID, kind: c.Kind, country: w.g.Country(c.ID), admin1: w.g.Admin1(c.ID)}
		r.lat, r.lon = w.g.Point(c.ID)
		w.kindFeatures(&r)
		r.score = r.x.dot(&w.model.Choose)
		for _, o := range outer {
			if w.within(c.ID, o.ID) {
				r.score += 20
			}
		}
		if f := w.g.Feature(c.ID); f >= gazetteer.Capital && f <= gazetteer.Town || f == gazetteer.Village {
			r.score += 4 // reporters write from towns
		}
		r.score += 2 * flag(w.namedCountry[r.country]) * flag(len(outer) == 0)
		if r.score > best {
			best = r.score
			w.line = &r
		}
	}
	w.cands = w.cands[:lo]
}

// datelineCountry lists what the words behind the dateline's place may be.
func (w *work) datelineCountry(s string) []gazetteer.Candidate {
	if s == "" {
		return nil
	}
	if id := w.g.StateByAbbreviation(s); id != gazetteer.None {
		return []gazetteer.Candidate{{ID: id}}
	}
	if id := w.g.StateByPostal(s); id != gazetteer.None {
		return []gazetteer.Candidate{{ID: id}}
	}
	return w.g.Lookup(nil, s)
}
