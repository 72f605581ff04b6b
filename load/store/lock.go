package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// lockName is where a dataset's writer says who it is.
const lockName = "_runs/.lock"

// fileLock keeps two writers of one directory apart. The operating system frees it when
// the process ends, however it ends, so it is never stale.
type fileLock struct {
	f    *flock.Flock
	path string
}

func (d *disk) Lock() (Lock, error) {
	path := d.path(lockName)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	l := &fileLock{f: flock.New(path), path: path}
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
		return nil, &LockedError{Dir: d.dir, Holder: holder}
	}
	host, _ := os.Hostname()
	note := fmt.Sprintf("process %d on %s since %s\n", os.Getpid(), host, now())
	if err := os.WriteFile(path, []byte(note), 0o666); err != nil {
		l.f.Unlock()
		return nil, err
	}
	return l, nil
}

// Check finds nothing: the lock lasts as long as the process.
func (l *fileLock) Check() error { return nil }

// Stale is nobody: such a lock is free.
func (l *fileLock) Stale() string { return "" }

func (l *fileLock) Release() error {
	if !l.f.Locked() {
		return nil // the note may be another's by now
	}
	os.Truncate(l.path, 0)
	return l.f.Unlock()
}
