package event

import (
	"slices"

	"dateline/transform"
)

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
		return slices.Contains(c.words, f.prt) || x.particle(c.words[0], f)
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
		if samePrep(r.prep, c.slot.prep) && x.fills(c, r.tok) {
			return true
		}
	}
	for _, r := range f.comp {
		if samePrep(r.prep, c.slot.prep) && x.fills(c, r.tok) {
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
		for _, p := range c.phrases {
			if p.head == l && g.modifiedBy(t, p.mod) {
				return true
			}
		}
		if !c.classes.empty() && !g.isVerb(t) && g.classes(t).meets(c.classes) {
			return true
		}
		if a := g.actor[t]; a >= 0 && (c.actor || inSector(&g.doc.Actors[a], c.sectors)) {
			return true
		}
		if k := g.place[t]; k >= 0 && g.actor[t] < 0 && (c.actor || slices.Contains(c.sectors, "GOV")) && g.doc.Places[k].Feature == "country" {
			return true
		}
		next := g.through(t)
		if next == t {
			return false
		}
		t = next
	}
}

// inSector reports whether an actor is of one of the sectors. A state acts as its
// government; international bodies have their sector in the country field.
func inSector(a *transform.Actor, sectors []string) bool {
	for _, s := range sectors {
		if a.Sector == s || a.Country == s || s == "GOV" && a.Kind == "state" {
			return true
		}
	}
	return false
}

// samePrep reports whether adposition p of a text is the one a pattern names, or one that
// says the same.
func samePrep(p, pattern string) bool {
	if p == pattern {
		return true
	}
	switch p {
	case "out_of":
		return pattern == "from"
	case "towards":
		return pattern == "toward"
	case "upon":
		return pattern == "on"
	case "inside":
		return pattern == "in"
	}
	return false
}
