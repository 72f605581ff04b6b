package event

import "slices"

// Sides the parse lost: where no slot of the frame gives an actor, the nearest fitting one
// in the predicate's own clause is taken.

// nearRule is added to the name of the pattern where a side was found so.
const nearRule = " near"

// nearSource finds who acts in a predicate whose frame names nobody: the subject of what
// governs it ("issued a declaration demanding …"), else the nearest actor to its left.
func (x *coder) nearSource(c *coding) []int {
	f := c.frame
	if f.passive || c.rule.source != nil || c.rule.flags&wants != 0 || base(x.g.tok[f.tok].Rel) == "amod" {
		return nil
	}
	p := f.tok
	if !f.noun && len(f.subj) > 0 && x.controlled(p) {
		return nil // "accused both sides of executing": not who accuses
	}
	if !f.noun && needsObject[x.g.lemma(p)] && len(f.obj) == 0 {
		return nil // "the number of dead and wounded"
	}
	if f.noun {
		if f.light >= 0 {
			if x.frame(f.light).passive || undergone[x.g.lemma(f.light)] || onlookers[x.g.lemma(f.light)] {
				return nil
			}
			p = f.light
		} else if a := x.traveller(c); a != nil {
			return a
		} else if a := x.attendant(c); a != nil {
			return a
		} else if p = x.voices(c); p < 0 {
			return nil
		}
	}
	g := x.g
	for n := 0; n < 5 && p >= 0; n++ {
		fp := x.frame(p)
		if n > 0 || f.noun {
			if fp.passive {
				return nil
			}
			if a := x.actorsOf(fp.subj, false); len(a) > 0 {
				return a
			}
		}
		if g.finite(p) || g.child(p, "aux") >= 0 || g.tok[p].Head < 0 {
			if len(fp.subj) > 0 {
				return nil // what acts is named, and is no actor: "a blast wounded two others"
			}
			a := x.actorLeft(p)
			if forced(c.code) {
				a = x.armed(a)
			}
			return a
		}
		h := g.tok[p].Head
		for k := 0; k < 3 && h >= 0 && g.isNoun(h); k++ { // "issued a declaration demanding"
			if g.actor[h] >= 0 {
				return []int{int(g.actor[h])}
			}
			h = g.tok[h].Head
		}
		if h < 0 || !g.isVerb(h) {
			return nil
		}
		p = h
	}
	return nil
}

// onlookers are verbs whose subject only sees or hears the event they carry.
var onlookers = map[string]bool{"witness": true, "see": true, "hear": true, "watch": true, "observe": true, "film": true, "record": true}

// counted reports whether the frame's object is a count of people: "wounding five others".
func (x *coder) counted(f *frame) bool {
	if f.noun || len(f.obj) == 0 {
		return false
	}
	o := f.obj[0]
	return x.g.tok[o].Tag == "CD" || x.g.lemma(o) == "other" || x.g.child(o, "nummod") >= 0
}

// controlled reports whether verb p is a gerund whose subject is its governor's object.
func (x *coder) controlled(p int) bool {
	switch x.g.prep(p) {
	case "of", "for", "from", "into":
		return x.g.tok[p].Tag == "VBG"
	}
	return false
}

// traveller is who is "on a visit to Bhutan".
func (x *coder) traveller(c *coding) []int {
	g := x.g
	h := g.tok[c.frame.tok].Head
	if c.code != "042" || h < 0 || g.prep(c.frame.tok) != "on" && g.prep(c.frame.tok) != "during" {
		return nil
	}
	if g.actor[h] >= 0 {
		return []int{int(g.actor[h])}
	}
	if g.isVerb(h) {
		return x.actorsOf(x.frame(h).subj, false)
	}
	return nil
}

// attendant is who does something at, before or after a meeting: "Putin read papers during
// a meeting in the Kremlin", "they chatted after their meeting".
func (x *coder) attendant(c *coding) []int {
	g := x.g
	if c.code != "040" {
		return nil
	}
	switch g.prep(c.frame.tok) {
	case "during", "before", "after", "following", "at", "for", "prior_to", "ahead_of", "to":
	default:
		return nil
	}
	h := g.tok[c.frame.tok].Head
	for n := 0; n < 2 && h >= 0 && !g.isVerb(h) && (base(g.tok[h].Rel) == "obj" || base(g.tok[h].Rel) == "obl"); n++ { // "read papers during a meeting"
		h = g.tok[h].Head
	}
	if h < 0 || g.child(h, "nsubj") < 0 || x.memo[h] != nil && x.memo[h].code >= "14" {
		return nil
	}
	if f := x.frame(h); !f.passive {
		return x.actorsOf(f.subj, false)
	}
	return nil
}

// voices is the verb by which somebody utters a bare noun of speech: "reiterated its
// demand", "repeated calls for"; -1 for other nouns.
func (x *coder) voices(c *coding) int {
	if c.code < "02" || c.code >= "04" && c.code < "10" || c.code >= "14" {
		return -1
	}
	g := x.g
	h := g.tok[c.frame.tok].Head
	if h < 0 || !g.isVerb(h) || base(g.tok[c.frame.tok].Rel) != "obj" && base(g.tok[c.frame.tok].Rel) != "obl" {
		return -1
	}
	switch g.lemma(h) {
	case "reiterate", "repeat", "renew", "issue", "make", "voice", "raise", "deliver", "back", "add", "send", "echo", "state", "submit", "sound", "publish", "release", "maintain":
		return h
	}
	return -1
}

// actorLeft scans from verb p to the left, within its clause, for an actor that no
// adposition governs.
func (x *coder) actorLeft(p int) []int {
	g := x.g
	first := g.doc.Sentences[g.tok[p].Sentence].First
	for i := p - 1; i >= first && i > p-24; i-- {
		t := g.tok[i].Tag
		switch t {
		case "VBD", "VBZ", "VBP", "MD":
			if g.tok[i].Head == p && base(g.tok[i].Rel) == "aux" {
				continue
			}
			if g.tok[i].Rel == "acl:relcl" && g.tok[i].Head >= 0 && g.tok[i].Head < i { // "Hamas, which runs Gaza, said"
				i = g.tok[i].Head + 1
				continue
			}
			return nil
		case ":", "``", "''":
			return nil
		case "IN":
			if g.tok[i].Rel == "mark" {
				return nil
			}
		}
		if g.actor[i] >= 0 && g.prep(i) == "" && !g.underCase(i) && g.names(i) {
			return []int{int(g.actor[i])}
		}
		if k := g.place[i]; k >= 0 && g.prep(i) == "" && !g.underCase(i) && g.doc.Places[k].Feature == "country" {
			if a := x.placeActor(i); a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// nearTarget finds whom an act is directed at where no slot names anybody: the nearest
// actor to the right in the clause, or the one named before a trailing noun.
func (x *coder) nearTarget(c *coding, source []int) []int {
	if c.rule.flags&wants != 0 || base(x.g.tok[c.tok].Rel) == "amod" || c.rule.flags&recip != 0 && len(source) > 1 || c.frame.noun && c.frame.light < 0 || c.content != nil && freed(c.content) || violent(c.code) && x.counted(c.frame) {
		return nil
	}
	g := x.g
	last := g.doc.Sentences[g.tok[c.tok].Sentence].Last
	from := c.tok
	if c.trigger > from {
		from = c.trigger
	}
	for i := from + 1; i < last && i < from+16; i++ {
		if x.clauseEnds(i, c.tok) || len(c.frame.obj) > 0 && x.controlled(i) {
			return nil
		}
		if c.code[:2] == "14" && g.tok[i].Tag == "TO" && g.tok[i].Head > i && g.tok[i].Rel == "mark" {
			if k := x.code(g.tok[i].Head); k != nil && (k.code[:2] == "02" || k.code[:2] == "10") {
				return nil // "rallied to demand …": demandedOf tells of whom
			}
		}
		if h := g.tok[i].Head; h > i && base(g.tok[i].Rel) == "nsubj" && g.isVerb(h) {
			return nil // ", security sources said", "and students boycotted"
		}
		if slices.Contains(c.frame.obj, i) || c.code[:2] == "15" && len(c.frame.obj) > 0 && g.within(i, c.frame.obj[0]) {
			continue // not who gets it but what is given
		}
		a := int(g.actor[i])
		if p := g.prep(i); a < 0 && !violent(c.code) && c.code < "14" && p != "" && p != "in" && p != "at" && p != "near" {
			a = x.placeActor(i)
		}
		if a < 0 || !g.names(i) || slices.Contains(source, a) || len(x.without([]int{a}, source)) == 0 {
			continue
		}
		if x.aside(i, c.code) || g.doc.Actors[a].Country == "" && base(g.tok[i].Rel) == "compound" {
			continue // "more [air defence] systems"
		}
		return []int{a}
	}
	return nil
}

// clauseEnds reports whether the clause of predicate p is over at token i.
func (x *coder) clauseEnds(i, p int) bool {
	g := x.g
	switch g.tok[i].Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return g.tok[i].Head != p || base(g.tok[i].Rel) != "aux"
	case ":", "``", "''", "WDT", "WP", "WRB":
		return true
	case "IN":
		if g.tok[i].Rel == "mark" {
			return true
		}
		switch g.lemma(i) {
		case "after", "before", "while", "as", "because", "since", "during", "amid", "unless", "although", "despite", "following":
			return true
		}
	case "VBG":
		switch g.lemma(i) {
		case "accord", "follow", "say", "add":
			return true
		}
	}
	return false
}

// aside reports whether the actor at i stands in a phrase that names no target: an agent,
// a companion of the subject, the place of an attack.
func (x *coder) aside(i int, code string) bool {
	g := x.g
	top := i
	for n := 0; n < 4 && g.prep(top) == ""; n++ {
		switch base(g.tok[top].Rel) {
		case "compound", "flat", "amod", "nmod", "conj", "appos":
			if g.tok[top].Head < 0 {
				return false
			}
			top = g.tok[top].Head
			continue
		}
		break
	}
	switch g.prep(top) {
	case "by", "like", "including", "under", "via", "through", "at", "as":
		return true
	case "in", "near", "outside", "around", "across":
		return violent(code) || code >= "17" && code < "18"
	}
	return false
}

// armed keeps of the actors those who may have used force: no person, no place.
func (x *coder) armed(actors []int) []int {
	return slices.DeleteFunc(actors, func(i int) bool {
		a := &x.g.doc.Actors[i]
		return a.Rule == placeRule || a.Kind == "person" || a.Sector == "CVL" || a.Sector == ""
	})
}
