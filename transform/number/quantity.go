package number

// quantity is a number with its bound, unit and the lexemes it covers.
type quantity struct {
	first, last     int // lexemes with bounds and units, half open
	core, coreEnd   int // lexemes of the bare number
	value           float64
	noValue         bool // vague: only low is known
	low, high       float64
	hasLow, hasHigh bool
	bound           string
	typ             string
	unit            string
	kind            unitKind
	age             bool
	fraction        bool    // of something: never a number of people
	scale           float64 // factor of its scale word, 1 without
	rule            string
}

// The values of number_type.
const (
	cardinalType = "cardinal"
	ordinalType  = "ordinal"
	moneyType    = "money"
	percentType  = "percent"
	measureType  = "measure"
	countType    = "count"
	scoreType    = "score"
)

// scan finds the quantities of the sentence in p.lex, left to right, longest first.
func (p *pass) scan() {
	p.qs = p.qs[:0]
	for i := 0; i < len(p.lex); {
		if !p.starts(i) {
			i++
			continue
		}
		q, ok := p.bounded(i)
		if !ok {
			i++
			continue
		}
		if q.rule != "refused" {
			p.qs = append(p.qs, q)
		}
		i = max(q.last, i+1)
	}
	p.join()
}

// starts reports whether a quantity may begin at lexeme i; most words of a text may not.
func (p *pass) starts(i int) bool {
	l := &p.lex[i]
	if l.kind == lexDigit {
		return true
	}
	if l.kind == lexMark {
		return p.signAt(i) != "" || p.negative(i)
	}
	if w := l.w; w != nil && (w.roles != 0 || len(w.bounds) > 0 || len(w.units) > 0 || w.flags&(fVague|fRange) != 0) {
		return true
	}
	return i+1 < len(p.lex) && (p.lex[i+1].kind == lexDigit || p.lex[i+1].kind == lexMark) // a currency in letters
}

// bounded reads a quantity with what bounds it, from both sides.
func (p *pass) bounded(i int) (quantity, bool) {
	if q, ok := p.between(i); ok {
		return q, true
	}
	if q, ok := p.percentOf(i); ok {
		return q, true
	}
	if q, ok := p.oneUnit(i); ok {
		return q, true
	}
	bound, j := p.boundsAt(i)
	if bound != "" && p.isWord(j, "the") && p.is(j+1, rOrdinal) {
		j++
	}
	if bound != "" && p.is(j, rArticle) && (p.is(j+1, rDigit|rTeen|rTen) || p.isFigure(j+1)) {
		j++ // "nearly a 20 percent rise", "at least a two-year stay"
	}
	q, ok := p.ranged(j)
	if !ok {
		return quantity{}, false
	}
	if q.rule == "refused" {
		return q, true
	}
	q.first = i
	if q.bound == ranged {
		if bound == about || bound == "" {
			return q, true
		}
		q.value = q.low
		if bound == atMost || bound == lessThan || bound == nearly {
			q.value = q.high
		}
	}
	after, k := p.boundAt(q.last, true)
	switch {
	case bound == "" && after != "" && !(p.isWord(q.last, "or") && p.numberAhead(k)):
		bound, q.last = after, k
		if u, j := p.unitAt(k); u != nil && q.typ == cardinalType { // "ten or more miles"
			p.measure(&q, u, j)
		}
		q.rule = "bound"
	case (bound == "" || bound == about) && p.hyphen(q.last) && p.isWord(q.last+1, "odd"): // "twenty-odd people"
		bound, q.last = about, q.last+2
	case bound == exact && (after == atLeast || after == atMost) && !p.numberAhead(k):
		bound, q.last = after, k
	case p.isWord(q.last, "or") && p.isWord(q.last+1, "equal") && p.isWord(q.last+2, "to"):
		if bound == moreThan {
			bound, q.last = atLeast, q.last+3
		} else if bound == lessThan {
			bound, q.last = atMost, q.last+3
		}
	}
	if bound == "" && p.isMark(q.coreEnd, '+') && p.touches(q.coreEnd-1) {
		bound, q.last = atLeast, max(q.last, q.coreEnd+1)
	}
	p.setBound(&q, bound)
	return q, true
}

// setBound gives q its sides. A vague number is a lower bound by itself.
func (p *pass) setBound(q *quantity, bound string) {
	switch {
	case q.noValue && (bound == "" || bound == about || bound == moreThan || bound == atLeast):
		q.apply(atLeast)
	case q.noValue: // "fewer than dozens" says nothing
		q.bound = bound
	case q.typ == scoreType:
		q.bound = exact
	case bound == "":
		q.apply(exact)
	default:
		q.apply(bound)
	}
}

// numberAhead reports whether a numeral begins at lexeme i.
func (p *pass) numberAhead(i int) bool {
	_, ok := p.numeralAt(i)
	return ok
}

// percentOf reads the order of headlines and tables. "percent of 10"
func (p *pass) percentOf(i int) (quantity, bool) {
	u, j := p.unitAt(i)
	if u == nil || u.kind != kindPercent || u == &percentSign || !p.isWord(j, "of") || i > 0 && (p.isFigure(i-1) || p.lex[i-1].w != nil && p.lex[i-1].w.roles != 0) {
		return quantity{}, false
	}
	n, ok := p.numeralAt(j + 1)
	if !ok || p.refuse(&n) || n.last < len(p.lex) && p.lex[n.last].kind == lexWord {
		return quantity{}, false
	}
	q := quantity{first: i, last: n.last, core: n.first, coreEnd: n.last, value: n.value, typ: percentType, unit: u.unit, kind: kindPercent, scale: 1, rule: "percent"}
	q.apply(exact)
	return q, true
}

// simple reads a number with its unit, unbounded.
func (p *pass) simple(i int) (quantity, bool) {
	p.codeScale = 1
	sign := 1.
	code, j := p.currencyAhead(i)
	if code == "" && p.negative(i) {
		sign, j = -1, i+1
	}
	p.currencyBefore = code != ""
	n, ok := p.numeralAt(j)
	p.currencyBefore = false
	if !ok {
		return quantity{}, false
	}
	n.value *= sign
	q := quantity{first: i, last: n.last, core: n.first, coreEnd: n.last, value: n.value, noValue: n.vague, typ: cardinalType, scale: 1, fraction: n.fraction && !n.scaled, rule: "cardinal"}
	if code == "" && p.refuse(&n) {
		q.rule = "refused"
		return q, true
	}
	if n.scaled && p.lex[n.last-1].w != nil {
		q.scale = max(p.lex[n.last-1].w.value, p.lex[n.last-1].w.suffix, 1)
	}
	if n.ordinal {
		q.typ, q.rule = ordinalType, "ordinal"
		return q, true
	}
	if code != "" {
		p.moneyTail(&q, code)
		return q, true
	}
	p.unitTail(&q, &n)
	return q, true
}

// negative reports whether lexeme i is the sign of the number behind it. "minus 20 degrees", "-5"
func (p *pass) negative(i int) bool {
	if p.isMark(i, '-') || p.isMark(i, '−') {
		return !p.touches(i-1) && p.touches(i) && p.isFigure(i+1)
	}
	return (p.isWord(i, "minus") || p.isWord(i, "negative")) && (p.isFigure(i+1) || p.is(i+1, rDigit|rTeen|rTen))
}

// moneyTail finishes an amount whose currency stands before it.
// "$75 million", "$100 and fifty", "$350 per kg", "$10 million USD"
func (p *pass) moneyTail(q *quantity, code string) {
	q.typ, q.rule, q.unit = moneyType, "money", p.resolve(code)
	q.value *= p.codeScale
	if p.hyphen(q.last) && p.is(q.last+1, rScale) { // "$5-million"
		q.scale = p.lex[q.last+1].w.value
		q.value *= q.scale
		q.last += 2
		q.coreEnd = q.last
	}
	if c, j := p.moneyAt(q.last); j > q.last {
		if r := p.resolve(c); p.signAt(q.last) == "" && r != "cent" && r != "GBX" {
			if q.last = j; len(r) == 3 && r != "GBP" && c != "$" {
				q.unit = r
			}
		}
	}
	if p.is(q.last, rAnd) && q.scale == 1 {
		if v, j, ok := p.below100(q.last + 1); ok && v >= 10 && !p.isFigure(q.last+1) && p.clauseEnd(j) {
			q.value, q.last = q.value+v/100, j
		}
	}
	p.rate(q)
}

// rate adds what an amount is paid for, where that has a unit: "$350 per kg".
func (p *pass) rate(q *quantity) {
	if !p.isWord(q.last, "per") {
		return
	}
	if u, j := p.unitAt(q.last + 1); u != nil && (u.unit == "kg" || u.unit == "g" || u.unit == "t" || u.unit == "h" || u.unit == "MWh" || u.unit == "kWh") {
		q.unit, q.last = q.unit+"/"+u.unit, j
	}
}

// clauseEnd reports whether nothing that could be counted follows at lexeme i.
func (p *pass) clauseEnd(i int) bool {
	return i >= len(p.lex) || p.lex[i].kind == lexMark && p.lex[i].mark != '-' || p.isWord(i, "more")
}

var inch = unitPhrase{unit: "in"}

// moneyWordsTail finishes an amount whose currency stands behind it.
// "75 USD million", "thirteen dollars and forty-five cents", "15 dollars 50"
func (p *pass) moneyWordsTail(q *quantity) {
	q.value *= p.codeScale
	q.unit = p.resolve(q.unit)
	if p.is(q.last, rScale) && q.scale == 1 {
		q.scale = p.lex[q.last].w.value
		q.value *= q.scale
		q.last++
	}
	j := q.last
	joined := p.is(j, rAnd)
	if joined {
		j++
	}
	if v, k, ok := p.below100(j); ok && q.unit != "cent" && q.unit != "GBX" {
		if p.isWord(k, "cents") || p.isWord(k, "cent") || p.isWord(k, "pence") {
			q.value, q.last = q.value+v/100, k+1
		} else if p.clauseEnd(k) && !p.isMark(k, '%') && !p.isMark(k, '$') && (joined || v >= 10) {
			q.value, q.last = q.value+v/100, k
		}
	}
	p.rate(q)
}
