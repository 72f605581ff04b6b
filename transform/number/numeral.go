package number

import "strings"

// numeral is a number as read, before bounds and units.
type numeral struct {
	first, last int // lexemes, half open
	value       float64
	vague       bool // "dozens": value is the least it can mean
	ordinal     bool
	figure      bool // begins with digits
	fraction    bool // has a vulgar fraction
	scaled      bool // has a scale word: "3 million"
}

// numeralAt reads the longest numeral at lexeme i.
func (p *pass) numeralAt(i int) (numeral, bool) {
	for _, read := range [...]func(*pass, int) (numeral, bool){(*pass).plurals, (*pass).fractionOf, (*pass).ratio, (*pass).cardinal, (*pass).ordinal} {
		if n, ok := read(p, i); ok {
			return n, true
		}
	}
	return numeral{}, false
}

// plurals reads vague numbers. "dozens", "tens of thousands", "several hundred"
func (p *pass) plurals(i int) (numeral, bool) {
	if p.isWord(i, "both") && p.bareNounAhead(i+1) {
		return numeral{first: i, last: i + 1, value: 2}, true
	}
	if p.has(i, fVague) {
		// "several hundred", "a few dozen"
		if p.is(i+1, rHundred|rScale|rGroup) && p.lex[i+1].w.value >= 12 {
			least := 2.
			if p.isWord(i, "several") {
				least = 3
			}
			n := numeral{first: i, last: i + 2, value: least * p.lex[i+1].w.value, vague: true}
			if p.is(n.last, rScale) {
				n.value *= p.lex[n.last].w.value
				n.last++
			}
			return n, true
		}
		return numeral{}, false
	}
	if !p.is(i, rPlural) {
		return numeral{}, false
	}
	if p.isWord(i, "tens") && !p.isWord(i+1, "of") {
		return numeral{}, false
	}
	if p.isWord(i, "scores") && !p.isWord(i+1, "of") && !p.isWord(i+1, "more") {
		return numeral{}, false // "scores" are results too
	}
	n := numeral{first: i, last: i + 1, value: 2 * p.lex[i].w.value, vague: true}
	if p.isWord(i+1, "of") && p.is(i+2, rPlural) && p.lex[i+2].w.value > p.lex[i].w.value {
		n.value, n.last = p.lex[i].w.value*p.lex[i+2].w.value, i+3
		if p.lex[i].w.value >= 10 { // "tens of thousands" is at least twenty thousand
			n.value *= 2
		}
		if p.isWord(i+3, "of") && p.is(i+4, rPlural) && p.lex[i+4].w.value > p.lex[i+2].w.value {
			n.value, n.last = n.value*p.lex[i+4].w.value, i+5
		}
	}
	return n, true
}

// below100 reads 1 to 99 in words or figures.
func (p *pass) below100(i int) (float64, int, bool) {
	switch {
	case p.isFigure(i) && p.lex[i].flags == 0 && p.lex[i].value < 100:
		return p.lex[i].value, i + 1, true
	case p.is(i, rDigit|rTeen):
		return p.lex[i].w.value, i + 1, true
	case p.is(i, rTen):
		v, j := p.lex[i].w.value, i+1
		if p.hyphen(j) && p.is(j+1, rDigit) {
			return v + p.lex[j+1].w.value, j + 2, true
		}
		if p.is(j, rDigit) {
			return v + p.lex[j].w.value, j + 1, true
		}
		return v, j, true
	}
	return 0, 0, false
}

// group reads what can stand before a scale word: 1 to 999 in words (or teens of
// hundreds), or any figure. "a hundred and three", "nineteen hundred", "2.12 hundred"
func (p *pass) group(i int) (float64, int, bool) {
	if p.isFigure(i) {
		v, j := p.figure(i)
		if p.is(j, rHundred) {
			return p.hundreds(v, j)
		}
		return v, j, true
	}
	if p.is(i, rArticle) {
		if p.is(i+1, rHundred) {
			return p.hundreds(1, i+1)
		}
		return 0, 0, false
	}
	if p.is(i, rZero) {
		return 0, i + 1, true
	}
	if p.is(i, rHundred) {
		return p.hundreds(1, i)
	}
	v, j, ok := p.below100(i)
	if !ok {
		return 0, 0, false
	}
	if p.is(j, rHundred) {
		return p.hundreds(v, j)
	}
	if p.hyphen(j) && p.is(j+1, rHundred) {
		return p.hundreds(v, j+1)
	}
	return v, j, true
}

// hundreds reads on from a hundred at j. A tail that has a hundred of its own, or is the
// numerator of a fraction, belongs to the next number.
func (p *pass) hundreds(v float64, j int) (float64, int, bool) {
	v, j = v*100, j+1
	k := j
	joined := p.is(k, rAnd) || p.isMark(k, '&')
	if joined {
		k++
	}
	if _, _, ok := p.vulgar(k); ok && joined {
		return v, j, true
	}
	t, m, ok := p.below100(k)
	if !ok || t == 0 || p.is(m, rHundred) || p.isFigure(k) && (!joined || !p.figures) {
		return v, j, true
	}
	return v + t, m, true
}

// figure reads digits: with groups set off by spaces, with a fraction behind. "1 414 021 100", "5 1/2", "9½"
func (p *pass) figure(i int) (float64, int) {
	l := &p.lex[i]
	v, j := l.value, i+1
	if l.flags == 0 && l.digits <= 3 {
		if k, w, ok := p.spaced(i); ok {
			return w, k
		}
	}
	if l.flags&figDecimal == 0 && p.isFigure(j) && p.lex[j].digits == 0 && p.lex[j].value < 1 && p.lex[j].flags&figDecimal != 0 && p.lex[j].start-l.end <= 1 {
		return v + p.lex[j].value, j + 1
	}
	if l.flags&figDecimal == 0 && p.isFigure(j) && p.isMark(j+1, '/') && p.touches(j) && p.touches(j+1) && p.isFigure(j+2) && niceDenominator(p.lex[j+2].value) && p.lex[j].value < p.lex[j+2].value {
		return v + p.lex[j].value/p.lex[j+2].value, j + 3
	}
	return v, j
}

// spaced reads groups of three digits that spaces set off, and the broken "80, 000".
func (p *pass) spaced(i int) (int, float64, bool) {
	v, j, n := p.lex[i].value, i+1, 0
	for p.isFigure(j) && p.lex[j].digits == 3 && p.lex[j].flags&^figZero == 0 && p.lex[j].start == p.lex[j-1].end+1 {
		v, j, n = v*1000+p.lex[j].value, j+1, n+1
	}
	if n > 1 || n == 1 && p.lex[j-1].value == 0 {
		return j, v, true
	}
	if p.isMark(i+1, ',') && p.touches(i) && p.isFigure(i+2) && p.lex[i+2].digits == 3 && p.lex[i+2].value == 0 {
		return i + 3, p.lex[i].value * 1000, true
	}
	return 0, 0, false
}

// cardinal reads groups with their scales, decimals and fractions.
func (p *pass) cardinal(i int) (numeral, bool) {
	n := numeral{first: i, figure: p.isFigure(i)}
	p.figures = n.figure
	if p.is(i, rArticle) && p.is(i+1, rScale|rGroup) && !p.isWord(i+1, "score") {
		n.value, n.last = 1, i+1
	} else if v, j, ok := p.group(i); ok {
		n.value, n.last = v, j
	} else if p.is(i, rScale) && len(p.lex[i].text(p.text)) > 4 && i > 0 {
		n.value, n.last = 1, i // "per thousand", "a couple thousand"
	} else {
		return numeral{}, false
	}
	if p.is(n.last-1, rZero) && p.isWord(n.last-1, "nil") && n.last-n.first == 1 {
		return numeral{}, false
	}
	if p.point(&n) || p.ordinalTail(&n) {
		return n, true
	}
	p.scaled(&n)
	return n, true
}

// ordinal reads an ordinal in one word. "second"
func (p *pass) ordinal(i int) (numeral, bool) {
	if !p.is(i, rOrdinal) {
		return numeral{}, false
	}
	return numeral{first: i, last: i + 1, value: p.lex[i].w.ord, ordinal: true}, true
}

// point reads decimals in words. "nought point eleven", "two hundred point zero three"
func (p *pass) point(n *numeral) bool {
	if n.figure || !p.isWord(n.last, "point") || !p.is(n.last+1, rZero|rDigit|rTeen|rTen) {
		return false
	}
	j, unit := n.last+1, .1
	if p.is(j, rTeen|rTen) {
		v, k, _ := p.below100(j)
		n.value += v / 100
		j = k
	} else {
		for ; p.is(j, rZero|rDigit); j++ {
			n.value += p.lex[j].w.value * unit
			unit /= 10
		}
	}
	n.last = j
	for p.is(n.last, rScale) {
		n.value *= p.lex[n.last].w.value
		n.last, n.scaled = n.last+1, true
	}
	return true
}

// ordinalTail reads what turns the group into an ordinal. "21st", "twenty-second"
func (p *pass) ordinalTail(n *numeral) bool {
	j := n.last
	if n.figure && j == n.first+1 && p.touches(j-1) && j < len(p.lex) {
		switch strings.ToLower(p.lex[j].text(p.text)) {
		case "st", "nd", "rd", "th":
			n.last, n.ordinal = j+1, true
			return true
		}
	}
	return p.ordinalWord(n)
}

// ordinalWord reads an ordinal word behind tens, hundreds or scales.
func (p *pass) ordinalWord(n *numeral) bool {
	j := n.last
	if n.figure || j <= n.first || !p.is(j-1, rTen|rHundred|rScale|rAnd) {
		return false
	}
	if p.hyphen(j) || p.is(j, rAnd) {
		j++
	}
	if !p.is(j, rOrdinal) || p.lex[j].w.ord >= 100 && p.is(j-1, rTen) {
		return false
	}
	w := p.lex[j].w
	if p.is(n.last-1, rTen) && w.ord > 9 {
		return false
	}
	if w.ord == 2 && !p.hyphen(j-1) && n.last-n.first < 2 {
		return false // "twenty second" is a time more often than a rank
	}
	if w.ord >= 100 {
		n.value *= w.ord
	} else {
		n.value += w.ord
	}
	n.last, n.ordinal = j+1, true
	return true
}

// scaled multiplies n by the scale words behind it and adds further groups.
// "3.7 million", "three million, two hundred and forty", "one million and a half", "1.2bn"
func (p *pass) scaled(n *numeral) {
	factor := p.factor(n)
	if factor == 1 {
		p.addFraction(n, 1)
		return
	}
	total := n.value * factor
	n.scaled = true
	for {
		tail := numeral{first: n.last, last: n.last, value: total}
		if p.addFraction(&tail, factor) {
			n.value, n.last = tail.value, tail.last
			return
		}
		j := n.last
		comma := p.isMark(j, ',')
		if comma {
			j++
		}
		joined := p.is(j, rAnd) || p.isMark(j, '&')
		if joined {
			j++
		}
		if p.isFigure(j) && (!n.figure || comma) {
			break
		}
		v, k, ok := p.group(j)
		if !ok || v == 0 || v >= factor || comma && !joined && !p.is(j+1, rHundred|rScale) {
			break
		}
		next := numeral{first: j, last: k, value: v, figure: p.isFigure(j)}
		f := p.factor(&next)
		if v*f >= factor || joined && f == 1 && v < 10 && n.figure != next.figure {
			break
		}
		if f == 1 && !next.figure {
			p.point(&next)
			v = next.value
		}
		if p.touches(next.last-1) && p.isMark(next.last, '%') {
			break
		}
		total += v * f
		n.last, factor = next.last, f
		tail = numeral{first: n.first, last: next.last, value: total}
		if p.ordinalWord(&tail) {
			n.value, n.last, n.ordinal = tail.value, tail.last, true
			return
		}
		if f == 1 {
			break
		}
	}
	n.value = total
	tail := *n
	if p.ordinalWord(&tail) {
		*n = tail
	}
}

// factor reads the scales at n.last and moves n past them.
func (p *pass) factor(n *numeral) float64 {
	f := 1.
	if j := n.last; p.touches(j-1) && p.isFigure(j-1) && j < len(p.lex) && p.lex[j].kind == lexWord {
		// "1.2bn": a suffix that touches; "5m" may be metres, which the unit decides
		if w := p.lex[j].w; w != nil && w.suffix != 0 && p.suffixFits(j) {
			n.last++
			return w.suffix
		}
	}
	for {
		j := n.last
		if p.hyphen(j) {
			j++
		}
		if p.is(j, rScale) && !(p.isWord(j, "mil") && !p.touches(j-1)) {
			f *= p.lex[j].w.value
			n.last = j + 1
			continue
		}
		if (p.is(j, rGroup) || p.isWord(j, "dozens")) && f == 1 && n.value < 1000 && !(n.figure && p.isWord(j, "score")) {
			f *= p.lex[j].w.value
			n.last = j + 1
		}
		return f
	}
}

// suffixFits reports whether the letters at lexeme j behind a figure are a factor, not a unit.
func (p *pass) suffixFits(j int) bool {
	s := p.lex[j].text(p.text)
	switch s {
	case "m", "M", "t", "T", "b", "B", "mm", "MM":
		money := p.currencyBefore
		if s == "mm" || s == "t" {
			return money
		}
		return money || s == "M" || s == "MM" || s == "B" || j+1 < len(p.lex) && p.bareNounAhead(j+1)
	}
	return true
}
