package date

import (
	"strings"
	"time"
)

// holiday is a named day or stretch of days. A fixed one has month and dom; a movable one
// computes its first day in a Gregorian year.
type holiday struct {
	names []string // lower case; each starts with a word that is rare elsewhere
	month int
	dom   int
	days  int // how long, 1 if 0
	first func(y int) time.Time
}

// holidays that news names. Sources: the Gregorian Easter computus (Meeus, Astronomical
// Algorithms); US Code title 5 § 6103 for the American ones; the tabular Islamic calendar
// (type II, civil epoch), which may be a day off the sighted moon.
var holidays = []holiday{
	{names: []string{"new year 's day"}, month: 1, dom: 1},
	{names: []string{"new year 's eve"}, month: 12, dom: 31},
	{names: []string{"christmas eve"}, month: 12, dom: 24},
	{names: []string{"christmas day", "christmas"}, month: 12, dom: 25},
	{names: []string{"boxing day"}, month: 12, dom: 26},
	{names: []string{"valentine 's day"}, month: 2, dom: 14},
	{names: []string{"halloween"}, month: 10, dom: 31},
	{names: []string{"independence day"}, month: 7, dom: 4},
	{names: []string{"bastille day"}, month: 7, dom: 14},
	{names: []string{"armistice day", "veterans day"}, month: 11, dom: 11},
	{names: []string{"may day"}, month: 5, dom: 1},
	{names: []string{"anzac day"}, month: 4, dom: 25},
	{names: []string{"thanksgiving day", "thanksgiving"}, first: func(y int) time.Time { return nthWeekday(y, 11, 4, 4) }},
	{names: []string{"labor day"}, first: func(y int) time.Time { return nthWeekday(y, 9, 1, 1) }},
	{names: []string{"memorial day"}, first: func(y int) time.Time { return nthWeekday(y, 5, 1, 5) }},
	{names: []string{"election day"}, first: func(y int) time.Time { return nthWeekday(y, 11, 1, 1).AddDate(0, 0, 1) }},
	{names: []string{"martin luther king day"}, first: func(y int) time.Time { return nthWeekday(y, 1, 1, 3) }},
	{names: []string{"easter monday"}, first: func(y int) time.Time { return easter(y).AddDate(0, 0, 1) }},
	{names: []string{"good friday"}, first: func(y int) time.Time { return easter(y).AddDate(0, 0, -2) }},
	{names: []string{"palm sunday"}, first: func(y int) time.Time { return easter(y).AddDate(0, 0, -7) }},
	{names: []string{"ash wednesday"}, first: func(y int) time.Time { return easter(y).AddDate(0, 0, -46) }},
	{names: []string{"maundy thursday"}, first: func(y int) time.Time { return easter(y).AddDate(0, 0, -3) }},
	{names: []string{"easter sunday", "easter"}, first: easter},
	{names: []string{"pentecost"}, first: func(y int) time.Time { return easter(y).AddDate(0, 0, 49) }},
	{names: []string{"ramadan"}, days: 30, first: func(y int) time.Time { return islamicIn(y, 9, 1) }}, // Ramadan of the tabular calendar always has 30 days
	{names: []string{"eid al - fitr", "eid ul - fitr", "eid al fitr"}, first: func(y int) time.Time { return islamicIn(y, 10, 1) }},
	{names: []string{"eid al - adha", "eid ul - adha"}, first: func(y int) time.Time { return islamicIn(y, 12, 10) }},
	{names: []string{"nowruz", "novruz", "navroz"}, month: 3, dom: 20},
	{names: []string{"epiphany"}, month: 1, dom: 6},
	{names: []string{"passover"}, days: 8, first: func(y int) time.Time { return roshHashanah(y+3761).AddDate(0, 0, -163) }},
	{names: []string{"rosh hashanah"}, days: 2, first: func(y int) time.Time { return roshHashanah(y + 3761) }},
	{names: []string{"yom kippur"}, first: func(y int) time.Time { return roshHashanah(y+3761).AddDate(0, 0, 9) }},
	{names: []string{"sukkot"}, days: 7, first: func(y int) time.Time { return roshHashanah(y+3761).AddDate(0, 0, 14) }},
	{names: []string{"orthodox easter"}, first: orthodoxEaster},
	{names: []string{"orthodox christmas"}, month: 1, dom: 7},
	{names: []string{"ashura"}, first: func(y int) time.Time { return islamicIn(y, 1, 10) }},
}

// in is the holiday's first day in a year.
func (h *holiday) in(y int) time.Time {
	if h.first != nil {
		return h.first(y)
	}
	return ymd(y, h.month, h.dom)
}

// nthWeekday is the nth weekday of a month; the last one where n is 5.
func nthWeekday(y, m, weekday, n int) time.Time {
	d := ymd(y, m, 1)
	d = d.AddDate(0, 0, (weekday-isoWeekday(d)+7)%7+7*(n-1))
	if int(d.Month()) != m {
		d = d.AddDate(0, 0, -7)
	}
	return d
}

// easter is the Gregorian Easter Sunday.
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return ymd(y, n, (h+l-7*m+33*n+19)%32)
}

// orthodoxEaster is Easter by the Julian calendar, on its Gregorian day.
func orthodoxEaster(y int) time.Time {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return ymd(y, n/31, n%31+1).AddDate(0, 0, y/100-y/400-2)
}

// roshHashanah is 1 Tishri of a Hebrew year, on its Gregorian day: the mean new moon,
// put off by the four rules.
func roshHashanah(y int) time.Time {
	// Years of 356 and 382 days do not exist: the neighbours move.
	delay := 0
	switch elapsed := hebrewElapsed; {
	case elapsed(y+1)-elapsed(y) == 356:
		delay = 2
	case elapsed(y)-elapsed(y-1) == 382:
		delay = 1
	}
	return time.Date(-3760, 9, 7, 0, 0, 0, 0, time.UTC).AddDate(0, 0, hebrewElapsed(y)+delay)
}

// hebrewElapsed is the days from the epoch to a Hebrew year by the first three rules.
func hebrewElapsed(y int) int {
	months := (235*y - 234) / 19
	days := 29*months + (12084+13753*months)/25920
	if (3*(days+1))%7 < 3 {
		days++
	}
	return days
}

// islamic is the Gregorian day of a date of the tabular Islamic calendar.
func islamic(y, m, d int) time.Time {
	// 1 Muharram 1 is 19 July 622 in the Gregorian calendar (civil epoch).
	days := (y-1)*354 + floorDiv(3+11*y, 30) + 29*(m-1) + m/2 + d - 1
	return time.Date(622, 7, 19, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
}

// islamicIn is the Islamic date's first occurrence in a Gregorian year, or the one before it.
func islamicIn(y, m, d int) time.Time {
	for h := (y-622)*33/32 + 2; ; h-- {
		if t := islamic(h, m, d); t.Year() <= y {
			return t
		}
	}
}

// namedDay is a holiday's name as the matcher sees it.
type namedDay struct {
	words []*word
	index int
}

func (g *compiled) addHolidays() {
	for i, h := range holidays {
		for _, name := range h.names {
			var words []*word
			for _, w := range strings.Fields(name) {
				words = append(words, g.vocab.word(w))
			}
			g.vocab.add(words[0], cHoliday, i)
			g.holidays = append(g.holidays, namedDay{words, i})
		}
	}
}

// scanHoliday reads the longest holiday name at atom i.
func (p *pass) scanHoliday(i int) (int, capture) {
	best, hol := 0, 0
	for k := range p.g.holidays {
		h := &p.g.holidays[k]
		if end := i + len(h.words); end > best && end <= len(p.atoms) && p.spells(i, h.words) {
			best, hol = end, h.index
		}
	}
	return best, capture{value: hol}
}

func (p *pass) spells(i int, words []*word) bool {
	for k, w := range words {
		if p.atoms[i+k].word != w {
			return false
		}
	}
	return p.atoms[i].upper
}
