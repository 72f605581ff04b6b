package doctor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/load"
)

func verdicts(t *testing.T, opt Options) map[string]Result {
	t.Helper()
	out := map[string]Result{}
	done, failed := Run(t.Context(), opt, func(r Result) {
		out[r.Check] = r
		if r.Verdict != OK && r.Advice == "" {
			t.Errorf("%+v: no advice", r)
		}
		if r.Verdict == Fail {
			out["failed"] = r
		}
	})
	if _, any := out["failed"]; any != (failed > 0) || done < 6 {
		t.Errorf("%d checks, %d failed", done, failed)
	}
	return out
}

// A directory that is not there is made, tried, and taken away again.
func TestDatasetIsLeftAsItWas(t *testing.T) {
	out := filepath.Join(t.TempDir(), "a", "b")
	got := verdicts(t, Options{Out: out})
	for _, check := range []string{"models", "dataset", "lock"} {
		if got[check].Verdict != OK {
			t.Errorf("%s: %+v", check, got[check])
		}
	}
	if _, err := os.Stat(filepath.Dir(out)); err == nil {
		t.Error("left a directory behind")
	}
}

func TestForeignAndLocked(t *testing.T) {
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "thesis.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := verdicts(t, Options{Out: foreign})["dataset"]; r.Verdict != Fail || !strings.Contains(r.Found, "thesis.txt") {
		t.Errorf("%+v", r)
	}
	locked := t.TempDir()
	w, err := load.Open(t.Context(), locked)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if r := verdicts(t, Options{Out: locked})["dataset"]; r.Verdict != Fail || !strings.Contains(r.Found, "being written by") {
		t.Errorf("%+v", r)
	}
}

func TestTimeZone(t *testing.T) {
	for tz, want := range map[string]Verdict{"": OK, "UTC": OK, "Europe/Atlantis": Warn, ":Europe/Atlantis": Warn} {
		t.Setenv("TZ", tz)
		if r := timeZone(t.Context(), Options{}); r.Verdict != want {
			t.Errorf("TZ=%s: %+v", tz, r)
		}
	}
}
