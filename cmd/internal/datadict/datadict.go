package datadict

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"path"
	"strings"
	"sync"

	"dateline/cmd/internal/page"
	"dateline/load"
)

// Entry is one column of the dictionary.
type Entry struct {
	load.Column
	Rule    string
	Example string // as it stands in JSON; "" where the sample has none
}

// Table is one table of the dictionary.
type Table struct {
	Name, Doc string
	Entries   []Entry
}

//go:embed rules.txt
var rulesTXT string

type rule struct{ pattern, text string }

var rules = sync.OnceValue(func() []rule {
	var out []rule
	for line := range strings.Lines(rulesTXT) {
		line = strings.TrimSpace(line)
		if pattern, text, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			out = append(out, rule{pattern, text})
		}
	}
	return out
})

// ruleOf is the first rule that fits a column, and its number.
func ruleOf(table, column string) (text string, n int) {
	for i, r := range rules() {
		if ok, _ := path.Match(r.pattern, table+"."+column); ok {
			return r.text, i
		}
	}
	return "", -1
}

// Make makes the dictionary of some tables: it runs the annotators over the sample.
func Make(tables []load.Table) ([]Table, error) {
	examples, err := examples()
	if err != nil {
		return nil, err
	}
	var out []Table
	for _, t := range tables {
		d := Table{Name: t.Name, Doc: t.Doc}
		for _, c := range t.Columns {
			text, _ := ruleOf(t.Name, c.Name)
			d.Entries = append(d.Entries, Entry{c, text, examples[t.Name+"."+c.Name]})
		}
		out = append(out, d)
	}
	return out, nil
}

// WriteMarkdown writes the dictionary as Markdown tables.
func WriteMarkdown(w io.Writer, tables []Table) error {
	var b strings.Builder
	cell := strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;")
	for _, t := range tables {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n| column | type | null | meaning | rule | example |\n|---|---|---|---|---|---|\n", t.Name, t.Doc)
		for _, e := range t.Entries {
			null, example := "", ""
			if e.Nullable {
				null = "yes"
			}
			if e.Example != "" {
				example = "`" + strings.ReplaceAll(e.Example, "`", "'") + "`"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", e.Name, e.Type, null, cell.Replace(e.Doc), cell.Replace(e.Rule), strings.ReplaceAll(example, "|", `\|`))
		}
		b.WriteString("\nThe examples are of this story, told as an invented agency would:\n\n")
		for line := range strings.Lines(Story) {
			b.WriteString("> " + line)
		}
		b.WriteString("\n\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

//go:embed datadict.html
var datadictHTML string

var templates = sync.OnceValue(func() *template.Template { return page.Parse(datadictHTML, nil) })

// WriteHTML writes the dictionary as one page that loads nothing.
func WriteHTML(w io.Writer, tables []Table, version string) error {
	return templates().ExecuteTemplate(w, "datadict", map[string]any{
		"Head": page.Head{Title: "dateline · data dictionary"}, "Tables": tables, "Story": Story, "Version": version,
	})
}
