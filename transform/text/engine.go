package text

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// model is prose's model, one for the process.
var model = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("dateline") })

// Analyze runs the engine on a text. It is safe for concurrent use.
func Analyze(s string) *Analysis {
	a := &Analysis{}
	pos := 0
	for _, para := range strings.SplitAfter(s, "\n\n") {
		analyzeParagraph(a, s, pos, pos+len(strings.TrimRight(para, "\n")))
		pos += len(para)
	}
	parseSentences(a, s)
	return a
}

// analyzeParagraph appends the sentences of s[start:end].
func analyzeParagraph(a *Analysis, s string, start, end int) {
	if start == end {
		return
	}
	doc, err := prose.NewDocument(s[start:end], prose.UsingModel(model()), prose.WithSegmentation(false))
	if err != nil {
		return
	}
	first, pos := len(a.Tokens), start
	for _, t := range doc.Tokens() {
		i := strings.Index(s[pos:end], t.Text)
		if i < 0 {
			continue
		}
		tok := Token{Start: pos + i, End: pos + i + len(t.Text), Tag: t.Tag, Lemma: strings.ToLower(t.Text), Head: -1, Sentence: len(a.Sentences)}
		if l := t.Label; l != "" && l != "O" {
			tok.Entity = strings.Replace(strings.Replace(l, "GPE", "LOC", 1), "PERSON", "PER", 1)
		}
		a.Tokens = append(a.Tokens, tok)
		pos = tok.End
		if t.Text == "." || t.Text == "?" || t.Text == "!" {
			first = closeSentence(a, first)
		}
	}
	closeSentence(a, first)
}

func closeSentence(a *Analysis, first int) int {
	n := len(a.Tokens)
	if n > first {
		a.Sentences = append(a.Sentences, Sentence{Start: a.Tokens[first].Start, End: a.Tokens[n-1].End, First: first, Last: n})
	}
	return n
}
