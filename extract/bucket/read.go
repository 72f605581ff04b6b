package bucket

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// Reader reads one object from its head. A connection that is cut or stands still is made
// anew where it broke off; attempts are counted from the last byte that came.
type Reader struct {
	b        *Bucket
	ctx      context.Context
	key      string
	off      int64
	attrs    Attrs
	body     io.ReadCloser
	end      context.CancelCauseFunc
	attempts int
}

// Read opens an object; fs.ErrNotExist where there is none.
func (b *Bucket) Read(ctx context.Context, key string) (*Reader, error) {
	return b.ReadFrom(ctx, key, 0)
}

// ReadFrom opens an object at a byte.
func (b *Bucket) ReadFrom(ctx context.Context, key string, off int64) (*Reader, error) {
	r := &Reader{b: b, ctx: ctx, key: key, off: off}
	return r, r.open()
}

// Size is the object's.
func (r *Reader) Size() int64 { return r.attrs.Size }

// errChanged is an object that is not the one whose first part was read.
var errChanged = errors.New("it was replaced while it was read")

// open opens the rest of the object.
func (r *Reader) open() error {
	return r.b.try(r.ctx, "read", r.key, 0, func(_ context.Context, _ int) error {
		ctx, end := context.WithCancelCause(r.ctx)
		t := time.AfterFunc(r.b.loc.Options.Timeout, func() { end(errStalled) })
		defer t.Stop()
		body, attrs, err := r.b.driver.read(ctx, r.key, r.off)
		if err != nil {
			if context.Cause(ctx) == errStalled {
				err = fmt.Errorf("%w: %w", errStalled, err)
			}
			end(nil)
			return err
		}
		if r.attrs.Key == "" {
			r.attrs = attrs
		}
		r.body, r.end = body, end
		return nil
	})
}

func (r *Reader) Read(p []byte) (int, error) {
	for {
		if r.off >= r.attrs.Size {
			return 0, io.EOF
		}
		n, err := r.attempt(p)
		if r.off += int64(n); n > 0 {
			r.attempts = 0
			return n, nil
		}
		if err == nil {
			return 0, nil
		}
		if errors.Is(err, io.EOF) {
			err = fmt.Errorf("%w at byte %d of %d", io.ErrUnexpectedEOF, r.off, r.attrs.Size)
		}
		r.Close()
		r.attempts++
		if final := (*Error)(nil); errors.As(err, &final) {
			return 0, err // opening has tried often enough
		}
		if errors.Is(err, errChanged) {
			return 0, &Error{Op: "read", URI: r.b.loc.URI(r.key), Attempts: 1, Err: err, advice: "run again"}
		}
		if err := r.b.failed(r.ctx, "read", r.key, r.attempts, err); err != nil {
			return 0, err
		}
	}
}

// attempt reads from the connection, which is made where there is none.
func (r *Reader) attempt(p []byte) (int, error) {
	if r.body == nil {
		before := r.attrs
		now, err := r.b.driver.attrs(r.ctx, r.key)
		if err != nil {
			return 0, err
		}
		if now.Size != before.Size || !now.Modified.Truncate(time.Second).Equal(before.Modified.Truncate(time.Second)) {
			return 0, errChanged
		}
		if err := r.open(); err != nil {
			return 0, err
		}
	}
	t := time.AfterFunc(r.b.loc.Options.Timeout, func() { r.end(errStalled) })
	defer t.Stop()
	n, err := r.body.Read(p)
	if err != nil && n == 0 && !t.Stop() && r.ctx.Err() == nil {
		err = fmt.Errorf("%w: %w", errStalled, err)
	}
	return n, err
}

// Close ends the reading.
func (r *Reader) Close() error {
	if r.body == nil {
		return nil
	}
	r.end(nil)
	err := r.body.Close()
	r.body = nil
	return err
}
