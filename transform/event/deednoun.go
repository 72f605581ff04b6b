package event

// deedNoun reads a gerund that only follows a noun as the noun of a deed: "the worst mass
// shooting in years", "an embassy bombing". It reports whether it did.
func (m *mender) deedNoun(i int) bool {
	g := m.graph
	h := i - 1
	if g.tok[i].Rel != "acl" || g.tok[i].Head != h || h < 0 || g.tok[h].Tag != "NN" || g.actor[h] >= 0 || g.lex.nouns[g.word(i)] == nil || g.child(i, "obj", "nsubj", "aux") >= 0 {
		return false
	}
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if p := g.prep(int(c)); p == "at" || p == "to" { // "a gun shooting at the crowd"
			return false
		}
	}
	m.tag(i, "NN", g.word(i))
	m.move(i, g.tok[h].Head, g.tok[h].Rel)
	for c := g.first[h]; c >= 0; c = g.next[c] {
		if int(c) != i {
			m.move(int(c), i, g.tok[c].Rel)
		}
	}
	m.move(h, i, "compound")
	return true
}
