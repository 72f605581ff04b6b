package event

import (
	"strings"

	"dateline/transform/text/lemma"
)

// Clauses and sides that the parse hangs on the word beside instead of the verb they belong to.

// ofAgent hangs what one is accused of on the verb and not on the accuser: "was accused by the
// court [of ordering] killings".
func (m *mender) ofAgent(i int) {
	g := m.graph
	h := g.tok[i].Head
	if base(g.tok[i].Rel) != "acl" || h < 0 || h > i || g.prep(i) != "of" || g.prep(h) != "by" || base(g.tok[h].Rel) != "obl" {
		return
	}
	if v := g.tok[h].Head; v >= 0 && v < h && g.isVerb(v) && g.passive(v) {
		m.move(i, v, "advcl")
	}
}

// openingSubject makes the subject of the state that opens a sentence, read as a modifier of
// the verb behind it: "[Nepal] appealed to India".
func (m *mender) openingSubject(v int) {
	g := m.graph
	s := v - 1
	if s < 0 || g.tok[s].Head != v || g.place[s] < 0 || g.tok[v].Head >= 0 || g.tok[s].Sentence != g.tok[v].Sentence || g.child(v, "nsubj", "aux", "cop") >= 0 {
		return
	}
	switch base(g.tok[s].Rel) {
	case "compound", "amod":
	default:
		return
	}
	p := &g.doc.Places[g.place[s]]
	if first := g.tok[g.doc.Sentences[g.tok[s].Sentence].First].Start; p.Feature != "country" || p.Start != first && g.doc.Text[first:p.Start] != "The " {
		return
	}
	m.tag(v, "VBD", "")
	m.move(s, v, "nsubj")
}

// ifOpening finds the verb of "[If the army fires] on civilians, …", read as a plural that the
// name of the actor before it modifies and that is the subject of what would follow.
func (m *mender) ifOpening(i int) bool {
	g := m.graph
	h := g.tok[i].Head
	if i < 2 || h < i || base(g.tok[i].Rel) != "nsubj" || g.tok[i-1].Head != i || base(g.tok[i-1].Rel) != "compound" || g.actorBefore(i) != i-1 || !g.isVerb(h) && g.child(h, "cop") < 0 {
		return false
	}
	if t := g.tok[i+1].Tag; t != "IN" && t != "DT" && t != "NNP" && t != "TO" && t != "PRP$" || g.lex.verbs[verbLemma(g.word(i))] == nil {
		return false
	}
	k := g.child(h, "mark")
	if k < 0 || k > i || i-k > 6 || !g.secondSubject(h, i) {
		return false
	}
	switch g.lemma(k) {
	case "if", "unless", "once", "until":
	default:
		return false
	}
	s := i - 1
	m.tag(i, "VBZ", verbLemma(g.word(i)))
	m.move(i, h, "advcl")
	m.move(s, i, "nsubj")
	m.move(k, i, "mark")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		switch {
		case int(c) < s:
			m.move(int(c), s, g.tok[c].Rel)
		case base(g.tok[c].Rel) == "nmod":
			m.move(int(c), i, "obl")
		}
	}
	return true
}

// pastBehindTo makes a modifier of "sent food to [besieged] towns", read as an infinitive: none
// is a past form.
func (m *mender) pastBehindTo(i int) {
	g := m.graph
	w := g.word(i)
	o, k := g.child(i, "obj"), i-1
	if !strings.HasSuffix(w, "ed") || o < i || o > i+4 || k < 0 || g.tok[k].Head != i || g.lemma(k) != "to" || lemma.Of(w, "VBN") == w || g.lex.verbs[w] != nil {
		return
	}
	m.tag(i, "VBN", lemma.Of(w, "VBN"))
	m.tag(k, "IN", "")
	m.move(o, g.tok[i].Head, "obl")
	m.move(k, o, "case")
	m.move(i, o, "amod")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if int(c) > i && int(c) != o {
			m.move(int(c), g.tok[i].Head, g.tok[c].Rel)
		}
	}
}

// heldPlace gives back the object of "rebels who control [Aleppo] rejected an offer", read as a
// second subject of the verb behind it.
func (m *mender) heldPlace(v int) {
	g := m.graph
	s, o, r := -1, -1, -1
	for c := g.first[v]; c >= 0 && int(c) < v; c = g.next[c] {
		if base(g.tok[c].Rel) != "nsubj" {
			continue
		}
		if s < 0 {
			s = int(c)
		} else {
			o = int(c)
		}
	}
	if o < 0 || g.place[o] < 0 || g.tok[o-1].Tag == "," {
		return
	}
	for c := g.first[s]; c >= 0; c = g.next[c] {
		if int(c) > s && int(c) < o && g.tok[c].Rel == "acl:relcl" && g.isVerb(int(c)) {
			r = int(c)
		}
	}
	if r < 0 || o-r > 4 || g.child(r, "obj") >= 0 || g.child(r, "nsubj") < 0 {
		return
	}
	for j := r + 1; j < o; j++ {
		if g.tok[j].Tag == "," || g.isVerb(j) {
			return
		}
		if g.tok[j].Head == r {
			m.move(j, o, "amod")
		}
	}
	m.move(o, r, "obj")
}

// apposedName makes one subject of "the bloc [ECOWAS] condemned and threatened", read as two:
// what the name is called hangs on the name.
func (m *mender) apposedName(v int) {
	g := m.graph
	a, b := -1, -1
	for c := g.first[v]; c >= 0 && int(c) < v; c = g.next[c] {
		if base(g.tok[c].Rel) != "nsubj" {
			continue
		}
		if a < 0 {
			a = int(c)
		} else if b < 0 {
			b = int(c)
		}
	}
	if b < 0 || g.actor[a] >= 0 || g.actor[b] < 0 || !strings.HasPrefix(g.tok[a].Tag, "NN") || !strings.HasPrefix(g.tok[b].Tag, "NNP") {
		return
	}
	for j := a + 1; j < b; j++ {
		if g.tok[j].Head != b || !strings.HasPrefix(g.tok[j].Tag, "NNP") {
			return
		}
	}
	m.move(a, b, "compound")
}

// byDoer hangs who does what the object tells on the object: "broke up a protest [by students]"
// is no passive.
func (m *mender) byDoer(i int) {
	g := m.graph
	v := g.tok[i].Head
	if g.actor[i] < 0 || g.tok[i].Rel != "obl" || v < 0 || v > i || !g.isVerb(v) || g.prep(i) != "by" || g.passive(v) {
		return
	}
	o, by := g.child(v, "obj", "advmod"), g.child(i, "case")
	if o < v || by != o+1 || g.actor[o] >= 0 || g.lex.nouns[g.lemma(o)] == nil && g.lex.nominal[g.lemma(o)] == "" {
		return
	}
	g.seen[i] = false
	m.move(i, o, "nmod")
}

// chargeDAffaires makes a noun of "summoned the Iranian [charge d'affaires]", read as a clause.
func (m *mender) chargeDAffaires(i int) {
	g := m.graph
	if c := i - 1; c > 0 && strings.HasPrefix(g.word(i), "d'affaire") && g.tok[c].Head == i && g.tok[i].Head >= 0 && g.tok[i].Head < c {
		v := g.tok[i].Head
		m.tag(c, "NN", "envoy")
		m.tag(i, "NN", "")
		m.move(c, v, "obj")
		m.move(i, c, "flat")
		for k := g.first[i]; k >= 0; k = g.next[k] {
			if int(k) > i {
				m.move(int(k), v, "obl")
			}
		}
	}
}
