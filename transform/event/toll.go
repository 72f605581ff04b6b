package event

import (
	"math"
	"slices"

	"dateline/transform"
)

// tollEvents ties the counts of people to the events that caused them.
func (b *builder) tollEvents() {
	b.loose = b.loose[:0]
	bySentence := make([][]int, len(b.doc.Sentences))
	for i := range b.doc.Events {
		s := b.doc.Events[i].Sentence
		bySentence[s] = append(bySentence[s], i)
	}
	for k := range b.doc.Numbers {
		n := &b.doc.Numbers[k]
		b.hurtsToo(n)
		if n.Category == "" || n.PartOf >= 0 || n.Sentence < 0 || n.Sentence >= len(bySentence) || b.things(n) || b.namesOf(n) {
			continue
		}
		if !b.tie(k, bySentence[n.Sentence]) && (n.Category == "killed" || n.Category == "wounded") && !b.possessed(n) && !b.ofWar(n) {
			b.loose = append(b.loose, k)
		}
	}
	for i := range b.doc.Events {
		b.countVictims(&b.doc.Events[i])
	}
}

// possessed reports whether number n only owns a death spoken of: "the boy's death".
func (b *builder) possessed(n *transform.Number) bool {
	_, next := b.tokens(n.Span)
	return n.VerbToken > next && next < len(b.g.tok) && b.g.tok[next].Tag == "POS"
}

// ofWar reports whether number n tells what a whole war has cost, which is no single act's
// toll: "the civil war that has left 250,000 dead".
func (b *builder) ofWar(n *transform.Number) bool {
	v, _ := b.tokens(n.Span)
	for i := 0; i < 4 && v >= 0; i, v = i+1, b.g.tok[v].Head {
		if b.g.isVerb(v) {
			return slices.ContainsFunc(b.g.subjectOf(v), func(s int) bool { return standing[b.g.lemma(s)] }) ||
				base(b.g.tok[v].Rel) == "acl" && b.g.tok[v].Head >= 0 && standing[b.g.lemma(b.g.tok[v].Head)]
		}
	}
	return false
}

// looseTolls ties the dead and wounded of sentences without an event ("four people are in
// hospital", "he was pronounced dead") to the act of force told just before, else just
// after, where that has no such count yet.
func (b *builder) looseTolls() {
	const before, after = 4, 2
	last, to := -1, -1 // sentence whose counts were tied last, and to which event
	for _, k := range b.loose {
		n := &b.doc.Numbers[k]
		if n.Sentence == last && to >= 0 {
			if c := count(&b.doc.Events[to], n.Category); !c.Known() {
				b.addCount(to, k)
			}
			continue
		}
		best, dist := -1, 1<<30
		for i := range b.doc.Events {
			e := &b.doc.Events[i]
			d := n.Sentence - e.Sentence
			if d > before || d < -after || plotOf(e) == "" || e.Status != happened && e.Status != ongoing || count(e, n.Category).Known() {
				continue
			}
			if d < 0 {
				d = before - d
			}
			if d <= dist {
				best, dist = i, d
			}
		}
		if best >= 0 {
			b.addCount(best, k)
			last, to = n.Sentence, best
		}
	}
}

// count is the event's range of a category; nil for categories no event has.
func count(e *transform.Event, category string) *transform.Count {
	switch category {
	case "killed":
		return &e.Killed
	case "wounded":
		return &e.Wounded
	case "missing":
		return &e.Missing
	case "detained":
		return &e.Detained
	case "displaced":
		return &e.Displaced
	case "kidnapped":
		return &e.Kidnapped
	case "participants":
		return &e.Participants
	}
	return nil
}

// suits reports whether events of a type have counts of a category.
func suits(e *transform.Event, category string) bool {
	switch category {
	case "killed", "wounded", "missing":
		return physical(e) && e.Type != "MOBILIZE" && e.Type != "SANCTION" && e.Mode != "arrest" // "was arrested after three were found dead"
	case "detained":
		return e.Type == "COERCE" || e.Type == "PROTEST"
	case "displaced":
		return e.Type == "ASSAULT" || e.Type == "COERCE" || misfortune(e.CAMEO)
	case "kidnapped":
		return e.Type == "ASSAULT"
	case "participants":
		return e.Type == "PROTEST" || e.Type == "CONSULT"
	}
	return false
}

// hurtsToo gives the number behind "wound" its category where the parse read it under "kill":
// "managed to kill one guard and wound two others".
func (b *builder) hurtsToo(n *transform.Number) {
	if n.Category != "killed" {
		return
	}
	if first, _ := b.tokens(n.Span); first > 0 && b.g.tok[first-1].Sentence == n.Sentence {
		switch b.g.lemma(first - 1) {
		case "wound", "injure":
			n.Category = "wounded"
		}
	}
}

// tie gives number k to the events of its sentence that its verb belongs to; failing
// that, to the nearest one it suits. It reports whether there was any.
func (b *builder) tie(k int, events []int) (tied bool) {
	n := &b.doc.Numbers[k]
	found := false
	near, dist := -1, 1<<30
	for _, i := range events {
		e := &b.doc.Events[i]
		if !suits(e, n.Category) || e.Status == negated {
			continue
		}
		if n.VerbToken >= 0 && b.causes(e, n.VerbToken) {
			b.addCount(i, k)
			found = true
			continue
		}
		if d := abs(e.Trigger.Start - n.Start); d < dist {
			near, dist = i, d
		}
	}
	if !found && near >= 0 {
		b.addCount(near, k)
	}
	return found || near >= 0
}

// causes reports whether verb v tells the outcome of event e: it is its predicate, has
// it for a subject ("the attack killed ten"), or hangs on it ("attacked, killing ten").
func (b *builder) causes(e *transform.Event, v int) bool {
	p := b.predicate(e)
	if v == e.Head || v == p {
		return true
	}
	if v >= len(b.g.tok) {
		return false
	}
	h := b.g.tok[v].Head
	if h > v && b.g.tok[v].Tag == "VBG" && b.g.says(h) {
		h = b.g.told(h, v)
	}
	switch base(b.g.tok[v].Rel) {
	case "advcl", "acl", "conj":
		if h == p || h == e.Head {
			return true
		}
		if b.g.tok[v].Tag == "VBG" && v > p && base(b.g.tok[p].Rel) == "conj" && b.g.tok[p].Head == h {
			return true // "burst in and opened fire, killing four"
		}
	}
	if base(b.g.tok[v].Rel) == "conj" && h >= 0 && h < v && b.g.isVerb(h) && b.g.child(v, "nsubj") < 0 && b.g.tok[v].Tag == b.g.tok[h].Tag {
		return b.causes(e, h) // "killing ten and wounding five"
	}
	if b.g.isVerb(v) {
		f := b.x.frame(v)
		for _, s := range f.subj {
			if s == e.Head || b.g.through(s) == e.Head {
				return true
			}
		}
		for _, r := range f.obl {
			if r.tok == e.Head || b.g.through(r.tok) == e.Head {
				return true // "ten died in the attack"
			}
		}
	}
	// "ten were killed when a bomb exploded"
	return base(b.g.tok[p].Rel) == "advcl" && b.g.tok[p].Head == v
}

// addCount adds number k to its category in event i; further ones of the same clause add up: "three
// soldiers and two civilians".
func (b *builder) addCount(i, k int) {
	n := &b.doc.Numbers[k]
	c := count(&b.doc.Events[i], n.Category)
	if c == nil {
		return
	}
	low, high := n.Low, n.High
	if low == nil && high == nil {
		low, high = n.Value, n.Value
	}
	if one(low) && one(high) && c.Known() && !coordinated(b, n) {
		return // "the boy … himself": the same one person told again
	}
	if n.Category == "wounded" {
		b.meta[i].hurt = append(b.meta[i].hurt, k)
	}
	more := c.Known()
	open := high == nil || more && c.High == nil // "one and dozens more"
	c.Low, c.High = plus(c.Low, low, more), plus(c.High, high, more)
	if open {
		c.High = nil
	}
}

func one(v *float64) bool { return v != nil && *v == 1 }

// coordinated reports whether the counted noun stands in a coordination: "a man and a
// woman" are two.
func coordinated(b *builder, n *transform.Number) bool {
	return n.NounToken >= 0 && n.NounToken < len(b.g.tok) && base(b.g.tok[n.NounToken].Rel) == "conj"
}

func plus(a *int64, v *float64, more bool) *int64 {
	if v == nil || math.IsNaN(*v) || math.Abs(*v) > 1e15 {
		if more {
			return a
		}
		return nil
	}
	n := int64(math.Round(*v))
	if more && a != nil {
		n += *a
	}
	return &n
}

// deadly and wounding verbs tell a toll of one where their object is one person.
var deadly = map[string]string{
	"kill": "killed", "murder": "killed", "assassinate": "killed", "slay": "killed", "behead": "killed", "execute": "killed",
	"assassination": "killed", "killing": "killed", "slaying": "killed", "execution": "killed", "kidnapping": "kidnapped", "abduction": "kidnapped",
	"wound": "wounded", "injure": "wounded", "kidnap": "kidnapped", "abduct": "kidnapped", "arrest": "detained", "detain": "detained",
}

// countVictims counts the people a deadly verb names one by one.
func (b *builder) countVictims(e *transform.Event) {
	f := b.x.frames[e.Head]
	category := deadly[b.g.lemma(e.Head)]
	if f == nil || category == "" || e.Status == negated {
		return
	}
	c := count(e, category)
	var n int64
	for i, o := range f.obj {
		v := b.persons(o)
		if v > 1 && len(f.obj) == 1 && (category == "killed" || category == "wounded") || b.included(f.obj[0], o) {
			return // what a number says of the dead and wounded is tied above
		}
		if v == 0 || i > 0 && (b.g.tok[o].Tag == "NN" && b.g.child(o, "det", "nmod:poss") < 0 && !b.titled(o) || base(b.g.tok[o].Rel) != "conj") {
			return
		}
		n += v
	}
	if n > 0 && (!c.Known() || len(f.obj) > 1 && c.High != nil && *c.High < n) {
		low, high := n, n
		c.Low, c.High = &low, &high
	}
}

// persons is how many people noun i counts, 0 where that is not sure: "Ana Ruiz", "his son",
// "15 others".
func (b *builder) persons(i int) int64 {
	if b.onePerson(i) || b.titled(i) {
		return 1
	}
	c := b.g.child(i, "nummod")
	if c < 0 {
		return 0
	}
	for k := range b.doc.Numbers {
		if n := &b.doc.Numbers[k]; n.Start <= b.g.tok[c].Start && n.End >= b.g.tok[c].End && n.Rule != "sum" && n.Value != nil && n.Low != nil && n.High != nil && !b.things(n) {
			return int64(*n.Value)
		}
	}
	return 0
}

// included reports whether noun o is told as part of noun i before it: "five people, including
// two girls".
func (b *builder) included(i, o int) bool {
	for k := i + 1; k < o; k++ {
		if l := b.g.lemma(k); l == "include" || l == "including" || l == "among" || l == "of" && b.g.lemma(k+1) == "whom" {
			return true
		}
	}
	return false
}

// titled reports whether noun i heads a person's name with a title: "candidate Ana Ruiz".
func (b *builder) titled(i int) bool {
	a, c := b.g.actor[i], b.g.child(i, "flat")
	return a >= 0 && b.doc.Actors[a].Kind == "person" && c >= 0 && b.g.tok[c].Tag == "NNP"
}

// things reports whether number n counts arms or acts, and no people: "eight bombs that
// killed six".
func (b *builder) things(n *transform.Number) bool {
	t := n.NounToken
	if t < 0 || t >= len(b.g.tok) || !b.g.isNoun(t) {
		return false
	}
	if l := b.g.lemma(t); charges[l] || deeds[l] {
		return true
	}
	k := b.x.code(t)
	return k != nil && forced(k.code) && !harm[b.g.lemma(t)] && b.g.actor[t] < 0
}

// namesOf reports whether number n is a person by whose name those are called that were
// counted right before: "killed two reporters, Ana Ruiz and Jan Kos".
func (b *builder) namesOf(n *transform.Number) bool {
	if n.Rule != "name" {
		return false
	}
	first, last := b.tokens(n.Span)
	h := last - 1
	for i := first; i < last; i++ {
		if t := b.g.tok[i].Head; t < first || t >= last {
			h = i
		}
	}
	for k := 0; k < 4 && h >= 0; k++ {
		r := base(b.g.tok[h].Rel)
		if r != "appos" && r != "conj" {
			return false
		}
		if h = b.g.tok[h].Head; r == "appos" && h >= 0 {
			return b.g.tok[h].Tag == "NNS" && b.g.child(h, "nummod") >= 0
		}
	}
	return false
}

// onePerson reports whether token i heads the mention of a single person.
func (b *builder) onePerson(i int) bool {
	switch b.g.tok[i].Tag {
	case "NN":
		return b.g.classes(i).meets(b.g.lex.person) && b.g.child(i, "nummod") < 0
	case "NNP":
		a := b.g.actor[i]
		return a >= 0 && b.doc.Actors[a].Kind == "person"
	}
	return false
}
