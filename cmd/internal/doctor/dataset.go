package doctor

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/load"
	"dateline/load/store"
)

// remote reports whether the dataset is not in a directory of this machine.
func remote(out string) bool { return strings.Contains(out, "://") }

// dataset opens the dataset as a run would, and leaves nothing behind.
func dataset(ctx context.Context, opt Options) Result {
	if opt.Out == "" {
		return Result{}
	}
	defer tidy(opt.Out)()
	w, err := load.Open(ctx, opt.Out)
	if err != nil {
		return fail(err.Error(), adviceOf(err, "name a directory that can be written to, and that only dateline writes to"))
	}
	s := w.State()
	if err := w.Close(); err != nil {
		return fail(err.Error(), "")
	}
	if len(s.Runs) == 0 {
		return ok(opt.Out + " can be written to; no run yet")
	}
	last := s.Runs[len(s.Runs)-1]
	return ok(fmt.Sprintf("%s can be written to; %d runs, %d files, the last run %s", opt.Out, len(s.Runs), len(s.Files), last.RunID))
}

// locking wants a second writer to be kept out: some network file systems let it in.
func locking(ctx context.Context, opt Options) Result {
	if opt.Out == "" {
		return Result{}
	}
	defer tidy(opt.Out)()
	w, err := load.Open(ctx, opt.Out)
	if err != nil {
		return Result{} // the check before has said so
	}
	defer w.Close()
	second, err := load.Open(ctx, opt.Out)
	if err == nil {
		second.Close()
		return fail("a second writer was let in", "the file system does not lock: put the dataset elsewhere, or see to it that one run at a time writes it")
	}
	if locked := (*store.LockedError)(nil); !errors.As(err, &locked) {
		return fail(err.Error(), "the file system does not lock: put the dataset elsewhere")
	}
	return ok("a second writer is kept out")
}

func disk(_ context.Context, opt Options) Result {
	if opt.Out == "" || remote(opt.Out) {
		return Result{}
	}
	dir := opt.Out
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	free := freeDisk(dir)
	switch {
	case free == 0:
		return Result{}
	case free < leastDisk:
		return warn(size(free)+" free", "make room: a run that replaces rows writes their files anew before it removes the old ones")
	}
	return ok(size(free) + " free")
}

// tidy returns what takes away the directories that the check will have made.
func tidy(out string) func() {
	if remote(out) {
		return func() {}
	}
	var made []string
	for dir := filepath.Join(out, "_runs"); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			break
		}
		made = append(made, dir)
	}
	return func() {
		for _, dir := range made {
			os.Remove(filepath.Join(dir, ".lock"))
			os.Remove(dir)
		}
	}
}

func adviceOf(err error, other string) string {
	var hint interface{ Hint() string }
	if errors.As(err, &hint) {
		return hint.Hint()
	}
	return other
}
