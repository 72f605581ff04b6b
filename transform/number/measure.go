package number

import "strings"

// oneUnit reads a measure whose number is an article. "a kilo of heroin", but not "$54 a barrel"
func (p *pass) oneUnit(i int) (quantity, bool) {
	if !p.is(i, rArticle) || i > 0 && (p.lex[i-1].kind != lexWord || p.lex[i-1].w != nil && p.lex[i-1].w.roles != 0) {
		return quantity{}, false
	}
	u, j := p.unitAt(i + 1)
	if u == nil || u.kind != kindMeasure || !p.isWord(j, "of") {
		return quantity{}, false
	}
	switch u.unit {
	case "magnitude", "deg", "knot", "caliber": // "a degree of doubt"
		return quantity{}, false
	}
	q := quantity{first: i, last: j, core: i, coreEnd: i + 1, value: 1, typ: measureType, unit: u.unit, scale: 1, rule: "unit"}
	q.apply(exact)
	return q, true
}

// unitTail reads the unit or currency behind a number.
func (p *pass) unitTail(q *quantity, n *numeral) {
	j := q.last
	if p.hyphen(j) || p.isMark(j, '[') || p.isMark(j, '+') && p.touches(j-1) {
		j++ // "3-inch", "20 [kg]", "30+ metres"
	}
	if p.height(q) || p.shortAge(q) {
		return
	}
	u, uEnd := p.unitAt(j)
	code, mEnd := p.moneyAt(j)
	if len(p.lex) > j && p.isWord(j, "in") && p.inches(j) {
		u, uEnd = &inch, j+1
	}
	if c, k := p.codePrefixed(j); c != "" {
		code, mEnd = c, k
	}
	switch {
	case code != "" && mEnd >= uEnd && !p.massPounds(code, q, j, mEnd):
		q.unit, q.typ, q.rule, q.last = code, moneyType, "money", mEnd
		p.moneyWordsTail(q)
	case code == "pound" && mEnd >= uEnd:
		q.unit, q.typ, q.rule, q.last = "lb", measureType, "unit", mEnd
	case u != nil:
		p.measure(q, u, uEnd)
	case p.isWord(q.core-1, "magnitude") || p.isWord(q.core-1, "of") && p.isWord(q.core-2, "magnitude"):
		q.unit, q.typ, q.rule = "magnitude", measureType, "unit"
	default:
		p.agePrefix(q)
	}
	if p.isMark(q.last, ']') && p.isMark(j-1, '[') {
		q.last++
	}
}

// height reads feet and inches in marks. 5'10"
func (p *pass) height(q *quantity) bool {
	j := q.last
	if !p.isFigure(j-1) || !p.touches(j-1) || !p.touches(j) || !p.isMark(j, '\'') && !p.isMark(j, '’') && !p.isMark(j, '′') || !p.isFigure(j+1) || p.lex[j+1].value >= 12 {
		return false
	}
	q.value, q.unit, q.typ, q.rule, q.last = q.value+p.lex[j+1].value/12, "ft", measureType, "unit", j+2
	if p.isMark(j+2, '"') || p.isMark(j+2, '”') || p.isMark(j+2, '″') {
		q.last++
	}
	return true
}

// inches tells the unit "in" from the preposition: "12 ft 2 in", "is 2 in."
func (p *pass) inches(j int) bool {
	return p.isFigure(j-1) && (j+1 == len(p.lex) || p.isMark(j+1, '.') && j+2 == len(p.lex) || p.isMark(j+1, ',') || p.isWord(j-2, "ft"))
}

// codePrefixed reads a million of a currency written as one word: "48.5 MGBP".
func (p *pass) codePrefixed(j int) (string, int) {
	if j >= len(p.lex) || p.lex[j].kind != lexWord || p.lex[j].end-p.lex[j].start != 4 {
		return "", j
	}
	s := p.lex[j].text(p.text)
	if s[0] != 'M' || strings.ToUpper(s) != s {
		return "", j
	}
	if w := p.lexicon.lookup(s[1:]); w != nil && len(w.money) > 0 && strings.EqualFold(w.money[0].code, s[1:]) {
		p.codeScale = 1e6
		return w.money[0].code, j + 1
	}
	return "", j
}

// massPounds decides between money and weight: pounds of something, a 50-pound bag, and
// pounds without a word for spending nearby are weight.
func (p *pass) massPounds(code string, q *quantity, j, end int) bool {
	if code != "pound" {
		return false
	}
	if p.hyphen(j-1) || p.isWord(end, "of") {
		return true
	}
	if q.scale >= 1e6 || p.country == "GBR" || p.country == "EGY" || p.country == "LBN" || p.country == "SYR" || p.country == "SDN" {
		return false
	}
	for k := max(0, q.first-5); k < min(len(p.lex), end+4); k++ {
		if p.has(k, fCost) {
			return false
		}
	}
	return true
}

// measure finishes a number with a unit of measure.
func (p *pass) measure(q *quantity, u *unitPhrase, end int) {
	q.unit, q.kind, q.last, q.rule = u.unit, u.kind, end, "unit"
	switch u.kind {
	case kindPercent:
		q.typ = percentType
	default:
		q.typ = measureType
	}
	if u.unit == "ft" { // "5 ft 2 in", "5-foot-2"
		j := end
		if p.hyphen(j) {
			j++
		}
		if v, k, ok := p.below100(j); ok && v < 12 {
			if w, m := p.unitAt(k); w != nil && w.unit == "in" {
				q.value, q.last = q.value+v/12, m
			} else if p.isWord(k, "in") && p.isFigure(k-1) || p.hyphen(end) {
				q.value, q.last = q.value+v/12, k
				if p.isWord(k, "in") {
					q.last++
				}
			}
		}
	}
	if u.kind == kindTime {
		p.ageTail(q)
	}
}

// ageTail reads what makes a duration an age. "15-year-old", "ten months old", "3 years of age"
func (p *pass) ageTail(q *quantity) {
	j := q.last
	if p.hyphen(j) {
		j++
	}
	switch {
	case p.isWord(j, "old") || p.isWord(j, "olds"):
		q.last, q.age, q.rule = j+1, true, "age"
	case p.isWord(j, "of") && p.isWord(j+1, "age"):
		q.last, q.age, q.rule = j+2, true, "age"
	}
}

// shortAge reads "25 y/o", "25 yo".
func (p *pass) shortAge(q *quantity) bool {
	j := q.last
	switch {
	case p.isWord(j, "y") && p.isMark(j+1, '/') && p.isWord(j+2, "o"):
		j += 3
	case p.isWord(j, "yo"):
		j++
	default:
		return false
	}
	q.typ, q.unit, q.kind, q.age, q.rule, q.last = measureType, "year", kindTime, true, "age", j
	return true
}

// agePrefix reads ages without a unit. "aged 15", "Greer, 31, of SeaTac", "two men, 18 and 19",
// "children under 12"
func (p *pass) agePrefix(q *quantity) {
	if q.value < 1 || q.value > 120 {
		return
	}
	i, j := q.core, q.coreEnd
	switch {
	case (p.isWord(i-1, "aged") || p.isWord(i-1, "age") || p.isWord(i-1, "ages")) && !p.isWord(j, "people"):
	case p.isFigure(i) && j == i+1 && p.lex[i].flags == 0 && p.isMark(i-1, ',') && p.ageCloses(j) && i > 1 && p.lex[i-2].kind == lexWord && p.nameOrPerson(i-2):
	case p.agesOn(i) && p.ageCloses(j):
	case p.isFigure(i) && p.isMark(i-1, ',') && p.isMark(i-2, '.') && (p.isWord(i-3, "Jr") || p.isWord(i-3, "Sr")) && p.ageCloses(j):
	case p.isWord(i-1, "of") && p.isWord(i-2, "age"):
	case p.isWord(i-1, "also") && p.isMark(i-2, ',') && p.ageCloses(j) && i > 2 && p.lex[i-3].kind == lexWord && p.nameOrPerson(i-3):
	case (p.isWord(i-1, "under") || p.isWord(i-1, "over")) && i > 1 && p.bareNounAhead(i-2) && (p.ageCloses(j) || !p.nounTag(j)):
	default:
		return
	}
	q.typ, q.unit, q.kind, q.age, q.rule = measureType, "year", kindTime, true, "age"
}

// agesOn reports whether the figure at lexeme i goes on with a list of ages: the 19 of "two
// men, 18 and 19".
func (p *pass) agesOn(i int) bool {
	if len(p.qs) == 0 || !p.isFigure(i) {
		return false
	}
	last := &p.qs[len(p.qs)-1]
	k := last.last
	for k < i && (p.isMark(k, ',') || p.is(k, rAnd)) {
		k++
	}
	return last.age && k == i && i > last.last
}

// ageCloses reports whether what follows an age may follow one: a comma or the end.
func (p *pass) ageCloses(j int) bool {
	return j >= len(p.lex) || p.isMark(j, ',') || p.isMark(j, ';') || p.isMark(j, ')') || p.isMark(j, '.') || p.is(j, rAnd)
}

// nameOrPerson reports whether lexeme i may end a person's name or description.
func (p *pass) nameOrPerson(i int) bool {
	return !p.has(i, fMonth) && (p.lex[i].capital(p.text) || p.bareNounAhead(i))
}
