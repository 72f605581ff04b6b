package date

import (
	"fmt"
)

// monthLeads are what stands before a month, and seldom before a verb or a name.
var monthLeads = [...]string{"in", "since", "until", "by", "of", "from", "to", "during", "for", "before", "after", "and", "between",
	"through", "till", "on", "-", "as", "this", "next", "last", "the", "a", "early", "late", "mid"}

// monthName refuses verbs, first names and the like; a month by itself must look like one.
func monthName(m *match) bool {
	p, f := m.pass, &m.frame
	if _, dom := p.scanDom(m.end); f.has.has(hasDir) && f.dir == 0 && dom.value > 0 {
		return false // this April 4
	}
	for i := m.start; i < m.end; i++ {
		if a := p.at(i); a.set.has(cMonth) && (!a.upper || m.end-m.start == 1 && !p.monthAlone(i, f.month)) {
			return false
		}
	}
	return true
}

// monthAlone reports whether the capitalised word at atom i, without a day or year, is a
// month.
func (p *pass) monthAlone(i, month int) bool {
	a := p.at(i)
	if a.set.has(cAbbrev) && p.doc.Text[a.end-1] != '.' {
		return false // Jan Kavan
	}
	switch month {
	case 3, 4, 5, 6, 8: // March, April, May, June and August are names too
	default:
		return true
	}
	if p.leads(i, monthLeads[:]...) && (!p.properName(i+1) || p.leads(i, "in", "since", "until", "during", "this", "last", "next")) {
		return p.tag(i) != "MD"
	}
	if p.properName(i-1) || p.properName(i+1) || month == 5 {
		return false
	}
	return month != 3 || p.tag(i) == "NNP" && !(p.leads(i, "'s") && !nounTag(p.tag(i+1)))
}

// properName reports whether atom i is a capitalised word that the lexicon does not know.
func (p *pass) properName(i int) bool {
	a := p.at(i)
	return a.upper && a.word == nil && a.set == 0
}

// yearNumber refuses numbers that only look like years.
func yearNumber(m *match) bool {
	f := &m.frame
	if !f.has.has(hasYear) {
		if f.has.has(hasDecade) && m.start == m.end-1 && (m.pass.tag(m.start-1) == "PRP$" || m.pass.is(m.start-1, "mid")) {
			return false
		}
		if f.has.has(hasDir) { // this century
			f.unit, f.has = century, f.has|hasUnit
		}
		return true
	}
	if m.hasWord("year") {
		return true
	}
	return m.end-m.start == 1 && m.pass.yearLike(m.start) || m.end-m.start > 1 && m.pass.at(m.start).word != nil
}

// nextYear is the second year of "1990-94".
func nextYear(m *match) bool {
	f, p := &m.frame, m.pass
	a := p.at(m.start)
	if p.lastEnd == 0 || p.lastEnd != m.start-1 || a.word != nil || a.digits != 2 || !a.glued || !p.at(m.start-1).glued || !p.is(m.start-1, "-") || !p.last.has.has(hasYear) || p.is(m.end, "-") {
		return false
	}
	f.year, f.has = p.last.year/100*100+int(a.n), hasYear
	return f.year > p.last.year
}

// yearBC is a year or century before Christ; it has no interval, since files hold none.
func yearBC(m *match) bool {
	f := &m.frame
	f.kind = kindVague
	if n := m.ord(); n > 0 {
		f.value = fmt.Sprintf("BC%02d", n-1)
		return true
	}
	f.value = fmt.Sprintf("BC%04d", m.caps[0].value)
	return m.caps[0].value > 0 && m.caps[0].value < 10000
}

// seasonName refuses the verbs fall and spring.
func seasonName(m *match) bool {
	f := &m.frame
	if m.hasWord("past") && m.hasWord("this") {
		f.dir = -1
	}
	if m.hasWord("coming") {
		f.dir, f.has = 1, f.has|hasDir
	}
	if f.has.has(hasYear | hasDir) {
		return true
	}
	p := m.pass
	i := m.end - 1
	if t := p.tag(i); len(t) > 0 && t[0] == 'V' {
		return false
	}
	if f.seas == 2 || f.seas == 0 { // fall, spring: only where a season can stand
		return p.leads(m.start, "in", "by", "until", "since", "during", "before", "after", "this", "last", "next", "early", "late") && !p.is(m.end, "of") && !nounTag(p.tag(m.end))
	}
	return !p.is(m.end, "olympics") && !p.is(m.end, "games")
}

func quarterName(m *match) bool {
	f := &m.frame
	n := m.ord()
	p := m.pass
	if p.is(m.start, "the") && p.is(m.end-2, "-") && nounTag(p.tag(m.end)) { // the third-quarter loss
		return false
	}
	if n == 0 && m.hasWord("last") {
		n = 2
	}
	if m.hasWord("half") && f.has.has(hasDecade) {
		f.mod = modStart
		if n == 2 {
			f.mod = modEnd
		}
		return n == 1 || n == 2
	}
	if m.hasWord("half") && !f.has.has(hasYear|hasDir) && m.hasWord("year") {
		f.dir, f.unit, f.has = 0, year, f.has|hasDir|hasUnit // the first half of the year
	}
	if m.hasWord("half") {
		if n > 2 || n < 1 || !f.has.has(hasYear|hasDir) {
			return false
		}
		f.half, f.has = n, f.has|hasHalf
		return true
	}
	if n < 1 || n > 4 || !m.hasWord("quarter") {
		return false
	}
	f.qtr, f.has = n, f.has|hasQuarter
	return true
}

// quarterCode is Q3 or 1H, with its year or without.
func quarterCode(m *match) bool {
	f, p := &m.frame, m.pass
	i := m.start
	if p.at(i).set.has(cYear) {
		i++
	}
	if !p.at(i + 1).glued {
		return false
	}
	code, num := p.at(i), p.at(i+1)
	if code.word == nil || code.set != 0 {
		code, num = num, code
	}
	n := int(num.n)
	if !code.upper || num.word != nil || n < 1 {
		return false
	}
	if code.word.text == "h" {
		f.half, f.has = n, f.has|hasHalf
		return n <= 2 && f.has.has(hasYear)
	}
	f.qtr, f.has = n, f.has|hasQuarter
	return n <= 4
}

// modSpan is an early, middle or late part of a span.
func modSpan(m *match) bool {
	f := &m.frame
	if m.hasWord("mid") {
		f.mod = modMid
	}
	if f.mod == modNone {
		return false
	}
	switch {
	case m.ord() > 0 && (m.hasWord("quarter") || m.hasWord("half")):
		return quarterName(m)
	case f.has.has(hasMonth):
		return monthName(m)
	case f.has.has(hasSeason):
		return true
	case f.has.has(hasYear):
		return m.pass.yearLike(m.end - 1)
	}
	return f.has.has(hasDir | hasDecade | hasCentury)
}

// endOfUnit is the beginning, middle or end of the current one.
func endOfUnit(m *match) bool {
	f := &m.frame
	if f.plural || f.unit < day || f.mod == modNone {
		return false
	}
	f.dir, f.has = 0, f.has|hasDir
	f.exact = m.hasWord("end") || m.hasWord("close")
	return f.unit != day
}

func yearEnd(m *match) bool {
	f := &m.frame
	f.dir, f.unit, f.mod, f.has = 0, year, modEnd, hasDir|hasUnit
	return true
}

func centuryName(m *match) bool {
	f := &m.frame
	f.cent, f.has = m.ord()-1, f.has|hasCentury
	return f.cent >= 0 && f.cent < 30
}

// deictic is this, last or next week.
func deictic(m *match) bool {
	f := &m.frame
	if m.hasWord("so") {
		f.mod = modApprox
	}
	if f.unit >= decade && f.dir != 0 && !f.ref { // the past decade
		f.kind, f.q, f.dir = kindDuration, quantity{n: 1}, 0
		return !f.plural
	}
	if m.hasWord("past") && m.hasWord("this") {
		f.dir = -1
	}
	if m.hasWord("coming") {
		f.dir = 1
	}
	if f.plural || f.unit < day {
		return false
	}
	if f.unit == day {
		return f.ref
	}
	return true
}

// theUnit is "the weekend", "the year": the one the story is about.
func theUnit(m *match) bool {
	f := &m.frame
	if f.plural || f.unit < day || f.unit == century || f.unit == millennium || f.unit == season || f.unit == half || f.unit == fortnight {
		return false
	}
	p := m.pass
	if f.unit == year && (p.is(m.end, "ended") || p.is(m.end, "ending") || p.is(m.end, "through")) {
		f.kind, f.q = kindDuration, quantity{n: 1}
		return true
	}
	if p.is(m.end, "of") || p.is(m.end, "-") || p.is(m.end, "'s") && f.unit != year {
		return false
	}
	if !f.has.has(hasDir) {
		if f.unit == day {
			return false
		}
		f.latest = f.unit == quarter
		if e := m.end; f.latest && (p.is(e, "ended") || p.is(e, "ending")) && p.at(e+1).set.has(cMonth) {
			// the quarter ended Sept. 30
			f.qtr, f.has = (p.at(e+1).value(cMonth)+2)/3, hasQuarter
			return true
		}
		f.ref = f.unit != weekend
	}
	f.has |= hasDir
	return true
}

// latest is the one last reported on.
func latest(m *match) bool {
	f := &m.frame
	if m.hasWord("period") {
		f.unit = quarter
	}
	f.dir, f.ref, f.has = 0, true, f.has|hasDir|hasUnit
	f.latest = true
	if f.unit != quarter { // the latest year is the last whole one
		f.dir, f.ref = -1, false
	}
	return !f.plural && f.unit >= week
}

func weekOf(m *match) bool {
	if !calendarDay(m) {
		return false
	}
	m.frame.unit, m.frame.has = week, m.frame.has|hasUnit
	return true
}
