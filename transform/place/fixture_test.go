package place

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

// annotate runs the annotator on a text.
func annotate(t testing.TB, line extract.Dateline, s string) *transform.Document {
	t.Helper()
	d := &transform.Document{Article: &extract.Article{Text: s, Dateline: line}, Text: s, Analysis: *text.Analyze(s)}
	if err := Annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// markup writes a document's places into its text: in [Idlib]{city SYR Idlib}.
func markup(d *transform.Document) string {
	var b strings.Builder
	at := 0
	for _, p := range d.Places {
		fmt.Fprintf(&b, "%s[%s]{%s}", d.Text[at:p.Start], d.Text[p.Start:p.End], tag(&p.Location))
		at = p.End
	}
	b.WriteString(d.Text[at:])
	return b.String()
}

// tag is a location in a fixture: feature, country, first-level area unless it is one.
func tag(l *transform.Location) string {
	f := []string{l.Feature}
	if l.Country != "" {
		f = append(f, l.Country)
	}
	if l.Admin1 != "" && l.Feature != "admin1" {
		f = append(f, l.Admin1)
	}
	return strings.Join(f, " ")
}

// plain takes the markup out of a fixture.
func plain(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '[')
		j := strings.Index(s, "]{")
		if i < 0 || j < i {
			return b.String() + s
		}
		k := j + strings.IndexByte(s[j:], '}')
		b.WriteString(s[:i] + s[i+1:j])
		s = s[k+1:]
	}
}

// TestFixtures reads testdata/*.txt: each line is a story with its places marked up, "\n"
// for a paragraph's end. Lines that begin with # are comments.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			for s := bufio.NewScanner(f); s.Scan(); {
				line := s.Text()
				if line == "" || line[0] == '#' {
					continue
				}
				want := strings.ReplaceAll(line, `\n`, "\n\n")
				if got := markup(annotate(t, extract.Dateline{}, plain(want))); got != want {
					t.Errorf("\n got %s\nwant %s", got, want)
				}
			}
		})
	}
}
