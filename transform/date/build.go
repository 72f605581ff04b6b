package date

import (
	"fmt"
	"strings"
)

// The functions that rules name: each checks what the pattern cannot and completes the
// frame. They see one match and its neighbours, never the calendar.

// point accepts what was captured as a stretch of the calendar.
func point(m *match) bool {
	f := &m.frame
	if f.has.has(hasDayWord) && m.hasWord("day") {
		if m.hasWord("before") {
			f.dayOff--
		} else {
			f.dayOff++
		}
	}
	if f.has.has(hasDir) && !f.has.has(hasUnit) && m.hasWord("day") {
		f.unit, f.ref, f.has = day, true, f.has|hasUnit
	}
	if f.mod == modNone {
		switch {
		case m.pass.is(m.start, "early"), m.pass.is(m.start, "earlier"):
			f.mod = modStart
		case m.pass.is(m.start, "late"), m.pass.is(m.start, "later"):
			f.mod = modEnd
		}
	}
	if f.has.has(hasDom) && (f.dom < 1 || f.dom > 31) {
		return false
	}
	if f.has.has(hasDayWord) && f.mod == modMid {
		return false
	}
	if m.hasWord("coming") && f.has.has(hasWeekday|hasSeason|hasUnit) && f.dir == 0 {
		f.dir, f.has = 1, f.has|hasDir
	}
	if m.hasWord("past") && m.hasWord("this") {
		f.dir, f.has = -1, f.has|hasDir
	}
	if f.has.has(hasMonth) && !f.has.has(hasYear|hasDom) {
		return monthName(m)
	}
	for i := m.start; i < m.end; i++ { // weekdays are names, and Sat without its stop is a verb
		a := m.pass.at(i)
		if a.set.has(cWeekday) && (!a.upper || a.set.has(cAbbrev) && m.pass.doc.Text[a.end-1] != '.' && m.end-m.start == 1) {
			return false
		}
	}
	if !f.has.has(hasPart | hasClock | hasMonth | hasWeekday | hasDayWord | hasISO | hasYear | hasHoliday | hasDir | hasUnit) {
		return false
	}
	return true
}

func dayWord(m *match) bool {
	return point(m)
}

func calendarDay(m *match) bool {
	f := &m.frame
	if f.has.has(hasWeekday) && !f.has.has(hasMonth) { // Tuesday the 5th
		if m.pass.at(m.end-1).word != nil {
			return false // Friday, the fourth decline
		}
		f.dom, f.has = m.ord(), f.has|hasDom
	}
	if f.has.has(hasMonth) {
		// May 100 is not a day; nor is "may 5 percent".
		for i := m.start; i < m.end; i++ {
			a := m.pass.at(i)
			if a.set.has(cMonth) && !a.upper {
				return false
			}
		}
	}
	if n := m.pass.at(m.end); n.word != nil && (n.word.text == "%" || n.word.text == "percent") && !f.has.has(hasYear) {
		return false
	}
	return f.dom >= 1 && f.dom <= 31 && !(f.has.has(hasMonth|hasYear) && f.has.has(hasMonth) && f.dom > monthDays(2000, f.month))
}

func dayRange(m *match) bool {
	return calendarDay(m) && m.frame.endDom > m.frame.dom && m.frame.endDom <= monthDays(2000, m.frame.month)
}

// partOf is a part of the day that lies days from publication.
func partOf(days, part int) func(*match) bool {
	return func(m *match) bool {
		f := &m.frame
		if part >= 0 {
			f.part = part
		}
		f.dir, f.dayOff, f.has = 0, days, f.has&^(hasDir|hasUnit)|hasDayWord|hasPart
		return true
	}
}

// partOfRef is a part of the day that lies days from the story's own.
func partOfRef(days int) func(*match) bool {
	return func(m *match) bool {
		f := &m.frame
		f.dir, f.ref, f.unit, f.has = days, true, day, f.has|hasDir|hasUnit|hasPart
		return true
	}
}

// monthName refuses the verb may and march and the name April.
func monthName(m *match) bool {
	p, f := m.pass, &m.frame
	for i := m.start; i < m.end; i++ {
		a := p.at(i)
		if !a.set.has(cMonth) {
			continue
		}
		if !a.upper {
			return false
		}
		if m.end-m.start > 1 {
			continue
		}
		if i > 0 && p.at(i-1).upper && p.at(i-1).set == 0 && p.at(i-1).word == nil || p.at(i+1).upper && p.at(i+1).set == 0 && !f.has.has(hasYear|hasDir) && p.at(i+1).word == nil {
			if f.month == 4 || f.month == 5 || f.month == 6 || f.month == 8 || f.month == 3 {
				return false
			}
		}
		if f.month == 5 && (p.tag(i) == "MD" || p.tag(i) == "VB") || f.month == 3 && p.tag(i) != "NNP" && !p.leads(i, "in", "since", "the") || f.month == 5 && !p.leads(i, "in", "since", "until", "by", "of", "from", "to", "during", "for", "before", "after", "and", "between", "through", "till", "on", "-", "as", "this", "next", "last", "the", "a", "'s", "on") {
			return false
		}
		if a.set.has(cAbbrev) && p.doc.Text[a.end-1] != '.' && m.end-m.start == 1 { // Jan Kavan
			return false
		}
	}
	return true
}

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
	f.fiscal = m.hasWord("fiscal")
	if m.hasWord("year") {
		return true
	}
	return m.end-m.start == 1 && m.pass.yearLike(m.start) || m.end-m.start > 1 && m.pass.at(m.start).word != nil
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
	case numbered(p, i-1):
		return false
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
	for _, w := range [...]string{"resolution", "flight", "section", "article", "room", "number", "no", "route", "page", "chapter", "bill", "rule", "paragraph", "channel", "highway", "unit", "model", "about", "some", "nearly", "almost", "over", "than", "least"} {
		if p.is(i, w) {
			return true
		}
	}
	return false
}

func nounTag(tag string) bool { return len(tag) >= 2 && tag[:2] == "NN" }

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
	f.fiscal = m.hasWord("fiscal")
	p := m.pass
	if p.is(m.start, "the") && p.is(m.end-2, "-") && nounTag(p.tag(m.end)) { // the third-quarter loss
		return false
	}
	if n == 0 && m.hasWord("last") {
		n = 2
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

// nextDom is the second day of "March 3 or 4".
func nextDom(m *match) bool {
	f, p := &m.frame, m.pass
	if p.lastEnd == 0 || p.lastEnd != m.start-1 || !p.leads(m.start, "and", "or") || !p.last.has.has(hasDom) || !p.last.has.has(hasMonth) || p.last.has.has(hasYear) {
		return false
	}
	if t := p.tag(m.end); nounTag(t) || t == "JJ" || p.at(m.end).set.has(cMonth) {
		return false
	}
	f.month, f.has = p.last.month, f.has|hasMonth
	return f.dom > p.last.dom
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
	return f.has.has(hasDir | hasDecade)
}

// endOfUnit is the beginning, middle or end of the current one.
func endOfUnit(m *match) bool {
	f := &m.frame
	if f.plural || f.unit < day || f.mod == modNone {
		return false
	}
	f.dir, f.has = 0, f.has|hasDir
	f.near = true
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
	f.fiscal = m.hasWord("fiscal")
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
		f.ref = f.unit != weekend
	}
	f.has |= hasDir
	return true
}

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

// latest is the one last reported on.
func latest(m *match) bool {
	f := &m.frame
	if m.hasWord("period") {
		f.unit = quarter
	}
	f.dir, f.ref, f.has = 0, true, f.has|hasDir|hasUnit
	f.latest = true
	return !f.plural && f.unit >= week
}

func weekOf(m *match) bool {
	if !calendarDay(m) {
		return false
	}
	m.frame.unit, m.frame.has = week, m.frame.has|hasUnit
	return true
}

// shiftDate is a distance before or after a day: two weeks ago, a year later.
func shiftDate(m *match) bool {
	f := &m.frame
	w := m.pass.at(m.end - 1)
	if w.word != nil && (w.word.text == "before" || w.word.text == "after" || w.word.text == "previously") {
		// "two days before the vote" hangs on an event we cannot date.
		return w.word.text != "after" && !m.pass.startsPhrase(m.end)
	}
	if m.hasWord("so") {
		f.mod = modApprox
	}
	return f.unit >= hour || f.sense == senseAgo
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

// unitBefore is the week, month or year before the story's date.
func unitBefore(m *match) bool {
	f, p := &m.frame, m.pass
	if f.plural || f.unit < day || p.startsPhrase(m.end) {
		return false
	}
	f.q, f.sense, f.has = quantity{n: 1}, senseEarlier, f.has|hasQuant|hasSense
	if m.hasWord("after") {
		f.sense = senseLater
	}
	return true
}

// unitsAgo is a distance of unknown length: years ago, days later.
func unitsAgo(m *match) bool {
	f := &m.frame
	f.kind, f.value = kindVague, vagueValues[1]
	if m.hasWord("later") {
		f.value = vagueValues[2]
	}
	return f.plural
}

func fromNow(m *match) bool {
	m.frame.sense, m.frame.has = senseHence, m.frame.has|hasSense
	return true
}

// yearAgo is the same period of the year before.
func yearAgo(m *match) bool {
	f := &m.frame
	f.q, f.unit, f.sense = quantity{n: 1}, year, senseEarlier
	f.has = hasQuant | hasUnit | hasSense
	if n := m.ord(); n > 0 {
		if n > 4 {
			return false
		}
		f.qtr, f.has = n, f.has|hasQuarter
	}
	return true
}

// duration is an amount of units.
func duration(m *match) bool {
	f := &m.frame
	f.kind = kindDuration
	p := m.pass
	for _, w := range [...]struct {
		word string
		mod  int
	}{{"more", modMore}, {"less", modLess}, {"fewer", modLess}, {"least", modAtLeast}, {"most", modAtMost}, {"up", modAtMost}} {
		if p.is(m.start, w.word) || p.is(m.start+1, w.word) {
			f.mod = w.mod
		}
	}
	if f.has.has(hasDir) { // likely to last a week
		for _, c := range m.caps {
			if c.slot == slot(cDir) && strings.HasPrefix(p.tag(c.atom), "VB") {
				return false
			}
		}
	}
	// Ages are not dates: 34 years old, a 5-year-old, aged 34 years.
	if p.is(m.end, "old") || p.is(m.end, "-") && p.is(m.end+1, "old") || p.is(m.end, "of") && p.is(m.end+1, "age") {
		return false
	}
	if p.is(m.start, "over") && !p.leads(m.start, "for", "last", "lasted", "just", "in", "after", "to") {
		return false // over several years: a preposition
	}
	if f.q.one && !p.durationContext(m) {
		return false
	}
	if f.unit == second && (m.hasWord("second") && !m.hasWord("-")) { // "a second", "one second"
		return false
	}
	if f.unit == quarter && (!f.plural || m.hasWord("-") || m.hasWord("some") || p.is(m.end, "of")) || f.unit == half || f.unit == season && f.plural {
		return false
	}
	return f.q.n > 0 || f.q.half || f.q.vague
}

// durationContext reports whether "a year" is a length here, not a rate or an article.
func (p *pass) durationContext(m *match) bool {
	if p.is(m.end, "-") || p.is(m.end, "'s") {
		return false
	}
	switch p.tag(m.start - 1) { // 40 flights a week, $5 a year
	case "CD", "NNS", "NN", "$", "NNP":
		return false
	}
	return !p.at(m.start-1).set.has(cUnit) && !p.is(m.start-1, "%")
}

func unitOrTwo(m *match) bool {
	m.frame.q = quantity{n: 2}
	m.frame.kind = kindDuration
	return !m.frame.plural
}

func unitAndHalf(m *match) bool {
	m.frame.q = quantity{n: 1, half: true}
	m.frame.kind = kindDuration
	return !m.frame.plural
}

// dayLong is an adjective of one unit or an unknown number: day-long, decades-long.
func dayLong(m *match) bool {
	f := &m.frame
	f.kind, f.q = kindDuration, quantity{n: 1, vague: f.plural}
	return f.unit >= minute
}

// thePart is a part of the story's day: in the morning.
func thePart(m *match) bool {
	p := m.pass
	if !p.leads(m.start, "in", "during", "by", "until", "through", "later", "earlier") || p.is(m.end, "of") || nounTag(p.tag(m.end)) || p.at(m.end-1).set.has(cPlural) {
		return false
	}
	return partOfRef(0)(m)
}

// bareUnits is a length without a number: for weeks.
func bareUnits(m *match) bool {
	f, p := &m.frame, m.pass
	f.kind, f.q = kindDuration, quantity{vague: true}
	if !f.plural || f.unit < minute {
		return false
	}
	if m.end-m.start > 1 {
		return true
	}
	return p.leads(m.start, "for", "in", "within", "over", "after", "of", "lasted", "takes", "take", "took") && !p.is(m.end, "of")
}

// everyUnit repeats each unit.
func everyUnit(m *match) bool {
	f := &m.frame
	f.kind = kindSet
	if !f.has.has(hasQuant) || m.hasWord("times") {
		f.q = quantity{n: 1}
	}
	return !f.plural || f.q.n > 1
}

// everyName repeats each named day, month or season.
func everyName(m *match) bool {
	if m.pass.g.rules[m.rule].name == "plural-part" && !m.pass.at(m.end-1).set.has(cPlural) {
		return false
	}
	m.frame.kind = kindSet
	return true
}

// vague is a fixed value.
func vague(value string) func(*match) bool {
	return func(m *match) bool {
		m.frame.kind = kindVague
		if m.frame.value == "" {
			m.frame.value = value
		}
		if m.hasWord("recently") || m.hasWord("recent") {
			m.frame.value = vagueValues[1]
		}
		if m.end-m.start == 1 {
			return m.pass.vagueAlone(m.start)
		}
		return true
	}
}

// vagueAlone refuses single words that do not refer to a time here.
func (p *pass) vagueAlone(i int) bool {
	switch {
	case p.is(i, "soon"):
		// "as soon as", and "soon" of a past told in order
		return !p.leads(i, "as", "so", "how", "too") && p.tag(i+1) != "VBD" && p.tag(i-1) != "VBD" && !p.is(i+1, "after")
	case p.is(i, "now"):
		return !p.is(i+1, "that") && !p.is(i+1, "-")
	case p.is(i, "current"), p.is(i, "recent"):
		return !p.is(i+1, "-") && !p.at(i+1).set.has(cUnit)
	}
	return true
}
