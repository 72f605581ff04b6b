package load

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// scattered writes a dataset of many small files of one day, and a few of others.
func scattered(t *testing.T, dir string) {
	t.Helper()
	w := begin(t, dir, Options{RunID: "a"})
	for i := range 60 {
		add(t, w, soundRows(i*15)) // one day
		if i%3 == 2 {
			if err := w.Checkpoint(i); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	w = begin(t, dir, Options{RunID: "b"})
	for i := range 40 {
		add(t, w, soundRows(i*15+1+i%2))
	}
	if err := w.Reject(RejectRow{SourceURI: "bad", Stage: "sniff", Code: "unknown_format", Message: "no"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
}

// soundRows are testRows that verify has nothing against.
func soundRows(i int) *Rows {
	r := testRows(i)
	r.Article.Text = fmt.Sprintf("On Monday “they” met %d.", i)
	r.Mentions[0].Text, r.Mentions[0].Start, r.Mentions[0].End = "Monday", 3, 9
	r.Events[0].Trigger, r.Events[0].Start, r.Events[0].End = "met", 17, 20
	r.Events[0].SourceMentionID = r.Mentions[0].MentionID
	return r
}

func compact(t *testing.T, dir, run string, opt CompactOptions) *Manifest {
	t.Helper()
	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	opt.RunID = run
	m, err := w.Compact(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// byPartition are a table's files and rows by directory, in the order of the files' names.
func byPartition[T Row](t *testing.T, dir, table string) (rows map[string][]T, files map[string]int) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, table, "*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	rows, files = map[string][]T{}, map[string]int{}
	for _, p := range paths {
		got, err := parquet.ReadFile[T](p)
		if err != nil {
			t.Fatal(err)
		}
		part := filepath.Base(filepath.Dir(p))
		rows[part] = append(rows[part], got...)
		files[part]++
	}
	return rows, files
}

// sameRows compares a table before and after: the same rows, in the table's order.
func sameRows[T Row](t *testing.T, before, after string, table string, compare func(a, b *T) int) {
	t.Helper()
	want, many := byPartition[T](t, before, table)
	got, _ := byPartition[T](t, after, table)
	if len(want) == 0 || len(got) != len(want) {
		t.Fatalf("%s: %d partitions, want %d", table, len(got), len(want))
	}
	if n := slices.Max(slices.Collect(maps.Values(many))); n <= mergeFanIn {
		t.Errorf("%s: at most %d files in a partition, nothing is merged in rounds", table, n)
	}
	for part, rows := range want {
		slices.SortStableFunc(rows, func(a, b T) int { return compare(&a, &b) })
		if !reflect.DeepEqual(rows, got[part]) {
			t.Errorf("%s/%s: %d rows differ from the %d before", table, part, len(got[part]), len(rows))
		}
	}
}

func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestCompactMergesSmallFiles(t *testing.T) {
	before := t.TempDir()
	scattered(t, before)
	after := copyOf(t, before)
	m := compact(t, after, "c", CompactOptions{})
	if m == nil || m.Command != CommandCompact {
		t.Fatalf("manifest %+v", m)
	}
	sameRows(t, before, after, TableArticles, compareArticles)
	sameRows(t, before, after, TableMentions, compareMentions)
	sameRows(t, before, after, TableEvents, compareEvents)
	if _, files := byPartition[EventRow](t, after, TableEvents); len(files) != 3 || slices.Max(slices.Collect(maps.Values(files))) != 1 {
		t.Errorf("files by partition: %v", files)
	}
	r, err := Verify(t.Context(), after)
	if err != nil || len(r.Problems) != 0 {
		t.Fatalf("%v %v", r, err)
	}
	second := copyOf(t, before)
	compact(t, second, "c", CompactOptions{})
	if !maps.Equal(digests(t, after), digests(t, second)) {
		t.Error("compacted twice, the files differ")
	}
	if again := compact(t, after, "d", CompactOptions{}); again != nil {
		t.Errorf("a second compact wrote %d files", len(again.Files))
	}
}

// TestCompactKeepsToTheSizes: files end behind the target, row groups at their rows, and
// nothing is left to do.
func TestCompactKeepsToTheSizes(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir, Options{RunID: "a", MaxBuffered: 150_000})
	for i := range 1500 {
		r := testRows(i * 15)
		for j := range 50 {
			r.Article.Text += fmt.Sprintf(" %x", mix(uint64(i*50+j)))
		}
		add(t, w, r)
		if w.Due() {
			if err := w.Checkpoint(i); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
	const size = 64 << 10
	m := compact(t, dir, "c", CompactOptions{FileBytes: size, GroupRows: 100})
	var sizes []int64
	for _, f := range m.Files {
		if f.Table == TableArticles {
			sizes = append(sizes, f.Bytes)
		}
	}
	if len(sizes) < 3 {
		t.Fatalf("file sizes %v: want several", sizes)
	}
	for _, n := range sizes[:len(sizes)-1] {
		if n < size || n > 4*size {
			t.Errorf("file sizes %v: want %d and little more", sizes, size)
		}
	}
	rows, _ := byPartition[ArticleRow](t, dir, TableArticles)
	for part, r := range rows {
		if !slices.IsSortedFunc(r, func(a, b ArticleRow) int { return compareArticles(&a, &b) }) {
			t.Errorf("%s: not in order from file to file", part)
		}
	}
	if again := compact(t, dir, "d", CompactOptions{FileBytes: size, GroupRows: 100}); again != nil {
		t.Errorf("a second compact wrote %d files", len(again.Files))
	}
}

// TestCompactKilled: at any point before its journal nothing has happened; from then on
// whoever opens the dataset next finishes it.
func TestCompactKilled(t *testing.T) {
	before := t.TempDir()
	scattered(t, before)
	whole := copyOf(t, before)
	compact(t, whole, "c", CompactOptions{})
	want := digests(t, whole)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w, err := Open(t.Context(), before)
	if err != nil {
		t.Fatal(err)
	}
	untouched := digests(t, before)
	if _, err := w.Compact(ctx, CompactOptions{RunID: "c"}); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want the context's error", err)
	}
	if !maps.Equal(untouched, digests(t, before)) {
		t.Error("a cancelled compact changed the dataset")
	}
	if left, _ := filepath.Glob(filepath.Join(before, "*", "*"+stageExt)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}

	for _, decided := range []bool{false, true} {
		dir := copyOf(t, before)
		w, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		opt := CompactOptions{RunID: "c", FileBytes: DefaultFileBytes, GroupRows: rowGroupRows}
		if err := w.beginCompact(opt); err != nil {
			t.Fatal(err)
		}
		c := compaction{w: w, ctx: t.Context(), opt: opt}
		if err := c.all(smallFiles(w.state, opt.FileBytes)); err != nil {
			t.Fatal(err)
		}
		expect := untouched
		if decided {
			expect = want
			if err := w.prepare(func(*Manifest) {}); err != nil {
				t.Fatal(err)
			}
		}
		w.lock.Release() // the process is gone
		next, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(expect, digests(t, dir)) {
			t.Errorf("decided %v: the dataset is not what it should be", decided)
		}
		if _, err := next.Compact(t.Context(), CompactOptions{RunID: "d"}); err != nil {
			t.Fatal(err)
		}
		r, err := Verify(t.Context(), dir)
		if err != nil || len(r.Problems) > 0 {
			t.Errorf("decided %v: %v %v", decided, r, err)
		}
	}
}
