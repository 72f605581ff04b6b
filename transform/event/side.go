package event

import (
	"slices"
	"strings"

	"dateline/transform"
)

// defaultTargets is the usual order of places to look for who is acted upon.
var defaultTargets = []slot{
	{kind: slotObj}, {kind: slotIObj},
	{kind: slotPrep, prep: "against"}, {kind: slotPrep, prep: "on"}, {kind: slotPrep, prep: "upon"}, {kind: slotPrep, prep: "at"},
	{kind: slotPrep, prep: "to"}, {kind: slotPrep, prep: "toward"}, {kind: slotPrep, prep: "towards"}, {kind: slotPrep, prep: "with"},
	{kind: slotPrep, prep: "for"}, {kind: slotPrep, prep: "from"}, {kind: slotPrep, prep: "over"}, {kind: slotPrep, prep: "between"}, {kind: slotPrep, prep: "among"},
}

// lastTargets are where something happens: its people are concerned when nobody else is
// named.
var lastTargets = []slot{{kind: slotPrep, prep: "in"}, {kind: slotPrep, prep: "into"}, {kind: slotPrep, prep: "near"}}

var subject = []slot{{kind: slotSubj}}

// sides are the actors of a coding: indices into Document.Actors.
func (x *coder) sides(c *coding) (source, target []int) {
	f := c.frame
	from := c.rule.source
	if from == nil {
		from = subject
	}
	source = x.actorsIn(f, from, nil)
	if c.rule.source != nil && from[len(from)-1].kind == slotObj {
		source = slices.DeleteFunc(source, func(a int) bool { return x.g.doc.Actors[a].Rule == placeRule })
	}
	if c.code[:2] == "15" && f.noun { // "the deployment of Turkish troops was approved by parliament"
		if t := x.actorsIn(f, []slot{{kind: slotPrep, prep: "of"}}, nil); len(t) > 0 && len(x.g.doc.Actors[t[0]].Country) == 3 && x.g.doc.Actors[t[0]].Sector == "MIL" && !strings.Contains(x.g.doc.Actors[t[0]].Rule, lentRule) {
			source = t[:1]
		}
	}
	if violent(c.code) && c.rule.source != nil && from[len(from)-1].prep == "in" { // "died in the attack in Mali"
		source = slices.DeleteFunc(source, func(a int) bool { return x.g.doc.Actors[a].Rule == placeRule })
	}
	if len(source) == 0 && f.noun && c.rule.source == nil && !violent(c.code) {
		for _, m := range f.mod { // "US deliveries"
			if a := x.demonymActor(m); a >= 0 {
				source = []int{a}
				break
			}
		}
	}
	if len(source) == 0 && f.passive && c.rule.source == nil && (c.code[:2] == "15" || c.code == "074") { // "U.S. troops were sent to Poland"
		if source = x.actorsOf(f.obj, false); len(source) > 0 && !inSector(&x.g.doc.Actors[source[0]], movers) {
			source = nil
		}
	}
	if len(source) == 0 && f.passive && violent(c.code) && c.rule.source == nil {
		source = x.killersIn(f)
	}
	if len(source) == 0 {
		if source = x.nearSource(c); len(source) > 0 {
			c.near = true
		}
	}
	if c.rule.flags&aimless != 0 {
		source, _ = x.doers(c, source, nil)
		return source, nil
	}
	to := c.rule.target
	if to == nil {
		to = defaultTargets
	}
	target = x.actorsIn(f, to, source)
	if c.target >= 0 {
		target = x.actorsOf([]int{c.target}, true)
	} else if t := x.doerOf(c, source); len(t) > 0 {
		target = t
	}
	if len(source) > 1 && c.rule.flags&recip != 0 { // "the two held talks in Doha"
		target = slices.DeleteFunc(target, func(a int) bool { return x.g.doc.Actors[a].Rule == placeRule })
	}
	for k := c.content; len(target) == 0 && k != nil && !freed(k) && (len(source) < 2 || c.rule.flags&recip == 0); k = k.content {
		target = x.contentTarget(k, source, c.op)
	}
	if len(target) == 0 && (c.op == "APPEAL" || c.op == "DEMAND") { // "demanded that Sri Lanka raise taxes"
		for _, r := range f.comp {
			if s := x.g.child(r.tok, "nsubj"); s >= 0 && len(target) == 0 && x.g.isVerb(r.tok) {
				target = x.without(x.actorsOf([]int{s}, true), source)
			}
		}
	}
	if c.code == "111" && len(source) > 0 && x.bareDeed(f) { // who is hurt in an attack is not condemned
		return source, nil
	}
	if len(target) == 0 && c.rule.target == nil && !violent(c.code) && (len(source) < 2 || c.code[:2] != "03" && c.rule.flags&recip == 0) {
		target = x.actorsIn(f, lastTargets, source)
	}
	if f.noun && len(source) == 0 && len(target) == 1 && c.rule.flags&recip != 0 {
		source = x.without(x.clauseActors(f.tok), target)
	}
	if (f.noun || f.passive) && len(source) == 0 && c.rule.flags&recip != 0 && len(target) > 1 {
		source, target = target[:1:1], target[1:] // "talks between Syria and Turkey"
	}
	if len(target) == 0 {
		if target = x.nearTarget(c, source); len(target) > 0 {
			c.near = true
		}
	}
	if len(source) > 1 && c.op == "INTEND" { // "the two agreed to form a unity government"
		target = slices.DeleteFunc(target, func(a int) bool {
			return x.g.doc.Actors[a].Country != "" && slices.ContainsFunc(source, func(s int) bool { return x.g.doc.Actors[s].Country == x.g.doc.Actors[a].Country })
		})
	}
	if len(target) == 0 && c.code >= "10" && c.code < "13" && len(f.obj) > 0 {
		target = x.without(x.nationIn(f.obj[0]), source)
	}
	if len(source) == 0 && c.code[:2] == "14" && len(f.subj) > 0 && !f.passive {
		source = x.crowd(f)
	}
	if len(source) == 0 && c.code[:2] == "14" && f.noun && x.g.prep(f.tok) == "in" && x.g.lemma(f.tok) == "protest" { // "removed their headscarves in protest"
		if a := x.clauseActors(f.tok); len(a) > 0 && (risers[x.g.doc.Actors[a[0]].Sector] || subjects[x.g.doc.Actors[a[0]].Sector] && x.g.doc.Actors[a[0]].Sector != "GOV" && x.g.doc.Actors[a[0]].Sector != "") {
			source = a
		}
	}
	if len(source)+len(target) == 0 {
		source, target = x.attendants(c)
	}
	if len(source) > 1 && len(target) == 0 && x.mutual(f) {
		source, target = source[:1:1], source[1:]
	}
	source, target = x.doers(c, source, target)
	return source, x.without(target, source)
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
			if q.prep == "with" || q.prep == "against" {
				if s := x.without(x.addActors(nil, q.tok, 0, true), victims); len(s) > 0 && len(victims) > 0 {
					x.used[r.tok] = true
					return s
				}
			}
		}
	}
	return nil
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
	for _, o := range f.obj {
		if m := g.child(o, "nmod:poss"); each(o) || m >= 0 && g.lemma(m) == "their" && common[g.lemma(o)] {
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
	return k != nil && k.code >= "18" && k.code < "21" && len(x.actorsIn(x.frame(o), subject, nil)) == 0 && len(x.doerOf(&coding{code: "111", frame: f, tok: f.tok, rule: &rule{}}, nil)) == 0
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

// attendants are who stand around a meeting that names nobody: "shook hands with the
// premier after their meeting", "addressed a meeting in Ankara".
func (x *coder) attendants(c *coding) (source, target []int) {
	g := x.g
	if !c.frame.noun || c.frame.light >= 0 || c.code[:2] != "04" || c.rule.flags&recip == 0 {
		return nil, nil
	}
	i := c.tok
	for n := 0; n < 4 && g.isNoun(i); n++ {
		p := g.prep(i)
		switch base(g.tok[i].Rel) {
		case "obl":
			if p == "before" || p == "until" || p == "ahead_of" || p == "to" || p == "with" || p == "on" {
				return nil, nil
			}
		case "nmod":
			if p != "after" && p != "following" && p != "during" && p != "of" {
				return nil, nil
			}
		case "compound":
		case "obj":
			switch g.lemma(g.tok[i].Head) {
			case "address", "attend", "chair", "open", "leave", "join", "follow", "close", "skip", "enter", "lead", "host", "convene":
			default:
				return nil, nil
			}
		default:
			return nil, nil
		}
		if i = g.tok[i].Head; i < 0 || g.actor[i] >= 0 {
			return nil, nil
		}
	}
	if !g.isVerb(i) {
		return nil, nil
	}
	f := x.frame(i)
	source = x.powersIn(x.actorsOf(f.subj, false))
	if m := g.child(c.tok, "nmod:poss"); m >= 0 && g.lemma(m) == "their" {
		target = x.actorsOf(f.obj, true)
		for _, r := range f.obl {
			if r.prep == "with" || r.prep == "by" {
				target = x.addActors(target, r.tok, 0, true)
			}
		}
		if target = x.powersIn(x.without(target, source)); len(source) == 0 {
			source, target = target, nil
		}
	}
	return source, target
}

// powersIn keeps those who hold or seek power.
func (x *coder) powersIn(actors []int) []int {
	return slices.DeleteFunc(slices.Clone(actors), func(a int) bool {
		return !inSector(&x.g.doc.Actors[a], powers)
	})
}

// clauseActors are the subjects of the verb whose clause noun i stands in: "posts
// installed by Ankara under a deal with Russia".
func (x *coder) clauseActors(i int) []int {
	for n := 0; n < 6; n++ {
		if i = x.g.tok[i].Head; i < 0 {
			return nil
		}
		if x.g.isVerb(i) {
			return x.actorsOf(x.frame(i).subj, false)
		}
	}
	return nil
}

// contentTarget is who has to act, or is acted upon, in what an operator is about.
func (x *coder) contentTarget(k *coding, source []int, op string) []int {
	if k.frame == nil {
		return nil
	}
	if op != "THREATEN" && op != "INTEND" && op != "REFUSE" { // there the subject is who promises
		t := x.actorsIn(k.frame, subject, source)
		if t = x.without(t, source); len(t) > 0 {
			return t
		}
	}
	if op == "ACCUSE" && x.controlled(k.tok) {
		return nil // whom the accused are said to have harmed
	}
	to := k.rule.target
	if to == nil {
		to = defaultTargets
	}
	return x.without(x.actorsIn(k.frame, to, source), source)
}

// actorsIn collects the actors of the first slot that has any that are not in except.
func (x *coder) actorsIn(f *frame, slots []slot, except []int) []int {
	for _, s := range slots {
		var out []int
		switch s.kind {
		case slotSubj:
			out = x.actorsOf(f.subj, false)
		case slotObj:
			out = x.actorsOf(f.obj, true)
		case slotIObj:
			out = x.actorsOf(f.iobj, true)
		case slotPoss:
			out = x.actorsOf(f.poss, true)
		case slotMod:
			out = x.actorsOf(f.mod, true)
		case slotPrep:
			for _, r := range f.obl {
				if samePrep(r.prep, s.prep) {
					out = x.addActors(out, r.tok, 0, true)
				}
			}
		}
		if out = x.without(out, except); len(out) > 0 {
			return out
		}
	}
	return nil
}

func (x *coder) actorsOf(toks []int, asTarget bool) []int {
	var out []int
	for _, t := range toks {
		if !asTarget && x.g.isNoun(t) && x.g.actor[t] < 0 {
			if c := x.code(t); c != nil { // "the shelling of Donetsk killed": who shelled, not Donetsk
				for _, s := range x.frame(t).subj {
					out = x.addActors(out, s, 0, asTarget)
				}
				if len(out) == 0 && c.code[:2] == "04" { // "a meeting of ministers condemned": the ministers
					for _, s := range x.frame(t).obj {
						out = x.addActors(out, s, 0, asTarget)
					}
				}
				continue
			}
		}
		out = x.addActors(out, t, 0, asTarget)
	}
	return out
}

// violent codes have victims, who are not simply the people of where it happened.
func violent(code string) bool { return code >= "14" && code < "15" || code >= "18" && code < "21" }

// addActors adds the actor that token t heads, else those inside its noun phrase, the
// nearest level only: "the offices of the Red Cross", "Syrian regime fire".
func (x *coder) addActors(out []int, t, depth int, asTarget bool) []int {
	if depth == 0 {
		if a, b := x.pair(t); a >= 0 {
			return x.addActor(x.addActor(out, a), b)
		}
	}
	if a := x.g.actor[t]; a >= 0 && (depth == 0 || x.g.names(t)) {
		out = x.addActor(out, int(a))
		for _, b := range x.g.more[t] {
			out = x.addActor(out, b)
		}
		return x.addOffices(x.addNations(out, t, int(a)), t, int(a))
	}
	if depth == 0 || asTarget {
		if a := x.placeActor(t); a >= 0 {
			return x.addActor(out, a)
		}
	}
	if depth > 3 {
		return out
	}
	if depth <= 1 { // "the Lebanese militant group Hezbollah": its name before its nation
		for c := x.g.first[t]; c >= 0; c = x.g.next[c] {
			if int(c) < t || base(x.g.tok[c].Rel) != "appos" {
				continue
			}
			if a := x.g.actor[c]; a >= 0 && x.g.names(int(c)) {
				return x.addActor(out, int(a))
			}
			if d := x.g.child(int(c), "flat"); d >= 0 && x.g.actor[d] >= 0 { // "al Shabaab"
				return x.addActor(out, int(x.g.actor[d]))
			}
		}
	}
	if r := base(x.g.tok[t].Rel); depth > 0 && (r == "amod" || r == "compound") && len(out) == 0 {
		if a := x.demonymActor(t); a >= 0 {
			return x.addActor(out, a)
		}
	}
	n := len(out)
	for c := x.g.first[t]; c >= 0; c = x.g.next[c] {
		switch base(x.g.tok[c].Rel) {
		case "nmod", "amod", "compound", "appos", "flat":
			if x.g.prep(int(c)) != "by" {
				out = x.addActors(out, int(c), depth+1, asTarget || x.g.tok[c].Rel == "nmod:poss" || base(x.g.tok[c].Rel) == "compound")
			}
		}
		if len(out) > n && base(x.g.tok[c].Rel) != "appos" {
			break
		}
	}
	return out
}

// addNations adds the second of two nations that share a noun, "Syrian and Turkish
// forces", where its mention is headed by the adjective.
func (x *coder) addNations(out []int, t, first int) []int {
	for c := x.g.first[t]; c >= 0; c = x.g.next[c] {
		if r := base(x.g.tok[c].Rel); r != "amod" && r != "compound" {
			continue
		}
		for _, m := range x.g.conjuncts(nil, int(c))[1:] {
			a := int(x.g.actor[m])
			if a < 0 && x.g.tok[t].Tag == "NNS" && len(x.g.more[t]) == 0 { // "US and Russian diplomats"
				if a = x.demonymActor(m); a >= 0 {
					x.holdOffice(a, first)
				}
			}
			if a >= 0 && !x.g.doc.Actors[a].Overlaps(x.g.doc.Actors[first].Span) {
				out = x.addActor(out, a)
			}
		}
	}
	return out
}

const placeRule = "event.place"

// placeActor makes an actor of a place that stands where one acts or is acted upon, with
// no actor there: the "Jericho" of "shelled Jericho" is hit as its country's.
func (x *coder) placeActor(t int) int {
	k := x.g.place[t]
	if k < 0 || x.g.doc.Places[k].Country == "" || x.g.tok[t].End != x.g.doc.Places[k].End {
		return -1
	}
	p := &x.g.doc.Places[k]
	a := transform.Actor{
		Mention: p.Mention, ID: "place-" + p.Country, Name: p.Name, Kind: "state", Country: p.Country, Code: p.Country, Head: t,
	}
	a.Rule = placeRule
	return x.newActor(a, t)
}

func (x *coder) addActor(out []int, a int) []int {
	for _, o := range out {
		if o == a || x.g.doc.Actors[o].ID == x.g.doc.Actors[a].ID {
			return out
		}
	}
	return append(out, a)
}

// without drops from one side who stands on the other.
func (x *coder) without(side, other []int) []int {
	if len(other) == 0 {
		return side
	}
	out := side[:0:0]
	for _, a := range side {
		if !slices.ContainsFunc(other, func(b int) bool {
			return a == b || x.g.doc.Actors[a].ID == x.g.doc.Actors[b].ID
		}) {
			out = append(out, a)
		}
	}
	return out
}
