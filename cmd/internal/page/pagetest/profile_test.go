package pagetest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// A browser's last process goes on writing while its profile is removed.
func TestProfileIsGoneThoughWrittenTo(t *testing.T) {
	var dir string
	var writes sync.WaitGroup
	t.Run("browser", func(t *testing.T) {
		dir = Profile(t)
		end := time.Now().Add(300 * time.Millisecond)
		writes.Go(func() {
			for i := 0; time.Now().Before(end); i++ {
				if os.Mkdir(filepath.Join(dir, "Default"), 0o700) == nil || i%100 == 0 {
					os.WriteFile(filepath.Join(dir, "Default", "Prefs"), nil, 0o600)
				}
			}
		})
	})
	writes.Wait()
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s is still there: %v", dir, err)
	}
}
