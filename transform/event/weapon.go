package event

import (
	"strings"

	"dateline/transform"
)

// charges are what goes off: a killing by one is done with explosives.
var charges = map[string]bool{
	"bomb": true, "explosive": true, "dynamite": true, "explosion": true, "blast": true, "ied": true, "grenade": true, "landmine": true, "mine": true,
	"car-bomb": true, "firebomb": true, "detonation": true, "bombing": true, "tnt": true,
}

// chargeModes gives the acts of force that tell no way of their own the mode of the charge
// in their clause: "four were wounded by a car bomb", "the explosives that killed five";
// and to what is told of the same act right behind it: "Three died in the attack."
func (b *builder) chargeModes() {
	last, before := -1, -1 // the last act with explosives; the last act of force that tells no way of its own
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if plotOf(e) != "force" && e.CAMEO != "1712" || e.Status != happened && e.Status != ongoing {
			continue
		}
		if before >= 0 && b.recalled(before, i) {
			a := &b.doc.Events[before]
			b.explain("sentence %d: %q was the charge told after it", a.Sentence, b.g.word(a.Head))
			a.Mode, last = "explosives", before
		}
		before = -1
		switch {
		case e.Mode == "explosives" || e.Mode == "suicide-attack":
			last = i
		case e.Mode != "" && e.Mode != "destroy" && e.Mode != "targeted":
		case b.charged(e):
			b.explain("sentence %d: %q is done with explosives", e.Sentence, b.g.word(e.Head))
			e.Mode, last = "explosives", i
		case last >= 0 && b.toldOf(last, i):
			b.explain("sentence %d: %q is told of %q before", e.Sentence, b.g.word(e.Head), b.g.word(b.doc.Events[last].Head))
			e.Mode = "explosives"
		default:
			last = -1
			if generic(e.CAMEO) && !mutual[b.g.lemma(e.Head)] || e.CAMEO == "1712" {
				before = i
			}
		}
	}
	if before >= 0 && b.recalled(before, len(b.doc.Events)) {
		b.doc.Events[before].Mode = "explosives"
	}
}

// mutual are words for fights of two sides: a bomb told of next is only part of them.
var mutual = map[string]bool{
	"clash": true, "fighting": true, "fight": true, "battle": true, "combat": true, "war": true, "offensive": true, "confrontation": true, "engage": true,
	"confront": true, "shootout": true, "skirmish": true, "inflict": true, "sustain": true, "suffer": true, "ambush": true,
}

// blasts are verbs of doing it with explosives.
var blasts = map[string]bool{"dynamite": true, "bomb": true, "detonate": true, "firebomb": true}

// recalled reports whether the sentence behind event i, before event j, speaks of a charge
// that the reader must know from it: "the bomb", "this explosion".
func (b *builder) recalled(i, j int) bool {
	s := b.doc.Events[i].Sentence + 1
	if s >= len(b.doc.Sentences) || j < len(b.doc.Events) && b.doc.Events[j].Sentence < s {
		return false
	}
	last := b.doc.Sentences[s].Last
	if j < len(b.doc.Events) && b.doc.Events[j].Sentence == s {
		last = min(last, b.doc.Events[j].Head+1)
	}
	for k := b.doc.Sentences[s].First + 1; k < last; k++ {
		l := strings.ToLower(b.g.lemma(k))
		if !charges[l] && l != "device" || l == "mine" || l == "grenade" || b.g.tok[k].Tag == "NNS" && l != "explosive" {
			continue
		}
		for d := k - 1; d >= b.doc.Sentences[s].First && d >= k-3; d-- {
			if w := b.g.lemma(d); w == "the" || w == "this" {
				return true
			} else if b.g.isVerb(d) || w == "another" || w == "second" || w == "a" {
				break
			}
		}
	}
	return false
}

// charged reports whether the clause of an event names an explosive charge that does it or
// that it is done with.
func (b *builder) charged(e *transform.Event) bool {
	p := b.predicate(e)
	if l := strings.ToLower(b.g.lemma(p)); b.g.isVerb(p) && (blasts[l] || l == "blow" && b.x.frame(p).prt == "up") {
		return true
	}
	for _, top := range [2]int{p, e.Head} {
		for c := b.g.first[top]; c >= 0; c = b.g.next[c] {
			if b.chargeUnder(int(c), top, 3) {
				return true
			}
		}
	}
	for cur, n := p, 0; n < 3; n++ { // "the explosives that killed five", "an explosion in which"
		rel, h := base(b.g.tok[cur].Rel), b.g.tok[cur].Head
		if h < 0 || rel != "acl" && rel != "nmod" && rel != "obl" && rel != "advcl" && rel != "nsubj" {
			return false
		}
		if cur = h; b.g.isNoun(cur) && charges[strings.ToLower(b.g.lemma(cur))] {
			return true
		}
	}
	return false
}

// chargeUnder looks for a charge in the phrase that token i of predicate p heads.
func (b *builder) chargeUnder(i, p, depth int) bool {
	switch base(b.g.tok[i].Rel) {
	case "nsubj", "obl", "nmod", "compound", "amod", "appos", "flat":
	case "obj":
		if !b.g.isVerb(p) {
			return false
		}
	case "conj":
		if b.g.isVerb(i) {
			return false
		}
	case "advcl", "acl", "xcomp":
		if b.g.tok[i].Tag != "VBG" || b.g.lemma(i) != "use" {
			return false
		}
	default:
		return false
	}
	if prep := b.g.prep(i); prep == "after" || prep == "before" || prep == "since" || prep == "despite" {
		return false
	}
	if charges[strings.ToLower(b.g.lemma(i))] && (b.g.isNoun(i) || base(b.g.tok[i].Rel) == "compound" || base(b.g.tok[i].Rel) == "amod") {
		return true
	}
	for c := b.g.first[i]; depth > 0 && c >= 0; c = b.g.next[c] {
		if b.chargeUnder(int(c), i, depth-1) {
			return true
		}
	}
	return false
}

// toldOf reports whether event i only tells the outcome of event j, or calls it "the
// attack", within two sentences.
func (b *builder) toldOf(j, i int) bool {
	a, e := &b.doc.Events[j], &b.doc.Events[i]
	if e.Sentence-a.Sentence > 2 || b.another(i) || !generic(e.CAMEO) && e.CAMEO != "1712" || !b.alike(j, i) {
		return false
	}
	return b.definite(i) || len(e.Sources) == 0 && (harm[b.g.lemma(e.Head)] || e.CAMEO == "1712")
}
