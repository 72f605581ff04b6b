package text

import (
	"sync"

	"dateline/transform/text/lemma"
	"dateline/transform/text/ner"
	"dateline/transform/text/tag"
	"dateline/transform/text/word"
)

// work is what an analysis needs while it runs; it is kept for the next one.
type work struct {
	pieces []piece
	words  []word.Word
	voice  []uint8 // prose's tags
	tags   []uint8
	labels []uint8
}

var pool = sync.Pool{New: func() any { return new(work) }}

// keep is how many tokens' worth of memory goes back to the pool.
const keep = 1 << 16

// Analyze runs the engine on a text. It is safe for concurrent use.
func Analyze(s string) *Analysis {
	w := pool.Get().(*work)
	a := w.analyze(s)
	if cap(w.pieces) <= keep {
		pool.Put(w)
	}
	parseSentences(a, s)
	return a
}

func (w *work) analyze(s string) *Analysis {
	w.pieces = scan(w.pieces[:0], s)
	a := &Analysis{Tokens: make([]Token, 0, len(w.pieces))}
	sentences(s, w.pieces, func(first, last int) { w.sentence(a, s, first, last) })
	if len(a.Sentences) > 0 && isHeadline(s, w.pieces, a.Sentences[0].Last) {
		a.Sentences[0].Headline = true
	}
	return a
}

// sentence appends the sentence of the pieces from first to last.
func (w *work) sentence(a *Analysis, s string, first, last int) {
	w.words = w.words[:0]
	for _, p := range w.pieces[first:last] {
		w.words = append(w.words, word.Word{})
		w.words[len(w.words)-1].Make(s[p.start:p.end])
	}
	w.voice = tag.Prose().Tag(w.voice[:0], w.words)
	w.tags = tag.Default().Tag(w.tags[:0], w.words, w.voice)
	classes := tag.Default().Classes()
	w.labels = ner.Prose().Label(w.labels[:0], w.words, w.voice)
	n := len(a.Sentences)
	for i, p := range w.pieces[first:last] {
		t := Token{Start: p.start, End: p.end, Tag: classes[w.tags[i]], Lemma: lemma.Of(s[p.start:p.end], classes[w.tags[i]]), Head: -1, Sentence: n}
		t.Entity = proseEntity(ner.Prose().Labels()[w.labels[i]], i > 0 && a.Tokens[len(a.Tokens)-1].Entity != "")
		a.Tokens = append(a.Tokens, t)
	}
	a.Sentences = append(a.Sentences, Sentence{Start: w.pieces[first].start, End: w.pieces[last-1].end, First: first, Last: last})
}

// proseEntity is the BIO label of one of prose's labels.
func proseEntity(label string, inside bool) string {
	if label == "O" {
		return ""
	}
	kind := "LOC"
	switch label[2:] {
	case "PERSON":
		kind = "PER"
	case "ORGANIZATION":
		kind = "ORG"
	}
	if label[0] == 'I' && inside {
		return "I-" + kind
	}
	return "B-" + kind
}
