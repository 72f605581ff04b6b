package text

import (
	"os"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// proseWords cuts a text as prose does.
func proseWords(t *testing.T, s string) []string {
	t.Helper()
	doc, err := prose.NewDocument(s, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, k := range doc.Tokens() {
		out = append(out, k.Text)
	}
	return out
}

// mapped cuts a text as we do and joins the tokens as the map says, with prose's quotes.
func mapped(s string) []string {
	a := Tokenize(s)
	m := a.ProseTokens(s)
	var out []string
	for k := range m[:len(m)-1] {
		out = append(out, plainQuotes.Replace(s[a.Tokens[m[k]].Start:a.Tokens[m[k+1]-1].End]))
	}
	return out
}

var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

func TestProseTokens(t *testing.T) {
	for _, s := range []string{
		"The two-year-old deal would've failed, he said.",
		"\"We can't go,\" she said (twice): it's 5km away, for $100!",
		"They'll cannot and/or 3.5% stay; 'tis “quoted” text's end?",
		"Troops of the U.S. army left.",
	} {
		if got, want := strings.Join(mapped(s), " "), strings.Join(proseWords(t, s), " "); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// On running text all but a few of prose's tokens are found.
func TestProseTokensOnText(t *testing.T) {
	data, err := os.ReadFile("../../../shared/train/text/factbook.txt")
	if err != nil {
		t.Skip("no ../shared")
	}
	right, all := 0, 0
	for _, s := range strings.Split(string(data), "\n")[:200] {
		have := map[string]int{}
		for _, w := range mapped(s) {
			have[w]++
		}
		for _, w := range proseWords(t, s) {
			all++
			if have[w] > 0 {
				have[w]--
				right++
			}
		}
	}
	if f := float64(right) / float64(all); f < 0.99 {
		t.Errorf("%.4f of prose's tokens are found, want .99", f)
	} else {
		t.Logf("%.4f of %d tokens of prose's are found", f, all)
	}
}
