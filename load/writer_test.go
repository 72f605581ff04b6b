package load

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// testRows makes the rows of article i: every column that has a trap is used.
func testRows(i int) *Rows {
	d := DayOf(time.Date(2020, 2, 10+i%3, 0, 0, 0, 0, time.UTC))
	id := fmt.Sprintf("%032x", sha256.Sum256([]byte{byte(i)}))[:32]
	r := &Rows{Article: ArticleRow{
		ArticleID: id, SourceURI: fmt.Sprintf("in/%d.txt", i), SourceFormat: "text", PublishedBasis: "metadata",
		PublishedDate: &d, PublishedAt: ptr(Micros(1581292800123456)), Text: "Text “quoted” — " + strings.Repeat("x", i%7), StoryID: id,
		Bylines: []string{"A", "B"}, DatelineLat: ptr(0.0), Urgency: ptr(int32(0)), DatelineDate: &d, Annotation: AnnotationFull,
	}}
	if i%5 == 4 {
		r.Article.PublishedDate = nil
	}
	r.Mentions = []MentionRow{{MentionID: id[:16], ArticleID: id, Kind: "date", PublishedDate: r.Article.PublishedDate, Text: "Monday", Start: 3, End: 9, DateStart: &d, DateEnd: &d}}
	r.Events = []EventRow{{EventID: id[:16], ArticleID: id, StoryID: id, PublishedDate: r.Article.PublishedDate, EventType: "ASSAULT", CameoCode: "0190", KilledLow: ptr(int64(0)), KilledHigh: ptr(int64(5)), Goldstein: ptr(0.0), Status: "happened", Verification: "asserted", DateStart: &d}}
	return r
}

func writeRun(t *testing.T, dir, run string, n int, buffered int64) *Manifest {
	t.Helper()
	w, err := NewWriter(Options{Dir: dir, RunID: run, RunDate: 18302, MaxBuffered: buffered})
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := w.Add(testRows(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Reject(RejectRow{SourceURI: "bad\xff.txt", Stage: "sniff", Code: "unknown_format", Message: "no"}); err != nil {
		t.Fatal(err)
	}
	m, err := w.Commit(func(*Manifest) {})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// digests are the SHA-256 of every Parquet file below dir, by relative path.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".parquet" {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		sum := sha256.Sum256(b)
		out[filepath.ToSlash(rel)] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWriterRoundTrip(t *testing.T) {
	dir := t.TempDir()
	m := writeRun(t, dir, "r1", 20, 0)
	got := digests(t, dir)
	if len(got) != len(m.Files) {
		t.Fatalf("%d Parquet files, manifest names %d", len(got), len(m.Files))
	}
	var rows int64
	for _, f := range m.Files {
		if got[f.Path] != f.SHA256 {
			t.Errorf("%s: digest differs from the manifest", f.Path)
		}
		if f.Table == TableArticles {
			rows += f.Rows
		}
	}
	if rows != 20 {
		t.Errorf("%d article rows, want 20", rows)
	}
	articles, err := ReadFile[ArticleRow](filepath.Join(dir, "articles/published_date=2020-02-10/r1-0000.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	want := *testRows(0)
	for _, a := range articles {
		if a.ArticleID != want.Article.ArticleID {
			continue
		}
		if a.Text != want.Article.Text || *a.PublishedAt != *want.Article.PublishedAt || *a.DatelineLat != 0 || *a.Urgency != 0 || len(a.Bylines) != 2 {
			t.Errorf("read back %+v", a)
		}
		if a.DatelineLon != nil || a.ModifiedAt != nil {
			t.Error("unknown values must stay NULL")
		}
	}
	events, err := ReadFile[EventRow](filepath.Join(dir, "events/published_date="+HiveDefaultPartition+"/r1-0000.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 4 || *events[0].KilledLow != 0 || *events[0].KilledHigh != 5 || *events[0].Goldstein != 0 || events[0].CameoCode != "0190" {
		t.Errorf("events without a publication date: %+v", events)
	}
	rejects, err := ReadFile[RejectRow](filepath.Join(dir, "rejects/run_date=2020-02-10/r1-0000.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	if len(rejects) != 1 || rejects[0].SourceURI != "bad\uFFFD.txt" {
		t.Errorf("rejects: %+v", rejects)
	}
}

func TestWriterIsSortedAndDeterministic(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	writeRun(t, a, "r", 200, 0)
	writeRun(t, b, "r", 200, 0)
	da, db := digests(t, a), digests(t, b)
	if len(da) == 0 || len(da) != len(db) {
		t.Fatalf("%d and %d files", len(da), len(db))
	}
	for path, sum := range da {
		if db[path] != sum {
			t.Errorf("%s differs between two equal runs", path)
		}
	}
	rows, err := ReadFile[ArticleRow](filepath.Join(a, "articles/published_date=2020-02-11/r-0000.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(rows); i++ {
		if rows[i-1].ArticleID > rows[i].ArticleID {
			t.Fatal("rows are not sorted by article_id")
		}
	}
}

func TestWriterSpills(t *testing.T) {
	dir := t.TempDir()
	m := writeRun(t, dir, "r", 300, 100_000)
	files, rows := 0, int64(0)
	for _, f := range m.Files {
		if f.Table == TableEvents {
			files++
			rows += f.Rows
		}
	}
	if files <= 4 || rows != 300 {
		t.Errorf("%d event files with %d rows: want more files than partitions, and 300 rows", files, rows)
	}
}

func TestWriterRefusesForeignDirectory(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thesis.docx"), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := NewWriter(Options{Dir: dir, RunID: "r"})
	var foreign *ForeignError
	if !errors.As(err, &foreign) || foreign.Found != "thesis.docx" {
		t.Fatalf("got %v, want a ForeignError that names thesis.docx", err)
	}
}

func TestWriterRefusesRunTwice(t *testing.T) {
	dir := t.TempDir()
	writeRun(t, dir, "r", 3, 0)
	before := digests(t, dir)
	_, err := NewWriter(Options{Dir: dir, RunID: "r"})
	var exists *RunExistsError
	if !errors.As(err, &exists) {
		t.Fatalf("got %v, want a RunExistsError", err)
	}
	if after := digests(t, dir); len(after) != len(before) {
		t.Error("the refused run changed the dataset")
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	w, err := NewWriter(Options{Dir: dir, RunID: "r", MaxBuffered: 1})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 10 {
		if err := w.Add(testRows(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNewWriterRemovesWhatAKilledRunLeft(t *testing.T) {
	dir := t.TempDir()
	writeRun(t, dir, "good", 3, 0)
	good := digests(t, dir)
	// A run killed between its renames and its manifest: staged and visible files.
	for _, rel := range []string{"events/published_date=2020-02-10/dead-0000.parquet", "articles/published_date=2020-02-10/dead-0000.parquet" + stageExt} {
		if err := os.WriteFile(filepath.Join(dir, rel), []byte("torn"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := NewWriter(Options{Dir: dir, RunID: "next"}); err != nil {
		t.Fatal(err)
	}
	after := digests(t, dir)
	if len(after) != len(good) {
		t.Fatalf("%d files, want the %d of the committed run", len(after), len(good))
	}
	for path, sum := range good {
		if after[path] != sum {
			t.Errorf("%s: committed file changed", path)
		}
	}
}

func TestEveryTableHasADatedPartition(t *testing.T) {
	dir := t.TempDir()
	w, err := NewWriter(Options{Dir: dir, RunID: "r", RunDate: 18302})
	if err != nil {
		t.Fatal(err)
	}
	r := testRows(4) // its publication date is unknown
	r.Events = nil
	if err := w.Add(r); err != nil {
		t.Fatal(err)
	}
	m, err := w.Commit(func(*Manifest) {})
	if err != nil {
		t.Fatal(err)
	}
	dated := map[string]int64{}
	for _, f := range m.Files {
		if f.dated() {
			dated[f.Table]++
			if f.Rows != 0 {
				t.Errorf("%s has %d rows, want none", f.Path, f.Rows)
			}
		}
	}
	for _, table := range Tables {
		if dated[table] != 1 {
			t.Errorf("%s: %d dated files, want 1", table, dated[table])
		}
	}
}
