package event

import "slices"

func (x *coder) satisfies(r *rule, f *frame) bool {
	for i := range r.conds {
		if x.holds(&r.conds[i], f) == r.conds[i].not {
			return false
		}
	}
	return true
}

func (x *coder) holds(c *cond, f *frame) bool {
	switch c.slot.kind {
	case slotPrt:
		return slices.Contains(c.words, f.prt)
	case slotSubj:
		return x.anyFills(c, f.subj)
	case slotObj:
		return x.anyFills(c, f.obj)
	case slotIObj:
		return x.anyFills(c, f.iobj)
	case slotPoss:
		return x.anyFills(c, f.poss)
	case slotMod:
		return x.anyFills(c, f.mod)
	case slotHead:
		h := x.g.tok[f.tok].Head
		return h >= 0 && x.fills(c, h)
	case slotComp:
		for _, r := range f.comp {
			if x.fills(c, r.tok) {
				return true
			}
		}
		return false
	case slotAny:
		if x.anyFills(c, f.subj) || x.anyFills(c, f.obj) {
			return true
		}
		for _, r := range f.obl {
			if x.fills(c, r.tok) {
				return true
			}
		}
		return false
	}
	for _, r := range f.obl {
		if r.prep == c.slot.prep && x.fills(c, r.tok) {
			return true
		}
	}
	for _, r := range f.comp {
		if r.prep == c.slot.prep && x.fills(c, r.tok) {
			return true
		}
	}
	return false
}

func (x *coder) anyFills(c *cond, toks []int) bool {
	for _, t := range toks {
		if x.fills(c, t) {
			return true
		}
	}
	return false
}

// fills tests one argument: its head, and what a transparent head is made of.
func (x *coder) fills(c *cond, t int) bool {
	if c.any {
		return true
	}
	g := x.g
	for {
		l := g.lemma(t)
		if slices.Contains(c.words, l) {
			return true
		}
		if !c.classes.empty() && g.classes(t).meets(c.classes) {
			return true
		}
		if a := g.actor[t]; a >= 0 && (c.actor || slices.Contains(c.sectors, g.doc.Actors[a].Sector)) {
			return true
		}
		next := g.through(t)
		if next == t {
			return false
		}
		t = next
	}
}
