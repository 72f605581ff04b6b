package event

import (
	"strings"

	"dateline/transform"
)

// Misfortunes are what nobody does to anybody: quakes, crashes, epidemics. CAMEO and PLOVER
// have no code for them. They are coded 000 among themselves, so that a quake that kills is
// no killing; the row has neither type nor code, and the day, place and toll of an event.

// misfortune reports whether a code is that of misfortunes.
func misfortune(code string) bool { return strings.HasPrefix(code, "00") }

// physical events happen at a place and can hurt people.
func physical(e *transform.Event) bool { return e.Quad == 4 || misfortune(e.CAMEO) }

// uncode takes the code of misfortunes away, and those of which the text tells neither toll
// nor place nor day.
func (b *builder) uncode() {
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if !misfortune(e.CAMEO) {
			continue
		}
		harmed := e.Killed.Known() || e.Wounded.Known() || e.Missing.Known() || e.Displaced.Known()
		if !harmed && !b.meta[i].placed && !b.meta[i].dated {
			b.meta[i].gone = true
		}
		e.CAMEO = ""
	}
	b.sweep()
}

// onlyHarm reports whether of two events of a sentence one is a misfortune and the other
// what it did to people, by nobody's hand: "a ferry sank, killing 20", "ten were killed when
// a bus overturned".
func (b *builder) onlyHarm(a, e *transform.Event) bool {
	harm := e
	if misfortune(e.CAMEO) {
		harm = a
	}
	if a.Sentence != e.Sentence || misfortune(a.CAMEO) == misfortune(e.CAMEO) || len(harm.Sources) > 0 {
		return false
	}
	p, q := b.predicate(a), b.predicate(e)
	return b.g.tok[p].Head == q || b.g.tok[q].Head == p || generic(harm.CAMEO) && b.outcome(a, e)
}
