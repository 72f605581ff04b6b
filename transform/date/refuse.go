package date

// leads reports whether the atom before i is one of the words.
func (p *pass) leads(i int, words ...string) bool {
	for _, w := range words {
		if p.is(i-1, w) {
			return true
		}
	}
	return false
}

// tag is the Penn tag of atom i.
func (p *pass) tag(i int) string {
	if t := p.at(i).tok; i >= 0 && i < len(p.atoms) && t >= 0 {
		return p.doc.Tokens[t].Tag
	}
	return ""
}

// clockDigits reports whether the number of atom i is the time of a day in four digits: "at
// 2100 on Monday", "between 1910 and 1950 GMT".
func (p *pass) clockDigits(i int) bool {
	n := p.at(i).n
	if n >= 2400 || n%100 >= 60 {
		return false
	}
	if p.is(i+1, "gmt") || p.is(i+1, "hours") || p.is(i+1, "and") && p.at(i+2).set.has(cNum) && (p.is(i+3, "gmt") || p.is(i+3, "hours") || p.is(i+3, "[")) {
		return true
	}
	return p.leads(i, "at") && !nounTag(p.tag(i+1)) && !p.is(i+1, "and") || p.leads(i, "and") && p.is(i+1, "[") && p.at(i-2).set.has(cNum)
}

// yearLike reports whether the four digits at atom i read as a year.
func (p *pass) yearLike(i int) bool {
	a, prev, next := p.at(i), p.at(i-1), p.at(i+1)
	if !a.set.has(cYear) {
		return true
	}
	prep := p.leads(i, "in", "since", "of", "by", "until", "from", "during", "before", "after", "to", "till", "through", "between", "early", "late", "mid", "for", "circa", "around")
	switch {
	case a.n < 1500 || a.n > 2100:
		return prep && a.n >= 1000 && p.is(i-1, "in") && !nounTag(p.tag(i+1))
	case a.glued && prev.word != nil && (prev.word.text == "$" || prev.word.text == "#" || prev.word.text == "." || prev.word.text == ":"):
		return false
	case a.glued && prev.word == nil && prev.set == 0: // B-2000, F2000
		return false
	case next.glued && next.word != nil && (next.word.text == "%" || next.word.text == "/"), next.glued && next.set == 0 && next.word == nil:
		return false
	case p.clockDigits(i):
		return false
	case numbered(p, i-1), p.is(i+1, "block"): // the 1900 block of Elm Street
		return false
	case a.glued && prev.word == p.g.punct['-'] && prev.glued && p.at(i-2).word == nil && p.at(i-2).set.has(cNum) && !p.at(i-2).set.has(cYear):
		return false // a telephone number
	case p.tag(i+1) == "NNS" && !p.is(i+1, "elections"):
		if a.n > 1900 && a.n%1000 != 0 && (p.is(i-1, "the") || p.is(i-1, "'s") || p.tag(i-1) == "PRP$") {
			return true // the 1992 protests
		}
		return prep && a.n >= 1900 && p.tag(i-1) != "TO" && !p.is(i-1, "of") && !p.is(i-1, "for") && !p.is(i-1, "to") && !p.is(i-1, "from")
	case prev.upper && prev.word == nil && prev.set == 0 && !prep && i > 0 && prev.end-prev.start > 1: // Agenda 2030, Windows 2000
		return false
	case a.n < 1900:
		return prep || p.is(i-1, "(") || p.is(i-1, "-") || p.is(i-1, "and") || p.is(i-1, ",") || p.is(i-1, "the") || p.is(i-1, "a")
	}
	return true
}

// numbered reports whether the word at atom i takes a number: resolution 1973, flight 1549.
func numbered(p *pass, i int) bool {
	for _, w := range [...]string{"resolution", "flight", "section", "article", "room", "number", "no", "route", "page", "chapter", "bill", "rule", "paragraph", "channel", "highway", "ext", "extension", "unit", "model", "about", "some", "nearly", "almost", "over", "than", "least"} {
		if p.is(i, w) {
			return true
		}
	}
	return false
}

func nounTag(tag string) bool { return len(tag) >= 2 && tag[:2] == "NN" }

// titled reports whether an expression is the name of something: "60 Minutes", "This Week".
func (m *match) titled() bool {
	p := m.pass
	first := p.at(m.start)
	if m.frame.has.has(hasHoliday) || m.start == 0 || p.at(m.end-1).word == nil || !p.at(m.end-1).upper || !first.upper && first.word != nil {
		return false
	}
	if t := first.tok; first.word != nil && (t < 0 || p.doc.Sentences[p.doc.Tokens[t].Sentence].First == int(t) || m.end-m.start == 1) {
		return false
	}
	last := p.at(m.end - 1).set
	return last.has(cUnit) || last.has(cDayWord) || last.has(cSound)
}

// startsPhrase reports whether a noun phrase or clause begins at atom i.
func (p *pass) startsPhrase(i int) bool {
	if i >= len(p.atoms) {
		return false
	}
	a := p.at(i)
	if a.word != nil && (a.word == p.g.punct[','] || a.word == p.g.punct['.'] || a.word.text == "and" || a.word.text == "-") {
		return false
	}
	switch t := p.tag(i); t {
	case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CD", "EX", "WDT", "IN":
		return true
	}
	return false
}
