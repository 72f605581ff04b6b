package bucket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"
)

// Attrs are what a store says of an object.
type Attrs struct {
	Key      string // within the bucket; a "directory" ends in a slash
	Size     int64
	Modified time.Time // by the store's clock
	ETag     string    // as the store writes it; empty where it has none
}

// driver is one store. Its errors are told apart by kind.
type driver interface {
	// list lists what begins with prefix; with a delimiter, keys up to the next one only.
	list(ctx context.Context, prefix, delimiter string, each func(Attrs)) error
	attrs(ctx context.Context, key string) (Attrs, error)
	// read opens an object from a byte on; the attributes may lack the ETag.
	read(ctx context.Context, key string, from int64) (io.ReadCloser, Attrs, error)
	// write stores an object whole or not at all; with onlyNew it fails where there is one.
	write(ctx context.Context, key string, r io.Reader, onlyNew bool) error
	copy(ctx context.Context, from, to string) error
	remove(ctx context.Context, key string) error
	kind(err error) kind
}

// Bucket is an open bucket.
type Bucket struct {
	loc    Location
	driver driver
}

// Open opens a bucket. Nothing is asked of it yet.
func Open(ctx context.Context, l Location) (*Bucket, error) {
	d, err := dial(ctx, l)
	if err != nil {
		return nil, err
	}
	return &Bucket{l, d}, nil
}

// List lists the objects whose keys begin with prefix, in the order of their keys; with a
// delimiter, only up to the next one, which keys of "directories" keep.
func (b *Bucket) List(ctx context.Context, prefix, delimiter string) (out []Attrs, err error) {
	err = b.try(ctx, "list", prefix, 0, func(_ context.Context, _ int) error {
		out = nil
		// The timeout is for standing still, and a listing has many pages.
		return watched(ctx, b.loc.Options.Timeout, func(ctx context.Context, alive func()) error {
			return b.driver.list(ctx, prefix, delimiter, func(a Attrs) {
				alive()
				out = append(out, a)
			})
		})
	})
	return out, err
}

// Attrs asks for an object's attributes; fs.ErrNotExist where there is none.
func (b *Bucket) Attrs(ctx context.Context, key string) (a Attrs, err error) {
	err = b.try(ctx, "look at", key, 0, func(ctx context.Context, _ int) error {
		a, err = b.driver.attrs(ctx, key)
		return err
	})
	return a, err
}

// Get reads a small object whole.
func (b *Bucket) Get(ctx context.Context, key string) ([]byte, error) {
	r, err := b.Read(ctx, key)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Write stores size bytes under a key; at its head they may be read again.
func (b *Bucket) Write(ctx context.Context, key string, r io.ReadSeeker, size int64) error {
	return b.try(ctx, "write", key, size, func(ctx context.Context, _ int) error {
		if _, err := r.Seek(0, io.SeekStart); err != nil {
			return err
		}
		return b.driver.write(ctx, key, r, false)
	})
}

// Put stores bytes under a key.
func (b *Bucket) Put(ctx context.Context, key string, content []byte) error {
	return b.Write(ctx, key, bytes.NewReader(content), int64(len(content)))
}

// Create stores bytes under a key that is new: fs.ErrExist where it holds others. An
// attempt whose answer got lost may have succeeded, so bytes that are there already are
// what was asked for.
func (b *Bucket) Create(ctx context.Context, key string, content []byte) error {
	err := b.try(ctx, "create", key, int64(len(content)), func(ctx context.Context, _ int) error {
		return b.driver.write(ctx, key, bytes.NewReader(content), true)
	})
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	there, gerr := b.Get(ctx, key)
	switch {
	case gerr != nil:
		return gerr
	case bytes.Equal(there, content):
		return nil
	}
	return err
}

// Copy copies an object within the bucket, in the store.
func (b *Bucket) Copy(ctx context.Context, from, to string, size int64) error {
	return b.try(ctx, "copy", from, size, func(ctx context.Context, _ int) error { return b.driver.copy(ctx, from, to) })
}

// Remove removes an object; one that is not there is no error.
func (b *Bucket) Remove(ctx context.Context, key string) error {
	err := b.try(ctx, "remove", key, 0, func(ctx context.Context, _ int) error { return b.driver.remove(ctx, key) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// watched ends work's context when it has not been alive for the timeout.
func watched(ctx context.Context, timeout time.Duration, work func(ctx context.Context, alive func()) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	t := time.AfterFunc(timeout, func() { cancel(errStalled) })
	defer t.Stop()
	err := work(ctx, func() { t.Reset(timeout) })
	if err != nil && context.Cause(ctx) == errStalled {
		return fmt.Errorf("%w: %w", errStalled, err)
	}
	return err
}
