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
		if e.Quad != 4 || len(e.Sources) == 0 {
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
