package number

// sums finds coordinations that share one fate and adds them up: "two soldiers and a
// policeman were killed" tells of three. The total is a mention of its own, over the whole
// coordination; its members are parts of it.
func (p *pass) sums() {
	p.totals = p.totals[:0]
	for i := range p.nps {
		if p.renamed(i) {
			p.nps[i].category = ""
		}
	}
	for i := 0; i < len(p.nps); i++ {
		total, last := p.nps[i].value, i
		for j := p.following(i); j >= 0; j = p.following(last) {
			if !p.nps[i].addable(p) || !p.nps[j].addable(p) || p.nps[j].category != p.nps[i].category || p.nps[j].verb != p.nps[i].verb {
				break
			}
			total += p.nps[j].value
			last = j
		}
		if last == i || !p.hasAnd(p.nps[i].end, p.nps[last].left) {
			continue
		}
		n := p.nps[i]
		n.q, n.head, n.last, n.value, n.rule, n.confidence = -1, -1, p.nps[last].end, total, "sum", .7
		p.totals = append(p.totals, sum{total: n, from: i, to: last})
		i = last
	}
}

// renamed reports whether phrase i only says again who the single person before it is:
// "Ana Ruiz, 31, a nurse, was killed".
func (p *pass) renamed(i int) bool {
	n := &p.nps[i]
	m := i - 1
	for m >= 0 && p.nps[m].q >= 0 && p.qs[p.nps[m].q].age {
		m--
	}
	if m < 0 || n.q >= 0 || p.nps[m].q >= 0 || p.nps[m].category != n.category || !p.isMark(n.left-1, ',') || p.following(i) >= 0 {
		return false
	}
	for k := p.nps[m].end; k < n.left; k++ {
		if !p.isMark(k, ',') && !p.isFigure(k) {
			return false
		}
	}
	return n.left > p.nps[m].end
}

// sum is a total and the phrases it adds up.
type sum struct {
	total    phrase
	from, to int
}

// addable reports whether a phrase is a plain count of people with a fate.
func (n *phrase) addable(p *pass) bool {
	return n.worth() && n.people && n.part < 0 && !n.partBefore && n.rule != "pronoun" && (n.q < 0 || p.qs[n.q].bound == exact && p.qs[n.q].typ == cardinalType)
}

// following returns the phrase that goes on with the coordination behind phrase i: only
// commas, ages and conjunctions stand between. -1 if there is none.
func (p *pass) following(i int) int {
	k := p.nps[i].end
	for j := i + 1; j < len(p.nps); j++ {
		n := &p.nps[j]
		if n.first < k { // an age inside a description
			continue
		}
		for k < n.left && (p.isMark(k, ',') || p.is(k, rAnd) || p.isMark(k, '&')) {
			k++
		}
		if k != n.left || k == p.nps[i].end {
			return -1
		}
		if n.q >= 0 && p.qs[n.q].age {
			k = n.end
			continue
		}
		return j
	}
	return -1
}

// hasAnd reports whether a conjunction stands between lexemes i and j.
func (p *pass) hasAnd(i, j int) bool {
	for ; i < j; i++ {
		if p.is(i, rAnd) || p.isMark(i, '&') {
			return true
		}
	}
	return false
}

// keep drops the single persons to whom nothing happened, puts totals before their parts
// and renumbers the parts.
func (p *pass) keep() {
	p.out, p.index = p.out[:0], p.index[:0]
	t := 0
	for i := range p.nps {
		n := p.nps[i]
		whole := -1
		if t < len(p.totals) && i >= p.totals[t].from {
			if i == p.totals[t].from {
				p.totals[t].from, p.totals[t].total.part = i, -1
				p.out = append(p.out, p.totals[t].total)
				p.whole = len(p.out) - 1
			}
			whole = p.whole
			if i == p.totals[t].to {
				t++
			}
		}
		p.index = append(p.index, -1)
		if n.q < 0 && !n.worth() {
			continue
		}
		p.index[i] = len(p.out)
		switch {
		case whole >= 0 && (n.q < 0 || !p.qs[n.q].age):
			n.part = whole
		case n.part >= 0:
			n.part = p.index[n.part]
		}
		p.out = append(p.out, n)
	}
	p.nps, p.out = p.out, p.nps
}
