package event

import (
	"strings"

	"dateline/transform/text/lemma"
)

// The grammar of headlines, which have no full stop: present tense, no auxiliaries, commas
// for "and". Taggers trained on prose read "Israel strikes targets" as one noun phrase.

// headline reports whether the sentence of token i reads as a headline: it ends without a
// stop, and no other verb of it is tensed.
func (g *graph) headline(i int) bool {
	s := g.doc.Sentences[g.tok[i].Sentence]
	if s.Last-s.First < 3 || s.Last-s.First > 18 {
		return false
	}
	switch g.tok[s.Last-1].Tag {
	case ".", "``", "''", ":", ",":
		return false
	}
	return !g.tensed(i)
}

// telegram mends what the tagger made of the verb of a headline.
func (m *mender) telegram(i int) {
	g := m.graph
	switch t := g.tok[i].Tag; {
	case t == "NNS" || t == "NN" && g.tok[i].Head < 0 || t == "JJ" && base(g.tok[i].Rel) == "amod":
		if i > 0 && g.tok[i-1].Sentence == g.tok[i].Sentence && g.headline(i) {
			m.headlineVerb(i)
		}
	case t == "VB" && g.tok[i].Rel == "acl":
		m.headlinePlan(i)
	case t == "VBD" && g.tok[i].Head < 0 && seized[g.lemma(i)]:
		if g.child(i, "obj", "aux", "ccomp", "xcomp") < 0 && g.child(i, "nsubj") >= 0 && g.nextNoun(i) < 0 && g.headline(i) {
			m.tag(i, "VBN", "") // "Venezuela opposition leader arrested"
		}
	}
}

// seized are verbs whose headline without an object is a passive.
var seized = map[string]bool{
	"arrest": true, "detain": true, "jail": true, "sentence": true, "charge": true, "kill": true, "wound": true, "injure": true, "kidnap": true, "abduct": true,
	"free": true, "release": true, "expel": true, "deport": true, "sack": true, "assassinate": true, "execute": true, "hang": true, "convict": true, "indict": true,
	"extradite": true, "impeach": true, "evacuate": true, "rescue": true, "bomb": true, "shell": true, "hijack": true, "freed": true,
}

// headlineVerb makes the verb of a headline of a plural or bare noun behind its subject.
func (m *mender) headlineVerb(i int) {
	g := m.graph
	w := g.word(i)
	if w == "" || w[0] < 'a' || w[0] > 'z' {
		return
	}
	l, root := w, g.tok[i].Head < 0
	if g.tok[i].Tag == "NNS" {
		if l = verbLemma(w); l == w {
			return
		}
	}
	if g.lex.verbs[l] == nil || !root && (g.lex.nominal[l] != "" || g.lex.nouns[l] != nil || g.lex.classes[l] != (bits{})) {
		return
	}
	if !strings.HasPrefix(g.tok[i-1].Tag, "NN") && g.actorBefore(i) < 0 {
		return
	}
	next := i + 1
	if next >= g.doc.Sentences[g.tok[i].Sentence].Last {
		return
	}
	o := g.objectAfter(i)
	switch g.tok[i].Tag {
	case "NN": // "Kenya police fire tear gas", but not "Kenya police fire"
		if g.actorBefore(i) < 0 || o < 0 && !nounsInLy[g.word(next)] || lemma.Of(w, "VBD") == w {
			return
		}
	case "JJ":
		if g.actorBefore(i) < 0 || o < 0 || lemma.Of(w, "VBD") != w {
			return
		}
	case "NNS":
		if o < 0 && g.tok[next].Tag != "CD" && g.tok[next].Tag != "IN" {
			return
		}
		if o < 0 && g.tok[next].Tag == "IN" && (g.actorBefore(i) < 0 || g.lex.nominal[l] != "" || g.lex.nouns[l] != nil) {
			return // "US strikes in Syria" are strikes
		}
	}
	m.tag(i, "VBZ", l)
	m.rebuild(i, o)
}

// rebuild hangs a headline on its verb i: the noun phrase before it is its subject, o its
// object, and what hung on the old head its own.
func (m *mender) rebuild(i, o int) {
	g := m.graph
	sent := g.doc.Sentences[g.tok[i].Sentence]
	old := i
	for n := 0; n < 8 && g.tok[old].Head >= 0; n++ {
		old = g.tok[old].Head
	}
	s := i - 1
	if a := g.actorBefore(i); a >= 0 {
		s = a
	}
	if old < s && old != i && strings.HasPrefix(g.tok[old].Tag, "V") && g.child(s, "case") < 0 { // "Blast at Kabul mosque kills 10" with "Blast" for a verb
		for c := g.first[old]; c >= 0 && int(c) < i; c = g.next[c] {
			if g.within(s, int(c)) {
				s = old
				m.tag(s, "NN", g.lemma(s))
				break
			}
		}
	}
	for n := 0; n < 6; n++ { // up to the head of the phrase before the verb
		h := g.tok[s].Head
		if h < 0 || h >= i || h < sent.First || g.tok[h].Tag == ":" || base(g.tok[s].Rel) == "appos" {
			break
		}
		s = h
	}
	m.move(i, -1, "root")
	m.move(s, i, "nsubj")
	for j := sent.First; j < sent.Last; j++ {
		h := g.tok[j].Head
		switch {
		case j == i || j == s:
		case j < i && (h == i || h < 0 || h > i):
			m.move(j, s, beforeRel(g.tok[j].Rel))
		case j == o:
			m.move(j, i, "obj")
		case j > i && (h < i || h == i) && h != o:
			r := base(g.tok[j].Rel)
			switch {
			case g.tok[j].Tag == "CD" && o < 0 && j == i+1:
				r = "obj"
			case r == "nmod" || r == "compound" || r == "flat" || r == "appos" || r == "dep":
				if r = "obl"; g.prep(j) == "" && o >= 0 && j < o {
					m.move(j, o, "compound")
					continue
				}
			}
			m.move(j, i, r)
		}
	}
}

// beforeRel is how a token of a subject hangs on its head.
func beforeRel(rel string) string {
	switch r := base(rel); r {
	case "amod", "compound", "nmod", "flat", "det", "nummod", "punct", "cc", "conj", "case":
		return rel
	}
	return "compound"
}

// headlinePlan makes the verb of "Turkey, Greece [to hold] talks" the head of the headline.
func (m *mender) headlinePlan(i int) {
	g := m.graph
	h := g.tok[i].Head
	if h < 0 || h > i || g.tok[h].Head >= 0 || g.tok[i-1].Tag != "TO" || !strings.HasPrefix(g.tok[h].Tag, "NN") || !g.headline(i) {
		return
	}
	m.move(i, -1, "root")
	m.move(h, i, "nsubj")
	for c := g.first[h]; c >= 0; c = g.next[c] {
		if g.tok[c].Rel == "nmod:unmarked" && int(c) < i && int(c) > h {
			m.move(int(c), h, "conj")
		}
	}
}
