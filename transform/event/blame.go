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
	}
}

// responsible reads "the front is responsible for the attack", "he holds the rebels
// responsible for the killing" in sentence s.
func (b *builder) responsible(s int) {
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if b.g.lemma(i) != "responsible" || b.g.negated(i) || !b.forAct(i) {
			continue
		}
		who, speakers := b.g.child(i, "nsubj"), []int(nil)
		if h := b.g.tok[i].Head; who < 0 && h >= 0 && b.g.isVerb(h) {
			f := b.x.frame(h)
			if b.g.negated(h) || len(f.obj) == 0 {
				continue
			}
			who, speakers = f.obj[0], b.x.actorsOf(f.subj, false)
		}
		if who < 0 || who == i {
			continue
		}
		if a := b.x.addActors(nil, who, 0, false); len(a) > 0 {
			b.blame(s, i, a, speakers)
		}
	}
}

// forAct reports whether "for" and an act of force follow token i closely.
func (b *builder) forAct(i int) bool {
	last := b.doc.Sentences[b.g.tok[i].Sentence].Last
	if i+1 >= last || b.g.lemma(i+1) != "for" {
		return false
	}
	for k := i + 2; k < min(last, i+10); k++ {
		if c := b.x.code(k); c != nil && c.code >= "18" && c.code < "21" {
			return true
		}
	}
	return false
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
// within the accusation, or "the attack".
func (b *builder) blames(i int) bool {
	c := b.meta[i].coding
	if k := c.content; k != nil && k.code >= "18" && k.code < "21" {
		return true
	}
	for _, r := range c.frame.obl {
		if k := b.x.code(r.tok); k != nil && k.code >= "18" && k.code < "21" {
			return true
		}
	}
	return false
}

// attributed reads "the attack was attributed to X" in sentence s.
func (b *builder) attributed(s int) {
	sent := b.doc.Sentences[s]
	for v := sent.First; v < sent.Last; v++ {
		if l := b.g.lemma(v); !b.g.isVerb(v) || l != "attribute" && l != "ascribe" && l != "blame" {
			continue
		}
		f := b.x.frame(v)
		acts := false
		for _, o := range f.obj {
			k := b.x.code(o)
			acts = acts || k != nil && k.code >= "18" && k.code < "21"
		}
		if !acts || b.g.negated(v) {
			continue
		}
		for _, r := range f.obl {
			if r.prep == "to" || r.prep == "on" {
				if a := b.x.addActors(nil, r.tok, 0, false); len(a) > 0 {
					b.blame(s, v, a, b.x.actorsOf(f.subj, false))
				}
			}
		}
	}
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
	if best < 0 || len(doers) == 0 {
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
