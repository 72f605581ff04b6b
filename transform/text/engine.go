package text

import (
	"sync"

	"dateline/transform/text/lemma"
	"dateline/transform/text/ner"
	"dateline/transform/text/tag"
	"dateline/transform/text/truecase"
	"dateline/transform/text/word"
)

// work is what an analysis needs while it runs; it is kept for the next one.
type work struct {
	pieces   []piece
	doc      ner.Doc
	voice    []uint8  // prose's tags of a sentence
	capitals []int    // sentences in capitals
	skip     [][]bool // of each sentence, the words in asides
	labels   ner.Labeller
}

var pool = sync.Pool{New: func() any { return new(work) }}

// keep is how many tokens' worth of memory goes back to the pool.
const keep = 1 << 16

// load reads the models into memory, several at a time.
var load = sync.OnceFunc(func() {
	var wg sync.WaitGroup
	wg.Go(func() { tag.Prose() })
	wg.Go(func() { tag.Default() })
	wg.Go(func() { ner.Prose() })
	wg.Go(func() { ner.Default() })
	wg.Go(func() { ner.DefaultLists() })
	wg.Go(func() { parsers.Put(parsers.Get()) })
	wg.Wait()
})

// Analyze runs the engine on a text. It is safe for concurrent use.
func Analyze(s string) *Analysis {
	load()
	w := pool.Get().(*work)
	a := w.tagged(s)
	w.entities(a)
	for i := range a.Tokens {
		t := &a.Tokens[i]
		t.Lemma = lemma.Of(s[t.Start:t.End], t.Tag)
	}
	parseSentences(a, s, w.skip)
	if cap(w.pieces) <= keep {
		pool.Put(w)
	}
	return a
}

// Tagged is Analyze without entities, and what the entity models need to know: trainers
// begin with it.
func Tagged(s string) (*Analysis, *ner.Doc) {
	w := new(work)
	a := w.tagged(s)
	return a, &w.doc
}

// tagged finds tokens, sentences and tags.
func (w *work) tagged(s string) *Analysis {
	w.pieces = scan(w.pieces[:0], s)
	a := &Analysis{Tokens: make([]Token, 0, len(w.pieces))}
	d := &w.doc
	d.Words, d.Tags, d.Ends, d.Voice = d.Words[:0], d.Tags[:0], d.Ends[:0], d.Voice[:0]
	for _, p := range w.pieces {
		d.Words = append(d.Words, word.Word{})
		d.Words[len(d.Words)-1].Make(s[p.start:p.end])
	}
	sentences(s, w.pieces, func(first, last int) {
		d.Ends = append(d.Ends, last)
		w.sentence(a, s, first, last)
	})
	w.restoreCase()
	w.tag(a)
	if len(a.Sentences) > 0 && isHeadline(s, w.pieces, a.Sentences[0].Last) {
		a.Sentences[0].Headline = true
	}
	return a
}

// restoreCase makes the words of headlines in capitals look like running text.
func (w *work) restoreCase() {
	d := &w.doc
	d.Forms.Reset(len(d.Words))
	w.capitals = w.capitals[:0]
	lo := 0
	for i, hi := range d.Ends {
		if words := d.Words[lo:hi]; truecase.AllCaps(words) {
			w.capitals = append(w.capitals, i)
		} else {
			d.Forms.Count(words)
		}
		lo = hi
	}
	for _, i := range w.capitals {
		lo := 0
		if i > 0 {
			lo = d.Ends[i-1]
		}
		truecase.Restore(d.Words[lo:d.Ends[i]], &d.Forms)
	}
}

// tag sets the tags, and what prose says.
func (w *work) tag(a *Analysis) {
	d := &w.doc
	classes := tag.Default().Classes()
	lo := 0
	w.skip = w.skip[:0]
	for _, hi := range d.Ends {
		words := d.Words[lo:hi]
		w.voice = tag.Prose().Tag(w.voice[:0], words)
		d.Tags = tag.Default().Tag(d.Tags, words, w.voice)
		d.Voice = ner.Prose().Voice(d.Voice, words, w.voice)
		skip := asides(words)
		if w.skip = append(w.skip, skip); skip != nil {
			kept, at := without(words, skip)
			w.voice = tag.Prose().Tag(w.voice[:0], kept)
			for k, c := range tag.Default().Tag(nil, kept, w.voice) {
				d.Tags[lo+at[k]] = c
			}
		}
		for i := lo; i < hi; i++ {
			a.Tokens[i].Tag = classes[d.Tags[i]]
		}
		lo = hi
	}
}

// sentence appends the sentence of the pieces from first to last.
func (w *work) sentence(a *Analysis, s string, first, last int) {
	n := len(a.Sentences)
	for i := first; i < last; i++ {
		p := &w.pieces[i]
		a.Tokens = append(a.Tokens, Token{Start: p.start, End: p.end, Head: -1, Sentence: n})
	}
	a.Sentences = append(a.Sentences, Sentence{Start: w.pieces[first].start, End: w.pieces[last-1].end, First: first, Last: last})
}

// entities sets the tokens' entity labels.
func (w *work) entities(a *Analysis) {
	for i, c := range w.labels.Label(ner.Default(), &w.doc) {
		if c != 0 {
			a.Tokens[i].Entity = ner.Labels[c]
		}
	}
}

// Tokenize finds tokens and sentences only.
func Tokenize(s string) *Analysis {
	a := &Analysis{}
	p := scan(nil, s)
	sentences(s, p, func(first, last int) {
		for _, q := range p[first:last] {
			a.Tokens = append(a.Tokens, Token{Start: q.start, End: q.end, Head: -1, Sentence: len(a.Sentences)})
		}
		a.Sentences = append(a.Sentences, Sentence{Start: p[first].start, End: p[last-1].end, First: first, Last: last})
	})
	return a
}
