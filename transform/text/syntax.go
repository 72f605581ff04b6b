package text

import (
	"sync"

	"dateline/transform/text/parse"
)

// parsers are reused: a parser keeps its memory, and the next sentence needs the same.
var parsers = sync.Pool{New: func() any { return parse.New() }}

// parseSentences fills Head and Rel of every token of a, whose text is s.
func parseSentences(a *Analysis, s string) {
	p := parsers.Get().(*parse.Parser)
	defer parsers.Put(p)
	for _, sent := range a.Sentences {
		p.Reset()
		toks := a.Tokens[sent.First:sent.Last]
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
