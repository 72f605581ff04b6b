package html

import (
	"strings"
	"time"

	"dateline/extract/dateline"
)

// instants are the forms of a time with its zone; locals are those without.
var (
	instants = []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05Z0700", "2006-01-02 15:04:05 MST", time.RFC1123Z, time.RFC1123,
		"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon Jan 02 15:04:05 -0700 2006", "Mon Jan 2 15:04:05 MST 2006", "2006-01-02T15:04:05 MST", "2006-01-02T15:04:05 -07:00"}
	locals = []string{"2006-01-02T15:04:05", "2006-01-02T15:04:05.999999", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006/01/02 15:04:05",
		"2006-1-2 15:04:05", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "Monday, January 2, 2006 - 15:04", "Mon, 01/02/2006 - 15:04", "2 January 2006 15:04"}
	days = []string{"2006-01-02", "2006/01/02", "20060102", "2006-1-2", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "Monday, January 2, 2006", "Mon, Jan 2, 2006"}
)

// moment is a time as a page gives it.
type moment struct {
	t     time.Time
	zoned bool // the zone is printed
	day   bool // only the day is
}

func (m moment) known() bool { return !m.t.IsZero() }

// readTime reads a time of a page's metadata; us says that 3/9/2026 is a day in March.
func readTime(s string, us bool) (m moment) {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 80 {
		return m
	}
	if c := s[len(s)-1]; c == 'z' {
		s = s[:len(s)-1] + "Z"
	}
	for _, l := range instants {
		if t, err := time.Parse(l, s); err == nil {
			return sane(moment{t: fixZone(t), zoned: true})
		}
	}
	for _, l := range locals {
		if t, err := time.Parse(l, s); err == nil {
			return sane(moment{t: t})
		}
	}
	for _, l := range days {
		if t, err := time.Parse(l, s); err == nil {
			return sane(moment{t: t, day: true})
		}
	}
	if i := strings.IndexByte(s, '['); i > 0 { // 2020-02-10T10:00:00+01:00[Europe/Paris]
		return readTime(s[:i], us)
	}
	if n := len(s); n > 3 && (strings.HasSuffix(s, " UTC") || strings.HasSuffix(s, " GMT")) {
		if m = readTime(s[:n-4], us); m.known() && !m.day {
			m.zoned = true
		}
		return m
	}
	if t, n := numericDay(s, us); n > 0 && (n == len(s) || s[n] == ' ') {
		return sane(moment{t: t, day: true})
	}
	return m
}

// numericDay reads a day in figures at the head of s and tells its length: 17.05.2021,
// 2025.12.17, 3/9/2026. Where both of the first figures may be a month, points say that the
// day comes first, and us that the month does.
func numericDay(s string, us bool) (time.Time, int) {
	var v, width [3]int
	i := 0
	for k := range v {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' && width[k] < 5 {
			v[k] = 10*v[k] + int(s[i]-'0')
			width[k]++
			i++
		}
		if width[k] == 0 || k < 2 && (i == len(s) || strings.IndexByte("./-", s[i]) < 0 || k == 1 && s[i] != s[i-width[1]-1]) {
			return time.Time{}, 0
		}
		if k < 2 {
			i++
		}
	}
	point := s[width[0]] == '.'
	y, m, d := v[0], v[1], v[2]
	switch {
	case width[0] == 4 && width[2] <= 2:
	case width[2] != 4 || width[0] > 2:
		return time.Time{}, 0
	case v[0] > 12 || !us && v[1] <= 12 || point:
		y, m, d = v[2], v[1], v[0]
	default:
		y, m, d = v[2], v[0], v[1]
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != m || width[1] > 2 {
		return time.Time{}, 0
	}
	return t, i
}

// zones are the abbreviations that time.Parse reads without knowing them, in hours.
var zones = []struct {
	name  string
	hours int
}{{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}, {"BST", 1}, {"CET", 1}, {"CEST", 2}, {"IST", 5}}

func fixZone(t time.Time) time.Time {
	name, offset := t.Zone()
	if offset != 0 || name == "" || name == "UTC" {
		return t
	}
	for _, z := range zones {
		if z.name == name {
			return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.FixedZone(name, z.hours*3600))
		}
	}
	return t
}

// sane drops what is no publication time: the year 1, the Unix epoch, the far future.
func sane(m moment) moment {
	if y := m.t.Year(); y < 1900 || y > 2100 || m.t.Unix() == 0 {
		return moment{}
	}
	return m
}

// printed reads a time as it is printed for readers: "Published 11:04 AM EST, Fri March
// 12, 2021", "Feb. 3, 2020 at 8:48 p.m.", "3. März 2024", "17.05.2021". It gives the day,
// and the time of day as the clock shows it there.
func printed(s string, us bool) moment {
	if !strings.ContainsAny(s, "0123456789") {
		return moment{}
	}
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "")
	}
	for i := 0; i < len(s); i++ {
		if i > 0 && strings.IndexByte(" ,:(|", s[i-1]) < 0 && !(upper(s[i]) && s[i-1] >= 'a' && s[i-1] <= 'z') { // "LeeDec 5, 2023"
			continue
		}
		t := dateline.PrintedDay(s[i:])
		if t.IsZero() {
			t = dateline.PrintedDay(untilYear(s[i:]))
		}
		if c := s[i]; c >= '0' && c <= '9' {
			if n, size := numericDay(s[i:], us); size > 0 {
				t = n
			}
		}
		if m := sane(moment{t: t, day: true}); m.known() {
			if c, ok := clock(s[i:]); ok {
				m.t, m.day = m.t.Add(c), false
			}
			return m
		}
	}
	return readTime(s, us)
}

// untilYear cuts s behind a year that figures run into: "Dec 5, 20232 shares". Empty if
// there is none close by.
func untilYear(s string) string {
	for i := 1; i+4 < len(s) && i < 20; i++ {
		if s[i-1] == ' ' && (s[i:i+2] == "20" || s[i:i+2] == "19") && figure(s[i+2]) && figure(s[i+3]) && figure(s[i+4]) {
			return s[:i+4]
		}
	}
	return ""
}

// clock reads the time of day that is printed right behind a day: "8:48 p.m.", "23:30".
func clock(s string) (time.Duration, bool) {
	for i := 1; i+2 < len(s) && i < 40; i++ {
		if s[i] != ':' || !figure(s[i-1]) || !figure(s[i+1]) || !figure(s[i+2]) {
			continue
		}
		h, m := int(s[i-1]-'0'), int(s[i+1]-'0')*10+int(s[i+2]-'0')
		if i > 1 && figure(s[i-2]) {
			h += 10 * int(s[i-2]-'0')
		}
		after := strings.ToLower(strings.TrimLeft(s[i+3:], " \u00a0"))
		switch pm := strings.HasPrefix(after, "p"); {
		case h > 23 || m > 59:
			return 0, false
		case pm && h < 12:
			h += 12
		case strings.HasPrefix(after, "am") && h == 12, strings.HasPrefix(after, "a.m") && h == 12:
			h = 0
		}
		return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute, true
	}
	return 0, false
}

func figure(c byte) bool { return c >= '0' && c <= '9' }

// isMonth reports whether a word is the English name of a month or its beginning.
func isMonth(w string) bool {
	w = strings.TrimRight(w, ".,")
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); len(w) >= 3 && len(w) <= len(name) && strings.EqualFold(name[:len(w)], w) || w == "Sept" {
			return true
		}
	}
	return false
}
