package bucket

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"time"
)

// kind is what an error of a store means for the next attempt.
type kind int

const (
	temporary kind = iota // trying again may help
	permanent
	notFound
	exists // a condition did not hold
)

// Error is a request that failed, after all attempts.
type Error struct {
	Op, URI  string
	Attempts int
	Err      error
	advice   string
}

func (e *Error) Error() string {
	what := strings.Join(strings.Fields(e.Err.Error()), " ") // some stores answer with pages
	if e.Attempts > 1 {
		return fmt.Sprintf("%s %s: after %d attempts: %s", e.Op, e.URI, e.Attempts, what)
	}
	return fmt.Sprintf("%s %s: %s", e.Op, e.URI, what)
}

func (e *Error) Unwrap() error { return e.Err }

// Hint says what to do.
func (e *Error) Hint() string { return e.advice }

const (
	firstPause = 200 * time.Millisecond
	longest    = 10 * time.Second
)

// pause waits before attempt n+1: twice as long each time, with chance, so that many
// writers do not come back at once. It reports false when ctx ends meanwhile.
func pause(ctx context.Context, n int) bool {
	d := min(firstPause<<min(n-1, 10), longest)
	d = d/2 + rand.N(d/2)
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// errStalled is a request that made no progress.
var errStalled = errors.New("the store stood still for too long")

// try makes a request until it succeeds, cannot succeed, or has been made often enough.
// Every attempt has until after the timeout, and a second for every 128 KiB it moves.
func (b *Bucket) try(ctx context.Context, op, key string, size int64, request func(ctx context.Context, attempt int) error) error {
	for n := 1; ; n++ {
		limit := b.loc.Options.Timeout + time.Duration(size>>17)*time.Second
		actx, cancel := context.WithTimeoutCause(ctx, limit, errStalled)
		err := request(actx, n)
		if err != nil && actx.Err() != nil && ctx.Err() == nil {
			err = fmt.Errorf("%w (%v): %w", errStalled, limit, err)
		}
		cancel()
		if err == nil {
			return nil
		}
		if err = b.failed(ctx, op, key, n, err); err != nil {
			return err
		}
	}
}

// failed is what to tell of an attempt that failed; after a pause it is nil where the
// request is to be made again.
func (b *Bucket) failed(ctx context.Context, op, key string, attempt int, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	out := &Error{Op: op, URI: b.loc.URI(key), Attempts: attempt, Err: err}
	k := temporary
	if !errors.Is(err, errStalled) {
		k = b.driver.kind(err)
	}
	switch k {
	case notFound:
		out.Err = fmt.Errorf("%w (%v)", fs.ErrNotExist, err)
		out.advice = "check the URL, its region and its endpoint"
		return out
	case exists:
		out.Err = fmt.Errorf("%w (%v)", fs.ErrExist, err)
		return out
	case permanent:
		out.advice = "check the credentials and what they allow; see 'dateline help object-stores'"
		return out
	}
	if attempt >= b.loc.Options.Attempts {
		out.advice = "the store or the way to it is down; run again later, nothing is lost"
		return out
	}
	if !pause(ctx, attempt) {
		return context.Cause(ctx)
	}
	return nil
}
