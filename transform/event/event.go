package event

import (
	"fmt"

	"dateline/transform"
)

// Annotator codes events.
var Annotator = &transform.Annotator{
	Name:     "event",
	Doc:      "who did what to whom, when, where, with what toll, and who says so: PLOVER types and CAMEO codes",
	Requires: []string{"date", "number", "place", "actor"},
	Run:      run,
}

func run(d *transform.Document) error {
	if len(d.Tokens) == 0 {
		return nil
	}
	g := newGraph(d)
	x := newCoder(g)
	b := &builder{x: x, g: g, doc: d}
	for s := range d.Sentences {
		b.sentence(s)
	}
	b.finish()
	return nil
}

// builder makes events of codings and settles what they share in the discourse.
type builder struct {
	x         *coder
	g         *graph
	doc       *transform.Document
	meta      []eventMeta    // beside Document.Events
	games     []bool         // sentences that tell a game; nil not read yet
	onlyGames bool           // all the story is of games
	about     map[string]int // how much of the story is about each country; nil not read yet
	ofDeeds   bool           // places are sought for what words are about
	loose     []int          // numbers of dead and wounded whose sentence has no event
}

// eventMeta is what settling an event needs beyond its record.
type eventMeta struct {
	coding *coding
	stance stance
	dated  bool  // the clause tells its day
	stands bool  // the day may hold for what is told next
	placed bool  // the sentence tells its place
	deed   *spot // where the deed was that the event is only words about; nil without one
	faint  int   // how well the story's home, named in its sentence, fits it though not enough
	gone   bool  // told in another event
	hurt   []int // numbers that its wounded are counted from
	said   int   // the date of the clause that reports it: index into Dates, -1 none
}

func (b *builder) explain(format string, args ...any) {
	if b.doc.Explain != nil {
		b.doc.Explain("event", fmt.Sprintf(format, args...))
	}
}

func (b *builder) sentence(s int) {
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		b.x.code(i) // marks what is content of what
	}
	for i := sent.First; i < sent.Last; i++ {
		c := b.x.code(i)
		switch {
		case c == nil:
			if b.doc.Explain != nil {
				b.explainNone(s, i)
			}
		case b.described(c):
			b.explain("sentence %d: %q (%s) only describes %q", s, b.g.word(i), c.rule.name, b.g.word(b.g.tok[i].Head))
			b.silence(i, sent.Last)
		case b.x.used[i]:
			b.explain("sentence %d: %q is content of another predicate", s, b.g.word(i))
		case b.g.isVerb(i) && base(b.g.tok[i].Rel) == "amod" && b.g.tok[i].Head > i && c.frame.passive,
			c.frame.noun && b.x.onlyModifies(i):
			b.explain("sentence %d: %q only modifies %q", s, b.g.word(i), b.g.word(b.g.tok[i].Head))
		case c.rule.flags&inner != 0 && b.x.standAlone(c) != nil:
			b.add(s, b.x.standAlone(c))
		case c.rule.flags&inner != 0:
			b.explain("sentence %d: %q (%s) needs a governing predicate", s, b.g.word(i), c.rule.name)
		default:
			b.add(s, c)
		}
	}
}

func (b *builder) explainNone(s, i int) {
	if b.x.rules(i) == nil {
		if b.g.isVerb(i) && base(b.g.tok[i].Rel) != "aux" && base(b.g.tok[i].Rel) != "cop" {
			b.explain("sentence %d: %q: no pattern for %q", s, b.g.word(i), b.g.lemma(i))
		}
		return
	}
	if r := b.x.ruleOf(i); r != nil {
		b.explain("sentence %d: %q: operator %s (%s) without coded content", s, b.g.word(i), r.code, r.name)
		return
	}
	b.explain("sentence %d: %q: no pattern's frame fits", s, b.g.word(i))
}

// codeOf is the code of a coding in its stance, which may change with it; "" where it is
// no event of its own.
func (b *builder) codeOf(s int, c *coding, st *stance) string {
	code := c.code
	switch {
	case st.purpose && b.x.capacity(c.tok):
		b.explain("sentence %d: %q (%s) is what one may or can do", s, b.g.word(c.tok), c.rule.name)
		return ""
	case st.purpose && code < "14", (st.purpose || b.asideOf(c.tok)) && b.aimed(c.tok, code):
		b.explain("sentence %d: %q (%s) is only the aim of another", s, b.g.word(c.tok), c.rule.name)
		return ""
	case st.purpose:
	case st.status == planned && !b.atHome(c):
		if b.x.lends(c) {
			code = "074"
		}
		code, st.status = future(code)
	case st.status == negated && st.unwilling:
		if r := b.refusal(c); r != "" {
			code, st.status = r, happened
		}
	}
	if code[:2] == "14" && len(code) == 3 {
		code = b.protestAim(s, code, c.frame)
	}
	return code
}

// add makes an event of a coding, where it has what its type needs.
func (b *builder) add(s int, c *coding) {
	st := b.x.stanceOf(c.tok)
	code := b.codeOf(s, c, &st)
	info, ok := Lookup(code)
	if !ok {
		return
	}
	if info.Type == "ASSAULT" && b.contest(s) {
		b.explain("sentence %d: %q (%s) is told with a score", s, b.g.word(c.tok), c.rule.name)
		return
	}
	source, target := b.x.sides(c)
	if misfortune(code) {
		source = nil
	}
	b.x.homeland(c, code, source, target)
	if st.speaker >= 0 && (code >= "14" || code[:3] == "084") {
		b.x.ofSpeaker(s, st.speaker, source, target)
	}
	if code[:2] == "14" || code[:2] == "05" {
		target = b.x.overDeed(c.frame, target)
	}
	if code[:2] == "14" && len(target) == 0 {
		target = b.demandedOf(s, c, source)
	}
	if len(source) == 0 && len(target) == 0 && !misfortune(code) && (info.Quad < 4 || c.rule.flags&wants != 0) {
		b.explain("sentence %d: %q would be %s (%s) but has no actor", s, b.g.word(c.tok), code, c.rule.name)
		return
	}
	if len(source)+len(target) == 0 && c.frame.noun && c.frame.light < 0 && (b.refersBack(s, c, code) || b.occasion(s, c)) {
		return
	}
	riot := c.rule.flags&recip != 0 && code[:2] == "14" && len(source) > 0 && len(target) > 0
	if riot && inSector(&b.doc.Actors[source[0]], order) {
		source, target = target, source
	}
	e := transform.Event{
		Sentence: s, Head: c.tok, Trigger: b.trigger(c), Sentences: []int{s},
		Type: info.Type, Mode: info.Mode, Contexts: info.Contexts, CAMEO: code, Quad: info.Quad, Goldstein: info.Goldstein,
		Sources: source, Targets: target, PlaceMention: -1, AttributedTo: -1,
		Status: st.status, Verification: st.verification, AttributionVerb: st.verb, Rule: c.rule.name,
	}
	setMode(&e, c)
	if c.near {
		e.Rule += nearRule
	}
	b.speaker(&e, st)
	e.Confidence = confidence(c, len(source), len(target))
	b.explain("sentence %d: %q is %s %s by %s, %s", s, b.g.word(c.tok), code, info.Type, c.rule.name, st.status)
	b.append(e, eventMeta{coding: c, stance: st})
	both := c.rule.flags&recip != 0 || len(target) == 0 && code[:2] == "03" && (b.g.lemma(c.tok) == "agree" || c.content != nil && c.content.rule.flags&recip != 0)
	if !riot && (both && (code == c.code || len(target) == 0 && code[:2] == "03") || len(target) > 0 && b.x.mutual(c.frame)) && len(source) > 0 {
		b.reverse(&e, eventMeta{coding: c, stance: st})
	}
}

// order are the sectors that riots are directed at.
var order = []string{"COP", "MIL"}

// asideOf reports whether infinitive p stands behind its governor's object, so that it may
// tell what for: "blocked roads to protest", "fired tear gas to disperse the crowd".
func (b *builder) asideOf(p int) bool {
	t := &b.g.tok[p]
	if t.Rel != "xcomp" || t.Tag != "VB" || t.Head < 0 || b.g.child(p, "mark") < 0 {
		return false
	}
	o := b.g.child(t.Head, "obj")
	return o > t.Head && o < p
}

// aimed reports whether what governs predicate p is told as an act of conflict itself, so
// that p is no more than its aim: "used tear gas to disperse the crowd".
func (b *builder) aimed(p int, code string) bool {
	h := b.g.tok[p].Head
	for n := 0; n < 2 && h >= 0 && b.g.isNoun(h); n++ { // "fired tear gas to break up" with "gas" before the aim
		h = b.g.tok[h].Head
	}
	if h < 0 || !b.g.isVerb(h) {
		return false
	}
	c := b.x.code(h)
	if c == nil || c.code < "14" || c.code > "3" {
		return false
	}
	return c.code[:2] == code[:2] || code[:2] == "17"
}

// atHome reports whether forces are moved within their own country, which threatens nobody
// abroad: "troops would be deployed to the town".
func (b *builder) atHome(c *coding) bool {
	if c.code[:2] != "15" {
		return false
	}
	source, target := b.x.sides(c)
	for _, t := range target {
		for _, s := range source {
			if b.doc.Actors[t].Country != b.doc.Actors[s].Country {
				return false
			}
		}
		if len(source) == 0 && (b.doc.DatelinePlace == nil || b.doc.Actors[t].Country != b.doc.DatelinePlace.Country) {
			return false
		}
	}
	return len(target) > 0
}

// protestAim makes a protest's code finer by what it is for or against, or what the
// sentence says it demands: change in leadership, policy, rights or institutions.
func (b *builder) protestAim(s int, code string, f *frame) string {
	for _, r := range f.obl {
		switch r.prep {
		case "for", "against", "over", "at", "about":
			for k, class := range b.g.lex.aims {
				if fine := code + string(rune('1'+k)); (k < 3 || r.prep == "for") && b.g.classes(b.g.through(r.tok)).meets(class) {
					if _, ok := Lookup(fine); ok {
						return fine
					}
				}
			}
		}
	}
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		c := b.x.code(i)
		if c == nil || len(c.code) < 3 || c.code[:3] != "024" && c.code[:3] != "104" {
			continue
		}
		aim := c.code[3:]
		if aim == "" { // reforms at large
			aim = "4"
		}
		if _, ok := Lookup(code + aim); ok {
			return code + aim
		}
	}
	return code
}

// demandedOf is who shall do what protesters demand: "marched to demand that the president
// resign", "rallied, calling for independence from France".
func (b *builder) demandedOf(s int, c *coding, source []int) []int {
	sent := b.doc.Sentences[s]
	for i := c.tok + 1; i < sent.Last; i++ {
		k := b.x.code(i)
		if k == nil || k.op != "APPEAL" && k.op != "DEMAND" && k.code[:2] != "02" && k.code[:2] != "10" {
			continue
		}
		from, to := b.x.sides(k)
		if len(from) > 0 && len(source) > 0 && len(b.x.without(from, source)) > 0 {
			continue
		}
		if to = b.x.without(to, source); len(to) > 0 {
			if b.g.tok[k.tok].Head == c.tok && len(b.x.without(source, from)) == 0 {
				b.x.used[k.tok] = true // "marched calling for the president to resign"
			}
			return to
		}
	}
	return nil
}

// refersBack takes a bare event noun ("the attack") for another mention of an event of
// its kind told before; without one it is too vague to be an event, unless it stands in
// the lead or has a place or day of its own.
func (b *builder) refersBack(s int, c *coding, code string) bool {
	if d := b.g.child(c.tok, "det"); code < "18" && d >= 0 && (b.g.lemma(d) == "a" || b.g.lemma(d) == "an") && len(c.frame.obl) > 0 {
		return false // "a protest along the highway"
	}
	for i := len(b.doc.Events) - 1; i >= 0; i-- {
		e := &b.doc.Events[i]
		if kindred(e.CAMEO, code) {
			if e.Sentences[len(e.Sentences)-1] != s {
				e.Sentences = append(e.Sentences, s)
			}
			b.explain("sentence %d: %q refers back to %q in sentence %d", s, b.g.word(c.tok), b.doc.Text[e.Trigger.Start:e.Trigger.End], e.Sentence)
			return true
		}
	}
	if s <= 2 || len(c.frame.obl) > 0 {
		return false
	}
	b.explain("sentence %d: %q (%s) has no actor, place or day", s, b.g.word(c.tok), c.rule.name)
	return true
}

// kindred codes can name one event: the same root, or both force.
func kindred(a, b string) bool {
	return a[:2] == b[:2] || forced(a) && forced(b)
}

// refusal is the code of "will not …": what one will not do for another is refused.
func (b *builder) refusal(c *coding) string {
	if c.op == "INTEND" {
		if c.content == nil {
			return "120"
		}
		return compose("REFUSE", c.content.code, false)
	}
	if c.code >= "03" && c.code < "09" {
		return compose("REFUSE", c.code, false)
	}
	return ""
}

// future is the code of a planned event: what will be done in cooperation is an
// intention, what will be done in conflict a threat.
func future(code string) (string, string) {
	switch {
	case code >= "04" && code < "09":
		return compose("INTEND", code, false), planned
	case code >= "14" && code < "3":
		return compose("THREATEN", code, false), threatening
	}
	return code, planned
}

func (b *builder) append(e transform.Event, m eventMeta) {
	b.doc.Events = append(b.doc.Events, e)
	b.meta = append(b.meta, m)
}

// reverse adds the other direction of a reciprocal event. A plural side without
// counterpart ("the presidents met") acts on itself: each with the others.
func (b *builder) reverse(e *transform.Event, m eventMeta) {
	if len(e.Targets) == 0 {
		if len(e.Sources) < 2 {
			return
		}
		all := e.Sources
		first := &b.doc.Events[len(b.doc.Events)-1]
		first.Sources, first.Targets = all[:1:1], all[1:]
		if e.CAMEO[:2] == "14" { // "police and protesters clashed": the crowd riots
			if inSector(&b.doc.Actors[all[0]], order) {
				first.Sources, first.Targets = all[1:], all[:1:1]
			}
			return
		}
		*e = *first
	}
	r := *e
	r.Sources, r.Targets = e.Targets, e.Sources
	r.Sentences = []int{e.Sentence}
	b.append(r, m)
}

func (b *builder) trigger(c *coding) transform.Span {
	t := b.g.tok[c.trigger]
	s := transform.Span{Start: t.Start, End: t.End}
	if n := c.trigger + 1; b.g.lemma(c.trigger) == "set" && n < len(b.g.tok) { // "set fire", "set ablaze"
		switch b.g.lemma(n) {
		case "fire", "ablaze", "alight", "afire":
			s.End = b.g.tok[n].End
		case "on": // "set on fire two farms"
			if n+1 < len(b.g.tok) && b.g.lemma(n+1) == "fire" {
				s.End = b.g.tok[n+1].End
			}
		}
	}
	return s
}

func (b *builder) speaker(e *transform.Event, st stance) {
	if st.speaker < 0 {
		return
	}
	if a := b.x.addActors(nil, st.speaker, 0, false); len(a) > 0 {
		e.AttributedTo = a[0]
		return
	}
	e.AttributedName = b.phrase(st.speaker)
}

// phrase is the text of the noun phrase that token i heads, without its clauses.
func (b *builder) phrase(i int) string {
	first, last := i, i
	for c := b.g.first[i]; c >= 0; c = b.g.next[c] {
		switch base(b.g.tok[c].Rel) {
		case "compound", "amod", "flat", "nmod:poss", "nummod":
			first, last = min(first, int(c)), max(last, int(c))
		}
	}
	return b.doc.Text[b.g.tok[first].Start:b.g.tok[last].End]
}

// confidence is higher the more of the pattern and the sides is there.
func confidence(c *coding, sources, targets int) float64 {
	v := 0.5
	if sources > 0 {
		v += 0.2
	}
	if targets > 0 {
		v += 0.15
	}
	if c.rule.weight > 0 {
		v += 0.1
	}
	if c.frame.noun && c.frame.light < 0 || c.near {
		v -= 0.1
	}
	return v
}

// finish settles what events take from the discourse.
func (b *builder) finish() {
	b.ownDates()
	b.ownPlaces()
	b.consultModes()
	b.chargeModes()
	b.tollEvents()
	b.aimEvents()
	b.threadEvents()
	b.blameEvents()
	b.releasers()
	b.sameHand()
	b.culpritEvents()
	b.looseTolls()
	b.settleVictims()
	b.storyDates()
	b.storyPlaces()
	b.verifyEvents()
	b.mergeEvents()
	b.uncode()
}
