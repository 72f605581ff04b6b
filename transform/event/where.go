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
		best, score := -1, placeThreshold
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
		case e.Quad == 4 && carried >= 0 && since < e.Sentence && e.Sentence-since <= 3:
			b.setPlace(e, carried)
		case e.Quad == 4 && b.doc.DatelinePlace != nil && e.Status == happened:
			e.Place = b.doc.DatelinePlace
		}
	}
}

func (b *builder) setPlace(e *transform.Event, k int) {
	e.Place, e.PlaceMention = &b.doc.Places[k].Location, k
}

// specificity ranks features: of "Taftanaz, Idlib, Syria" the town is where it happened.
var specificity = map[string]int{"site": 7, "city": 6, "admin2": 4, "admin1": 4, "water": 3, "region": 2, "country": 1, "continent": 0}

// placeThreshold is what a place of the sentence must score to be the event's.
const placeThreshold = 25

// placeScore says how well place k fits the event: by how its phrase hangs on the event's
// predicate, by its adposition, and by how precise it is.
func (b *builder) placeScore(e *transform.Event, k int) int {
	p := &b.doc.Places[k]
	h := b.headOf(p.Span)
	if h < 0 {
		return 0
	}
	top := b.phraseTop(h)
	v := specificity[p.Feature] + b.attachment(e, h)
	switch prep := b.g.prep(top); prep {
	case "in", "at", "near", "outside", "inside", "around", "across", "throughout", "off", "along", "on", "within", "between", "over", "through", "north", "south", "east", "west":
		v += 20
	case "":
		rel := b.g.tok[top].Rel
		if rel == "nmod:poss" || p.Adjective && top == h || base(rel) == "compound" || base(rel) == "amod" {
			v -= 38
		} else if base(rel) == "nsubj" && !b.g.passive(max(b.g.tok[top].Head, 0)) {
			v -= 40
		}
	case "of":
		v -= 20
	default:
		v -= 38
	}
	if b.insideActor(p.Span) && b.g.prep(h) == "" {
		v -= 15
	}
	return v
}

// attachment is higher the nearer place token h hangs to the event's predicate.
func (b *builder) attachment(e *transform.Event, h int) int {
	pred := b.predicate(e)
	gov := b.governor(h)
	switch {
	case gov == pred || gov == e.Head:
		return 60
	case gov >= 0 && b.g.within(pred, gov):
		return 40 - 5*b.steps(pred, gov)
	case b.g.within(h, pred):
		return 50 - 10*b.steps(h, pred)/2
	}
	return 8
}

// steps counts the predicates between token i and its ancestor.
func (b *builder) steps(i, top int) int {
	n := 0
	for k := 0; i >= 0 && i != top && k < 40; k++ {
		i = b.g.tok[i].Head
		if i >= 0 && i != top && (b.g.isVerb(i) || b.x.memo[i] != nil) {
			n++
		}
	}
	return n
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
		} else if a.Contains(s) && a.Span != s {
			return true
		}
	}
	return false
}
