package date

import (
	"fmt"
	"time"
)

// period is a stretch of the calendar of one grain: a day, a week, a quarter …
type period struct {
	grain unit
	first time.Time // midnight UTC of its first day
}

func ymd(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func validDay(y, m, d int) bool {
	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m)
}

func monthDays(y, m int) int { return ymd(y, m+1, 0).Day() }

// isoWeekday is 1 for Monday … 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// seasonMonth is the month in which a season (by index) begins: meteorological, of the
// northern hemisphere, in which the field's gold is written. Winter ends in the next year.
var seasonMonth = [...]int{3, 6, 9, 12}

// periodOf is the period of a grain that holds a day.
func periodOf(g unit, t time.Time) period {
	y, m := t.Year(), int(t.Month())
	switch g {
	case week:
		t = t.AddDate(0, 0, 1-isoWeekday(t))
	case weekend:
		t = t.AddDate(0, 0, 6-isoWeekday(t)) // the weekend of the day's week
		if isoWeekday(t) != 6 {
			t = t.AddDate(0, 0, 1)
		}
	case month:
		t = ymd(y, m, 1)
	case quarter:
		t = ymd(y, (m-1)/3*3+1, 1)
	case half:
		t = ymd(y, (m-1)/6*6+1, 1)
	case season:
		t = ymd(y, m/3*3, 1)
	case year:
		t = ymd(y, 1, 1)
	case decade:
		t = ymd(y/10*10, 1, 1)
	case century:
		t = ymd(y/100*100, 1, 1)
	case millennium:
		t = ymd(y/1000*1000, 1, 1)
	}
	return period{g, t}
}

// add moves by n periods of the same grain.
func (p period) add(n int) period { return periodOf(p.grain, shift(p.first, n, p.grain)) }

// shift moves a day by n units; a month's end stays a month's end (31 January + a month
// is 28 or 29 February).
func shift(t time.Time, n int, u unit) time.Time {
	switch u {
	case second, minute, hour:
		return t
	case day:
		return t.AddDate(0, 0, n)
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	}
	months := n * monthsOf(u)
	y, m, d := t.Year(), int(t.Month())-1+months, t.Day()
	y, m = y+floorDiv(m, 12), m-floorDiv(m, 12)*12+1
	return ymd(y, m, min(d, monthDays(y, m)))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// monthsOf is how many months a unit has; 0 for shorter ones.
func monthsOf(u unit) int {
	switch u {
	case month:
		return 1
	case quarter, season:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	case millennium:
		return 12000
	}
	return 0
}

// last is the period's last day.
func (p period) last() time.Time {
	switch p.grain {
	case week:
		return p.first.AddDate(0, 0, 6)
	case weekend:
		return p.first.AddDate(0, 0, 1)
	}
	if n := monthsOf(p.grain); n > 0 {
		return p.first.AddDate(0, n, -1)
	}
	return p.first
}

// valid reports whether TIMEX3 can write the period: years of four digits.
func (p period) valid() bool { return p.first.Year() >= 1 && p.last().Year() <= 9999 }

// value is the TIMEX3 value.
func (p period) value() string {
	y, m := p.first.Year(), int(p.first.Month())
	switch p.grain {
	case week:
		wy, w := p.first.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case weekend:
		wy, w := p.first.ISOWeek()
		return fmt.Sprintf("%04d-W%02d-WE", wy, w)
	case month:
		return fmt.Sprintf("%04d-%02d", y, m)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case season:
		return fmt.Sprintf("%04d-%s", y, seasonNames[m/3-1])
	case year:
		return fmt.Sprintf("%04d", y)
	case decade:
		return fmt.Sprintf("%03d", y/10)
	case century:
		return fmt.Sprintf("%02d", y/100)
	case millennium:
		return fmt.Sprintf("%d", y/1000)
	}
	return p.first.Format("2006-01-02")
}

// unitNames are the words of date_precision.
// The enumeration has no weekend, half or millennium: they take the next coarser word.
var unitNames = [...]string{second: "minute", minute: "minute", hour: "hour", day: "day", week: "week", weekend: "week", month: "month",
	quarter: "quarter", half: "year", season: "season", year: "year", decade: "decade", century: "century", millennium: "century", fortnight: "week"}
