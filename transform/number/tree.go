package number

import (
	"slices"
	"strings"
)

// byTree: what the dependency tree says of the phrase's head: the object of a killing, the
// subject of a dying, a part of either's coordination.
func (p *pass) byTree(i int) bool {
	n := &p.nps[i]
	return p.byClause(n, p.headToken(n)) || p.follow(n)
}

// headToken is the token that heads the phrase.
func (p *pass) headToken(n *phrase) int {
	switch {
	case n.head >= 0:
		return p.tok[n.head]
	case n.q >= 0:
		return p.tok[p.qs[n.q].coreEnd-1]
	}
	return p.tok[n.first]
}

// follow climbs from the phrase's head to the predicate it belongs to.
func (p *pass) follow(n *phrase) bool {
	t := p.headToken(n)
	for step := 0; step < 6; step++ {
		h := p.tokens[t].Head
		if h < 0 {
			return false
		}
		rel := p.tokens[t].Rel
		switch base(rel) {
		case "nummod", "compound", "flat", "conj", "appos", "amod", "det":
			if base(rel) == "conj" && p.verbal(t) {
				return false
			}
			t = h
		case "nmod":
			if p.nominal(n, h) {
				return true
			}
			if !p.passesOn(h) {
				return false
			}
			t = h
		case "nsubj":
			return p.subject(n, h, rel == "nsubj:pass")
		case "obj", "iobj":
			return p.object(n, h)
		default:
			return false
		}
	}
	return false
}

// base cuts the subtype off a relation.
func base(rel string) string {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		return rel[:i]
	}
	return rel
}

func (p *pass) verbal(t int) bool {
	tag := p.tokens[t].Tag
	return tag != "" && tag[0] == 'V'
}

// wordOf is what token t is in the lexicon; nil if unknown.
func (p *pass) wordOf(t int) *word {
	k := &p.tokens[t]
	return p.lexicon.lookup(p.text[k.Start:k.End])
}

// harmOf returns the rule of token t with one of the forms.
func (p *pass) harmOf(t int, forms ...harmForm) *harmRule {
	w := p.wordOf(t)
	if w == nil {
		return nil
	}
	for _, h := range w.harm {
		for _, f := range forms {
			if h.form == f {
				return h
			}
		}
	}
	return nil
}

// tell gives n the category of rule h at token t, raised to killing where t's dependents
// say so and dropped where they deny it.
func (p *pass) tell(n *phrase, h *harmRule, t int) bool {
	if h == nil || h.weak && !n.people || !n.people && p.thing(n) {
		return false
	}
	category := h.category
	for c := range p.doc.Children(t) {
		k := &p.tokens[c]
		switch s := strings.ToLower(p.text[k.Start:k.End]); {
		case s == "not" || s == "n't" || s == "n’t" || s == "never":
			return false
		case category == "wounded" && (s == "fatally" && (c == 0 || p.tokens[c-1].Tag != "CD") || s == "dead" || s == "death" && base(k.Rel) == "obl"):
			category = "killed"
		case category == "wounded" && base(k.Rel) == "conj":
			if o := p.harmOf(c, hPast, hIntrans, hGerund); o != nil && o.category == "killed" && p.doc.Child(c, "nsubj", "nsubj:pass", "obj") < 0 {
				category = "killed"
			}
		}
	}
	n.category, n.verb = category, p.lexemeOf(t)
	if category == "wounded" && n.verb >= 0 {
		n.category = p.deadly(n.verb, h).category
	}
	return true
}

// lexemeOf finds the first lexeme of token t; -1 if there is none.
func (p *pass) lexemeOf(t int) int {
	if i, ok := slices.BinarySearch(p.tok, t); ok {
		return i
	}
	return -1
}

// byClause: a participle or relative clause that hangs on the noun. "the 20 people killed
// in the attack", "five soldiers who died"
func (p *pass) byClause(n *phrase, t int) bool {
	for c := range p.doc.Children(t) {
		switch p.tokens[c].Rel {
		case "acl":
			if (p.tokens[c].Tag == "VBN" || p.tokens[c].Tag == "VBD") && p.doc.Child(c, "obj") < 0 {
				if p.tell(n, p.harmOf(c, hPast, hPassive), c) {
					return true
				}
			}
		case "acl:relcl":
			if s := p.doc.Child(c, "nsubj", "nsubj:pass"); s >= 0 && (p.tokens[s].Tag == "WP" || p.tokens[s].Tag == "WDT") {
				if p.subject(n, c, p.tokens[s].Rel == "nsubj:pass") {
					return true
				}
			}
		}
	}
	return false
}

// subject: the phrase is the subject of token v.
func (p *pass) subject(n *phrase, v int, passive bool) bool {
	for step := 0; step < 3; step++ {
		h := p.harmOf(v, hIntrans, hState)
		if h == nil && passive {
			h = p.harmOf(v, hPast, hPassive)
		}
		if h != nil {
			return p.tell(n, h, v)
		}
		next := -1
		for c := range p.doc.Children(v) {
			k := &p.tokens[c]
			switch base(k.Rel) {
			case "xcomp", "ccomp", "advcl":
				if k.Rel == "advcl" && (!passive || k.Tag != "VBN" || p.doc.Child(c, "mark", "nsubj:pass", "case") >= 0) {
					continue // "found fatally shot", but not "was freed after being wounded"
				}
				if p.harmOf(c, hPast, hState, hIntrans) != nil && p.doc.Child(c, "nsubj") < 0 && (passive || p.harmOf(c, hPast) == nil) {
					return p.tell(n, p.harmOf(c, hIntrans, hState, hPast), c)
				}
			case "conj":
				if next < 0 && p.doc.Child(c, "nsubj", "nsubj:pass") < 0 {
					next = c
				}
			}
		}
		if next < 0 {
			return false
		}
		passive = passive && p.tokens[next].Tag != "VBD" || p.doc.Child(next, "aux:pass") >= 0
		v = next
	}
	return false
}

// object: the phrase is the object of token v.
func (p *pass) object(n *phrase, v int) bool {
	if h := p.harmOf(v, hPast, hPassive, hGerund, hBase, hActive); h != nil {
		return p.tell(n, h, v)
	}
	for c := range p.doc.Children(v) { // "left two people dead"
		if r := base(p.tokens[c].Rel); r == "xcomp" {
			if h := p.harmOf(c, hState, hPast); h != nil {
				return p.tell(n, h, c)
			}
		}
	}
	return false
}

// nominal: the phrase hangs on a noun for harm. "the shooting death of a boy"
func (p *pass) nominal(n *phrase, h int) bool {
	r := p.harmOf(h, hNominal)
	if r == nil {
		return false
	}
	for c := range p.doc.Children(h) { // "the fatal shooting of a man"
		k := &p.tokens[c]
		if s := p.text[k.Start:k.End]; strings.EqualFold(s, "fatal") || strings.EqualFold(s, "deadly") {
			r = killedRule
		}
	}
	return p.tell(n, r, h)
}

// passesOn reports whether a noun stands for what hangs on it: "a group of 20 men".
func (p *pass) passesOn(t int) bool {
	k := &p.tokens[t]
	if k.Tag == "CD" {
		return true
	}
	switch strings.ToLower(p.text[k.Start:k.End]) {
	case "group", "number", "total", "hundreds", "thousands", "dozens", "scores", "tens", "crowd", "family", "couple", "pair", "all", "some", "both":
		return true
	}
	return false
}
