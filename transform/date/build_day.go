package date

// The functions that rules name: each checks what the pattern cannot and completes the
// frame. They see one match and its neighbours, never the calendar.

// point accepts what was captured as a stretch of the calendar.
func point(m *match) bool {
	f := &m.frame
	if f.has.has(hasDayWord) && m.hasWord("day") { // the day before yesterday
		if m.hasWord("before") {
			f.dayOff--
		} else {
			f.dayOff++
		}
	}
	if f.has.has(hasDir) && !f.has.has(hasUnit) && m.hasWord("day") { // that same day
		f.unit, f.ref, f.has = day, true, f.has|hasUnit
	}
	m.modWord()
	m.comingPast()
	switch {
	case f.has.has(hasMonth) && !f.has.has(hasYear|hasDom):
		return monthName(m)
	case f.has.has(hasDom) && (f.dom < 1 || f.dom > 31), f.has.has(hasDayWord) && f.mod == modMid:
		return false
	case f.has.has(hasWeekday) && !m.weekdayName():
		return false
	}
	return f.has.has(hasPart | hasClock | hasMonth | hasWeekday | hasDayWord | hasISO | hasYear | hasHoliday | hasDir | hasUnit)
}

// modWord reads a mod that the pattern names by its word.
func (m *match) modWord() {
	if m.frame.mod != modNone {
		return
	}
	switch p := m.pass; {
	case p.is(m.start, "early"), p.is(m.start, "earlier"):
		m.frame.mod = modStart
	case p.is(m.start, "late"), p.is(m.start, "later"):
		m.frame.mod = modEnd
	}
}

// comingPast reads the direction of "this coming" and "this past".
func (m *match) comingPast() {
	f := &m.frame
	switch {
	case m.hasWord("coming"):
		f.dir, f.has = 1, f.has|hasDir
	case m.hasWord("this") && m.hasWord("past"):
		f.dir, f.has = -1, f.has|hasDir
	}
}

// weekdayName refuses what is no name: sat without a stop, any Tuesday.
func (m *match) weekdayName() bool {
	p := m.pass
	if p.leads(m.start, "any") && !m.frame.has.has(hasMonth) {
		return false
	}
	for i := m.start; i < m.end; i++ {
		a := p.at(i)
		if a.set.has(cWeekday) && (!a.upper || a.set.has(cAbbrev) && p.doc.Text[a.end-1] != '.' && m.end-m.start == 1) {
			return false
		}
	}
	return true
}

// calendarDay accepts a day of a month.
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
			if a.set.has(cMonth) && !a.upper && !m.smallMonth(i) {
				return false
			}
		}
	}
	if f.has.has(hasDir) && f.dir == 0 && !f.has.has(hasUnit) {
		return false // this April 4, 2017, picture
	}
	if n := m.pass.at(m.end); n.word != nil && (n.word.text == "%" || n.word.text == "percent") && !f.has.has(hasYear) {
		return false
	}
	return f.dom >= 1 && f.dom <= 31 && !(f.has.has(hasMonth) && f.dom > monthDays(2000, f.month))
}

// smallMonth reports whether the month in small letters at atom i can only be one: "on 30
// may", "3 june 1990".
func (m *match) smallMonth(i int) bool {
	p := m.pass
	if i != m.start+1 || p.at(m.start).word != nil || m.frame.dom == 0 {
		return false
	}
	return m.frame.has.has(hasYear) || p.leads(m.start, "on", "since", "until", "by", "before", "after", "the") && !(p.leads(m.start, "the") && p.tag(i+1) == "VB")
}

func dayRange(m *match) bool {
	return calendarDay(m) && m.frame.endDom > m.frame.dom && m.frame.endDom <= monthDays(2000, m.frame.month)
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

// partOf is a part of the day that lies days from publication.
func partOf(days, part int) func(*match) bool {
	return func(m *match) bool {
		f := &m.frame
		if part >= 0 {
			f.part = part
		}
		if m.end-m.start == 1 && part == partNight && m.pass.tag(m.start-1) == "VB" {
			return false // it will not change overnight
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

// thePart is a part of the story's day: in the morning.
func thePart(m *match) bool {
	p := m.pass
	if !p.leads(m.start, "in", "during", "by", "until", "through", "later", "earlier") || p.is(m.end, "of") || nounTag(p.tag(m.end)) || p.at(m.end-1).set.has(cPlural) {
		return false
	}
	return partOfRef(0)(m)
}

// holidayName refuses what is only called after a holiday.
func holidayName(m *match) bool {
	if f := &m.frame; f.has.has(hasUnit) && f.unit != year && (f.plural || f.unit != week && f.unit != weekend) {
		return false
	}
	for _, w := range [...]string{"tree", "trees", "lights", "carol", "carols", "market", "markets", "gift", "gifts", "shopping", "decorations", "card", "cards", "party", "song", "songs", "music", "egg", "eggs", "island"} {
		if m.pass.is(m.end, w) {
			return false
		}
	}
	return point(m)
}
