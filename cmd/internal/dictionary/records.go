package dictionary

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// record is an entry of a file: a row of a table or an entry of a list.
type record struct {
	line   int
	fields map[string]string
	file   *file
}

// file collects the mistakes of a file.
type file struct {
	path     string
	columns  []string
	mistakes []*mistake
}

func (f *file) wrong(line int, format string, args ...any) {
	f.mistakes = append(f.mistakes, &mistake{path: f.path, line: line, problem: fmt.Sprintf(format, args...)})
}

func (f *file) unknown(line int, what, value string, known []string) {
	problem, meant := unknown(what, value, known)
	f.mistakes = append(f.mistakes, &mistake{f.path, line, problem, meant})
}

// records reads a file: YAML by its extension, a table otherwise. Lists within a field are
// joined by "|".
func (f *file) records(text string) []record {
	text = strings.TrimPrefix(text, "\ufeff")
	switch strings.ToLower(filepath.Ext(f.path)) {
	case ".yaml", ".yml":
		return f.list(text)
	}
	return f.table(text)
}

// table reads lines of tab-separated columns; the first one names them.
func (f *file) table(text string) []record {
	var head []string
	var out []record
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if head == nil {
			head = f.header(n, cells)
			if head == nil {
				return nil
			}
			continue
		}
		if len(cells) > len(head) {
			f.wrong(n, "%d columns, but the first line names %d", len(cells), len(head))
			continue
		}
		r := record{line: n, fields: map[string]string{}, file: f}
		for i, c := range cells {
			r.fields[head[i]] = strings.TrimSpace(c)
		}
		out = append(out, r)
	}
	if head == nil {
		f.wrong(1, "is empty: want a line with the names of the columns: %s", strings.Join(f.columns, ", "))
	}
	return out
}

func (f *file) header(line int, cells []string) []string {
	head := make([]string, len(cells))
	good := true
	for i, c := range cells {
		head[i] = strings.ToLower(strings.TrimSpace(c))
		switch {
		case !slices.Contains(f.columns, head[i]):
			f.unknown(line, "column", head[i], f.columns)
			good = false
		case slices.Contains(head[:i], head[i]):
			f.wrong(line, "column %s stands there twice", head[i])
			good = false
		}
	}
	if !good {
		return nil
	}
	return head
}

// list reads a YAML list of mappings.
func (f *file) list(text string) []record {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		f.wrong(1, "%s", strings.TrimPrefix(err.Error(), "yaml: "))
		return nil
	}
	if doc.Kind == 0 {
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.SequenceNode {
		f.wrong(top.Line, "want a list: entries that begin with '- name: …'")
		return nil
	}
	var out []record
	for _, entry := range top.Content {
		if entry.Kind != yaml.MappingNode {
			f.wrong(entry.Line, "want an entry with the fields %s", strings.Join(f.columns, ", "))
			continue
		}
		r := record{line: entry.Line, fields: map[string]string{}, file: f}
		for i := 0; i+1 < len(entry.Content); i += 2 {
			f.field(&r, entry.Content[i], entry.Content[i+1])
		}
		out = append(out, r)
	}
	return out
}

func (f *file) field(r *record, key, node *yaml.Node) {
	if !slices.Contains(f.columns, key.Value) {
		f.unknown(key.Line, "field", key.Value, f.columns)
		return
	}
	if _, twice := r.fields[key.Value]; twice {
		f.wrong(key.Line, "field %s stands there twice", key.Value)
		return
	}
	var parts []string
	switch {
	case node.Kind == yaml.ScalarNode && node.Tag == "!!null":
	case node.Kind == yaml.ScalarNode:
		parts = []string{node.Value}
	case node.Kind == yaml.SequenceNode:
		for _, item := range node.Content {
			if item.Kind != yaml.ScalarNode {
				f.wrong(item.Line, "%s: want plain values", key.Value)
				return
			}
			parts = append(parts, item.Value)
		}
	default:
		f.wrong(node.Line, "%s: want a plain value, or a list of them", key.Value)
		return
	}
	text := strings.Join(parts, "|")
	if strings.ContainsAny(text, "\t\n\r") {
		f.wrong(node.Line, "%s: holds a tab or a line break", key.Value)
		return
	}
	r.fields[key.Value] = strings.TrimSpace(text)
}

// names are the parts of a field between bars.
func (r record) names(field string) []string {
	var out []string
	for _, s := range strings.Split(r.fields[field], "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// number reads a field as a number within bounds; empty is 0 and false.
func (r record) number(field string, low, high float64) (float64, bool) {
	s := r.fields[field]
	if s == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= low && v <= high) {
		r.file.wrong(r.line, "%s %q: want a number from %g to %g", field, s, low, high)
		return 0, false
	}
	return v, true
}
