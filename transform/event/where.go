package event

import (
	"slices"
	"strings"

	"dateline/transform"
)

// ownPlaces gives each event the place that its clause or sentence tells.
func (b *builder) ownPlaces() {
	spots := b.spots()
	home, mention := b.home()
	var town *transform.Event
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		known := spots[e.Sentence]
		if at := b.here(b.predicate(e)); at >= 0 && (e.Status == happened || e.Status == ongoing) {
			if home != nil {
				e.Place, e.PlaceMention = home, mention
				continue
			}
			known = slices.DeleteFunc(slices.Clone(known), func(s spot) bool { return s.first > at })
		}
		if s, score := b.bestSpot(e, known); s != nil {
			e.Place, e.PlaceMention = s.loc, s.mention
			b.meta[i].placed = true
			b.explain("sentence %d: %q is placed in %s (%d)", e.Sentence, b.g.word(e.Head), e.Place.Name, score)
			switch {
			case e.Place.Feature == "city" && e.Place.GeonameID != 0:
				town = e
			case !b.inTown(s):
			case town != nil && e.Sentence-town.Sentence <= 4:
				e.Place, e.PlaceMention = town.Place, town.PlaceMention
			case home != nil && home.Feature == "city" && home.Country == e.Place.Country:
				e.Place, e.PlaceMention = home, mention
			}
		} else if l, m := b.theCapital(e, home); l != nil {
			e.Place, e.PlaceMention = l, m
			b.meta[i].placed = true
		} else if remarks(e) {
			b.meta[i].deed = b.deedSpot(e, known)
		} else if mention >= 0 {
			b.meta[i].faint = b.faint(e, known, home)
		}
		if b.doc.Explain != nil {
			for k := range known {
				b.explain("sentence %d: %q in %s: %d, rank %d", e.Sentence, b.g.word(e.Head), known[k].loc.Name, b.fit(e, &known[k]), known[k].rank)
			}
		}
	}
}

// storyPlaces gives the violence without a place what stands from the sentences before,
// else where the story is set.
func (b *builder) storyPlaces() {
	home, mention := b.home()
	var carried *transform.Event
	if b.bureau() {
		carried = b.firstPlaced()
	}
	bureau, concern, from := carried != nil, b.concern(), ""
	if home != nil {
		from = home.Country
	}
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		real := e.Status == happened || e.Status == ongoing
		switch {
		case e.Place != nil:
			if real && b.meta[i].placed && !b.caption(e) && !remarks(e) {
				carried = e
			}
		case b.meta[i].deed != nil && real:
			carried = &transform.Event{Sentence: e.Sentence, Place: b.meta[i].deed.loc, PlaceMention: b.meta[i].deed.mention}
		case !physical(e) || !real:
		case carried != nil && (bureau || e.Sentence-carried.Sentence <= 3):
			e.Place, e.PlaceMention = carried.Place, carried.PlaceMention
		default:
			if l := b.concerned(e, from, concern); l != nil {
				e.Place, e.PlaceMention = l, -1
			} else if home != nil && (mention < 0 || b.elsewhereToo(home, e) || b.meta[i].faint >= faintest) {
				e.Place, e.PlaceMention = home, mention
			}
		}
	}
}

// firstPlaced is the story's first act of force with a place of its own, or nil.
func (b *builder) firstPlaced() *transform.Event {
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if b.meta[i].placed && physical(e) && e.Place.GeonameID != 0 && (e.Status == happened || e.Status == ongoing) {
			return e
		}
	}
	return nil
}

// here is the token that says that predicate p happens "here", where the story is
// datelined; -1 without one.
func (b *builder) here(p int) int {
	sent := b.doc.Sentences[b.g.tok[p].Sentence]
	for i := p + 1; i < min(sent.Last, p+16); i++ {
		switch {
		case b.g.isVerb(i):
			return -1
		case b.g.lemma(i) == "here" && strings.HasPrefix(b.g.tok[i].Tag, "RB"):
			return i
		}
	}
	return -1
}

// specificity ranks features: of "Taftanaz, Idlib, Syria" the town is where it happened.
var specificity = map[string]int{"site": 7, "city": 6, "admin2": 4, "admin1": 4, "water": 3, "region": 2, "country": 1, "continent": 0}

// detail is how closely a location tells where: a house that only the text knows says less
// than its town.
func detail(l *transform.Location) int {
	if l.Feature == "site" && l.GeonameID == 0 {
		return 2
	}
	return specificity[l.Feature]
}

// bestSpot is the spot of the event's sentence that fits it best, with its score; nil
// where none fits.
func (b *builder) bestSpot(e *transform.Event, spots []spot) (best *spot, score int) {
	score = spotThreshold
	for k := range spots {
		s := &spots[k]
		v := b.fit(e, s)
		if sum := v + 3*s.rank - min(abs(s.first-e.Head)/8, 5); v > 0 && sum > score {
			best, score = s, sum
		}
	}
	for k := 0; k < len(spots) && best == nil; k++ {
		if v := max(b.behind(e, &spots[k]), b.ahead(e, &spots[k])); v > 0 {
			best, score = &spots[k], v
		}
	}
	for k := 0; k < len(spots) && best == nil; k++ {
		if v := b.homeOfDoers(e, &spots[k]); v > 0 {
			best, score = &spots[k], v
		}
	}
	if best == nil {
		return nil, 0
	}
	for k := range spots { // "in Fallujah, in the western province of Al-Anbar"
		s := &spots[k]
		if best.mention >= 0 && s.rank > best.rank && s.loc.Country == best.loc.Country && s.last < best.first && best.first-s.last < 9 && b.fit(e, s) > 0 && !b.verbBetween(s.last, best.first) {
			best = s
		}
	}
	for k := range spots { // "In Uganda, police in Kampala arrested"
		if s := &spots[k]; best.rank == 1 && best.mention >= 0 && s.rank >= 4 && s.loc.Country == best.loc.Country && s.first > best.last && s.last <= e.Head && b.fit(e, s) >= spotThreshold {
			best = s
		}
	}
	if t := b.capital(best, spots); t != nil {
		return t, score
	}
	return b.innermost(e, best, spots), score
}

// spotThreshold is what a spot must score: about the share in a hundred of right ones
// among the like.
const spotThreshold = 45

func (b *builder) verbBetween(i, j int) bool {
	for ; i < j; i++ {
		if b.g.isVerb(i) {
			return true
		}
	}
	return false
}

// fit says, in percent, how well spot s tells where event e happened: the product of how
// its phrase names a place and how its clause hangs on the event's.
func (b *builder) fit(e *transform.Event, s *spot) int {
	pred := b.predicate(e)
	if v := max(b.undergoes(s, pred), b.visited(e, s, pred)); v > 0 {
		return v
	}
	v, settled, about := 100, s.direction, remarks(e) && !b.ofDeeds
	cur := s.head
	for n := 0; n < 40; n++ {
		if cur == pred || cur == e.Head {
			return v
		}
		h := b.g.tok[cur].Head
		if h < 0 || b.g.within(pred, cur) {
			break
		}
		v = v * b.link(cur, h, &settled, s) / 100
		if about && b.material(cur) && (h == pred || b.g.isNoun(cur)) {
			v /= 5 // "condemned the bombing in Kabul"
		} else if about && h != pred && b.g.prep(cur) == "from" {
			v /= 5 // "demanded that they withdraw from Goma"
		}
		if v == 0 {
			return 0
		}
		cur = h
	}
	if !b.g.within(pred, cur) {
		return 0
	}
	if !settled {
		v = v / 4
	}
	for n := 0; pred != cur && n < 40; n++ { // down to the event
		v = v * b.under(pred) / 100
		pred = b.g.tok[pred].Head
	}
	return v
}

// link weighs the step from token cur to its head h, on the way from a place to a
// predicate. Once an adposition has settled that it is a location ("the market in Mosul"),
// what its phrase does matters less.
func (b *builder) link(cur, h int, settled *bool, s *spot) int {
	rel, prep := b.g.tok[cur].Rel, b.g.prep(cur)
	switch base(rel) {
	case "appos", "flat", "conj", "list", "fixed":
		switch {
		case b.taken(cur):
			return 25 // "captured and flown to Bogota"
		case b.g.isVerb(cur) || b.g.isVerb(h):
			return 75
		}
		return 98
	case "compound", "amod":
		v := b.modifierLink(cur, h, *settled, s)
		if v >= 75 && s.rank > 2 && b.g.prep(h) == "during" { // "arrested during the Brussels protests"
			*settled = true
		}
		return v
	case "nmod", "obl":
		if prep != "" || rel == "nmod:poss" || !b.g.isVerb(h) {
			return b.phraseLink(cur, h, prep, settled)
		}
		fallthrough // an object that the parse calls an oblique
	case "obj", "iobj":
		if *settled {
			return 90
		}
		*settled = true
		switch {
		case base(rel) == "obj" && personal[b.g.lemma(h)] && b.g.child(h, "compound:prt") < 0:
			return 8 // "shot Jordan"
		case cur != s.head && !s.adjective && passages[b.g.lemma(h)]:
			return 80 // "as he left a Lagos mosque"
		case s.adjective || !b.material(h) && !overGround[b.g.lemma(h)]:
			return 20
		}
		return 80 // "captured Goma"
	case "nsubj":
		switch {
		case *settled:
			return 75
		case s.adjective:
			return 2 // "a Briton was captured"
		case personal[b.g.lemma(h)]:
			return 4
		case b.g.isVerb(h) && b.g.passive(h) && b.material(h):
			*settled = true
			return 45
		}
		return 4
	case "xcomp":
		return 95
	case "advmod":
		if s.direction && cur == s.head {
			return 92 // "two villages west of Goma"
		}
	case "advcl", "acl":
		if *settled && prep == "after" && departures[b.g.lemma(cur)] {
			return 80 // "was shot after he left a mosque in Lagos"
		}
		return b.clauseLink(h, rel, prep, *settled)
	case "ccomp":
		return 50
	case "parataxis", "dep", "dislocated":
		return 30
	}
	return 25
}

// modifierLink weighs a place before a noun: "the Baghdad bombing".
func (b *builder) modifierLink(cur, h int, settled bool, s *spot) int {
	switch {
	case b.dated(h):
		return 98 // "in Baghdad Monday"
	case settled:
		return 90
	case missions[b.g.lemma(h)] && s.rank < 4:
		return 10
	case b.ground(h):
		if s.adjective || b.named(h, cur) {
			return 45
		}
		return 90
	case s.rank >= 4 && premises[b.g.lemma(h)] && !s.adjective:
		return 85
	case b.material(h) && !spansCountries[b.g.lemma(h)], s.rank == 6 && gatherings[b.g.lemma(h)]:
		return 75
	}
	return 22
}

// clauseLink weighs a clause that hangs on h by rel.
func (b *builder) clauseLink(h int, rel, prep string, settled bool) int {
	switch {
	case !settled:
		return 15
	case rel == "acl:relcl":
		return 45
	case otherTimes[prep]:
		return 30
	case b.x.memo[h] != nil:
		return 90 // "an attack carried out in Mosul"
	}
	return 60
}

// material reports whether token i is the predicate of something done with force or by
// moving: what such a verb's object is, is also where.
func (b *builder) material(i int) bool {
	c := b.x.memo[i]
	return c != nil && (c.code >= "14" && (len(c.code) < 2 || c.code[:2] != "16") || misfortune(c.code))
}

// otherTimes open clauses that tell what was before or after, or what was meant to be.
var otherTimes = map[string]bool{"before": true, "after": true, "until": true, "since": true, "to": true, "because": true, "if": true, "although": true, "though": true}

// missions stand for a country in another one.
var missions = map[string]bool{"embassy": true, "consulate": true, "ambassador": true, "mission": true, "base": true}

// spansCountries are nouns whose modifier is a party or a region, not where one of their
// incidents happened.
var spansCountries = map[string]bool{"war": true, "conflict": true, "crisis": true, "talk": true, "talks": true, "process": true, "agreement": true, "deal": true, "treaty": true, "accord": true, "dispute": true}

// gatherings are called by the town that they are held in: "the Brussels summit".
var gatherings = map[string]bool{"summit": true, "talk": true, "talks": true, "conference": true, "meeting": true, "negotiation": true, "forum": true, "session": true, "peace_talk": true, "round": true}

// named reports whether the ground noun h has a name of its own besides token except:
// of "the Colombo suburb of Nugegoda" and "the Eidgah area of Karachi" Colombo and
// Karachi only say where that is.
func (b *builder) named(h, except int) bool {
	settlement := groundNouns[b.g.lemma(h)] == "city"
	for c := b.g.first[h]; c >= 0; c = b.g.next[c] {
		i := int(c)
		if i == except || b.g.tok[i].Tag != "NNP" || b.dated(i) {
			continue
		}
		switch rel := b.g.tok[i].Rel; {
		case rel == "appos", rel == "compound" && !settlement, base(rel) == "nmod" && settlement && b.g.prep(i) == "of":
			return true
		}
	}
	return false
}

// shares are words for how much of a place: "70 percent of Bosnia".
var shares = map[string]bool{
	"percent": true, "%": true, "third": true, "two-thirds": true, "quarter": true, "three-quarters": true, "half": true, "part": true, "rest": true,
	"most": true, "much": true, "majority": true, "remainder": true, "bulk": true, "swath": true, "swathe": true, "chunk": true, "portion": true, "all": true,
}

// phraseLink weighs a prepositional phrase.
func (b *builder) phraseLink(cur, h int, prep string, settled *bool) int {
	if !*settled && !b.ground(h) && (prep == "of" || b.g.tok[cur].Rel == "nmod:poss") && overGround[b.lemmaAbove(h)] && !missions[b.g.lemma(h)] {
		*settled = true
		return 95 // "patrolled the alleys of the town"
	}
	if b.g.tok[cur].Rel == "nmod:poss" {
		switch {
		case *settled:
			return 80
		case b.ground(h) && b.named(h, cur):
			return 40
		case b.ground(h):
			*settled = overGround[b.lemmaAbove(h)]
			return 60
		}
		return 12
	}
	first, _, _ := strings.Cut(prep, "_")
	switch first {
	case "in", "at", "near", "outside", "inside", "around", "across", "throughout", "off", "along", "on", "within", "between", "over", "through", "north", "south", "east", "west", "beyond", "above", "under", "close", "next", "behind", "opposite", "among", "amid", "during", "by", "after":
		if *settled {
			switch {
			case first == "in" && purposes[b.g.lemma(cur)]:
				return 15 // "marched in support of a strike in Venezuela"
			case first == "over" && !b.ground(cur) && !b.dated(cur):
				return 30 // "threatened Kenya over its support for the government in Mogadishu"
			case first == "after" && (!b.material(cur) || b.later(cur)):
				return 40
			}
			return 95
		}
		if b.ground(h) {
			*settled = true
			return 88 // "in the Dora district in Baghdad"
		}
		switch first {
		case "by", "during", "after", "under", "among", "amid", "above", "behind":
			return 25
		}
		*settled = true
		return 100
	case "of":
		switch {
		case *settled:
			return 90
		case b.ground(h) && b.named(h, cur):
			return 60 // "the Dora district of Baghdad"
		case b.ground(h) || b.x.memo[h] != nil || shares[b.g.lemma(h)]:
			return 97 // "the town of Taftanaz", "the bombing of Hiroshima"
		}
		return 25
	case "into", "onto", "toward", "towards", "to":
		if *settled {
			return 90
		}
		*settled = true
		return 35
	case "from":
		switch {
		case removals[b.g.lemma(h)] && b.g.isVerb(h):
			*settled = true
			return 80
		case *settled:
			return 40
		}
		return 8
	}
	if *settled {
		switch first {
		case "about", "despite", "before", "since", "until":
			return 40 // "protested against the war in Iraq"
		}
		return 80
	}
	return 15
}

// purposes are what one acts "in": not a place, and what is in a place is not the act.
var purposes = map[string]bool{
	"support": true, "protest": true, "solidarity": true, "response": true, "retaliation": true, "reprisal": true, "revenge": true, "memory": true, "honor": true,
	"honour": true, "connection": true, "favor": true, "favour": true, "opposition": true, "anticipation": true, "preparation": true, "defiance": true,
	"commemoration": true, "sympathy": true, "exchange": true, "return": true, "search": true, "pursuit": true, "hope": true, "reaction": true,
}

// lemmaAbove is the lemma of the verb that token i undergoes; "" for others.
func (b *builder) lemmaAbove(i int) string {
	if h := b.g.tok[i].Head; h >= 0 && (base(b.g.tok[i].Rel) == "obj" || b.g.tok[i].Rel == "nsubj:pass") {
		return b.g.lemma(h)
	}
	return ""
}

// overGround are verbs whose object is where they happen.
var overGround = map[string]bool{"patrol": true, "roam": true, "comb": true, "bomb": true, "shell": true, "bombard": true, "pound": true, "blockade": true, "besiege": true, "overrun": true, "storm": true, "destroy": true, "demolish": true, "raze": true, "flatten": true, "torch": true}

// under weighs the step from the event's clause up to the one that the place stands in.
func (b *builder) under(pred int) int {
	h := b.g.tok[pred].Head
	switch rel := b.g.tok[pred].Rel; base(rel) {
	case "xcomp", "obj", "obl", "nsubj", "compound", "aux", "cop":
		return 90
	case "conj":
		return 80
	case "nmod":
		return 75
	case "advcl":
		return 70
	case "acl":
		return 50
	case "ccomp", "parataxis":
		if h >= 0 && b.x.says(h) {
			return 25 // "said in Baghdad that …"
		}
		return 60
	}
	return 40
}
