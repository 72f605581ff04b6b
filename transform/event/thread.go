package event

import (
	"slices"
	"strings"

	"dateline/transform"
)

// threadEvents joins the mentions of one act of force that a story tells in several ways:
// the blow and its toll ("shelled the town, killing eight"), the act and what refers back
// to it ("the attack"), the same victim named twice. It goes before days and places are
// taken from the discourse, so that a mention without them gets its antecedent's.
func (b *builder) threadEvents() {
	for i := range b.doc.Events {
		if b.meta[i].gone {
			continue
		}
		if j := b.antecedent(i); j >= 0 {
			e := &b.doc.Events[i]
			b.explain("sentence %d: %q is told before, in sentence %d", e.Sentence, b.g.word(e.Head), b.doc.Events[j].Sentence)
			b.join(j, i)
		} else if b.vague(i) {
			b.explain("sentence %d: %q names no certain event", b.doc.Events[i].Sentence, b.g.word(b.doc.Events[i].Head))
			b.meta[i].gone = true
		}
	}
	b.sweep()
}

// sweep takes out the events that are gone.
func (b *builder) sweep() {
	kept, meta := b.doc.Events[:0], b.meta[:0]
	for i := range b.doc.Events {
		if !b.meta[i].gone {
			kept, meta = append(kept, b.doc.Events[i]), append(meta, b.meta[i])
		}
	}
	b.doc.Events, b.meta = kept, meta
}

// threadWindow bounds how many earlier events a mention is compared with.
const threadWindow = 40

// antecedent is the earlier event that event i tells again, or -1.
func (b *builder) antecedent(i int) int {
	e := &b.doc.Events[i]
	plot := plotOf(e)
	if plot == "" || e.Status != happened && e.Status != ongoing {
		return -1
	}
	other := b.another(i)
	for j := i - 1; j >= max(0, i-threadWindow); j-- {
		a := &b.doc.Events[j]
		if b.meta[j].gone || a.Head == e.Head || a.Status != e.Status {
			continue
		}
		if b.onlyHarm(a, e) {
			return j
		}
		if plotOf(a) != plot || !codesAgree(a.CAMEO, e.CAMEO) {
			continue
		}
		if b.outcome(a, e) {
			return j
		}
		if !other && b.agree(j, i) && b.again(j, i) {
			return j
		}
	}
	return -1
}

// plotOf is the kind of act whose mentions can be one; empty for what is never joined.
func plotOf(e *transform.Event) string {
	switch {
	case strings.HasPrefix(e.CAMEO, "181"):
		return "abduction"
	case forced(e.CAMEO), e.CAMEO == "175":
		return "force"
	case misfortune(e.CAMEO):
		return "misfortune"
	}
	return ""
}

// generic codes say that force was used, and not how.
func generic(code string) bool { return code == "180" || code == "190" || code == "18" || code == "19" }

func codesAgree(a, e string) bool {
	return generic(a) || generic(e) || a[:3] == e[:3] || a[:2] == "20" || e[:2] == "20" || a == "186" || e == "186"
}

// harm are words for what force did to people; they tell an outcome.
var harm = map[string]bool{
	"kill": true, "wound": true, "injure": true, "hurt": true, "die": true, "maim": true, "perish": true, "killing": true, "death": true, "injury": true, "casualty": true,
	"murder": true, "slay": true, "claim": true, "leave": true, "shoot": true, "dead": true, "wounding": true, "displace": true,
}

// outcome reports whether, in one sentence, one of the events is what the other did:
// "attacked, killing ten", "ten died in the attack", "killed ten and wounded five".
func (b *builder) outcome(a, e *transform.Event) bool {
	if a.Sentence != e.Sentence {
		return false
	}
	if b.strikes(a.Head, e.Head) || b.strikes(e.Head, a.Head) {
		return true
	}
	p, q := b.predicate(a), b.predicate(e)
	if misfortune(a.CAMEO) && misfortune(e.CAMEO) && b.g.child(q, "nsubj") < 0 {
		return b.causes(a, q)
	}
	la, le := harm[b.g.lemma(a.Head)], harm[b.g.lemma(e.Head)]
	if !la && !le {
		return false
	}
	if base(b.g.tok[q].Rel) == "conj" && b.g.tok[q].Head == p {
		return la && le && b.g.child(q, "nsubj") < 0 || (la || le) && b.g.child(q, "nsubj", "obj") < 0
	}
	return b.causes(a, q) || b.causes(e, p)
}

// strikes reports whether noun n is the subject of verb v: "a car bomb exploded", "shelling
// hit the town" are one act.
func (b *builder) strikes(n, v int) bool {
	return b.g.isNoun(n) && b.g.isVerb(v) && base(b.g.tok[n].Rel) == "nsubj" && b.g.tok[n].Head == v
}

// agree reports whether nothing told of two events keeps them from being one.
func (b *builder) agree(j, i int) bool {
	a, e := &b.doc.Events[j], &b.doc.Events[i]
	if b.meta[j].dated && b.meta[i].dated && !datesAgree(a, e) {
		return false
	}
	if b.meta[j].placed && b.meta[i].placed && !samePlace(a.Place, e.Place) {
		return false
	}
	return tollsAgree(a, e) && b.sidesMeet(a.Sources, e.Sources) && b.sidesMeet(a.Targets, e.Targets)
}

// samePlace holds for one place and for a place and what it lies in.
func samePlace(a, e *transform.Location) bool {
	switch {
	case a == nil || e == nil || a.Name == e.Name:
		return true
	case a.Country != "" && e.Country != "" && a.Country != e.Country:
		return false
	case a.Feature == "country" || e.Feature == "country" || a.GeonameID == 0 || e.GeonameID == 0:
		return true
	}
	return (a.Feature == "admin1" || e.Feature == "admin1") && a.Admin1 == e.Admin1
}

// sidesMeet reports whether two sides can be the same people: one is not told, they share
// an actor, or they have actors of one code.
func (b *builder) sidesMeet(a, e []int) bool {
	if len(a) == 0 || len(e) == 0 {
		return true
	}
	for _, i := range a {
		for _, j := range e {
			x, y := &b.doc.Actors[i], &b.doc.Actors[j]
			if x.ID == y.ID || x.Code == y.Code && !(b.proper(i) && b.proper(j)) {
				return true
			}
			if strings.HasPrefix(x.Code, "---") && strings.HasSuffix(y.Code, x.Code[3:]) || strings.HasPrefix(y.Code, "---") && strings.HasSuffix(x.Code, y.Code[3:]) {
				return true
			}
		}
	}
	return false
}

// proper reports whether an actor is called by a name.
func (b *builder) proper(i int) bool {
	a := &b.doc.Actors[i]
	if strings.HasPrefix(a.Rule, "role") {
		return false // "Gunmen", where a sentence begins
	}
	return a.Head >= 0 && a.Head < len(b.g.tok) && b.g.tok[a.Head].Tag == "NNP"
}

// again reports whether event i is told as one that the reader knows from event j.
func (b *builder) again(j, i int) bool {
	a, e := &b.doc.Events[j], &b.doc.Events[i]
	if b.sameVictim(a, e) {
		return true
	}
	named := len(a.Sources) == 0 && b.meta[i].coding.frame.light >= 0 // "the murder was carried out by"
	if b.definite(i) && e.Sentence-slices.Max(a.Sentences) <= 6 && (named || b.tells(a.Sources, e.Sources)) && b.tells(a.Targets, e.Targets) {
		return b.g.lemma(a.Head) == b.g.lemma(e.Head) || generic(e.CAMEO) || a.CAMEO[:3] == e.CAMEO[:3]
	}
	if a.Killed.Known() && e.Killed.Known() && a.Killed.Low != nil && *a.Killed.Low > 1 {
		return true
	}
	if a.Killed.Known() && e.Killed.Known() || a.Wounded.Known() && e.Wounded.Known() {
		return b.meta[j].placed && b.meta[i].placed || b.meta[j].dated && b.meta[i].dated
	}
	return false
}

// tells reports whether side e adds nobody to side a.
func (b *builder) tells(a, e []int) bool {
	if len(e) == 0 {
		return true
	}
	_, known := b.sidesAgree(a, e)
	return known && b.sidesMeet(a, e)
}

// sameVictim reports whether both events strike one actor that is no state.
func (b *builder) sameVictim(a, e *transform.Event) bool {
	for _, i := range a.Targets {
		for _, j := range e.Targets {
			if x := &b.doc.Actors[i]; x.ID == b.doc.Actors[j].ID && x.Kind != "state" && x.ID != "" && (x.Kind == "person" || b.proper(i)) {
				return true
			}
		}
	}
	return false
}

// definite reports whether event i is a noun that points back: "the attack", "this
// bombing", "his murder".
func (b *builder) definite(i int) bool {
	c := b.meta[i].coding
	if !c.frame.noun || strings.HasPrefix(b.g.tok[c.tok].Tag, "NNP") {
		return false
	}
	for k := b.g.first[c.tok]; k >= 0; k = b.g.next[k] {
		switch l := b.g.lemma(int(k)); base(b.g.tok[k].Rel) {
		case "det":
			return l == "the" || l == "this" || l == "that" || l == "these" || l == "those"
		case "nmod":
			if b.g.tok[k].Rel == "nmod:poss" && strings.HasPrefix(b.g.tok[k].Tag, "PRP") {
				return true
			}
		}
	}
	return false
}

// another reports whether event i is set apart from what was told: "another bomb",
// "a second attack", "in a separate incident".
func (b *builder) another(i int) bool {
	e := &b.doc.Events[i]
	sent := b.doc.Sentences[e.Sentence]
	for k := sent.First; k < sent.Last; k++ {
		switch b.g.lemma(k) {
		case "another", "separate", "separately", "elsewhere", "second", "third", "meanwhile", "earlier", "previous", "similar":
			if abs(k-b.predicate(e)) < 8 || k-sent.First < 3 {
				return true
			}
		}
	}
	return false
}

// join tells event i in event j.
func (b *builder) join(j, i int) {
	a, e := &b.doc.Events[j], &b.doc.Events[i]
	if a.Sentence == e.Sentence && harm[b.g.lemma(a.Head)] && !harm[b.g.lemma(e.Head)] || b.strikes(a.Head, e.Head) && !harm[b.g.lemma(e.Head)] || generic(a.CAMEO) && !generic(e.CAMEO) && a.Sentence == e.Sentence {
		a.Head, a.Trigger, a.Rule, b.meta[j].coding = e.Head, e.Trigger, e.Rule, b.meta[i].coding
	}
	if generic(a.CAMEO) && !generic(e.CAMEO) {
		a.CAMEO, a.Mode, a.Contexts, a.Goldstein, a.Quad, a.Type = e.CAMEO, e.Mode, e.Contexts, e.Goldstein, e.Quad, e.Type
	}
	if !b.meta[j].dated && b.meta[i].dated {
		a.Date, a.DatePrecision, a.DateBasis = e.Date, e.DatePrecision, e.DateBasis
		b.meta[j].dated, b.meta[j].stands = true, b.meta[i].stands
	}
	if b.meta[i].placed && (!b.meta[j].placed || detail(e.Place) > detail(a.Place)) {
		a.Place, a.PlaceMention, b.meta[j].placed = e.Place, e.PlaceMention, true
	}
	if !a.Wounded.Known() {
		b.meta[j].hurt = b.meta[i].hurt
	}
	b.mergeInto(a, e)
	b.meta[i].gone = true
}
