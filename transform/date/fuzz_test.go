package date

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

// check fails on a date that breaks the contract of Document.Dates.
func check(t testing.TB, d *transform.Document) {
	t.Helper()
	pos := 0
	for _, m := range d.Dates {
		switch {
		case m.Start < pos || m.End <= m.Start || m.End > len(d.Text):
			t.Fatalf("span %d..%d after %d in %d bytes", m.Start, m.End, pos, len(d.Text))
		case utf8.ValidString(d.Text) && !utf8.ValidString(d.Text[m.Start:m.End]):
			t.Fatalf("span cuts a character: %q", d.Text[m.Start:m.End])
		case m.Type == "" || m.Rule == "" || m.Basis == "":
			t.Fatalf("incomplete: %+v", m)
		case m.Known() && (m.Value == "" || m.First.After(m.Last) || m.First.Year() < 1 || m.Last.Year() > 9999):
			t.Fatalf("interval without value, or turned around: %+v", m)
		case len(d.Sentences) > 0 && (m.Sentence < 0 || m.Sentence >= len(d.Sentences)):
			t.Fatalf("sentence %d of %d", m.Sentence, len(d.Sentences))
		}
		pos = m.End
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, r := range rules() {
		f.Add(bare(r.example), int64(18303))
	}
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(bare(string(b)), int64(18303))
	}
	f.Add("29 February 9999, the 99th century, 9999999999 years ago, 0 BC, '00", int64(0))
	f.Add("in 99999999999999999999 years and 99 millennia later", int64(2932896))
	f.Fuzz(func(t *testing.T, s string, day int64) {
		at := time.Unix(day%3000000*86400, 0).UTC()
		d := &transform.Document{Article: &extract.Article{Text: s, PublishedAt: at}, Text: s, Analysis: *text.Analyze(s)}
		if err := Annotator.Run(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
		// Again without tokens: the annotator relies on nobody.
		d = &transform.Document{Text: s}
		if err := Annotator.Run(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
	})
}

// TestLinear: eight times the text takes about eight times as long, on the worst lines too.
func TestLinear(t *testing.T) {
	for _, line := range []string{
		"the last three years and a half ago ",
		"one two three four five six seven ",
		"the the the the a a of of ",
		"May - March - 5 , 2011 ",
		"twenty-twenty-twenty-twenty ",
		"early late mid the end of ",
		"1.1.1.1.1.1.1.1.1.1.1.1",
	} {
		took := func(n int) time.Duration {
			d := &transform.Document{Text: strings.Repeat(line, n)}
			best := time.Hour
			for range 3 {
				d.Dates = nil
				start := time.Now()
				if err := Annotator.Run(d); err != nil {
					t.Fatal(err)
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		if a, b := took(500), took(4000); b > 40*a && b > 50*time.Millisecond {
			t.Errorf("%q: %v for 500, %v for 4000", line, a, b)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	var text1 strings.Builder
	for _, r := range rules() {
		text1.WriteString(bare(r.example) + " The minister told reporters in the capital that the talks with the rebels had failed. ")
	}
	s := text1.String()
	d := &transform.Document{Article: &extract.Article{Text: s, PublishedAt: published}, Text: s, Analysis: *text.Analyze(s)}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		d.Dates = d.Dates[:0]
		if err := Annotator.Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
