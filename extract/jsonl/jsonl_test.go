package jsonl

import (
	"errors"
	"slices"
	"testing"
	"time"

	"dateline/extract"
)

func read(s string) ([]*extract.Article, error) {
	return parse(&extract.Record{Data: []byte(s)}, extract.Options{})
}

func TestParse(t *testing.T) {
	as, err := read(`{"id":"x1","url":"https://example.org/a","headline":" Dockers  end strike ","text":"One.\n\nTwo.","published_at":"2024-03-04T10:00:00+01:00",` +
		`"agency":"AFP","language":"en","bylines":["Jane Doe",""],"unknown":{"a":[1]}}`)
	if err != nil {
		t.Fatal(err)
	}
	a := as[0]
	if a.ExternalID != "x1" || a.URL != "https://example.org/a" || a.Headline != "Dockers end strike" || a.Text != "One.\n\nTwo." || a.Agency != "AFP" || a.Language != "en" ||
		!slices.Equal(a.Bylines, []string{"Jane Doe"}) || a.PublishedBasis != extract.BasisMetadata || a.PublishedDay {
		t.Errorf("got %+v", a)
	}
	if got := a.PublishedAt.Format(time.RFC3339); got != "2024-03-04T10:00:00+01:00" {
		t.Errorf("published %s: the zone is lost", got)
	}
}

func TestDayAlone(t *testing.T) {
	as, err := read(`{"text":"One.","published_at":"2024-03-04"}`)
	if err != nil || !as[0].PublishedDay || as[0].PublishedAt.Format(time.DateOnly) != "2024-03-04" {
		t.Errorf("got %+v, %v", as, err)
	}
}

func TestEmptyTextIsAnArticle(t *testing.T) {
	as, err := read(`{"headline":"KILL: Dockers","text":""}`)
	if err != nil || len(as) != 1 || as[0].Text != "" {
		t.Errorf("got %+v, %v", as, err)
	}
}

func TestRejects(t *testing.T) {
	for in, want := range map[string]extract.Code{
		`{"headline":"no text"}`:                   extract.CodeNotAnArticle,
		`{"text":"One.","published_at":"someday"}`: extract.CodeMalformed,
		`{"text":1}`:     extract.CodeMalformed,
		`{"text":"One."`: extract.CodeMalformed,
		`[]`:             extract.CodeMalformed,
	} {
		_, err := read(in)
		var r *extract.Reject
		if !errors.As(err, &r) || r.Code != want || r.Hint == "" {
			t.Errorf("%s: got %v, want %s with a hint", in, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":"x","text":"One.\nTwo.","published_at":"2024-03-04"}`))
	f.Add([]byte(`{"text":"\ud800"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		as, err := parse(&extract.Record{Data: b}, extract.Options{})
		if (err == nil) != (len(as) == 1) {
			t.Fatalf("%d articles, error %v", len(as), err)
		}
	})
}
