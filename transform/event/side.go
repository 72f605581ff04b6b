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
	source = x.sourceOf(c)
	if c.rule.flags&aimless != 0 {
		source, _ = x.doers(c, source, nil)
		return source, x.avenged(c, source)
	}
	target = x.targetOf(c, source)
	if c.code == "111" && len(source) > 0 && x.bareDeed(c.frame) { // who is hurt in an attack is not condemned
		return source, nil
	}
	source, target = x.bothSides(c, source, target)
	source, target = x.doers(c, source, target)
	return source, x.without(target, source)
}

// sourceOf is who acts in a coding.
func (x *coder) sourceOf(c *coding) []int {
	f := c.frame
	from := c.rule.source
	if from == nil {
		from = subject
	}
	source := x.actorsIn(f, from, nil)
	last := from[len(from)-1]
	if c.rule.source != nil && (last.kind == slotObj || violent(c.code) && last.prep == "in") { // "died in the attack in Mali"
		source = x.withoutPlaces(source)
	}
	if s := x.deployed(c); len(s) > 0 {
		source = s
	}
	if len(source) == 0 && f.noun && c.rule.source == nil && !violent(c.code) {
		for _, m := range f.mod { // "US deliveries"
			if a := x.demonymActor(m); a >= 0 {
				return []int{a}
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
	if len(source) == 0 && forced(c.code) && c.rule.flags&recip == 0 {
		if c.rule.source == nil {
			source = x.byHand(f)
		}
		if len(source) == 0 && !f.noun {
			source = x.doneIn(f)
		}
	}
	if len(source) == 0 {
		if source = x.nearSource(c); len(source) > 0 {
			c.near = true
		}
	}
	return source
}

// withoutPlaces keeps of a side who is no place.
func (x *coder) withoutPlaces(side []int) []int {
	return slices.DeleteFunc(side, func(a int) bool { return x.g.doc.Actors[a].Rule == placeRule })
}

// targetOf is whom a coding names as acted upon: in its slots, or in what it is about.
func (x *coder) targetOf(c *coding, source []int) []int {
	f := c.frame
	to := c.rule.target
	if to == nil {
		to = defaultTargets
	}
	target := x.actorsIn(f, to, source)
	if c.target >= 0 {
		target = x.actorsOf([]int{c.target}, true)
	} else if t := x.doerOf(c, source); len(t) > 0 {
		target = t
	}
	among := len(source) > 1 && c.rule.flags&recip != 0
	if among { // "the two held talks in Doha"
		target = x.withoutPlaces(target)
	}
	for k := c.content; len(target) == 0 && k != nil && !freed(k) && !among; k = k.content {
		target = x.contentTarget(k, source, c.op)
	}
	if c.op == "APPEAL" || c.op == "DEMAND" { // "demanded that Sri Lanka raise taxes"
		for _, r := range f.comp {
			if s := x.g.child(r.tok, "nsubj"); s >= 0 && len(target) == 0 && x.g.isVerb(r.tok) {
				target = x.without(x.actorsOf([]int{s}, true), source)
			}
		}
	}
	if len(target) == 0 && c.rule.target == nil && !violent(c.code) && !among && (len(source) < 2 || c.code[:2] != "03") {
		target = x.actorsIn(f, lastTargets, source)
	}
	return target
}

// bothSides settles what one side tells of the other, and looks further where one is missing.
func (x *coder) bothSides(c *coding, source, target []int) (from, to []int) {
	f := c.frame
	source = x.withoutStruck(source)
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
	if len(source) == 0 && c.code[:2] == "14" {
		source = x.protesters(f)
	}
	if len(source)+len(target) == 0 {
		source, target = x.attendants(c)
	}
	if len(source) > 1 && len(target) == 0 && x.mutual(f) {
		source, target = source[:1:1], source[1:]
	}
	return source, target
}

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
func violent(code string) bool { return code >= "14" && code < "15" || forced(code) }

// forced reports whether a code is of an act of force: CAMEO roots 18 to 20.
func forced(code string) bool { return code >= "18" && code < "21" }

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
	if depth == 0 && t > 0 {
		if a := x.selfStyled(t); a >= 0 {
			return x.addActor(out, a)
		}
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
			if p := x.g.prep(int(c)); p != "by" && !strings.HasPrefix(p, "accord") { // who says it is none of them
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
