package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func put(t *testing.T, s Store, name, content string) {
	t.Helper()
	if err := s.Put(name, []byte(content)); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, s Store) (out []string) {
	t.Helper()
	list, err := s.List("")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		b, err := ReadAll(s, f.Name)
		if err != nil || int64(len(b)) != f.Size {
			t.Fatalf("%s: %d bytes, %v; the listing says %d", f.Name, len(b), err, f.Size)
		}
		out = append(out, f.Name+"="+string(b))
	}
	return out
}

// contract is what load relies on, whatever the place.
func contract(t *testing.T, s Store) {
	if got := names(t, s); len(got) != 0 {
		t.Fatalf("a missing root holds %v", got)
	}
	if _, err := s.Open("a/x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("open: %v", err)
	}
	put(t, s, "a/x", "1")
	put(t, s, "a/x", "2")
	if err := s.Create("a/x", []byte("2")); err != nil {
		t.Errorf("creating what is there with the same bytes: %v", err)
	}
	if err := s.Create("a/x", []byte("3")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("creating what is there: %v", err)
	}
	if err := s.Stage("tmp/deep/y", func(w io.Writer) error { _, err := io.WriteString(w, "yy"); return err }); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := s.Stage("tmp/deep/z", func(w io.Writer) error { io.WriteString(w, "z"); return broken }); !errors.Is(err, broken) {
		t.Errorf("a failing write gives %v", err)
	}
	if err := s.Remove("tmp/deep/z"); err != nil {
		t.Error(err)
	}
	if err := s.Remove("tmp/deep/z"); err != nil {
		t.Errorf("removing what is not there: %v", err)
	}
	put(t, s, "ab", "beside a")
	for range 2 { // a second time it was done before
		if err := s.Move([]Move{{"tmp/deep/y", "a/b/y"}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Move([]Move{{"nowhere", "a/n"}}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("moving what is not there: %v", err)
	}
	if got, want := names(t, s), []string{"a/b/y=yy", "a/x=2", "ab=beside a"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if top, err := s.Top(); err != nil || !slices.Equal(top, []string{"a/", "ab"}) {
		t.Errorf("top %q, %v", top, err)
	}
	if list, err := s.List("a"); err != nil || len(list) != 2 {
		t.Errorf("below a: %v, %v", list, err)
	}
}

func TestDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "root")
	contract(t, &disk{dir})
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("empty directories are left: %v, %v", entries, err)
	}
}
