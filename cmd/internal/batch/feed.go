package batch

import (
	"context"
	"io"

	"dateline/extract"
)

// Feed hands records over that come from elsewhere than from files; what it returns, emit's
// errors among it, ends the run.
type Feed func(ctx context.Context, emit func(*extract.Record) error) error

// feed sends the records of opt.Feed, all as those of the first input.
func feed(ctx context.Context, opt Options, work, ordered chan<- *job) error {
	return opt.Feed(ctx, func(rec *extract.Record) error {
		j := &job{rec: rec, out: make(chan outcome, 1)}
		for _, to := range []chan<- *job{ordered, work} {
			select {
			case to <- j:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
}

// Interruptible reads r until ctx ends. The read that waits then is left to the end of the
// process.
func Interruptible(ctx context.Context, r io.Reader) io.Reader { return newInterruptible(ctx, r) }
