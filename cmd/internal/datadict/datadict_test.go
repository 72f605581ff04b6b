package datadict

import (
	"bytes"
	"strings"
	"testing"

	"dateline/cmd/internal/page/pagetest"
	"dateline/load"
)

// mostWithout is how many columns may be without an example, when an annotator reads the
// story another way than today.
const mostWithout = 8

// Every column has a rule of its own and an example; every rule has a column.
func TestEveryColumnIsExplained(t *testing.T) {
	tables, err := Make(load.Schema())
	if err != nil {
		t.Fatal(err)
	}
	used := map[int]bool{}
	var without []string
	for _, table := range tables {
		for _, e := range table.Entries {
			name := table.Name + "." + e.Name
			text, n := ruleOf(table.Name, e.Name)
			if n < 0 || text != e.Rule || text == "" {
				t.Errorf("%s: no rule", name)
			}
			used[n] = true
			if e.Example == "" {
				without = append(without, name)
			}
		}
	}
	if len(without) > mostWithout {
		t.Errorf("no example for %v: let the story tell of them", without)
	}
	for i, r := range rules() {
		if !used[i] && r.pattern != "rejects.*" {
			t.Errorf("rule %s fits no column", r.pattern)
		}
	}
}

func TestExamplesAreOfTheStory(t *testing.T) {
	got, err := examples()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"articles.agency": `"Meridian News"`, "articles.published_date": `"2020-02-11"`, "articles.dateline_country": `"SYR"`, "articles.status": `"correction"`,
		"mentions.date_value": `"2020-02-10"`, "rejects.code": `"unknown_format"`, "events.killed_high": "15",
	} {
		if got[name] != want {
			t.Errorf("%s: example %s, want %s", name, got[name], want)
		}
	}
}

func TestWriting(t *testing.T) {
	tables, err := Make(load.Schema())
	if err != nil {
		t.Fatal(err)
	}
	var md, page bytes.Buffer
	if err := WriteMarkdown(&md, tables); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(md.String()) {
		if n := strings.Count(line, "|") - strings.Count(line, `\|`); line[0] == '|' && n != 7 {
			t.Errorf("%d bars in %s", n, line)
		}
	}
	if err := WriteHTML(&page, tables, "1"); err != nil {
		t.Fatal(err)
	}
	p := pagetest.Parse(t, page.String())
	if n := len(p.All("tr", "")); n < 140 {
		t.Errorf("%d rows", n)
	}
}

// The figures that the help shows are measured ones, and there are enough of them.
func TestQuality(t *testing.T) {
	for _, s := range shown {
		if _, ok := figures()[s.figure]; !ok {
			t.Errorf("%s is not measured", s.figure)
		}
		if _, ok := figures()[s.of]; !ok {
			t.Errorf("%s is not measured", s.of)
		}
	}
	if q := Quality(); strings.Count(q, "%") != len(shown) {
		t.Errorf("%s", q)
	}
}
