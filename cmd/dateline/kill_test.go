package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/load/killtest"
)

// TestKills kills runs at random instants, each up to eight times in succession, lets the
// next one finish, and compares the dataset with that of a run that was left alone. A
// release is measured with KILLS=300.
func TestKills(t *testing.T) {
	if testing.Short() {
		t.Skip("kills take their time")
	}
	dir := t.TempDir()
	binary := filepath.Join(dir, "dateline")
	if b, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	input := filepath.Join(dir, "in.jsonl")
	toKill(t, input)
	run := func(out string) *exec.Cmd {
		return exec.Command(binary, "run", "--quiet", "--show-events", "0", "--run-id", "r", "--out", out, input, badDir)
	}
	whole := filepath.Join(dir, "whole")
	kills := killtest.New(t, 12, run(whole), whole)
	want := parquetDigests(t, whole)
	for n := kills.Next(); n > 0; n = kills.Next() {
		out := filepath.Join(dir, "killed")
		for range n {
			kills.Kill(run(out), out)
		}
		if b, err := run(out).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", kills.Chain(), err, b)
		}
		same(t, kills.Chain(), parquetDigests(t, out), want)
		mustRun(t, "verify", out)
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
		t.Log(kills.Chain())
	}
}

// toKill writes 2,000 articles: every fifth is one of the fixtures, the others are long
// pieces in another language, which take little time, so that there can be many kills, and
// much room, so that the run makes a checkpoint half way.
func toKill(t *testing.T, path string) {
	t.Helper()
	english := path + ".english"
	stories(t, english, 400)
	in, err := os.Open(english)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("Regeringen lade fram sitt förslag på tisdagen, men oppositionen svarade att det kom för sent. ", 250)
	enc, lines := json.NewEncoder(out), bufio.NewScanner(in)
	for i := 0; lines.Scan(); i += 5 {
		if _, err := fmt.Fprintln(out, lines.Text()); err != nil {
			t.Fatal(err)
		}
		for n := i + 1; n < i+5; n++ {
			day := time.Date(2020, 2, 1+n%9, 12, 0, 0, 0, time.UTC)
			if err := enc.Encode(map[string]string{"id": fmt.Sprint("sv", n), "text": fmt.Sprintf("Nummer %d. %s", n, long), "published_at": day.Format(time.RFC3339)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := out.Close(); err != nil || lines.Err() != nil {
		t.Fatal(err, lines.Err())
	}
}
