package event

import (
	"strings"

	"dateline/transform/text/lemma"
)

// condition finds the verb of "If Iran attacks Israel, …" read as a noun between names.
func (m *mender) condition(i int) bool {
	g := m.graph
	if i < 2 || i+1 >= len(g.tok) || g.tok[i-1].Tag != "NNP" || g.tok[i-1].Head != i || g.tok[i-2].Tag != "IN" {
		return false
	}
	switch g.lemma(i - 2) {
	case "if", "unless", "once", "because", "until", "as":
	default:
		return false
	}
	l := verbLemma(g.word(i))
	if t := g.tok[i+1].Tag; g.lex.verbs[l] == nil || t != "NNP" && t != "DT" && t != "PRP$" && t != "TO" {
		return false
	}
	m.tag(i, "VBZ", l)
	m.move(i, g.tok[i].Head, "advcl")
	m.move(i-2, i, "mark")
	m.move(i-1, i, "nsubj")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if int(c) > i && (base(g.tok[c].Rel) == "appos" || base(g.tok[c].Rel) == "flat" || base(g.tok[c].Rel) == "compound") {
			m.move(int(c), i, "obj")
		}
	}
	return true
}

// modifierVerb finds the verb in a noun's modifier: "the United States [cut] aid",
// "promised to [free] ten prisoners", "recruited men and [deployed] tanks".
func (m *mender) modifierVerb(i int) {
	g := m.graph
	h := g.tok[i].Head
	if i == 0 || g.tok[i-1].Sentence != g.tok[i].Sentence {
		return
	}
	if h > i && g.tok[h].Tag == "CD" && g.tok[h].Head > h { // "to [free] ten prisoners"
		h = g.tok[h].Head
	}
	w := g.word(i)
	past := lemma.Of(w, "VBD")
	switch {
	case g.tok[i-1].Tag == "TO" && h > i && g.tok[i-1].Head == h && g.lex.verbs[w] != nil:
		m.tag(i, "VB", w)
		m.swap(i, h)
		m.move(i, m.graph.tok[i].Head, "xcomp")
		m.move(i-1, i, "mark")
	case w == "beat" && h > i && g.tok[h].Tag == "NNS" && (base(g.tok[i].Rel) == "compound" || base(g.tok[i].Rel) == "amod"):
		m.bareBeat(i, h)
	case g.tok[i].Tag != "JJ" || g.lex.verbs[past] == nil || w == "armed" || past == w && w != "cut" && w != "hit" && w != "shut" && w != "quit":
	case base(g.tok[i].Rel) == "amod" && h == g.tok[i].Head && h > i && g.actorBefore(i) >= 0:
		m.tag(i, "VBD", past)
		m.raiseModifier(i)
	case g.tok[i-1].Tag == "CC" && past != w:
		v, o := g.verbBefore(i), g.objectAfter(i)
		if v >= 0 && o >= 0 {
			m.tag(i, "VBD", past)
			m.move(i, v, "conj")
			m.move(o, i, "obj")
		}
	}
}

// bareBeat makes the verb of "police in Cairo beat protesters", read as one noun phrase, the
// head of the clause, or the second verb of "used batons and beat protesters".
func (m *mender) bareBeat(i, o int) {
	g := m.graph
	s, v := g.tok[o].Head, -1
	if g.tok[i-1].Tag == "CC" {
		v = g.verbBefore(i)
	}
	switch {
	case v >= 0:
		m.tag(i, "VBD", "beat")
		m.move(i, v, "conj")
		m.move(o, i, "obj")
	case s >= 0 && s < i && g.tok[s].Head < 0 && g.isNoun(s) && !g.tensed(i):
		m.tag(i, "VBD", "beat")
		m.move(i, -1, "root")
		m.move(s, i, "nsubj")
		m.move(o, i, "obj")
		for c := g.first[o]; c >= 0 && int(c) < i; c = g.next[c] { // "in Cairo"
			m.move(int(c), s, "nmod")
		}
		for c := g.first[s]; c >= 0; c = g.next[c] {
			if int(c) > o {
				m.move(int(c), i, g.tok[c].Rel)
			}
		}
	}
}

// openingNoun makes a noun of "Talks between the army and rebel leaders opened", which the
// tagger takes for a verb, and hangs on it who stands behind "between".
func (m *mender) openingNoun(i int) {
	g := m.graph
	l := verbLemma(strings.ToLower(g.word(i)))
	if g.tok[i+1].Tag != "IN" || g.lex.nouns[l] == nil && g.lex.nominal[l] == "" {
		return
	}
	m.tag(i, "NNS", l)
	k := i + 1
	h := g.tok[k].Head
	if g.lemma(k) != "between" && g.lemma(k) != "with" && g.lemma(k) != "against" || h <= k || base(g.tok[k].Rel) != "case" || g.tok[h].Head == i {
		return
	}
	top := h
	for top >= 0 && !g.isVerb(top) && base(g.tok[top].Rel) != "nsubj" {
		top = g.tok[top].Head
	}
	if top < 0 || g.isVerb(top) {
		return
	}
	if top != h { // "the army" as a modifier of "leaders"
		m.move(top, h, "conj")
	}
	m.move(h, i, "nmod")
}

// verbBefore is the nearest past tense to the left of i in its sentence, -1 none.
func (g *graph) verbBefore(i int) int {
	for v := i - 1; v >= 0 && g.tok[v].Sentence == g.tok[i].Sentence; v-- {
		if g.tok[v].Tag == "VBD" && base(g.tok[v].Rel) != "aux" {
			return v
		}
	}
	return -1
}

// objectAfter is the head of the noun phrase that begins right behind i, -1 none.
func (g *graph) objectAfter(i int) int {
	head := -1
	for j := i + 1; j < len(g.tok) && j < i+7 && g.tok[j].Sentence == g.tok[i].Sentence; j++ {
		switch t := g.tok[j].Tag; {
		case t[0] == 'N':
			head = j
		case head < 0 && (t == "DT" || t == "CD" || t == "JJ" || t == "PRP$"):
		default:
			return head
		}
	}
	return head
}
