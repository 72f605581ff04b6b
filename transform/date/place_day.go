package date

import (
	"strings"
	"time"

	"dateline/transform"
)

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

// placeHoliday places a named day, and the week or weekend called after it.
func (p *pass) placeHoliday(m *match, f *frame) (period, string, bool) {
	h := &holidays[f.hol]
	var first time.Time
	basis := basisExplicit
	switch y, b, ok := p.yearOf(f); {
	case ok && f.has.has(hasYear|hasUnit) && f.unit != week && f.unit != weekend:
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
	if f.has.has(hasUnit) && (f.unit == week || f.unit == weekend) {
		return periodOf(f.unit, first), basis, true
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
		for _, dy := range [...]int{0, -1, 1, -2, 2} { // farther off it is a slip of the pen
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
	case f.has.has(hasDir) && f.dir != 0 && (f.ref || f.dir > 0 && p.is(m.start, "the")) && p.hasRef:
		ref, ok := p.refDay()
		n := (isoWeekday(ref.first) - f.week + 7) % 7
		if f.dir > 0 {
			n -= 7
		} else if n == 0 {
			n = 7
		}
		return period{day, ref.first.AddDate(0, 0, -n)}, basisAnchored, ok
	case f.has.has(hasDir) && f.dir < 0:
		if back == 0 {
			back = 7
		}
	case f.has.has(hasDir) && f.dir > 0:
		if back -= 7; back > -4 && !f.ref { // "next Wednesday" on a Tuesday is not tomorrow
			back -= 7
		}
	case f.has.has(hasDir):
		back = today - f.week
	case back > 0 && !p.is(m.end, "'s") && p.tense(m) > 0:
		back -= 7
	}
	return period{day, p.pub.AddDate(0, 0, -back)}, basisWeekday, true
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
	if date.Type == "date" && date.Precision == "day" && date.Known() && m.start-p.clockAtom <= 5 && date.Sentence == p.clockSentence() {
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
