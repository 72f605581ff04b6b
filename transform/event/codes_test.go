package event_test

import (
	"os"
	"strings"
	"testing"

	"dateline/load"
)

// TestCodes codes the sentences of testdata/codes.txt, one or more for every CAMEO code as
// newswires put it. They go through the trained tagger and parser, so a few may miss; the
// misses are printed.
func TestCodes(t *testing.T) {
	data, err := os.ReadFile("testdata/codes.txt")
	if err != nil {
		t.Fatal(err)
	}
	n, missed := 0, 0
	for line := range strings.Lines(string(data)) {
		head, text, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(head)
		if len(f) != 3 {
			t.Fatalf("testdata/codes.txt: %q: expected a code and two sides before the bar", line)
		}
		n++
		events := code(t, text)
		if !anyEvent(events, f[0], f[1], f[2]) {
			missed++
			t.Logf("%s: no such event in %q: %s", head, text, codesOf(events))
		}
	}
	if n < 400 || missed*20 > n {
		t.Errorf("%d of %d sentences lack their event: expected 19 of 20 of at least 400 to have it", missed, n)
	}
}

func anyEvent(events []load.EventRow, code, source, target string) bool {
	code, _, _ = strings.Cut(code, ".")
	for i := range events {
		e := &events[i]
		if e.CameoCode == code && sideFits(source, e.SourceCode) && sideFits(target, e.TargetCode) {
			return true
		}
	}
	return false
}

// sideFits compares a side with what is wanted: part of a code, "*" for anybody, "-" for a
// side the sentence does not name.
func sideFits(want, got string) bool {
	return want == "*" || want == "-" || strings.Contains(got, want)
}

func codesOf(events []load.EventRow) string {
	var out []string
	for i := range events {
		out = append(out, events[i].CameoCode)
	}
	return strings.Join(out, " ")
}
