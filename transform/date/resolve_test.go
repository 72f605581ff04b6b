package date

import (
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

// one is the single date of a sentence.
func one(t *testing.T, s string, at time.Time) transform.Date {
	t.Helper()
	d := annotate(t, s, at)
	if len(d.Dates) != 1 {
		t.Fatalf("%q has %d dates: %s", s, len(d.Dates), markup(d))
	}
	return d.Dates[0]
}

func days(i transform.Interval) string {
	if !i.Known() {
		return "-"
	}
	return i.First.Format(time.DateOnly) + ".." + i.Last.Format(time.DateOnly)
}

// TestColumns holds interval, precision, basis and mod of what stands in the files.
func TestColumns(t *testing.T) {
	for _, tc := range []struct{ in, interval, precision, basis, mod string }{
		{"It opened on March 5, 2011.", "2011-03-05..2011-03-05", "day", "explicit", ""},
		{"He said on Monday that it failed.", "2020-02-10..2020-02-10", "day", "weekday", ""},
		{"He said on Monday night that it failed.", "2020-02-10..2020-02-10", "daypart", "weekday", ""},
		{"He left at 10:30 p.m. on Monday for Rome.", "2020-02-10..2020-02-10", "minute", "weekday", ""},
		{"He left at 10 p.m. on Monday for Rome.", "2020-02-10..2020-02-10", "hour", "weekday", ""},
		{"He left yesterday for Rome.", "2020-02-10..2020-02-10", "day", "relative", ""},
		{"It rained last week in Rome.", "2020-02-03..2020-02-09", "week", "relative", ""},
		{"It rained over the weekend in Rome.", "2020-02-08..2020-02-09", "week", "relative", ""},
		{"It rained last month in Rome.", "2020-01-01..2020-01-31", "month", "relative", ""},
		{"It rained in early January in Rome.", "2020-01-01..2020-01-31", "month", "relative", "START"},
		{"It was built in 2018.", "2018-01-01..2018-12-31", "year", "explicit", ""},
		{"It was built in late 2018.", "2018-01-01..2018-12-31", "year", "explicit", "END"},
		{"It was built in the mid-1990s.", "1990-01-01..1999-12-31", "decade", "explicit", "MID"},
		{"It was built in the 19th century.", "1800-01-01..1899-12-31", "century", "explicit", ""},
		{"Sales fell in the third quarter of 2019.", "2019-07-01..2019-09-30", "quarter", "explicit", ""},
		{"It began in the winter of 2019.", "2019-12-01..2020-02-29", "season", "explicit", ""},
		{"He has until the end of the month to go.", "2020-02-29..2020-02-29", "day", "relative", "END"},
		{"They fought for more than two months.", "-", "month", "explicit", "MORE_THAN"},
		{"They fought for nearly a year.", "-", "year", "explicit", "LESS_THAN"},
		{"They fought for at least ten days.", "-", "day", "explicit", "EQUAL_OR_MORE"},
		{"They fought for several weeks.", "-", "week", "vague", ""},
		{"It is now closed.", "-", "", "vague", ""},
		{"It fell in 264 BC.", "-", "", "explicit", ""},
		{"It opens every week.", "-", "", "explicit", ""},
	} {
		m := one(t, tc.in, published)
		if got := days(m.Interval); got != tc.interval || m.Precision != tc.precision || m.Basis != tc.basis || m.Mod != tc.mod {
			t.Errorf("%q: %s %q %q %q, want %s %q %q %q", tc.in, got, m.Precision, m.Basis, m.Mod, tc.interval, tc.precision, tc.basis, tc.mod)
		}
		if m.Confidence <= 0 || m.Confidence > 1 {
			t.Errorf("%q: confidence %v", tc.in, m.Confidence)
		}
	}
}

// TestUnpublished: without a publication time a relative date is a mention and no more.
func TestUnpublished(t *testing.T) {
	for _, tc := range []struct{ in, basis string }{
		{"Forces on Monday exchanged fire.", "weekday"},
		{"Forces on Monday night exchanged fire.", "weekday"},
		{"Forces exchanged fire yesterday.", "relative"},
		{"Forces exchanged fire last week.", "relative"},
		{"Forces exchanged fire on Jan. 3.", "relative"},
		{"Forces exchanged fire two days ago.", "relative"},
		{"Forces exchanged fire at 5 p.m. in Rome.", "relative"},
	} {
		m := one(t, tc.in, time.Time{})
		if m.Value != "" || m.Known() || m.Basis != tc.basis || m.Precision != "" {
			t.Errorf("%q: %+v", tc.in, m)
		}
	}
}

// TestPublicationDay: the local day counts, the dateline's own above all.
func TestPublicationDay(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600)
	for _, tc := range []struct {
		name    string
		article extract.Article
		place   *transform.Location
		want    string
	}{
		{"a day", extract.Article{PublishedAt: published, PublishedDay: true}, nil, "2020-02-11"},
		{"its own zone", extract.Article{PublishedAt: time.Date(2020, 2, 11, 1, 0, 0, 0, tokyo)}, nil, "2020-02-11"},
		{"universal time", extract.Article{PublishedAt: time.Date(2020, 2, 11, 1, 0, 0, 0, time.UTC)}, nil, "2020-02-11"},
		{"universal time, told from Washington", extract.Article{PublishedAt: time.Date(2020, 2, 11, 1, 0, 0, 0, time.UTC)}, &transform.Location{Lat: 38.9, Lon: -77, HasPoint: true}, "2020-02-10"},
		{"universal time, told from Tokyo", extract.Article{PublishedAt: time.Date(2020, 2, 10, 20, 0, 0, 0, time.UTC)}, &transform.Location{Lat: 35.7, Lon: 139.7, HasPoint: true}, "2020-02-11"},
		{"only a day, told from Washington", extract.Article{PublishedAt: published, PublishedDay: true}, &transform.Location{Lon: -77, HasPoint: true}, "2020-02-11"},
		{"the dateline's day", extract.Article{PublishedAt: published, Dateline: extract.Dateline{Date: ymd(2020, 2, 10)}}, nil, "2020-02-10"},
		{"a dateline of long ago", extract.Article{PublishedAt: published, Dateline: extract.Dateline{Date: ymd(2019, 2, 10)}}, nil, "2020-02-11"},
		{"nothing", extract.Article{}, nil, "0001-01-01"},
	} {
		d := &transform.Document{Article: &tc.article, DatelinePlace: tc.place}
		_, today := publicationDay(d)
		if got := today.Format(time.DateOnly); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

// TestSummerTime: a day on which clocks change is a day like any other.
func TestSummerTime(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Skip("no time zones here")
	}
	for _, at := range []time.Time{time.Date(2020, 3, 29, 23, 30, 0, 0, paris), time.Date(2020, 10, 25, 0, 30, 0, 0, paris)} {
		if m := one(t, "He left yesterday for Rome.", at); m.First != ymd(at.Year(), int(at.Month()), at.Day()-1) {
			t.Errorf("the day before %s is %s", at, m.Value)
		}
	}
}

func TestLeapDays(t *testing.T) {
	for _, tc := range []struct{ at, in, want string }{
		{"2020-03-01", "He left yesterday for Rome.", "2020-02-29"},
		{"2019-03-01", "He left yesterday for Rome.", "2019-02-28"},
		{"2020-02-29", "He died a year ago in Rome.", "2019"},
		{"2020-03-31", "He died a month ago in Rome.", "2020-02"},
		{"2020-01-31", "It ends a month from now.", "2020-02"},
		{"2021-01-02", "It rained this week in Rome.", "2020-W53"},
	} {
		at, _ := time.Parse(time.DateOnly, tc.at)
		if m := one(t, tc.in, at); m.Value != tc.want {
			t.Errorf("at %s %q is %s, want %s", tc.at, tc.in, m.Value, tc.want)
		}
	}
}

func TestTense(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"The minister said Friday that it failed.", "2020-02-07"},
		{"He was arrested on Friday in Rome.", "2020-02-07"},
		{"The troops have fought since Friday.", "2020-02-07"},
		{"He had left by Friday.", "2020-02-07"},
		{"The minister will speak on Friday in Rome.", "2020-02-14"},
		{"The minister plans to speak on Friday in Rome.", "2020-02-14"},
		{"The talks are due to resume on Friday.", "2020-02-14"},
		{"He has until Friday to leave.", "2020-02-14"},
		{"The vote could come as early as Friday.", "2020-02-14"},
		{"The trial is scheduled to begin Friday.", "2020-02-14"},
		{"The parties may meet on Friday.", "2020-02-14"},
	} {
		if m := one(t, tc.in, published); m.Value != tc.want {
			t.Errorf("%q is %s, want %s", tc.in, m.Value, tc.want)
		}
	}
}

// TestHistory: a text that tells of another time counts from the years it names.
func TestHistory(t *testing.T) {
	d := expect(t, strings.Join([]string{
		"The war began on [1 September 1939]{date 1939-09-01}, after a pact of [August 1939]{date 1939-08}.",
		"In [April 1940]{date 1940-04} the north was invaded.",
		"In [June]{date 1940-06} the west fell, and on [10 July]{date 1940-07-10} the raids began.",
		"[The next winter]{date 1940-WI} was hard, and in [January]{date 1941-01} the tide turned.",
	}, " "), ymd(2009, 12, 19))
	if last := d.Dates[len(d.Dates)-1]; last.Basis != basisAnchored {
		t.Errorf("basis %s", last.Basis)
	}
}

func TestExplain(t *testing.T) {
	s := "He left yesterday for Rome."
	var lines []string
	d := &transform.Document{
		Article: &extract.Article{PublishedAt: published}, Text: s, Analysis: *text.Analyze(s),
		Explain: func(annotator, message string) { lines = append(lines, annotator+" "+message) },
	}
	if err := Annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	if want := `date dayword: "yesterday" is date 2020-02-10 (relative)`; len(lines) != 1 || lines[0] != want {
		t.Errorf("got %q, want %q", lines, want)
	}
}
