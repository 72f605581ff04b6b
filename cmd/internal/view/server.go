package view

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"dateline/cmd/internal/page"
	"dateline/load"
	"dateline/load/store"
)

// searchTime is how long one page may be searched for.
const searchTime = 2 * time.Second

// refresh is how long the list of a dataset's files is good for.
const refresh = 5 * time.Second

// Server shows one dataset.
type Server struct {
	name  string
	st    store.Store
	token string
	hosts []string // what the browser may call the server
	http  *http.Server
	ln    net.Listener

	mu    sync.Mutex // guards state
	state *load.State
	read  time.Time
}

// EmptyError is a place without a finished run.
type EmptyError struct{ Dir string }

func (e *EmptyError) Error() string { return e.Dir + " holds no dataset: no run has ended there" }

// Hint says what to do.
func (e *EmptyError) Hint() string { return "give the directory that dateline run --out wrote" }

// New opens a dataset and an address for it: a loopback one, on the port given or, with 0,
// on any that is free. name is what the pages call the dataset.
func New(ctx context.Context, where, name string, port int) (*Server, error) {
	st, err := store.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	secret := make([]byte, 16)
	rand.Read(secret) // never fails
	s := &Server{name: name, st: st, token: hex.EncodeToString(secret)}
	state, err := s.files()
	if err != nil {
		return nil, err
	}
	if len(state.Runs) == 0 {
		return nil, &EmptyError{where}
	}
	if s.ln, err = net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", port)); err != nil {
		return nil, err
	}
	_, bound, _ := net.SplitHostPort(s.ln.Addr().String())
	s.hosts = []string{"127.0.0.1:" + bound, "localhost:" + bound}
	s.http = &http.Server{
		Handler: s.guard(s.routes()), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
	return s, nil
}

// URL is the address to open; whoever has it may read.
func (s *Server) URL() string { return "http://" + s.hosts[0] + s.base() }

func (s *Server) base() string { return "/" + s.token + "/" }

// Serve answers until ctx ends.
func (s *Server) Serve(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { s.http.Close() })
	defer stop()
	if err := s.http.Serve(s.ln); err != http.ErrServerClosed {
		return err
	}
	return ctx.Err()
}

// files is the dataset as its manifests have it, not older than refresh.
func (s *Server) files() (*load.State, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != nil && time.Since(s.read) < refresh {
		return s.state, nil
	}
	state, err := load.LoadState(s.st)
	if err != nil {
		return nil, err
	}
	s.state, s.read = state, time.Now()
	return state, nil
}

// guard lets in who asks this machine by its own name, from a page of ours or from none,
// and knows the token: a page of another origin cannot read, nor ask by a name that leads
// here, nor guess.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", page.Head{Forms: true}.Policy()+"; frame-ancestors 'none'")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Referrer-Policy", "no-referrer") // the address is the key
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cache-Control", "no-store")
		switch {
		case !s.ours(r.Host):
			http.Error(w, "this server is reached as "+s.hosts[0]+" alone", http.StatusMisdirectedRequest)
		case !s.sameOrigin(r):
			http.Error(w, "pages of another origin are not let in", http.StatusForbidden)
		case !s.hasToken(r.URL.Path):
			http.NotFound(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "there is nothing to change here", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func (s *Server) ours(host string) bool {
	for _, h := range s.hosts {
		if strings.EqualFold(host, h) {
			return true
		}
	}
	return false
}

// sameOrigin looks at what browsers say of where a request comes from.
func (s *Server) sameOrigin(r *http.Request) bool {
	if o := r.Header.Get("Origin"); o != "" {
		host, ok := strings.CutPrefix(o, "http://")
		if !ok || !s.ours(host) {
			return false
		}
	}
	switch site := r.Header.Get("Sec-Fetch-Site"); site {
	case "", "none", "same-origin":
		return true
	}
	return false
}

func (s *Server) hasToken(path string) bool {
	given, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return subtle.ConstantTimeCompare([]byte(given), []byte(s.token)) == 1
}
