package load

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dateline/load/killtest"
)

// TestKilledProcess is TestKilledAnywhere's other process: a run over 2,000 articles that
// replaces rows of the one before, and a compact.
func TestKilledProcess(t *testing.T) {
	dir := os.Getenv("LOAD_KILLED_DIR")
	if dir == "" {
		t.Skip("not started by TestKilledAnywhere")
	}
	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if w.State().has("r") {
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	} else {
		replacingRun(t, w)
	}
	if !stateOf(t, dir).has("c") {
		compact(t, dir, "c", CompactOptions{FileBytes: 64 << 10})
	}
}

// replacingRun writes 2,000 articles with a checkpoint for every few hundred. Every tenth
// corrects the one before it, and those of the first run are replaced.
func replacingRun(t *testing.T, w *Writer) {
	var replaced []KnownInput
	for i := range 50 {
		r := soundRows(i)
		replaced = append(replaced, KnownInput{ManifestInput: ManifestInput{URI: r.Article.SourceURI, Rejects: 1, Partitions: []string{Partition(&r.Article)}}})
	}
	if err := w.Start(Options{RunID: "r", RunDate: 18302, Fingerprint: "f", MaxBuffered: 1 << 20, Replaced: replaced}); err != nil {
		t.Fatal(err)
	}
	next := 0
	if _, err := w.Resume(&next); err != nil {
		t.Fatal(err)
	}
	for i := next; i < 2000; i++ {
		add(t, w, story(i))
		if i%100 == 0 {
			if err := w.Reject(RejectRow{SourceURI: fmt.Sprintf("bad/%d", i), Stage: "sniff", Code: "unknown_format", Message: "no"}); err != nil {
				t.Fatal(err)
			}
		}
		if w.Due() {
			if err := w.Checkpoint(i + 1); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := w.Commit(func(*Manifest) {}); err != nil {
		t.Fatal(err)
	}
}

// story is an article with a text of its own; every tenth is the one before it, corrected.
func story(i int) *Rows {
	r := soundRows(i)
	text := i
	if i%10 == 9 {
		text--
		r.Article.Status, r.Article.PublishedDate = "correction", story(i-1).Article.PublishedDate
		r.Mentions[0].PublishedDate, r.Events[0].PublishedDate = r.Article.PublishedDate, r.Article.PublishedDate
	}
	for j := range 40 {
		r.Article.Text += fmt.Sprintf(" %x", mix(uint64(text*40+j)))
	}
	return r
}

// TestKilledAnywhere kills that process at random instants, once or several times, lets it
// finish, and compares the dataset with that of one that was left alone.
func TestKilledAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("kills take their time")
	}
	before := t.TempDir()
	soundRun(t, before, "a", 0, 50)
	process := func(dir string) *exec.Cmd {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledProcess$")
		cmd.Env = append(os.Environ(), "LOAD_KILLED_DIR="+dir)
		return cmd
	}
	whole := copyOf(t, before)
	kills := killtest.New(t, 10, process(whole), whole)
	want := digests(t, whole)
	superseded := 0
	for _, a := range readAllRows[ArticleRow](t, whole, TableArticles) {
		if a.SupersededBy != "" {
			superseded++
		}
	}
	if s := stateOf(t, whole); superseded == 0 || !s.has("c") || s.Files["articles/published_date=2020-02-10/a-0000.parquet"].Path != "" {
		t.Fatalf("the run does not do what it should be killed at: %d superseded, files %v", superseded, s.Files)
	}
	dir := filepath.Join(t.TempDir(), "killed")
	for n := kills.Next(); n > 0; n = kills.Next() {
		if err := os.CopyFS(dir, os.DirFS(before)); err != nil {
			t.Fatal(err)
		}
		for range n {
			kills.Kill(process(dir), dir)
		}
		if b, err := process(dir).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", kills.Chain(), err, b)
		}
		if got := digests(t, dir); !maps.Equal(got, want) {
			t.Fatalf("%s: the dataset differs: %v, want %v", kills.Chain(), got, want)
		}
		if report, err := Verify(t.Context(), dir); err != nil || len(report.Problems) > 0 {
			t.Fatalf("%s: %v %+v", kills.Chain(), err, report)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		t.Log(kills.Chain())
	}
}
