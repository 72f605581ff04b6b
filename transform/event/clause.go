package event

import "dateline/transform/text/lemma"

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
