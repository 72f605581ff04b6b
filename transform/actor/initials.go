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

// The lengths of the acronyms that are looked for.
const minAcronym, maxAcronym = 3, 7

// spellOut finds the names of the story's acronyms in the story, the first of each.
func (p *pass) spellOut() {
	var names map[string]spelt
	for i := range p.Tokens {
		w := p.word(i)
		if len(w) < minAcronym || len(w) > maxAcronym || !letters(w) {
			continue
		}
		if names == nil {
			names = p.initials()
		}
		if s, ok := names[w]; ok {
			if p.spelt == nil {
				p.spelt = map[string]spelt{}
			}
			p.spelt[w] = s
		}
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

// initials are the runs of capitalised words of the story by their initials, the first of each.
func (p *pass) initials() map[string]spelt {
	names := map[string]spelt{}
	var buf [maxAcronym]byte
	for i := range p.Tokens {
		k := 0
		for j := i; j < len(p.Tokens) && p.Tokens[j].Sentence == p.Tokens[i].Sentence && k < maxAcronym; j++ {
			w := p.word(j)
			if k > 0 && small[p.keys[j]] {
				continue
			}
			if w[0] < 'A' || w[0] > 'Z' || len(w) < 2 || letters(w) {
				break
			}
			buf[k] = w[0]
			k++
			if _, ok := names[string(buf[:k])]; k >= minAcronym && !ok {
				names[string(buf[:k])] = spelt{i, j + 1}
			}
		}
	}
	return names
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
