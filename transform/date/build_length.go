package date

import (
	"strings"
)

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
	m.bounds()
	if m.pass.is(m.end, "than") {
		return false // three days earlier than planned
	}
	return f.unit >= minute
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
	f.latest = m.hasWord("quarter")
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
	m.bounds()
	if f.has.has(hasDir) { // likely to last a week
		for _, c := range m.caps {
			if c.slot == slot(cDir) && strings.HasPrefix(p.tag(c.atom), "VB") {
				return false
			}
		}
	}
	if p.is(m.end, "of") && p.is(m.end+1, "silence") || p.is(m.end, "a") && p.at(m.end+1).set.has(cUnit) {
		return false // 24 hours a day
	}
	// Ages are not dates: 34 years old, a 5-year-old, aged 34 years.
	if p.is(m.end, "old") || p.is(m.end, "-") && p.is(m.end+1, "old") || p.is(m.end, "of") && p.is(m.end+1, "age") {
		return false
	}
	if p.is(m.start, "over") && !p.leads(m.start, "for", "last", "lasted", "just", "in", "after", "to") {
		return false // over several years: a preposition
	}
	if f.q.one && f.unit == weekend && (nounTag(p.tag(m.end)) || p.tag(m.end) == "VBG") {
		return false // a weekend shooting
	}
	if f.q.one && (!p.durationContext(m) || m.hasWord("long")) {
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

// bounds reads "more than" and its like before an amount into the mod.
func (m *match) bounds() {
	for _, w := range [...]struct {
		word string
		mod  int
	}{{"more", modMore}, {"less", modLess}, {"fewer", modLess}, {"least", modAtLeast}, {"most", modAtMost}, {"up", modAtMost}} {
		if m.pass.is(m.start, w.word) || m.pass.is(m.start+1, w.word) {
			m.frame.mod = w.mod
		}
	}
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
	if p.is(m.end, "of") || p.leads(m.start, "after") && f.unit == hour { // after hours
		return false
	}
	return p.leads(m.start, "for", "in", "within", "over", "after", "lasted", "takes", "take", "took") || p.leads(m.start, "of") && p.is(m.start-2, "matter")
}

// everyUnit repeats each unit.
func everyUnit(m *match) bool {
	f := &m.frame
	f.kind = kindSet
	if a := m.pass.at(m.start); m.end-m.start == 1 && a.upper && m.pass.at(m.end).upper {
		return false // the Daily Times
	}
	if m.hasWord("other") {
		f.q = quantity{n: 2}
	} else if !f.has.has(hasQuant) || m.hasWord("times") {
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

// oneDay is some day to come, unless it is a length.
func oneDay(m *match) bool {
	p := m.pass
	value := vagueValues[2]
	switch {
	case p.tag(m.start-1) == "MD" || p.tag(m.end) == "VB":
	case p.at(m.start).upper && (p.tag(m.end) == "PRP" || p.tag(m.end) == "NNP" || p.is(m.end, ",")): // One day he …
		if p.tense(m) < 0 {
			value = vagueValues[1]
		}
	default:
		return false
	}
	return vague(value)(m)
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
