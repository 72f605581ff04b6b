//go:build cloud

package main

import (
	"errors"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// fault is what a faulty store does to one request.
type fault int

const (
	sound      fault = iota
	busy             // 503 before anything is done
	cutUpload        // the connection is cut in the middle of the request
	lostAnswer       // the request is done, the answer does not come
	cutRead          // the connection is cut in the middle of the answer
	stall            // the answer stands still after its first bytes
)

// faulty stands before a store and spoils every request as next says.
type faulty struct {
	next func(*http.Request) fault
	mu   sync.Mutex
	done map[fault]int
}

var errCut = errors.New("cut")

// limited gives half of a body, then an error, or nothing until its request ends.
type limited struct {
	io.ReadCloser
	left int64
	wait <-chan struct{}
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		if l.wait != nil {
			<-l.wait
		}
		return 0, errCut
	}
	n, err := l.ReadCloser.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// start puts the faults before a server and returns the URL of the faulty one.
func (f *faulty) start(t *testing.T, server string) string {
	t.Helper()
	f.done = map[fault]int{}
	to, err := url.Parse("http://" + server)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(to)
			r.Out.Host = r.In.Host // it is signed
		},
		ModifyResponse: func(r *http.Response) error {
			switch f.of(r.Request) {
			case lostAnswer:
				return errCut
			case cutRead:
				r.Body = &limited{ReadCloser: r.Body, left: r.ContentLength / 2}
			case stall:
				r.Body = &limited{ReadCloser: r.Body, left: r.ContentLength / 2, wait: r.Request.Context().Done()}
			}
			return nil
		},
		ErrorHandler:  func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
		FlushInterval: -1,
		ErrorLog:      log.New(io.Discard, "", 0),
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind := f.next(r)
		f.mu.Lock()
		f.done[kind]++
		f.mu.Unlock()
		switch kind {
		case busy:
			io.Copy(io.Discard, r.Body)
			w.Header().Set("Content-Type", "application/xml")
			w.WriteHeader(http.StatusServiceUnavailable)
			io.WriteString(w, "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>")
			return
		case cutUpload:
			r.Body = &limited{ReadCloser: r.Body, left: r.ContentLength / 2}
		}
		r.Header.Set("X-Fault", string(rune('0'+kind)))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// of is the fault chosen for a request.
func (f *faulty) of(r *http.Request) fault {
	v := r.Header.Get("X-Fault")
	if v == "" {
		return sound
	}
	return fault(v[0] - '0')
}

// TestS3Faults: a store that fails a third of its requests in all the ways there are gets
// the dataset that a sound one gets, and gives the inputs that a sound one gives.
func TestS3Faults(t *testing.T) {
	_, server := binaries(t)
	s := serve(t, server)
	stories(t, filepath.Join(s.root, "wire", "in.jsonl"), 300)
	run := func(out string) {
		mustRun(t, "run", "--quiet", "--show-events", "0", "--run-id", "r", "--out", out, "s3://wire/in.jsonl")
	}
	run("s3://wire/sound")
	want := parquetDigests(t, s.dir("sound"))
	if len(want) == 0 {
		t.Fatal("no files")
	}
	r := rand.New(rand.NewPCG(1, 2))
	var mu sync.Mutex
	f := &faulty{next: func(req *http.Request) fault {
		mu.Lock()
		defer mu.Unlock()
		if r.IntN(3) > 0 {
			return sound
		}
		switch req.Method {
		case http.MethodPut:
			return []fault{busy, cutUpload, lostAnswer}[r.IntN(3)]
		case http.MethodGet:
			return []fault{busy, cutRead, cutRead, stall}[r.IntN(4)]
		}
		return []fault{busy, lostAnswer}[r.IntN(2)]
	}}
	t.Setenv("AWS_ENDPOINT_URL", f.start(t, s.endpoint))
	begun := time.Now()
	mustRun(t, "run", "--quiet", "--show-events", "0", "--run-id", "r", "--out", "s3://wire/out?timeout=1s", "s3://wire/in.jsonl?timeout=1s")
	t.Logf("faults %v in %v", f.done, time.Since(begun))
	for _, kind := range []fault{busy, cutUpload, lostAnswer, cutRead, stall} {
		if f.done[kind] == 0 {
			t.Errorf("fault %d never happened", kind)
		}
	}
	same(t, "faults", parquetDigests(t, s.dir("out")), want)
	t.Setenv("AWS_ENDPOINT_URL", "http://"+s.endpoint)
	mustRun(t, "verify", "s3://wire/out")
}

// TestS3Down: a store that stays away ends the run with exit status 1 and a hint, readers
// find nothing, and the next run does the work.
func TestS3Down(t *testing.T) {
	binary, server := binaries(t)
	s := serve(t, server)
	input := filepath.Join(t.TempDir(), "in.jsonl")
	stories(t, input, 20)
	var puts int
	var mu sync.Mutex
	f := &faulty{next: func(r *http.Request) fault {
		mu.Lock()
		defer mu.Unlock()
		if r.Method == http.MethodPut {
			puts++
		}
		if puts > 6 { // the lease and some files get through
			return busy
		}
		return sound
	}}
	t.Setenv("AWS_ENDPOINT_URL", f.start(t, s.endpoint))
	run := func() (string, int) {
		cmd := exec.Command(binary, "run", "--quiet", "--show-events", "0", "--run-id", "r", "--out", "s3://wire/out?attempts=2", input)
		b, _ := cmd.CombinedOutput()
		return string(b), cmd.ProcessState.ExitCode()
	}
	got, code := run()
	if code != exitFailed || !strings.Contains(got, "after 2 attempts") || !strings.Contains(got, "hint: ") || !strings.Contains(got, "SlowDown") {
		t.Errorf("exit status %d: %s", code, got)
	}
	if got := parquetDigests(t, s.dir("out")); len(got) > 0 {
		t.Errorf("readers find %v", got)
	}
	t.Setenv("AWS_ENDPOINT_URL", "http://"+s.endpoint)
	if got, code := run(); code != exitOK {
		t.Errorf("exit status %d: %s", code, got)
	}
	mustRun(t, "verify", "s3://wire/out")
}
