package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// What the program may weigh and take to answer.
const (
	mostBytes   = 60_000_000
	mostVersion = 50 * time.Millisecond
	mostInspect = 400 * time.Millisecond
)

// TestLight builds the program as it is shipped: it stays small, and answers at once. Times
// are the best of several, and the processor's own: the machine may have other work.
func TestLight(t *testing.T) {
	if testing.Short() {
		t.Skip("links the program")
	}
	binary := filepath.Join(t.TempDir(), "dateline")
	build := exec.Command("go", "build", "-trimpath", "-tags", "arrow_json_stdlib", "-ldflags", "-s -w", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if b, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	info, err := os.Stat(binary)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > mostBytes {
		t.Errorf("the program is %d bytes, want no more than %d", info.Size(), mostBytes)
	}
	fastest := func(args ...string) time.Duration {
		best := time.Hour
		for range 7 {
			cmd := exec.Command(binary, args...)
			if b, err := cmd.Output(); err != nil || len(b) == 0 {
				t.Fatalf("dateline %v: %v", args, err)
			}
			best = min(best, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		}
		return best
	}
	if d := fastest("version"); d > mostVersion {
		t.Errorf("version takes %s, want no more than %s", d, mostVersion)
	}
	if d := fastest("inspect", filepath.Join(articlesDir, "afp-qaminas.txt")); d > mostInspect {
		t.Errorf("inspect of one article takes %s, want no more than %s", d, mostInspect)
	}
	t.Logf("%d bytes; version %s, inspect %s", info.Size(), fastest("version"), fastest("inspect", filepath.Join(articlesDir, "afp-qaminas.txt")))
}
