package report

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"dateline/cmd/internal/page/pagetest"
	"dateline/load"
)

func ptr[T any](v T) *T { return &v }

func day(s string) *load.Day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return ptr(load.DayOf(t))
}

// articles of a small dataset: what they say is in the fields that the report counts.
func articles() []*load.Rows {
	story := func(id, text string, events ...load.EventRow) *load.Rows {
		r := &load.Rows{Article: load.ArticleRow{ArticleID: id, StoryID: id, SourceURI: "in/" + id + ".txt", SourceFormat: "text", Text: text,
			PublishedBasis: "metadata", PublishedDate: day("2020-02-11"), Annotation: load.AnnotationFull}}
		for i, e := range events {
			e.EventID, e.ArticleID, e.StoryID, e.PublishedDate = id+string(rune('a'+i)), id, id, r.Article.PublishedDate
			e.Start, e.End = int32(i), int32(i)+1
			if e.Status == "" {
				e.Status = "happened"
			}
			r.Events = append(r.Events, e)
		}
		return r
	}
	strike := load.EventRow{EventType: "ASSAULT", QuadClass: 4, SourceName: "Syrian <forces>", TargetName: "Turkish army", PlaceName: "Idlib", PlaceCountry: "SYR",
		PlaceLat: ptr(35.9), PlaceLon: ptr(36.6), DateStart: day("2020-02-10"), KilledLow: ptr(int64(5)), KilledHigh: ptr(int64(8)), Confidence: 0.95}
	again := strike // the same dead, told once more
	again.KilledLow, again.KilledHigh, again.Confidence = ptr(int64(6)), nil, 1
	talks := load.EventRow{EventType: "CONSULT", QuadClass: 1, SourceName: "Rome", PlaceName: "Atlantis", DateStart: day("2020-02-08"), Confidence: 0.42}
	threat := load.EventRow{EventType: "THREATEN", QuadClass: 3, Status: "threatened", DateStart: day("2020-02-09"), KilledHigh: ptr(int64(1000))}
	a := story("a1", "Guns were heard in the hills.", strike, again, talks)
	b := story("b2", "Ships left the harbour at dawn.", threat, load.EventRow{QuadClass: 0})
	a.Mentions = []load.MentionRow{
		{Kind: "date", Text: "Monday", DateValue: "2020-02-10"}, {Kind: "date", Text: "some <day>"},
		{Kind: "place", Text: "Atlantis", PlaceName: "Atlantis"}, {Kind: "place", Text: "Idlib", PlaceName: "Idlib", PlaceLat: ptr(35.9), PlaceLon: ptr(36.6)},
		{Kind: "number", Text: "5", NumberValue: ptr(5.0)}, {Kind: "actor", Text: "they"},
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		m.MentionID, m.ArticleID, m.PublishedDate, m.Start, m.End = "m"+string(rune('0'+i)), "a1", a.Article.PublishedDate, int32(i), int32(i)+1
	}
	return []*load.Rows{a, b}
}

func dataset(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "wire <2020>")
	w, err := load.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Start(load.Options{RunID: "r1", RunDate: *day("2020-02-12")}); err != nil {
		t.Fatal(err)
	}
	for _, r := range articles() {
		if _, err := w.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	for _, code := range []string{"unknown_format", "bad_xml", "unknown_format"} {
		if err := w.Reject(load.RejectRow{SourceURI: code, Stage: "sniff", Code: code, Message: "no"}); err != nil {
			t.Fatal(err)
		}
	}
	_, err = w.Commit(func(m *load.Manifest) {
		m.CodeVersion = "v1"
		m.Inputs = []load.ManifestInput{{URI: "in/<a1>.txt", Bytes: 29, Articles: 1}, {URI: "in/b2.txt", Bytes: 31, Articles: 1}}
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func written(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	if err := Write(t.Context(), &b, dir); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rowsBelow are the lines of the table with a caption: "name n".
func rowsBelow(p pagetest.Page, caption string) []string {
	var out []string
	for _, c := range p.All("caption", "") {
		if pagetest.Text(c) != caption {
			continue
		}
		for n := range c.Parent.Descendants() {
			if n.Data == "tr" && n.Parent.Data == "tbody" {
				out = append(out, words(n))
			}
		}
	}
	return out
}

// words are an element's words with one blank between cells.
func words(n *html.Node) string {
	var out []string
	for c := range n.ChildNodes() {
		out = append(out, strings.Fields(pagetest.Text(c))...)
	}
	return strings.Join(out, " ")
}

func TestReport(t *testing.T) {
	dir := dataset(t)
	source := written(t, dir)
	p := pagetest.Parse(t, source)
	if source != written(t, dir) {
		t.Error("the same dataset gives another page")
	}
	if got := pagetest.Text(p.All("h1", "")[0]); got != "wire <2020>" {
		t.Errorf("title %q", got)
	}
	for caption, want := range map[string]string{
		"Places with most events": "Idlib SYR 2",
		"Types of events":         "ASSAULT 2, CONSULT 1, THREATEN 1, statement 1",
		"Pairs of actors with most events, and the commonest type": "Syrian <forces> ▸ Turkish army ASSAULT 2",
		"What is not known": "events without a day of 5 1, events without a place of 5 2, events with a place without coordinates of 5 1, " +
			"events without a source of 5 2, events without a target of 5 3, dates that could not be resolved of 2 1, " +
			"places without coordinates of 2 1, actors without a code of 1 1, numbers without a value of 1 0",
		"Dates that could not be resolved": "some <day> 1",
		"Places without coordinates":       "Atlantis 1",
		"Rejects":                          "unknown_format 2, bad_xml 1",
		"Largest inputs":                   "in/b2.txt 1 article, 0 rejects 31, in/<a1>.txt 1 article, 0 rejects 29",
	} {
		if got := strings.Join(rowsBelow(p, caption), ", "); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", caption, got, want)
		}
	}
	if got := rowsBelow(p, "Confidence of events"); len(got) != bins || got[0] != "0.0 to 0.1 2" || got[4] != "0.4 to 0.5 1" || got[9] != "0.9 to 1.0 2" {
		t.Errorf("confidence: %q", got)
	}
	var totals []string
	for n := range p.All("ul", "totals")[0].ChildNodes() {
		totals = append(totals, pagetest.Text(n))
	}
	if got, want := strings.Join(totals, ", "), "runs 1, inputs 2, articles 2, mentions 6, events 5, rejects 3"; got != want {
		t.Errorf("totals %q, want %q", got, want)
	}
}

// One story's dead are counted once, with its widest range; what did not happen is not.
func TestReportCountsTheDeadOnce(t *testing.T) {
	p := pagetest.Parse(t, written(t, dataset(t)))
	charts := p.All("figure", "chart")
	if len(charts) != 2 { // nobody was wounded
		t.Fatalf("%d charts", len(charts))
	}
	if got := pagetest.Text(charts[1]); !strings.Contains(got, "2020-02-10: 6 at least 2 more at most") || strings.Contains(got, "1000") {
		t.Errorf("killed: %q", got)
	}
	if got := pagetest.Text(charts[0]); !strings.Contains(got, "2020-02-10: 2 material conflict") || !strings.Contains(got, "2020-02-08: 1 verbal cooperation") {
		t.Errorf("events: %q", got)
	}
	var dots []string
	for _, c := range p.All("circle", "dot") {
		dots = append(dots, pagetest.Text(c))
	}
	want := "Idlib: 2 events, up to 8 killed"
	if len(dots) != 2 || dots[0] != want || dots[1] != want {
		t.Errorf("dots %q, want one on the map of events and one on the map of deaths: %q", dots, want)
	}
}

func TestReportOfNothing(t *testing.T) {
	var empty *EmptyError
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "missing")} {
		if err := Write(t.Context(), &strings.Builder{}, dir); !errors.As(err, &empty) || empty.Hint() == "" {
			t.Errorf("%s: %v", dir, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Write(ctx, &strings.Builder{}, dataset(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
	var b strings.Builder
	v := &view{Title: "empty"}
	newTally().fill(v)
	if err := templates().ExecuteTemplate(&b, "report", v); err != nil {
		t.Fatal(err)
	}
	pagetest.Parse(t, b.String())
}

func TestReportInANarrowBrowser(t *testing.T) {
	pagetest.Narrow(t, written(t, dataset(t)))
}
