package event

// absorb takes the arguments that the pattern itself names into the event: the talks of
// "held talks" are no second event.
func (x *coder) absorb(c *coding) {
	x.absorbLet(c.frame)
	x.absorbVisit(c)
	if c.code[:2] == "11" || c.code[:2] == "17" {
		x.absorbCharge(c)
	}
	for i := range c.rule.conds {
		d := &c.rule.conds[i]
		if d.not || d.any || len(d.words)+len(d.phrases) == 0 && d.classes.empty() {
			continue
		}
		switch d.slot.kind {
		case slotObj:
			for _, t := range c.frame.obj {
				x.absorbOne(c, d, t, true)
			}
		case slotComp:
			for _, r := range c.frame.comp {
				x.absorbOne(c, d, r.tok, false)
			}
		case slotPrep:
			for _, r := range c.frame.obl {
				if r.prep == d.slot.prep {
					x.absorbOne(c, d, r.tok, r.prep == "in") // "took part in a rally"
				}
			}
			for _, r := range c.frame.comp {
				if r.prep == d.slot.prep {
					x.absorbOne(c, d, r.tok, false)
				}
			}
		}
	}
}

// absorbVisit takes in the visit on which one arrives: "arrived in Riyadh on his first visit".
func (x *coder) absorbVisit(c *coding) {
	if c.code != "042" || c.frame.noun || x.g.lemma(c.tok) == "lead" || len(x.actorsIn(c.frame, defaultTargets[:8], nil))+len(x.actorsIn(c.frame, lastTargets, nil)) == 0 {
		return
	}
	for _, r := range c.frame.obl {
		if k := x.code(r.tok); (r.prep == "on" || r.prep == "for") && k != nil && k.code == "042" {
			x.used[r.tok] = true
		}
	}
}

// absorbLet takes in what somebody is let do, or not: "refused to let inspectors visit".
func (x *coder) absorbLet(f *frame) {
	switch x.g.lemma(f.tok) {
	case "let", "allow", "permit":
		for _, r := range f.comp {
			if k := x.code(r.tok); k != nil && k.code < "14" {
				x.used[r.tok] = true
			}
		}
	}
}

// absorbCharge takes in what one is charged with where that is no act of force: "charged him
// with justifying terrorism" tells no approval.
func (x *coder) absorbCharge(c *coding) {
	for _, r := range c.frame.comp {
		if (r.prep == "with" || r.prep == "of" || r.prep == "for") && x.g.tok[r.tok].Tag == "VBG" {
			if k := x.code(r.tok); k != nil && k.code < "07" {
				x.used[r.tok] = true
			}
		}
	}
}

func (x *coder) absorbOne(c *coding, d *cond, t int, object bool) {
	if !x.fills(d, t) {
		return
	}
	t = x.g.through(t)
	k := x.code(t)
	if k == nil {
		return
	}
	quelled := c.code[:3] == "175" && k.code[:2] == "14"                                              // what police break up took place
	verdict := k.code == c.code                                                                       // "found him guilty" is one
	if c.code[:2] != "11" && c.code[:2] != "01" && !quelled || x.g.isNoun(t) && !quelled || verdict { // what one is accused of is told as a fact
		x.used[t] = true
	}
	if c.content == nil {
		c.content = k
	}
	if object && x.g.isVerb(c.tok) && x.isLight(c.tok) {
		c.trigger = t
	}
}

// isLight reports whether verb i can carry an event noun.
func (x *coder) isLight(i int) bool {
	for _, r := range x.g.lex.verbs[x.g.lemma(i)] {
		if r.code == "LIGHT" {
			return true
		}
	}
	return false
}
