package actor

import (
	"strings"

	"dateline/transform/actor/book"
)

// reading is how the name of a state is meant.
type reading int

const (
	location reading = iota
	actor
	both // a place that things are done to: "invaded Ukraine"
)

// use decides by syntax whether a name acts or locates.
func (p *pass) use(it *item) (reading, string) {
	country := it.kind == nationItem && it.nation.kind == countryName || it.kind == nameItem
	seat := it.kind == nationItem && it.nation.kind == seatName
	g := p.govern(p.headOf(it.first, it.last, it.last-1))
	switch g.rel {
	case "nsubj":
		if country || seat || actVerbs[g.lemma] {
			return actor, "subject"
		}
		if p.locativeVerb(g) {
			return location, "subject of " + p.word(g.head)
		}
		return actor, "subject"
	case "nsubj:pass":
		if country || addressVerbs[g.lemma] {
			return actor, "passive subject"
		}
		return location, "passive subject"
	case "obj", "iobj":
		switch {
		case addressVerbs[g.lemma]:
			return actor, "object of " + p.word(g.head)
		case country && attackVerbs[g.lemma]:
			return both, "object of " + p.word(g.head)
		}
		return location, "object"
	case "nmod:poss":
		if actNouns[g.lemma] {
			return actor, "possessor of " + p.word(g.head)
		}
		return location, "possessor"
	case "obl", "nmod", "obl:agent":
		return p.prepositional(g, country)
	}
	if seat {
		return actor, "seat"
	}
	if g = p.governFlat(it.last - 1); g.rel == "nsubj" && (country || !placeVerbs[g.lemma]) {
		return actor, "before a verb" // where the parse has no subject for it
	}
	return location, "no role"
}

// prepositional decides for a name behind a preposition.
func (p *pass) prepositional(g governor, country bool) (reading, string) {
	why := g.prep + " after " + p.wordAt(g.head)
	switch g.prep {
	case "by":
		if country || addressVerbs[g.lemma] || actNouns[g.lemma] || attackVerbs[g.lemma] || g.rel == "obl:agent" || p.tag(g.head) == "VBN" {
			return actor, why
		}
	case "against", "versus", "vs":
		return actor, why
	case "with":
		if g.lemma != keyBorder && g.lemma != keyFrontier {
			return actor, why
		}
	case "between":
		if !borderNouns[g.lemma] && (country || relationNouns[g.lemma]) {
			return actor, why
		}
	case "to":
		if transferWords[g.lemma] {
			return actor, why
		}
	case "on", "upon":
		if pressureWords[g.lemma] {
			return actor, why
		}
	case "from":
		if sourceWords[g.lemma] {
			return actor, why
		}
	case "for":
		if country && supportWords[g.lemma] {
			return actor, why
		}
	case "of":
		if country && attackNouns[g.lemma] {
			return both, why
		}
	}
	return location, why
}

// headOf is the token of [first, last) that hangs from outside; def where the parse does
// not tell, or where the head is outside itself.
func (p *pass) headOf(first, last, def int) int {
	if def < first || def >= last {
		return def
	}
	for i := first; i < last; i++ {
		if t := &p.Tokens[i]; t.Rel != "" && (t.Head < first || t.Head >= last) && t.Rel != "case" && t.Rel != "punct" && t.Rel != "det" {
			return i
		}
	}
	return def
}

// governor is what a name depends on.
type governor struct {
	head  int // -1 none
	rel   string
	prep  string // the preposition between, in lower case
	lemma book.Key
}

// govern finds what governs the phrase headed by token h, through conjunctions.
func (p *pass) govern(h int) governor {
	g := governor{head: -1}
	for hops := 0; hops < 6; hops++ {
		t := &p.Tokens[h]
		if t.Rel == "" {
			return p.governFlat(h)
		}
		if (t.Rel == "conj" || t.Rel == "flat" || t.Rel == "appos") && t.Head >= 0 {
			h = t.Head
			continue
		}
		g.head, g.rel = t.Head, t.Rel
		break
	}
	if g.head < 0 {
		return g
	}
	g.lemma = p.lemmas[g.head]
	switch g.rel {
	case "obl", "nmod", "obl:agent", "obl:arg", "nmod:of":
		if g.rel == "obl:arg" {
			g.rel = "obl"
		}
		for i := h - 1; i >= 0 && i > h-8 && p.Tokens[i].Sentence == p.Tokens[h].Sentence; i-- {
			if p.Tokens[i].Head == h && p.Tokens[i].Rel == "case" && p.Tokens[i].Tag != "POS" {
				g.prep = strings.ToLower(p.word(i))
			}
		}
	}
	return g
}

// governFlat guesses the same without a parse: from the words on either side.
func (p *pass) governFlat(h int) governor {
	s := p.Sentences[p.Tokens[h].Sentence]
	i := h - 1
	for i >= s.First && (p.isDeterminer(i) || strings.HasPrefix(p.Tokens[i].Tag, "NNP") || strings.HasPrefix(p.Tokens[i].Tag, "JJ")) {
		i--
	}
	if i >= s.First && (p.word(i) == "and" || p.word(i) == ",") && i > s.First && p.at[i-1] >= 0 && p.items[p.at[i-1]].kind == nationItem {
		return p.governFlat(i - 1)
	}
	if j := h + 1; j < s.Last && p.Tokens[j].Tag == "POS" {
		for j++; j < s.Last && !strings.HasPrefix(p.Tokens[j].Tag, "NN"); j++ {
		}
		if j < s.Last {
			return governor{head: j, rel: "nmod:poss", lemma: p.lemmas[j]}
		}
	}
	if i >= s.First && (p.Tokens[i].Tag == "IN" || p.Tokens[i].Tag == "TO") {
		g := governor{head: -1, rel: "nmod", prep: strings.ToLower(p.word(i))}
		for k := i - 1; k >= s.First && k > i-4; k-- {
			if t := p.Tokens[k].Tag; strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "VB") {
				g.head, g.lemma = k, p.lemmas[k]
				break
			}
		}
		return g
	}
	if i >= s.First && strings.HasPrefix(p.Tokens[i].Tag, "VB") {
		return governor{head: i, rel: "obj", lemma: p.lemmas[i]}
	}
	for j := h + 1; j < s.Last && j < h+4; j++ {
		switch t := p.Tokens[j].Tag; {
		case t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD":
			return governor{head: j, rel: "nsubj", lemma: p.lemmas[j]}
		case t != "RB" && t != ",":
			return governor{head: -1}
		}
	}
	return governor{head: -1}
}

// locativeVerb reports whether a city as subject of the verb is the city: "Paris is", "lies".
func (p *pass) locativeVerb(g governor) bool {
	return placeVerbs[g.lemma] || g.head >= 0 && !strings.HasPrefix(p.Tokens[g.head].Tag, "VB")
}

func (p *pass) wordAt(i int) string {
	if i < 0 {
		return "nothing"
	}
	return p.word(i)
}

func (p *pass) tag(i int) string {
	if i < 0 {
		return ""
	}
	return p.Tokens[i].Tag
}
