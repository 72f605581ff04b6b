package event

// thatClause reads a "that" behind a noun as the conjunction where the clause has a subject
// of its own besides it: "denied claims that Turkey has bought oil".
func (m *mender) thatClause(i int) {
	v := m.tok[i].Head
	if m.tok[i].Rel != "nsubj" || v <= i || base(m.tok[v].Rel) != "acl" || m.tok[v].Head != i-1 || m.lemma(i) != "that" {
		return
	}
	for c := m.first[v]; c >= 0; c = m.next[c] {
		if k := int(c); k > i && k < v && m.tok[k].Rel == "nsubj" {
			m.tag(i, "IN", "that")
			m.move(i, v, "mark")
			m.move(v, i-1, "acl")
			return
		}
	}
}
