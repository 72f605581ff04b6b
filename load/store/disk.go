package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tempExt is the ending of a small file before its rename.
const tempExt = ".uncommitted"

// disk is a directory.
type disk struct{ dir string }

func (d *disk) String() string { return d.dir }

func (d *disk) path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

func (d *disk) Exists() (bool, error) {
	_, err := os.Stat(d.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (d *disk) Top() ([]string, error) {
	entries, err := os.ReadDir(d.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() {
			name += "/"
		}
		out = append(out, name)
	}
	return out, err
}

func (d *disk) List(dir string) ([]Info, error) {
	var out []Info
	root := d.path(dir)
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == root {
			return nil
		}
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(d.dir, path)
		out = append(out, Info{filepath.ToSlash(rel), info.Size()})
		return err
	})
	slices.SortFunc(out, func(a, b Info) int { return strings.Compare(a.Name, b.Name) })
	return out, err
}

// diskFile is an open file with its size.
type diskFile struct {
	*os.File
	size int64
}

func (f *diskFile) Size() int64 { return f.size }

func (d *disk) Open(name string) (File, error) {
	f, err := os.Open(d.path(name))
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	return &diskFile{f, info.Size()}, nil
}

func (d *disk) Stage(name string, write func(io.Writer) error) (err error) {
	path := d.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	return f.Sync()
}

func (d *disk) Put(name string, b []byte) error {
	err := d.Stage(name+tempExt, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
	if err != nil {
		return err
	}
	return d.Move([]Move{{name + tempExt, name}})
}

func (d *disk) Create(name string, b []byte) error {
	old, err := os.ReadFile(d.path(name)) // the lock keeps others away in between
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return d.Put(name, b)
	case err != nil || bytes.Equal(old, b):
		return err
	}
	return fmt.Errorf("%s: %w", d.path(name), fs.ErrExist)
}

func (d *disk) Move(moves []Move) error {
	dirs := map[string]bool{}
	for _, m := range moves {
		from, to := d.path(m.From), d.path(m.To)
		if dir := filepath.Dir(to); !dirs[dir] {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return err
			}
			dirs[dir] = true
		}
		err := os.Rename(from, to)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if _, missing := os.Stat(to); missing != nil {
			return missing
		}
		d.removeEmptyDirs(filepath.Dir(from))
	}
	for dir := range dirs {
		d.syncUp(dir)
	}
	return nil
}

func (d *disk) Remove(name string) error {
	path := d.path(name)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	d.removeEmptyDirs(filepath.Dir(path))
	return nil
}

// removeEmptyDirs removes dir and its parents below the root as long as they are empty.
func (d *disk) removeEmptyDirs(dir string) {
	for dir != filepath.Clean(d.dir) && os.Remove(dir) == nil {
		dir = filepath.Dir(dir)
	}
}

// syncUp makes what happened in a directory durable, where the file system can, and that
// the directory and those above it are there.
func (d *disk) syncUp(dir string) {
	for {
		if f, err := os.Open(dir); err == nil {
			f.Sync()
			f.Close()
		}
		if dir == filepath.Clean(d.dir) {
			return
		}
		dir = filepath.Dir(dir)
	}
}
