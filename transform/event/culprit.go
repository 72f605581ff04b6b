package event

import (
	"slices"
	"strings"

	"dateline/transform"
)

// band is an armed organisation that the text calls by its name, with its mentions in
// text order: indices into Document.Actors.
type band struct {
	id, country, sector string
	mentions            []int
}

// armedSectors are the sectors of those who fight or rob without being a state's.
var armedSectors = map[string]bool{"REB": true, "INS": true, "SEP": true, "UAF": true, "PRM": true, "CRM": true}

// bands lists the armed organisations of the text.
func (b *builder) bands() []band {
	var out []band
	for i := range b.doc.Actors {
		a := &b.doc.Actors[i]
		if a.Kind == "person" || a.Pronoun || a.ID == "" || !strings.HasPrefix(a.Rule, "book") {
			continue
		}
		k := slices.IndexFunc(out, func(d band) bool { return d.id == a.ID })
		if k < 0 {
			if !armedSectors[a.Sector] {
				continue
			}
			k = len(out)
			out = append(out, band{id: a.ID, country: a.Country, sector: a.Sector})
		}
		out[k].mentions = append(out[k].mentions, i)
	}
	return out
}

// culpritEvents puts the armed organisation in the place of the words for its people,
// where the text tells which it is: "urban commandos of the FMLN" are the FMLN, and so are
// "the rebels" of a text that names no other rebels of that country.
func (b *builder) culpritEvents() {
	bands := b.bands()
	if len(bands) == 0 {
		return
	}
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if e.Quad != 4 {
			continue
		}
		if len(e.Sources) == 0 {
			if d := b.nameless(bands, i); d >= 0 {
				e.Sources = []int{d}
				e.Targets = b.x.without(e.Targets, e.Sources) // found nearest, where the things struck are no actor
			}
			continue
		}
		for n, a := range e.Sources {
			if d := b.bandOf(bands, e, a); d >= 0 && d != a {
				b.explain("sentence %d: %q is by %s: %s", e.Sentence, b.g.word(e.Head), b.doc.Actors[a].Name, b.doc.Actors[d].Name)
				if n == 0 {
					e.Sources = slices.Clone(e.Sources)
				}
				e.Sources[n] = d
			}
		}
	}
}

// bandOf is the mention of the organisation that actor a belongs to, or -1.
func (b *builder) bandOf(bands []band, e *transform.Event, a int) int {
	x := &b.doc.Actors[a]
	if x.Kind == "person" {
		return -1
	}
	for k := range bands {
		if bands[k].id == x.ID {
			return -1
		}
	}
	for k := range bands { // "members of Shining Path"
		for _, m := range bands[k].mentions {
			if y := &b.doc.Actors[m]; m != a && x.Contains(y.Span) {
				return m
			}
		}
	}
	if m := b.calledBefore(bands, x); m >= 0 && m != a {
		return m
	}
	if m := b.calledBehind(bands, x.Head); m >= 0 && m != a && x.Kind != "state" {
		return m
	}
	if !armedSectors[x.Sector] || x.Sector == "UAF" || b.called(a) {
		return -1
	}
	best, n := -1, 0
	for k := range bands {
		d := &bands[k]
		if x.Country != "" && d.country != "" && x.Country != d.country || (d.sector == "CRM") != (x.Sector == "CRM") {
			continue
		}
		for _, t := range e.Targets {
			if b.doc.Actors[t].ID == d.id {
				return -1
			}
		}
		n++
		m := b.nearest(d.mentions, e.Trigger.Start)
		if best < 0 || b.doc.Actors[m].Start > b.doc.Actors[best].Start {
			best = m
		}
	}
	if n == 1 || best >= 0 && b.doc.Actors[best].Start < e.Trigger.Start && e.Sentence-b.doc.Actors[best].Sentence <= 1 && !b.nation(x) {
		return best
	}
	return -1
}

// calledBefore is the organisation whose name stands right before actor x, with its initials
// in brackets between: "National Liberation Army (ELN) guerrillas"; or -1.
func (b *builder) calledBefore(bands []band, x *transform.Actor) int {
	if x.Kind == "state" || !armedSectors[x.Sector] {
		return -1
	}
	lo, _ := b.tokensOf(x.Span)
	i := lo - 1
	for i >= 0 && b.g.tok[i].Sentence == x.Sentence && closing[b.g.word(i)] {
		i--
	}
	if i == lo-1 || i < 0 || b.g.tok[i].Sentence != x.Sentence {
		return -1
	}
	for k := range bands {
		for _, m := range bands[k].mentions {
			if y := &b.doc.Actors[m]; y.Sentence == x.Sentence && y.End > b.g.tok[i].Start && y.Start <= b.g.tok[i].Start {
				return m
			}
		}
	}
	return -1
}

var closing = map[string]bool{")": true, "]": true, "-RRB-": true, "-RSB-": true}

// supposed are participles for whose people somebody is taken.
var supposed = map[string]bool{
	"think": true, "believe": true, "suspect": true, "presume": true, "suppose": true, "say": true, "identify": true, "belong": true, "pay": true, "hire": true,
	"allege": true, "link": true, "claim": true, "report": true, "know": true,
}

// nameless is the organisation of those who did event i and are no actors of their own:
// "individuals thought to be members of X"; or -1.
func (b *builder) nameless(bands []band, i int) int {
	f := b.meta[i].coding.frame
	for _, t := range f.subj {
		if d := b.calledBehind(bands, t); d >= 0 {
			return d
		}
	}
	return -1
}

// calledBehind is the organisation that the words behind noun t give it: "a gang, apparently
// members of X,", "hooded men thought to be militants of X"; or -1.
func (b *builder) calledBehind(bands []band, t int) int {
	if t < 0 {
		return -1
	}
	for i := t + 1; i < min(t+8, b.doc.Sentences[b.g.tok[t].Sentence].Last); i++ {
		if !b.hangsOn(i, t, 3) {
			continue
		}
		switch base(b.g.tok[i].Rel) {
		case "appos":
		case "conj": // "a gang of kidnappers, apparently members of X"
			if b.g.lemma(i-1) == "and" || b.g.child(i, "cc") >= 0 || b.g.child(i, "advmod") < 0 {
				continue
			}
		case "acl":
			if !supposed[b.g.lemma(i)] || b.g.negated(i) {
				continue
			}
		default:
			continue
		}
		for k := range bands {
			for _, m := range bands[k].mentions {
				if h := b.doc.Actors[m].Head; h > t && b.doc.Actors[m].Sentence == b.g.tok[t].Sentence && b.hangsOn(h, i, 5) {
					return m
				}
			}
		}
	}
	return -1
}

// hangsOn reports whether token i hangs on token top, by at most n steps.
func (b *builder) hangsOn(i, top, n int) bool {
	for ; i >= 0 && n >= 0; n-- {
		if i == top {
			return true
		}
		i = b.g.tok[i].Head
	}
	return false
}

// called reports whether a group is called by a name of its own, "the Amal militia",
// besides the word for its kind and its nation's.
func (b *builder) called(a int) bool {
	x := &b.doc.Actors[a]
	lo, hi := b.tokensOf(x.Span)
	for i := lo; i < hi; i++ {
		if i != x.Head && strings.HasPrefix(b.g.tok[i].Tag, "NNP") && b.g.place[i] < 0 && !(i == lo && b.g.doc.Sentences[x.Sentence].First == i) {
			return true
		}
	}
	return b.proper(a) && !strings.HasPrefix(x.Rule, "role")
}

// nation reports whether a group is told by its nation: "Syrian rebels".
func (b *builder) nation(x *transform.Actor) bool {
	lo, hi := b.tokensOf(x.Span)
	for i := lo; i < hi; i++ {
		if i != x.Head && isUpper(b.g.word(i)) && b.g.tok[i].Tag == "JJ" {
			return true
		}
	}
	return false
}

// nearest is the last mention before a place in the text, else the first.
func (b *builder) nearest(mentions []int, at int) int {
	best := mentions[0]
	for _, m := range mentions {
		if b.doc.Actors[m].Start < at {
			best = m
		}
	}
	return best
}
