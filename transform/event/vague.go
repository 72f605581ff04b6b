package event

import "strings"

// What is told of no certain event: "terrorist attacks" at large, a war that goes on, what
// somebody does all the time, a sum over years.

// standing are nouns for force as a state of things, not as an act.
var standing = map[string]bool{
	"war": true, "warfare": true, "hostility": true, "terrorism": true, "violence": true, "struggle": true, "repression": true, "persecution": true,
	"insurgency": true, "oppression": true, "fighting": true, "aggression": true, "offensive": true, "conflict": true, "genocide": true,
}

// carriers of what goes on: with these a standing noun is no act, as it is with "declare" or
// "launch".
var carriers = map[string]bool{"wage": true, "conduct": true, "fight": true, "continue": true, "carry": true, "face": true, "suffer": true, "endure": true, "be": true}

// vague reports whether event i, beyond the story's lead, names no certain event.
func (b *builder) vague(i int) bool {
	e := &b.doc.Events[i]
	if plotOf(e) == "" || e.Sentence == 0 {
		return false
	}
	if b.summed(i) {
		return true
	}
	if b.meta[i].dated || e.Killed.Known() || e.Wounded.Known() || e.Kidnapped.Known() {
		return false
	}
	located := b.meta[i].placed && e.Place != nil && e.Place.Feature != "country" && e.Place.Feature != "continent"
	return !located && b.habit(i) || !b.meta[i].placed && e.Sentence > 2 && b.bare(i)
}

// bare reports whether event i is a noun without who and whom: "terrorist attacks".
func (b *builder) bare(i int) bool {
	e, c := &b.doc.Events[i], b.meta[i].coding
	if !c.frame.noun || c.frame.light >= 0 {
		return false
	}
	if len(e.Sources) > 0 && len(e.Targets) > 0 {
		return false
	}
	return b.g.tok[c.tok].Tag == "NNS" || len(e.Sources)+len(e.Targets) == 0
}

// habit reports whether event i goes on or is done again and again: "the government's war on
// the cartels", "gangs that kill policemen", "soldiers who are fighting for the fatherland".
func (b *builder) habit(i int) bool {
	e, c := &b.doc.Events[i], b.meta[i].coding
	if c.frame.noun {
		return standing[b.g.lemma(c.tok)] && (c.frame.light < 0 || e.Status == ongoing || carriers[b.g.lemma(c.frame.light)])
	}
	p := b.predicate(e)
	if e.Status == ongoing {
		return b.g.tok[p].Tag == "VBG" && !b.now(p)
	}
	return b.g.tok[p].Tag == "VBP" || b.g.tok[p].Tag == "VBZ" && b.g.child(p, "aux") < 0
}

// now reports whether the sentence of token p says that it is of this very time.
func (b *builder) now(p int) bool {
	sent := b.doc.Sentences[b.g.tok[p].Sentence]
	for k := sent.First; k < sent.Last; k++ {
		switch b.g.lemma(k) {
		case "now", "currently", "moment", "today", "still":
			return true
		case "time":
			if k > sent.First && b.g.lemma(k-1) == "this" {
				return true
			}
		}
	}
	return false
}

// summed reports whether event i is a sum over many: "more than 300 people have been
// murdered since 1985", "twelve officers killed so far this year".
func (b *builder) summed(i int) bool {
	e := &b.doc.Events[i]
	if !b.meta[i].dated || e.Date.First.IsZero() {
		return false
	}
	p := b.predicate(e)
	switch e.DatePrecision {
	case "year", "decade", "century":
	default:
		return false
	}
	sent := b.doc.Sentences[e.Sentence]
	for k := sent.First; k+1 < sent.Last; k++ {
		w, next := b.g.lemma(k), b.g.lemma(k+1)
		if w == "so" && next == "far" || w == "since" && b.hasPerfect(p) && (isDigits(next) || strings.HasPrefix(b.g.tok[k+1].Tag, "PRP")) {
			return true
		}
	}
	return false
}

func isDigits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}
