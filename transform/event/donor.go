package event

import (
	"time"

	"dateline/transform"
)

// An act of force that its own clause does not date has the day of the same act where it
// is told elsewhere in the story: before, or in the sentences that come.

// donorFar is how many sentences apart the two tellings may be, where they do not name
// the same victim.
const donorFar = 8

// donated gives event i the day of another telling of its act, if there is one.
func (b *builder) donated(i int) bool {
	e := &b.doc.Events[i]
	plot := plotOf(e)
	if plot == "" || e.Status != happened && e.Status != ongoing {
		return false
	}
	past := b.hasPerfect(b.predicate(e))
	best, most := -1, 0
	for j := max(0, i-threadWindow); j < len(b.doc.Events) && j <= i+threadWindow; j++ {
		a := &b.doc.Events[j]
		if j == i || !b.meta[j].dated || plotOf(a) != plot || a.Status != happened && a.Status != ongoing || !b.alike(j, i) {
			continue
		}
		if v := b.likeness(a, e, past); v > most {
			best, most = j, v
		}
	}
	if best < 0 {
		return false
	}
	a := &b.doc.Events[best]
	e.Date, e.DatePrecision, e.DateBasis = a.Date, a.DatePrecision, "anchored"
	return true
}

// alike reports whether nothing that two events tell keeps their acts apart.
func (b *builder) alike(j, i int) bool {
	a, e := &b.doc.Events[j], &b.doc.Events[i]
	if b.meta[j].placed && b.meta[i].placed && !samePlace(a.Place, e.Place) {
		return false
	}
	return codesAgree(a.CAMEO, e.CAMEO) && tollsAgree(a, e) && b.sidesMeet(a.Sources, e.Sources) && b.sidesMeet(a.Targets, e.Targets)
}

// likeness weighs how likely dated event a tells the act of e; at most 0 is no.
func (b *builder) likeness(a, e *transform.Event, past bool) int {
	v := donorFar
	victim := b.sameVictim(a, e)
	if victim {
		v += 12
	} else if a.DateBasis == "anchored" {
		return 0 // "a week earlier" sets an act apart from the one told
	}
	if d := e.Sentence - a.Sentence; d >= 0 {
		v -= d
	} else {
		v += 2*d - 1
	}
	if b.g.lemma(a.Head) == b.g.lemma(e.Head) || a.CAMEO[:3] == e.CAMEO[:3] {
		v += 2
	}
	if past && !victim {
		v -= 5
	}
	if p := b.doc.Article.PublishedAt; b.doc.Article.HasPublished() && !a.Date.Last.IsZero() && p.Sub(a.Date.Last) > 45*24*time.Hour && !victim {
		v -= 6
	}
	return v
}
