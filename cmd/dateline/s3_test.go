//go:build cloud

package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"dateline/load/killtest"
)

// The S3 server of these tests, built from its module outside of this one.
const versitygw = "github.com/versity/versitygw/cmd/versitygw@v1.8.0"

// s3 is a running server whose buckets are directories.
type s3 struct {
	endpoint string // host:port
	root     string
}

// binaries are built once for all tests, in a directory that stays.
func binaries(t *testing.T) (dateline, server string) {
	t.Helper()
	if testing.Short() {
		t.Skip("an S3 server takes its time")
	}
	built.Do(func() {
		dir := filepath.Join(os.TempDir(), "dateline-s3-test")
		built.dateline, built.server = filepath.Join(dir, "dateline"), filepath.Join(dir, "versitygw")
		if built.err = os.MkdirAll(dir, 0o777); built.err != nil {
			return
		}
		install := exec.Command("go", "install", versitygw)
		install.Dir = dir // outside of the module: its dependencies are not ours
		install.Env = append(os.Environ(), "GOBIN="+dir)
		for _, cmd := range []*exec.Cmd{exec.Command("go", "build", "-tags", "cloud", "-o", built.dateline, "."), install} {
			if b, err := cmd.CombinedOutput(); err != nil {
				built.err = fmt.Errorf("%s: %w: %s", cmd, err, b)
				return
			}
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.dateline, built.server
}

var built struct {
	sync.Once
	dateline, server string
	err              error
}

// serve starts a server with one bucket, wire, and sets the environment of its clients.
func serve(t *testing.T, binary string) *s3 {
	t.Helper()
	s := &s3{endpoint: freeAddress(t), root: t.TempDir()}
	if err := os.Mkdir(filepath.Join(s.root, "wire"), 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "--port", s.endpoint, "--quiet", "posix", s.root)
	cmd.Env = append(os.Environ(), "ROOT_ACCESS_KEY=user", "ROOT_SECRET_KEY=password")
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	for range 100 {
		if c, err := net.Dial("tcp", s.endpoint); err == nil {
			c.Close()
			t.Setenv("AWS_ACCESS_KEY_ID", "user")
			t.Setenv("AWS_SECRET_ACCESS_KEY", "password")
			t.Setenv("AWS_REGION", "us-east-1")
			t.Setenv("AWS_ENDPOINT_URL", "http://"+s.endpoint)
			return s
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("the server does not answer: %s", log.String())
	return nil
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// dir is where the objects below a prefix lie.
func (s *s3) dir(prefix string) string { return filepath.Join(s.root, "wire", prefix) }

// TestS3 writes to a bucket what it writes to a disk, reads from one, passes over what it
// knows, replaces what has changed, and checks it.
func TestS3(t *testing.T) {
	_, server := binaries(t)
	s := serve(t, server)
	input := filepath.Join(t.TempDir(), "in.jsonl")
	stories(t, input, 40)
	local := filepath.Join(t.TempDir(), "out")
	args := []string{"run", "--quiet", "--show-events", "0", "--run-id", "r", "--out"}
	mustRun(t, append(args, local, input, badDir)...)
	mustRun(t, append(args, "s3://wire/out", input, badDir)...)
	same(t, "output", parquetDigests(t, s.dir("out")), parquetDigests(t, local))
	if got := mustRun(t, "verify", "s3://wire/out"); !strings.Contains(got, "sound") {
		t.Error(got)
	}

	if err := os.CopyFS(s.dir("in"), os.DirFS(articlesDir)); err != nil {
		t.Fatal(err)
	}
	run := func() string {
		time.Sleep(1100 * time.Millisecond) // S3 tells times in seconds, and so does a run's name
		return mustRun(t, "run", "--quiet", "--published", "2020-02-11", "--show-events", "0", "--prune", "--out", "s3://wire/fromwire", "s3://wire/in/")
	}
	run()
	if got := run(); !strings.Contains(got, "nothing to do") {
		t.Errorf("a second run: %s", got)
	}
	changed := s.dir("in/changed.txt")
	write := func(text string) {
		if err := os.WriteFile(changed, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("TUNIS, Feb 10 (AFP) - Police arrested twelve protesters in Tunis on Monday.")
	if got := run(); !strings.Contains(got, "1 inputs") {
		t.Errorf("a new object: %s", got)
	}
	write("TUNIS, Feb 10 (AFP) - Police arrested twenty protesters in Tunis on Monday.")
	if got := run(); !strings.Contains(got, "1 inputs") {
		t.Errorf("a changed object: %s", got)
	}
	if err := os.Remove(changed); err != nil {
		t.Fatal(err)
	}
	run()
	if got := mustRun(t, "verify", "s3://wire/fromwire"); !strings.Contains(got, "sound") || strings.Contains(got, " 0 articles") {
		t.Error(got)
	}
	for _, bad := range [][]string{{"s3://wire/none"}, {"s3://wire/in/*.none"}, {"s3://wire/in?timeout=soon"}, {"s3://"}} {
		var stderr bytes.Buffer
		if code := execute(append([]string{"run", "--out", "s3://wire/x"}, bad...), strings.NewReader(""), io.Discard, &stderr); code != exitUsage {
			t.Errorf("%s: exit status %d: %s", bad, code, stderr.String())
		}
	}
}

// TestS3Kills is TestKills with a dataset in a bucket. Between a kill and the next run all
// that a reader's glob finds must be whole.
func TestS3Kills(t *testing.T) {
	binary, server := binaries(t)
	s := serve(t, server)
	input := filepath.Join(t.TempDir(), "in.jsonl")
	toKill(t, input)
	run := func(out string) *exec.Cmd {
		return exec.Command(binary, "run", "--quiet", "--show-events", "0", "--run-id", "r", "--out", "s3://wire/"+out, input, badDir)
	}
	kills := killtest.New(t, 20, run("whole"), s.dir("whole"))
	want := parquetDigests(t, s.dir("whole"))
	for n := kills.Next(); n > 0; n = kills.Next() {
		for range n {
			kills.Kill(run("killed"), s.dir("killed"))
			readable(t, s.dir("killed"))
		}
		if b, err := run("killed").CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", kills.Chain(), err, b)
		}
		same(t, kills.Chain(), parquetDigests(t, s.dir("killed")), want)
		mustRun(t, "verify", "s3://wire/killed")
		if err := os.RemoveAll(s.dir("killed")); err != nil {
			t.Fatal(err)
		}
		t.Log(kills.Chain())
	}
}

// readable checks what a glob for Parquet files finds.
func readable(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b))); err != nil {
			t.Errorf("a reader meets %s: %v", path, err)
		}
	}
}

// TestS3TwoWriters: the second of two writers is told who the first one is; when that one
// is killed its lease is taken over.
func TestS3TwoWriters(t *testing.T) {
	binary, server := binaries(t)
	s := serve(t, server)
	first := exec.Command(binary, "run", "--quiet", "--out", "s3://wire/out", "-")
	stdin, err := first.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	for range 200 { // until it holds the lease
		if m, _ := filepath.Glob(s.dir("out/_runs/.lock-*")); len(m) > 0 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	second := func() (string, int) {
		cmd := exec.Command(binary, "run", "--show-events", "0", "--out", "s3://wire/out", articlesDir)
		b, _ := cmd.CombinedOutput()
		return string(b), cmd.ProcessState.ExitCode()
	}
	host, _ := os.Hostname()
	if out, code := second(); code != exitForeign || !strings.Contains(out, fmt.Sprintf("is being written by process %d on %s since", first.Process.Pid, host)) {
		t.Errorf("exit status %d: %s", code, out)
	}
	first.Process.Kill()
	first.Wait()
	if out, code := second(); code != exitOK || !strings.Contains(out, "took over a stale lock") || !strings.Contains(out, "that process is gone") {
		t.Errorf("exit status %d: %s", code, out)
	}
	mustRun(t, "verify", "s3://wire/out")
}

// TestS3Signal: a run that is told to end leaves nothing half-written, and frees its lease.
func TestS3Signal(t *testing.T) {
	binary, server := binaries(t)
	s := serve(t, server)
	cmd := exec.Command(binary, "run", "--quiet", "--out", "s3://wire/out", "-")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(stdin, `{"text":"TUNIS (AFP) - Police arrested twelve protesters in Tunis on Monday."}`)
	for range 200 {
		if m, _ := filepath.Glob(s.dir("out/_runs/.lock-*")); len(m) > 0 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	time.Sleep(500 * time.Millisecond)
	cmd.Process.Signal(syscall.SIGTERM)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 143 || strings.Contains(stderr.String(), "clean up") {
		t.Errorf("exit status %d: %s", code, stderr.String())
	}
	if m, _ := filepath.Glob(s.dir("out/_runs/*.staged")); len(m) > 0 {
		t.Errorf("left behind: %v", m)
	}
	next := exec.Command(binary, "run", "--show-events", "0", "--out", "s3://wire/out", articlesDir)
	if b, err := next.CombinedOutput(); err != nil || strings.Contains(string(b), "stale") {
		t.Errorf("%v: %s", err, b)
	}
	mustRun(t, "verify", "s3://wire/out")
}
