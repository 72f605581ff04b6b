package html

import (
	"strings"
	"testing"
)

func TestStrip(t *testing.T) {
	for in, want := range map[string]string{
		"a<script>x</script>b":                           "ab",
		"a<SCRIPT src=x>if(a<b){}</Script >b":            "ab",
		"a<style>p{}</style>b<!-- c -->d":                "abd",
		"a<!-->b<!--->c":                                 "abc",
		"a<!-- never closed":                             "a<!-- never closed",
		"a<script>never closed":                          "a<script>never closed",
		"<!-- <script> -->a</script>":                    "a</script>",
		`<script type="application/ld+json">{}</script>`: `<script type="application/ld+json">{}</script>`,
		"<script><!-- <script>x</script> --></script>a":  "<script><!-- <script>x</script> --></script>a",
		"<scripture>a</scripture><styled>b</styled>":     "<scripture>a</scripture><styled>b</styled>",
		"":      "",
		"<":     "<",
		"plain": "plain",
	} {
		if got := string(strip([]byte(in))); got != want {
			t.Errorf("strip(%q) = %q, want %q", in, got, want)
		}
	}
}

// Many openings without an end must not make it quadratic.
func TestStripGrowth(t *testing.T) {
	for _, unit := range []string{"<script>", "<script></", "<!--", "<style><!--</style>", "</"} {
		s := strings.Repeat(unit, 200_000)
		strip([]byte(s))
	}
}
