package batch

import (
	"context"
	"io"
)

// interruptible reads r until ctx ends. A read that waits for a silent pipe cannot be
// broken off, so it is left to the end of the process.
type interruptible struct {
	ctx  context.Context
	r    io.Reader
	buf  []byte
	done chan result
}

type result struct {
	n   int
	err error
}

func newInterruptible(ctx context.Context, r io.Reader) *interruptible {
	return &interruptible{ctx: ctx, r: r, buf: make([]byte, 64<<10), done: make(chan result, 1)}
}

func (i *interruptible) Read(p []byte) (int, error) {
	buf := i.buf[:min(len(p), len(i.buf))]
	go func() {
		n, err := i.r.Read(buf)
		i.done <- result{n, err}
	}()
	select {
	case r := <-i.done:
		copy(p, buf[:r.n])
		return r.n, r.err
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	}
}
