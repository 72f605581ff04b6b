package event

import (
	"cmp"
	"slices"
	"strings"

	"dateline/transform"
)

// The rules of numbers that no words of the text say, but its words for people add up to.
const (
	tallyRule = "tally" // persons told one by one: "a man was shot … a woman was also shot"
	restRule  = "rest"  // those struck without those who died: "five were shot, two of whom died"
)

// settleVictims makes the tolls those of persons: whoever is told to be shot and then to
// have died is counted once, among the dead; and who is told one by one is added up.
func (b *builder) settleVictims() {
	all, of := b.victims()
	for i := range b.doc.Events {
		b.takeDead(i, all, of)
	}
	told := b.tellings(all, of)
	if len(told) == 0 {
		return
	}
	b.tally(told, all, "killed")
	b.tally(told, all, "wounded")
	b.culprits(told, all)
	b.rest(told)
}

// takeDead takes those out of the wounded of event i who died.
func (b *builder) takeDead(i int, all []victim, of []int) {
	c := &b.doc.Events[i].Wounded
	if !c.Known() {
		return
	}
	var dead int64
	for _, k := range b.meta[i].hurt {
		dead += b.deadAmong(k, all, of)
	}
	if dead == 0 {
		return
	}
	c.Low, c.High = less(c.Low, dead), less(c.High, dead)
	if c.High == nil && c.Low != nil && *c.Low <= 0 || c.High != nil && *c.High <= 0 {
		*c = transform.Count{}
	}
}

// deadAmong counts the persons of number k that died: itself, or the members of a total.
func (b *builder) deadAmong(k int, all []victim, of []int) int64 {
	if v := of[k]; v >= 0 {
		if all[v].dead {
			return 1
		}
		return 0
	}
	if b.doc.Numbers[k].Rule != "sum" {
		return 0
	}
	var dead int64
	for m := k + 1; m < len(b.doc.Numbers) && b.doc.Numbers[m].Start < b.doc.Numbers[k].End; m++ {
		if v := of[m]; v >= 0 && b.doc.Numbers[m].PartOf == k && all[v].dead {
			dead++
		}
	}
	return dead
}

func less(a *int64, n int64) *int64 {
	if a == nil {
		return nil
	}
	v := max(*a-n, 0)
	return &v
}

// telling is a number of dead or wounded in the order of the story.
type telling struct {
	k      int  // the number
	person int  // index of the one person it tells of; -1 for several
	n      int  // how many
	more   bool // besides those told before: "two others", "also"
}

// tellings lists the plain numbers of dead and wounded that belong to the story's own
// incident, parts of others left out.
func (b *builder) tellings(all []victim, of []int) []telling {
	var out []telling
	old := b.background()
	for k := range b.doc.Numbers {
		n := &b.doc.Numbers[k]
		if n.Category != "killed" && n.Category != "wounded" || n.Value == nil || *n.Value < 1 || *n.Value > 200 || old[n.Sentence] {
			continue
		}
		t := telling{k: k, person: of[k], n: int(*n.Value)}
		if t.person < 0 && (t.n == 1 || n.Rule == "sum") {
			continue
		}
		t.more = t.person < 0 && b.others(n) || t.person >= 0 && (all[t.person].who.other || b.also(n))
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(s, t telling) int { return cmp.Compare(b.doc.Numbers[s.k].Start, b.doc.Numbers[t.k].Start) })
	return out
}

// background marks the sentences that speak of another time than the story's: "in 2012".
func (b *builder) background() map[int]bool {
	out := map[int]bool{}
	if b.doc.Article == nil || b.doc.Article.PublishedAt.IsZero() {
		return out
	}
	for i := range b.doc.Dates {
		d := &b.doc.Dates[i]
		if d.Known() && d.Last.Before(b.doc.Article.PublishedAt.AddDate(0, 0, -20)) && d.Sentence > 0 {
			out[d.Sentence] = true
		}
	}
	return out
}

// others reports whether number n is told to come on top: "four others", "two more".
func (b *builder) others(n *transform.Number) bool {
	first, last := b.tokens(n.Span)
	for i := max(0, first-2); i < min(len(b.g.tok), max(last, n.NounToken)+2); i++ {
		switch strings.ToLower(b.g.word(i)) {
		case "other", "others", "another", "more", "also":
			return true
		}
	}
	return false
}

// tally adds up the persons of a category that are told one by one, surely apart, and
// tells the sum as a number of its own where the text has none.
func (b *builder) tally(told []telling, all []victim, category string) {
	var apart []int // persons
	last, first := -1, true
	for _, t := range told {
		n := &b.doc.Numbers[t.k]
		if n.Category != category {
			continue
		}
		if t.person < 0 || n.Rule == "bound" || n.Rule == "cardinal" {
			return // the text counts itself
		}
		v := &all[t.person]
		if v.dead != (category == "killed") || !v.solid || slices.Contains(apart, t.person) {
			continue
		}
		if len(apart) > 40 || !first && n.Sentence-b.doc.Numbers[last].Sentence > 8 {
			break
		}
		if !slices.ContainsFunc(apart, func(i int) bool { return !all[i].who.apart(&v.who) }) {
			apart, last, first = append(apart, t.person), t.k, false
		}
	}
	if len(apart) > 1 && !b.told(category, len(apart)) {
		b.imply(last, category, len(apart), tallyRule)
	}
}

// told reports whether the text says a number of a category itself.
func (b *builder) told(category string, value int) bool {
	return slices.ContainsFunc(b.doc.Numbers, func(n transform.Number) bool {
		return n.Category == category && n.Value != nil && int(*n.Value) == value
	})
}

// apart reports whether a person, told before another, surely is not that one.
func (v *description) apart(w *description) bool {
	return w.other || v.suicide || w.suicide || v.male && w.female || v.female && w.male || v.stage()*w.stage() < 0 ||
		v.age > 0 && w.age > 0 && v.age != w.age || len(v.names) > 0 && len(w.names) > 0 && len(v.names)+len(w.names) > 2 && !sameName(v.names, w.names)
}

// culprits adds the doer who died to those whom he killed: "killed four people before
// killing himself", "four guards were killed by a gunman, who was shot dead".
func (b *builder) culprits(told []telling, all []victim) {
	doer := -1
	for _, t := range told {
		n := &b.doc.Numbers[t.k]
		if n.Category != "killed" {
			continue
		}
		if t.person < 0 || !all[t.person].who.perp && !all[t.person].who.suicide {
			continue
		}
		if first, _ := b.tokens(n.Span); first > 1 && (b.g.lemma(first-1) == "include" || b.g.lemma(first-1) == "including") {
			return // the toll is told with the doer
		}
		if doer < 0 {
			doer = t.k
		}
	}
	if doer < 0 {
		return
	}
	for k := range b.doc.Numbers {
		n := &b.doc.Numbers[k]
		if n.Category != "killed" || n.Value == nil || *n.Value < 2 || *n.Value > 200 || n.PartOf >= 0 || n.Rule == tallyRule || !b.done(n) {
			continue
		}
		if total := int(*n.Value) + 1; !b.told("killed", total) {
			b.imply(doer, "killed", total, tallyRule)
		}
		return
	}
}

// done reports whether those of number n are told as whom somebody killed: the object of a
// verb, or with the doer behind "by".
func (b *builder) done(n *transform.Number) bool {
	v := n.VerbToken
	if v < 0 || v >= len(b.g.tok) || !b.g.isVerb(v) {
		return false
	}
	if b.g.tok[v].Start < n.Start {
		return true
	}
	for i := v + 1; i < min(len(b.g.tok), v+6) && b.g.tok[i].Sentence == n.Sentence; i++ {
		if b.g.lemma(i) == "by" {
			return true
		}
	}
	return false
}

// rest tells how many of those struck live, where the text says how many of them died.
func (b *builder) rest(told []telling) {
	for i, t := range told {
		n := &b.doc.Numbers[t.k]
		if t.person >= 0 || n.Category != "wounded" || n.PartOf >= 0 || t.more || t.n < 2 {
			continue
		}
		if b.grave(n) {
			return // the text counts the wounded itself
		}
		dead := 0
		for _, u := range told[i+1 : min(len(told), i+40)] {
			m := &b.doc.Numbers[u.k]
			if m.Sentence > n.Sentence+2 || u.more {
				break
			}
			if m.Category == "killed" && (m.PartOf == t.k || m.Sentence == n.Sentence && m.PartOf < 0 || b.ofThem(m)) {
				dead = max(dead, u.n)
			}
		}
		if dead > 0 && dead < t.n {
			b.imply(t.k, "wounded", t.n-dead, restRule)
			for i := range b.doc.Events {
				if c := &b.doc.Events[i].Wounded; slices.Contains(b.meta[i].hurt, t.k) && c.High != nil && *c.High == int64(t.n) {
					low, high := int64(t.n-dead), int64(t.n-dead)
					c.Low, c.High = &low, &high
					if k := &b.doc.Events[i].Killed; !k.Known() { // "one fatally" is a part, and tied to none
						low, high := int64(dead), int64(dead)
						k.Low, k.High = &low, &high
					}
				}
			}
			return
		}
	}
}

// ofThem reports whether number n counts some of those told before: "two of them", "one of
// the victims".
func (b *builder) ofThem(n *transform.Number) bool {
	_, last := b.tokens(n.Span)
	return last+1 < len(b.g.tok) && b.g.tok[last+1].Sentence == n.Sentence && b.g.lemma(last) == "of"
}

// imply adds a number that the text implies, over the words from number k through its predicate.
func (b *builder) imply(k int, category string, value int, rule string) {
	n := b.doc.Numbers[k]
	v := float64(value)
	n.Value, n.Low, n.High, n.Bound, n.Type, n.Unit, n.Noun = &v, &v, &v, "exact", "count", "", ""
	n.Category, n.Rule, n.Confidence, n.PartOf, n.NounToken = category, rule, .5, -1, -1
	if n.VerbToken >= 0 && b.g.tok[n.VerbToken].Sentence == n.Sentence {
		n.Start, n.End = min(n.Start, b.g.tok[n.VerbToken].Start), max(n.End, b.g.tok[n.VerbToken].End)
	}
	for i := range b.doc.Numbers {
		if m := &b.doc.Numbers[i]; m.Start == n.Start && m.End == n.End {
			s := b.doc.Sentences[n.Sentence]
			n.Start, n.End = s.Start, s.End
			break
		}
	}
	b.doc.Numbers = append(b.doc.Numbers, n)
	if rule == tallyRule && category == "wounded" {
		b.raise(&n, int64(value))
	}
}

// raise gives a tally to the act of force that the story told last, where that has fewer.
func (b *builder) raise(n *transform.Number, value int64) {
	best := -1
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if plotOf(e) == "force" && (e.Status == happened || e.Status == ongoing) && e.Sentence <= n.Sentence && n.Sentence-e.Sentence <= 2 && (best < 0 || e.Sentence > b.doc.Events[best].Sentence) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	if c := count(&b.doc.Events[best], n.Category); !c.Known() || c.High != nil && *c.High < value {
		low, high := value, value
		c.Low, c.High = &low, &high
	}
}
