package event

import (
	"slices"

	"dateline/transform"
)

// mergeEvents makes one event of several mentions: the headline's, the lead's, the later
// detail's. Mentions are one event when kind and status agree, both sides agree where
// both are named and at least one side is, and day, place and toll do not contradict.
func (b *builder) mergeEvents() {
	kept := b.doc.Events[:0]
	var meta []eventMeta
	for i := range b.doc.Events {
		e := b.doc.Events[i]
		if k := b.mentioned(kept, &e); k >= 0 {
			b.explain("sentence %d: %q is another mention of the event of sentence %d", e.Sentence, b.g.word(e.Head), kept[k].Sentence)
			b.mergeInto(&kept[k], &e)
			continue
		}
		kept = append(kept, e)
		meta = append(meta, b.meta[i])
	}
	b.doc.Events, b.meta = kept, meta
}

// mergeWindow bounds how many earlier events a mention is compared with.
const mergeWindow = 64

func (b *builder) mentioned(kept []transform.Event, e *transform.Event) int {
	for k := len(kept) - 1; k >= 0 && k >= len(kept)-mergeWindow; k-- {
		if b.same(&kept[k], e) {
			return k
		}
	}
	return -1
}

func (b *builder) same(a, e *transform.Event) bool {
	if a.CAMEO != e.CAMEO || a.Status != e.Status || a.Sentence == e.Sentence && a.Head != e.Head {
		return false
	}
	s, sKnown := b.sidesAgree(a.Sources, e.Sources)
	t, tKnown := b.sidesAgree(a.Targets, e.Targets)
	if !s || !t || !datesAgree(a, e) || !placesAgree(a, e) || !tollsAgree(a, e) {
		return false
	}
	if sKnown && tKnown {
		return true
	}
	if !sKnown && !tKnown {
		return false
	}
	// With one side alone the word must be the same, and day or toll besides.
	return b.g.lemma(a.Head) == b.g.lemma(e.Head) && (sameDay(a, e) || a.Killed.Known() && e.Killed.Known() || a.Detained.Known() && e.Detained.Known())
}

// sidesAgree compares the first actors of a side; known says that both are named.
func (b *builder) sidesAgree(a, e []int) (agree, known bool) {
	if len(a) == 0 || len(e) == 0 {
		return true, false
	}
	for _, i := range a {
		for _, j := range e {
			if x, y := &b.doc.Actors[i], &b.doc.Actors[j]; x.ID == y.ID {
				return true, true
			}
		}
	}
	return false, true
}

func datesAgree(a, e *transform.Event) bool {
	if !a.Date.Known() || !e.Date.Known() || a.DateBasis == "publication" || e.DateBasis == "publication" {
		return true
	}
	return !a.Date.First.After(e.Date.Last) && !e.Date.First.After(a.Date.Last)
}

// sameDay reports whether both days are told and equal.
func sameDay(a, e *transform.Event) bool {
	return rank(a.DateBasis) > 1 && rank(e.DateBasis) > 1 && a.Date.First.Equal(e.Date.First)
}

func placesAgree(a, e *transform.Event) bool {
	if a.Place == nil || e.Place == nil || a.PlaceMention < 0 || e.PlaceMention < 0 {
		return true
	}
	return a.Place.Name == e.Place.Name || a.Place.Country == e.Place.Country && (specificity[a.Place.Feature] < 6 || specificity[e.Place.Feature] < 6)
}

func tollsAgree(a, e *transform.Event) bool {
	return countsAgree(a.Killed, e.Killed) && countsAgree(a.Wounded, e.Wounded) && countsAgree(a.Detained, e.Detained) &&
		countsAgree(a.Kidnapped, e.Kidnapped) && countsAgree(a.Displaced, e.Displaced)
}

func countsAgree(a, e transform.Count) bool {
	if !a.Known() || !e.Known() {
		return true
	}
	return sideAgrees(a.Low, e.Low) && sideAgrees(a.High, e.High)
}

func sideAgrees(a, e *int64) bool { return a == nil && e == nil || a != nil && e != nil && *a == *e }

// mergeInto adds to a what a later mention e knows better.
func (b *builder) mergeInto(a, e *transform.Event) {
	for _, s := range e.Sentences {
		if !slices.Contains(a.Sentences, s) {
			a.Sentences = append(a.Sentences, s)
		}
	}
	if len(a.Sources) == 0 {
		a.Sources = e.Sources
	}
	if len(a.Targets) == 0 {
		a.Targets = e.Targets
	}
	if rank(e.DateBasis) > rank(a.DateBasis) {
		a.Date, a.DatePrecision, a.DateBasis = e.Date, e.DatePrecision, e.DateBasis
	}
	if e.Place != nil && (a.Place == nil || detail(e.Place) > detail(a.Place) && e.PlaceMention >= 0) {
		a.Place, a.PlaceMention = e.Place, e.PlaceMention
	}
	for _, c := range []struct{ to, from *transform.Count }{
		{&a.Killed, &e.Killed}, {&a.Wounded, &e.Wounded}, {&a.Missing, &e.Missing}, {&a.Detained, &e.Detained},
		{&a.Displaced, &e.Displaced}, {&a.Kidnapped, &e.Kidnapped}, {&a.Participants, &e.Participants},
	} {
		if !c.to.Known() {
			*c.to = *c.from
		}
	}
	if a.AttributedTo < 0 && a.AttributedName == "" {
		a.AttributedTo, a.AttributedName, a.AttributionVerb = e.AttributedTo, e.AttributedName, e.AttributionVerb
	}
	if e.Verification == unverified || e.Verification == disputed {
		a.Verification = e.Verification
	}
	a.Confidence = max(a.Confidence, e.Confidence)
}

// rank orders how well a date is known.
func rank(basis string) int {
	switch basis {
	case "":
		return 0
	case "publication":
		return 1
	case "anchored", "vague":
		return 2
	}
	return 3
}
