package date

import "time"

// placeMonth places a month: of its year, of the told history, else near publication.
func (p *pass) placeMonth(m *match, f *frame) (period, string, bool) {
	at := func(y int) period { return period{month, ymd(y, f.month, 1)} }
	yearly := f.has.has(hasUnit) && f.unit == year || f.has.has(hasYear)
	if y, basis, ok := p.yearOf(f); ok && yearly {
		return at(y), basis, true
	}
	if y, ok := p.yearAhead(m); ok {
		return at(y), basisExplicit, true
	}
	if p.pub.IsZero() {
		if p.hasRef {
			return at(p.ref.first.Year()), basisAnchored, true
		}
		return period{}, basisRelative, false
	}
	y, now := p.pub.Year(), int(p.pub.Month())
	switch {
	case f.has.has(hasDir) && f.dir < 0:
		if f.month >= now {
			y--
		}
	case f.has.has(hasDir) && f.dir > 0:
		if f.month <= now {
			y++
		}
	case f.has.has(hasDir):
	case p.history(m):
		return at(p.toldYear(f.month)), basisAnchored, true
	default:
		return at(p.nearestMonth(m, f.month)), basisRelative, true
	}
	return at(y), basisRelative, true
}

// nearestMonth is the year of a month named without one.
func (p *pass) nearestMonth(m *match, month int) int {
	y, now := p.pub.Year(), int(p.pub.Month())
	ahead := (month - now + 12) % 12
	switch tense := p.tense(m); {
	case tense > 0 && month < now && (ahead <= 6 || p.leads(m.start, "in", "by", "until", "through", "next", "early", "late", "mid", "-")):
		return y + 1
	case tense > 0 && month < now:
		return y
	case tense < 0 && month > now && (ahead > 2 || tense < -1):
		return y - 1
	case tense == -1 && month < now && ahead <= 1:
		return y + 1
	case tense < 0:
		return y
	case tense == 0 && month-now > 6:
		return y - 1
	case tense == 0 && now-month > 9:
		return y + 1
	}
	return y
}

// placeQuarter places a quarter or half of a year.
func (p *pass) placeQuarter(m *match, f *frame) (period, string, bool) {
	at := func(y int) period {
		if f.has.has(hasHalf) {
			return period{half, ymd(y, f.half*6-5, 1)}
		}
		return period{quarter, ymd(y, f.qtr*3-2, 1)}
	}
	if y, basis, ok := p.yearOf(f); ok {
		return at(y), basis, true
	}
	if p.pub.IsZero() {
		return period{}, basisRelative, false
	}
	y := p.pub.Year()
	// A quarter not begun, told in the past, is last year's.
	if at(y).first.After(p.pub) && p.tense(m) < 0 {
		y--
	}
	return at(y), basisRelative, true
}

// placeSeason places a season, by tense where nothing else says which.
func (p *pass) placeSeason(m *match, f *frame) (period, string, bool) {
	at := func(y int) period { return period{season, ymd(y, seasonMonth[f.seas], 1)} }
	if f.has.has(hasYear) || f.has.has(hasUnit) && f.unit == year {
		if y, basis, ok := p.yearOf(f); ok {
			return at(y), basis, true
		}
	}
	if p.pub.IsZero() {
		return period{}, basisRelative, false
	}
	if !f.has.has(hasDir) && p.history(m) {
		return at(p.told.first.Year()), basisAnchored, true
	}
	from, basis := p.pub, basisRelative
	if f.has.has(hasDir) && p.narrative() {
		from, basis = p.told.first, basisAnchored
	}
	dir := f.dir
	if !f.has.has(hasDir) {
		dir = p.tense(m)
	}
	y := from.Year()
	switch s := at(y); {
	case dir < 0 && (s.first.After(from) || f.has.has(hasDir) && !s.last().Before(from)):
		y--
	case dir > 0 && !s.first.After(from):
		y++
	case dir == 0 && f.seas == 3 && from.Month() < time.March:
		y--
	}
	return at(y), basis, true
}

// placeDeictic places this, last and next week, month, year …
func (p *pass) placeDeictic(m *match, f *frame) (period, string, bool) {
	t, basis, ok := p.anchor(f)
	if ok && f.unit == day && basis == basisAnchored {
		var d period
		d, ok = p.refDay()
		t = d.first
	}
	if !ok {
		return period{}, basis, false
	}
	g := f.unit
	if g == fortnight {
		g = week
	}
	per := periodOf(g, t)
	if f.ref && p.hasRef && g < p.ref.grain && g != day {
		per = periodOf(g, p.ref.last())
	}
	switch {
	case g == weekend && !f.has.has(hasDir):
	case g == weekend:
		// From Monday to Thursday the weekend is the one gone, unless it is to come.
		if f.dir <= 0 && isoWeekday(t) <= 5 && (f.dir < 0 || p.tense(m) < 0 || isoWeekday(t) <= 3 && p.tense(m) == 0) {
			per = per.add(-1)
		} else {
			per = per.add(max(f.dir, 0))
		}
		return per, basis, true
	case g == quarter && f.latest:
		if p.qtr.first.IsZero() {
			return periodOf(quarter, p.pub).add(-1), basisRelative, !p.pub.IsZero()
		}
		return p.qtr, basisAnchored, true
	}
	per = per.add(f.dir)
	if g == month && f.mod == modEnd && f.dir == 0 && f.exact {
		return period{day, per.last()}, basis, true
	}
	return per, basis, true
}

// placeShift places a distance: two weeks ago, a year earlier.
func (p *pass) placeShift(m *match, f *frame) (period, string, bool) {
	if f.q.vague { // a few days later
		f.value = vagueValues[2]
		if f.sense < 0 || p.tense(m) < 0 {
			f.value = vagueValues[1]
		}
		return period{}, basisVague, false
	}
	if f.unit == year && f.q.n == 1 && !f.q.half && !f.has.has(hasQuarter) {
		switch { // sales are compared with the same quarter of a year ago
		case !p.qtr.first.IsZero() && (f.latest || p.sentence-p.qtrSent <= 3):
			return p.qtr.add(-4), basisAnchored, true
		case f.latest:
			return periodOf(quarter, p.pub).add(-5), basisRelative, !p.pub.IsZero()
		}
	}
	from, basis, ok := p.shiftFrom(f)
	if !ok {
		return period{}, basis, false
	}
	sign := 1
	if f.sense < 0 {
		sign = -1
	}
	if f.unit < day {
		return period{day, from.first}, basis, from.grain == day
	}
	t := shift(from.first, sign*f.q.n, f.unit)
	if k := monthsOf(f.unit); f.q.half && k > 1 {
		t = shift(t, sign*k/2, month)
	}
	if f.has.has(hasQuarter) {
		return period{quarter, ymd(t.Year(), f.qtr*3-2, 1)}, basis, true
	}
	return periodOf(shiftGrain(f, from.grain), t), basis, true
}

// shiftFrom is what a distance counts from.
func (p *pass) shiftFrom(f *frame) (period, string, bool) {
	if f.sense == senseEarlier || f.sense == senseLater {
		if d, ok := p.refDay(); ok && f.unit <= week {
			return d, basisAnchored, true
		}
		if p.hasRef {
			return p.ref, basisAnchored, true
		}
		if f.sense == senseLater {
			return period{}, basisAnchored, false // later than what the text does not date
		}
	}
	return period{day, p.pub}, basisRelative, !p.pub.IsZero()
}

// shiftGrain is how exactly a distance of a unit tells its day, counted from a stretch of
// another grain.
func shiftGrain(f *frame, from unit) unit {
	switch {
	case f.unit == fortnight, f.unit == week && f.q.n <= 2 && from == day:
		return day
	case from > f.unit, from == quarter && f.unit == year:
		return from
	case f.unit == decade || f.unit == century:
		return year
	}
	return f.unit
}
