package event

import (
	"strings"

	"dateline/transform"
	"dateline/transform/text"
)

// graph is the trees of a document with children lists, and which actor, place, date
// and number stand on which token.
type graph struct {
	doc   *transform.Document
	tok   []text.Token
	first []int32 // first child, -1 none
	next  []int32 // next sibling
	actor []int32 // actor headed by the token, -1 none
	class []bits  // noun classes of the token as a head; known where seen is set
	seen  []bool
	place []int32       // place that the token is in, -1 none
	more  map[int][]int // further actors headed by the same token
	lex   *lexicon
}

func newGraph(d *transform.Document) *graph {
	n := len(d.Tokens)
	ints := make([]int32, 4*n)
	for i := range ints {
		ints[i] = -1
	}
	g := &graph{doc: d, tok: d.Tokens, first: ints[:n], next: ints[n : 2*n], actor: ints[2*n : 3*n], place: ints[3*n:], class: make([]bits, n), seen: make([]bool, n), lex: lex()}
	g.link()
	for i, k := 0, 0; i < n && k < len(d.Places); i++ {
		for k < len(d.Places) && d.Places[k].End < d.Tokens[i].End {
			k++
		}
		if k < len(d.Places) && d.Places[k].Start <= d.Tokens[i].Start {
			g.place[i] = int32(k)
		}
	}
	for i := range d.Actors {
		a := &d.Actors[i]
		if a.Head < 0 || a.Head >= n {
			continue
		}
		// Of two mentions on one head the longer is the fuller.
		o := g.actor[a.Head]
		if o >= 0 && !a.Overlaps(d.Actors[o].Span) {
			if g.more == nil {
				g.more = map[int][]int{}
			}
			g.more[a.Head] = append(g.more[a.Head], i) // "Syrian and Turkish forces"
			continue
		}
		if o < 0 || a.End-a.Start > d.Actors[o].End-d.Actors[o].Start {
			g.actor[a.Head] = int32(i)
		}
	}
	g.secondHeads()
	g.skipDatelines()
	g.mend()
	return g
}

// secondHeads finds an actor also by the token that the parse makes the subject or object,
// where it hung the parts of its name on the verb one by one.
func (g *graph) secondHeads() {
	for k := range g.doc.Actors {
		a := &g.doc.Actors[k]
		if a.Head < 0 || a.Head >= len(g.tok) {
			continue
		}
		switch base(g.tok[a.Head].Rel) {
		case "nsubj", "obj", "iobj":
			continue
		}
		for j := a.Head + 1; j < len(g.tok) && g.tok[j].Start < a.End; j++ {
			if h := g.tok[j].Head; h >= 0 && g.actor[j] < 0 && (g.tok[h].Start < a.Start || g.tok[h].Start >= a.End) {
				switch base(g.tok[j].Rel) {
				case "nsubj", "obj", "iobj":
					g.actor[j] = int32(k)
				}
			}
		}
	}
}

// link makes the children lists.
func (g *graph) link() {
	n := len(g.tok)
	for i := range g.first {
		g.first[i], g.next[i] = -1, -1
	}
	for i := n - 1; i >= 0; i-- {
		if h := g.tok[i].Head; h >= 0 && h < n && h != i {
			g.next[i] = g.first[h]
			g.first[h] = int32(i)
		}
	}
}

// skipLabel takes who is named in brackets before a sentence for no actor of it: "[Reporter]
// The bomb went off".
func (g *graph) skipLabel(first, last int) {
	if first >= last || g.word(first) != "[" {
		return
	}
	for i := first + 1; i+1 < last && i < first+8; i++ {
		if g.word(i) == "]" && isUpper(g.word(i+1)) {
			for j := first; j < i; j++ {
				g.actor[j], g.place[j] = -1, -1
			}
			return
		}
	}
}

// skipDatelines takes what stands before the dash of "KABUL, Afghanistan -- The Taliban …"
// for no actor: a dateline is where the story was written.
func (g *graph) skipDatelines() {
	if g.doc.Article != nil && g.doc.Article.BodyStart > 0 {
		for i := 0; i < len(g.tok) && g.tok[i].End <= g.doc.Article.BodyStart; i++ {
			if !g.doc.Sentences[g.tok[i].Sentence].Headline {
				g.actor[i], g.place[i] = -1, -1
			}
		}
	}
	for _, s := range g.doc.Sentences {
		if s.Headline {
			continue
		}
		g.skipLabel(s.First, s.Last)
		for i := s.First; i < s.Last && i < s.First+12; i++ {
			switch w := g.word(i); {
			case w == "--" || w == "—" || w == "–" || w == "-" && i > s.First && g.tok[i-1].End < g.tok[i].Start:
				if upper(g.word(s.First)) || g.onlyNames(s.First, i) && g.opens(i+1, s.Last) {
					for j := s.First; j < i; j++ {
						g.actor[j], g.place[j] = -1, -1
					}
				}
				i = s.Last
			case g.isVerb(i):
				i = s.Last
			}
		}
	}
}

// onlyNames reports whether tokens i to j are such as datelines have: "Kabul, Feb. 11 (AFP)".
func (g *graph) onlyNames(i, j int) bool {
	for ; i < j; i++ {
		switch g.tok[i].Tag {
		case "NNP", "CD", ",", "-LRB-", "-RRB-", ".", "(", ")":
		default:
			return false
		}
	}
	return true
}

// opens reports whether a sentence begins at token i and no aside does: "Kabul -- The army …",
// not "Russia -- an ally of Syria -- …".
func (g *graph) opens(i, last int) bool {
	if i >= last || g.word(i)[0] < 'A' || g.word(i)[0] > 'Z' {
		return false
	}
	for j := i; j < last; j++ {
		if w := g.word(j); w == "--" || w == "—" || w == "–" {
			return false
		}
	}
	return true
}

func upper(w string) bool { return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w }

func (g *graph) word(i int) string { return g.doc.Text[g.tok[i].Start:g.tok[i].End] }

// lemma is the token's lemma in lower case.
func (g *graph) lemma(i int) string {
	l := g.tok[i].Lemma
	for j := 0; j < len(l); j++ {
		if c := l[j]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(l)
		}
	}
	return l
}

func (g *graph) isVerb(i int) bool { return strings.HasPrefix(g.tok[i].Tag, "VB") }

// isNoun holds for nouns, and for adjectives in a noun's place ("an offensive").
func (g *graph) isNoun(i int) bool {
	switch t := g.tok[i].Tag; {
	case strings.HasPrefix(t, "NN"):
		return true
	case strings.HasPrefix(t, "JJ"):
		r := base(g.tok[i].Rel)
		return r == "obj" || r == "nsubj" || r == "iobj" || r == "obl"
	}
	return false
}
func (g *graph) isAdjective(i int) bool {
	return strings.HasPrefix(g.tok[i].Tag, "JJ")
}

// base is a relation without its subtype.
func base(rel string) string {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		return rel[:i]
	}
	return rel
}

// child returns the first child with one of the relations, or -1.
func (g *graph) child(i int, rels ...string) int {
	for c := g.first[i]; c >= 0; c = g.next[c] {
		r := g.tok[c].Rel
		for _, x := range rels {
			if r == x || base(r) == x {
				return int(c)
			}
		}
	}
	return -1
}

// prep is the adposition before an oblique or nominal, "" without one; fixed ones are
// joined: "because_of". A subordinator counts for clauses.
func (g *graph) prep(i int) string {
	p := ""
	for c := g.first[i]; c >= 0 && int(c) < i; c = g.next[c] {
		if r := base(g.tok[c].Rel); r != "case" && r != "mark" {
			continue
		}
		if g.tok[c].Tag == "POS" {
			continue
		}
		l := g.lemma(int(c))
		for f := g.first[c]; f >= 0; f = g.next[f] {
			if g.tok[f].Rel == "fixed" {
				l += "_" + g.lemma(int(f))
			}
		}
		switch {
		case p == "":
			p = l
		case l == "to" && p == "according", l == "of":
			p += "_" + l
		case p == "for" && g.tok[c].Tag == "TO": // "called for the president to resign"
		default:
			p = l // "from behind", "in against": the last one says more
		}
	}
	return p
}

// conjuncts appends i and what is coordinated with it.
func (g *graph) conjuncts(out []int, i int) []int {
	out = append(out, i)
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "conj" && len(out) < 16 {
			out = g.conjuncts(out, int(c))
		}
	}
	return out
}

// within reports whether i lies in the subtree of top.
func (g *graph) within(i, top int) bool {
	for n := 0; i >= 0 && n < 200; n++ {
		if i == top {
			return true
		}
		i = g.tok[i].Head
	}
	return false
}

// transparent nouns, and counts, pass on what they are made of: "a wave of attacks", "40 of
// the drones".
func (g *graph) isTransparent(i int) bool {
	return g.tok[i].Tag == "CD" || g.lex.classes[g.lemma(i)].meets(g.lex.transparent)
}

// through follows transparent nouns to their content: "wave" of "a wave of attacks" gives
// "attacks". It returns i itself for ordinary nouns.
func (g *graph) through(i int) int {
	for n := 0; n < 3 && g.isTransparent(i); n++ {
		j := -1
		for c := g.first[i]; c >= 0; c = g.next[c] {
			if p := g.prep(int(c)); base(g.tok[c].Rel) == "nmod" && (p == "of" || p == "in" || p == "worth_of") {
				j = int(c)
				break
			}
		}
		if j < 0 {
			return i
		}
		i = j
	}
	return i
}

// classes are the noun classes of the phrase that i heads, by its head alone and by its
// head behind a modifier.
func (g *graph) classes(i int) bits {
	if g.seen[i] {
		return g.class[i]
	}
	l := g.lemma(i)
	b := g.lex.classes[l]
	for _, m := range g.lex.modified[l] {
		if g.modifiedBy(i, m.mod) {
			b = b.or(m.classes)
		}
	}
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if g.tok[c].Tag == "$" { // "$2 million"
			b = b.or(g.lex.classes["$"])
		}
	}
	if strings.HasSuffix(g.tok[i].Entity, "LOC") || g.place[i] >= 0 && !g.doc.Places[g.place[i]].Adjective {
		b = b.or(g.lex.territory)
	}
	if o := g.cargo(i); o >= 0 {
		b = g.classes(o)
	}
	g.class[i], g.seen[i] = b, true
	return b
}

// cargo is what the vehicle at i carries, and what is sent with it: "a plane carrying medical
// supplies", "two trucks loaded with flour"; -1 none.
func (g *graph) cargo(i int) int {
	switch g.lemma(i) {
	case "plane", "aircraft", "helicopter", "ship", "vessel", "boat", "truck", "lorry", "convoy", "train", "flight", "jet", "airliner", "planeload", "shipload":
	default:
		return -1
	}
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) != "acl" || int(c) < i {
			continue
		}
		o := -1
		switch g.lemma(int(c)) {
		case "carry", "transport", "bring", "ferry", "haul":
			o = g.child(int(c), "obj")
		case "load", "laden", "fill", "pack":
			o = g.child(int(c), "obl")
		}
		if o > i && g.isNoun(o) {
			return o
		}
	}
	return -1
}

// modifiedBy reports whether one of the dependants within the noun phrase has the lemma;
// of an underscored one each word must be there.
func (g *graph) modifiedBy(i int, mod string) bool {
	for mod != "" {
		var w string
		w, mod, _ = strings.Cut(mod, "_")
		found := false
		for c := g.first[i]; c >= 0 && !found; c = g.next[c] {
			r := base(g.tok[c].Rel)
			if r == "obj" && !g.isVerb(i) { // "referendum_hold": a verb by its object
				continue
			}
			switch r {
			case "amod", "compound", "nmod", "obl", "acl", "nummod", "advmod", "flat", "obj":
				l := g.lemma(int(c))
				found = l == w || g.childLemma(int(c), w)
				if k := strings.LastIndexByte(w, '-'); !found && k > 0 { // UD splits "fact-finding"
					found = l == w[k+1:] || g.word(int(c)) == w[k+1:]
				}
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func (g *graph) childLemma(i int, w string) bool {
	for c := g.first[i]; c >= 0; c = g.next[c] {
		switch base(g.tok[c].Rel) {
		case "amod", "compound", "conj":
			if g.lemma(int(c)) == w {
				return true
			}
		}
	}
	return false
}
