package number

// fractionOf reads fractions that stand alone. "half", "two-thirds", "three quarters of a million"
func (p *pass) fractionOf(i int) (numeral, bool) {
	value, j, ok := p.vulgar(i)
	if !ok {
		if value, j, ok = p.half(i); !ok {
			return numeral{}, false
		}
	}
	n := numeral{first: i, last: j, value: value, fraction: true}
	k := j
	if p.isWord(k, "of") || p.isWord(k, "a") {
		if p.isWord(k, "of") {
			k++
		}
		if p.is(k, rArticle) {
			k++
		}
	}
	if p.is(k, rScale|rGroup) { // "half a million", "quarter million", "half-dozen"
		n.value, n.last, n.scaled = value*p.lex[k].w.value, k+1, true
	} else if p.hyphen(j) && p.is(j+1, rGroup|rScale) {
		n.value, n.last, n.scaled = value*p.lex[j+1].w.value, j+2, true
	} else if p.is(k-1, rArticle) && p.unitAhead(k) { // "half a percent", "a quarter of a mile"
		n.last = k
	}
	return n, true
}

// half reads a bare half or quarter, where it is a number at all.
func (p *pass) half(i int) (float64, int, bool) {
	if !p.is(i, rFraction) || p.lex[i].w.many {
		return 0, 0, false
	}
	w := p.lex[i].w
	scaled := p.is(i+1, rScale) || p.is(i+1, rArticle) && p.is(i+2, rScale|rGroup) || p.hyphen(i+1) && p.is(i+2, rGroup)
	switch {
	case w.den == 2:
		if p.hyphen(i+1) && !scaled || p.hyphen(i-1) || p.isWord(i-1, "the") || p.isWord(i-1, "other") || p.is(i-1, rOrdinal) || p.isWord(i+1, "time") {
			return 0, 0, false // "half-brother", "the first half"
		}
		return .5, i + 1, true
	case w.den == 4 && scaled:
		return .25, i + 1, true
	}
	return 0, 0, false
}

// vulgar reads numerator and denominator in words. "two-thirds", "one sixth", "fifty-four hundredths", "a quarter of"
func (p *pass) vulgar(i int) (float64, int, bool) {
	if p.is(i, rArticle) {
		if !p.is(i+1, rFraction) || p.lex[i+1].w.many {
			return 0, 0, false
		}
		w := p.lex[i+1].w
		alone := p.isWord(i+2, "of") || p.is(i+2, rScale) && w.roles&rOrdinal == 0
		if !alone && !p.is(i-1, rAnd) {
			return 0, 0, false // "a third man"
		}
		return 1 / w.den, i + 2, true
	}
	num, j, ok := p.below100(i)
	if !ok || num == 0 {
		return 0, 0, false
	}
	if p.hyphen(j) {
		j++
	}
	if !p.is(j, rFraction) {
		return 0, 0, false
	}
	w := p.lex[j].w
	if (num > 1) != w.many || p.lex[i].kind == lexDigit && w.roles&rOrdinal != 0 {
		return 0, 0, false
	}
	if p.isFigure(i) && w.den == 4 { // "3 quarters" are parts of a year
		return 0, 0, false
	}
	return num / w.den, j + 1, true
}

// ratio reads one number over or in another. "one over one hundred", "1/4", "two out of three"
func (p *pass) ratio(i int) (numeral, bool) {
	p.figures = p.isFigure(i)
	num, j, ok := p.group(i)
	if !ok || num == 0 {
		return numeral{}, false
	}
	n := numeral{first: i, fraction: true, figure: p.isFigure(i)}
	switch {
	case p.isMark(j, '/') && p.isFigure(i) && j == i+1 && p.touches(i) && p.touches(j) && p.isFigure(j+1) && niceDenominator(p.lex[j+1].value) && num < p.lex[j+1].value:
		n.value, n.last = num/p.lex[j+1].value, j+2
		if p.touches(j+1) && p.isMark(j+2, '/') {
			return numeral{}, false
		}
		return n, true
	case p.isWord(j, "over"):
		den, k, ok := p.group(j + 1)
		if !ok || den <= num || p.isFigure(i) {
			return numeral{}, false
		}
		n.value, n.last = num/den, k
		return n, true
	case p.isWord(j, "out") && p.isWord(j+1, "of"):
		den, k, ok := p.group(j + 2)
		if !ok || den <= num || den > 1000 {
			return numeral{}, false
		}
		n.value, n.last = num/den, k
		return n, true
	case p.isWord(j, "in") && !p.lex[j].capital(p.text):
		den, k, ok := p.group(j + 1)
		if !ok || den <= num || num > 9 || den != 10 && den != 100 && den > 9 || p.unitAhead(k) {
			return numeral{}, false
		}
		if k < len(p.lex) && p.lex[k].kind == lexWord && !(p.isWord(k, "or") || p.isWord(k, "of") || p.bareNounAhead(k)) {
			return numeral{}, false
		}
		if p.bareNounAhead(k) && num != 1 {
			return numeral{}, false // "12 in six boxes"
		}
		n.value, n.last = num/den, k
		return n, true
	}
	return numeral{}, false
}

func niceDenominator(v float64) bool {
	switch v {
	case 2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100:
		return true
	}
	return false
}

// addFraction adds a fraction behind n, in units of factor. "five and a half", "one billion and a quarter million"
func (p *pass) addFraction(n *numeral, factor float64) bool {
	j := n.last
	if !p.is(j, rAnd) && !p.hyphen(j) {
		return false
	}
	k := j + 1
	if p.hyphen(j) { // "two-and-a-half"
		if !p.is(k, rAnd) || !p.hyphen(k+1) {
			return false
		}
		k += 2
		if p.is(k, rArticle) && p.hyphen(k+1) && p.is(k+2, rFraction) && !p.lex[k+2].w.many {
			n.value, n.last = n.value+factor/p.lex[k+2].w.den, k+3
			return true
		}
		return false
	}
	v, m, ok := p.vulgar(k)
	if !ok {
		return false
	}
	n.fraction = true
	if p.is(m, rScale) { // the fraction has a scale of its own, or shares it
		f := p.lex[m].w.value
		if factor == 1 {
			n.value, n.scaled = (n.value+v)*f, true
		} else {
			n.value += v * f
		}
		n.last = m + 1
		return true
	}
	n.value, n.last = n.value+v*factor, m
	return true
}
