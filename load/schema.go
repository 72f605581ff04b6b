package load

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
)

// Column is one column of a table, read off its row struct.
type Column struct {
	Name      string `json:"name"`
	Type      string `json:"type"` // SQL type, as DuckDB and Spark name it
	Nullable  bool   `json:"nullable"`
	Partition bool   `json:"partition,omitempty"` // in the path, not in the file
	Bloom     bool   `json:"bloom_filter,omitempty"`
	Doc       string `json:"doc"`
}

// Table is one table of the dataset.
type Table struct {
	Name    string   `json:"name"`
	Doc     string   `json:"doc"`
	Order   []string `json:"order"` // of the rows of a file; DESC: the largest first
	Columns []Column `json:"columns"`
}

// Schema is all tables, read off the row structs.
func Schema() []Table {
	return []Table{
		{TableArticles, "one row per article version", []string{"article_id", "source_uri", "source_offset"}, columns[ArticleRow]()},
		{TableMentions, "one row per date, number, place or actor in a text", []string{"article_id", "start", "end DESC", "kind"}, columns[MentionRow]()},
		{TableEvents, "one row per event", []string{"article_id", "start", "end DESC", "event_id"}, columns[EventRow]()},
		{TableRejects, "one row per input that yielded no article", []string{"source_uri", "source_offset", "code"}, append(columns[RejectRow](),
			Column{Name: "run_date", Type: "DATE", Partition: true, Doc: "day of the run; the partition column"})},
	}
}

// filters names the columns with Bloom filters behind a word; "" when there are none.
func (t *Table) filters(word string) string {
	var names []string
	for _, c := range t.Columns {
		if c.Bloom {
			names = append(names, c.Name)
		}
	}
	if names == nil {
		return ""
	}
	return word + strings.Join(names, ", ")
}

func columns[T Row]() []Column {
	var out []Column
	t := reflect.TypeFor[T]()
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		tag := f.Tag.Get("parquet")
		partition := f.Tag.Get("partition") == "true"
		out = append(out, Column{
			Name: name, Type: sqlType(f.Type), Partition: partition,
			Nullable: partition || strings.Contains(tag, ",optional"), Bloom: slices.Contains(looked, name), Doc: f.Tag.Get("doc"),
		})
	}
	return out
}

func sqlType(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[Day]():
		return "DATE"
	case reflect.TypeFor[Micros]():
		return "TIMESTAMP WITH TIME ZONE"
	case reflect.TypeFor[[]byte]():
		return "BLOB"
	}
	switch t.Kind() {
	case reflect.String:
		return "VARCHAR"
	case reflect.Int32:
		return "INTEGER"
	case reflect.Int64:
		return "BIGINT"
	case reflect.Float64:
		return "DOUBLE"
	case reflect.Slice:
		return sqlType(t.Elem()) + "[]"
	}
	panic("load: no SQL type for " + t.String()) // a row struct's field: caught by the schema test
}

// WriteMarkdown writes the schema as Markdown tables.
func WriteMarkdown(w io.Writer, tables []Table) error {
	var b strings.Builder
	for _, t := range tables {
		fmt.Fprintf(&b, "## %s\n\n%s; sorted by %s%s\n\n| column | type | null | meaning |\n|---|---|---|---|\n", t.Name, t.Doc, strings.Join(t.Order, ", "), t.filters("; Bloom filters: "))
		for _, c := range t.Columns {
			null := ""
			if c.Nullable {
				null = "yes"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", c.Name, c.Type, null, c.Doc)
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteDDL writes the schema as CREATE TABLE statements.
func WriteDDL(w io.Writer, tables []Table) error {
	var b strings.Builder
	for _, t := range tables {
		fmt.Fprintf(&b, "-- %s; sorted by %s%s\nCREATE TABLE %s (\n", t.Doc, strings.Join(t.Order, ", "), t.filters("; Bloom filters: "), t.Name)
		for i, c := range t.Columns {
			null := " NOT NULL"
			if c.Nullable {
				null = ""
			}
			comma := ","
			if i == len(t.Columns)-1 {
				comma = ""
			}
			fmt.Fprintf(&b, "  %q %s%s%s -- %s\n", c.Name, c.Type, null, comma, c.Doc)
		}
		b.WriteString(");\n\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteJSON writes the schema as JSON.
func WriteJSON(w io.Writer, tables []Table) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{"schema_version": SchemaVersion, "tables": tables})
}
