package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/load"
)

// sample reads the sample AFP article.
func sample(t *testing.T, args ...string) *load.Rows {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := execute(append(append([]string{"inspect"}, args...), articlesDir+"/afp-qaminas.txt"), strings.NewReader(""), &stdout, &stderr); code != exitOK {
		t.Fatal(stderr.String())
	}
	r := new(load.Rows)
	if err := json.Unmarshal(stdout.Bytes(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// has wants every line of want among the mentions of a kind, as printed by show.
func has(t *testing.T, r *load.Rows, kind string, show func(*load.MentionRow) string, want ...string) {
	t.Helper()
	var got []string
	for i := range r.Mentions {
		if r.Mentions[i].Kind == kind {
			got = append(got, show(&r.Mentions[i]))
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("no %s %q among %q", kind, w, got)
		}
	}
}

func TestSampleArticle(t *testing.T) {
	r := sample(t, "--published", "2020-02-11")
	if a := r.Article; a.Agency != "AFP" || a.DatelinePlace != "Qaminas" || a.DatelineCountry != "SYR" {
		t.Errorf("agency %q, dateline %q, %q", a.Agency, a.DatelinePlace, a.DatelineCountry)
	}
	has(t, r, "date", func(m *load.MentionRow) string {
		if m.DateStart == nil {
			return m.Text + " " + m.DateType + " " + m.DateValue
		}
		return m.Text + " " + m.DateStart.String() + "/" + m.DateEnd.String()
	}, "Monday 2020-02-10/2020-02-10", "Monday night 2020-02-10/2020-02-10", "a week earlier 2020-02-03/2020-02-03", "Friday last week 2020-02-07/2020-02-07",
		"2018 2018-01-01/2018-12-31", "the end of the month 2020-02-29/2020-02-29", "eight days duration P8D", "more than two months duration P2M", "nine-year duration P9Y")
	has(t, r, "number", func(m *load.MentionRow) string {
		return fmt.Sprintf("%s %g %s %s", m.NumberBound, *m.NumberValue, m.NumberNoun, m.NumberCategory)
	}, "nearly 700000 person displaced", "exact 5 soldier killed", "exact 8 soldier killed", "exact 101 soldier killed", "exact 689000 person displaced",
		"about 3.7e+06 refugee refugees", "exact 12 post ", "exact 3 outpost ")
	has(t, r, "place", func(m *load.MentionRow) string { return m.PlaceName + " " + m.PlaceCountry }, "Idlib SYR", "Aleppo SYR", "Ankara TUR")
	for _, m := range r.Mentions {
		if m.Kind == "place" && (m.Text == "Damascus" || m.Text == "Moscow") {
			t.Errorf("%s is a government here, not a place", m.Text)
		}
	}
	for _, capital := range []string{"Damascus", "Ankara", "Moscow"} {
		if !slices.ContainsFunc(r.Mentions, func(m load.MentionRow) bool { return m.Kind == "actor" && m.Text == capital }) {
			t.Errorf("%s acts somewhere and is no actor", capital)
		}
	}
}

func TestSampleWithoutPublicationTime(t *testing.T) {
	for _, m := range sample(t).Mentions {
		if m.Kind == "date" && strings.HasPrefix(m.Text, "Monday") && (m.DateStart != nil || m.DateBasis != "weekday") {
			t.Errorf("%s is resolved to %v (%s) without a publication time", m.Text, m.DateStart, m.DateBasis)
		}
	}
}

// sampleEvents are the fourteen events that a careful reader finds in the sample article.
var sampleEvents = []struct {
	name string
	is   func(e *load.EventRow) bool
}{
	{"exchange of fire on Monday", func(e *load.EventRow) bool {
		return e.EventType == "ASSAULT" && e.Sentence == 1 && on(e, "2020-02-10") && e.SourceCountry != ""
	}},
	{"Turkey backs rebels", func(e *load.EventRow) bool {
		return e.SourceCountry == "TUR" && e.TargetSector == "REB" && e.Sentence == 2
	}},
	{"five Turkish soldiers killed, says Turkey", func(e *load.EventRow) bool {
		return e.EventType == "ASSAULT" && killed(e, 5) && e.SourceCountry == "SYR" && e.TargetCountry == "TUR" && e.AttributedTo != ""
	}},
	{"101 Syrian soldiers killed, unverified", func(e *load.EventRow) bool {
		return e.EventType == "ASSAULT" && killed(e, 101) && e.SourceCountry == "TUR" && e.TargetCountry == "SYR" && e.Verification == "unverified"
	}},
	{"shelling a week earlier", func(e *load.EventRow) bool { return e.EventType == "ASSAULT" && killed(e, 8) && on(e, "2020-02-03") }},
	{"assault on the rebel bastion", func(e *load.EventRow) bool {
		return e.EventType == "ASSAULT" && e.SourceCountry == "SYR" && strings.Contains(e.SentenceText, "blistering assault")
	}},
	{"689,000 displaced, says Swanson", func(e *load.EventRow) bool {
		return e.DisplacedLow != nil && *e.DisplacedLow == 689000 && strings.Contains(e.AttributedTo, "Swanson")
	}},
	{"the ministry's warning", func(e *load.EventRow) bool {
		return e.EventType == "THREATEN" && e.SourceCountry == "TUR" && e.Trigger != "given"
	}},
	{"meeting in Ankara", func(e *load.EventRow) bool {
		return e.EventType == "CONSULT" && e.SourceCountry == "TUR" && e.PlaceName == "Ankara" && on(e, "2020-02-10")
	}},
	{"posts reinforced since Friday", func(e *load.EventRow) bool {
		return e.EventType == "MOBILIZE" && e.DateStart != nil && e.DateStart.String() == "2020-02-07"
	}},
	{"deal with Russia in 2018", func(e *load.EventRow) bool {
		return e.DateStart != nil && e.DateStart.String() == "2018-01-01" && (e.SourceCountry == "TUR" && e.TargetCountry == "RUS" || e.SourceCountry == "RUS" && e.TargetCountry == "TUR")
	}},
	{"outposts surrounded, says Turkey", func(e *load.EventRow) bool {
		return strings.Contains(e.SentenceText, "surrounded three") && e.SourceCountry == "SYR" && e.AttributedTo != ""
	}},
	{"ultimatum to Damascus", func(e *load.EventRow) bool {
		return e.SourceCountry == "TUR" && e.TargetCountry == "SYR" && strings.Contains(e.SentenceText, "has given Damascus")
	}},
	{"appeal to Russia", func(e *load.EventRow) bool {
		return e.EventType == "REQUEST" && e.SourceCountry == "TUR" && e.TargetCountry == "RUS"
	}},
}

func on(e *load.EventRow, day string) bool { return e.DateStart != nil && e.DateStart.String() == day }

func killed(e *load.EventRow, n int64) bool { return e.KilledLow != nil && *e.KilledLow == n }

// sampleFound is how many of them are found; raise it when more are.
const sampleFound = 14

func TestSampleEvents(t *testing.T) {
	r := sample(t, "--published", "2020-02-11")
	found := 0
	for _, want := range sampleEvents {
		if slices.ContainsFunc(r.Events, func(e load.EventRow) bool { return want.is(&e) }) {
			found++
		} else {
			t.Logf("not found: %s", want.name)
		}
	}
	if found < sampleFound {
		t.Errorf("%d of %d events found, want at least %d", found, len(sampleEvents), sampleFound)
	}
}
