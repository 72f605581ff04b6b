package date

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestFixtures reads testdata/*.txt: after a line "published DAY" or "unpublished", each
// line is a story with its dates marked up.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var at time.Time
			for s := bufio.NewScanner(f); s.Scan(); {
				line := s.Text()
				day, ok := strings.CutPrefix(line, "published ")
				switch {
				case line == "" || line[0] == '#':
				case line == "unpublished":
					at = time.Time{}
				case ok:
					if at, err = time.Parse(time.DateOnly, day); err != nil {
						t.Fatal(err)
					}
				default:
					expect(t, line, at)
				}
			}
		})
	}
}
