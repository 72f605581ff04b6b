package event

// What a sentence tells beside its event: who somebody is, and on what occasion. It is no event
// of its own.

// described reports whether a participle behind its noun says no more than who that is or
// where: "people suspected of spying", "hostages held in Gaza", "the army, backed by militia,
// captured …", "rebels fighting for control".
func (b *builder) described(c *coding) bool {
	g := b.g
	if !g.isVerb(c.tok) || g.tok[c.tok].Rel != "acl" {
		return false
	}
	l := g.lemma(c.tok)
	if l == "use" && g.tok[c.tok].Tag == "VBG" { // "dispersed by police using tear gas"
		for n, h := 0, g.tok[c.tok].Head; n < 4 && h >= 0; n, h = n+1, g.tok[h].Head {
			if k := b.x.code(h); g.isVerb(h) && k != nil {
				return k.code[:2] == c.code[:2]
			}
		}
		return false
	}
	if !c.frame.passive {
		return l == "fight" && g.tok[c.tok].Tag == "VBG" && len(c.frame.obj) == 0 && !g.fights(c.frame)
	}
	switch l {
	case "suspect", "hold", "keep", "accuse", "blame", "believe":
		return len(c.frame.subj) == 0
	case "back", "support", "aid", "assist", "arm", "fund", "finance", "lead":
		return true
	}
	return false
}

// fights reports whether the frame says against whom.
func (g *graph) fights(f *frame) bool {
	for _, r := range f.obl {
		if (r.prep == "against" || r.prep == "with") && (g.actor[r.tok] >= 0 || g.place[r.tok] >= 0) {
			return true
		}
	}
	return false
}

// verbAbove is the verb whose clause noun i stands in, -1 none.
func (g *graph) verbAbove(i int) int {
	h := g.tok[i].Head
	for n := 0; n < 3 && h >= 0 && !g.isVerb(h); n++ {
		h = g.tok[h].Head
	}
	return h
}

// silence takes what hangs on such a participle out of the events.
func (b *builder) silence(p, last int) {
	for i := p + 1; i < last && b.g.within(i, p); i++ {
		if c := b.x.code(i); c != nil && !violent(c.code) { // "suspected of killing two" tells of their death
			b.x.used[i] = true
		}
	}
}

// occasion reports whether event noun c, which names nobody, is only the occasion of what its
// sentence tells: "suspended its membership following the coup".
func (b *builder) occasion(s int, c *coding) bool {
	g := b.g
	i := c.tok
	q := g.prep(i)
	if h := g.tok[i].Head; h >= 0 && g.tok[h].Tag == "VBG" && g.lemma(h) == "follow" && base(g.tok[i].Rel) == "obj" { // "[following] the coup" for a verb
		i, q = h, "following"
	}
	for n := 0; n < 3 && q == "of" && g.tok[i].Head >= 0 && (g.isTime(g.tok[i].Head) || g.isTransparent(g.tok[i].Head)); n++ { // "after weeks of protests"
		i = g.tok[i].Head
		q = g.prep(i)
		if h := g.tok[i].Head; h >= 0 && g.tok[h].Tag == "VBG" && g.lemma(h) == "follow" && base(g.tok[i].Rel) == "obj" {
			i, q = h, "following"
		}
	}
	if h := g.tok[i].Head; q == "of" && h >= 0 && g.isVerb(h) {
		if k := b.x.code(h); k != nil && k.code[:2] == "11" { // "was accused of genocide"
			return true
		}
	}
	if h := g.verbAbove(i); q == "in" && (g.lemma(i) == "protest" || g.lemma(i) == "retaliation" || g.lemma(i) == "revenge" || g.lemma(i) == "reprisal") && h >= 0 && b.x.code(h) != nil { // "summoned the ambassador in protest"
		return true
	}
	switch q {
	case "after", "following", "follow", "since", "amid", "over", "despite", "because_of", "due_to", "during", "before":
	default:
		return false
	}
	h := g.verbAbove(i)
	if h < 0 || b.x.code(h) == nil || len(c.frame.obl) > 0 || forced(c.code) && c.code != "192" {
		return false
	}
	b.explain("sentence %d: %q (%s) is only the occasion of %q", s, g.word(i), c.rule.name, g.word(h))
	return true
}
