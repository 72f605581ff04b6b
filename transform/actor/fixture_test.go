package actor_test

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/pipeline"
)

// annotated is a text with what its actors must be.
type annotated struct {
	rule, text string
	day        time.Time
	want       []expectation
}

// expectation is one [mention]{code; key: value}.
type expectation struct {
	transform.Span
	code string
	keys map[string]string
}

// readFixtures reads a file of annotated documents.
func readFixtures(t testing.TB, path string) []annotated {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []annotated
	cur := annotated{}
	s := bufio.NewScanner(f)
	for s.Scan() {
		switch line := s.Text(); {
		case line == "":
			if cur.text != "" {
				out = append(out, cur)
			}
			cur = annotated{}
		case line[0] == '#':
			cur.rule = strings.TrimPrefix(line, "# ")
		case line[0] == '@':
			if cur.day, err = time.Parse(time.DateOnly, line[1:]); err != nil {
				t.Fatal(err)
			}
		default:
			cur.text, cur.want = strip(t, line)
		}
	}
	if cur.text != "" {
		out = append(out, cur)
	}
	return out
}

// strip takes the annotations out of a text.
func strip(t testing.TB, s string) (string, []expectation) {
	t.Helper()
	var b strings.Builder
	var want []expectation
	for {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			b.WriteString(s)
			return b.String(), want
		}
		j := strings.Index(s, "]{")
		k := strings.IndexByte(s, '}')
		if j < i || k < j {
			t.Fatalf("malformed annotation: %s", s)
		}
		b.WriteString(s[:i])
		e := expectation{Span: transform.Span{Start: b.Len()}, keys: map[string]string{}}
		b.WriteString(s[i+1 : j])
		e.End = b.Len()
		parts := strings.Split(s[j+2:k], "; ")
		e.code = parts[0]
		for _, p := range parts[1:] {
			key, value, _ := strings.Cut(p, ": ")
			e.keys[key] = value
		}
		want = append(want, e)
		s = s[k+1:]
	}
}

// annotate runs the whole pipeline on a text.
func annotate(t testing.TB, text string, day time.Time) *transform.Document {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := p.Run(&extract.Article{Text: text, PublishedAt: day, Language: "en"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// at finds the actor on a span, an article at its beginning or not.
func at(d *transform.Document, s transform.Span) *transform.Actor {
	for i := range d.Actors {
		a := &d.Actors[i]
		text := strings.ToLower(d.Text[s.Start:s.End])
		for _, article := range []string{"", "the ", "a "} {
			if strings.HasPrefix(text, article) && a.Start == s.Start+len(article) && a.End == s.End {
				return a
			}
		}
	}
	return nil
}

func (e *expectation) check(t *testing.T, d *transform.Document) {
	t.Helper()
	text := d.Text[e.Start:e.End]
	a := at(d, e.Span)
	if e.code == "place" || e.code == "none" {
		if a != nil {
			t.Errorf("%q is actor %s by %s, want %s", text, a.Code, a.Rule, e.code)
		}
		return
	}
	if a == nil {
		t.Errorf("%q is no actor, want %s; have %v", text, e.code, list(d))
		return
	}
	if a.Code != e.code {
		t.Errorf("%q: code %s by %s, want %s", text, a.Code, a.Rule, e.code)
	}
	got := map[string]string{"name": a.Name, "kind": a.Kind, "role": a.Role}
	for k, v := range e.keys {
		if k == "as" {
			if a.Name != v || !sharesID(d, a, v) {
				t.Errorf("%q is %s (%s), want the actor of %s", text, a.Name, a.ID, v)
			}
		} else if got[k] != v {
			t.Errorf("%q: %s %q, want %q", text, k, got[k], v)
		}
	}
}

// sharesID reports whether a mention printed with the name has the same actor.
func sharesID(d *transform.Document, a *transform.Actor, name string) bool {
	for i := range d.Actors {
		if o := &d.Actors[i]; o != a && o.ID == a.ID && strings.Contains(d.Text[o.Start:o.End], name) {
			return true
		}
	}
	return false
}

func list(d *transform.Document) (out []string) {
	for i := range d.Actors {
		a := &d.Actors[i]
		out = append(out, d.Text[a.Start:a.End]+" "+a.Code+" ("+a.Rule+")")
	}
	return out
}

func TestFixtures(t *testing.T) {
	for _, f := range readFixtures(t, "testdata/actors.txt") {
		t.Run(f.rule, func(t *testing.T) {
			d := annotate(t, f.text, f.day)
			for i := range f.want {
				f.want[i].check(t, d)
			}
		})
	}
}
