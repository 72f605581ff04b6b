package event

// nounFrame reads the noun phrase that p heads as a clause: "the shelling of X by Y",
// "Y's attack on X", "a Russian air strike".
func (g *graph) nounFrame(p int) *frame {
	f := &frame{tok: p, light: -1, noun: true}
	for c := g.first[p]; c >= 0; c = g.next[c] {
		i := int(c)
		rel := g.tok[i].Rel
		switch {
		case rel == "nmod:poss":
			f.poss = g.conjuncts(f.poss, i)
		case base(rel) == "nmod" || base(rel) == "obl":
			g.nounModifier(f, i)
		case base(rel) == "amod" || base(rel) == "compound" || rel == "flat":
			if g.struck(i, p) {
				f.obl = append(f.obl, role{"on", i}, role{"of", i})
				break
			}
			f.mod = g.conjuncts(f.mod, i)
		case base(rel) == "acl":
			g.nounClause(f, i)
		case base(rel) == "advcl":
			if m := g.prep(i); m != "" {
				f.comp = append(f.comp, role{m, i})
			}
		case base(rel) == "ccomp" || base(rel) == "xcomp":
			f.comp = append(f.comp, role{g.prep(i), i})
		}
	}
	g.inheritModifiers(f, p)
	g.nounSides(f)
	return f
}

// inheritModifiers gives the second of two coordinated nouns the first one's possessor
// and obliques: "the killing and wounding of civilians".
func (g *graph) inheritModifiers(f *frame, p int) {
	if base(g.tok[p].Rel) != "conj" || g.tok[p].Head < 0 {
		return
	}
	h := g.tok[p].Head
	if len(f.poss) == 0 {
		if i := g.child(h, "nmod:poss"); i >= 0 {
			f.poss = g.conjuncts(f.poss, i)
		}
	}
}

func (g *graph) nounModifier(f *frame, i int) {
	for _, j := range g.conjuncts(nil, i) {
		q := g.conjunctPrep(j, i)
		if q == "by" {
			f.subj = append(f.subj, j)
			continue
		}
		f.obl = append(f.obl, role{q, j})
	}
	if g.prep(i) == "of" { // "the seizure of a ship by the Houthis" with "by" under "ship"
		g.agentBelow(f, i, 0)
		for c := g.first[i]; c >= 0 && g.actor[i] < 0 || c >= 0 && g.tok[i].Tag == "NNS"; c = g.next[c] { // "the deployment of troops to Libya"
			if r := g.prep(int(c)); base(g.tok[c].Rel) == "nmod" && int(c) > i && (r == "to" || r == "into" || r == "against") {
				f.obl = append(f.obl, role{r, int(c)})
			}
		}
	}
	if q := g.prep(i); q == "from" || q == "to" || q == "by" { // "a request from Ukraine for missiles"
		for c := g.first[i]; c >= 0; c = g.next[c] {
			if r := g.prep(int(c)); base(g.tok[c].Rel) == "nmod" && (r == "for" || r == "to" || r == "on" || r == "against" || r == "over") {
				f.obl = append(f.obl, role{r, int(c)})
			}
		}
	}
}

// agentBelow finds by whom the thing is done where the parse hung it on what it is done to.
func (g *graph) agentBelow(f *frame, i, depth int) {
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) != "nmod" || int(c) < i {
			continue
		}
		if g.prep(int(c)) == "by" {
			if g.actor[c] >= 0 || g.place[c] >= 0 {
				f.subj = g.conjuncts(f.subj, int(c))
			}
			return
		}
		if q := g.prep(int(c)); depth < 2 && (q == "to" || q == "from" || q == "in") {
			g.agentBelow(f, int(c), depth+1)
		}
	}
}

func (g *graph) nounClause(f *frame, i int) {
	switch g.lemma(i) {
	case "aim", "target", "direct": // "strikes targeting rebels", "an attack aimed at"
		if o := g.child(i, "obj"); o >= 0 {
			f.obl = append(f.obl, role{"against", o})
		}
		for c := g.first[i]; c >= 0; c = g.next[c] {
			if base(g.tok[c].Rel) == "obl" {
				f.obl = append(f.obl, role{g.prep(int(c)), int(c)})
			}
		}
	case "carry", "launch", "stage", "lead", "back", "claim", "commit", "organise", "organize", "host", "order", "mount", "wage", "conduct", "blame", "broker", "mediate", "sign":
		for c := g.first[i]; c >= 0; c = g.next[c] {
			if g.tok[c].Rel == "obl:agent" || base(g.tok[c].Rel) == "obl" && g.prep(int(c)) == "by" {
				f.subj = g.conjuncts(f.subj, int(c))
			}
		}
	default:
		f.comp = append(f.comp, role{g.prep(i), i})
	}
}

// nounSides decides which modifiers act and which are acted upon.
func (g *graph) nounSides(f *frame) {
	for _, r := range f.obl {
		if r.prep == "of" {
			if g.lemma(f.tok) == "offensive" && g.actor[r.tok] >= 0 && len(f.subj) == 0 { // "the offensive of the rebels"
				f.subj = append(f.subj, r.tok)
				continue
			}
			f.obj = append(f.obj, r.tok)
		}
	}
	switch {
	case len(f.poss) > 0 && len(f.subj) > 0 && len(f.obj) == 0:
		f.obj = append(f.obj, f.poss...) // "Syria's shelling by Turkey"
	case len(f.poss) > 0:
		f.subj = append(f.subj, f.poss...)
	}
	if len(f.subj) > 0 {
		return
	}
	for _, m := range f.mod {
		if g.actor[m] >= 0 && g.names(m) {
			f.subj = append(f.subj, m)
		}
	}
	for _, m := range f.mod { // "US Predator attacks"
		if c := g.child(m, "compound"); len(f.subj) == 0 && c >= 0 && g.actor[c] >= 0 && g.names(c) {
			f.subj = append(f.subj, c)
		}
	}
	for j := f.tok - 1; j > 0 && j > f.tok-8 && len(f.subj) == 0 && g.within(j, f.tok); j-- { // "a U.S.-led coalition air strike"
		if g.tok[j].Tag == "HYPH" && g.lemma(j+1) == "lead" && g.actor[j-1] >= 0 {
			f.subj = append(f.subj, j-1)
		}
	}
}
