package date

import (
	"fmt"
	"strings"
	"time"

	"dateline/transform"
)

// The words of date_basis.
const (
	basisExplicit = "explicit"
	basisWeekday  = "weekday"
	basisRelative = "relative"
	basisAnchored = "anchored"
	basisVague    = "vague"
)

// resolver places frames on the calendar, in text order.
type resolver struct {
	pub    time.Time // publication day, midnight UTC; zero if unknown
	ref    period    // the story's date: the last stretch of the calendar it named
	hasRef bool
	sent   int // sentence of ref

	told     period // the last stretch that named its year, or was placed by one that did
	toldSent int    // its sentence

	qtr     period // the quarter last reported on; first is zero if none was
	qtrSent int    // its sentence

	clocks    []int // clock times that wait for a day, in Document.Dates
	clockAtom int   // where the last of them ended

	news int // mentions that count from publication
	old  int // mentions that name a year long before it
}

// resolve makes a date of a match. It reports false for what turns out to be none.
func (p *pass) resolve(m *match, out *transform.Date) bool {
	f := &m.frame
	out.Mod = modNames[f.mod]
	switch f.kind {
	case kindDuration:
		out.Type, out.Value, out.Basis = "duration", durationValue(f), basisExplicit
		if f.q.vague {
			out.Basis = basisVague
		}
		out.Precision = unitNames[f.unit]
		return true
	case kindSet:
		out.Type, out.Value, out.Basis = "set", setValue(f), basisExplicit
		return true
	case kindVague:
		out.Type, out.Value, out.Basis = "date", f.value, basisVague
		return true
	}
	out.Type = "date"
	per, basis, ok := p.place(m, f)
	out.Basis = basis
	if !ok {
		if basis == "" {
			return false
		}
		p.unplaced(f, out)
		return true
	}
	if !per.valid() {
		return false
	}
	out.Value, out.Precision = per.value(), unitNames[per.grain]
	out.First, out.Last = per.first, per.last()
	if n := p.extraDays(f); n > 0 {
		out.Last = per.first.AddDate(0, 0, n)
		out.Value += "/" + out.Last.Format("2006-01-02")
	}
	p.timeOfDay(f, out)
	p.settleSpan(m, out)
	p.remember(f, per, basis)
	return true
}

// extraDays is how many days a range has beyond its first.
func (p *pass) extraDays(f *frame) int {
	switch {
	case f.has.has(hasEndDom):
		return f.endDom - f.dom
	case f.has.has(hasHoliday) && holidays[f.hol].days > 1:
		return holidays[f.hol].days - 1
	}
	return 0
}

// remember makes a placed frame the story's date.
func (p *pass) remember(f *frame, per period, basis string) {
	if per.grain == quarter && f.has.has(hasQuarter) && !f.has.has(hasSense) {
		p.qtr, p.qtrSent = per, p.sentence
	}
	if f.has.has(hasSense) && per.grain >= month && !f.has.has(hasDir) {
		return // a comparison with an earlier year leaves the story where it is
	}
	p.ref, p.hasRef, p.sent = per, true, p.sentence
	if basis == basisExplicit || basis == basisAnchored {
		p.told, p.toldSent = per, p.sentence
	}
	if p.pub.IsZero() {
		return
	}
	switch {
	case basis == basisExplicit && p.pub.Year()-per.first.Year() > 1:
		p.old++
	case basis == basisWeekday || basis == basisRelative && f.has.has(hasDayWord|hasDir):
		p.news++
	}
}

// unplaced is what can be said without an anchor.
func (p *pass) unplaced(f *frame, out *transform.Date) {
	out.Value = f.value
	if f.has.has(hasPart | hasClock) {
		out.Type = "time"
	}
}

// timeOfDay adds a day part or clock time to a placed day.
func (p *pass) timeOfDay(f *frame, out *transform.Date) {
	switch {
	case f.has.has(hasClock):
		out.Type, out.Precision = "time", "minute"
		out.Value += fmt.Sprintf("T%02d:%02d", f.clock/60, f.clock%60)
		if f.hourly {
			out.Precision = "hour"
		}
		if z := f.zone - zoneBias; f.zone != 0 && z != zoneLocal {
			if z == 0 {
				out.Value += "Z"
			}
		}
	case f.has.has(hasPart):
		out.Type, out.Precision = "time", "daypart"
		out.Value += "T" + partNames[f.part]
	}
}

// place finds the frame's stretch of the calendar. Without an anchor it reports false and
// the basis it would have had.
func (p *pass) place(m *match, f *frame) (period, string, bool) {
	h := f.has
	switch {
	case h.has(hasISO):
		return period{day, ymd(f.iso/10000, f.iso/100%100, f.iso%100)}, basisExplicit, true
	case h.has(hasHoliday):
		return p.placeHoliday(m, f)
	case h.has(hasDom):
		return p.placeDay(m, f)
	case h.has(hasSense):
		return p.placeShift(f)
	case h.has(hasMonth):
		return p.placeMonth(m, f)
	case h.has(hasQuarter | hasHalf):
		return p.placeQuarter(m, f)
	case h.has(hasSeason):
		return p.placeSeason(m, f)
	case h.has(hasWeekday):
		return p.placeWeekday(m, f)
	case h.has(hasDayWord):
		return period{day, p.pub.AddDate(0, 0, f.dayOff)}, basisRelative, !p.pub.IsZero()
	case h.has(hasYear):
		return period{year, ymd(f.year, 1, 1)}, basisExplicit, true
	case h.has(hasDecade):
		return period{decade, ymd(f.decade, 1, 1)}, basisExplicit, true
	case h.has(hasCentury):
		return period{century, ymd(max(f.cent*100, 1), 1, 1)}, basisExplicit, f.cent > 0
	case h.has(hasDir):
		return p.placeDeictic(m, f)
	case h.has(hasPart | hasClock):
		return p.placeTime(m, f)
	}
	return period{}, "", false
}

// anchor is what a direction counts from.
func (p *pass) anchor(f *frame) (time.Time, string, bool) {
	if (f.ref || f.near && p.narrative()) && p.hasRef {
		return p.ref.first, basisAnchored, true
	}
	return p.pub, basisRelative, !p.pub.IsZero()
}

// yearOf is the year that a frame names or implies by "last year".
func (p *pass) yearOf(f *frame) (int, string, bool) {
	if f.has.has(hasYear) {
		return f.year, basisExplicit, true
	}
	if f.has.has(hasDir) {
		t, basis, ok := p.anchor(f)
		return t.Year() + f.dir, basis, ok
	}
	return 0, "", false
}

// nearest chooses among a yearly recurring day's years the one the story means.
func (p *pass) nearest(m *match, in func(y int) time.Time) time.Time {
	y := p.pub.Year()
	best := in(y)
	for _, t := range [...]time.Time{in(y - 1), in(y + 1)} {
		if absDays(t, p.pub) < absDays(best, p.pub) {
			best = t
		}
	}
	// A day without a year is a near one: one of a year ago would carry its year.
	switch tense := p.tense(m); {
	case tense < 0 && best.After(p.pub) && absDays(best, p.pub) > 120:
		best = in(best.Year() - 1)
	case tense > 0 && best.Before(p.pub) && absDays(best, p.pub) > 60:
		best = in(best.Year() + 1)
	}
	return best
}

func absDays(a, b time.Time) int {
	d := int(a.Sub(b) / (24 * time.Hour))
	return max(d, -d)
}

func (p *pass) placeHoliday(m *match, f *frame) (period, string, bool) {
	h := &holidays[f.hol]
	var first time.Time
	basis := basisExplicit
	switch y, b, ok := p.yearOf(f); {
	case ok && f.has.has(hasYear):
		first, basis = h.in(y), b
	case p.pub.IsZero():
		return period{}, basisRelative, false
	default:
		basis = basisRelative
		first = p.nearest(m, h.in)
		if f.has.has(hasDir) && f.dir < 0 && !first.Before(p.pub) {
			first = h.in(first.Year() - 1)
		}
		if f.has.has(hasDir) && f.dir > 0 && !first.After(p.pub) {
			first = h.in(first.Year() + 1)
		}
	}
	return period{day, first}, basis, true
}

// placeDay places a day of a month.
func (p *pass) placeDay(m *match, f *frame) (period, string, bool) {
	if y, basis, ok := p.yearOf(f); ok {
		if !f.has.has(hasMonth) {
			return period{}, "", false
		}
		if !validDay(y, f.month, f.dom) {
			return period{}, "", false
		}
		return p.dayOrWeek(f, ymd(y, f.month, f.dom)), basis, true
	}
	if y, ok := p.yearAhead(m); ok && f.has.has(hasMonth) && validDay(y, f.month, f.dom) {
		return p.dayOrWeek(f, ymd(y, f.month, f.dom)), basisExplicit, true
	}
	if p.pub.IsZero() {
		if p.hasRef && f.has.has(hasMonth) && validDay(p.ref.first.Year(), f.month, f.dom) {
			return p.dayOrWeek(f, ymd(p.ref.first.Year(), f.month, f.dom)), basisAnchored, true
		}
		return period{}, basisRelative, false
	}
	if !f.has.has(hasMonth) {
		t := ymd(p.pub.Year(), int(p.pub.Month()), min(f.dom, monthDays(p.pub.Year(), int(p.pub.Month()))))
		return period{day, t}, basisRelative, true
	}
	if f.has.has(hasWeekday) { // the weekday tells the year
		for _, dy := range [...]int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5} {
			if y := p.pub.Year() + dy; validDay(y, f.month, f.dom) && isoWeekday(ymd(y, f.month, f.dom)) == f.week {
				return p.dayOrWeek(f, ymd(y, f.month, f.dom)), basisRelative, true
			}
		}
	}
	if y := p.toldYear(f.month); p.history(m) && validDay(y, f.month, f.dom) {
		return p.dayOrWeek(f, ymd(y, f.month, f.dom)), basisAnchored, true
	}
	t := p.nearest(m, func(y int) time.Time { return ymd(y, f.month, min(f.dom, monthDays(y, f.month))) })
	return p.dayOrWeek(f, t), basisRelative, true
}

// dayOrWeek is the day, or its week for "the week of March 6".
func (p *pass) dayOrWeek(f *frame, t time.Time) period {
	if f.has.has(hasUnit) && f.unit == week {
		return periodOf(week, t)
	}
	return period{day, t}
}

// history reports whether the story is telling of another year than publication's: the
// whole text does, or the match's own sentence named one before.
func (p *pass) history(m *match) bool {
	if p.told.first.IsZero() || p.pub.Year()-p.told.first.Year() <= 1 {
		return false
	}
	return p.narrative() || p.toldSent == p.sentence && p.tense(m) <= 0
}

// narrative reports whether the text tells history: it names years long gone and hardly
// anything near publication.
func (p *pass) narrative() bool {
	return p.old >= 3 && p.old > 4*p.news && !p.told.first.IsZero()
}

// toldYear is the year of a month in the told history: close to where the telling is,
// rather later than earlier.
func (p *pass) toldYear(m int) int {
	y := p.told.first.Year()
	if p.told.grain > month {
		return y
	}
	switch d := m - int(p.told.first.Month()); {
	case d < -7:
		return y + 1
	case d > 9:
		return y - 1
	}
	return y
}

// yearAhead is the year that a later part of the same expression names: in August and
// September 1914, from 5 March to 8 April 1920.
func (p *pass) yearAhead(m *match) (int, bool) {
	i := m.end
	if !p.is(i, "-") && !p.is(i, "and") && !p.is(i, "to") && !p.is(i, "or") && !p.is(i, "through") && !p.is(i, "until") {
		return 0, false
	}
	month := false
	for k := i + 1; k < len(p.atoms) && k <= i+5; k++ {
		switch a := &p.atoms[k]; {
		case a.set.has(cMonth) && a.upper:
			month = true
		case a.set.has(cYear) && a.word == nil:
			return int(a.n), month
		case a.set.has(cNum) || a.set.has(cOrd) || a.word == p.g.punct[','] || p.is(k, "of"):
		default:
			return 0, false
		}
	}
	return 0, false
}

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
	y := p.pub.Year()
	switch {
	case !f.has.has(hasDir) && p.history(m) || f.ref && p.narrative():
		return at(p.told.first.Year()), basisAnchored, true
	case f.has.has(hasDir) && f.dir < 0 || !f.has.has(hasDir) && p.tense(m) < 0:
		if s := at(y); !s.last().Before(p.pub) && (f.has.has(hasDir) || s.first.After(p.pub)) {
			y--
		}
	case f.has.has(hasDir) && f.dir > 0 || !f.has.has(hasDir) && p.tense(m) > 0:
		if s := at(y); !s.first.After(p.pub) {
			y++
		}
	case f.seas == 3 && p.pub.Month() < time.March:
		y--
	}
	return at(y), basisRelative, true
}

// placeWeekday places a weekday: the last one up to publication, unless it is to come.
func (p *pass) placeWeekday(m *match, f *frame) (period, string, bool) {
	if p.pub.IsZero() {
		return period{}, basisWeekday, false
	}
	today := isoWeekday(p.pub)
	back := (today - f.week + 7) % 7
	switch {
	case f.has.has(hasDir) && f.has.has(hasUnit): // Friday last week
		t, basis, _ := p.anchor(f)
		return period{day, periodOf(week, t).add(f.dir).first.AddDate(0, 0, f.week-1)}, basis, true
	case f.has.has(hasDir) && f.ref && p.hasRef && f.dir != 0:
		from := p.ref.first
		n := (isoWeekday(from) - f.week + 7) % 7
		if f.dir < 0 {
			if n == 0 {
				n = 7
			}
			return period{day, from.AddDate(0, 0, -n)}, basisAnchored, true
		}
		return period{day, from.AddDate(0, 0, 7-n)}, basisAnchored, true
	case f.has.has(hasDir) && f.dir < 0:
		if back == 0 {
			back = 7
		}
	case f.has.has(hasDir) && f.dir > 0:
		if back -= 7; back > -4 { // "next Wednesday" on a Tuesday is not tomorrow
			back -= 7
		}
	case f.has.has(hasDir):
		back = today - f.week
	case back > 0 && !p.is(m.end, "'s") && p.tense(m) > 0:
		back -= 7
	}
	return period{day, p.pub.AddDate(0, 0, -back)}, basisWeekday, true
}

// placeDeictic places this, last and next week, month, year …
func (p *pass) placeDeictic(m *match, f *frame) (period, string, bool) {
	t, basis, ok := p.anchor(f)
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
		}
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
		return period{day, from.first}, basis, true
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

// placeTime places a time of day that names no day.
func (p *pass) placeTime(m *match, f *frame) (period, string, bool) {
	if p.hasRef && p.ref.grain == day && p.sentence-p.sent <= 2 {
		return p.ref, basisAnchored, true
	}
	return period{day, p.pub}, basisRelative, !p.pub.IsZero()
}

// settleClock gives a clock time the day that follows it: at 10:35 a.m. (0735 GMT) Friday.
func (p *pass) settleClock(m *match, date *transform.Date) {
	f := &m.frame
	if f.has.has(hasClock) && f.has&^hasClock == 0 {
		p.clocks = append(p.clocks, len(p.doc.Dates))
		p.clockAtom = m.end
		return
	}
	if date.Precision == "day" && m.start-p.clockAtom <= 5 && date.Sentence == p.clockSentence() {
		for _, i := range p.clocks {
			c := &p.doc.Dates[i]
			if k := strings.IndexByte(c.Value, 'T'); k >= 0 {
				c.Value, c.Interval, c.Basis = date.Value+c.Value[k:], date.Interval, date.Basis
			}
		}
	}
	p.clocks = p.clocks[:0]
}

func (p *pass) clockSentence() int {
	if len(p.clocks) == 0 {
		return -1
	}
	return p.doc.Dates[p.clocks[0]].Sentence
}

// settleSpan keeps "from Monday to Wednesday" in order: the second weekday comes after the
// first.
func (p *pass) settleSpan(m *match, out *transform.Date) {
	if m.frame.has != hasWeekday || p.last.has != hasWeekday || p.lastEnd != m.start-1 || len(p.doc.Dates) == 0 || !p.leads(m.start, "to", "through", "until", "till", "-") {
		return
	}
	from := &p.doc.Dates[len(p.doc.Dates)-1]
	if !from.Known() || !out.First.Before(from.First) {
		return
	}
	moved, days := from, -7
	if p.tense(m) > 0 {
		moved, days = out, 7
	}
	moved.First, moved.Last = moved.First.AddDate(0, 0, days), moved.Last.AddDate(0, 0, days)
	moved.Value = moved.First.Format(time.DateOnly)
}
