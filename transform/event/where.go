package event

import "dateline/transform"

// placeEvents gives each event its place: from its clause, else its sentence, else what
// stands from the sentences before, else the dateline.
func (b *builder) placeEvents() {
	bySentence := make([][]int, len(b.doc.Sentences))
	for k := range b.doc.Places {
		if s := b.doc.Places[k].Sentence; s >= 0 && s < len(bySentence) {
			bySentence[s] = append(bySentence[s], k)
		}
	}
	carried, since := -1, 0
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		best, score := -1, 0
		for _, k := range bySentence[e.Sentence] {
			if v := b.placeScore(e, k); v > score {
				best, score = k, v
			}
		}
		switch {
		case best >= 0:
			b.setPlace(e, best)
			if e.Status == happened || e.Status == ongoing {
				carried, since = best, e.Sentence
			}
		case len(bySentence[e.Sentence]) == 0 && e.Quad == 4 && carried >= 0 && e.Sentence-since <= 3:
			b.setPlace(e, carried)
		case len(bySentence[e.Sentence]) == 0 && e.Quad == 4 && b.doc.DatelinePlace != nil && e.Status == happened:
			e.Place = b.doc.DatelinePlace
		}
	}
}

func (b *builder) setPlace(e *transform.Event, k int) {
	e.Place, e.PlaceMention = &b.doc.Places[k].Location, k
}

// specificity ranks features: of "Taftanaz, Idlib, Syria" the town is where it happened.
var specificity = map[string]int{"site": 7, "city": 6, "admin2": 4, "admin1": 4, "water": 3, "region": 2, "country": 1, "continent": 0}

// placeScore says how well place k fits the event; not positive means it does not.
func (b *builder) placeScore(e *transform.Event, k int) int {
	p := &b.doc.Places[k]
	h := b.headOf(p.Span)
	if h < 0 {
		return 0
	}
	pred := b.predicate(e)
	top := b.phraseTop(h)
	prep := b.g.prep(top)
	v := specificity[p.Feature]
	gov := b.governor(h)
	switch {
	case gov == pred || gov == e.Head:
		v += 60
	case b.g.within(pred, gov) && gov >= 0:
		v += 30
	case b.g.within(h, pred):
		v += 40
	default:
		v += 10
	}
	switch prep {
	case "in", "at", "near", "outside", "inside", "around", "across", "throughout", "north_of", "off", "along", "on", "within", "between", "over":
		v += 20
	case "of", "":
	case "from", "to", "into", "against", "for", "by", "with", "than":
		v -= 10
	}
	if p.Adjective {
		v -= 15
	}
	if b.insideActor(p.Span) && prep != "in" && prep != "near" && prep != "at" {
		v -= 25
	}
	return v
}

// phraseTop climbs from a place's head to the top of its prepositional phrase: from
// "Taftanaz" to "area" in "in the area of Taftanaz".
func (b *builder) phraseTop(i int) int {
	for n := 0; n < 6; n++ {
		h := b.g.tok[i].Head
		if h < 0 || b.g.isVerb(h) || b.x.memo[h] != nil {
			return i
		}
		switch base(b.g.tok[i].Rel) {
		case "compound", "amod", "appos", "flat", "conj":
		case "nmod":
			if p := b.g.prep(i); p != "of" && b.g.tok[i].Rel != "nmod:poss" && p != "" {
				return i
			}
		default:
			return i
		}
		i = h
	}
	return i
}

func (b *builder) insideActor(s transform.Span) bool {
	for i := range b.doc.Actors {
		if a := &b.doc.Actors[i]; a.Start > s.End {
			break
		} else if a.Contains(s) {
			return true
		}
	}
	return false
}
