package actor

import (
	"strings"

	"dateline/transform/actor/book"
)

// An acronym stands for the name that the story itself spells out: after "the Rapid Support
// Forces", RSF is no body of journalists.

// spelt is the name of an acronym, tokens [first, last).
type spelt struct{ first, last int }

// small words of a name have no letter in its acronym.
var small = keySet("of", "the", "for", "and", "in", "on", "to", "de", "la", "du", "des", "del", "al")

// spellOut finds the names of the story's acronyms in the story.
func (p *pass) spellOut() {
	for i := range p.Tokens {
		w := p.word(i)
		if len(w) < 3 || len(w) > 7 || !letters(w) {
			continue
		}
		if _, seen := p.spelt[w]; seen {
			continue
		}
		if p.spelt == nil {
			p.spelt = map[string]spelt{}
		}
		p.spelt[w] = p.spelling(w)
	}
}

// letters reports whether a word is made of capitals only.
func letters(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return true
}

// spelling is the first run of capitalised words whose initials are those of an acronym; zero
// when there is none.
func (p *pass) spelling(acronym string) spelt {
	for i := range p.Tokens {
		if p.word(i)[0] != acronym[0] {
			continue
		}
		k, j := 0, i
		for ; j < len(p.Tokens) && p.Tokens[j].Sentence == p.Tokens[i].Sentence && k < len(acronym); j++ {
			w := p.word(j)
			if k > 0 && small[p.keys[j]] {
				continue
			}
			if w[0] != acronym[k] || len(w) < 2 || letters(w) {
				break
			}
			k++
		}
		if k == len(acronym) {
			return spelt{i, j}
		}
	}
	return spelt{}
}

// acronymAt is what the acronym at token i stands for where the story spells it out and the
// book takes it for something else, or for nothing.
func (p *pass) acronymAt(i int) item {
	s := p.spelt[p.word(i)]
	if s.last == 0 || s.first <= i && i < s.last {
		return item{}
	}
	full, own := p.nameAt(s.first, s.last), p.nameAt(i, i+1)
	if full.kind != 0 && full.last == s.last {
		full.first, full.last = i, i+1
		return full
	}
	if own.kind != 0 && p.shareWords(own.entry.Name, s) {
		return item{}
	}
	return item{kind: orgItem, first: i, last: i + 1, name: s}
}

// shareWords reports whether a name of the book has a word of the name that is spelt out,
// and is but another way to write it.
func (p *pass) shareWords(name string, s spelt) bool {
	for w := range strings.FieldsSeq(name) {
		key := book.KeyOf(w)
		for i := s.first; i < s.last; i++ {
			if p.keys[i] == key && !small[key] {
				return true
			}
		}
	}
	return false
}
