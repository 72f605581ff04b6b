package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// TestKills kills a run at random instants until it has been killed often enough, lets the
// next one finish, and compares the dataset with that of a run that was left alone.
// KILLS says how often; 300 is what a release is measured with.
func TestKills(t *testing.T) {
	if testing.Short() {
		t.Skip("kills take their time")
	}
	kills := 12
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		kills = n
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
	start := time.Now()
	if b, err := run(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	takes := time.Since(start)
	want := parquetDigests(t, whole)
	r := rand.New(rand.NewPCG(uint64(kills), 1))
	for k := 0; k < kills; {
		out := filepath.Join(dir, "killed"+strconv.Itoa(k))
		for range 1 + r.IntN(3) { // some runs are killed again when they are taken up
			killSometime(t, run(out), r, takes)
			k++
		}
		if b, err := run(out).CombinedOutput(); err != nil {
			t.Fatalf("after %d kills: %v: %s", k, err, b)
		}
		got := parquetDigests(t, out)
		if len(got) != len(want) {
			t.Errorf("after %d kills: %d files, want %d", k, len(got), len(want))
		}
		for path, sum := range want {
			if got[path] != sum {
				t.Errorf("after %d kills: %s differs", k, path)
			}
		}
		mustRun(t, "verify", out)
		os.RemoveAll(out)
		t.Logf("%d kills", k)
	}
}

// killSometime starts a command that takes about so long and kills it at a random instant,
// now and then behind its end.
func killSometime(t *testing.T, cmd *exec.Cmd, r *rand.Rand, takes time.Duration) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(r.Int64N(int64(takes) * 11 / 10)))
	cmd.Process.Kill()
	cmd.Wait()
}
