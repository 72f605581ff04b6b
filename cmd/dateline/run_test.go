package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// stories writes n JSONL records made from the text fixtures, no two alike.
func stories(t *testing.T, path string, n int) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(articlesDir, "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for i := range n {
		text, err := os.ReadFile(paths[i%len(paths)])
		if err != nil {
			t.Fatal(err)
		}
		day := time.Date(2020, 2, 1+i%9, 12, 0, 0, 0, time.UTC)
		if err := enc.Encode(map[string]string{"id": fmt.Sprint(i), "text": fmt.Sprintf("%s\n\nReport number %d.", text, i), "published_at": day.Format(time.RFC3339)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// parquetDigests are the SHA-256 of every file below dir but manifests, by path.
func parquetDigests(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".parquet" {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		sum := sha256.Sum256(b)
		out[rel] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// same compares files by path and digest.
func same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("%s: the dataset differs: %d files, want %d", what, len(got), len(want))
		for path, sum := range want {
			if got[path] != sum {
				t.Logf("%s differs", path)
			}
		}
	}
}

func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := execute(args, strings.NewReader(""), &stdout, &stderr); code != exitOK {
		t.Fatalf("dateline %s: exit status %d\n%s", strings.Join(args, " "), code, stderr.String())
	}
	return stdout.String()
}

// TestRunIsDeterministic: the same inputs give the same bytes with any number of workers.
func TestRunIsDeterministic(t *testing.T) {
	n := 2000
	if testing.Short() {
		n = 200
	}
	dir := t.TempDir()
	input := filepath.Join(dir, "in.jsonl")
	stories(t, input, n)
	var want map[string]string
	for _, workers := range []string{"1", "2", "8"} {
		out := filepath.Join(dir, "out"+workers)
		mustRun(t, "run", "--quiet", "--workers", workers, "--run-id", "r", "--published", "2020-02-11", "--out", out, articlesDir, badDir, input)
		got := parquetDigests(t, out)
		if want == nil {
			want = got
		}
		if len(got) < 20 || len(got) != len(want) {
			t.Fatalf("%s workers: %d files, want %d", workers, len(got), len(want))
		}
		for path, sum := range want {
			if got[path] != sum {
				t.Errorf("%s workers: %s differs", workers, path)
			}
		}
	}
}

// TestBadInput: each is one reject with a clear message, beside a story that is read.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, write func(*os.File)) {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		write(f)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	long := bytes.Repeat([]byte("x"), 1<<20)
	file("a-200mb-line.jsonl", func(f *os.File) {
		fmt.Fprint(f, `{"text":"`)
		for range 200 {
			f.Write(long)
		}
	})
	file("b-200mb-line.txt", func(f *os.File) {
		for range 200 {
			f.Write(long)
		}
	})
	file("c-deep.html", func(f *os.File) {
		fmt.Fprint(f, "<!DOCTYPE html><html><body>"+strings.Repeat("<div>", 100_000)+"<p>Deep down.</p>")
	})
	file("d-story.txt", func(f *os.File) { fmt.Fprint(f, "PARIS (AP) — France recalled its ambassador on Monday.\n") })
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "e-dangling.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "f-loop")); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	out := filepath.Join(t.TempDir(), "out")
	if code := execute([]string{"run", "--run-id", "r", "--out", out, dir}, strings.NewReader(""), &stdout, &stderr); code != exitOK {
		t.Fatalf("exit status %d: %s", code, stderr.String())
	}
	if !strings.Contains(stdout.String(), "1 read, 4 rejected, 0 skipped") {
		t.Errorf("summary: %s", stdout.String())
	}
	for _, want := range []string{"a-200mb-line.jsonl", "code=too_large", "c-deep.html", "code=too_deep", "e-dangling.txt", "code=unreadable"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the log does not say %s:\n%s", want, stderr.String())
		}
	}
}

// TestUnreadableFile needs a user that permissions hold for.
func TestUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(path, []byte("x"), 0); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	execute([]string{"run", "--dry-run", path}, strings.NewReader(""), &stdout, &stderr)
	if !strings.Contains(stderr.String(), "code=unreadable") {
		t.Errorf("log: %s", stderr.String())
	}
}

// TestSignalLeavesNothing: SIGINT and SIGTERM end a run with their status, and no file.
func TestSignalLeavesNothing(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "dateline")
	if b, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	input := filepath.Join(t.TempDir(), "in.jsonl")
	stories(t, input, 300)
	for sig, want := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		out := filepath.Join(t.TempDir(), "out")
		cmd := exec.Command(binary, "run", "--quiet", "--out", out, input, "-")
		stdin, err := cmd.StdinPipe() // never closed: the run cannot end by itself
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for range 100 {
			if _, err := os.Stat(out); err == nil {
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		stdin.Close()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("%v: exit status %d, want %d", sig, got, want)
		}
		err = filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && d.Name() != ".lock" && filepath.Base(filepath.Dir(path)) != "_reports" {
				t.Errorf("%v left %s behind", sig, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
