package pagetest

import (
	"os"
	"testing"
	"time"
)

// Profile is a directory for Chromium's profile, gone after the test. Processes that
// Chromium has started write to it for a moment after Chromium itself has ended, so that
// it is removed again and again, where t.TempDir removes once and fails the test.
func Profile(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for last := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			err := os.RemoveAll(dir)
			if err == nil {
				return
			}
			if time.Now().After(last) {
				t.Logf("Chromium's profile stays: %v", err)
				return
			}
		}
	})
	return dir
}
