package event

import (
	"time"

	"dateline/transform"
)

// ownDates gives each event the day that its clause or the clauses above it tell.
func (b *builder) ownDates() {
	bySentence := b.datesBySentence()
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		b.meta[i].said = -1
		k, how := b.clauseDate(b.predicate(e), bySentence[e.Sentence])
		switch {
		case k < 0 || b.yetToCome(e, k):
		case how == reported:
			b.meta[i].said = k
		default:
			b.setDate(e, k, b.doc.Dates[k].Basis)
			if p := b.predicate(e); b.hasPerfect(p) && b.g.prep(b.headOf(b.doc.Dates[k].Span)) == "since" {
				b.untilNow(e) // "has killed 30 people since January"
			}
			b.meta[i].dated, b.meta[i].stands = true, (how == inClause || plotOf(e) != "" && !b.meta[i].coding.frame.noun) && b.day(k)
		}
	}
}

// yetToCome reports whether date k lies ahead of an act of force that has happened: "will
// strike next week over the killing".
func (b *builder) yetToCome(e *transform.Event, k int) bool {
	d := b.doc.Dates[k].Interval
	return plotOf(e) != "" && e.Status == happened && b.doc.Article.HasPublished() && !d.First.IsZero() && d.First.After(b.doc.Article.PublishedAt)
}

// How near a date stands to the predicate that it is taken for.
type nearness int

const (
	none     nearness = iota
	inClause          // in its own
	above             // in a clause above it
	reported          // of the clause that reports it or reacts to it
)

// storyDates gives the events without a day what the story's last dated event left
// standing, else the day of publication.
func (b *builder) storyDates() {
	var carried, force *transform.Event // the last dated event, the last dated act of force
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		last := carried
		if plotOf(e) != "" && (force != nil || carried != nil && carried.CAMEO[:2] != "14") {
			last = force
		}
		switch {
		case b.meta[i].dated:
			if b.meta[i].stands && e.Status == happened && !b.caption(e) {
				carried = e
				if plotOf(e) != "" || e.CAMEO == "1712" {
					force = e
				}
			}
		case e.Status == planned || e.Status == threatening || e.Status == hypothetical:
		case b.donated(i):
		case b.meta[i].said >= 0:
			b.setDate(e, b.meta[i].said, b.doc.Dates[b.meta[i].said].Basis)
		case last != nil && b.carries(e):
			e.Date, e.DatePrecision, e.DateBasis = last.Date, last.DatePrecision, "anchored"
		case b.doc.Article.HasPublished():
			d := b.published()
			e.Date, e.DatePrecision, e.DateBasis = transform.Interval{First: d, Last: d}, "day", "publication"
		}
	}
}

// published is the day of publication.
func (b *builder) published() time.Time {
	p := b.doc.Article.PublishedAt
	return time.Date(p.Year(), p.Month(), p.Day(), 0, 0, 0, 0, time.UTC)
}

// untilNow lets an event last until the day of publication.
func (b *builder) untilNow(e *transform.Event) {
	if b.doc.Article.HasPublished() && b.published().After(e.Date.Last) {
		e.Date.Last = b.published()
	}
}

// predicate is the token whose clause the event stands in.
func (b *builder) predicate(e *transform.Event) int {
	if f := b.x.frames[e.Head]; f != nil && f.light >= 0 {
		return f.light
	}
	return e.Head
}

func (b *builder) setDate(e *transform.Event, k int, basis string) {
	d := &b.doc.Dates[k]
	e.Date, e.DatePrecision, e.DateBasis = d.Interval, d.Precision, basis
}

// day reports whether a date is known to the day.
func (b *builder) day(k int) bool {
	switch b.doc.Dates[k].Precision {
	case "day", "daypart", "hour", "minute":
		return true
	}
	return false
}

// carries reports whether the story's standing date may hold for the event: not for what
// is told as background.
func (b *builder) carries(e *transform.Event) bool {
	return !b.hasPerfect(b.predicate(e)) && (e.Status == happened || e.Status == ongoing)
}

// datesBySentence lists the anchored dates of each sentence.
func (b *builder) datesBySentence() [][]int {
	out := make([][]int, len(b.doc.Sentences))
	for k := range b.doc.Dates {
		d := &b.doc.Dates[k]
		if b.inDateline(d) {
			continue
		}
		if (d.Type == "date" || d.Type == "time" || d.Type == "duration") && d.Interval.Known() && d.Sentence >= 0 && d.Sentence < len(out) {
			if h := b.headOf(d.Span); h >= 0 && b.isDeadline(h) {
				continue
			}
			out[d.Sentence] = append(out[d.Sentence], k)
		}
	}
	return out
}

// inDateline reports whether date d only says when the story was filed, on the day it was
// published: it is the day of no clause.
func (b *builder) inDateline(d *transform.Date) bool {
	a := b.doc.Article
	if a == nil || d.End > a.BodyStart || !a.HasPublished() || !d.Interval.First.Equal(b.published()) {
		return false
	}
	for i := 0; i < len(b.g.tok) && b.g.tok[i].Start < a.BodyStart; i++ {
		if b.g.isVerb(i) {
			return false // words before a dash, and no dateline
		}
	}
	return true
}

// isDeadline reports whether the date that token h heads only ends something: "until the
// end of the month" is not the day of an ultimatum.
func (b *builder) isDeadline(h int) bool {
	for n := 0; h >= 0 && n < 3; n++ {
		switch b.g.prep(h) {
		case "until", "till":
			return true
		case "of":
			h = b.g.tok[h].Head
			continue
		}
		return false
	}
	return false
}

// clauseDate finds the date of predicate p among those of its sentence: the one whose
// own clause is nearest above p. The day of a saying is not the day of what is said, nor
// that of a protest the day of the murder that it is about.
func (b *builder) clauseDate(p int, dates []int) (k int, how nearness) {
	if len(dates) == 0 {
		return -1, none
	}
	said, aside := -1, false
	for cur, n := p, 0; cur >= 0 && n < 40; cur, n = b.g.tok[cur].Head, n+1 {
		for _, k := range dates {
			if b.governor(b.headOf(b.doc.Dates[k].Span)) != cur {
				continue
			}
			switch {
			case cur == p:
				return k, inClause
			case b.x.says(cur) || aside || b.reacts(cur, p):
				said = k
			default:
				return k, above
			}
		}
		aside = aside || base(b.g.tok[cur].Rel) == "acl" && b.g.isVerb(cur) || cur != p && b.reacts(cur, p)
	}
	// A date further down: "the clash, the second since Monday".
	best, dist := -1, 1<<30
	for _, k := range dates {
		h := b.headOf(b.doc.Dates[k].Span)
		if h >= 0 && b.g.within(h, p) && k != said && !b.elsewhere(k, p) {
			if d := abs(h - p); d < dist {
				best, dist = k, d
			}
		}
	}
	if best >= 0 {
		return best, inClause
	}
	if len(dates) == 1 && said < 0 && b.sameClause(p, b.headOf(b.doc.Dates[dates[0]].Span)) && !b.elsewhere(dates[0], p) {
		return dates[0], above
	}
	if said >= 0 {
		return said, reported
	}
	return -1, none
}

// reacts reports whether verb v is coded as a statement or protest that is about the act of
// force that noun p names: "claimed responsibility for the attack".
func (b *builder) reacts(v, p int) bool {
	c := b.x.memo[v]
	return b.g.isNoun(p) && b.g.isVerb(v) && c != nil && c.code < "15" && b.x.memo[p] != nil && b.x.memo[p].code >= "18"
}

// elsewhere reports whether date k below predicate p is of another clause:
// "offered aid and said it would send a team on Saturday", "violated sanctions imposed in
// 2020", "the war, which erupted in 2023, has killed thousands". A day in a clause on a noun
// is mostly the day of the whole.
func (b *builder) elsewhere(k, p int) bool {
	for h := b.headOf(b.doc.Dates[k].Span); h >= 0 && h != p; h = b.g.tok[h].Head {
		up := b.g.tok[h].Head
		switch rel := b.g.tok[h].Rel; {
		case up < 0:
			return false
		case base(rel) == "conj" && b.g.isVerb(h) && b.g.child(h, "nsubj") >= 0:
			return true
		case h < up && up != p && b.reacts(p, up): // "condemned Monday's bombing", "over the April attack"
			return true
		case base(rel) == "acl" && up != p && (b.hasPerfect(p) || !b.day(k) && !b.shares(p, up)):
			return true
		}
	}
	return false
}

// shares reports whether a clause about noun n tells the day of predicate p too: n is an act
// that p is about or does, "charged over the shooting that happened on Monday", "the attack,
// which took place on Monday, killed".
func (b *builder) shares(p, n int) bool {
	return b.x.memo[n] != nil && (b.x.used[n] || b.g.tok[n].Head == p && (base(b.g.tok[n].Rel) == "nsubj" || b.x.memo[p] != nil && b.x.memo[p].content == b.x.memo[n]))
}

// hasPerfect reports whether a verb is a present or past perfect.
func (b *builder) hasPerfect(p int) bool {
	for c := b.g.first[p]; c >= 0; c = b.g.next[c] {
		if base(b.g.tok[c].Rel) == "aux" && b.g.lemma(int(c)) == "have" {
			return true
		}
	}
	return false
}

// sameClause is a last guess where the parse is doubtful: no other verb between them.
func (b *builder) sameClause(p, q int) bool {
	if q < 0 {
		return false
	}
	for i := min(p, q) + 1; i < max(p, q); i++ {
		if b.g.isVerb(i) && base(b.g.tok[i].Rel) != "aux" {
			return false
		}
	}
	return true
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

// headOf is the token that heads a span, or -1.
func (b *builder) headOf(s transform.Span) int {
	lo, hi := b.tokensOf(s)
	for i := lo; i < hi; i++ {
		if h := b.g.tok[i].Head; h < lo || h >= hi {
			return i
		}
	}
	return -1
}

// tokensOf is the token range of a span.
func (b *builder) tokensOf(s transform.Span) (lo, hi int) {
	toks := b.g.tok
	lo, hi = 0, len(toks)
	for lo < hi { // first token that ends behind the span's start
		m := (lo + hi) / 2
		if toks[m].End <= s.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	hi = lo
	for hi < len(toks) && toks[hi].Start < s.End {
		hi++
	}
	return lo, hi
}

// governor is the predicate whose clause or phrase token i stands in: the nearest verb
// or coded noun above it.
func (b *builder) governor(i int) int {
	if i < 0 {
		return -1
	}
	for n := 0; n < 40; n++ {
		h := b.g.tok[i].Head
		if h < 0 {
			return i
		}
		i = h
		if b.g.isVerb(i) || b.x.memo[i] != nil || b.g.child(i, "cop") >= 0 {
			return i
		}
	}
	return -1
}
