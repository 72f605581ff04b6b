package load

import (
	"encoding/json"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

func TestCodePoints(t *testing.T) {
	for _, s := range []string{"", "plain ascii", "“Qaminas” — é", "\U0001F600 " + string(make([]byte, 200)) + "ü ende"} {
		c := NewCodePoints(s)
		n := int32(0)
		for i := range s {
			if got := c.At(i); got != n {
				t.Fatalf("%q: byte %d is code point %d, got %d", s, i, n, got)
			}
			n++
		}
		if got := c.At(len(s)); got != int32(utf8.RuneCountInString(s)) {
			t.Fatalf("%q: end is %d, got %d", s, utf8.RuneCountInString(s), got)
		}
	}
}

func document() *transform.Document {
	body := "“Go” — Syrian forces killed 5 in Idlib on Monday."
	a := &extract.Article{Text: body, Headline: "h", PublishedAt: time.Date(2020, 2, 11, 1, 30, 0, 0, time.FixedZone("", 3*3600)), PublishedBasis: extract.BasisMetadata}
	a.ID = extract.ArticleID("", "h", body)
	at := func(sub string) transform.Span {
		for i := range body {
			if len(body)-i >= len(sub) && body[i:i+len(sub)] == sub {
				return transform.Span{Start: i, End: i + len(sub)}
			}
		}
		panic(sub)
	}
	five := 5.0
	killed := int64(5)
	d := &transform.Document{Article: a, Text: body}
	d.Analysis = text.Analysis{Sentences: []text.Sentence{{Start: 0, End: len(body)}}}
	d.Actors = []transform.Actor{{Mention: transform.Mention{Span: at("Syrian forces")}, Name: "Syrian forces", Country: "SYR", Sector: "MIL", Code: "SYRMIL"}}
	d.Places = []transform.Place{{Mention: transform.Mention{Span: at("Idlib")}, Location: transform.Location{Name: "Idlib", Country: "SYR", HasPoint: true}}}
	d.Numbers = []transform.Number{{Mention: transform.Mention{Span: at("5")}, Value: &five, Type: "count"}}
	monday := time.Date(2020, 2, 10, 0, 0, 0, 0, time.UTC)
	d.Dates = []transform.Date{{Mention: transform.Mention{Span: at("Monday")}, Type: "date", Value: "2020-02-10", Interval: transform.Interval{First: monday, Last: monday}}}
	d.Events = []transform.Event{{
		Trigger: at("killed"), Type: "ASSAULT", CAMEO: "190", Quad: 4, Goldstein: -10, Sources: []int{0}, AttributedTo: -1,
		Place: &d.Places[0].Location, PlaceMention: 0, Killed: transform.Count{Low: &killed, High: &killed}, Status: "happened", Sentences: []int{0},
	}}
	return d
}

func TestFromDocument(t *testing.T) {
	d := document()
	r := FromDocument(d, AnnotationFull)
	if got := r.Article.PublishedDate.String(); got != "2020-02-11" {
		t.Errorf("published_date %s: want the local day", got)
	}
	points := []rune(d.Text)
	for _, m := range r.Mentions {
		if got := string(points[m.Start:m.End]); got != m.Text {
			t.Errorf("text[%d:%d] is %q, mention says %q", m.Start, m.End, got, m.Text)
		}
	}
	kinds := ""
	for _, m := range r.Mentions {
		kinds += m.Kind + " "
	}
	if kinds != "actor number place date " {
		t.Errorf("mentions are not in text order: %s", kinds)
	}
	e := r.Events[0]
	if e.SourceCode != "SYRMIL" || e.CameoRoot != "19" || *e.KilledLow != 5 || e.PlaceName != "Idlib" || e.Trigger != "killed" || e.AttributedTo != "" || e.TargetCode != "" {
		t.Errorf("event row %+v", e)
	}
	if e.SourceMentionID != r.Mentions[0].MentionID || e.PlaceMentionID != r.Mentions[2].MentionID {
		t.Error("the event does not point at its mentions")
	}
	if again := FromDocument(document(), AnnotationFull); again.Events[0].EventID != e.EventID {
		t.Error("event_id is not stable")
	}
}

func TestRowsJSON(t *testing.T) {
	b, err := json.Marshal(FromDocument(document(), AnnotationFull))
	if err != nil {
		t.Fatal(err)
	}
	var back Rows
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if back.Article.PublishedDate.String() != "2020-02-11" || back.Article.PublishedAt == nil || *back.Events[0].KilledHigh != 5 {
		t.Errorf("JSON does not come back: %s", b)
	}
	var loose map[string]map[string]any
	_ = json.Unmarshal(b, &loose)
	if _, there := loose["article"]["dateline_lat"]; there {
		t.Error("an unknown value must be absent")
	}
}
