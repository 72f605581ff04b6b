package event

import "dateline/transform"

// pairs are nouns by which a story calls the two that face each other, with whether they
// must be states or persons.
var pairs = map[string]string{
	"side": "", "party": "", "camp": "", "faction": "", "rival": "", "foe": "", "enemy": "", "adversary": "", "army": "",
	"country": "state", "nation": "state", "state": "state", "neighbour": "state", "neighbor": "state", "government": "state", "power": "state", "capital": "state",
	"leader": "person", "president": "person", "minister": "person", "man": "person", "official": "person", "diplomat": "person",
}

// pairWindow bounds how many events the search for a pair goes back.
const pairWindow = 30

// pair finds whom "both sides" or "the two countries" at token t stands for: the latest
// event before with one of the kind on each side. It returns -1, -1 when there is none.
func (x *coder) pair(t int) (int, int) {
	g := x.g
	if a, b := x.twinStates(t); a >= 0 {
		return a, b
	}
	kind, ok := pairs[g.lemma(t)]
	of := x.two(t)
	if l := g.lemma(t); (l == "two" || l == "both" || l == "pair") && base(g.tok[t].Rel) == "nsubj" && g.child(t, "nmod") < 0 { // "The two discussed"
		ok, of = true, "two"
	}
	if !ok || of == "" {
		return -1, -1
	}
	d := g.doc
	if kind == "state" && of != "warring" {
		if a, b := x.namedBefore(t); a >= 0 {
			return a, b
		}
	}
	a, b := -1, -1
	for i := len(d.Events) - 1; i >= 0 && i >= len(d.Events)-pairWindow; i-- {
		e := &d.Events[i]
		if len(e.Sources) == 0 || len(e.Targets) == 0 || e.Sentence == g.tok[t].Sentence && (e.Quad < 4 || kind != "" || e.Head >= t) || !x.canFace(&d.Actors[e.Sources[0]], &d.Actors[e.Targets[0]], kind) {
			continue
		}
		if e.Quad == 4 { // who fights before who only talks
			return x.asStates(e.Sources[0], e.Targets[0], kind)
		}
		if a < 0 && of != "warring" {
			a, b = e.Sources[0], e.Targets[0]
		}
	}
	return x.asStates(a, b, kind)
}

// asStates are the states of two actors, where the story names both and states are meant: jets
// bombed, "the two countries" talk.
func (x *coder) asStates(a, b int, kind string) (int, int) {
	if a < 0 || kind != "state" {
		return a, b
	}
	d := x.g.doc
	var out [2]int
	for k, i := range [2]int{a, b} {
		out[k] = i
		for j := range d.Actors {
			c := &d.Actors[j]
			if c.Kind != "state" || c.Country != d.Actors[i].Country || c.Pronoun || c.Rule == placeRule {
				continue
			}
			if c.Sector == "" {
				out[k] = j
				break
			}
			if out[k] == i {
				out[k] = j // "Ankara"
			}
		}
	}
	return out[0], out[1]
}

// namedBefore are the two states that the sentence names before the noun at token t, where it
// names just two: "India and Pakistan said the neighbours would talk"; -1, -1 otherwise.
func (x *coder) namedBefore(t int) (int, int) {
	g := x.g
	a, b := -1, -1
	for i := g.doc.Sentences[g.tok[t].Sentence].First; i < t; i++ {
		k := int(g.actor[i])
		if k < 0 || g.doc.Actors[k].Overlaps(transform.Span{Start: g.tok[t].Start, End: g.tok[t].End}) || g.doc.Actors[k].Sentence != g.tok[t].Sentence {
			continue
		}
		c := &g.doc.Actors[k]
		switch {
		case len(c.Country) != 3 || a >= 0 && g.doc.Actors[a].Country == c.Country || b >= 0 && g.doc.Actors[b].Country == c.Country:
		case c.Kind != "state" && c.Sector != "GOV":
			return -1, -1
		case a < 0:
			a = k
		case b < 0:
			b = k
		default:
			return -1, -1
		}
	}
	if b < 0 {
		return -1, -1
	}
	return a, b
}

// two is the word by which the noun at token t is of two: "both sides", "the two sides",
// "the warring parties"; empty if none.
func (x *coder) two(t int) string {
	g := x.g
	for c := g.first[t]; c >= 0 && int(c) < t; c = g.next[c] {
		switch l := g.lemma(int(c)); l {
		case "both", "two", "2", "warring":
			return l
		case "arm", "rival", "feud", "arch", "neighbouring", "neighboring", "nuclear": // "the nuclear-armed neighbours"
			if g.tok[t].Tag == "NNS" {
				return l
			}
		}
	}
	return ""
}

// canFace reports whether two actors can be the pair that a noun of the kind names.
func (x *coder) canFace(a, b *transform.Actor, kind string) bool {
	if a.ID == b.ID || a.Rule == placeRule || b.Rule == placeRule {
		return false
	}
	switch kind {
	case "state":
		return len(a.Country) == 3 && len(b.Country) == 3 && a.Country != b.Country && a.Kind != "group" && b.Kind != "group"
	case "person":
		return a.Kind == "person" && b.Kind == "person"
	}
	return faces(a) && faces(b)
}

// faces reports whether an actor can be a party to a conflict or to talks.
func faces(a *transform.Actor) bool {
	return a.Kind == "state" || a.Sector == "PRM" || inSector(a, powers)
}
