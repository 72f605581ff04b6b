package event

import (
	"strings"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// Places told one inside the other, and places whose phrase the parse hung elsewhere.

// innermost is, of places that only say where the one before them lies, that first one:
// "in Karmah, 80 kilometers west of Baghdad", "at Manigram in Rupandehi district".
func (b *builder) innermost(e *transform.Event, best *spot, spots []spot) *spot {
	for n := 0; n < 4; n++ {
		was := best
		for k := range spots {
			if s := &spots[k]; b.leads(s, best) && b.fit(e, s) >= 10 {
				best = s
			}
		}
		if best == was {
			break
		}
	}
	return best
}

// leads reports whether spot t, behind s, only says where s lies.
func (b *builder) leads(s, t *spot) bool {
	if s.adjective || s.last > t.first || t.first-s.last > 14 || s.rank < t.rank && (s.mention >= 0 || s.rank < 5) || s.rank == 7 || s.rank < 2 || groundNouns[b.g.lemma(s.last)] == "site" || b.g.tok[s.last].Tag == "NNP" || b.inTown(s) {
		return false
	}
	links := false
	for i := s.last; i < t.first; i++ {
		l := b.g.lemma(i)
		switch tag := b.g.tok[i].Tag; {
		case l == "of" && i == s.last+1 && b.ground(s.last):
			if !quarters[b.g.lemma(s.last)] {
				return false // "the Colombo suburb of Nugegoda"
			}
			links = true
		case l == "of", tag == ",", lying[l]:
			links = true
		case tag == "DT", tag == "JJ", tag == "CD", tag == "RB", tag == "-LRB-", tag == "-RRB-", tag == "HYPH", tag == "NNP", distances[l], b.ground(i):
		default:
			return false
		}
	}
	return links
}

// capital is the town that an apposition names: "Aceh's capital, Banda Aceh", "the capital
// of Angola, Luanda"; nil where best has none.
func (b *builder) capital(best *spot, spots []spot) *spot {
	if best.rank >= 6 {
		return nil
	}
	for k := range spots {
		t := &spots[k]
		if t.rank < 6 || t.first <= best.last || t.first-best.last > 6 || b.g.word(t.first-1) != "," {
			continue
		}
		i := best.last
		if i+1 < t.first-1 && b.g.tok[i].Tag == "POS" && groundNouns[b.g.lemma(t.first-2)] == "city" || i == t.first-1 && b.capitalOf(best) {
			return t
		}
	}
	return nil
}

// capitalOf reports whether "the capital of" stands before a spot.
func (b *builder) capitalOf(s *spot) bool {
	for i := s.first - 1; i > 0 && i > s.first-4; i-- {
		if b.g.lemma(i) == "of" {
			return b.g.lemma(i-1) == "capital" || groundNouns[b.g.lemma(i-1)] == "city"
		}
	}
	return false
}

// theCapital is the capital of the story's country, with its mention, where event e is told
// to be "in the capital" and the story names it; nil otherwise.
func (b *builder) theCapital(e *transform.Event, home *transform.Location) (*transform.Location, int) {
	if home == nil || e.Status != happened && e.Status != ongoing {
		return nil, -1
	}
	p, g := b.predicate(e), b.g
	last := b.doc.Sentences[g.tok[p].Sentence].Last
	at := -1
	for i := p + 3; i+1 < min(last, p+16) && at < 0 && !g.isVerb(i); i++ {
		if g.lemma(i) == "capital" && g.lemma(i-1) == "the" && g.tok[i-2].Tag == "IN" && g.tok[i+1].Tag[0] != 'N' && g.lemma(i+1) != "of" && g.tok[i+1].Tag != "POS" {
			at = i
		}
	}
	if at < 0 {
		return nil, -1
	}
	seat := func(l *transform.Location) bool {
		c := gazetteer.CapitalNamed(l.Name)
		return l.Feature == "city" && c != nil && c.Country == l.Country && l.Country == home.Country
	}
	if seat(home) {
		return home, -1
	}
	for k := range b.doc.Places {
		if l := &b.doc.Places[k].Location; seat(l) {
			return l, k
		}
	}
	return nil, -1
}

// quarters are parts of a town that are named before the noun and may be "of" it: "the
// Zahra neighborhood of Jiddah".
var quarters = map[string]bool{"neighborhood": true, "neighbourhood": true, "quarter": true, "district": true, "area": true, "section": true, "sector": true, "part": true}

// lying are adpositions that say where the place before them is.
var lying = map[string]bool{"in": true, "near": true, "outside": true, "inside": true, "on": true, "at": true, "from": true}

// distances measure how far.
var distances = map[string]bool{"kilometer": true, "kilometre": true, "km": true, "mile": true, "meter": true, "metre": true, "hour": true, "minute": true, "drive": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true, "north-east": true, "north-west": true, "south-east": true, "south-west": true}

// behind is the fit of a spot behind the event in its own clause, whatever the tree says of
// it: the parse hangs many a phrase of place on the wrong word.
func (b *builder) behind(e *transform.Event, s *spot) int {
	from := max(e.Head, b.predicate(e))
	if s.adjective || s.first <= from || s.first-from > 24 {
		return 0
	}
	if h := b.g.tok[s.head].Head; h >= s.last && b.g.isNoun(h) && !b.ground(h) && !b.dated(h) {
		return 0 // "in the Mideast war"
	}
	q := b.opener(s, from)
	if q < 0 {
		return 0
	}
	about := remarks(e) && !b.ofDeeds
	for i := from + 1; i < q; i++ {
		if about && b.material(i) || b.taken(i) {
			return 0 // "condemned the bombing in Kabul"
		}
		switch b.g.tok[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			if h := b.g.tok[i].Head; b.g.tok[i].Rel != "conj" || h != from || b.g.child(i, "nsubj") >= 0 {
				return 0
			}
		case ":", "``", "''", "WDT", "WP", "WRB":
			return 0
		case "IN":
			if b.g.lemma(i) == "while" && b.g.tok[i+1].Tag == "VBG" {
				continue // "shot while driving through Goma"
			}
			if b.g.tok[i].Rel == "mark" || elsewhere[b.g.lemma(i)] {
				return 0
			}
		}
	}
	return 60
}

// ahead is the fit of a place told before its sentence: "Earlier, in the Gaza Strip,
// soldiers shot …".
func (b *builder) ahead(e *transform.Event, s *spot) int {
	first := b.doc.Sentences[e.Sentence].First
	if s.adjective || s.last > e.Head || s.last >= len(b.g.tok) || b.g.tok[s.last].Tag != "," {
		return 0
	}
	q := b.opener(s, first-1)
	if q < 0 || q-first > 6 {
		return 0
	}
	for i := first; i < q; i++ {
		if t := b.g.tok[i].Tag; !strings.HasPrefix(t, "RB") && t != "," && t != "CC" && !b.dated(i) && b.g.lemma(i) != "on" {
			return 0
		}
	}
	return 60
}

// elsewhere open phrases that tell of other times or of what the event is about.
var elsewhere = map[string]bool{"after": true, "before": true, "while": true, "as": true, "because": true, "since": true, "amid": true, "unless": true, "although": true, "despite": true, "following": true, "against": true, "over": true, "about": true, "from": true, "for": true, "that": true}

// opener is the adposition of place that opens the phrase of spot s, not before token
// from; -1 without one.
func (b *builder) opener(s *spot, from int) int {
	if s.direction && strings.HasSuffix(b.g.tok[s.first].Tag, "B") {
		return s.first
	}
	for i := s.first - 1; i > from && i > s.first-8; i-- {
		l := b.g.lemma(i)
		switch tag := b.g.tok[i].Tag; {
		case opensPlace[l], from >= 0 && i == from+1 && i+1 < s.first && overGround[b.g.lemma(from)], l == "on" && streets[strings.ToLower(b.g.word(s.last-1))]:
			return i
		case l == "of", tag == "DT", tag == "JJ", tag == "NNP", tag == "HYPH", tag == "CD", tag == "POS", l == "neighbor", l == "neighbour", l == "surround", b.ground(i):
		default:
			return -1
		}
	}
	return -1
}

// opensPlace are adpositions of place.
var opensPlace = map[string]bool{"in": true, "at": true, "near": true, "outside": true, "inside": true, "around": true, "across": true, "throughout": true, "along": true, "off": true, "through": true}

// inTown reports whether spot s is a street or a house that only the text knows: it lies
// in the town that the story is about.
func (b *builder) inTown(s *spot) bool {
	return s.mention < 0 && streets[strings.ToLower(strings.TrimSuffix(b.g.word(s.last-1), "."))]
}

// streets are the last words of the names of streets and of what stands in them.
var streets = map[string]bool{
	"street": true, "avenue": true, "boulevard": true, "road": true, "lane": true, "drive": true, "court": true, "terrace": true, "square": true, "circle": true,
	"alley": true, "block": true, "parkway": true, "plaza": true, "way": true, "place": true, "st": true, "ave": true, "blvd": true, "rd": true, "ln": true,
	"dr": true, "ct": true, "pkwy": true, "pl": true, "apartments": true, "mall": true, "hotel": true, "school": true, "church": true, "club": true,
	"restaurant": true, "hospital": true, "supermarket": true, "store": true, "theater": true, "theatre": true, "inn": true, "motel": true, "cafe": true, "bar": true,
}

// undergoes is the fit of a place that a participle behind it tells something of: "the
// town, destroyed by shells", "Hiroshima and Nagasaki, the two cities destroyed in 1945".
func (b *builder) undergoes(s *spot, pred int) int {
	t := &b.g.tok[pred]
	if s.adjective || s.rank < 2 || base(t.Rel) != "acl" || t.Tag != "VBN" || t.Head < 0 || t.Head > pred || !b.material(pred) {
		return 0
	}
	switch h := t.Head; {
	case s.head == h:
		return 90
	case b.ground(h) && (b.g.tok[s.head].Head == h && s.head != pred || b.g.tok[h].Rel == "appos" && b.g.tok[h].Head == s.head):
		return 85
	}
	return 0
}

// later reports whether noun i is what something else came some time after: "a few months
// after the demolition".
func (b *builder) later(i int) bool {
	c := b.g.child(i, "case")
	return c > 0 && (b.dated(c-1) || timeUnits[b.g.lemma(c-1)])
}

// timeUnits measure time.
var timeUnits = map[string]bool{"minute": true, "hour": true, "day": true, "night": true, "week": true, "month": true, "year": true, "decade": true}
