package extract

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
)

func TestSplitParagraphs(t *testing.T) {
	wrapped := "The dockers of Tunis have ended a strike that had kept the harbour\nshut for two weeks, a spokesman for their union told reporters on\nthe quay."
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", "One.\n\nTwo.\n \t\nThree.", []string{"One.", "Two.", "Three."}},
		{"one paragraph a line", "A long line that is far longer than anything that a printer would wrap, and then some more words of it.\nTwo.", []string{"A long line that is far longer than anything that a printer would wrap, and then some more words of it.", "Two."}},
		{"hard-wrapped", wrapped + "\n\nThey sang.", []string{strings.ReplaceAll(wrapped, "\n", " "), "They sang."}},
		{"short lines stay apart", "Leeds 2\nHull 1\nYork 0", []string{"Leeds 2", "Hull 1", "York 0"}},
		{"a sentence goes on", "It was said that\nthe strike is over.", []string{"It was said that the strike is over."}},
		{"old Macs", "One.\rTwo.", []string{"One.", "Two."}},
		{"paragraph separator", "One.\u2029Two.", []string{"One.", "Two."}},
		{"nothing", " \n\n ", nil},
	} {
		if got := SplitParagraphs(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Nothing but white space may be lost or added: spans are moved by their characters.
func FuzzSplitParagraphs(f *testing.F) {
	f.Add("One.\nTwo.\r\n\r\nThree")
	f.Fuzz(func(t *testing.T, s string) {
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if got := bare(strings.Join(SplitParagraphs(s), "")); got != bare(s) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

// Ten times the text takes no more than some thirty times the time.
func TestSplitParagraphsGrowth(t *testing.T) {
	took := func(n int) time.Duration {
		s := strings.Repeat("a few words of a line\n", n)
		best := time.Hour
		for range 3 {
			start := time.Now()
			SplitParagraphs(s)
			best = min(best, time.Since(start))
		}
		return best
	}
	if small, large := took(2000), took(20000); large > 60*small+50*time.Millisecond {
		t.Errorf("2,000 lines took %v, 20,000 took %v", small, large)
	}
}
