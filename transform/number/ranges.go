package number

import "math"

// between reads ranges that a preposition opens. "between 20 and 30", "from 7 to 10"
func (p *pass) between(i int) (quantity, bool) {
	if !p.has(i, fRange) {
		return quantity{}, false
	}
	from := p.isWord(i, "from")
	if from && i > 0 && p.changing(i) {
		return quantity{}, false
	}
	a, ok := p.simple(p.skipThe(i + 1))
	if !ok || a.rule == "refused" {
		return quantity{}, false
	}
	k := a.last
	if from && !p.isWord(k, "to") && !p.isWord(k, "through") || !from && !p.is(k, rAnd) {
		return quantity{}, false
	}
	b, ok := p.simple(p.skipThe(k + 1))
	if !ok || b.rule == "refused" {
		return quantity{}, false
	}
	q, ok := span(a, b)
	if !ok {
		return quantity{}, false
	}
	q.first = i
	return q, true
}

// changing reports whether a verb of change stands shortly before lexeme i: "rose from
// 20 to 30" tells two numbers.
func (p *pass) changing(i int) bool {
	for k := max(0, i-6); k < i; k++ {
		if p.has(k, fChange) {
			return true
		}
	}
	return false
}

func (p *pass) skipThe(i int) int {
	if p.isWord(i, "the") {
		return i + 1
	}
	return i
}

// ranged reads "a to b", "a-b", "a or b", or a simple quantity, or a score.
func (p *pass) ranged(i int) (quantity, bool) {
	a, ok := p.simple(i)
	if !ok || a.rule == "refused" || a.typ == ordinalType {
		return a, ok
	}
	j, dash, ok := p.connector(&a)
	if !ok {
		return a, true
	}
	b, ok := p.simple(j)
	if !ok || b.rule == "refused" || b.typ == ordinalType {
		return a, true
	}
	if dash && a.unit == "" && b.unit == "" && p.score(&a, &b) {
		q := a
		q.last, q.coreEnd, q.typ, q.rule = b.last, b.coreEnd, scoreType, "score"
		q.low, q.high = math.Min(a.value, b.value), math.Max(a.value, b.value)
		q.hasLow, q.hasHigh, q.bound = true, true, exact
		return q, true
	}
	if !dash && !p.isWord(j-1, "or") && p.changing(i) {
		return a, true
	}
	if p.isWord(j-1, "or") && (b.value-a.value > a.value || a.scale != b.scale && a.scale != 1) {
		return a, true
	}
	if q, ok := span(a, b); ok {
		return q, true
	}
	return a, true
}

// connector finds what joins two sides of a range behind a.
func (p *pass) connector(a *quantity) (next int, dash, ok bool) {
	j := a.last
	switch {
	case p.isMark(j, '-') && p.isWord(j+1, "to") && p.touches(j-1): // "8- to 16-meter"
		return j + 2, false, true
	case p.isMark(j, '-') || p.isMark(j, '–') || p.isMark(j, '—') || p.isMark(j, '‑'):
		return j + 1, true, p.isFigure(a.core) == p.isFigure(j+1) || p.signAt(j+1) != ""
	case p.isWord(j, "to") || p.isWord(j, "through") || p.isWord(j, "or"):
		return j + 1, false, true
	}
	return 0, false, false
}

// score decides whether a dash stands between the two sides of a result.
func (p *pass) score(a, b *quantity) bool {
	if a.scale != 1 || b.scale != 1 || a.value != math.Trunc(a.value) || b.value != math.Trunc(b.value) {
		return false
	}
	if a.value > b.value {
		return true
	}
	for k := max(0, a.first-8); k < min(len(p.lex), b.last+6); k++ {
		if p.has(k, fContest) {
			return true
		}
	}
	return false
}

// span makes one range of two quantities; a scale or unit behind the second holds for both.
func span(a, b quantity) (quantity, bool) {
	if a.noValue || b.noValue || a.typ == ordinalType && b.typ != ordinalType {
		return quantity{}, false
	}
	if a.scale == 1 && b.scale > 1 && a.value < b.value/b.scale && a.unit == "" == (b.unit == "" || a.unit == "") {
		a.value *= b.scale
	} else if a.typ == moneyType && a.scale == 1 && b.scale > 1 && a.value < b.value/b.scale {
		a.value *= b.scale
	}
	switch {
	case a.unit == b.unit || b.unit == "" && (a.typ == moneyType || a.age):
	case a.unit == "":
	default:
		return quantity{}, false
	}
	if a.value >= b.value {
		return quantity{}, false
	}
	q := b
	q.first, q.core = a.first, a.core
	if b.unit == "" {
		q.unit, q.typ, q.kind, q.age = a.unit, a.typ, a.kind, a.age
	}
	q.low, q.high, q.hasLow, q.hasHigh = a.value, b.value, true, true
	q.bound, q.noValue, q.rule = ranged, true, "range"
	return q, true
}

// join makes one range of a lower and an upper bound. "larger than twenty and less or equal than thirty five"
func (p *pass) join() {
	out := p.qs[:0]
	for _, q := range p.qs {
		if n := len(out); n > 0 {
			a := &out[n-1]
			j := a.last
			if a.unit == "" && a.typ == cardinalType && q.unit != "" && p.isWord(j, "to") && j+1 == q.first { // "from 11 to 13 percent"
				a.unit, a.typ, a.kind = q.unit, q.typ, q.kind
			}
			if q.age && a.unit == "" && p.isMark(j, '-') && p.touches(j-1) {
				j++
			}
			if q.age && a.typ == cardinalType && a.unit == "" && j+1 == q.first && (p.is(j, rAnd) || p.isWord(j, "or")) { // "13 and 14-year-olds"
				a.typ, a.unit, a.kind, a.age, a.rule = q.typ, q.unit, q.kind, true, "age"
			}
			conj := p.is(j, rAnd) || p.isWord(j, "but")
			if conj && j+1 == q.first && a.hasLow != a.hasHigh && q.hasLow != q.hasHigh && a.hasLow != q.hasLow && a.unit == "" && !a.noValue && !q.noValue {
				low, high := a.value, q.value
				if a.hasHigh {
					low, high = high, low
				}
				if low < high {
					a.last, a.coreEnd, a.bound, a.noValue, a.rule = q.last, q.coreEnd, ranged, true, "range"
					a.low, a.high, a.hasLow, a.hasHigh, a.unit, a.typ = low, high, true, true, q.unit, q.typ
					continue
				}
			}
		}
		out = append(out, q)
	}
	p.qs = out
}
