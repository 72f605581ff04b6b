package text

import (
	"sync"

	"dateline/transform/text/parse"
)

// parsers are reused: a parser keeps its memory, and the next sentence needs the same.
var parsers = sync.Pool{New: func() any { return parse.New() }}

// parseSentences fills Head and Rel of every token of a, whose text is s; skip marks the
// words of each sentence that stand in asides.
func parseSentences(a *Analysis, s string, skip [][]bool) {
	p := parsers.Get().(*parse.Parser)
	defer parsers.Put(p)
	for n, sent := range a.Sentences {
		p.Reset()
		toks := a.Tokens[sent.First:sent.Last]
		if skip[n] != nil {
			parseAround(p, toks, s, skip[n], sent.First)
			continue
		}
		for i := range toks {
			p.Add(s[toks[i].Start:toks[i].End], toks[i].Tag)
		}
		heads, rels := p.Parse()
		for i, h := range heads {
			toks[i].Head, toks[i].Rel = -1, rels[i]
			if h >= 0 {
				toks[i].Head = int(h) + sent.First
			}
		}
	}
}

// parseAround parses a sentence without the words that skip marks and hangs these on
// their neighbours.
func parseAround(p *parse.Parser, toks []Token, s string, skip []bool, first int) {
	var at []int
	for i := range toks {
		if !skip[i] {
			p.Add(s[toks[i].Start:toks[i].End], toks[i].Tag)
			at = append(at, i)
		}
	}
	heads, rels := p.Parse()
	for k, h := range heads {
		t := &toks[at[k]]
		t.Head, t.Rel = -1, rels[k]
		if h >= 0 {
			t.Head = first + at[h]
		}
	}
	hang(toks, skip, first)
}
