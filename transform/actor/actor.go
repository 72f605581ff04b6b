package actor

import (
	"dateline/transform"
	"dateline/transform/actor/book"
)

// Annotator finds the actors of a document.
var Annotator = &transform.Annotator{
	Name:     "actor",
	Doc:      "who acts or is acted upon: states, governments, forces, groups, organisations, persons",
	Requires: []string{"date", "place"},
	Run:      run,
}

func run(d *transform.Document) error {
	p := newPass(d)
	for s := range d.Sentences {
		p.sentence(s)
	}
	p.finish()
	return nil
}

// pass is one run over one document.
type pass struct {
	*transform.Document
	book    *book.Book
	roles   *book.Roles
	nations *nations
	day     book.Day

	keys   []book.Key // per token, as printed
	lemmas []book.Key // per token, of the dictionary form
	items  []item     // in text order, not overlapping
	at     []int32    // per token, the item that covers it; -1 none
	places []int32    // per token, the place that covers it; -1 none
	dated  []bool     // per token, whether a date or the dateline covers it

	spelt map[string]spelt // names of the story's acronyms

	local []int32 // per sentence, its first place; -1 none
	next  []int32 // per place, the next one of its sentence

	scene    *string // country the story is about; nil not known yet
	found    []found // the mentions, sentence by sentence
	actors   int     // how many there are
	byKey    map[string]*known
	called   map[book.Key][]*known // by the words they may be called by
	surnames map[string]*known     // the latest bearer
	armed    *known                // the latest armed group named
	small    map[*book.Entry]bool  // armed groups that the story names in small letters
}

func newPass(d *transform.Document) *pass {
	n := len(d.Tokens)
	p := &pass{
		Document: d, book: book.Load(), roles: book.LoadRoles(), nations: loadNations(),
		day:   book.DayOf(d.Article.PublishedAt),
		byKey: map[string]*known{}, called: map[book.Key][]*known{}, surnames: map[string]*known{},
		keys: make([]book.Key, 2*n), at: make([]int32, 2*n), dated: make([]bool, n),
	}
	p.keys, p.lemmas = p.keys[:n:n], p.keys[n:]
	p.at, p.places = p.at[:n:n], p.at[n:]
	for i := range d.Tokens {
		p.keys[i] = book.KeyOf(p.word(i))
		p.lemmas[i] = p.lemmaKey(i)
		p.at[i], p.places[i] = -1, -1
	}
	p.findPlaces()
	p.spellOut()
	return p
}

// word is a token's text.
func (p *pass) word(i int) string { return p.Text[p.Tokens[i].Start:p.Tokens[i].End] }

// span is the bytes of tokens [first, last).
func (p *pass) span(first, last int) transform.Span {
	return transform.Span{Start: p.Tokens[first].Start, End: p.Tokens[last-1].End}
}

// text is what is printed from the first token to before the last.
func (p *pass) text(first, last int) string {
	return p.Text[p.Tokens[first].Start:p.Tokens[last-1].End]
}

// findPlaces notes which tokens are places, and which are dates or the dateline.
func (p *pass) findPlaces() {
	p.local, p.next = make([]int32, len(p.Sentences)), make([]int32, len(p.Places))
	for i := range p.local {
		p.local[i] = -1
	}
	for i := len(p.Places) - 1; i >= 0; i-- {
		s := p.Places[i].Sentence
		p.next[i], p.local[s] = p.local[s], int32(i)
	}
	t := 0
	for i := range p.Places {
		t = p.covered(t, p.Places[i].Span, func(j int) { p.places[j] = int32(i) })
	}
	if l := &p.Article.Dateline; l.End > l.Start {
		p.covered(0, transform.Span{Start: l.Start, End: l.End}, func(j int) { p.dated[j] = true })
	}
	t = 0
	for i := range p.Dates {
		if p.Dates[i].Type == "duration" { // "a 95-year-old man"
			continue
		}
		t = p.covered(t, p.Dates[i].Span, func(j int) { p.dated[j] = true })
	}
}

// covered calls f with the tokens of a span, looking from token t on, and returns the
// first of them. Spans come in text order or nearly so.
func (p *pass) covered(t int, s transform.Span, f func(token int)) int {
	for t > 0 && p.Tokens[t-1].End > s.Start {
		t--
	}
	for t < len(p.Tokens) && p.Tokens[t].End <= s.Start {
		t++
	}
	for j := t; j < len(p.Tokens) && p.Tokens[j].Start < s.End; j++ {
		f(j)
	}
	return t
}

// explain reports a decision, if somebody listens.
func (p *pass) explain(first, last int, message string) {
	if p.Explain != nil {
		p.Explain("actor", p.text(first, last)+": "+message)
	}
}
