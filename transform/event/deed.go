package event

import (
	"slices"
	"strings"
)

// Sides that follow from what is done: who did what is condemned, who fought whom in the fight
// that is told, whose the forces are that are moved, who protests where a number does.

// deployed is whose troops are moved in "the deployment of Turkish troops was approved by
// parliament".
func (x *coder) deployed(c *coding) []int {
	if c.code[:2] != "15" || !c.frame.noun {
		return nil
	}
	t := x.actorsIn(c.frame, []slot{{kind: slotPrep, prep: "of"}}, nil)
	if len(t) == 0 {
		return nil
	}
	if a := &x.g.doc.Actors[t[0]]; len(a.Country) != 3 || a.Sector != "MIL" || strings.Contains(a.Rule, lentRule) {
		return nil
	}
	return t[:1]
}

// protesters are who protests where the frame names no actor: a crowd that is only counted, or
// who did something else "in protest".
func (x *coder) protesters(f *frame) []int {
	if len(f.subj) > 0 && !f.passive {
		if a := x.crowd(f); len(a) > 0 {
			return a
		}
	}
	if f.noun && x.g.prep(f.tok) == "in" && x.g.lemma(f.tok) == "protest" { // "removed their headscarves in protest"
		if a := x.clauseActors(f.tok); len(a) > 0 {
			if s := x.g.doc.Actors[a[0]].Sector; s != "" && s != "GOV" && (risers[s] || subjects[s]) {
				return a
			}
		}
	}
	return nil
}

// killersIn is the other side of the fight in which the objects of a passive verb are hurt:
// "was killed in a battle with rebels".
func (x *coder) killersIn(f *frame) []int {
	g := x.g
	for _, r := range f.obl {
		if r.prep != "in" && r.prep != "during" || !g.isNoun(r.tok) {
			continue
		}
		k := x.code(r.tok)
		if k == nil || k.code[:2] != "19" || k.frame == nil {
			continue
		}
		victims := x.actorsOf(f.obj, true)
		for _, q := range k.frame.obl {
			if q.prep == "with" || q.prep == "against" && k.rule.flags&recip != 0 { // "in an attack against the mayor": not by him
				if s := x.without(x.addActors(nil, q.tok, 0, true), victims); len(s) > 0 && len(victims) > 0 {
					x.used[r.tok] = true
					return s
				}
			}
		}
	}
	return nil
}

// avenged is who did what somebody vows to avenge: "vowed to avenge the killing of its commander
// by Turkey".
func (x *coder) avenged(c *coding, source []int) []int {
	for _, r := range c.frame.comp {
		if x.g.lemma(r.tok) != "avenge" || !x.g.isVerb(r.tok) {
			continue
		}
		for _, o := range x.frame(r.tok).obj {
			if x.g.isNoun(o) && x.g.actor[o] < 0 {
				return x.without(x.actorsIn(x.frame(o), subject, source), source)
			}
		}
	}
	return nil
}

// lends reports whether forces are sent to a state that is not told to be their enemy, as is done
// for friends: "plans to send troops to Estonia", and not "to the border with Estonia".
func (x *coder) lends(c *coding) bool {
	if c.code != "154" || c.frame == nil || c.frame.passive {
		return false
	}
	to := false
	for _, r := range c.frame.obl {
		switch r.prep {
		case "to":
			k := x.g.place[r.tok]
			a := x.g.actor[r.tok]
			to = to || a >= 0 && x.g.doc.Actors[a].Kind == "state" || k >= 0 && x.g.doc.Places[k].Feature == "country"
		case "against", "along", "near", "toward", "towards", "across", "over", "around":
			return false
		}
	}
	return to
}

// movers are the sectors of forces, which move as those of their state.
var movers = []string{"MIL", "COP"}

// mutual reports whether what the frame tells is done to each other.
func (x *coder) mutual(f *frame) bool {
	g := x.g
	each := func(o int) bool {
		if p := g.child(o, "nmod:poss"); p >= 0 { // "to each other's capitals"
			o = p
		}
		c := g.child(o, "det")
		return g.lemma(o) == "other" && c >= 0 && g.lemma(c) == "each" || g.lemma(o) == "another" && c >= 0 && g.lemma(c) == "one" || g.lemma(o) == "other" && o > 0 && g.lemma(o-1) == "each"
	}
	shared := true // "closed their borders with Belarus": not with each other
	for _, r := range f.obl {
		shared = shared && (r.prep != "with" && r.prep != "to" || g.actor[r.tok] < 0 && g.place[r.tok] < 0)
	}
	for _, o := range f.obj {
		if m := g.child(o, "nmod:poss"); each(o) || shared && m >= 0 && g.lemma(m) == "their" && common[g.lemma(o)] {
			return true
		}
	}
	for _, r := range f.obl {
		if each(r.tok) {
			return true
		}
	}
	return false
}

// bareDeed reports whether what is condemned is an act of force of which nobody is said to
// have done it.
func (x *coder) bareDeed(f *frame) bool {
	if f.noun || len(f.obj) != 1 {
		return false
	}
	o := x.g.through(f.obj[0])
	if !x.g.isNoun(o) || x.g.actor[o] >= 0 {
		return false
	}
	k := x.code(o)
	return k != nil && forced(k.code) && len(x.actorsIn(x.frame(o), subject, nil)) == 0 && len(x.doerOf(&coding{code: "111", frame: f, tok: f.tok, rule: &rule{}}, nil)) == 0
}

// beaten are verbs of who beats an attack.
var beaten = map[string]bool{"repel": true, "repulse": true, "beat": true, "fend": true, "foil": true, "thwart": true, "push": true, "drive": true}

// doerOf is who did what is praised, condemned or rejected, where that is an act with a doer:
// "welcomed the release by Hamas of two hostages".
func (x *coder) doerOf(c *coding, source []int) []int {
	if c.code[:2] != "05" && c.code[:2] != "11" && c.code[:2] != "12" && !beaten[x.g.lemma(c.tok)] || c.frame.noun || len(c.frame.obj) == 0 || c.rule.flags&recip != 0 {
		return nil
	}
	o := x.g.through(c.frame.obj[0])
	k := x.code(o)
	if !x.g.isNoun(o) || x.g.actor[o] >= 0 || k == nil || k.code[:2] == c.code[:2] && c.code[:2] != "12" && !beaten[x.g.lemma(c.tok)] { // "reiterated its support": one's own
		return nil
	}
	doers := x.actorsIn(x.frame(o), subject, nil)
	if len(doers) == 0 && x.g.child(o, "det") >= 0 && len(x.frame(o).obl) == 0 { // "condemned the arrests": whoever made them
		d := x.g.doc
		for i := len(d.Events) - 1; i >= 0 && i >= len(d.Events)-pairWindow; i-- {
			if e := &d.Events[i]; e.CAMEO != "" && e.CAMEO[:2] == k.code[:2] && e.Sentence != x.g.tok[o].Sentence {
				doers = e.Sources
				break
			}
		}
	}
	return slices.DeleteFunc(x.without(doers, source), func(a int) bool {
		return len(source) > 0 && x.g.doc.Actors[a].Country == x.g.doc.Actors[source[0]].Country && !violent(c.code)
	})
}

// freed reports whether coding k frees somebody: a demand for it is not made of them.
func freed(k *coding) bool { return k.code[:3] == "084" && k.frame != nil && k.frame.noun }

// common are what two have in common: "reopened their border".
var common = map[string]bool{"border": true, "frontier": true, "tie": true, "relation": true, "embassy": true, "dispute": true, "difference": true, "quarrel": true, "conflict": true, "cooperation": true, "relationship": true}
