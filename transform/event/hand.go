package event

import (
	"slices"
	"strings"
)

// By whose hand: doers that stand behind a "by" which the parse hung elsewhere, in words
// that share out guilt, and in what is told of the captive's release.

// launched are participles that tell who is behind an act: "the offensive launched by X".
var launched = map[string]bool{
	"launch": true, "carry": true, "stage": true, "commit": true, "perpetrate": true, "mount": true, "conduct": true, "plan": true, "organize": true,
	"organise": true, "execute": true, "claim": true, "direct": true, "order": true, "unleash": true, "wage": true,
}

// byHand finds who did the act of force of frame f in the words behind it, where the slots
// name nobody: "were abducted by columns of the front", "the offensive launched on Monday by
// the rebels", "a series of attacks has been carried out in the south by the front".
func (x *coder) byHand(f *frame) []int {
	g := x.g
	from := f.tok
	switch {
	case !f.noun && !f.passive:
		return nil
	case f.noun && f.light >= 0:
		if from = f.light; !x.frame(from).passive && !(from > f.tok && g.tok[from].Tag == "VBN") {
			return nil
		}
	case f.noun:
		n, last := f.tok+1, g.doc.Sentences[g.tok[f.tok].Sentence].Last
		for n < last && n < f.tok+7 && !launched[g.lemma(n)] {
			if t := g.tok[n].Tag; t != "MD" && t[0] == 'V' && g.lemma(n) != "be" && g.lemma(n) != "have" || t == "," || t == "CC" || t == ":" || t[0] == 'W' {
				return nil
			}
			n++
		}
		if n >= last || n >= f.tok+7 || g.tok[n].Tag != "VBN" {
			return nil
		}
		from = n
	}
	return x.behindBy(from)
}

// behindBy is the actor behind the first "by" of the words that follow token i in its clause.
func (x *coder) behindBy(i int) []int {
	g := x.g
	last := g.doc.Sentences[g.tok[i].Sentence].Last
	by := i + 1
	for ; by < min(last, i+14) && g.lemma(by) != "by"; by++ {
		switch t := g.tok[by].Tag; {
		case t == "," || t == ":" || t == "CC" || t == "``" || t == "''" || t == "MD" || t[0] == 'W', t[0] == 'V', t == "IN" && g.tok[by].Rel == "mark":
			return nil
		}
	}
	if by >= min(last, i+14) {
		return nil
	}
	for k := by + 1; k < min(last, by+9); k++ {
		if a := int(g.actor[k]); a >= 0 && g.names(k) {
			y := &g.doc.Actors[a]
			if y.Kind == "person" || y.Pronoun || y.Rule == placeRule || y.Head != k {
				return nil
			}
			return []int{a}
		}
		switch t := g.tok[k].Tag; {
		case t == "," || t == ":" || t == "CC" || t == "MD" || t == "PRP" || t == "IN" && g.lemma(k) != "of" || t == "TO" || t[0] == 'W' || t[0] == 'V' && t != "VBN" && g.lemma(k) != "group" && !isUpper(g.word(k)):
			return nil
		}
	}
	return nil
}

// doneIn is who did the act in which people died: "ten died in attacks by the front".
func (x *coder) doneIn(f *frame) []int {
	for _, r := range f.obl {
		if r.prep != "in" && r.prep != "during" && r.prep != "as_of" && r.prep != "from" || !x.g.isNoun(r.tok) {
			continue
		}
		k := x.code(r.tok)
		if k == nil || !forced(k.code) || k.frame == nil || !k.frame.noun || k.rule.flags&recip != 0 {
			continue
		}
		s := x.withoutPlaces(x.actorsOf(k.frame.subj, false))
		if len(s) == 0 {
			return x.byHand(k.frame)
		}
		s, _ = x.doers(k, s, nil)
		return s
	}
	return nil
}

// selfStyled is the actor by whose name noun i is called: "a group calling itself the Black
// Hand", "the gang known as the Owls"; or -1.
func (x *coder) selfStyled(i int) int {
	g := x.g
	last := g.doc.Sentences[g.tok[i].Sentence].Last
	v := i + 1
	for v < min(last, i+3) && g.tok[v].Tag[0] == 'W' {
		v++
	}
	if v >= last || g.tok[v].Tag[0] != 'V' {
		return -1
	}
	if t := g.tok[v].Tag; v == last-1 || t != "VBG" && t != "VBN" && v == i+1 || g.lemma(v+1) == "on" || g.lemma(v+1) == "for" {
		return -1
	}
	switch g.lemma(v) {
	case "call", "know", "name", "dub", "style":
	default:
		return -1
	}
	for k := v + 1; k < min(last, v+9); k++ {
		if g.tok[k].Tag == "," || g.tok[k].Tag[0] == 'V' {
			return -1
		}
		if a := int(g.actor[k]); a >= 0 && !g.doc.Actors[a].Pronoun {
			return a
		}
	}
	return -1
}

// parts are nouns that share out guilt: "the responsibility of X for the massacre".
var parts = map[string]bool{"responsibility": true, "participation": true, "involvement": true, "complicity": true, "guilt": true, "culpability": true, "role": true}

// partOf is whose part in an act of force noun i tells: "the involvement of X in the murders",
// "X's responsibility for the massacre"; or -1.
func (b *builder) partOf(i int) int {
	who := b.of(i)
	if who < 0 {
		who = b.g.child(i, "nmod:poss")
	}
	if who < 0 || !b.g.isNoun(i) {
		return -1
	}
	last := b.doc.Sentences[b.g.tok[i].Sentence].Last
	for k := i + 1; k < min(last, i+14); k++ {
		switch t := b.g.tok[k].Tag; {
		case t[0] == 'V' && t != "VBN" || t == ":" || t == "MD":
			return -1
		case t == "IN" && (b.g.lemma(k) == "in" || b.g.lemma(k) == "for"):
			for d := k + 1; d < min(last, k+6); d++ {
				if b.deed(d) || b.g.isNoun(d) && suffered[b.g.lemma(d)] {
					return who
				}
			}
		}
	}
	return -1
}

// releasers makes those who let captives go the abductors of these: "the priest, kidnapped in
// May, was released by the front".
func (b *builder) releasers() {
	const back, ahead = 8, 3
	for i := range b.doc.Events {
		r := &b.doc.Events[i]
		if !strings.HasPrefix(r.CAMEO, "084") || r.Status != happened || len(r.Sources) == 0 || len(r.Targets) == 0 {
			continue
		}
		if y := &b.doc.Actors[r.Sources[0]]; !armedSectors[y.Sector] || y.Kind == "person" {
			continue
		}
		for j := range b.doc.Events {
			e := &b.doc.Events[j]
			d := r.Sentence - e.Sentence
			if e.CAMEO != "181" || e.Status != happened || len(e.Sources) > 0 || d > back || d < -ahead || !b.sameCaptive(e.Targets, r.Targets) {
				continue
			}
			b.explain("sentence %d: %q is by who released the captive", e.Sentence, b.g.word(e.Head))
			e.Sources = slices.Clone(b.x.without(r.Sources, e.Targets))
		}
	}
}

// sameCaptive reports whether two lists of targets share somebody.
func (b *builder) sameCaptive(a, c []int) bool {
	return slices.ContainsFunc(a, func(i int) bool {
		return slices.ContainsFunc(c, func(j int) bool {
			return i == j || b.doc.Actors[i].ID != "" && b.doc.Actors[i].ID == b.doc.Actors[j].ID
		})
	})
}
