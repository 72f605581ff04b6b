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
		"2006-1-2 15:04:05", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "Monday, January 2, 2006 - 15:04", "2 January 2006 15:04"}
	days = []string{"2006-01-02", "2006/01/02", "20060102", "2006-1-2", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "Monday, January 2, 2006", "Mon, Jan 2, 2006", "02-01-2006"}
)

// moment is a time as a page gives it.
type moment struct {
	t     time.Time
	zoned bool // the zone is printed
	day   bool // only the day is
}

func (m moment) known() bool { return !m.t.IsZero() }

// readTime reads a time of a page's metadata.
func readTime(s string) (m moment) {
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
		return readTime(s[:i])
	}
	if n := len(s); n > 3 && (strings.HasSuffix(s, " UTC") || strings.HasSuffix(s, " GMT")) {
		if m = readTime(s[:n-4]); m.known() && !m.day {
			m.zoned = true
		}
		return m
	}
	return m
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
// 12, 2021", "Feb. 3, 2020", "3. März 2024".
func printed(s string) moment {
	if !strings.ContainsAny(s, "0123456789") {
		return moment{}
	}
	if m := readTime(s); m.known() {
		return m
	}
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "")
	}
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i-1] != ' ' && s[i-1] != ',' && s[i-1] != ':' && s[i-1] != '(' && s[i-1] != '|' {
			continue
		}
		if t := dateline.PrintedDay(s[i:]); !t.IsZero() {
			return sane(moment{t: t, day: true})
		}
	}
	return moment{}
}
