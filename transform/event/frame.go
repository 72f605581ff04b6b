package event

// role is an oblique or clausal argument with the word that brings it in.
type role struct {
	prep string
	tok  int
}

// frame is a predicate with its arguments, voice undone: subj acts, obj is acted upon.
type frame struct {
	tok     int
	light   int // the verb that carries a noun predicate, -1 none
	noun    bool
	passive bool
	prt     string
	subj    []int
	obj     []int
	iobj    []int
	obl     []role
	comp    []role // clauses: xcomp, ccomp, and "of attacking"
	mod     []int  // modifiers of a noun predicate
	poss    []int
}

// verbFrame reads the clause of verb p.
func (g *graph) verbFrame(p int) *frame {
	f := &frame{tok: p, light: -1}
	f.passive = g.passive(p)
	var own []int
	for c := g.first[p]; c >= 0; c = g.next[c] {
		i := int(c)
		if r := base(g.tok[i].Rel); (r == "nsubj" || r == "csubj") && !g.isTime(i) {
			if !g.outside(i, p) {
				own = g.conjuncts(own, i)
			}
			continue
		}
		f.addArgument(g, i)
	}
	if len(own) == 0 {
		own = g.sharedSubject(f, p)
	}
	if !f.passive && len(f.obj) == 0 {
		if o := g.nextNoun(p); o >= 0 {
			f.obj = g.conjuncts(f.obj, o)
		}
	}
	if !f.passive {
		g.recipient(f)
	}
	if f.passive {
		f.obj = append(own, f.obj...)
	} else {
		f.subj = append(own, f.subj...)
	}
	g.objectObliques(f)
	return f
}

// outside reports whether the clause of verb p begins behind noun i with "when" or "where":
// of "two died when a bomber struck" only the bomber struck.
func (g *graph) outside(i, p int) bool {
	for c := g.first[p]; c >= 0 && int(c) < p; c = g.next[c] {
		if int(c) > i && g.tok[c].Tag == "WRB" && base(g.tok[c].Rel) == "advmod" {
			return true
		}
	}
	return false
}

// addArgument puts dependant i of the verb in its slot.
func (f *frame) addArgument(g *graph, i int) {
	rel := g.tok[i].Rel
	switch base(rel) {
	case "nsubj": // a time that the parse takes for a subject
		f.obl = append(f.obl, role{"", i})
	case "obj":
		if g.isTime(i) { // "summoned the ambassador Monday"
			c := g.child(i, "compound", "nmod")
			if c < 0 {
				f.obl = append(f.obl, role{"", i})
				return
			}
			i = c
		}
		if q := g.prep(i); notObject[q] && i > f.tok && !g.quantified(i) { // "speaking after talks" with "talks" for an object
			f.addOblique(g, i)
			return
		}
		f.obj = g.conjuncts(f.obj, i)
	case "iobj":
		f.iobj = g.conjuncts(f.iobj, i)
	case "obl", "nmod": // nmod: attached to the verb by mistake
		if len(f.obj) == 0 && (g.quantified(i) || i > f.tok && g.place[i] >= 0 && g.prep(i) == "" && !g.isTime(i)) {
			f.obj = g.conjuncts(f.obj, i)
			return
		}
		f.addOblique(g, i)
	case "compound":
		if rel == "compound:prt" {
			f.prt = g.lemma(i)
		}
	case "advmod":
		if f.prt == "" && i > f.tok && (g.tok[i].Tag == "RP" || particles[g.lemma(i)]) {
			f.prt = g.lemma(i)
		}
	case "xcomp", "ccomp":
		f.addComplement(g, i)
	case "advcl", "acl":
		if u := g.child(i, "mark", "case"); u >= 0 && g.lemma(u) == "until" { // "gave Greece until Monday to return it"
			f.comp = append(f.comp, role{"until", i})
			return
		}
		m := g.prep(i)
		if m == "" {
			m = g.whenClause(i)
		}
		if m != "" || g.child(i, "nsubj") >= 0 {
			f.comp = append(f.comp, role{m, i})
		}
	}
}

// notObject are adpositions that bring in no object, nor make a particle verb.
var notObject = map[string]bool{"after": true, "before": true, "during": true, "with": true, "by": true, "from": true, "against": true, "for": true, "near": true, "following": true, "to": true}

// whenClause is "when" or "how" where it brings in clause i: it is an adverb of that clause.
func (g *graph) whenClause(i int) string {
	for c := g.first[i]; c >= 0 && int(c) < i; c = g.next[c] {
		if w := g.lemma(int(c)); g.tok[c].Tag == "WRB" && (w == "when" || w == "how") {
			return w
		}
	}
	return ""
}

// particles are adverbs that make another verb of a verb.
var particles = map[string]bool{"back": true, "out": true, "off": true, "away": true, "down": true, "up": true, "over": true}

// passive reports the voice of verb p, by its form and auxiliaries more than by the
// labels of its relations.
func (g *graph) passive(p int) bool {
	tag := g.tok[p].Tag
	if tag != "VBN" && tag != "VBD" {
		return false
	}
	have := false
	for c := g.first[p]; c >= 0; c = g.next[c] {
		if r := base(g.tok[c].Rel); r == "aux" || r == "cop" {
			switch g.lemma(int(c)) {
			case "be", "get":
				return true
			case "have", "do", "will", "would", "to":
				have = true
			}
		}
	}
	if have || tag == "VBD" {
		a := g.child(p, "obl:agent")
		return a >= 0 && g.prep(a) == "by" && g.child(p, "obj") < 0
	}
	if g.child(p, "obj") >= 0 {
		return false
	}
	if s := g.child(p, "nsubj"); s >= 0 && s < p && g.nextNoun(p) >= 0 {
		return false // a past tense that the tagger took for a participle
	}
	if base(g.tok[p].Rel) == "conj" { // "were killed and wounded", "has killed and wounded"
		if h := g.tok[p].Head; h >= 0 && g.isVerb(h) && g.child(p, "nsubj") < 0 {
			return g.passive(h)
		}
	}
	return true
}

// addComplement adds a clause, or an object that the parse calls one.
func (f *frame) addComplement(g *graph, i int) {
	if g.isNoun(i) && len(f.obj) == 0 && g.prep(i) == "" && g.child(i, "nsubj", "cop") < 0 {
		f.obj = g.conjuncts(f.obj, i)
		return
	}
	f.comp = append(f.comp, role{g.prep(i), i})
}

// conjunctPrep is the adposition of j, a conjunct of i: its own, or else that of i.
func (g *graph) conjunctPrep(j, i int) string {
	if p := g.prep(j); p != "" {
		return p
	}
	return g.prep(i)
}

func (f *frame) addOblique(g *graph, i int) {
	for _, j := range g.conjuncts(nil, i) {
		q := g.conjunctPrep(j, i)
		if f.passive && q == "including" { // "ten were killed, including a priest"
			f.obj = append(f.obj, j)
			continue
		}
		if f.passive && (g.tok[i].Rel == "obl:agent" || q == "by") && g.tok[j].Rel != "obl:unmarked" {
			f.subj = append(f.subj, j)
			continue
		}
		f.obl = append(f.obl, role{q, j})
		if g.actor[j] < 0 { // "shared data on the cell with India" with India under "cell"
			for c := g.first[j]; c >= 0; c = g.next[c] {
				if r := g.prep(int(c)); base(g.tok[c].Rel) == "nmod" && r != q && (r == "with" || r == "to" || r == "against") {
					f.obl = append(f.obl, role{r, int(c)})
				}
			}
		}
		for c := g.first[j]; c >= 0; c = g.next[c] {
			if r := g.prep(int(c)); base(g.tok[c].Rel) == "nmod" && int(c) > j && (g.actor[c] >= 0 || g.place[c] >= 0) {
				switch {
				case r == "by" && f.passive && g.tok[j].Rel != "obl:agent": // "promised to Jordan by Japan"
					f.subj = g.conjuncts(f.subj, int(c))
				case q == "under" && (r == "from" || r == "by"): // "came under attack from rebels"
					f.obl = append(f.obl, role{r, int(c)})
				}
			}
		}
		if c := g.child(j, "compound"); c >= 0 && weekdays[g.lemma(j)] { // "on alert Sunday"
			f.obl = append(f.obl, role{q, c})
		}
	}
}

var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// objectObliques adds what hangs on the object by a preposition: parsers attach "to
// Syria" of "sent aid to Syria" to either.
func (g *graph) objectObliques(f *frame) {
	for _, o := range f.obj {
		for c := g.first[o]; c >= 0; c = g.next[c] {
			p := ""
			switch rel := g.tok[c].Rel; {
			case base(rel) == "amod" && int(c) > o: // "held the rebels responsible", "shot the guard dead"
				f.comp = append(f.comp, role{"", int(c)})
				continue
			case base(rel) == "acl": // "accused rebels of attacking", "blocked the convoy from entering"
				if q := g.prep(int(c)); q == "of" || q == "from" && g.tok[c].Tag == "VBG" {
					f.comp = append(f.comp, role{q, int(c)})
				}
				continue
			case base(rel) == "nmod" && rel != "nmod:poss":
				p = g.prep(int(c))
			}
			if p == "" {
				continue
			}
			for _, j := range g.conjuncts(nil, int(c)) {
				f.obl = append(f.obl, role{p, j})
				for d := g.first[j]; d >= 0 && g.actor[j] < 0; d = g.next[d] {
					if r := g.prep(int(d)); base(g.tok[d].Rel) == "nmod" && r != p && (r == "with" || r == "to" || r == "against") {
						f.obl = append(f.obl, role{r, int(d)})
					}
				}
				if p == "of" { // "accused the government of Kenya of fraud"
					for d := g.first[j]; d >= 0; d = g.next[d] {
						if base(g.tok[d].Rel) == "nmod" && g.prep(int(d)) == "of" {
							f.obl = append(f.obl, role{p, int(d)})
						}
					}
				}
			}
		}
	}
}

// sharedSubject finds the subject of a verb that has none of its own: the coordinated
// verb's, the governor's, or the noun that a participle or relative clause describes.
func (g *graph) sharedSubject(f *frame, p int) []int {
	h := g.tok[p].Head
	if h < 0 {
		return nil
	}
	switch base(g.tok[p].Rel) {
	case "acl":
		if v := g.tok[h].Head; g.tok[p].Tag == "VBG" && v >= 0 && g.isVerb(v) && base(g.tok[h].Rel) == "obj" && (g.prep(p) == "after" || g.prep(p) == "before") {
			return g.subjectOf(v) // "answered a reporter's questions after meeting with the premier"
		}
		return g.conjuncts(nil, h)
	case "conj":
		// "has given … to retreat from its outposts and urged": often hung too low
		for n := 0; n < 8 && h >= 0 && !(g.isVerb(h) && g.child(h, "nsubj") >= 0 && (g.tok[p].Tag != "VBD" || g.tok[h].Tag != "VB")) && g.finite(p); n++ {
			h = g.tok[h].Head
		}
		if h >= 0 && (g.isVerb(h) || g.isAdjective(h)) {
			return g.subjectOf(h)
		}
	case "xcomp", "advcl", "ccomp", "parataxis", "dep":
		if base(g.tok[p].Rel) == "ccomp" && g.finite(p) {
			return nil
		}
		of := base(g.tok[p].Rel) == "advcl" && g.tok[p].Tag == "VBG"
		if of {
			switch g.prep(p) {
			case "of", "for", "from", "into": // "accused Turkey of attacking"
			case "with": // "charged the men with killing"
				of = g.lemma(h) == "charge"
			default:
				of = false
			}
		}
		if of || base(g.tok[p].Rel) == "xcomp" || base(g.tok[p].Rel) == "ccomp" {
			if o := g.controller(h); o >= 0 {
				return g.conjuncts(nil, o)
			}
		}
		if g.isVerb(h) || g.child(h, "nsubj") >= 0 {
			if p > h && g.tok[p].Tag == "VBG" && g.tok[h].Tag == "VBN" && (g.prep(p) == "in" || g.prep(p) == "during") {
				return g.agentOf(h) // "five injured in shooting"
			}
			if p > h && g.tok[p].Tag == "VBG" && base(g.tok[p].Rel) == "advcl" && g.prep(p) == "" && g.child(h, "aux:pass", "nsubj:pass") >= 0 {
				if g.says(p) {
					return g.sayer(h) // "said five were killed, adding that"
				}
				return g.agentOf(h) // "was shot down, killing all on board": whoever shot
			}
			if p < h && g.tok[p].Tag == "VBG" && g.says(h) && g.prep(p) == "" {
				h = g.told(h, p) // "fired missiles, killing ten, officials said"
			}
			return g.subjectOf(h)
		}
	}
	return nil
}

// says reports whether verb h tells what others did.
func (g *graph) says(h int) bool {
	for _, r := range g.lex.verbs[g.lemma(h)] {
		if r.code == "SAY" {
			return true
		}
	}
	return false
}

// sayer is who says what verb h tells.
func (g *graph) sayer(h int) []int {
	for n := 0; n < 6 && h >= 0; n++ {
		if g.isVerb(h) && g.says(h) {
			return g.subjectOf(h)
		}
		h = g.tok[h].Head
	}
	return nil
}

// told is the verb before token p that the saying verb h, which comes behind, tells: its
// clause or the one it is hung on; h where there is none.
func (g *graph) told(h, p int) int {
	for c := g.first[h]; c >= 0 && int(c) < p; c = g.next[c] {
		if r := base(g.tok[c].Rel); (r == "ccomp" || r == "parataxis") && g.isVerb(int(c)) {
			return int(c)
		}
	}
	if v := g.tok[h].Head; v >= 0 && v < p && g.isVerb(v) {
		return v
	}
	return h
}

// agentOf is by whom passive verb h is done.
func (g *graph) agentOf(h int) []int {
	for c := g.first[h]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "obl" && g.prep(int(c)) == "by" {
			return g.conjuncts(nil, int(c))
		}
	}
	return nil
}

// finite reports whether verb p has a subject of its own or is tensed.
func (g *graph) finite(p int) bool {
	return g.child(p, "nsubj") >= 0 || g.tok[p].Tag == "VBD" || g.tok[p].Tag == "VBZ"
}

// subjectOf is the logical subject of a predicate for those that share it: a passive's
// surface subject too ("was attacked and fled").
func (g *graph) subjectOf(p int) []int {
	for n := 0; n < 6 && p >= 0; n++ {
		if s := g.child(p, "nsubj"); s >= 0 {
			if t := g.relative(s, p); t >= 0 {
				s = t
			}
			return g.conjuncts(nil, s)
		}
		switch base(g.tok[p].Rel) {
		case "conj", "xcomp", "advcl", "parataxis":
			p = g.tok[p].Head
		case "acl":
			return g.conjuncts(nil, g.tok[p].Head)
		default:
			return nil
		}
	}
	return nil
}

// relative leads the relative pronoun s of clause p to the noun it stands for, or -1.
func (g *graph) relative(s, p int) int {
	switch g.tok[s].Tag {
	case "WDT", "WP", "IN", "DT":
	default:
		return -1
	}
	if l := g.lemma(s); l != "who" && l != "which" && l != "that" && l != "whom" {
		return -1
	}
	for n := 0; n < 4 && p >= 0; n++ {
		if base(g.tok[p].Rel) == "acl" || g.tok[p].Rel == "advcl:relcl" {
			t := g.tok[p].Head
			if h := g.tok[t].Head; h >= 0 && h < t && g.actor[t] < 0 && g.actor[h] >= 0 && g.prep(t) == "of" && g.doc.Actors[g.actor[h]].End >= g.tok[t].End { // "thousands of supporters who"
				return h
			}
			return t
		}
		if base(g.tok[p].Rel) != "conj" {
			return -1
		}
		p = g.tok[p].Head
	}
	return -1
}

// resolveRelatives replaces relative pronouns among arguments by their nouns, and gives
// a relative clause without filled object the noun it describes ("the rebels it backs").
func (g *graph) resolveRelatives(f *frame) {
	for _, side := range [][]int{f.subj, f.obj, f.iobj} {
		for k, a := range side {
			if t := g.relative(a, f.tok); t >= 0 {
				side[k] = t
			}
		}
	}
	for k := range f.obl {
		if t := g.relative(f.obl[k].tok, f.tok); t >= 0 {
			f.obl[k].tok = t
		}
	}
	if g.tok[f.tok].Rel == "acl:relcl" && len(f.obj) == 0 && len(f.subj) > 0 && f.subj[0] != g.tok[f.tok].Head {
		f.obj = append(f.obj, g.tok[f.tok].Head)
	}
}

// adjectiveFrame reads an adjective as predicate: "is ready to talk".
func (g *graph) adjectiveFrame(p int) *frame {
	f := &frame{tok: p, light: -1}
	for c := g.first[p]; c >= 0; c = g.next[c] {
		i := int(c)
		switch base(g.tok[i].Rel) {
		case "nsubj":
			f.subj = g.conjuncts(f.subj, i)
		case "obl":
			f.addOblique(g, i)
		case "xcomp", "ccomp", "advcl":
			f.comp = append(f.comp, role{g.prep(i), i})
		}
	}
	if len(f.subj) == 0 {
		if base(g.tok[p].Rel) == "acl" && g.tok[p].Head >= 0 {
			f.subj = g.conjuncts(nil, g.tok[p].Head)
		} else {
			f.subj = g.subjectOf(p)
		}
	}
	return f
}

// negated reports whether predicate i carries a negation.
func (g *graph) negated(i int) bool {
	for c := g.first[i]; c >= 0; c = g.next[c] {
		switch base(g.tok[c].Rel) {
		case "advmod", "det", "cc", "mark", "case", "aux":
			switch g.lemma(int(c)) {
			case "not", "n't", "n’t", "never", "no", "neither", "nor", "without":
				return true
			}
		}
	}
	return false
}

// hasModal reports whether predicate i has one of the auxiliaries.
func (g *graph) hasModal(i int, modals ...string) bool {
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) != "aux" {
			continue
		}
		l := g.lemma(int(c))
		for _, m := range modals {
			if l == m {
				return true
			}
		}
	}
	return false
}

// names reports whether modifier m names an actor: "Syrian", "Taliban", "police", but not
// "military" of "military aid".
func (g *graph) names(m int) bool {
	if !g.isAdjective(m) {
		return true
	}
	a := &g.doc.Actors[g.actor[m]]
	return a.Country != "" || g.word(m) != g.lemma(m)
}

// controller is the object that a verb's infinitive is about: "urged Russia to halt".
func (g *graph) controller(h int) int {
	if o := g.child(h, "obj", "iobj"); o >= 0 {
		return o
	}
	if g.passive(h) {
		return g.child(h, "nsubj")
	}
	// "called on Russia to halt"
	for c := g.first[h]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "obl" {
			switch g.prep(int(c)) {
			case "on", "upon", "for", "to", "with":
				if g.actor[c] >= 0 {
					return int(c)
				}
			}
		}
	}
	return -1
}
