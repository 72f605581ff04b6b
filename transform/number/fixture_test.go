package number_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/date"
	"dateline/transform/number"
	"dateline/transform/text"
)

var update = flag.Bool("update", false, "rewrite the annotations in testdata")

// readFrom annotates a story from a country the way the pipeline does.
func readFrom(t testing.TB, s, country string) *transform.Document {
	t.Helper()
	published := time.Date(2020, 2, 11, 12, 0, 0, 0, time.UTC)
	d := &transform.Document{Article: &extract.Article{Text: s, PublishedAt: published}, Text: s, Analysis: *text.Analyze(s)}
	if country != "" {
		d.DatelinePlace = &transform.Location{Country: country}
	}
	for _, a := range []*transform.Annotator{date.Annotator, number.Annotator} {
		if err := a.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// render says in one line what a number was read as: value or bounds, then what is not
// the default of bound, type, unit, category, noun and part.
func render(d *transform.Document, n *transform.Number) string {
	var out []string
	side := func(v *float64) string {
		if v == nil {
			return ""
		}
		return fmt.Sprintf("%.10g", *v)
	}
	if n.Value != nil {
		out = append(out, side(n.Value))
	} else {
		out = append(out, side(n.Low)+".."+side(n.High))
	}
	if n.Bound != "exact" {
		out = append(out, n.Bound)
	}
	if n.Type == "ordinal" || n.Type == "score" {
		out = append(out, n.Type)
	}
	if n.Unit != "" {
		out = append(out, n.Unit)
	}
	if n.Category != "" {
		out = append(out, n.Category)
	}
	if n.NounToken >= 0 && !strings.Contains(n.Rule, "name") && n.Rule != "pronoun" && n.Rule != "single" {
		k := d.Tokens[n.NounToken]
		out = append(out, d.Text[k.Start:k.End])
	}
	if n.PartOf >= 0 {
		w := &d.Numbers[n.PartOf]
		out = append(out, "of:"+strings.ReplaceAll(d.Text[w.Start:w.End], " ", "_"))
	}
	return strings.Join(out, " ")
}

// annotate writes a document's text with its numbers in brackets; a total over other
// numbers is written behind its first part.
func annotate(d *transform.Document) string {
	var b strings.Builder
	at := 0
	for i := range d.Numbers {
		n := &d.Numbers[i]
		if n.Rule == "sum" {
			fmt.Fprintf(&b, "%s[]{%s}", d.Text[at:n.Start], render(d, n))
			at = n.Start
			continue
		}
		if n.Start < at { // an age inside a description
			fmt.Fprintf(&b, "[]{%s}", render(d, n))
			continue
		}
		fmt.Fprintf(&b, "%s[%s]{%s}", d.Text[at:n.Start], d.Text[n.Start:n.End], render(d, n))
		at = n.End
	}
	return b.String() + d.Text[at:]
}

var annotation = regexp.MustCompile(`\[([^\]]*)\]\{[^}]*\}`)

// TestFixtures reads the annotated sentences of testdata: one rule a line, the numbers in
// brackets, what they are in braces. A line that begins with three letters and a bar is a
// story from that country.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimRight(string(raw), "\n"), "\n")
			for i, line := range lines {
				if line == "" || line[0] == '#' {
					continue
				}
				country, rest := "", line
				if len(line) > 4 && line[3] == '|' {
					country, rest = line[:3], line[4:]
				}
				got := annotate(readFrom(t, annotation.ReplaceAllString(rest, "$1"), country))
				if country != "" {
					got = country + "|" + got
				}
				if got != line && !*update {
					t.Errorf("line %d\n got %s\nwant %s", i+1, got, line)
				}
				lines[i] = got
			}
			if *update {
				if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
