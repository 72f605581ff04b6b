package inspect

import (
	"testing"
	"time"

	"dateline/load"
)

func TestTip(t *testing.T) {
	f := func(v float64) *float64 { return &v }
	day := func(s string) *load.Day {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		d := load.DayOf(at)
		return &d
	}
	for _, c := range []struct {
		m    load.MentionRow
		want string
	}{
		{load.MentionRow{Kind: "date", DateType: "date", DateValue: "2020-02-10", DateStart: day("2020-02-10"), DateEnd: day("2020-02-10"), DateBasis: "weekday", Confidence: 0.9},
			"date · 2020-02-10 · weekday · confidence 0.90"},
		{load.MentionRow{Kind: "date", DateType: "date", DateValue: "2020-W06", DateStart: day("2020-02-03"), DateEnd: day("2020-02-09")},
			"date · 2020-W06 · 2020-02-03 to 2020-02-09 · confidence 0.00"},
		{load.MentionRow{Kind: "date", DateType: "date", DateStart: day("2020-02-03")}, "date · since 2020-02-03 · confidence 0.00"},
		{load.MentionRow{Kind: "date", DateType: "duration", DateEnd: day("2020-02-03")}, "duration · until 2020-02-03 · confidence 0.00"},
		{load.MentionRow{Kind: "number", NumberValue: f(700000), NumberBound: "nearly", NumberNoun: "person", NumberCategory: "displaced", Confidence: 1},
			"number · nearly 700000 · person · displaced · confidence 1.00"},
		{load.MentionRow{Kind: "number", NumberValue: f(0), NumberBound: "exact"}, "number · 0 · confidence 0.00"},
		{load.MentionRow{Kind: "number", NumberLow: f(10), NumberHigh: f(20), NumberBound: "range"}, "number · range 10 to 20 · confidence 0.00"},
		{load.MentionRow{Kind: "number", NumberLow: f(1.5)}, "number · 1.5 or more · confidence 0.00"},
		{load.MentionRow{Kind: "number", NumberHigh: f(3), NumberBound: "at_most"}, "number · at most 3 · confidence 0.00"},
		{load.MentionRow{Kind: "place", PlaceName: "Idlib", PlaceFeature: "city", PlaceAdmin1: "Idlib", PlaceCountry: "SYR", PlaceLat: f(35.93), PlaceLon: f(36.6339)},
			"place · Idlib · city · Idlib, SYR · 35.930, 36.634 · confidence 0.00"},
		{load.MentionRow{Kind: "place", PlaceName: "Atlantis"}, "place · Atlantis · no coordinates · confidence 0.00"},
		{load.MentionRow{Kind: "actor", ActorName: "Syrian forces", ActorKind: "group", ActorCode: "SYRMIL", ActorRole: "army"},
			"actor · Syrian forces · group · SYRMIL · army · confidence 0.00"},
	} {
		if got := tip(&c.m); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
