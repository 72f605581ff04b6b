package number

// partOf: "23 people, including four children and a nurse", "three of them", "two teenagers — a
// boy and a girl —"
func (p *pass) partOf(i int) {
	n := &p.nps[i]
	k := n.left - 1
	including := p.isWord(k, "including") || p.isWord(k, "among") || p.isWord(k, "them") && p.isWord(k-1, "among")
	if !including && !n.pronoun {
		if i > 0 {
			p.apposed(i)
		}
		return
	}
	for m := i - 1; m >= max(0, i-8); m-- {
		if w := &p.nps[m]; w.q >= 0 && w.part < 0 && w.people && (p.qs[w.q].typ == cardinalType) {
			n.part = m
			return
		}
	}
	n.partBefore = true
}

// apposed makes phrase i a part of the one before it where a dash or colon spells that one
// out, or where it goes on with the parts of the same whole.
func (p *pass) apposed(i int) {
	n, prev := &p.nps[i], &p.nps[i-1]
	if prev.part >= 0 && p.following(i-1) == i {
		n.part = prev.part
		return
	}
	if prev.q < 0 || prev.value < 2 || !prev.people || prev.part >= 0 || p.qs[prev.q].typ != cardinalType || n.value > prev.value || n.left != prev.end+1 {
		return
	}
	switch p.lex[prev.end].mark {
	case '—', '–', '-', ':', '(':
		n.part = i - 1
	case ',':
		if n.q < 0 && p.spelled(i) == prev.value { // "two of them, Ana Ruiz and Jan Berg, died"
			n.part = i - 1
		}
	}
}

// spelled is how many single persons the coordination that begins with phrase i lists.
func (p *pass) spelled(i int) float64 {
	count := 0.
	for ; i >= 0 && p.nps[i].q < 0; i = p.following(i) {
		count += p.nps[i].value
	}
	return count
}
