package load

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// wellFormed writes a dataset whose rows are right.
func wellFormed(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "r"})
	for i := range 6 {
		r := testRows(i)
		r.Article.Text = "On Monday “they” met."
		r.Mentions[0].Text, r.Mentions[0].Start, r.Mentions[0].End = "Monday", 3, 9
		r.Events[0].Trigger, r.Events[0].Start, r.Events[0].End = "met", 17, 20
		r.Events[0].SourceMentionID = r.Mentions[0].MentionID
		add(t, w, r)
	}
	if _, err := w.Commit(func(m *Manifest) { m.Counts = Counts{Records: 6, Read: 6} }); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestVerifySound(t *testing.T) {
	r, err := Verify(t.Context(), wellFormed(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) != 0 || r.Rows[TableArticles] != 6 || r.Rows[TableEvents] != 6 || r.Runs != 1 {
		t.Errorf("%+v", r)
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	const article = "articles/published_date=2020-02-10/r-0000.parquet"
	for name, c := range map[string]struct {
		damage func(dir string) error
		want   string
	}{
		"bit flip": {func(dir string) error {
			b, err := os.ReadFile(filepath.Join(dir, article))
			if err != nil {
				return err
			}
			b[len(b)/2] ^= 1
			return os.WriteFile(filepath.Join(dir, article), b, 0o666)
		}, "not the one that was committed"},
		"missing file": {func(dir string) error { return os.Remove(filepath.Join(dir, article)) }, "no such file"},
		"stray file": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "events/published_date=2020-02-10/x.parquet"), nil, 0o666)
		}, "no manifest names this file"},
		"interrupted": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "_runs/x.journal"), []byte("{}"), 0o666)
		}, "killed while it committed"},
		"lost records": {func(dir string) error {
			path := filepath.Join(dir, "_runs/r.json")
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, []byte(strings.Replace(string(b), `"read": 6`, `"read": 5`, 1)), 0o666)
		}, "6 records offered, but 5 read"},
	} {
		dir := wellFormed(t)
		if err := c.damage(dir); err != nil {
			t.Fatal(err)
		}
		r, err := Verify(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(r.Problems, "\n"), c.want) {
			t.Errorf("%s: %q, want %q", name, r.Problems, c.want)
		}
	}
}

// commit writes one set of rows as a run.
func commit(t *testing.T, r *Rows) string {
	t.Helper()
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "r"})
	add(t, w, r)
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestVerifyFindsWrongRows(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*Rows)
		want  string
	}{
		"other characters": {func(r *Rows) { r.Mentions[0].Text = "Friday" }, `text[3:9] is "t “quo", the row says "Friday"`},
		"outside":          {func(r *Rows) { r.Events[0].End = 900 }, "is outside its article"},
		"orphan":           {func(r *Rows) { r.Mentions[0].ArticleID = "other" }, "which is not in the partition"},
		"twice":            {func(r *Rows) { r.Mentions = append(r.Mentions, r.Mentions[0]) }, "is there twice"},
		"no such mention":  {func(r *Rows) { r.Events[0].TargetMentionID = "gone" }, "points at mention gone"},
	} {
		r := testRows(0)
		c.spoil(r)
		got, err := Verify(t.Context(), commit(t, r))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(got.Problems, "\n"), c.want) {
			t.Errorf("%s: %q, want %q", name, got.Problems, c.want)
		}
	}
}

// TestVerifyByRanges: a partition whose articles are held a few at a time is checked like
// one that is held whole.
func TestVerifyByRanges(t *testing.T) {
	dir := t.TempDir()
	scattered(t, dir)
	w := begin(t, dir, Options{RunID: "spoilt"})
	for i := range 40 {
		r := soundRows(i*15 + 2)
		switch i {
		case 10:
			r.Mentions[0].Text = "Friday"
		case 20:
			r.Events[0].End = 900
		case 30:
			r.Mentions[0].ArticleID = "other"
			r.Events[0].SourceMentionID = ""
		case 38:
			r.Events[0].TargetMentionID = "gone"
		}
		add(t, w, r)
		if i%7 == 6 {
			if err := w.Checkpoint(i); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	whole, err := Verify(t.Context(), dir)
	if err != nil || len(whole.Problems) != 4 {
		t.Fatalf("%v %q", err, whole.Problems)
	}
	state := stateOf(t, dir)
	v := &verification{Report: &Report{Rows: map[string]int64{}}, st: open(t, dir), rangeBytes: 3000}
	for part, files := range byPart(state) {
		v.partition(part, files)
	}
	slices.Sort(whole.Problems)
	slices.Sort(v.Problems)
	if !slices.Equal(v.Problems, whole.Problems) || !maps.Equal(v.Rows, whole.Rows) {
		t.Errorf("%v %q, want %v %q", v.Rows, v.Problems, whole.Rows, whole.Problems)
	}
}

// TestVerifyFindsDisorder: the rows of a file stand in the order of their ids.
func TestVerifyFindsDisorder(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "r"})
	for i := range 600 {
		add(t, w, soundRows(i*15))
	}
	w.mentions.compare = func(a, b *MentionRow) int { return compareMentions(b, a) }
	w.mentions.key = func(*MentionRow) string { return "" }
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	r, err := Verify(t.Context(), dir)
	if err != nil || !strings.Contains(strings.Join(r.Problems, "\n"), "rows are not in order") || r.Rows[TableMentions] != 600 {
		t.Errorf("%v: %v, %.3q", err, r.Rows, r.Problems)
	}
}

func TestSchemaDiffNamesTheColumns(t *testing.T) {
	type older struct {
		SourceURI string `parquet:"source_uri"`
		Stage     int64  `parquet:"stage"`
		Gone      string `parquet:"gone"`
	}
	dir := t.TempDir()
	if err := parquet.WriteFile(filepath.Join(dir, "x.parquet"), []older{{}}); err != nil {
		t.Fatal(err)
	}
	f, err := open(t, dir).Open("x.parquet")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got := schemaDiff[RejectRow](f)
	for _, want := range []string{"column code (STRING) is missing", "column stage is INT(64,true), not STRING", "column gone (STRING) is unknown"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}
