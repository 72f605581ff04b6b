package store

import (
	"context"
	"io"
	"time"

	"dateline/extract/bucket"
)

// Store holds the files of one dataset. Names are relative to its root, with slashes. A
// file that is not there is fs.ErrNotExist, wrapped.
type Store interface {
	// String is the place as the user named it.
	String() string
	// Exists reports whether the root is there, be it empty.
	Exists() (bool, error)
	// Top lists the root itself; directories end in a slash.
	Top() ([]string, error)
	// List lists all files below a directory, "" for the root, in order of their names. A
	// directory that is missing is empty.
	List(dir string) ([]Info, error)
	// Open opens a file to be read at will.
	Open(name string) (File, error)
	// Stage writes a large file and makes it durable. A process that is killed meanwhile may
	// leave it torn, so the name must be one that readers do not look for.
	Stage(name string, write func(io.Writer) error) error
	// Put writes a small file or replaces it: whole or not at all, and durable.
	Put(name string, b []byte) error
	// Create is Put, but fails with fs.ErrExist where the name holds other bytes.
	Create(name string, b []byte) error
	// Move gives files their new names, in any order, replaces what was there, and makes
	// that durable. A move that was done before is not an error.
	Move(moves []Move) error
	// Remove removes a file, and directories that are empty then. A file that is not there
	// is not an error.
	Remove(name string) error
	// Lock makes this process the only writer, or fails with *LockedError.
	Lock() (Lock, error)
}

// Info is one file of a listing.
type Info struct {
	Name string
	Size int64
}

// Move is a file's old and new name.
type Move struct{ From, To string }

// File is an open file.
type File interface {
	io.ReaderAt
	io.Closer
	Size() int64
}

// Lock is held by the only writer.
type Lock interface {
	// Check fails with *LockedError where the lock was lost to another writer.
	Check() error
	// Stale names the writer whose lock was taken over because it is gone, or is empty.
	Stale() string
	Release() error
}

// LockedError is a dataset that another process is writing.
type LockedError struct{ Dir, Holder string }

func (e *LockedError) Error() string {
	return e.Dir + " is being written by " + e.Holder
}

// Hint says what to do.
func (e *LockedError) Hint() string {
	return "wait for it, or write to another --out; the lock of a process that is gone frees itself, or lapses in a bucket"
}

// Open is the store at a path, a file:// URL or the URL of an object store. Nothing is made
// or checked yet. Requests to an object store end with ctx, but for those that finish or
// undo what was decided. It fails with *bucket.URLError.
func Open(ctx context.Context, where string) (Store, error) {
	if path, ok, err := bucket.FilePath(where); ok {
		return &disk{path}, err
	}
	if bucket.Is(where) {
		return openObjects(ctx, where)
	}
	return &disk{where}, nil
}

// ReadAll reads a whole file.
func ReadAll(s Store, name string) ([]byte, error) {
	f, err := s.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := make([]byte, f.Size())
	_, err = io.ReadFull(io.NewSectionReader(f, 0, f.Size()), b)
	return b, err
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }
