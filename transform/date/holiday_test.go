package date

import (
	"testing"
	"time"
)

// TestMovable holds the computed days against calendars as published.
func TestMovable(t *testing.T) {
	for _, tc := range []struct {
		name string
		year int
		want string
	}{
		{"easter", 2020, "2020-04-12"},
		{"easter", 2011, "2011-04-24"},
		{"easter", 2008, "2008-03-23"},
		{"good friday", 2024, "2024-03-29"},
		{"ash wednesday", 2020, "2020-02-26"},
		{"orthodox easter", 2021, "2021-05-02"},
		{"ramadan", 2020, "2020-04-24"},
		{"ramadan", 2024, "2024-03-11"},
		{"eid al - fitr", 2020, "2020-05-24"},
		{"eid al - adha", 2020, "2020-07-31"},
		{"passover", 2024, "2024-04-23"},
		{"passover", 2021, "2021-03-28"},
		{"rosh hashanah", 2020, "2020-09-19"},
		{"yom kippur", 2024, "2024-10-12"},
		{"thanksgiving", 1999, "1999-11-25"},
		{"memorial day", 2020, "2020-05-25"},
		{"memorial day", 2015, "2015-05-25"},
		{"labor day", 2020, "2020-09-07"},
		{"election day", 2016, "2016-11-08"},
		{"election day", 2022, "2022-11-08"},
		{"boxing day", 2004, "2004-12-26"},
	} {
		found := false
		for i := range holidays {
			for _, n := range holidays[i].names {
				if n != tc.name {
					continue
				}
				found = true
				if got := holidays[i].in(tc.year).Format(time.DateOnly); got != tc.want {
					t.Errorf("%s %d is %s, want %s", tc.name, tc.year, got, tc.want)
				}
			}
		}
		if !found {
			t.Errorf("no holiday %s", tc.name)
		}
	}
}

// TestEveryHoliday sees that each has a day in each year, near that year.
func TestEveryHoliday(t *testing.T) {
	for i := range holidays {
		for y := 1950; y <= 2060; y++ {
			if d := holidays[i].in(y); d.Year() < y-1 || d.Year() > y {
				t.Errorf("%s %d is %s", holidays[i].names[0], y, d.Format(time.DateOnly))
			}
		}
	}
}
