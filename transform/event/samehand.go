package event

import "strings"

// sameHand gives an act of force of which nobody is said to have done it the doers of the one
// told right before, where the words say that it is the same or one more of theirs: "the attack
// began at dawn", "two guards died in the raid", "the driver was also kidnapped".
func (b *builder) sameHand() {
	const back = 2
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		plot := plotOf(e)
		if len(e.Sources) > 0 || plot == "" || plot == "misfortune" || e.Status != happened || b.another(i) {
			continue
		}
		more := b.oneMore(i)
		within := !more && b.inTheAct(i)
		if !more && !within && !b.definite(i) {
			continue
		}
		for j := i - 1; j >= 0 && e.Sentence-b.doc.Events[j].Sentence <= back; j-- {
			a := &b.doc.Events[j]
			if plotOf(a) != plot || a.Status != happened || a.Head == e.Head || e.Sentence == a.Sentence && a.Head > e.Head {
				continue
			}
			if len(a.Sources) == 0 || !codesAgree(a.CAMEO, e.CAMEO) || more && a.CAMEO[:3] != e.CAMEO[:3] || !more && !b.could(j, i) || !more && !within && !b.sidesMeet(a.Targets, e.Targets) {
				break
			}
			y := &b.doc.Actors[a.Sources[0]]
			if y.Kind == "person" || !armedSectors[y.Sector] && y.Sector != "MIL" && y.Sector != "COP" {
				break
			}
			if s := b.x.without(a.Sources, e.Targets); len(s) == len(a.Sources) && !b.akin(a.Sources, e.Targets) {
				b.explain("sentence %d: %q is by who did %q in sentence %d", e.Sentence, b.g.word(e.Head), b.g.word(a.Head), a.Sentence)
				e.Sources = append([]int(nil), s...)
				if e.Verification == asserted {
					e.Verification = a.Verification
				}
			}
			break
		}
	}
}

// could reports whether day and place let two events be one act.
func (b *builder) could(j, i int) bool {
	a, e := &b.doc.Events[j], &b.doc.Events[i]
	return !(b.meta[j].dated && b.meta[i].dated && !datesAgree(a, e)) && !(b.meta[j].placed && b.meta[i].placed && !samePlace(a.Place, e.Place))
}

// akin reports whether somebody of one side is of the other's country and kind: rebels do not
// strike rebels.
func (b *builder) akin(s, t []int) bool {
	for _, i := range s {
		for _, j := range t {
			if x, y := &b.doc.Actors[i], &b.doc.Actors[j]; x.Sector == y.Sector || armedSectors[x.Sector] && armedSectors[y.Sector] {
				return true
			}
		}
	}
	return false
}

// oneMore reports whether event i is told as a further one of its kind: "was also kidnapped",
// "in addition, a guard was kidnapped".
func (b *builder) oneMore(i int) bool {
	e := &b.doc.Events[i]
	p := b.predicate(e)
	for c := b.g.first[p]; c >= 0; c = b.g.next[c] {
		switch l := b.g.lemma(int(c)); {
		case l == "also", l == "too", l == "likewise", l == "similarly":
			return true
		case l == "addition" && b.g.prep(int(c)) == "in":
			return true
		}
	}
	return false
}

// inTheAct reports whether event i happened in an act that the reader knows: "two guards
// died in the raid".
func (b *builder) inTheAct(i int) bool {
	f := b.meta[i].coding.frame
	if f.noun {
		return false
	}
	for _, r := range f.obl {
		if (r.prep == "in" || r.prep == "during" || strings.HasPrefix(r.prep, "as_")) && b.deed(r.tok) && b.definiteNoun(r.tok) {
			return true
		}
	}
	return false
}
