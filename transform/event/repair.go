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
	if len(f.obj) > 0 && p != "on" && x.g.prep(f.obj[0]) == p && x.g.lemma(f.tok+1) == p {
		f.prt = p // "broke off talks" with "off" for an adposition of "talks"
		return true
	}
	if len(f.obj) > 0 || p == "on" {
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

// recipient finds who gets something where the parse took the name for a part of the
// thing, "lend Ukraine four billion dollars", or for the subject of a clause, "let
// inspectors enter".
func (g *graph) recipient(f *frame) {
	switch g.lemma(f.tok) {
	case "give", "lend", "grant", "offer", "send", "pay", "award", "promise", "sell", "hand", "deny", "allocate", "supply", "issue", "deal", "allow", "refuse":
		if len(f.iobj) == 0 && len(f.obj) > 0 {
			if o, b := f.obj[0], g.bareSum(f); len(f.obj) == 1 && b >= 0 && (g.actor[o] >= 0 || g.place[o] >= 0) { // "lent Moldova 300 million euros"
				f.iobj, f.obj = append(f.iobj, o), []int{b}
			} else if r := g.nameWithin(f.tok, f.obj[0]); r >= 0 {
				f.iobj = append(f.iobj, r)
			} else if o := f.obj[0]; len(f.obj) > 1 && g.tok[f.obj[1]].Head == f.tok && (g.actor[o] >= 0 || g.place[o] >= 0) { // "gave Qatar an ultimatum"
				f.iobj, f.obj = append(f.iobj, o), f.obj[1:]
			}
		}
	}
	g.controlled(f)
	switch g.lemma(f.tok) {
	case "let", "allow", "permit", "help", "want", "ask", "invite", "order", "authorize", "authorise", "force", "make", "hold", "deem":
		for _, r := range f.comp {
			if s := g.child(r.tok, "nsubj"); s > f.tok && len(f.obj) == 0 {
				f.obj = g.conjuncts(f.obj, s)
			}
		}
	}
}

// bareSum is a counted thing behind the object that the parse hung on the verb without an
// adposition, -1 none.
func (g *graph) bareSum(f *frame) int {
	for _, r := range f.obl {
		if r.prep == "" && r.tok > f.obj[0] && !g.isTime(r.tok) && g.child(r.tok, "nummod") >= 0 && g.tok[r.tok].Head == f.tok {
			return r.tok
		}
	}
	return -1
}

// nameWithin is the head of a name that begins right behind verb p, ends before other
// words of the noun phrase that o heads, and belongs to it as a modifier; -1 none.
func (g *graph) nameWithin(p, o int) int {
	i := p + 1
	if i < o && g.tok[i].Tag == "DT" {
		i++
	}
	last := -1
	for ; i < o && (g.tok[i].Tag == "NNP" || g.tok[i].Tag == "NNPS"); i++ {
		last = i
	}
	if last < 0 || i > o || g.tok[i].Tag == "POS" || g.tok[i].Tag == "HYPH" {
		return -1
	}
	if t := g.tok[i].Tag; t != "CD" && t != "DT" && t != "$" && t != "JJ" && t != "NN" && t != "NNS" && t != "RBR" && t != "JJR" && t != "IN" {
		return -1
	}
	switch base(g.tok[last].Rel) {
	case "compound", "nmod", "amod", "flat", "obl":
		if g.actor[last] >= 0 && g.doc.Actors[g.actor[last]].End == g.tok[last].End || g.place[last] >= 0 && g.doc.Places[g.place[last]].End == g.tok[last].End {
			return last
		}
	}
	return -1
}

// onlyModifies reports whether event noun i does no more than say what kind of person or
// thing its head is: "aid workers", "riot police", "strike aircraft".
func (x *coder) onlyModifies(i int) bool {
	g := x.g
	h := g.tok[i].Head
	if base(g.tok[i].Rel) != "compound" || h < 0 || !g.isNoun(h) {
		return false
	}
	return g.actor[h] >= 0 || g.classes(h).meets(g.lex.bearer)
}

// controlled gives a verb that makes others act the infinitive that the parse hung on its
// object, "allowed the candidate to run", and takes an indirect object without a direct
// one for it.
func (g *graph) controlled(f *frame) {
	switch g.lemma(f.tok) {
	case "allow", "let", "permit", "urge", "ask", "order", "want", "help", "enable", "tell", "invite", "persuade", "force", "encourage", "press", "authorize", "authorise", "warn", "request", "push", "call", "implore", "beg", "instruct", "advise":
	default:
		return
	}
	if len(f.obj) == 0 && len(f.iobj) > 0 {
		f.obj, f.iobj = f.iobj, nil
	}
	for _, o := range f.obj {
		for c := g.first[o]; c >= 0; c = g.next[c] {
			switch base(g.tok[c].Rel) {
			case "xcomp", "acl", "advcl":
				if g.tok[c].Tag == "VB" && g.prep(int(c)) == "to" {
					f.comp = append(f.comp, role{"", int(c)})
				}
			}
		}
	}
}
