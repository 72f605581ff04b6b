package actor_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/transform"
	"dateline/transform/actor"
)

// FuzzAnnotator: no text makes the annotator panic, and its mentions are well-formed.
func FuzzAnnotator(f *testing.F) {
	for _, s := range []string{
		"", "The", "'s", "Turkey's", "of of of", "Syrian and", "Syrian, Turkish and", "the the the president of",
		"President President of the of the", "Erdogan, Erdogan, Erdogan's aide, aide of aide", "U.S.-led-led -backed",
		"He said. It said. They said.", "Minister of Defense Minister of Defense John", "a\n\nb\n\nAnkara", "\u00a0-\u2019s \u2019", "ETH—ETH’s",
		"members of members of members of members of Hamas", "((()))--''\"\"", "Ankara and Moscow and Paris and London warned",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 2000 {
			return
		}
		wellFormed(t, actors(t, s))
	})
}

func wellFormed(t *testing.T, d *transform.Document) {
	t.Helper()
	names := map[string]string{}
	last := 0
	for i := range d.Actors {
		a := &d.Actors[i]
		switch {
		case a.Start < last:
			t.Fatalf("mention %d begins at %d, before the one before it", i, a.Start)
		case a.Start >= a.End || a.End > len(d.Text):
			t.Fatalf("span %v of %d bytes", a.Span, len(d.Text))
		case !utf8.ValidString(d.Text[a.Start:a.End]):
			t.Fatalf("span %v cuts a character", a.Span)
		case a.Head < 0 || a.Head >= len(d.Tokens):
			t.Fatalf("head %d of %d tokens", a.Head, len(d.Tokens))
		case a.ID == "" || a.Name == "" || a.Rule == "" || a.Kind == "":
			t.Fatalf("%q lacks id, name, rule or kind: %+v", d.Text[a.Start:a.End], a)
		case a.Confidence <= 0 || a.Confidence > 1:
			t.Fatalf("confidence %v", a.Confidence)
		case a.Country != "" && len(a.Country) != 3 || a.Sector != "" && len(a.Sector) != 3:
			t.Fatalf("country %q, sector %q", a.Country, a.Sector)
		case !strings.HasPrefix(a.Code, a.Country):
			t.Fatalf("code %q of country %q", a.Code, a.Country)
		}
		last = a.Start
		if n, ok := names[a.ID]; ok && n != a.Name && (a.Kind == "person" || a.Kind == "state") { // unnamed bodies of one state share an id
			t.Fatalf("%s is %q and %q", a.ID, n, a.Name)
		}
		names[a.ID] = a.Name
	}
}

// actors runs the pipeline as far as the actors.
func actors(t testing.TB, text string) *transform.Document {
	t.Helper()
	d := before(t, text)
	if err := actor.Annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWellFormed(t *testing.T) {
	wellFormed(t, actors(t, sample(t)))
	for _, f := range readFixtures(t, "testdata/actors.txt") {
		wellFormed(t, actors(t, f.text))
	}
}
