package date

import (
	"fmt"
	"strconv"
)

// unitLetters are the units of an ISO duration; a T goes before those of a day.
var unitLetters = [...]string{second: "S", minute: "M", hour: "H", day: "D", week: "W", weekend: "WE", month: "M",
	quarter: "Q", half: "M", season: "M", year: "Y", decade: "Y", century: "Y", millennium: "Y", fortnight: "W"}

// unitFactors turn the units without a letter of their own into those with one.
var unitFactors = [...]int{half: 6, season: 3, decade: 10, century: 100, millennium: 1000, fortnight: 2}

func factor(u unit) int {
	if int(u) < len(unitFactors) && unitFactors[u] > 0 {
		return unitFactors[u]
	}
	return 1
}

// durationValue is the TIMEX3 value of an amount of units: P2M, PT5H30M, PXW.
func durationValue(f *frame) string {
	p := "P"
	if f.unit < day {
		p = "PT"
	}
	letter := unitLetters[f.unit]
	if f.q.vague {
		switch f.unit {
		case decade:
			letter = "E"
		case century:
			letter = "C"
		}
		return p + "X" + letter
	}
	n := f.q.n
	if f.q.hi > 0 {
		n = f.q.hi
	}
	k := factor(f.unit)
	if !f.q.half {
		return p + strconv.Itoa(n*k) + letter
	}
	whole := ""
	if n > 0 {
		whole = strconv.Itoa(n*k) + letter
	}
	switch f.unit {
	case minute:
		return p + whole + "30S"
	case hour:
		return p + whole + "30M"
	case day:
		return p + whole + "T12H"
	case month:
		return p + whole + "15D"
	case year:
		return p + whole + "6M"
	case decade, century, millennium, half, fortnight:
		return p + strconv.Itoa(n*k+k/2) + letter
	}
	return p + strconv.Itoa(n) + ".5" + letter
}

// setValue is the TIMEX3 value of a repetition.
func setValue(f *frame) string {
	part := ""
	if f.has.has(hasPart) {
		part = "T" + partNames[f.part]
	}
	switch {
	case f.has.has(hasWeekday):
		return fmt.Sprintf("XXXX-WXX-%d%s", f.week, part)
	case f.has.has(hasMonth):
		return fmt.Sprintf("XXXX-%02d", f.month)
	case f.has.has(hasSeason):
		return "XXXX-" + seasonNames[f.seas]
	case part != "":
		return "XXXX-XX-XX" + part
	}
	if f.unit == weekend {
		return "XXXX-WXX-WE"
	}
	return durationValue(f)
}
