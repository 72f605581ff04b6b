package place

import (
	"strings"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// dateline resolves Article.Dateline: the country or state as printed decides; without
// one, agencies leave it out for the places that everybody knows, so the largest wins
// unless the text speaks for another.
func (w *work) dateline(d *transform.Document) {
	w.line, w.lineIn = nil, false
	l := &d.Article.Dateline
	if l.Place == "" {
		return
	}
	lo := len(w.cands)
	w.cands = w.g.Lookup(w.cands, l.Place)
	if len(w.cands) == lo {
		w.cands = w.g.LookupLoose(w.cands, l.Place)
	}
	if town, _, river := strings.Cut(l.Place, "/"); river && len(w.cands) == lo {
		w.cands = w.g.Lookup(w.cands, town) // Frankfurt/Main
	}
	if len(w.cands) == lo {
		w.cands = w.g.Lookup(w.cands, behindPreposition(l.Place))
	}
	hi := len(w.cands)
	outer := w.datelineCountry(l)
	abbreviated := strings.HasPrefix(strings.ToLower(l.Place), "st. ")
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
		r.score += 3 * flag(w.g.Feature(c.ID) == gazetteer.Capital && strings.EqualFold(w.g.Name(c.ID), l.Place)) // New Delhi is a spelling of Delhi, too
		r.score += 5 * flag(abbreviated && r.country != nil && english[r.country.Alpha3])                         // "ST. LOUIS" is not Saint-Louis
		r.score += 2 * flag(w.namedCountry[r.country]) * flag(len(outer) == 0)
		if r.score > best {
			best = r.score
			w.line = &r
		}
	}
	w.cands = w.cands[:lo]
	if w.line == nil && len(outer) > 0 { // a town that is in no list is somewhere in its country
		id := outer[0].ID
		r := reading{id: id, kind: outer[0].Kind, country: w.g.Country(id), admin1: w.g.Admin1(id)}
		w.line, w.lineIn = &r, true
	}
}

// behindPreposition is the place of "Near Mosul", "East of Mosul", "Outside Kyiv"; empty
// for others.
func behindPreposition(s string) string {
	for _, p := range []string{"near ", "outside ", "north of ", "south of ", "east of ", "west of ", "above ", "off "} {
		if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
			return s[len(p):]
		}
	}
	return ""
}

// english are countries whose towns are written St. and not Saint.
var english = map[string]bool{"USA": true, "CAN": true, "GBR": true, "AUS": true, "NZL": true, "IRL": true}

// datelineCountry lists what the words behind the dateline's place may be; the country of
// the metadata where they say nothing.
func (w *work) datelineCountry(l *extract.Dateline) []gazetteer.Candidate {
	s := l.Country
	if id := w.g.StateByAbbreviation(s); s != "" && id != gazetteer.None {
		return []gazetteer.Candidate{{ID: id}}
	}
	if id := w.g.StateByPostal(s); s != "" && id != gazetteer.None {
		return []gazetteer.Candidate{{ID: id}}
	}
	if found := w.g.Lookup(nil, s); len(found) > 0 {
		return found
	}
	c := gazetteer.CountryNamedAnywhere(s)
	if c == nil {
		c = gazetteer.CountryByCode(l.CountryCode)
	}
	if c == nil {
		return nil
	}
	return []gazetteer.Candidate{{ID: w.g.CountryPlace(c.Alpha3)}}
}
