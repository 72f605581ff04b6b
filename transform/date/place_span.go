package date

import (
	"time"
)

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
func (p *pass) placeShift(f *frame) (period, string, bool) {
	var from period
	basis := basisRelative
	if f.sense == senseEarlier || f.sense == senseLater {
		if p.hasRef {
			from, basis = p.ref, basisAnchored
		} else if f.sense == senseLater {
			return period{}, basisAnchored, false // later than what the text does not date
		}
		if d, ok := p.refDay(); ok && f.unit <= week {
			from = d
		}
	}
	if f.latest && p.qtr.first.IsZero() && !f.has.has(hasQuarter) {
		return periodOf(quarter, p.pub).add(-5), basisRelative, !p.pub.IsZero() // the year-ago quarter
	}
	if f.unit == year && f.q.n == 1 && !f.q.half && !p.qtr.first.IsZero() && p.sentence-p.qtrSent <= 3 && !f.has.has(hasQuarter) {
		return p.qtr.add(-4), basisAnchored, true // sales compared with a year ago
	}
	if basis == basisRelative {
		if p.pub.IsZero() {
			return period{}, basis, false
		}
		from = period{day, p.pub}
	}
	n, sign := f.q.n, 1
	if f.sense < 0 {
		sign = -1
	}
	if f.q.vague {
		f.kind, f.value = kindVague, vagueValues[1]
		if sign > 0 {
			f.value = vagueValues[2]
		}
		return period{}, basisVague, false
	}
	if f.unit < day {
		return period{day, from.first}, basis, from.grain == day
	}
	t := shift(from.first, sign*n, f.unit)
	if f.q.half {
		if k := monthsOf(f.unit); k > 1 {
			t = shift(t, sign*k/2, month)
		}
	}
	grain := f.unit
	switch {
	case from.grain > grain || f.has.has(hasQuarter):
		grain = from.grain
	case grain == week && n <= 2 && from.grain == day:
		grain = day
	case grain == fortnight:
		grain = day
	case grain == decade || grain == century:
		grain = year
	case from.grain == quarter && grain == year && basis == basisAnchored:
		grain = quarter
	}
	if f.has.has(hasQuarter) {
		return period{quarter, ymd(t.Year(), f.qtr*3-2, 1)}, basis, true
	}
	return periodOf(grain, t), basis, true
}
