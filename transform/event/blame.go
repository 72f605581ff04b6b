package event

// blameEvents names who did an act of force where another sentence says so: "X claimed
// responsibility for the attack", "police blamed X for the murder", "the bombing was
// attributed to X". The act keeps that it is only said.
func (b *builder) blameEvents() {
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		switch {
		case e.Status != happened && e.Status != ongoing:
		case e.CAMEO == "015" && b.claims(i):
			b.blame(e.Sentence, e.Head, e.Sources, e.Sources)
		case e.Type == "ACCUSE" && b.blames(i):
			b.blame(e.Sentence, e.Head, e.Targets, e.Sources)
		}
	}
	for s := range b.doc.Sentences {
		b.attributed(s)
		b.responsible(s)
		b.belonging(s)
	}
}

// deeds are words for an act of force that tell nothing of it: "the crime".
var deeds = map[string]bool{
	"act": true, "action": true, "crime": true, "deed": true, "atrocity": true, "incident": true, "operation": true, "outrage": true, "explosion": true,
	"sabotage": true, "ambush": true, "violence": true,
}

// deed reports whether token t stands for an act of force, coded or not.
func (b *builder) deed(t int) bool {
	if b.g.isNoun(t) && deeds[b.g.lemma(t)] {
		return true
	}
	k := b.x.code(t)
	return k != nil && forced(k.code)
}

// claims reports whether event i takes responsibility, not office.
func (b *builder) claims(i int) bool {
	for _, o := range b.meta[i].coding.frame.obj {
		if l := b.g.lemma(o); l == "responsibility" || l == "credit" {
			return true
		}
	}
	return false
}

// blames reports whether event i lays an act of force on its target: one that is coded
// within the accusation, "the attack", or, of an armed group right after the act, none:
// "the army blamed the guerrillas".
func (b *builder) blames(i int) bool {
	e, c := &b.doc.Events[i], b.meta[i].coding
	for _, o := range c.frame.obj {
		if b.deed(o) && b.g.lemma(e.Head) == "blame" && b.laidOn(c.frame, b.doc.Sentences[e.Sentence].Last) >= 0 {
			return false // "blamed the attack on": see attributed
		}
	}
	if k := c.content; k != nil {
		return forced(k.code)
	}
	for _, r := range c.frame.obl {
		if b.deed(r.tok) {
			return true
		}
	}
	if b.g.lemma(e.Head) != "blame" || len(c.frame.comp) > 0 || b.g.child(e.Head, "obl", "advcl", "ccomp") >= 0 {
		return false
	}
	for _, t := range e.Targets {
		if !armedSectors[b.doc.Actors[t].Sector] {
			return false
		}
	}
	return len(e.Targets) > 0
}

// attributed reads "the attack was attributed to X" in sentence s.
func (b *builder) attributed(s int) {
	sent := b.doc.Sentences[s]
	for v := sent.First; v < sent.Last; v++ {
		if l := b.g.lemma(v); !b.g.isVerb(v) || l != "attribute" && l != "ascribe" && l != "blame" {
			continue
		}
		f := b.x.frame(v)
		acts := base(b.g.tok[v].Rel) == "acl" && b.g.tok[v].Head >= 0 && b.deed(b.g.tok[v].Head) // "in an action attributed to"
		for _, o := range f.obj {
			acts = acts || b.deed(o) || b.g.lemma(v) == "blame" && (b.g.lemma(o) == "it" || b.g.lemma(o) == "this") // "blamed it on"
		}
		if !acts || b.g.negated(v) {
			continue
		}
		if r := b.laidOn(f, sent.Last); r >= 0 {
			if a := b.x.addActors(nil, r, 0, false); len(a) > 0 {
				b.blame(s, v, a, b.x.actorsOf(f.subj, false))
			}
		}
	}
}

// laidOn is whom verb f lays an act on: the noun behind "to" or "on" of its own, else one
// that the parse hung on the act or its victim.
func (b *builder) laidOn(f *frame, last int) int {
	for _, r := range f.obl {
		if r.prep == "to" || r.prep == "on" {
			return r.tok
		}
	}
	for i := f.tok + 1; i < last && i < f.tok+16; i++ {
		if p := b.g.prep(i); (p == "to" || p == "on") && b.hangsOn(i, f.tok, 4) && b.g.actor[i] >= 0 && b.doc.Actors[b.g.actor[i]].Rule != placeRule {
			return i
		}
	}
	return -1
}

// envoy reports whether actor a is a diplomat, who is summoned for what others did.
func (b *builder) envoy(a int) bool {
	h := b.doc.Actors[a].Head
	return h >= 0 && b.g.classes(h).meets(b.g.lex.bit("diplomats"))
}

// blame gives the act of force that predicate p of sentence s speaks of its doers, said by
// the speakers: the act of that sentence, else the last one told before.
func (b *builder) blame(s, p int, doers, speakers []int) {
	const back = 8
	best := -1
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if e.Sentence > s || s-e.Sentence > back || plotOf(e) == "" || e.Status != happened || e.Head == p {
			continue
		}
		if best < 0 || e.Sentence >= b.doc.Events[best].Sentence {
			best = i
		}
	}
	if best < 0 || len(doers) == 0 || b.envoy(doers[0]) {
		return
	}
	e := &b.doc.Events[best]
	if len(b.x.without(doers, e.Targets)) == 0 || b.known(e.Sources) {
		return
	}
	b.explain("sentence %d: %q of sentence %d is laid on %s", s, b.g.word(e.Head), e.Sentence, b.doc.Actors[doers[0]].Name)
	e.Sources = b.x.without(doers, e.Targets)
	if e.Verification == asserted {
		e.Verification = claimed
	}
	if len(speakers) > 0 && e.AttributedTo < 0 && e.AttributedName == "" {
		e.AttributedTo = speakers[0]
	}
}

// known reports whether a side has an actor called by name.
func (b *builder) known(side []int) bool {
	for _, a := range side {
		if b.proper(a) {
			return true
		}
	}
	return false
}
