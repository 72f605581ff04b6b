package number

// refuse reports whether a numeral is no number of anything: a telephone number, a clock
// time, part of a name or an address, a figure inside a web address.
func (p *pass) refuse(n *numeral) bool {
	i, j := n.first, n.last
	if p.isWord(i, "one") && n.last == i+1 {
		return p.idleOne(i)
	}
	if n.ordinal || p.is(i, rOrdinal) {
		return p.capitalAhead(j) && p.street(j)
	}
	if !p.isFigure(i) {
		return p.labelled(i) && p.lex[i].capital(p.text)
	}
	l := &p.lex[i]
	if l.flags&figBroken != 0 || l.flags&figZero != 0 && l.value != 0 || l.digits > 12 && l.flags&figGrouped == 0 {
		return true
	}
	return p.cluster(i, j) || p.clock(i, j) || p.phone(i, j) || p.labelled(i) || p.address(i, j) || p.yearLike(n)
}

// idleOne tells "one" that counts nothing. "one of the largest", "no one", "one another"
func (p *pass) idleOne(i int) bool {
	switch {
	case p.isWord(i-1, "no"), p.isWord(i-1, "the"), p.isWord(i-1, "this"), p.isWord(i-1, "which"), p.isWord(i-1, "every"), p.isWord(i-1, "any"), p.isWord(i-1, "each"), p.isWord(i-1, "some"):
		return true
	case p.isWord(i+1, "another"), p.isWord(i+1, "time") && p.hyphen(i+1), p.isWord(i+1, "thing"), p.isWord(i+1, "day"), p.isWord(i+1, "can"), p.isWord(i+1, "such"):
		return true
	case p.isWord(i-1, "a") || p.isWord(i-1, "an"):
		return true
	case p.isMark(i+1, '\'') || p.isMark(i+1, '’'):
		return true
	case p.isWord(i+1, "of"):
		return p.isWord(i+2, "the") && p.isWord(i+3, "most") || p.superlative(i+2)
	}
	if !p.nounTag(i+1) && !p.modifier(i+1, -1) && !p.be(i+1) && p.harmAs(i+1, hPast, hState, hIntrans) == nil && p.harmAs(i-1, hPast, hPassive, hGerund, hBase) == nil && !p.is(i+1, rHundred|rScale|rFraction) && !p.unitAhead(i+1) {
		return !p.harmNear(i)
	}
	return p.hyphen(i+1) && p.isWord(i+2, "on") || p.isWord(i-1, "by") && p.isWord(i-2, "one")
}

// harmNear reports whether what happens to people stands within three words before
// lexeme i: "killing two and one".
func (p *pass) harmNear(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if p.lex[k].w != nil && len(p.lex[k].w.harm) > 0 {
			return true
		}
	}
	return false
}

// superlative reports whether an adjective in -est stands within two words of lexeme i.
func (p *pass) superlative(i int) bool {
	for k := i; k < min(i+4, len(p.lex)); k++ {
		s := p.lex[k].text(p.text)
		if n := len(s); n > 5 && s[n-3:] == "est" && !p.lex[k].capital(p.text) || s == "worst" || s == "best" || s == "few" {
			return true
		}
	}
	return false
}

// cluster refuses figures that letters or marks make part of a code. "MH17", "B-52",
// "J1149.5+6663", "t.co/15"
func (p *pass) cluster(i, j int) bool {
	if p.touches(i - 1) {
		b := &p.lex[i-1]
		switch {
		case b.kind == lexWord:
			return true
		case b.mark == '-' && p.touches(i-2) && i > 1 && p.lex[i-2].kind == lexWord && p.lex[i-2].capital(p.text) && !p.isWord(i-2, "mid"):
			return true
		case b.mark == '.' || b.mark == '_' || b.mark == '=' || b.mark == '@' || b.mark == '#' || b.mark == '&' || b.mark == '?':
			return true
		case b.mark == '/' && p.touches(i-2):
			return true
		case b.mark == '+' && p.touches(i-2):
			return true
		}
	}
	if !p.touches(j - 1) {
		return false
	}
	a := &p.lex[j]
	switch {
	case a.kind == lexWord:
		return !p.unitAhead(j) && len(a.text(p.text)) > 0 && !p.moneyTouch(j)
	case a.mark == '/' && p.touches(j) && j+1 < len(p.lex) && p.lex[j+1].kind != lexMark:
		return true
	case a.mark == '_' || a.mark == '@' || a.mark == '=':
		return true
	}
	return false
}

func (p *pass) moneyTouch(j int) bool {
	code, _ := p.moneyAt(j)
	return code != ""
}

// clock refuses times of day and the like. "8:15", "5 p.m.", "10am", "2130 GMT", "9 o'clock"
func (p *pass) clock(i, j int) bool {
	if p.isMark(j, ':') && p.touches(j-1) && p.isFigure(j+1) && p.touches(j) || p.isMark(i-1, ':') && p.touches(i-1) && p.isFigure(i-2) {
		return true
	}
	if p.isWord(j, "am") || p.isWord(j, "pm") || p.isWord(j, "gmt") || p.isWord(j, "utc") || p.isWord(j, "noon") {
		return true
	}
	if (p.isWord(j, "p") || p.isWord(j, "a")) && p.isMark(j+1, '.') && p.isWord(j+2, "m") {
		return true
	}
	return p.isWord(j, "o") && (p.isMark(j+1, '\'') || p.isMark(j+1, '’'))
}

// phone refuses telephone numbers and dates in figures: three parts joined by dashes or
// slashes, an area code in parentheses, a number to call.
func (p *pass) phone(i, j int) bool {
	part := func(k int) bool {
		return p.isFigure(k) && (p.isMark(k+1, '-') || p.isMark(k+1, '/') || p.isMark(k+1, '.')) && p.touches(k) && p.touches(k+1) && k+2 < len(p.lex)
	}
	if part(i) && part(i+2) || part(i-2) && part(i) || part(i-2) && part(i-4) {
		return true
	}
	l := &p.lex[i]
	if part(i) && l.digits == 3 && p.isFigure(i+2) && p.lex[i+2].digits == 4 || part(i-2) && l.digits == 4 && p.lex[i-2].digits == 3 {
		return true // "555-1234"
	}
	if p.isMark(i-1, '(') && l.digits == 3 && (p.isMark(j, ')') || j+1 < len(p.lex) && p.isFigure(j)) && p.isFigure(j+1) {
		return true
	}
	if p.isMark(i-1, ')') && p.isFigure(i-2) && p.isMark(i-3, '(') && l.digits == 3 {
		return true
	}
	if l.value == 911 || l.value == 999 {
		return p.flagNear(i, fCall) || p.isWord(j, "call") || p.isWord(j, "calls")
	}
	return l.digits >= 3 && l.flags == 0 && p.has(i-1, fCall) && !p.bareNounAhead(j)
}

// flagNear reports whether one of the four words before lexeme i has the flag.
func (p *pass) flagNear(i int, f wordFlag) bool {
	for k := max(0, i-4); k < i; k++ {
		if p.has(k, f) {
			return true
		}
	}
	return false
}

// labelled refuses the number of a name. "Route 66", "Flight 370", "Resolution 2254", "No. 10"
func (p *pass) labelled(i int) bool {
	k := i - 1
	if p.isMark(k, '.') {
		k--
	}
	if k < 0 || p.lex[k].w == nil {
		return p.isMark(k, '#')
	}
	w := p.lex[k].w
	if w.flags&fLabel != 0 && p.lex[k].capital(p.text) && (k > 0 || !p.isWord(k, "number")) {
		return true
	}
	return w.flags&fMonth != 0 && p.lex[k].capital(p.text) && !p.isWord(k, "may") || (p.isWord(k, "No") || p.isWord(k, "nos")) && p.isMark(k+1, '.')
}

func (p *pass) capitalAhead(j int) bool {
	return j < len(p.lex) && p.lex[j].kind == lexWord && p.lex[j].capital(p.text)
}

// street reports whether a street ends within four capitalised words of lexeme j.
func (p *pass) street(j int) bool {
	for k := j; k < min(j+4, len(p.lex)); k++ {
		if p.isMark(k, '.') {
			continue
		}
		if !p.capitalAhead(k) && !p.is(k, rOrdinal) && !p.isFigure(k) {
			return false
		}
		if p.has(k, fStreet) {
			return true
		}
	}
	return false
}

// address refuses house numbers. "3150 Robinson Road", "the 500 block of West 39th Avenue"
func (p *pass) address(i, j int) bool {
	if p.isWord(j, "block") || p.isWord(j, "blk") || p.isMark(j, '-') && p.isWord(j+1, "block") {
		return true
	}
	return p.lex[i].flags == 0 && (p.capitalAhead(j) || p.isFigure(j)) && p.street(j)
}

// yearLike refuses years that no date mention covers: four bare figures without anything
// to count behind them.
func (p *pass) yearLike(n *numeral) bool {
	l := &p.lex[n.first]
	if n.last != n.first+1 || l.digits != 4 || l.flags != 0 || l.value < 1500 || l.value > 2100 {
		return false
	}
	j := n.last
	if p.unitAhead(j) || p.hyphen(j) || p.isMark(j, '%') || p.moneyTouch(j) {
		return false
	}
	for _, w := range [...]string{"in", "since", "by", "until", "of"} {
		if p.isWord(n.first-1, w) {
			return true
		}
	}
	for p.tag(j) == "JJ" {
		j++
	}
	return p.tag(j) != "NNS" || p.isMark(n.first-1, ',')
}
