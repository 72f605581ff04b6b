package event

import "dateline/transform"

// Where the doers and the sufferers of an act are told only by what is theirs: "shot outside
// his Istanbul office", "Nangarhar residents protested".

// premises are nouns for what stands or runs in the town that is named before them.
var premises = map[string]bool{
	"home": true, "house": true, "apartment": true, "flat": true, "office": true, "room": true, "cabin": true, "villa": true, "residence": true, "bus": true, "train": true,
	"subway": true, "metro": true, "tram": true, "roadblock": true, "shop": true, "bank": true, "bar": true, "compound": true, "complex": true, "studio": true, "garage": true,
	"gym": true, "salon": true, "dormitory": true, "shelter": true, "cell": true, "courtroom": true, "thoroughfare": true, "rooftop": true, "bakery": true, "kiosk": true, "pub": true,
}

// personal are verbs whose object is a person, whatever its name is also the name of.
var personal = map[string]bool{
	"shoot": true, "kill": true, "arrest": true, "detain": true, "wound": true, "injure": true, "behead": true, "assassinate": true, "murder": true, "execute": true,
	"convict": true, "kidnap": true, "abduct": true, "jail": true, "sentence": true, "hang": true, "stab": true, "charge": true, "rape": true, "torture": true,
}

// locals are people who act where they are at home.
var locals = map[string]bool{
	"police": true, "policeman": true, "resident": true, "villager": true, "firefighter": true, "inhabitant": true, "townspeople": true, "shopkeeper": true, "student": true,
	"sheriff": true, "officer": true, "court": true, "commuter": true, "protester": true, "demonstrator": true, "marcher": true,
}

// folk are people who are mostly hurt where they are at home.
var folk = map[string]bool{
	"man": true, "woman": true, "boy": true, "girl": true, "teen": true, "teenager": true, "child": true, "couple": true, "family": true, "mayor": true, "mother": true,
	"father": true, "brother": true, "sister": true, "toddler": true, "councillor": true, "councilman": true, "shopkeeper": true, "driver": true, "department": true,
}

// homeOfDoers is the fit of a place that only says whose people act: "Lagos police arrested".
func (b *builder) homeOfDoers(e *transform.Event, s *spot) int {
	if s.adjective || s.rank < 4 {
		return 0
	}
	i, g := s.head, b.g
	for n := 0; n < 4; n++ {
		h := g.tok[i].Head
		if h < 0 || !g.isNoun(h) {
			return 0
		}
		switch rel := base(g.tok[i].Rel); {
		case locals[g.lemma(h)] && (rel == "compound" || rel == "amod" || rel == "nmod" && (g.prep(i) == "of" || g.prep(i) == "")):
			if p := b.predicate(e); g.tok[h].Head == p && (g.tok[h].Rel == "nsubj" || g.prep(h) == "by") {
				return 50
			}
			return 0
		case b.ground(h) && (rel == "compound" || rel == "nmod" && g.prep(i) == "of"):
		default:
			return 0
		}
		i = h
	}
	return 0
}

// faintest is the fit from which a town, in the one sentence that names it, is taken for the
// story's home.
const faintest = 12

// faint is the best fit of the story's home among the spots of an event's sentence.
func (b *builder) faint(e *transform.Event, spots []spot, home *transform.Location) int {
	best := 0
	for k := range spots {
		if s := &spots[k]; s.mention >= 0 && (s.loc == home || s.loc.Name == home.Name) {
			best = max(best, b.fit(e, s), b.behind(e, s))
			if h := b.g.tok[s.head].Head; h >= 0 && !s.adjective && s.rank >= 4 && b.g.isNoun(h) && (folk[b.g.lemma(h)] || locals[b.g.lemma(h)] || b.ground(h) && b.g.place[h] < 0) {
				best = max(best, faintest) // "a Temecula man was shot", "a Brooklyn park turned bloody"
			}
		}
	}
	return best
}

// elsewhereToo reports whether the text names a place in other sentences than the event's.
func (b *builder) elsewhereToo(l *transform.Location, e *transform.Event) bool {
	for k := range b.doc.Places {
		if p := &b.doc.Places[k]; p.Sentence != e.Sentence && p.Name == l.Name && p.Country == l.Country {
			return true
		}
	}
	return false
}

// remarks reports whether event e is words or dealings, which may be about what was done with
// force elsewhere.
func remarks(e *transform.Event) bool { return e.CAMEO < "14" && !misfortune(e.CAMEO) }

// deedSpot is where the deed was that event e is only words about, for what is told next of it;
// nil without one.
func (b *builder) deedSpot(e *transform.Event, spots []spot) *spot {
	b.ofDeeds = true
	s, _ := b.bestSpot(e, spots)
	b.ofDeeds = false
	if s == nil {
		return nil
	}
	keep := *s
	return &keep
}

// removals are verbs that take somebody away: from where is where.
var removals = map[string]bool{
	"kidnap": true, "abduct": true, "snatch": true, "expel": true, "evict": true, "evacuate": true, "deport": true,
	"rescue": true, "steal": true, "loot": true, "withdraw": true, "remove": true, "escape": true,
}

// passages are verbs whose object is where the one who does so is.
var passages = map[string]bool{"leave": true, "exit": true, "enter": true, "approach": true, "reach": true, "pass": true, "cross": true, "tour": true}

// departures leave one where one was.
var departures = map[string]bool{"leave": true, "exit": true}

// transports are verbs for where somebody is brought after what was done to him.
var transports = map[string]bool{
	"fly": true, "take": true, "bring": true, "transfer": true, "airlift": true, "rush": true, "transport": true, "evacuate": true, "hand": true, "extradite": true,
	"return": true, "move": true, "send": true, "deport": true, "hospitalize": true, "hospitalise": true, "imprison": true, "jail": true, "hold": true, "intern": true,
}

// taken reports whether verb i tells where somebody was brought after an act told before it.
func (b *builder) taken(i int) bool {
	return base(b.g.tok[i].Rel) == "conj" && b.g.isVerb(i) && transports[b.g.lemma(i)] && b.g.child(i, "nsubj") < 0
}

// visited is the fit of the place that a visit leads to: "visiting Tehran", "a visit to Lima".
func (b *builder) visited(e *transform.Event, s *spot, pred int) int {
	if e.CAMEO != "042" || s.adjective {
		return 0
	}
	for i, n := s.head, 0; n < 3; n++ {
		h := b.g.tok[i].Head
		if h < 0 {
			return 0
		}
		switch rel := base(b.g.tok[i].Rel); {
		case (h == pred || h == e.Head) && (rel == "obj" && b.g.isVerb(h) || (rel == "nmod" || rel == "obl") && (b.g.prep(i) == "to" || b.g.prep(i) == "in")):
			return 95
		case b.ground(h) && (rel == "nmod" || rel == "compound" || rel == "flat") || rel == "appos":
		default:
			return 0
		}
		i = h
	}
	return 0
}
