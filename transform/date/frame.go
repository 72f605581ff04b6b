package date

// kind is what a frame says.
type kind uint8

const (
	kindPoint    kind = iota // a stretch of the calendar, perhaps with a time of day
	kindDuration             // so long
	kindSet                  // again and again
	kindVague                // PRESENT_REF and the like
)

// slots is a set of filled slots.
type slots uint32

func (s slots) has(x slots) bool { return s&x != 0 }

const (
	hasYear slots = 1 << iota
	hasMonth
	hasDom
	hasWeekday
	hasDayWord
	hasSeason
	hasQuarter
	hasHalf
	hasDecade
	hasCentury
	hasPart
	hasClock
	hasISO
	hasHoliday
	hasDir
	hasUnit
	hasQuant
	hasSense
	hasEndDom
)

// frame is what an expression says before it is placed on the calendar.
type frame struct {
	kind   kind
	has    slots
	year   int
	month  int
	dom    int
	endDom int // of "March 5-7"
	week   int // weekday, 1 Monday
	dayOff int // from publication
	seas   int
	qtr    int
	half   int
	decade int
	cent   int
	part   int
	clock  int
	hourly bool // the clock says no minutes
	zone   int  // minutes from UTC + zoneBias; 0 none
	iso    int
	hol    int
	dir    int
	ref    bool // dir counts from the story's date, not from publication
	unit   unit
	plural bool
	q      quantity
	sense  int
	mod    int
	value  string // fixed TIMEX3 value
	exact  bool   // the very end, not the latter part
	latest bool   // the quarter last reported on
}

// fill puts what the pattern captured into the frame's slots.
func (m *match) fill() {
	f := &m.frame
	*f = frame{}
	for i := range m.caps {
		c := &m.caps[i]
		a := &m.pass.atoms[c.atom]
		switch c.slot {
		case slot(cMonth):
			f.has, f.month = f.has|hasMonth, c.value
		case slot(cWeekday), slot(cPluralDay):
			f.has, f.week = f.has|hasWeekday, c.value
		case slot(cUnit):
			f.has, f.unit, f.plural = f.has|hasUnit, unit(c.value), a.set.has(cPlural)
		case slot(cSeason):
			f.has, f.seas = f.has|hasSeason, c.value
		case slot(cPart):
			f.has, f.part = f.has|hasPart, c.value
		case slot(cDecade):
			if c.value%100 == 0 && c.value < 2000 { // the 1700s
				f.has, f.cent = f.has|hasCentury, c.value/100
			} else {
				f.has, f.decade = f.has|hasDecade, c.value
			}
		case slot(cISO):
			f.has, f.iso = f.has|hasISO, c.value
		case slot(cDir):
			f.has, f.dir, f.ref = f.has|hasDir, c.value, f.ref || a.set.has(cRef)
		case slot(cMod), slot(cApprox):
			f.mod = c.value
		case slot(cDayWord):
			f.has, f.dayOff = f.has|hasDayWord, c.value
		case slot(cSense):
			f.has, f.sense = f.has|hasSense, c.value
		case slot(cVague):
			f.value = vagueValues[c.value]
		case slot(cFreq):
			f.has, f.unit = f.has|hasUnit, unit(c.value)
		case slotQuant:
			f.has, f.q = f.has|hasQuant, c.q
		case slotYear:
			f.has, f.year = f.has|hasYear, c.value
		case slotClock:
			f.has, f.clock, f.hourly, f.zone = f.has|hasClock, c.value, c.q.half, c.q.n
		case slotDom:
			if f.has.has(hasDom) {
				f.has, f.endDom = f.has|hasEndDom, c.value
			} else {
				f.has, f.dom = f.has|hasDom, c.value
			}
		case slotHoliday:
			f.has, f.hol = f.has|hasHoliday, c.value
		}
	}
}

// ord is the first captured ordinal.
func (m *match) ord() int {
	for _, c := range m.caps {
		if c.slot == slot(cOrd) {
			return c.value
		}
	}
	return 0
}

// has reports whether the match holds a word.
func (m *match) hasWord(w string) bool {
	for i := m.start; i < m.end; i++ {
		if m.pass.is(i, w) {
			return true
		}
	}
	return false
}
