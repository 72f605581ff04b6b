package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files, and remove those without an input")

const (
	articlesDir = "../../fixtures/articles"
	badDir      = "../../fixtures/bad"
	goldenDir   = "../../fixtures/golden"
)

// inspectFile prints one fixture as inspect does, one row a line.
func inspectFile(t *testing.T, path string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := execute([]string{"inspect", "--published", "2020-02-11", path}, strings.NewReader(""), &stdout, &stderr); code != exitOK {
		t.Fatalf("exit status %d: %s", code, stderr.String())
	}
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(stdout.String()), "\n") {
		var record map[string]json.RawMessage
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("not JSON: %v: %s", err, line)
		}
		if r, ok := record["reject"]; ok {
			fmt.Fprintf(&b, "{\"reject\":%s}\n", r)
			continue
		}
		fmt.Fprintf(&b, "{\"article\":%s,\n\"mentions\":[%s],\n\"events\":[%s]}\n", record["article"], rows(t, record["mentions"]), rows(t, record["events"]))
	}
	return strings.ReplaceAll(b.String(), "../../fixtures/", "fixtures/")
}

// rows puts the elements of a JSON array on lines of their own; no two have the same id.
func rows(t *testing.T, list json.RawMessage) string {
	t.Helper()
	var items []json.RawMessage
	if err := json.Unmarshal(list, &items); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	seen := map[string]bool{}
	for i, it := range items {
		var key struct {
			Mention string `json:"mention_id"`
			Event   string `json:"event_id"`
		}
		if err := json.Unmarshal(it, &key); err != nil {
			t.Fatal(err)
		}
		if id := cmp.Or(key.Event, key.Mention); seen[id] {
			t.Errorf("the id %s twice: %s", id, it)
		} else {
			seen[id] = true
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(it)
	}
	return b.String()
}

// TestGolden holds every fixture, good and bad, against its golden records. After a
// change that is meant: make golden, and read the diff.
func TestGolden(t *testing.T) {
	want := map[string]bool{}
	for _, dir := range []string{articlesDir, badDir} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			golden := filepath.Join(goldenDir, e.Name()+".json")
			want[golden] = true
			t.Run(e.Name(), func(t *testing.T) {
				got := inspectFile(t, filepath.Join(dir, e.Name()))
				if *update {
					if err := os.MkdirAll(goldenDir, 0o777); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
						t.Fatal(err)
					}
					return
				}
				b, err := os.ReadFile(golden)
				if err != nil {
					t.Fatalf("%v (make golden)", err)
				}
				diffLines(t, string(b), got)
			})
		}
	}
	stale, err := filepath.Glob(filepath.Join(goldenDir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range stale {
		if want[g] {
			continue
		}
		if *update {
			if err := os.Remove(g); err != nil {
				t.Error(err)
			}
			continue
		}
		t.Errorf("%s has no input (make golden)", g)
	}
}

// diffLines reports the lines that only one side has.
func diffLines(t *testing.T, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	has := map[string]int{}
	for _, l := range strings.Split(want, "\n") {
		has[l]++
	}
	for _, l := range strings.Split(got, "\n") {
		if has[l] == 0 {
			t.Errorf("new:  %s", l)
		}
		has[l]--
	}
	for l, n := range has {
		if n > 0 {
			t.Errorf("gone: %s", l)
		}
	}
	if !t.Failed() {
		t.Error("the same lines in another order")
	}
}
