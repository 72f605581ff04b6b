package load

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// Contract says what happens when a dataset's files have other columns than this program
// writes.
type Contract string

// The contracts.
const (
	Evolve Contract = "evolve" // they are written anew in today's columns
	Freeze Contract = "freeze" // the dataset is left alone
)

// SchemaError is a dataset whose columns are not those of this program.
type SchemaError struct {
	Dir    string
	Newer  string   // schema version of the dataset, when it is newer than the program's
	Diff   []string // column by column
	Frozen bool
}

func (e *SchemaError) Error() string {
	if e.Newer != "" {
		return fmt.Sprintf("%s has schema %s, this program writes %s", e.Dir, e.Newer, SchemaVersion)
	}
	return fmt.Sprintf("%s has other columns than this program writes:\n  %s", e.Dir, strings.Join(e.Diff, "\n  "))
}

// Hint says what to do.
func (e *SchemaError) Hint() string {
	switch {
	case e.Newer != "":
		return "use the dateline that wrote it, or a newer one"
	case e.Frozen:
		return "--schema-contract evolve writes its files anew in the columns of today; else use the dateline that wrote it"
	}
	return "rows that are there cannot be changed like that; write a new dataset with another --out"
}

// schemaHash names the columns of all tables and their types.
var schemaHash = sync.OnceValue(func() string {
	h := sha256.New()
	for _, t := range Tables {
		b, err := json.Marshal(columnsOfTable(t)) // maps are in order of their keys
		if err != nil {
			panic(err) // strings always encode
		}
		fmt.Fprintf(h, "%s %s\n", t, b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
})

// columnsOfTable are the columns that this program writes.
func columnsOfTable(table string) map[string]string {
	switch table {
	case TableArticles:
		return columnTypes(parquet.SchemaOf(new(ArticleRow)))
	case TableMentions:
		return columnTypes(parquet.SchemaOf(new(MentionRow)))
	case TableEvents:
		return columnTypes(parquet.SchemaOf(new(EventRow)))
	}
	return columnTypes(parquet.SchemaOf(new(RejectRow)))
}

// Meet compares the columns of the dataset's files with today's. With Evolve, files that
// have others are written anew by the run that follows, and Evolves reports true. It fails
// with *SchemaError where the contract or the change forbids that.
func (w *Writer) Meet(c Contract) error {
	old, diff, possible, err := oldFiles(w.store, w.state)
	switch {
	case err != nil:
		return err
	case len(old) == 0:
		return nil
	case c == Freeze || !possible:
		return &SchemaError{Dir: w.store.String(), Diff: diff, Frozen: c == Freeze && possible}
	}
	w.old = old
	return nil
}

// Evolves reports whether the run will write files anew for their columns.
func (w *Writer) Evolves() bool { return len(w.old) > 0 }

// oldFiles are the files with other columns than today's, and what is different. The files
// that a run wrote of a table all have the same columns, so one of them is looked at.
func oldFiles(st store.Store, s *State) (old map[string]bool, diff []string, possible bool, err error) {
	type origin struct{ run, table string }
	looked := map[origin][]change{}
	old, possible = map[string]bool{}, true
	seen := map[string]bool{}
	for _, m := range s.Runs {
		if newer(m.SchemaVersion) {
			return nil, nil, false, &SchemaError{Dir: st.String(), Newer: m.SchemaVersion}
		}
		if m.SchemaHash == schemaHash() {
			continue
		}
		for _, f := range m.Files {
			if s.writer[f.Path] != m.RunID {
				continue // removed, or written anew since
			}
			at := origin{m.RunID, f.Table}
			changes, ok := looked[at]
			if !ok {
				if changes, err = changesOf(st, f); err != nil {
					return nil, nil, false, err
				}
				looked[at] = changes
			}
			for _, c := range changes {
				old[f.Path] = true
				possible = possible && c.possible
				if line := f.Table + "." + c.String(); !seen[line] {
					seen[line] = true
					diff = append(diff, line)
				}
			}
		}
	}
	slices.Sort(diff)
	return old, diff, possible, nil
}

// newer reports whether a schema version is behind this program's.
func newer(version string) bool {
	a, err := strconv.Atoi(version)
	b, _ := strconv.Atoi(SchemaVersion)
	return err == nil && a > b
}

// change is one column that differs.
type change struct {
	column, from, to string // from or to is empty where there is no such column
	possible         bool   // without reading the articles again
}

func (c change) String() string {
	switch {
	case c.from == "":
		return fmt.Sprintf("%s (%s) is missing", c.column, c.to)
	case c.to == "":
		return fmt.Sprintf("%s (%s) is unknown", c.column, c.from)
	}
	return fmt.Sprintf("%s is %s, not %s", c.column, c.from, c.to)
}

// changesOf compares a file's columns with those of its table.
func changesOf(st store.Store, f ManifestFile) ([]change, error) {
	file, err := st.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	p, err := parquet.OpenFile(file, file.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	return compareColumns(columnTypes(p.Schema()), columnsOfTable(f.Table)), nil
}

// compareColumns lists what differs, by column.
func compareColumns(have, want map[string]string) []change {
	var out []change
	for name, to := range want {
		switch from, ok := have[name]; {
		case !ok:
			out = append(out, change{name, "", to, strings.HasPrefix(to, optional)})
		case from != to:
			out = append(out, change{name, from, to, optional+from == to})
		}
	}
	for name, from := range have {
		if _, ok := want[name]; !ok {
			out = append(out, change{name, from, "", true})
		}
	}
	slices.SortFunc(out, func(a, b change) int { return cmp.Compare(a.column, b.column) })
	return out
}

const optional = "optional "

// columnTypes are the columns of a schema with their types.
func columnTypes(s *parquet.Schema) map[string]string {
	out := map[string]string{}
	for _, f := range s.Fields() {
		kind := typeName(f)
		if f.Optional() {
			kind = optional + kind
		}
		out[f.Name()] = kind
	}
	return out
}

// typeName is a column's type; of a list, that of its elements too.
func typeName(n parquet.Node) string {
	if n.Leaf() {
		return n.Type().String()
	}
	var members []string
	for _, f := range n.Fields() {
		members = append(members, typeName(f))
	}
	if name := strings.Join(members, ", "); n.Repeated() {
		return name
	} else {
		return "list of " + name
	}
}
