package ner

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"

	"dateline/transform/text/tag"
	"dateline/transform/text/word"
)

var oracle = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("test") })

// compare holds the flat model against prose on one text. Prose lets equal words share one
// token, which at the end shows the label of the last of them and, while labels are given,
// the tag of the last of them: only texts with equal tags for equal words are compared.
func compare(t *testing.T, text string) (n int) {
	t.Helper()
	doc, err := prose.NewDocument(text, prose.UsingModel(oracle()), prose.WithSegmentation(false))
	if err != nil {
		t.Fatal(err)
	}
	tokens := doc.Tokens()
	words := make([]word.Word, len(tokens))
	last := map[string]int{}
	for i, k := range tokens {
		words[i].Make(k.Text)
		last[k.Text] = i
	}
	tags := tag.Prose().Tag(nil, words)
	for i, k := range tokens {
		if tag.Prose().Classes()[tags[i]] != k.Tag {
			return 0
		}
	}
	labels := Prose().Label(nil, words, tags)
	for i, k := range tokens {
		if last[k.Text] != i {
			continue
		}
		n++
		if got := Prose().Labels()[labels[i]]; got != k.Label {
			t.Errorf("%s: label %q, prose says %q", words[i].Text, got, k.Label)
		}
	}
	return n
}

func TestProseAgreesOnOwnSentences(t *testing.T) {
	for _, s := range []string{
		"President Maria Lopez of Chile met officials of the Northern Bank in Berlin.",
		"Troops from France shelled Port Said on Monday, killing 3.5 thousand, Infinity Inc. said.",
	} {
		if compare(t, s) == 0 {
			t.Errorf("nothing compared in %q", s)
		}
	}
}

func TestProseAgreesOnText(t *testing.T) {
	data, err := os.ReadFile("../../../../shared/train/text/factbook.txt")
	if err != nil {
		t.Skip("no ../shared")
	}
	n := 0
	for _, line := range strings.Split(string(data), "\n") {
		for _, s := range strings.SplitAfter(line, ". ") {
			if n < 12000 && strings.TrimSpace(s) != "" {
				n += compare(t, s)
			}
		}
	}
	t.Logf("%d tokens compared", n)
}
