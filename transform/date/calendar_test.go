package date

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func TestPeriods(t *testing.T) {
	at := ymd(2020, 2, 29) // a leap day, a Saturday
	for _, tc := range []struct {
		grain             unit
		value, from, last string
	}{
		{day, "2020-02-29", "2020-02-29", "2020-02-29"},
		{week, "2020-W09", "2020-02-24", "2020-03-01"},
		{weekend, "2020-W09-WE", "2020-02-29", "2020-03-01"},
		{month, "2020-02", "2020-02-01", "2020-02-29"},
		{quarter, "2020-Q1", "2020-01-01", "2020-03-31"},
		{half, "2020-H1", "2020-01-01", "2020-06-30"},
		{year, "2020", "2020-01-01", "2020-12-31"},
		{decade, "202", "2020-01-01", "2029-12-31"},
		{century, "20", "2000-01-01", "2099-12-31"},
	} {
		p := periodOf(tc.grain, at)
		got := fmt.Sprintln(p.value(), p.first.Format(time.DateOnly), p.last().Format(time.DateOnly))
		if want := fmt.Sprintln(tc.value, tc.from, tc.last); got != want {
			t.Errorf("%s: got %swant %s", unitNames[tc.grain], got, want)
		}
	}
	if p := (period{season, ymd(2019, 12, 1)}); p.value() != "2019-WI" || p.last() != ymd(2020, 2, 29) {
		t.Error("winter of a leap year", p.value(), p.last())
	}
	if p := periodOf(week, ymd(2021, 1, 2)); p.value() != "2020-W53" {
		t.Error("the week of 2 January 2021 is", p.value())
	}
}

func TestShift(t *testing.T) {
	for _, tc := range []struct {
		from string
		n    int
		u    unit
		want string
	}{
		{"2020-02-29", 1, year, "2021-02-28"},
		{"2020-02-29", -4, year, "2016-02-29"},
		{"2020-01-31", 1, month, "2020-02-29"},
		{"2019-01-31", 1, month, "2019-02-28"},
		{"2020-03-31", -1, month, "2020-02-29"},
		{"2020-01-15", -1, month, "2019-12-15"},
		{"2020-03-29", 1, day, "2020-03-30"}, // summer time begins in Europe
		{"2020-10-25", -1, day, "2020-10-24"},
		{"2019-12-30", 1, week, "2020-01-06"},
		{"2020-02-11", -1, decade, "2010-02-11"},
		{"2020-02-11", 2, fortnight, "2020-03-10"},
	} {
		from, _ := time.Parse(time.DateOnly, tc.from)
		if got := shift(from, tc.n, tc.u).Format(time.DateOnly); got != tc.want {
			t.Errorf("%s %+d %s = %s, want %s", tc.from, tc.n, unitNames[tc.u], got, tc.want)
		}
	}
}

// TestPeriodsHoldTheirDay: a period holds the day it was made of, its neighbours do not,
// and they touch.
func TestPeriodsHoldTheirDay(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		at := ymd(1900, 1, 1).AddDate(0, 0, r.IntN(60000))
		for _, g := range []unit{day, week, month, quarter, half, season, year, decade, century} {
			p := periodOf(g, at)
			if g == season && int(at.Month()) < 3 {
				p = period{season, ymd(at.Year()-1, 12, 1)}
			}
			if at.Before(p.first) || at.After(p.last()) {
				t.Fatalf("%s of %s is %s", unitNames[g], at.Format(time.DateOnly), p.value())
			}
			if g == season {
				continue
			}
			if next := p.add(1); !next.first.Equal(p.last().AddDate(0, 0, 1)) {
				t.Fatalf("after %s comes %s", p.value(), next.value())
			}
		}
	}
}

// TestRenderAndRead writes days in newspaper forms and reads them back.
func TestRenderAndRead(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	layouts := []string{"January 2, 2006", "Jan. 2, 2006", "2 January 2006", "Monday, January 2, 2006", "2006-01-02", "2nd January 2006"}
	for range 300 {
		at := ymd(1950, 1, 1).AddDate(0, 0, r.IntN(30000))
		for _, layout := range layouts {
			s := strings.Replace(at.Format(layout), "May.", "May", 1)
			if layout[0] == '2' && layout[1] == 'n' {
				s = fmt.Sprintf("%dth %s", at.Day(), at.Format("January 2006"))
			}
			d := annotate(t, "It opened on "+s+" in Rome.", published)
			if len(d.Dates) != 1 || d.Dates[0].Value != at.Format(time.DateOnly) || d.Dates[0].First != at || d.Dates[0].Last != at {
				t.Fatalf("%q read as %+v", s, d.Dates)
			}
			if m := d.Dates[0]; d.Text[m.Start:m.End] != s {
				t.Fatalf("%q covered by %q", s, d.Text[m.Start:m.End])
			}
		}
	}
}

// TestWeekdaysFromEveryDay: a weekday said to be past lies within the last seven days, one
// said to come within the next.
func TestWeekdaysFromEveryDay(t *testing.T) {
	names := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	for i := range 14 {
		at := ymd(2020, 2, 24).AddDate(0, 0, i)
		for k, name := range names {
			past := annotate(t, "He said on "+name+" that it failed.", at).Dates
			next := annotate(t, "They will meet on "+name+" in Rome.", at).Dates
			if len(past) != 1 || len(next) != 1 {
				t.Fatalf("%s: %v %v", name, past, next)
			}
			if n := int(at.Sub(past[0].First) / (24 * time.Hour)); n < 0 || n > 6 || isoWeekday(past[0].First) != k+1 {
				t.Errorf("from %s, past %s is %s", at.Format(time.DateOnly), name, past[0].Value)
			}
			if n := int(next[0].First.Sub(at) / (24 * time.Hour)); n < 0 || n > 6 || isoWeekday(next[0].First) != k+1 {
				t.Errorf("from %s, coming %s is %s", at.Format(time.DateOnly), name, next[0].Value)
			}
		}
	}
}
