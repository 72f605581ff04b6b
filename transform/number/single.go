package number

import "strings"

// single reads one person told without a number.
func (p *pass) single(i int) (phrase, bool) {
	n, ok := p.described(i)
	if !ok {
		if n, ok = p.named(i); !ok {
			if n, ok = p.pronoun(i); !ok {
				if n, ok = p.life(i); !ok {
					if n, ok = p.fold(i); !ok {
						return phrase{}, false
					}
				}
			}
		}
	}
	n.q, n.verb, n.part, n.insideAt, n.people = -1, -1, -1, -1, true
	n.left, n.end = n.first, n.last
	if n.value == 0 {
		n.value = 1
	}
	return n, true
}

// described reads a person by a noun or an age. "a police officer", "his 15-year-old son", "a 16-year-old"
func (p *pass) described(i int) (phrase, bool) {
	if p.isWord(i, "another") && !p.modifier(i+1, -1) && !p.nounTag(i+1) && !p.isFigure(i+1) {
		return phrase{first: i, last: i + 1, head: -1, rule: "single", confidence: .7}, true
	}
	from := i + 1
	if !p.is(i, rArticle) && !p.opens(i) {
		if i > 0 && !p.ageOpens(i) && !p.possessive(i-1) && !p.goesOn(i) {
			return phrase{}, false
		}
		from = i // "Police officer killed", "19-year-old man dies", "the mayor's driver"
	}
	head, other := -1, false
	for j := from; j < len(p.lex) && j < i+16; j++ {
		w := p.lex[j].w
		if w != nil && w.person == manyPeople && !p.nounTag(j+1) {
			return phrase{}, false
		}
		if w == nil && j > i && p.demonym(j) || w != nil && (w.person&onePerson != 0 || w.collective > 0) || p.isWord(j, "old") && (p.hyphen(j-1) || p.isWord(j-1, "year") || p.isWord(j-1, "month")) {
			head, other = j, false
			continue
		}
		if w != nil && len(w.harm) > 0 && head >= 0 {
			break // "a man shot in the leg", whatever the tag
		}
		other = other || head >= 0 && (p.tag(j) == "NN" || p.tag(j) == "NNS")
		if head >= 0 && !p.nounTag(j) && !p.hyphen(j) || p.isMark(j, '\'') || p.isMark(j, '’') {
			break
		}
		if !p.nounTag(j) && !p.modifier(j, -1) && !p.isFigure(j) && !p.hyphen(j) && !p.isWord(j, "year") && !p.isWord(j, "month") {
			break
		}
	}
	if head < 0 || other || p.apostrophe(head+1) && p.deathOf(head+1) == 0 || p.hyphen(head+1) {
		return phrase{}, false
	}
	if p.tag(head+1) == "JJ" && p.harmAs(head+1, hState, hPast) == nil && !p.onDate(head+1) {
		return phrase{}, false // "a Peruvian diplomatic source"
	}
	n := phrase{first: i, last: head + 1, head: head, rule: "single", confidence: .7}
	n.last = p.nameEnd(n.last) // "the 26-year-old Anna Berg"
	if n.last > head+1 && p.lex[head].capital(p.text) && head > 0 && !strings.HasSuffix(p.tokens[p.tok[n.last-1]].Entity, "PER") {
		return phrase{}, false // "the Asian Forum"
	}
	if w := p.lex[head].w; w != nil {
		n.value = w.collective
	}
	return n, true
}

// goesOn reports whether lexeme i goes on with a coordination of single persons: "his wife,
// son and daughter".
func (p *pass) goesOn(i int) bool {
	if len(p.nps) == 0 || !p.bareNounAhead(i) {
		return false
	}
	k := i - 1
	for p.isMark(k, ',') || p.is(k, rAnd) {
		k--
	}
	n := &p.nps[len(p.nps)-1]
	return k < i-1 && n.q < 0 && n.end == k+1 && n.rule == "single"
}

// possessive reports whether lexeme i is the s of a possessive.
func (p *pass) possessive(i int) bool {
	return p.isWord(i, "s") && p.touches(i-1) && (p.isMark(i-1, '\'') || p.isMark(i-1, '’'))
}

// demonym reports whether lexeme i looks like the name of one of a people: "a Colombian".
func (p *pass) demonym(i int) bool {
	s := p.lex[i].text(p.text)
	return p.lex[i].kind == lexWord && p.lex[i].capital(p.text) && len(s) > 4 && (strings.HasSuffix(s, "ian") || strings.HasSuffix(s, "ean") || strings.HasSuffix(s, "can") || strings.HasSuffix(s, "ese")) && !p.nounTag(i+1)
}

// nameEnd returns where the proper nouns at lexeme i end.
func (p *pass) nameEnd(i int) int {
	for i < len(p.lex) && p.lex[i].kind == lexWord && !p.onDate(i) && (p.lex[i].capital(p.text) && (p.tag(i) == "NNP" || p.tag(i) == "NNPS" || p.tag(i) == "NNS") || p.tokens[p.tok[i]].Entity == "I-PER") {
		i++
	}
	return i
}

// ageOpens reports whether an age opens a description without an article. "17-year-old Emma Lee"
func (p *pass) ageOpens(i int) bool {
	return (p.isFigure(i) || p.is(i, rDigit|rTeen|rTen)) && !p.hyphen(i-1) && (p.hyphen(i+1) && (p.isWord(i+2, "year") || p.isWord(i+2, "month")) || p.is(i, rTen) && p.hyphen(i+1) && p.hyphen(i+3) && p.isWord(i+4, "year"))
}

// opens reports whether lexeme i can open the description of one person.
func (p *pass) opens(i int) bool {
	switch p.tag(i) {
	case "DT", "PRP$":
		return !p.isWord(i, "no") && !p.isWord(i, "every") && !p.isWord(i, "any") && !p.isWord(i, "these") && !p.isWord(i, "those")
	}
	return false
}

// named reads a person by a name: one entity, or proper nouns that are no entity at all.
func (p *pass) named(i int) (phrase, bool) {
	t := p.tok[i]
	if p.lex[i].kind != lexWord || p.lex[i].start != p.tokens[t].Start {
		return phrase{}, false
	}
	j, rule := i+1, "name"
	switch {
	case p.tokens[t].Entity == "B-PER":
		for j < len(p.lex) && (p.tokens[p.tok[j]].Entity == "I-PER" || p.tok[j] == t) {
			j++
		}
		j = p.nameEnd(j)
	case p.surname(i) && !p.surname(i-1):
		for j < len(p.lex) && p.surname(j) {
			j++
		}
		if i == 0 && p.tag(j) == "VBG" || p.nounTag(j) && !p.onDate(j) { // "Regime shelling killed …": the capital says nothing
			return phrase{}, false
		}
		rule = "surname"
	default:
		return phrase{}, false
	}
	if p.apostrophe(j) || j == i+1 && p.tag(i) == "NNPS" {
		return phrase{}, false
	}
	head := j - 1
	for head > i && p.lex[head].kind != lexWord {
		head--
	}
	return phrase{first: i, last: j, head: head, rule: rule, confidence: .6}, true
}

// surname reports whether lexeme i is a proper noun that the entity tagger left alone.
func (p *pass) surname(i int) bool {
	return i >= 0 && i < len(p.lex) && p.tag(i) == "NNP" && p.tokens[p.tok[i]].Entity == "" && p.lex[i].w == nil && p.lex[i].capital(p.text) && !p.onDate(i) && p.lex[i].end-p.lex[i].start > 2
}

// pronoun reads a person by a pronoun. "he was pronounced dead", "before shooting himself"
func (p *pass) pronoun(i int) (phrase, bool) {
	if p.has(i, fPronoun) && p.tag(i) == "PRP" {
		return phrase{first: i, last: i + 1, head: i, rule: "pronoun", confidence: .5}, true
	}
	return phrase{}, false
}
