package event

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
