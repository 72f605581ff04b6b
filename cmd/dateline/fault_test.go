//go:build linux

package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// inNamespace runs the test again in a process that may mount, and reports whether this is
// that process.
func inNamespace(t *testing.T) bool {
	t.Helper()
	if os.Getenv("FAULT_CHILD") == t.Name() {
		os.Unsetenv("FAULT_CHILD")
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), "FAULT_CHILD="+t.Name())
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Skipf("no user namespace to mount in: %v", err)
	}
	err := cmd.Wait()
	switch {
	case strings.Contains(out.String(), "--- SKIP"):
		t.Skip(out.String())
	case err != nil || !strings.Contains(out.String(), "--- PASS"):
		t.Fatalf("%v:\n%s", err, out.String())
	}
	return false
}

// mount makes a small disk.
func mount(t *testing.T, size string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("cannot mount a small disk: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// mustFail runs a command that fails, and wants its status and words on stderr.
func mustFail(t *testing.T, status int, words []string, args ...string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := execute(args, strings.NewReader(""), &stdout, &stderr); code != status {
		t.Fatalf("dateline %s: exit status %d, want %d\n%s", strings.Join(args, " "), code, status, stderr.String())
	}
	for _, w := range words {
		if !strings.Contains(stderr.String(), w) {
			t.Errorf("dateline %s: stderr lacks %q:\n%s", strings.Join(args, " "), w, stderr.String())
		}
	}
}

// TestFullDisk: a run that finds no space says so and changes nothing, whether its first
// file or its last word does not fit; with space again, it goes through.
func TestFullDisk(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	disk := mount(t, "600k")
	out := filepath.Join(disk, "out")
	small, large := filepath.Join(t.TempDir(), "small.jsonl"), filepath.Join(t.TempDir(), "large.jsonl")
	stories(t, small, 3)
	stories(t, large, 120)
	mustRun(t, "run", "--quiet", "--run-id", "one", "--out", out, small)
	before := parquetDigests(t, out)
	words := []string{"no space left on device", "hint: free space, then run it again; the dataset is as it was"}
	mustFail(t, exitFailed, words, "run", "--quiet", "--run-id", "two", "--out", out, large)
	if got := parquetDigests(t, out); !maps.Equal(got, before) {
		t.Errorf("%d files, want the %d from before, unchanged", len(got), len(before))
	}
	mustRun(t, "verify", out)

	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 0), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(ballast, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	for { // to the last page
		if _, err := f.Write(make([]byte, 4096)); err != nil {
			break
		}
	}
	f.Close()
	mustFail(t, exitFailed, words, "compact", "--run-id", "c", "--target-file-size", "1GiB", out)
	mustFail(t, exitFailed, words, "run", "--quiet", "--full-refresh", "--run-id", "two", "--out", out, small)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "verify", out)
	if got := parquetDigests(t, out); !maps.Equal(got, before) {
		t.Errorf("%d files, want the %d from before, unchanged", len(got), len(before))
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "run", "--quiet", "--run-id", "two", "--out", out, large)
	mustRun(t, "verify", out)
}

// TestReadOnlyDisk: a dataset that cannot be written is read and left alone.
func TestReadOnlyDisk(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	disk := mount(t, "16m")
	out, input := filepath.Join(disk, "out"), filepath.Join(t.TempDir(), "in.jsonl")
	stories(t, input, 3)
	mustRun(t, "run", "--quiet", "--run-id", "one", "--out", out, input)
	before := parquetDigests(t, out)
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("cannot make the disk read-only: %v", err)
	}
	words := []string{"read-only file system", "hint: "}
	mustFail(t, exitFailed, words, "run", "--quiet", "--full-refresh", "--out", out, input)
	mustFail(t, exitFailed, words, "compact", out)
	mustFail(t, exitFailed, words, "run", "--quiet", "--out", filepath.Join(disk, "new"), input)
	mustRun(t, "verify", out)
	if got := parquetDigests(t, out); !maps.Equal(got, before) {
		t.Error("the dataset has changed")
	}
}

// TestLockOfADeadProcess: a lock is held as long as its process lives, and by nobody then.
func TestLockOfADeadProcess(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "dateline")
	if b, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	out, input := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "in.jsonl")
	stories(t, input, 3)
	cmd := exec.Command(binary, "run", "--quiet", "--out", out, "-")
	stdin, err := cmd.StdinPipe() // never closed: the run cannot end by itself
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lock := filepath.Join(out, "_runs", ".lock")
	for range 500 {
		if b, _ := os.ReadFile(lock); len(b) > 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	held, err := os.ReadFile(lock)
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"is being written by " + strings.TrimSpace(string(held)), "hint: wait for it"}
	mustFail(t, exitForeign, words, "run", "--quiet", "--out", out, input)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if b, _ := os.ReadFile(lock); !bytes.Equal(b, held) {
		t.Fatalf("the dead process's note is %q, want %q", b, held)
	}
	mustRun(t, "run", "--quiet", "--out", out, input)
	mustRun(t, "verify", out)
}
