package load

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// LockedError is a dataset that another process is writing.
type LockedError struct{ Dir, Holder string }

func (e *LockedError) Error() string {
	return fmt.Sprintf("%s is being written by %s", e.Dir, e.Holder)
}

// Hint says what to do.
func (e *LockedError) Hint() string {
	return "wait for it, or write to another --out; a lock whose process is gone frees itself"
}

// lock keeps two writers of one dataset apart. The operating system frees it when the
// process ends, however it ends, so a lock is never stale.
type lock struct {
	f    *flock.Flock
	path string
}

func acquire(dir string) (*lock, error) {
	path := filepath.Join(dir, runsDir, ".lock")
	l := &lock{f: flock.New(path), path: path}
	ok, err := l.f.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if !ok {
		who, _ := os.ReadFile(path)
		holder := strings.TrimSpace(string(who))
		if holder == "" {
			holder = "another process"
		}
		return nil, &LockedError{Dir: dir, Holder: holder}
	}
	host, _ := os.Hostname()
	note := fmt.Sprintf("process %d on %s since %s\n", os.Getpid(), host, time.Now().UTC().Format(time.RFC3339))
	if err := os.WriteFile(path, []byte(note), 0o666); err != nil {
		return nil, err
	}
	return l, nil
}

func (l *lock) release() error {
	if l == nil {
		return nil
	}
	os.Truncate(l.path, 0)
	return l.f.Unlock()
}
