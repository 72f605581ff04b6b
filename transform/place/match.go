package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
	"dateline/transform/text"
)

// span is a name in the text that the gazetteer knows.
type span struct {
	first, last int                // tokens, half open
	start, end  int                // bytes
	lo, hi      int                // candidates: work.cands[lo:hi]
	group       int                // index into work.groups
	container   int                // span that names what it lies in ("Springfield, Illinois"); -1
	contains    int                // span that it contains; -1
	beside      [2]int             // spans beside it in a list; -1
	country     *gazetteer.Country // told by a demonym: "the Iraqi city of"
	hint        hint
	loose       bool    // known by the loose key only
	abbreviated bool    // "Ill."
	dir         string  // direction word before it, as in the table; ""
	dirEnd      int     // where it ends, if it comes behind: "Syria's northwest"
	dirStart    int     // where the direction begins
	p, p2       float64 // probability that it is a place, before and after resolution
}

// hint is what a type word tells of a name.
type hint byte

const (
	noHint hint = iota
	cityHint
	adminHint
	countyHint
)

const maxWords = 7 // tokens of the longest name tried

// match finds the names of a document that the gazetteer knows, longest first, from left
// to right.
func (w *work) match(d *transform.Document) {
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		for i := sent.First; i < sent.Last; {
			if n := w.matchAt(d, i, sent.Last); n > 0 {
				i += n
				continue
			}
			i++
		}
	}
}

// matchAt tries names that begin at token i and returns the tokens of the one found.
func (w *work) matchAt(d *transform.Document, i, end int) int {
	toks := d.Tokens
	if !startsName(toks, d.Text, i, end) {
		return 0
	}
	if n := w.matchAbbreviation(d, i, end); n > 0 {
		return n
	}
	if w.compass(d, i, end) {
		return 0
	}
	last := i + 1
	for last < end && last < i+maxWords && inName(toks, d.Text, last) {
		last++
	}
	for ; last > i; last-- {
		if !endsName(d.Text, toks, last-1) {
			continue
		}
		s := d.Text[toks[i].Start:toks[last-1].End]
		if last == i+1 && (!single(s, toks[i]) || w.quarter(d, i)) {
			continue
		}
		if last == i+1 && natureWords[s] && len(w.spans) > 0 && w.spans[len(w.spans)-1].last == i && toks[i-1].Sentence == toks[i].Sentence {
			continue // the Bay of "Manila Bay" is no place of its own
		}
		lo := len(w.cands)
		w.cands = w.withArticle(d, i, last)
		if len(w.cands) == lo {
			w.cands = w.g.Lookup(w.cands, s)
		}
		if len(w.cands) == lo {
			continue
		}
		if d.Text[toks[last-1].End:] != "" && d.Text[toks[last-1].End] == '$' { // US$, A$
			w.cands = w.cands[:lo]
			return last - i
		}
		if last < end && streetWords[word(d, last)] && !w.country(lo) {
			w.cands = w.cands[:lo]
			return last - i + 1
		}
		if last == i+1 && !w.country(lo) {
			if _, ok := gazetteer.DemonymNamed(s); ok { // Syrian is no village
				w.cands = w.cands[:lo]
				return 1
			}
		}
		if last == i+1 && shouted(s) && len(s) <= 3 && !w.country(lo) { // an acronym, not a village
			w.cands = w.cands[:lo]
			continue
		}
		w.addFound(d, span{first: i, last: last}, lo)
		return last - i
	}
	if toks[i].Entity == "B-LOC" {
		return w.matchLoose(d, i, end)
	}
	return 0
}

// matchAbbreviation finds states as agencies and the post abbreviate them.
func (w *work) matchAbbreviation(d *transform.Document, i, end int) int {
	head := d.Text[d.Tokens[i].Start:d.Tokens[i].End]
	if id := w.g.StateByAbbreviation(head); id != gazetteer.None && w.abbreviationFits(d, i) {
		w.add(d, span{first: i, last: i + 1, abbreviated: true}, gazetteer.Candidate{ID: id})
		return 1
	}
	if len(head) == 2 && w.afterComma(d, i) {
		if id := w.g.StateByPostal(head); id != gazetteer.None {
			w.add(d, span{first: i, last: i + 1, abbreviated: true}, gazetteer.Candidate{ID: id})
			return 1
		}
	}
	if head == "W." && i+1 < end && d.Text[d.Tokens[i+1].Start:d.Tokens[i+1].End] == "Va." {
		w.add(d, span{first: i, last: i + 2, abbreviated: true}, gazetteer.Candidate{ID: w.g.StateByAbbreviation("W.Va.")})
		return 2
	}
	return 0
}

// withArticle looks a name up with the article before it: "the Gulf" is no province of
// Papua New Guinea.
func (w *work) withArticle(d *transform.Document, i, last int) []gazetteer.Candidate {
	lo := len(w.cands)
	switch next := word(d, last); {
	case i > 0 && word(d, i-1) == "the":
		w.cands = w.g.Lookup(w.cands, d.Text[d.Tokens[i-1].Start:d.Tokens[last-1].End])
	case last == i+1 && natureWords[word(d, i)] && !(capital(next) && adminWords[strings.ToLower(next)]): // "Gulf states"
		w.cands = w.g.Lookup(w.cands, "the "+word(d, i))
	}
	if len(w.cands) > lo {
		switch w.g.Feature(w.cands[lo].ID) {
		case gazetteer.Region, gazetteer.Water, gazetteer.Site, gazetteer.CountryF:
			return w.cands
		}
	}
	return w.cands[:lo]
}

// compass reports a capitalised direction that belongs to no name of its own: "North
// Richmond" in a text that has Richmond by itself.
func (w *work) compass(d *transform.Document, i, end int) bool {
	switch word(d, i) {
	case "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Greater", "Downtown", "Upper", "Lower":
		return i+1 < end && w.alone[word(d, i+1)] >= 2
	}
	return false
}

// quarter reports a direction that stands alone: "the West" is a camp and no region of
// Cameroon. "West, Texas" and "South province" are places.
func (w *work) quarter(d *transform.Document, i int) bool {
	if _, ok := directions[strings.ToLower(word(d, i))]; !ok && !parts[word(d, i)] {
		return false
	}
	next := word(d, i+1)
	return !adminWords[next] && !(next == "," && capital(word(d, i+2)))
}

// matchLoose tries the whole entity at token i by the loose key.
func (w *work) matchLoose(d *transform.Document, i, end int) int {
	last := i + 1
	for last < end && last < i+maxWords && (d.Tokens[last].Entity == "I-LOC" || d.Tokens[last].Tag == "HYPH" || d.Tokens[last-1].Tag == "HYPH") {
		last++
	}
	s := d.Text[d.Tokens[i].Start:d.Tokens[last-1].End]
	if len(s) < 5 {
		return 0
	}
	if _, ok := gazetteer.DemonymNamed(s); ok {
		return 0
	}
	lo := len(w.cands)
	w.cands = w.g.LookupLoose(w.cands, s)
	if len(w.cands) == lo {
		return 0
	}
	w.addFound(d, span{first: i, last: last, loose: true}, lo)
	return last - i
}

func (w *work) addFound(d *transform.Document, s span, lo int) {
	s.lo, s.hi = lo, len(w.cands)
	s.start, s.end = d.Tokens[s.first].Start, d.Tokens[s.last-1].End
	s.container, s.contains, s.beside = -1, -1, [2]int{-1, -1}
	w.spans = append(w.spans, s)
}

func (w *work) add(d *transform.Document, s span, c gazetteer.Candidate) {
	lo := len(w.cands)
	w.cands = append(w.cands, c)
	w.addFound(d, s, lo)
}

// country reports whether a fact (country, state, region) is among the candidates from lo.
func (w *work) country(lo int) bool {
	for _, c := range w.cands[lo:] {
		if f := w.g.Feature(c.ID); f == gazetteer.CountryF || f == gazetteer.Admin1 || f == gazetteer.Region {
			return true
		}
	}
	return false
}

// abbreviationFits: after a comma any abbreviation is a state; elsewhere only those that
// are no words of their own: N.Y., W.Va., Calif.
func (w *work) abbreviationFits(d *transform.Document, i int) bool {
	if w.afterComma(d, i) {
		return true
	}
	switch d.Text[d.Tokens[i].Start:d.Tokens[i].End] {
	case "Miss.", "Mass.", "Mo.", "La.", "Man.", "Ore.", "Cal.", "Pa.", "Md.", "Del.", "Ind.", "Me.", "Ill.", "Wash.", "Vic.", "SA", "WA", "NT", "Ark.", "Ky.", "Ga.", "Va.", "B.C.", "Tex.", "Penn.", "Que.", "Man", "Vt.", "Ala.", "Neb.":
		return false
	}
	return true
}

// afterComma reports whether token i follows a comma that follows a name.
func (w *work) afterComma(d *transform.Document, i int) bool {
	return i >= 2 && d.Tokens[i-1].Sentence == d.Tokens[i].Sentence && d.Text[d.Tokens[i-1].Start] == ',' && capital(d.Text[d.Tokens[i-2].Start:])
}

// startsName: a capital letter, or the Arabic article before one (al-Bab).
func startsName(toks []text.Token, s string, i, end int) bool {
	w := s[toks[i].Start:toks[i].End]
	if capital(w) {
		return true
	}
	if len(w) > 3 || !connectors[w] || i+2 >= end || w[0] != 'a' && w[0] != 'e' {
		return false
	}
	return toks[i+1].Tag == "HYPH" && capital(s[toks[i+2].Start:])
}

// inName reports whether token i may be within a name that began before.
func inName(toks []text.Token, s string, i int) bool {
	w := s[toks[i].Start:toks[i].End]
	switch w {
	case "-", "–", "’", "'", "‘", "`", "&":
		return true
	case ",":
		return false
	}
	return capital(w) || connectors[w] || innerCapital(w) || w[0] == '\'' || strings.HasPrefix(w, "’")
}

// innerCapital: "e-Sharif", which the tokeniser leaves whole.
func innerCapital(w string) bool {
	i := strings.IndexByte(w, '-')
	return i > 0 && i+1 < len(w) && capital(w[i+1:])
}

func endsName(s string, toks []text.Token, i int) bool {
	w := s[toks[i].Start:toks[i].End]
	return capital(w) || innerCapital(w) || len(w) > 3 && !connectors[w] && toks[i-1].Tag == "HYPH"
}

// single reports whether a word by itself may be a place.
func single(s string, t text.Token) bool {
	if calendar[s] || len(s) < 2 || connectors[strings.ToLower(s)] {
		return false
	}
	if len(s) <= 3 && !strings.ContainsRune(s, '.') { // Us is no country, US is
		return len(s) == 3 || shouted(s)
	}
	switch t.Tag {
	case "PRP", "PRP$", "DT", "IN", "CC", "TO", "MD", "WP", "WRB", "WDT", "EX", "CD":
		return false
	}
	return true
}

func shouted(s string) bool { return s == strings.ToUpper(s) }

func capital(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
