package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

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
	stories(t, input, 2000)
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
