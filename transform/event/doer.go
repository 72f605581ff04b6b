package event

import "slices"

// Who stands where a doer stands and did nothing: the victim whose murder it is, the town
// that was attacked, the people "killed" of a shortened passive.

// suffered are nouns whose possessor is who suffers: "the judge's murder".
var suffered = map[string]bool{
	"murder": true, "assassination": true, "killing": true, "slaying": true, "death": true, "execution": true, "homicide": true, "kidnapping": true,
	"abduction": true, "beheading": true, "lynching": true, "wounding": true, "torture": true, "captivity": true, "shooting": true,
}

// needsObject are verbs of force that always have an object: without one, what stands
// before is the object of a passive whose auxiliary is not printed ("Four killed in Lima").
var needsObject = map[string]bool{
	"kill": true, "wound": true, "injure": true, "murder": true, "assassinate": true, "kidnap": true, "abduct": true, "hurt": true, "slay": true,
	"behead": true, "torture": true, "destroy": true, "damage": true, "massacre": true,
}

// spatial are adpositions of where and against whom: what they bring in does not act.
var spatial = map[string]bool{
	"in": true, "at": true, "near": true, "on": true, "against": true, "outside": true, "inside": true, "into": true, "around": true,
	"throughout": true, "along": true, "to": true, "of": true, "toward": true, "towards": true, "upon": true, "across": true,
}

// kinds before a noun of force say of what kind it is, and not who did it: "a terrorist
// attack".
var kinds = map[string]bool{"terrorist": true, "extremist": true, "criminal": true, "suicide": true}

// doers takes from the sources of an act of force who only suffers it, and makes them its
// targets where it has no others.
func (x *coder) doers(c *coding, source, target []int) (from, to []int) {
	f, g := c.frame, x.g
	if len(source) == 0 && f.noun && forced(c.code) && c.rule.source == nil {
		return x.without(x.byAbove(f), target), target
	}
	if len(source) == 0 || c.code < "18" || c.code >= "21" || c.rule.source != nil || c.rule.flags&recip != 0 {
		return source, target
	}
	bare := len(f.obj) == 0 && len(f.iobj) == 0
	switch {
	case f.noun && len(f.poss) > 0 && bare && suffered[g.lemma(f.tok)] && x.headedBy(source, f.poss),
		!f.noun && bare && !f.passive && c.content == nil && needsObject[g.lemma(f.tok)] && g.child(f.tok, "aux", "ccomp", "xcomp", "obj") < 0 && x.headedBy(source, f.subj):
		if len(target) == 0 {
			target = source
		}
		return nil, target
	}
	return slices.DeleteFunc(slices.Clone(source), func(a int) bool {
		h := g.doc.Actors[a].Head
		if f.noun && h >= 0 && h < f.tok && kinds[g.lemma(h)] && g.tok[h].Head == f.tok && g.tok[h].Tag != "NNS" {
			return true
		}
		if h >= 0 && g.doc.Actors[a].Rule == placeRule && g.town(h) {
			return true // armies act in the name of states, and not of towns
		}
		if h >= 0 && !f.noun && x.tellsOf(h, f) {
			return true
		}
		if h >= 0 && g.prep(h) == "of" && slices.Contains(f.subj, h) { // "the offensive of the rebels"
			return false
		}
		return h >= 0 && h > f.tok && spatial[g.prep(h)] && (f.noun || g.doc.Actors[a].Rule == placeRule)
	}), target
}

// tellsOf reports whether token h is only the subject of a verb of saying above frame f, whose
// verb has a subject of its own: "the police reported that gunmen came and burned the shop".
func (x *coder) tellsOf(h int, f *frame) bool {
	g := x.g
	v := g.tok[h].Head
	if v < 0 || v == f.tok || base(g.tok[h].Rel) != "nsubj" || !x.says(v) {
		return false
	}
	if x.toldBy(v, f) {
		return true
	}
	p := f.tok
	for n := 0; n < 4 && base(g.tok[p].Rel) == "conj" && g.tok[p].Head >= 0 && g.isVerb(g.tok[p].Head); n++ {
		if g.child(p, "nsubj") >= 0 || g.tok[p].Head == v {
			break
		}
		p = g.tok[p].Head
	}
	s := g.child(p, "nsubj")
	if s >= 0 && (g.tok[s].Tag == "PRP" || g.tok[s].Tag[0] == 'W') { // "the army said it had killed", "the general, who seized power, said"
		return false
	}
	return p != v && (f.passive || s >= 0)
}

// toldBy reports whether "that" stands between the verb of saying v and the tensed verb of
// frame f, so that who says it is no subject of it, however the parse coordinates them: "the
// minister announced that men on horseback came and killed a guard".
func (x *coder) toldBy(v int, f *frame) bool {
	g := x.g
	if v > f.tok || g.tok[f.tok].Tag == "VBG" || g.child(f.tok, "mark") >= 0 && g.lemma(g.child(f.tok, "mark")) == "to" {
		return false
	}
	that := false
	for i := v + 1; i < f.tok; i++ {
		switch {
		case g.tok[i].Tag == "PRP" && base(g.tok[i].Rel) == "nsubj": // "said that it destroyed ten tanks and killed"
			return false
		case g.lemma(i) == "that" && g.tok[i].Tag == "IN":
			that = true
		}
	}
	return that
}

// byAbove is who did what noun f tells where the parse hung "by" on the verb above it:
// "lamented the assassination of its leader by gunmen".
func (x *coder) byAbove(f *frame) []int {
	h := x.g.tok[f.tok].Head
	if h < 0 || !x.g.isVerb(h) || base(x.g.tok[f.tok].Rel) != "obj" {
		return nil
	}
	above := x.frame(h)
	if above.passive {
		return nil
	}
	for _, r := range above.obl {
		if r.prep == "by" && r.tok > f.tok {
			return slices.DeleteFunc(x.addActors(nil, r.tok, 0, false), func(a int) bool { return x.g.doc.Actors[a].Rule == placeRule })
		}
	}
	return nil
}

// town reports whether token t is of a place below a country.
func (g *graph) town(t int) bool {
	if g.place[t] < 0 {
		return false
	}
	switch g.doc.Places[g.place[t]].Feature {
	case "city", "admin1", "admin2", "site", "water":
		return true
	}
	return false
}

// headedBy reports whether the first of the actors is headed by one of the tokens.
func (x *coder) headedBy(actors, toks []int) bool {
	return slices.Contains(toks, x.g.doc.Actors[actors[0]].Head)
}
