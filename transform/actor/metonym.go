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

// use decides by syntax whether a name acts or locates. A preposition before the name
// decides over the parse; where the parse sees no role, the words on either side do.
func (p *pass) use(it *item) (reading, string) {
	country := it.kind == nationItem && it.nation.kind == countryName || it.kind == nameItem
	seat := it.kind == nationItem && it.nation.kind == seatName
	h := p.headOf(it.first, it.last, it.last-1)
	g, flat := p.govern(h), p.governFlat(it.first, it.last)
	if flat.rel == "nmod" {
		if g.rel != "obl" && g.rel != "nmod" && g.rel != "obl:agent" || g.prep != flat.prep || p.dated[g.head] {
			g = flat
		}
		return p.prepositional(g, country)
	}
	r, why, ok := p.role(g, country, seat)
	if r == location {
		if r2, why2, ok2 := p.role(flat, country, seat); ok2 && (r2 != location || !ok) {
			r, why, ok = r2, why2, true
		}
	}
	if !ok && seat {
		return actor, "seat"
	}
	return r, why
}

// role reads the grammatical role of a name that has no preposition; it is not ok where
// there is none.
func (p *pass) role(g governor, country, seat bool) (r reading, why string, ok bool) {
	switch g.rel {
	case "nsubj":
		if country || seat || actVerbs[g.lemma] || !p.locativeVerb(g) {
			return actor, "subject", true
		}
		return location, "subject of " + p.word(g.head), true
	case "nsubj:pass":
		if country || addressVerbs[g.lemma] {
			return actor, "passive subject", true
		}
		return location, "passive subject", true
	case "obj", "iobj":
		switch {
		case addressVerbs[g.lemma]:
			return actor, "object of " + p.word(g.head), true
		case country && attackVerbs[g.lemma]:
			return both, "object of " + p.word(g.head), true
		}
		return location, "object", true
	case "nmod:poss":
		if p.isAct(g.head) {
			return actor, "possessor of " + p.word(g.head), true
		}
		return location, "possessor", true
	case "obl", "nmod", "obl:agent":
		if g.prep != "" {
			r, why = p.prepositional(g, country)
			return r, why, true
		}
	}
	return location, "no role", false
}

// prepositional decides for a name behind a preposition.
func (p *pass) prepositional(g governor, country bool) (reading, string) {
	why := g.prep + " after " + p.wordAt(g.head)
	switch g.prep {
	case "by":
		if country || addressVerbs[g.lemma] || p.isAct(g.head) || attackVerbs[g.lemma] || g.rel == "obl:agent" || p.tag(g.head) == "VBN" {
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

// govern finds what governs the phrase headed by token h in the parse, through
// conjunctions.
func (p *pass) govern(h int) governor {
	g := governor{head: -1}
	for range 6 {
		t := &p.Tokens[h]
		if (t.Rel == "conj" || t.Rel == "flat" || t.Rel == "appos") && t.Head >= 0 {
			h = t.Head
			continue
		}
		g.head, g.rel = t.Head, t.Rel
		break
	}
	if g.head < 0 {
		return governor{head: -1}
	}
	g.lemma = p.lemmas[g.head]
	switch g.rel {
	case "obl", "nmod", "obl:agent", "obl:arg":
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

// governFlat guesses the same from the words on either side of a name.
func (p *pass) governFlat(first, last int) governor {
	s := p.Sentences[p.Tokens[first].Sentence]
	i := first - 1
	for i >= s.First && (p.isDeterminer(i) || strings.HasPrefix(p.Tokens[i].Tag, "JJ")) {
		i--
	}
	if i > s.First && (p.word(i) == "and" || p.word(i) == "or" || p.word(i) == ",") {
		if k := p.at[i-1]; k >= 0 && (p.items[k].kind == nationItem || p.items[k].kind == placeItem) && int(k) != int(p.at[first]) {
			if g := p.governFlat(p.items[k].first, p.items[k].last); g.rel != "" {
				return g
			}
		}
	}
	if last < s.Last && p.Tokens[last].Tag == "POS" {
		j := last + 1
		for j < s.Last && !p.endsPhrase(j, s.Last) {
			j++
		}
		if j < s.Last {
			return governor{head: j, rel: "nmod:poss", lemma: p.lemmas[j]}
		}
	}
	if i >= s.First && (p.Tokens[i].Tag == "IN" || p.Tokens[i].Tag == "TO") && !clauseWords[p.keys[i]] {
		return p.behind(i, s.First)
	}
	if i >= s.First && strings.HasPrefix(p.Tokens[i].Tag, "VB") {
		return governor{head: i, rel: "obj", lemma: p.lemmas[i]}
	}
	for j := last; j < s.Last && j < last+12; j++ {
		if k := p.conjunct(j, s.Last); k > j {
			j = k - 1
			continue
		}
		switch t := p.Tokens[j].Tag; {
		case t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD":
			return governor{head: j, rel: "nsubj", lemma: p.mainVerb(j, s.Last)}
		case p.dated[j], t == "RB", t == "IN" && j+1 < s.Last && p.dated[j+1]:
		default:
			return governor{head: -1}
		}
	}
	return governor{head: -1}
}

// conjunct is the token after the state that an "and" or a comma at token j adds; j if it
// adds none.
func (p *pass) conjunct(j, last int) int {
	if w := p.word(j); w != "and" && w != "," && w != "or" {
		return j
	}
	k := j + 1
	for k < last && (p.isDeterminer(k) || p.word(k) == "and") {
		k++
	}
	if k < last && p.at[k] >= 0 {
		if it := &p.items[p.at[k]]; it.kind == nationItem || it.kind == nameItem {
			return it.last
		}
	}
	return j
}

// behind is the governor of what follows the preposition at token i: the noun or verb
// before it.
func (p *pass) behind(i, first int) governor {
	g := governor{head: -1, rel: "nmod", prep: strings.ToLower(p.word(i))}
	for k := i - 1; k >= first && k > i-6; k-- {
		if t := p.Tokens[k].Tag; !p.dated[k] && (strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "VB")) {
			g.head, g.lemma = k, p.lemmas[k]
			break
		}
	}
	return g
}

// mainVerb is the verb behind an auxiliary at token j.
func (p *pass) mainVerb(j, last int) book.Key {
	for k := j; k < last && k < j+5; k++ {
		switch p.lemmas[k] {
		case keyHave, keyBe, keyWill, keyWould, keyNot, keyMay, keyMight, keyCould, keyCan, keyMust, keyShould, keyDo:
			continue
		}
		if strings.HasPrefix(p.Tokens[k].Tag, "VB") {
			return p.lemmas[k]
		}
	}
	return p.lemmas[j]
}

// endsPhrase reports whether a noun at token j ends its phrase.
func (p *pass) endsPhrase(j, last int) bool {
	return strings.HasPrefix(p.Tokens[j].Tag, "NN") && (j+1 >= last || !strings.HasPrefix(p.Tokens[j+1].Tag, "NN"))
}

// isAct reports whether a noun names an act, so that whose it is acts: "offensive",
// "suppression", "refusal".
func (p *pass) isAct(i int) bool {
	if i < 0 || !strings.HasPrefix(p.Tokens[i].Tag, "NN") {
		return false
	}
	if k := p.lemmas[i]; actNouns[k] {
		return true
	} else if noActs[k] {
		return false
	}
	w := strings.ToLower(p.word(i))
	w = strings.TrimSuffix(w, "s")
	for _, s := range actEndings {
		if len(w) > len(s)+3 && strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// locativeVerb reports whether a city as subject of the verb is the city: "Paris lies".
func (p *pass) locativeVerb(g governor) bool {
	return placeVerbs[g.lemma] || g.head >= 0 && !strings.HasPrefix(p.Tokens[g.head].Tag, "VB") && p.Tokens[g.head].Tag != "MD"
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
