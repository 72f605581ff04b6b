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

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// testRows makes the rows of article i: every column that has a trap is used.
func testRows(i int) *Rows {
	d := DayOf(time.Date(2020, 2, 10+i%3, 0, 0, 0, 0, time.UTC))
	id := fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, i)))[:32]
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

// begin opens a dataset and starts a run.
func begin(t *testing.T, dir string, opt Options) *Writer {
	t.Helper()
	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	opt.RunDate = 18302
	if err := w.Start(opt); err != nil {
		t.Fatal(err)
	}
	return w
}

func add(t *testing.T, w *Writer, r *Rows) bool {
	t.Helper()
	fresh, err := w.Add(r)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

func writeRun(t *testing.T, dir, run string, n int, buffered int64) *Manifest {
	t.Helper()
	w := begin(t, dir, Options{RunID: run, MaxBuffered: buffered})
	for i := range n {
		add(t, w, testRows(i))
		if w.Due() {
			if err := w.Checkpoint(i); err != nil {
				t.Fatal(err)
			}
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
	articles, err := parquet.ReadFile[ArticleRow](filepath.Join(dir, "articles/published_date=2020-02-10/r1-0000.parquet"))
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
	events, err := parquet.ReadFile[EventRow](filepath.Join(dir, "events/published_date="+HiveDefaultPartition+"/r1-0000.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 4 || *events[0].KilledLow != 0 || *events[0].KilledHigh != 5 || *events[0].Goldstein != 0 || events[0].CameoCode != "0190" {
		t.Errorf("events without a publication date: %+v", events)
	}
	rejects, err := parquet.ReadFile[RejectRow](filepath.Join(dir, "rejects/run_date=2020-02-10/r1-0000.parquet"))
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
	rows, err := parquet.ReadFile[ArticleRow](filepath.Join(a, "articles/published_date=2020-02-11/r-0000.parquet"))
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
	_, err := Open(t.Context(), dir)
	var foreign *ForeignError
	if !errors.As(err, &foreign) || foreign.Found != "thesis.docx" {
		t.Fatalf("got %v, want a ForeignError that names thesis.docx", err)
	}
}

func TestWriterRefusesRunTwice(t *testing.T) {
	dir := t.TempDir()
	writeRun(t, dir, "r", 3, 0)
	before := digests(t, dir)
	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	err = w.Start(Options{RunID: "r"})
	var exists *RunExistsError
	if !errors.As(err, &exists) {
		t.Fatalf("got %v, want a RunExistsError", err)
	}
	if after := digests(t, dir); len(after) != len(before) {
		t.Error("the refused run changed the dataset")
	}
}

func TestFreeRunID(t *testing.T) {
	s := &State{Runs: []*Manifest{{RunID: "a"}, {RunID: "a-2"}, {RunID: "b"}}}
	for id, want := range map[string]string{"a": "a-3", "b": "b-2", "c": "c"} {
		if got := s.FreeRunID(id); got != want {
			t.Errorf("%s gives %s, want %s", id, got, want)
		}
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "r", MaxBuffered: 1})
	for i := range 10 {
		add(t, w, testRows(i))
		if err := w.Checkpoint(i); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != ".lock" {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestStartRemovesWhatAKilledRunLeft(t *testing.T) {
	dir := t.TempDir()
	writeRun(t, dir, "good", 3, 0)
	good := digests(t, dir)
	// A run killed between its renames and its manifest: staged and visible files.
	for _, rel := range []string{"events/published_date=2020-02-10/dead-0000.parquet", stagedName("dead", "articles/published_date=2020-02-10/dead-0000.parquet")} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, rel)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, rel), []byte("torn"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	begin(t, dir, Options{RunID: "next"})
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
	w := begin(t, dir, Options{RunID: "r"})
	r := testRows(4) // its publication date is unknown
	r.Events = nil
	add(t, w, r)
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

func TestTheSameArticleIsTakenOnce(t *testing.T) {
	dir := t.TempDir()
	writeRun(t, dir, "r1", 5, 0)
	w := begin(t, dir, Options{RunID: "r2"})
	defer w.Abort()
	if add(t, w, testRows(3)) {
		t.Error("an article of an earlier run was taken again")
	}
	if !add(t, w, testRows(7)) || add(t, w, testRows(7)) {
		t.Error("a new article is taken once")
	}
}

func TestTwoWritersAreKeptApart(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "r1"})
	_, err := Open(t.Context(), dir)
	var locked *store.LockedError
	if !errors.As(err, &locked) || !strings.Contains(locked.Holder, fmt.Sprint(os.Getpid())) {
		t.Fatalf("got %v, want a LockedError that names the process", err)
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	if w, err = Open(t.Context(), dir); err != nil {
		t.Fatalf("the lock is not freed: %v", err)
	}
	w.Close()
}

func TestReplacedInputLosesItsRowsOnly(t *testing.T) {
	dir := t.TempDir()
	writeRun(t, dir, "r1", 20, 0)
	part := Partition(&testRows(6).Article)
	w := begin(t, dir, Options{RunID: "r2", Replaced: []KnownInput{{ManifestInput: ManifestInput{URI: "in/6.txt", Partitions: []string{part}}}}})
	r := testRows(6)
	r.Article.ArticleID, r.Article.Text = strings.Repeat("ab", 16), "A new text."
	add(t, w, r)
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	ids := articleIDs(t, dir)
	if len(ids) != 20 || ids[testRows(6).Article.ArticleID] != 0 || ids[r.Article.ArticleID] != 1 {
		t.Errorf("%d articles, old %d, new %d", len(ids), ids[testRows(6).Article.ArticleID], ids[r.Article.ArticleID])
	}
	if n := len(readAllRows[EventRow](t, dir, TableEvents)); n != 20 {
		t.Errorf("%d events, want 20", n)
	}
	state, err := LoadState(open(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	for path, sum := range digests(t, dir) {
		if state.Files[path].SHA256 != sum {
			t.Errorf("%s: the state does not know its digest", path)
		}
	}
}

func open(t *testing.T, dir string) store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func articleIDs(t *testing.T, dir string) map[string]int {
	t.Helper()
	ids := map[string]int{}
	for _, a := range readAllRows[ArticleRow](t, dir, TableArticles) {
		ids[a.ArticleID]++
	}
	return ids
}

func readAllRows[T Row](t *testing.T, dir, table string) (out []T) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, table, "*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		rows, err := parquet.ReadFile[T](p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, rows...)
	}
	return out
}

// TestKilledRuns: a run killed after any of its steps leaves a dataset that the next run
// makes equal to that of a run that was never killed.
func TestKilledRuns(t *testing.T) {
	want := t.TempDir()
	writeRun(t, want, "r", 300, 100_000)
	for _, kill := range []int{0, 1, 120, 299} {
		dir := t.TempDir()
		w := begin(t, dir, Options{RunID: "r", MaxBuffered: 100_000, Fingerprint: "f"})
		for i := range kill {
			add(t, w, testRows(i))
			if w.Due() {
				if err := w.Checkpoint(i); err != nil {
					t.Fatal(err)
				}
			}
		}
		w.lock.Release() // the process is gone
		w = begin(t, dir, Options{RunID: "another", MaxBuffered: 100_000, Fingerprint: "f"})
		next, done := 0, -1
		if ok, err := w.Resume(&done); err != nil {
			t.Fatal(err)
		} else if ok {
			next = done + 1
		}
		if kill == 299 && next < 100 {
			t.Errorf("killed at %d: only %d articles were not done again", kill, next)
		}
		run := w.RunID()
		w.opt.RunID = run
		for i := next; i < 300; i++ {
			if !add(t, w, testRows(i)) {
				t.Fatalf("article %d was there already", i)
			}
			if w.Due() {
				if err := w.Checkpoint(i); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Reject(RejectRow{SourceURI: "bad\xff.txt", Stage: "sniff", Code: "unknown_format", Message: "no"}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Commit(func(*Manifest) {}); err != nil {
			t.Fatal(err)
		}
		sameParquet(t, want, dir, run)
	}
}

// sameParquet compares two datasets file by file, whatever the run is called.
func sameParquet(t *testing.T, want, got, run string) {
	t.Helper()
	a, b := digests(t, want), digests(t, got)
	if len(a) != len(b) {
		t.Fatalf("%d files, want %d", len(b), len(a))
	}
	for path, sum := range a {
		if other := strings.ReplaceAll(path, "/r-", "/"+run+"-"); b[other] != sum {
			t.Errorf("%s differs", other)
		}
	}
}

// TestJournalIsFinished: a run killed between its journal and its manifest is committed by
// whoever opens the dataset next.
func TestJournalIsFinished(t *testing.T) {
	want := t.TempDir()
	writeRun(t, want, "r", 50, 0)
	for moved := range 6 {
		dir := t.TempDir()
		w := begin(t, dir, Options{RunID: "r"})
		for i := range 50 {
			add(t, w, testRows(i))
		}
		if err := w.Reject(RejectRow{SourceURI: "bad\xff.txt", Stage: "sniff", Code: "unknown_format", Message: "no"}); err != nil {
			t.Fatal(err)
		}
		if err := w.prepare(func(*Manifest) {}); err != nil {
			t.Fatal(err)
		}
		for _, f := range w.manifest.Files[:moved] {
			if err := w.store.Move([]store.Move{{From: stagedName("r", f.Path), To: f.Path}}); err != nil {
				t.Fatal(err)
			}
		}
		w.lock.Release()
		again, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		again.Close()
		sameParquet(t, want, dir, "r")
		if len(again.State().Runs) != 1 {
			t.Errorf("%d runs after recovery, want 1", len(again.State().Runs))
		}
	}
}
