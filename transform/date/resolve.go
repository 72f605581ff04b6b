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
	today  time.Time // the same in the dateline's place
	ref    period    // the story's date: the last stretch of the calendar it named
	hasRef bool
	sent   int    // sentence of ref
	day    period // the last day the story named
	dayAt  int    // its sentence

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
		if f.has.has(hasUnit) && f.value == vagueValues[2] && p.tense(m) < 0 {
			out.Value = vagueValues[1] // he died hours later: past for the reader
		}
		if strings.HasPrefix(f.value, "BC") {
			out.Basis = basisExplicit
		}
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
	if per.grain == quarter && f.has.has(hasQuarter) && !f.has.has(hasSense) && !per.last().After(p.pub) {
		p.qtr, p.qtrSent = per, p.sentence
	}
	if f.has.has(hasSense) && per.grain >= month && !f.has.has(hasDir) {
		return // a comparison with an earlier year leaves the story where it is
	}
	p.ref, p.hasRef, p.sent = per, true, p.sentence
	if per.grain == day {
		p.day, p.dayAt = per, p.sentence
	}
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
		return p.placeShift(m, f)
	case h.has(hasMonth):
		return p.placeMonth(m, f)
	case h.has(hasQuarter | hasHalf):
		return p.placeQuarter(m, f)
	case h.has(hasSeason):
		return p.placeSeason(m, f)
	case h.has(hasWeekday):
		return p.placeWeekday(m, f)
	case h.has(hasDayWord):
		return period{day, p.today.AddDate(0, 0, f.dayOff)}, basisRelative, !p.pub.IsZero()
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
	if (f.ref || p.narrative()) && p.hasRef {
		return p.ref.first, basisAnchored, true
	}
	return p.pub, basisRelative, !p.pub.IsZero()
}

// refDay is the day the story is on: its date if that is a day, or a day named shortly
// before.
func (p *pass) refDay() (period, bool) {
	if p.hasRef && p.ref.grain == day {
		return p.ref, true
	}
	return p.day, !p.day.first.IsZero() && p.sentence-p.dayAt <= 5
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
