package event

// coder codes the predicates of one document.
type coder struct {
	g      *graph
	frames []*frame
	memo   []*coding
	done   []bool
	used   []bool // content of another predicate, no event of its own
}

// coding is what a predicate means.
type coding struct {
	tok     int
	rule    *rule
	op      string // the operator, if the rule names one
	code    string
	frame   *frame
	content *coding // what an operator is about
	negated bool    // the content is: "urged not to attack"
	target  int     // who must do it, where that is no coded predicate; -1 none
	trigger int     // the word that stands for the event: the noun of a light verb
	near    bool    // a side was found by near.go
}

func newCoder(g *graph) *coder {
	n := len(g.tok)
	bools := make([]bool, 2*n)
	return &coder{g: g, frames: make([]*frame, n), memo: make([]*coding, n), done: bools[:n], used: bools[n:]}
}

// frame is the cached frame of a predicate.
func (x *coder) frame(i int) *frame {
	if x.frames[i] == nil {
		if x.g.isVerb(i) {
			x.frames[i] = x.g.verbFrame(i)
			x.g.resolveRelatives(x.frames[i])
			if f := x.frames[i]; len(f.subj) == 0 && !f.passive {
				f.subj = x.leftActor(i)
			}
			x.resolvePronoun(x.frames[i])
		} else if x.g.isNoun(i) {
			f := x.g.nounFrame(i)
			x.frames[i] = f
			x.carry(f)
		} else {
			x.frames[i] = x.g.adjectiveFrame(i)
			x.resolvePronoun(x.frames[i])
		}
	}
	return x.frames[i]
}

// resolvePronoun takes the speaker for the "it" of "Iran said it would …" where the
// pronoun was led back to nobody.
func (x *coder) resolvePronoun(f *frame) {
	g := x.g
	if len(f.subj) == 0 || g.tok[f.subj[0]].Tag != "PRP" {
		return
	}
	it := g.lemma(f.subj[0]) == "it"
	if !it && g.actor[f.subj[0]] >= 0 {
		return
	}
	switch g.lemma(f.subj[0]) {
	case "it", "they", "he", "she", "we", "i":
	default:
		return
	}
	for p, n := f.tok, 0; n < 4; n++ {
		h := g.tok[p].Head
		if h < 0 {
			return
		}
		if x.says(h) && h != f.tok {
			s := g.child(h, "nsubj")
			if s < 0 { // "the air force said, adding that it had shot down …"
				if who := g.sayer(h); len(who) > 0 {
					s = who[0]
				}
			}
			if o := g.child(h, "obj"); o >= 0 && g.actor[o] >= 0 && g.child(p, "mark") >= 0 && g.lemma(g.child(p, "mark")) == "if" {
				f.subj = append([]int{o}, f.subj[1:]...) // "warned Russia … if it invades"
				return
			}
			if a := g.actor[f.subj[0]]; a >= 0 && (s < 0 || g.actor[s] < 0 || g.doc.Actors[g.actor[s]].Kind == "person") {
				return // "it" of somebody's speech was led back to another
			}
			if s >= 0 && s != f.subj[0] {
				f.subj = append([]int{s}, f.subj[1:]...)
			}
			return
		}
		p = h
	}
}

// rules are those for token i by its word class.
func (x *coder) rules(i int) []*rule {
	g := x.g
	switch {
	case g.isVerb(i):
		switch base(g.tok[i].Rel) {
		case "aux", "cop", "case", "mark":
			return nil
		case "amod":
			if t := g.tok[i].Tag; t == "VBG" || t == "VB" {
				return nil
			}
		case "compound": // "negotiating table"
			if g.tok[i].Tag == "VBG" && g.tok[i].Head > i {
				return nil
			}
		}
		return g.lex.verbs[g.lemma(i)]
	case g.isNoun(i):
		if g.tok[i].Tag == "NNP" && !g.doc.Sentences[g.tok[i].Sentence].Headline {
			return nil // "March", "the Independence Day Rally"
		}
		l := g.lemma(i)
		if rs := g.lex.nouns[l]; rs != nil {
			return rs
		}
		if v := g.lex.nominal[l]; v != "" {
			return g.lex.verbs[v]
		}
	case g.isAdjective(i):
		if base(g.tok[i].Rel) != "amod" {
			return g.lex.adjs[g.lemma(i)]
		}
	}
	return nil
}

// ruleOf is the rule that token i's frame satisfies, or nil.
func (x *coder) ruleOf(i int) *rule {
	rs := x.rules(i)
	if rs == nil {
		return nil
	}
	f := x.frame(i)
	for _, r := range rs {
		if x.satisfies(r, f) {
			return r
		}
	}
	if x.g.isNoun(i) && x.g.lex.nouns[x.g.lemma(i)] != nil {
		if v := x.g.lex.nominal[x.g.lemma(i)]; v != "" {
			for _, r := range x.g.lex.verbs[v] {
				if x.satisfies(r, f) {
					return r
				}
			}
		}
	}
	return nil
}

// code says what the predicate at token i means; nil when nothing.
func (x *coder) code(i int) *coding {
	if x.done[i] {
		return x.memo[i]
	}
	x.done[i] = true // before recursion: a tree that bites its tail ends here
	r := x.ruleOf(i)
	if r == nil {
		return nil
	}
	c := &coding{tok: i, rule: r, code: r.code, frame: x.frames[i], target: -1, trigger: i}
	if isOperator(r.code) {
		c.op, c.code = r.code, ""
		x.operate(c)
		if c.code == "" {
			return nil
		}
	}
	x.memo[i] = c
	x.absorb(c)
	return c
}

// standAlone codes the predicate of an inner pattern that nothing governs by the patterns
// that need no governor; nil where none fits.
func (x *coder) standAlone(c *coding) *coding {
	for _, r := range x.rules(c.tok) {
		if r.flags&inner == 0 && !isOperator(r.code) && x.satisfies(r, c.frame) {
			d := *c
			d.rule, d.code, d.op, d.content = r, r.code, "", nil
			x.absorb(&d)
			return &d
		}
	}
	return nil
}

// operate finds the content of an operator and composes their codes.
func (x *coder) operate(c *coding) {
	switch c.op {
	case "LIGHT", "FAIL", "OCCUR", "NONE":
		return
	case "SAY":
		x.operateSay(c)
		return
	}
	c.content, c.negated = x.contentOf(c.frame, 0)
	if h := x.g.tok[c.tok].Head; c.content == nil && c.frame.noun && h >= 0 && x.g.isVerb(h) && base(x.g.tok[c.tok].Rel) == "obj" {
		for _, r := range x.frame(h).comp { // "renewed an appeal to Belgium to extradite …"
			if r.tok > c.tok && c.content == nil && (r.prep == "to" || r.prep == "that" || r.prep == "") {
				c.content, c.negated = x.digContent(r.tok, 0)
			}
		}
	}
	if c.op == "THREATEN" && x.warnsOff(c.frame) {
		c.code, c.content, c.negated = "130", nil, false
		return
	}
	if c.content == nil {
		if c.rule.flags&needs == 0 {
			c.code = compose(c.op, "", false)
		}
		return
	}
	if c.op == "THREATEN" && x.warnsOfOthers(c) {
		return // told, not threatened: the content is an event of its own
	}
	about := c.content.code
	if c.op == "INTEND" && x.lends(c.content) {
		about = "074"
	}
	c.code = compose(c.op, about, c.negated)
	if c.op == "INTEND" && c.content.code == "045" && x.g.isVerb(c.content.tok) {
		c.code = "039" // one's own mediation, not another's
	}
	if c.op == "INTEND" && c.content.code >= "09" && c.content.code < "14" {
		c.code = "" // "likely to reject": a refusal that is planned, no promise
		return
	}
	if !operators[c.op].emitsContent && c.code != "" {
		x.used[c.content.tok] = true
	}
}

// warnsOff reports whether somebody is told to leave something alone, or to do it: "warned the
// United States not to interfere".
func (x *coder) warnsOff(f *frame) bool {
	g := x.g
	if f.noun || g.lemma(f.tok) != "warn" || len(f.obj) == 0 || g.actor[f.obj[0]] < 0 {
		return false
	}
	for _, r := range f.comp {
		if g.tok[r.tok].Tag == "VB" && r.prep == "to" && g.child(r.tok, "nsubj") < 0 {
			x.code(r.tok)
			x.used[r.tok] = true
			return true
		}
	}
	return false
}

// warnsOfOthers reports whether what is warned of is another's deed, "warned that Russia
// could invade", or is told before its teller: "Israel will strike, its minister warned".
func (x *coder) warnsOfOthers(c *coding) bool {
	g := x.g
	k := c.content.tok
	if g.lemma(c.tok) != "warn" || !g.isVerb(k) {
		return false
	}
	s := g.child(k, "nsubj")
	if s < 0 || g.actor[s] < 0 || g.doc.Actors[g.actor[s]].Pronoun {
		return false
	}
	return k < c.tok || len(c.frame.subj) > 0 && x.otherActor(s, c.frame.subj[0]) &&
		g.doc.Actors[g.actor[s]].Country != g.doc.Actors[g.actor[c.frame.subj[0]]].Country
}

// powers are who can be told to do something in a way that makes it a demand.
var powers = []string{"GOV", "MIL", "REB", "IGO", "OPP", "LEG", "UAF", "PTY", "COP"}

// operateSay makes a demand of "said that Libya must hand over …": what one actor says
// another has to do.
func (x *coder) operateSay(c *coding) {
	g := x.g
	for _, r := range c.frame.comp {
		op := ""
		switch {
		case g.lemma(r.tok) == "responsible":
			op = "ACCUSE"
		case g.hasModal(r.tok, "must", "need"):
			op = "DEMAND"
		case g.hasModal(r.tok, "should", "ought"):
			op = "APPEAL"
		}
		if op == "" {
			continue
		}
		s := g.child(r.tok, "nsubj")
		if s < 0 || g.actor[s] < 0 || len(c.frame.subj) == 0 || !inSector(&g.doc.Actors[g.actor[s]], powers) || x.sameActor(s, c.frame.subj[0]) || g.doc.Actors[g.actor[s]].Pronoun && !x.otherActor(s, c.frame.subj[0]) {
			continue
		}
		c.op = op
		if c.content, c.negated = x.digContent(r.tok, 0); c.content == nil {
			c.code, c.target = compose(op, "", false), s
			return
		}
		c.code = compose(op, c.content.code, c.negated)
		x.used[c.content.tok] = true
		return
	}
}

func (x *coder) sameActor(a, b int) bool {
	i, j := x.g.actor[a], x.g.actor[b]
	return i >= 0 && j >= 0 && x.g.doc.Actors[i].ID == x.g.doc.Actors[j].ID
}

// otherActor reports whether tokens a and b head actors known to be different.
func (x *coder) otherActor(a, b int) bool {
	return x.g.actor[a] >= 0 && x.g.actor[b] >= 0 && !x.sameActor(a, b)
}

// contentOf finds what an operator is about: its clause, its object, or what its object
// or an oblique is for ("a proposal for talks").
func (x *coder) contentOf(f *frame, depth int) (*coding, bool) {
	for _, r := range f.comp {
		switch r.prep {
		case "before", "after", "while", "if", "unless", "because", "since", "until", "as", "when", "although", "though", "without", "by":
			continue
		}
		if c, neg := x.digContent(r.tok, depth); c != nil {
			return c, neg
		}
	}
	for _, o := range f.obj {
		if c, neg := x.digContent(o, depth); c != nil {
			return c, neg
		}
	}
	for _, r := range f.obl {
		switch r.prep {
		case "for", "to", "of", "on", "into", "over", "about", "against", "from", "with":
			if c, neg := x.digContent(r.tok, depth); c != nil {
				return c, neg
			}
		}
	}
	return nil, false
}

// digContent codes token i or, where it only carries content, what it carries.
func (x *coder) digContent(i, depth int) (*coding, bool) {
	if depth > 4 || !x.g.isVerb(i) && !x.g.isNoun(i) && !x.g.isAdjective(i) {
		return nil, false
	}
	neg := x.g.negated(i)
	if c := x.code(i); c != nil && !misfortune(c.code) {
		return c, neg
	}
	t := x.g.through(i)
	if t != i {
		return x.digContent(t, depth+1)
	}
	carries := x.g.isVerb(i) || x.g.isAdjective(i)
	if x.g.isNoun(i) {
		carries = x.g.classes(i).meets(x.g.lex.content)
		for _, m := range x.frame(i).mod {
			if carries && x.g.isNoun(m) { // "mediation efforts"
				if c := x.code(m); c != nil {
					return c, neg
				}
			}
		}
	}
	if !carries {
		return nil, false
	}
	r := x.ruleOf(i)
	if x.g.isVerb(i) && r == nil && !x.neutral(i) {
		return nil, false
	}
	c, n := x.contentOf(x.frame(i), depth+1)
	if r != nil && r.code == "FAIL" {
		n = !n
	}
	return c, n != neg
}

// neutral verbs pass their infinitive on: "be", "help", "make".
func (x *coder) neutral(i int) bool {
	return x.g.child(i, "xcomp") >= 0
}

// carry gives a noun predicate the arguments of the verb that carries it: "Turkey
// launched an attack on …", "clashes broke out in …".
func (x *coder) carry(f *frame) {
	v, passive := x.carrier(f.tok)
	if v < 0 {
		return
	}
	vf := x.frame(v)
	f.light = v
	if !passive && undergone[x.g.lemma(v)] { // "repelled an attack by rebels": who repels is attacked
		for _, s := range vf.subj {
			f.obl = append(f.obl, role{"against", s})
		}
	} else if !passive && !onlookers[x.g.lemma(v)] && len(vf.subj) > 0 && base(x.g.tok[v].Rel) != "amod" {
		if len(f.subj) == 0 || x.g.actor[f.subj[0]] < 0 {
			f.subj = append(vf.subj[:len(vf.subj):len(vf.subj)], f.subj...)
		}
	}
	for _, r := range vf.obl {
		if r.tok != f.tok {
			f.obl = append(f.obl, r)
		}
	}
	f.iobj = append(f.iobj, vf.iobj...)
}

// occasions are adpositions of why and when, which bring in no more than the occasion of what
// a verb tells: "detainees held over a revolt" hold no revolt.
var occasions = map[string]bool{"over": true, "about": true, "after": true, "before": true, "amid": true, "since": true, "despite": true, "because_of": true, "following": true, "during": true}

// undergone are verbs whose subject suffers the event they carry.
var undergone = map[string]bool{"repel": true, "repulse": true, "suffer": true, "face": true, "withstand": true, "sustain": true, "receive": true, "survive": true, "escape": true}

// carrier is the light or occurrence verb of noun p, or -1. With occurs the noun is its
// subject.
func (x *coder) carrier(p int) (v int, occurs bool) {
	g := x.g
	for n := 0; n < 4; n++ {
		h := g.tok[p].Head
		if h < 0 {
			return -1, false
		}
		rel := g.tok[p].Rel
		switch base(rel) {
		case "conj":
			if !g.isNoun(h) {
				return -1, false
			}
			p = h
			continue
		case "nmod":
			if g.prep(p) == "of" && g.isTransparent(h) {
				p = h
				continue
			}
			return -1, false
		case "obj", "nsubj", "obl", "acl":
		default:
			return -1, false
		}
		if !g.isVerb(h) {
			return -1, false
		}
		r := x.ruleOf(h)
		if r == nil {
			return -1, false
		}
		object := rel == "obj" || g.passive(h) && (rel == "nsubj:pass" || rel == "nsubj")
		switch {
		case r.code == "LIGHT" && (object || base(rel) == "obl" && !occasions[g.prep(p)]):
			return h, false
		case r.code == "OCCUR" && base(rel) == "nsubj":
			return h, true
		}
		return -1, false
	}
	return -1, false
}
