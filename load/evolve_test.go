package load

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// older makes a dataset what a program with other columns would have written: the columns
// of a table that are in drop are missing, those in add are there too.
func older(t *testing.T, dir, table string, drop []string, add map[string]parquet.Node) {
	t.Helper()
	for _, m := range stateOf(t, dir).Runs {
		m.SchemaHash = "another"
		for i, f := range m.Files {
			if f.Table != table {
				continue
			}
			path := filepath.Join(dir, filepath.FromSlash(f.Path))
			otherColumns(t, path, drop, add)
			sum, n, err := FileDigest(path)
			if err != nil {
				t.Fatal(err)
			}
			m.Files[i].SHA256, m.Files[i].Bytes = sum, n
		}
		b, err := m.encode()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, runFile(m.RunID, manifestExt)), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func stateOf(t *testing.T, dir string) *State {
	t.Helper()
	s, err := LoadState(open(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// otherColumns writes a file anew with other columns.
func otherColumns(t *testing.T, path string, drop []string, add map[string]parquet.Node) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in, err := parquet.OpenFile(strings.NewReader(string(b)), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	group := parquet.Group{}
	for _, f := range in.Schema().Fields() {
		if !slices.Contains(drop, f.Name()) {
			group[f.Name()] = f
		}
	}
	maps.Copy(group, add)
	schema := parquet.NewSchema("older", group)
	conv, err := parquet.Convert(schema, in.Schema())
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := parquet.NewWriter(out, schema)
	for _, rg := range in.RowGroups() {
		rows := rg.Rows()
		if _, err := parquet.CopyRows(w, parquet.ConvertRowReader(rows, conv)); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	if err := errors.Join(w.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
}

// soundRun writes n articles that verify has nothing against.
func soundRun(t *testing.T, dir, run string, from, to int) {
	t.Helper()
	w := begin(t, dir, Options{RunID: run})
	for i := from; i < to; i++ {
		add(t, w, soundRows(i))
	}
	if err := w.Reject(RejectRow{SourceURI: "bad", Stage: "sniff", Code: "unknown_format", Message: "no"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
}

func TestOlderDatasetEvolves(t *testing.T) {
	dir := t.TempDir()
	soundRun(t, dir, "a", 0, 12)
	want := readAllRows[EventRow](t, dir, TableEvents)
	older(t, dir, TableEvents, []string{"goldstein", "killed_low"}, map[string]parquet.Node{"mood": parquet.Optional(parquet.String())})

	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	before := digests(t, dir)
	var refused *SchemaError
	if err := w.Meet(Freeze); !errors.As(err, &refused) {
		t.Fatalf("got %v, want a SchemaError", err)
	}
	diff := strings.Join(refused.Diff, "\n")
	for _, line := range []string{"events.goldstein (optional DOUBLE) is missing", "events.mood (optional STRING) is unknown"} {
		if !strings.Contains(diff, line) {
			t.Errorf("the difference lacks %q:\n%s", line, diff)
		}
	}
	if len(refused.Diff) != 3 || !strings.Contains(refused.Hint(), "--schema-contract evolve") {
		t.Errorf("%v %q", refused.Diff, refused.Hint())
	}
	if err := w.Meet(Evolve); err != nil || !w.Evolves() {
		t.Fatalf("%v, evolves %v", err, w.Evolves())
	}
	if err := w.Start(Options{RunID: "b", RunDate: 18302}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	r, err := Verify(t.Context(), dir)
	if err != nil || len(r.Problems) > 0 {
		t.Fatalf("%v %+v", err, r)
	}
	got := readAllRows[EventRow](t, dir, TableEvents)
	for i := range want {
		want[i].Goldstein, want[i].KilledLow = nil, nil
		if got[i].EventID != want[i].EventID || got[i].Goldstein != nil || got[i].KilledLow != nil || *got[i].KilledHigh != *want[i].KilledHigh {
			t.Errorf("row %d: %+v", i, got[i])
		}
	}
	for path, sum := range digests(t, dir) {
		if changed := sum != before[path]; changed != strings.HasPrefix(path, TableEvents) {
			t.Errorf("%s: changed %v", path, changed)
		}
	}
	if w, err = Open(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Meet(Freeze); err != nil {
		t.Errorf("evolved, and still %v", err)
	}
}

// TestCompactEvolves: files that are merged and files that are not both get today's columns.
func TestCompactEvolves(t *testing.T) {
	dir := t.TempDir()
	soundRun(t, dir, "a", 0, 12)
	soundRun(t, dir, "b", 12, 14)
	older(t, dir, TableMentions, []string{"rule"}, nil)
	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Meet(Evolve); err != nil {
		t.Fatal(err)
	}
	if m, err := w.Compact(t.Context(), CompactOptions{RunID: "c"}); err != nil || m == nil {
		t.Fatal(m, err)
	}
	r, err := Verify(t.Context(), dir)
	if err != nil || len(r.Problems) > 0 || r.Rows[TableMentions] != 14 {
		t.Fatalf("%v %+v", err, r)
	}
}

func TestWhatCannotEvolveIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(dir string)
		want  string
	}{
		"missing and never NULL": {func(dir string) { older(t, dir, TableEvents, []string{"event_id"}, nil) }, "events.event_id (STRING) is missing"},
		"another type": {func(dir string) {
			older(t, dir, TableEvents, []string{"quad_class"}, map[string]parquet.Node{"quad_class": parquet.String()})
		}, "events.quad_class is STRING, not INT(32,true)"},
		"newer": {func(dir string) {
			path := filepath.Join(dir, "_runs/a.json")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(strings.Replace(string(b), `"schema_version": "`+SchemaVersion, `"schema_version": "999`, 1)), 0o666); err != nil {
				t.Fatal(err)
			}
		}, "has schema 999"},
	} {
		dir := t.TempDir()
		soundRun(t, dir, "a", 0, 3)
		c.spoil(dir)
		w, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		err = w.Meet(Evolve)
		var refused *SchemaError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) || strings.Contains(refused.Hint(), "evolve") {
			t.Errorf("%s: got %v", name, err)
		}
		w.Close()
	}
}
