package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"dateline/cmd/internal/worker"
	"dateline/extract/bucket"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/load/store"
)

// The exit statuses, in the help of every command.
const (
	exitOK      = 0
	exitFailed  = 1
	exitUsage   = 2
	exitRejects = 3
	exitForeign = 4
)

const exitHelp = `
Exit status:
  0    done
  1    failed; a retry may help
  2    wrong usage or configuration
  3    done, but more rejects than --max-reject-rate allows
  4    the dataset must not be touched: not ours, in use, damaged, or of another schema
  130  ended by SIGINT; 143 by SIGTERM; nothing half-written is left`

// usageError is the caller's mistake.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// rejectsError is a run that is done but rejected too much.
type rejectsError struct{ rate, limit float64 }

func (e *rejectsError) Error() string {
	return fmt.Sprintf("%.1f %% of the records were rejected, --max-reject-rate allows %.1f %%", 100*e.rate, 100*e.limit)
}

// signalError is the signal that ended the run.
type signalError struct{ sig os.Signal }

func (e *signalError) Error() string { return "ended by signal: " + e.sig.String() }

// exitStatus is the one place where errors become exit statuses.
func exitStatus(err error) int {
	var (
		usage   *usageError
		input   *reader.UsageError
		none    *load.NoDatasetError
		stream  *worker.SchemaError
		url     *bucket.URLError
		rejects *rejectsError
		foreign *load.ForeignError
		schema  *load.SchemaError
		exists  *load.RunExistsError
		locked  *store.LockedError
		damaged *damagedError
		sig     *signalError
	)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &sig):
		if s, ok := sig.sig.(syscall.Signal); ok {
			return 128 + int(s)
		}
		return exitFailed
	case errors.As(err, &usage), errors.As(err, &input), errors.As(err, &url), errors.As(err, &none), errors.As(err, &stream):
		return exitUsage
	case errors.As(err, &rejects):
		return exitRejects
	case errors.As(err, &foreign), errors.As(err, &schema), errors.As(err, &exists), errors.As(err, &locked), errors.As(err, &damaged):
		return exitForeign
	}
	return exitFailed
}

// report is the one place where errors become words: lower case, one line, a hint on a
// second line.
func report(w io.Writer, err error) {
	fmt.Fprintf(w, "dateline: %v\n", err)
	if h := hintFor(err); h != "" {
		fmt.Fprintf(w, "dateline: hint: %s\n", h)
	}
}

// hintFor says what to do about an error; "" where there is nothing to say.
func hintFor(err error) string {
	var hint interface{ Hint() string }
	switch {
	case errors.As(err, &hint):
		return hint.Hint()
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "free space, then run it again; the dataset is as it was"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return "the place must be writable; the dataset is as it was"
	}
	return ""
}

// execute runs one command line and returns its exit status.
func execute(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := untilSignal(context.Background())
	defer stop()
	c := root()
	c.SetArgs(args)
	c.SetIn(stdin)
	c.SetOut(stdout)
	c.SetErr(stderr)
	err := c.ExecuteContext(ctx)
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	if err != nil {
		report(stderr, err)
	}
	return exitStatus(err)
}

// untilSignal ends the context at the first SIGINT or SIGTERM; a second one kills.
func untilSignal(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case sig := <-ch:
			signal.Stop(ch)
			cancel(&signalError{sig})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(ch)
		cancel(nil)
	}
}
