package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/sync/errgroup"

	"dateline/extract/bucket"
)

// objects is a prefix of a bucket. A file is an object: it is there whole or not at all.
type objects struct {
	ctx    context.Context
	b      *bucket.Bucket
	loc    bucket.Location
	prefix string
}

func openObjects(ctx context.Context, where string) (Store, error) {
	loc, err := bucket.Parse(where)
	if err != nil {
		return nil, err
	}
	b, err := bucket.Open(ctx, loc)
	if err != nil {
		return nil, err
	}
	return &objects{ctx, b, loc, loc.Prefix()}, nil
}

// always is a context for what must be done even when the run was told to stop.
func (s *objects) always() context.Context { return context.WithoutCancel(s.ctx) }

// still is the run's context, or, once that has ended, one for undoing what was done and
// for telling of it.
func (s *objects) still() context.Context {
	if s.ctx.Err() != nil {
		return s.always()
	}
	return s.ctx
}

func (s *objects) String() string { return s.loc.URI(strings.TrimSuffix(s.prefix, "/")) }

func (s *objects) Exists() (bool, error) {
	top, err := s.Top()
	return len(top) > 0, err
}

func (s *objects) Top() ([]string, error) {
	list, err := s.b.List(s.still(), s.prefix, "/")
	var out []string
	for _, a := range list {
		if name := a.Key[len(s.prefix):]; name != "" {
			out = append(out, name)
		}
	}
	return out, err
}

func (s *objects) List(dir string) ([]Info, error) {
	if dir != "" {
		dir += "/"
	}
	list, err := s.b.List(s.still(), s.prefix+dir, "")
	var out []Info
	for _, a := range list {
		if !strings.HasSuffix(a.Key, "/") {
			out = append(out, Info{a.Key[len(s.prefix):], a.Size})
		}
	}
	return out, err
}

// Open fetches the object into a file that has no name, and ends with the process.
func (s *objects) Open(name string) (File, error) {
	r, err := s.b.Read(s.still(), s.prefix+name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	f, err := scratch()
	if err != nil {
		return nil, err
	}
	n, err := io.Copy(f, r)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("fetch %s: %w", s.loc.URI(s.prefix+name), err)
	}
	return &diskFile{f, n}, nil
}

// scratch is a file without a name, in TMPDIR.
func scratch() (*os.File, error) {
	f, err := os.CreateTemp("", "dateline-*")
	if err != nil {
		return nil, err
	}
	return f, os.Remove(f.Name())
}

func (s *objects) Stage(name string, write func(io.Writer) error) error {
	f, err := scratch()
	if err != nil {
		return err
	}
	defer f.Close()
	if err := write(f); err != nil {
		return err
	}
	size, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	return s.b.Write(s.ctx, s.prefix+name, f, size)
}

func (s *objects) Put(name string, b []byte) error { return s.b.Put(s.still(), s.prefix+name, b) }

func (s *objects) Create(name string, b []byte) error {
	if !s.loc.Options.Unlocked {
		return s.b.Create(s.always(), s.prefix+name, b)
	}
	there, err := s.b.Get(s.always(), s.prefix+name) // the store may know no conditions
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s.b.Put(s.always(), s.prefix+name, b)
	case err != nil || bytes.Equal(there, b):
		return err
	}
	return fmt.Errorf("%s: %w", s.loc.URI(s.prefix+name), fs.ErrExist)
}

// moversAtOnce is how many objects are copied at once; copyAllowance the size a copy is
// given time for.
const (
	moversAtOnce  = 8
	copyAllowance = 64 << 20
)

func (s *objects) Move(moves []Move) error {
	var g errgroup.Group
	g.SetLimit(moversAtOnce)
	for _, m := range moves {
		g.Go(func() error { return s.move(m) })
	}
	return g.Wait()
}

func (s *objects) move(m Move) error {
	ctx := s.always()
	err := s.b.Copy(ctx, s.prefix+m.From, s.prefix+m.To, copyAllowance)
	if errors.Is(err, fs.ErrNotExist) { // it was moved before
		_, err = s.b.Attrs(ctx, s.prefix+m.To)
		return err
	}
	if err != nil {
		return err
	}
	return s.Remove(m.From)
}

func (s *objects) Remove(name string) error { return s.b.Remove(s.always(), s.prefix+name) }
