package event

import (
	"strings"
	"sync"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// demonymRule names the actors that stand for the state behind an adjective: a "Russian
// tanker" seized is Russia's.
const demonymRule = "event.demonym"

type demonym struct{ country, name string }

// demonyms maps adjectives of states, in lower case, to them.
var demonyms = sync.OnceValue(func() map[string]demonym {
	m := map[string]demonym{}
	for i := range gazetteer.Demonyms() {
		d := &gazetteer.Demonyms()[i]
		if d.Country == "" || d.Kind != "state" && d.Kind != "part" && d.Kind != "former" {
			continue
		}
		name := d.Country
		if c := gazetteer.CountryByCode(d.Country); c != nil {
			name = c.Name
		}
		for _, a := range d.Adjectives {
			if k := strings.ToLower(a); m[k].country == "" {
				m[k] = demonym{d.Country, name}
			}
		}
	}
	return m
})

// demonymActor makes an actor of the adjective at t, "Palestinian" or the "Korean" of
// "South Korean", that has none; -1 where it is no state's.
func (x *coder) demonymActor(t int) int {
	g := x.g
	w := g.word(t)
	if w == "" || w[0] < 'A' || w[0] > 'Z' || g.actor[t] >= 0 {
		return -1
	}
	if t+2 < len(g.tok) && g.tok[t+1].Tag == "HYPH" && notOf[g.lemma(t+2)] { // "English-speaking regions"
		return -1
	}
	first, d := t, demonym{}
	if t > 0 && g.tok[t-1].Sentence == g.tok[t].Sentence && g.word(t-1) != "" && g.word(t - 1)[0] >= 'A' && g.word(t - 1)[0] <= 'Z' {
		if d = demonyms()[strings.ToLower(g.doc.Text[g.tok[t-1].Start:g.tok[t].End])]; d.country != "" {
			first = t - 1
		}
	}
	if d.country == "" && t > 0 && w == "American" {
		switch g.word(t - 1) {
		case "South", "Latin", "Central", "North":
			return -1
		}
	}
	if d.country == "" {
		if d = demonyms()[strings.ToLower(w)]; d.country == "" {
			return -1
		}
	}
	a := transform.Actor{ID: "state-" + d.country, Name: d.name, Kind: "state", Country: d.country, Code: d.country, Head: t}
	a.Mention.Span = transform.Span{Start: g.tok[first].Start, End: g.tok[t].End}
	a.Mention.Sentence = g.tok[t].Sentence
	a.Mention.Confidence = 0.4
	a.Mention.Rule = demonymRule
	return x.newActor(a, t)
}

// notOf are the second parts of compounds whose first is a language or another's state: an
// "Iran-backed militia" is not Iran's, but a "Danish-owned tanker" is Denmark's.
var notOf = map[string]bool{"speak": true, "speaking": true, "language": true, "style": true, "born": true, "bear": true, "back": true, "occupy": true, "control": true, "hold": true, "administer": true, "train": true, "educate": true, "support": true}

// newActor adds an actor that the event annotator itself found, with the ID under which
// the article knows its state.
func (x *coder) newActor(a transform.Actor, t int) int {
	d := x.g.doc
	for i := range d.Actors {
		if b := &d.Actors[i]; b.Country == a.Country && b.Kind == "state" {
			a.ID = b.ID
			break
		}
	}
	d.Actors = append(d.Actors, a)
	x.g.actor[t] = int32(len(d.Actors) - 1)
	return len(d.Actors) - 1
}

// twins are two states that a plural names at once: "the two Koreas".
var twins = map[string][2]string{"koreas": {"KOR", "PRK"}, "sudans": {"SDN", "SSD"}, "congos": {"COD", "COG"}, "guineas": {"GIN", "GNB"}}

// twinStates are the actors of the twin states that token t names, -1 where it names none.
func (x *coder) twinStates(t int) (int, int) {
	g := x.g
	pair, ok := twins[strings.ToLower(g.word(t))]
	if !ok {
		return -1, -1
	}
	var out [2]int
	for k, code := range pair {
		c := gazetteer.CountryByCode(code)
		if c == nil {
			return -1, -1
		}
		a := transform.Actor{ID: "state-" + code, Name: c.Name, Kind: "state", Country: code, Code: code, Head: t}
		a.Mention.Span = transform.Span{Start: g.tok[t].Start, End: g.tok[t].End}
		a.Mention.Sentence, a.Mention.Confidence, a.Mention.Rule = g.tok[t].Sentence, 0.4, demonymRule
		out[k] = x.newActor(a, t)
	}
	return out[0], out[1]
}

// nationIn is the state behind the first adjective within the noun phrase of t: "an end to
// Israeli settlement building".
func (x *coder) nationIn(t int) []int {
	g := x.g
	last := g.doc.Sentences[g.tok[t].Sentence].Last
	for i := t + 1; i < last && i < t+8; i++ {
		switch tag := g.tok[i].Tag; {
		case tag[0] == 'V' || tag == "," || tag == "WDT" || tag == "WP":
			return nil
		case g.isAdjective(i) && base(g.tok[i].Rel) == "amod":
			if a := x.demonymActor(i); a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// crowd is who protests where the subject only counts them: "Tens of thousands marched in
// Belgrade", people of where they are.
func (x *coder) crowd(f *frame) []int {
	g := x.g
	t := f.subj[0]
	switch g.lemma(t) {
	case "ten", "hundred", "thousand", "dozen", "score", "people", "person", "crowd", "throng":
	default:
		return nil
	}
	if g.actor[t] >= 0 {
		return nil
	}
	a := transform.Actor{ID: "crowd", Name: g.word(t), Kind: "group", Sector: "CVL", Code: "---CVL", Head: t}
	for _, r := range f.obl {
		if k := g.place[r.tok]; k >= 0 && a.Country == "" && g.doc.Places[k].Country != "" {
			a.Country = g.doc.Places[k].Country
		}
	}
	if p := g.doc.DatelinePlace; p != nil && a.Country == "" {
		a.Country = p.Country
	}
	if a.Country != "" {
		a.ID, a.Code = "crowd-"+a.Country, a.Country+"CVL"
	}
	a.Mention.Span = transform.Span{Start: g.tok[t].Start, End: g.tok[t].End}
	a.Mention.Sentence, a.Mention.Confidence, a.Mention.Rule = g.tok[t].Sentence, 0.4, "event.crowd"
	g.doc.Actors = append(g.doc.Actors, a)
	g.actor[t] = int32(len(g.doc.Actors) - 1)
	return []int{len(g.doc.Actors) - 1}
}

// holdOffice makes of the state a those of it who are what actor b is.
func (x *coder) holdOffice(a, b int) {
	d := x.g.doc
	from, to := d.Actors[b], &d.Actors[a]
	if from.Sector == "" || len(from.Country) != 3 {
		return
	}
	to.ID, to.Kind, to.Sector, to.Code = "office-"+to.Country+from.Sector, from.Kind, from.Sector, to.Country+from.Sector
}

// addOffices adds the further holders of "the foreign ministers of Cyprus, Greece and
// Turkey", of whom the mention names but the first.
func (x *coder) addOffices(out []int, t, first int) []int {
	g := x.g
	if g.tok[t].Tag != "NNS" || g.doc.Actors[first].Kind == "state" {
		return out
	}
	for c := g.first[t]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) != "nmod" || g.prep(int(c)) != "of" && g.prep(int(c)) != "from" {
			continue
		}
		for _, j := range g.conjuncts(nil, int(c))[1:] {
			if b := g.actor[j]; b >= 0 {
				out = x.addActor(out, int(b))
				continue
			}
			k := g.place[j]
			if k < 0 || g.doc.Places[k].Feature != "country" {
				continue
			}
			p, f := &g.doc.Places[k], g.doc.Actors[first]
			a := transform.Actor{Mention: p.Mention, ID: "office-" + p.Country + f.Sector, Name: p.Name, Kind: f.Kind, Country: p.Country, Sector: f.Sector, Code: p.Country + f.Sector, Head: j}
			a.Rule = placeRule
			x.g.doc.Actors = append(x.g.doc.Actors, a)
			g.actor[j] = int32(len(g.doc.Actors) - 1)
			out = x.addActor(out, len(g.doc.Actors)-1)
		}
	}
	return out
}
