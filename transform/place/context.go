package place

import (
	"strings"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// link reads what stands between and around names: containers, type words, demonyms and
// directions.
func (w *work) link(d *transform.Document) {
	for i := range w.spans {
		w.kindWords(d, &w.spans[i])
		w.direction(d, &w.spans[i])
		w.demonymBefore(d, &w.spans[i])
		if i > 0 {
			w.pair(d, i-1, i)
		}
	}
}

func word(d *transform.Document, i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Text[d.Tokens[i].Start:d.Tokens[i].End]
}

// kindWords: "Idlib province", "the city of Goma", "Madison and Henry counties".
func (w *work) kindWords(d *transform.Document, s *span) {
	next := word(d, s.last)
	switch {
	case next == "County" || next == "county" || next == "Parish":
		s.hint = countyHint
	case adminWords[next]:
		s.hint = adminHint
	case next == "city" || next == "City" || next == "town" || next == "village":
		s.hint = cityHint
	}
	if word(d, s.first-1) == "of" {
		switch before := word(d, s.first-2); {
		case cityWords[before]:
			s.hint = cityHint
		case adminWords[before] && before != "district":
			s.hint = adminHint
		}
	}
	if s.hint == noHint { // X and Y counties
		for i := s.last; i < s.last+8 && i < len(d.Tokens) && d.Tokens[i].Sentence == d.Tokens[s.first].Sentence; i++ {
			t := word(d, i)
			if t == "counties" || t == "Counties" {
				s.hint = countyHint
			} else if t == "provinces" || t == "governorates" || t == "states" || t == "regions" {
				s.hint = adminHint
			}
			if !capital(t) && t != "," && t != "and" {
				break
			}
		}
	}
	if s.hint == noHint { // provinces of X and Y, villages of X and Y
		for i := s.first - 1; i > s.first-8 && i > 0 && d.Tokens[i].Sentence == d.Tokens[s.first].Sentence; i-- {
			t := word(d, i)
			if t == "of" {
				switch before := word(d, i-1); before {
				case "provinces", "governorates", "states", "regions", "counties":
					s.hint = adminHint
				case "towns", "villages", "cities", "suburbs", "neighborhoods":
					s.hint = cityHint
				}
			}
			if !capital(t) && t != "," && t != "and" {
				break
			}
		}
	}
}

// direction: "northern Iraq", "north-east Syria", "northwest of"; the word right before.
//
// Where the two together are a region of their own ("southeast Asia"), they are it.
func (w *work) direction(d *transform.Document, s *span) {
	w.findDirection(d, s)
	if s.dir == "" || s.dirEnd > 0 {
		return
	}
	lo := len(w.cands)
	w.cands = w.g.Lookup(w.cands, d.Text[s.dirStart:s.end])
	for _, c := range w.cands[lo:] {
		if f := w.g.Feature(c.ID); f == gazetteer.Region || f == gazetteer.Continent || f == gazetteer.Admin1 {
			w.cands = append(w.cands[:lo], c)
			s.lo, s.hi, s.start, s.dir = lo, lo+1, s.dirStart, ""
			return
		}
	}
	w.cands = w.cands[:lo]
}

func (w *work) findDirection(d *transform.Document, s *span) {
	if t := word(d, s.last+1); (word(d, s.last) == "'s" || word(d, s.last) == "’s") && !strings.HasSuffix(t, "ern") && directions[t] != (bearing{}) {
		if next := word(d, s.last+2); next != "-" && next != "coast" && next != "bank" { // a noun of its own
			s.dir, s.dirStart, s.dirEnd = t, s.start, d.Tokens[s.last+1].End
			return
		}
	}
	i := s.first - 1
	if i < 0 || d.Tokens[i].Sentence != d.Tokens[s.first].Sentence {
		return
	}
	t := word(d, i)
	if i >= 2 && word(d, i-1) == "-" && d.Tokens[i-2].Sentence == d.Tokens[i].Sentence {
		if c := strings.ToLower(word(d, i-2)) + "-" + strings.ToLower(t); directions[c] != (bearing{}) {
			s.dir, s.dirStart = c, d.Tokens[i-2].Start
			return
		}
	}
	if c := strings.ToLower(t); c != "" {
		if _, ok := directions[c]; ok {
			s.dir, s.dirStart = c, d.Tokens[i].Start
		}
	}
}

// demonymBefore: "the Iraqi city of Mosul", "Syrian border town Azaz": the demonym of a
// state up to six words before, with nothing but small words between.
func (w *work) demonymBefore(d *transform.Document, s *span) {
	sent := d.Tokens[s.first].Sentence
	kind := false
	for i := s.first - 1; i >= 0 && i >= s.first-7 && d.Tokens[i].Sentence == sent; i-- {
		t := word(d, i)
		if capital(t) {
			if m, ok := gazetteer.DemonymNamed(t); ok && kind && m.Forms&gazetteer.Adjective != 0 && m.Country != "" {
				s.country = gazetteer.CountryByCode(m.Country)
			}
			return
		}
		if cityWords[t] || adminWords[t] {
			kind = true
		}
		if strings.ContainsAny(t, ",.;:\"()") {
			return
		}
	}
}

// pair links two neighbouring names if one tells where the other lies.
func (w *work) pair(d *transform.Document, i, j int) {
	a, b := &w.spans[i], &w.spans[j]
	if d.Tokens[a.first].Sentence != d.Tokens[b.first].Sentence || b.first-a.last > 6 {
		return
	}
	if listGap(d, a.last, b.first) {
		a.beside[1], b.beside[0] = j, i
	}
	switch gap := gapKind(d, a.last, b.first); gap {
	case gapComma, gapIn:
		if w.holds(b, a) {
			a.container, b.contains = j, i
			a.beside[1], b.beside[0] = -1, -1
		}
	case gapPossessive:
		if w.holds(a, b) {
			b.container, a.contains = i, j
		}
	}
}

// listGap reports whether only commas and conjunctions stand between two names.
func listGap(d *transform.Document, from, to int) bool {
	for i := from; i < to; i++ {
		switch word(d, i) {
		case ",", ";", "and", "or", "&":
		default:
			return false
		}
	}
	return from < to
}

type gap int

const (
	gapOther gap = iota
	gapComma
	gapIn
	gapPossessive
)

// gapKind reads the tokens between two names.
func gapKind(d *transform.Document, from, to int) gap {
	kind, small := gapOther, true
	for i := from; i < to; i++ {
		t := word(d, i)
		switch {
		case t == ",", t == "(":
			if i == from {
				kind = gapComma
			}
		case t == "in":
			kind = gapIn
		case t == "'s" || t == "’s" || t == "’" || t == "'":
			if i == from {
				kind = gapPossessive
			}
		case t == "of", t == "the", cityWords[t], adminWords[t], t == "border", t == "coastal", t == "largest", t == "second", t == "main":
		default:
			if _, ok := directions[strings.ToLower(t)]; !ok && t != "-" {
				small = false
			}
		}
	}
	if !small || from == to {
		return gapOther
	}
	if kind == gapComma && to-from > 1 && word(d, to-1) != "in" && word(d, from) == "," { // "Idlib, the province of Aleppo" lists
		if _, ok := directions[strings.ToLower(word(d, to-1))]; !ok {
			return gapOther
		}
	}
	return kind
}

// holds reports whether some reading of outer is a country, area or region that some
// reading of inner lies in.
func (w *work) holds(outer, inner *span) bool {
	for _, o := range w.cands[outer.lo:outer.hi] {
		for _, c := range w.cands[inner.lo:inner.hi] {
			if w.within(c.ID, o.ID) {
				return true
			}
		}
	}
	return false
}

// within reports whether place c lies in area o: by its containers, or for regions by
// what they cover.
func (w *work) within(c, o gazetteer.ID) bool {
	if c == o {
		return false
	}
	g := w.g
	switch f := g.Feature(o); f {
	case gazetteer.CountryF:
		return g.Feature(c) != gazetteer.CountryF && g.Country(c) != nil && g.Country(c) == g.Country(o)
	case gazetteer.Admin1:
		return g.Admin1(c) == o && g.Feature(c) != gazetteer.Admin1
	case gazetteer.Admin2:
		return g.Admin2(c) == o && g.Feature(c) != gazetteer.Admin2
	case gazetteer.Region:
		if fc := g.Feature(c); fc == gazetteer.Region || fc == gazetteer.Continent {
			return false
		}
		if g.Feature(c) != gazetteer.CountryF && g.Feature(c) != gazetteer.Admin1 {
			la, lo := g.Point(c)
			lb, lp := g.Point(o)
			return gazetteer.Distance(la, lo, lb, lp) < 1.2*g.Radius(o)
		}
		for _, x := range g.Covers(o) {
			if x == c || g.Admin1(c) == x && g.Feature(c) != gazetteer.CountryF {
				return true
			}
		}
	}
	return false
}
