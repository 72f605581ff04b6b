package tag

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"

	"dateline/transform/text/word"
)

var oracle = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("test") })

// oracleTags runs prose itself. Prose lets equal words share one token, which then shows
// the tag of the last of them: only last says which tokens show their own.
func oracleTags(t *testing.T, text string) (words, tags []string, last []bool) {
	t.Helper()
	doc, err := prose.NewDocument(text, prose.UsingModel(oracle()), prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, tok := range doc.Tokens() {
		words, tags, last = append(words, tok.Text), append(tags, tok.Tag), append(last, true)
		if j, ok := at[tok.Text]; ok {
			last[j] = false
		}
		at[tok.Text] = i
	}
	return words, tags, last
}

func flatTags(words []string) []string {
	ws := make([]word.Word, len(words))
	for i, s := range words {
		ws[i].Make(s)
	}
	var out []string
	for _, c := range Prose().Tag(nil, ws) {
		out = append(out, Prose().Classes()[c])
	}
	return out
}

func TestProseAgreesOnOwnSentences(t *testing.T) {
	for _, s := range []string{
		"Troops shelled the northern town on Monday, killing at least 12 people.",
		"Gen. Smith didn't say whether the U.S. would send 3.25 million dollars :) by a.m. or mail x@y.org",
		"“We won't go,” she said (twice) to the 4-year-old's mother in 1999.",
	} {
		compare(t, s)
	}
}

func TestProseAgreesOnText(t *testing.T) {
	data, err := os.ReadFile("../../../../shared/train/text/factbook.txt")
	if err != nil {
		t.Skip("no ../shared")
	}
	lines := strings.Split(string(data), "\n")
	n, bad := 0, 0
	for _, s := range lines[:min(150, len(lines))] {
		a, b := compare(t, s)
		n, bad = n+a, bad+b
	}
	t.Logf("%d tokens compared, %d differ", n, bad)
}

// compare holds the flat tagger against prose on one text.
func compare(t *testing.T, text string) (n, bad int) {
	t.Helper()
	words, want, last := oracleTags(t, text)
	got := flatTags(words)
	for i := range words {
		if !last[i] {
			continue
		}
		n++
		if got[i] != want[i] {
			bad++
			t.Errorf("%s: tag %q, prose says %q", strings.Join(words[max(0, i-2):min(len(words), i+3)], " "), got[i], want[i])
		}
	}
	return n, bad
}

func BenchmarkProse(b *testing.B) {
	ws := make([]word.Word, 0, 64)
	for _, s := range strings.Fields("Troops shelled the northern town on Monday , killing at least 12 people and wounding a dozen , officials said .") {
		ws = append(ws, word.Word{})
		ws[len(ws)-1].Make(s)
	}
	var tags []uint8
	for b.Loop() {
		tags = Prose().Tag(tags[:0], ws)
	}
	b.ReportMetric(float64(b.N*len(ws))/b.Elapsed().Seconds(), "words/s")
}
