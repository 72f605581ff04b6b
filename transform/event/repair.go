package event

// quantified reports whether the adposition of noun i belongs to its number: "up to
// 4,000 troops", "more than 20 people".
func (g *graph) quantified(i int) bool {
	for c := g.first[i]; c >= 0 && int(c) < i; c = g.next[c] {
		if base(g.tok[c].Rel) != "case" || g.tok[c+1].Tag != "CD" {
			continue
		}
		switch g.lemma(int(c)) {
		case "to":
			return c > 0 && g.lemma(int(c)-1) == "up"
		case "than", "over", "around", "about", "under", "nearly", "as":
			return true
		}
	}
	return false
}

// nextNoun finds the object of a transitive verb that the parse gave none: the noun
// phrase right behind it, whatever it was attached to. Of a clause ("said rebels
// attacked") it is the subject and no object.
func (g *graph) nextNoun(p int) int {
	last := g.doc.Sentences[g.tok[p].Sentence].Last
	head := -1
	for i := p + 1; i < last && i < p+9; i++ {
		switch t := g.tok[i].Tag; {
		case t[0] == 'N' || t[0] == 'J' && base(g.tok[i].Rel) == "obj":
			head = i
			continue
		case head < 0 && (t == "DT" || t == "PRP$" || t == "CD" || t == "$" || t == "HYPH" || t[0] == 'J' || t == "RB" || t == "VBN" || t == "RP" || t == "POS" || t == "``" || t == "''"):
			continue
		case head >= 0 && (t == "HYPH" || t == "POS" || t == "CD"):
			continue
		case head < 0 && g.tok[i-1].Tag == "CD": // "$2 million in aid"
			for j := i - 1; j > p; j-- {
				if g.tok[j].Tag == "$" {
					return j
				}
			}
		}
		break
	}
	if head < 0 {
		return -1
	}
	if g.isTime(head) {
		for j := p + 1; j < head; j++ {
			if g.tok[j].Tag == "$" { // "provided €28 million this year"
				return j
			}
		}
		return -1
	}
	h := g.tok[head].Head
	if base(g.tok[head].Rel) == "nsubj" && h >= 0 && g.tok[h].Head == p && base(g.tok[h].Rel) != "parataxis" {
		return -1
	}
	if r := base(g.tok[head].Rel); r == "obl" && (g.prep(head) != "" || g.isTime(head)) || r == "nsubj" && h == p {
		return -1
	}
	return head
}

// leftActor finds the subject of a tensed verb that the parse gave none: the nearest
// actor to the left in the same clause that no adposition governs.
func (x *coder) leftActor(p int) []int {
	g := x.g
	switch g.tok[p].Tag {
	case "VBD", "VBZ", "VBP":
	case "VBN", "VB", "VBG":
		if g.child(p, "aux") < 0 || g.child(p, "mark") >= 0 {
			return nil
		}
	}
	first := g.doc.Sentences[g.tok[p].Sentence].First
	for i := p - 1; i >= first && i > p-12; i-- {
		t := g.tok[i].Tag
		if t == "VBD" || t == "VBZ" || t == "," || t == ":" || t == "IN" && g.tok[i].Rel == "mark" {
			return nil
		}
		if (g.actor[i] >= 0 || g.place[i] >= 0 && t[0] == 'N') && g.prep(i) == "" && !g.underCase(i) {
			return []int{i}
		}
	}
	return nil
}

// underCase reports whether token i stands in a prepositional phrase.
func (g *graph) underCase(i int) bool {
	for n := 0; n < 6; n++ {
		switch base(g.tok[i].Rel) {
		case "compound", "flat", "amod", "nmod", "conj", "appos":
			i = g.tok[i].Head
			if i < 0 {
				return false
			}
			if g.prep(i) != "" {
				return true
			}
		default:
			return false
		}
	}
	return true
}

// particle takes an adposition for a particle where a pattern wants one, and what it
// governs for the object: "called off the strike" parsed as an oblique.
func (x *coder) particle(p string, f *frame) bool {
	if f.noun || f.prt != "" {
		return false
	}
	if n := f.tok + 1; n < x.g.doc.Sentences[x.g.tok[f.tok].Sentence].Last && x.g.lemma(n) == p {
		if r := base(x.g.tok[n].Rel); r == "amod" || r == "advmod" || r == "compound" {
			f.prt = p
			return true
		}
	}
	if len(f.obj) > 0 {
		return false
	}
	for _, r := range f.obl {
		if r.prep == p {
			f.prt, f.obj = p, append(f.obj, r.tok)
			return true
		}
	}
	return false
}

// isTime reports whether token i heads a date or a span of time.
func (g *graph) isTime(i int) bool {
	switch l := g.lemma(i); l {
	case "today", "yesterday", "tomorrow", "tonight", "day", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "hour", "minute":
		return true
	default:
		return weekdays[l]
	}
}
