package event

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// spot is where something may have happened: a place mention, or a name that only the
// text knows.
type spot struct {
	first, last int // tokens, half open
	head        int
	mention     int // index into Places; -1 for a name that the gazetteer does not know
	loc         *transform.Location
	rank        int // specificity of its feature
	adjective   bool
	direction   bool // "80 km west of Baghdad": a location whatever stands before
}

// groundNouns are what a place's name is put beside: "the town of X", "X district". The
// value is the feature of a name that the gazetteer does not know.
var groundNouns = nounFeatures(map[string]string{
	"city": "village town city capital suburb hamlet settlement municipality township commune neighborhood neighbourhood quarter shantytown ghetto parish borough outskirts kibbutz favela resort outskirt",
	"site": "street avenue thoroughfare road highway boulevard square park plaza stadium airport airfield airbase station terminal port harbor harbour bridge tunnel camp base barracks prison jail hospital clinic school university campus college mosque church cathedral temple shrine synagogue market bazaar mall hotel embassy consulate palace castle fort fortress hall court courthouse building headquarters tower dam mine factory plant refinery field auditorium arena theater theatre cinema restaurant cafe club nightclub store supermarket warehouse clubhouse barrio crossing checkpoint junction roundabout intersection farm ranch cemetery",
	"":     "area district region province state county department governorate prefecture zone sector territory valley mountain mountains hill hills range coast shore beach peninsula island islands bay gulf strait waterway reservoir lake river sea hillside slope foothill archipelago chain constituency ward ridge canal desert forest jungle plain plateau border frontier enclave stronghold bastion front country republic kingdom emirate north south east west center centre downtown part half block water waters airspace skies soil",
})

func nounFeatures(lists map[string]string) map[string]string {
	m := map[string]string{}
	for feature, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] = feature
		}
	}
	return m
}

// ground reports whether token i is a noun for a piece of the earth.
func (b *builder) ground(i int) bool {
	_, ok := groundNouns[b.g.lemma(i)]
	return (ok || edges[b.g.lemma(i)]) && b.g.isNoun(i) || b.g.place[i] >= 0
}

// edges are parts of a piece of the earth that no name is put beside: "the bank of the Nile".
var edges = map[string]bool{"edge": true, "entrance": true, "heart": true, "gate": true, "dike": true, "dyke": true, "levee": true, "embankment": true, "riverbank": true, "bank": true, "doorstep": true, "vicinity": true, "middle": true, "interior": true, "perimeter": true, "sky": true, "alley": true, "alleyway": true, "ruin": true, "slum": true, "hometown": true, "birthplace": true, "basement": true, "roof": true, "rooftop": true, "courtyard": true, "doorway": true, "lobby": true}

// spots lists the spots of each sentence.
func (b *builder) spots() [][]spot {
	out := make([][]spot, len(b.doc.Sentences))
	named := b.namedCountries()
	for k := range b.doc.Places {
		p := &b.doc.Places[k]
		h := b.headOf(p.Span)
		if h < 0 || p.Sentence < 0 || p.Sentence >= len(out) {
			continue
		}
		lo, hi := b.tokensOf(p.Span)
		if first, last := b.whole(lo, hi); last-first > hi-lo && (strings.HasSuffix(b.g.tok[lo].Entity, "LOC") || b.runsOn(lo, hi)) {
			if h = b.headOf(transform.Span{Start: b.g.tok[first].Start, End: b.g.tok[last-1].End}); h >= 0 {
				l := &transform.Location{Name: b.doc.Text[b.g.tok[first].Start:b.g.tok[last-1].End], Country: p.Country}
				out[p.Sentence] = append(out[p.Sentence], spot{first: first, last: last, head: h, mention: -1, loc: l, rank: 5})
				continue
			}
		}
		out[p.Sentence] = append(out[p.Sentence], spot{
			first: lo, last: hi, head: h, mention: k, loc: b.domestic(p, named), rank: specificity[p.Feature],
			adjective: p.Adjective, direction: !p.Adjective && hi-lo > 2 && !isUpper(b.g.word(lo)),
		})
	}
	for i := range b.doc.Events {
		if s := b.doc.Events[i].Sentence; i == 0 || s != b.doc.Events[i-1].Sentence {
			out[s] = b.unknownSpots(out[s], s)
		}
	}
	return out
}

// titled open names that are no place's.
var titled = map[string]bool{"Lt.": true, "Lt": true, "Col.": true, "Gen.": true, "Maj.": true, "Capt.": true, "Sgt.": true, "Cmdr.": true, "Cpl.": true, "Dr.": true, "Mr.": true, "Mrs.": true, "Ms.": true, "Operation": true}

// departments are those of a government, not of a country's territory.
var departments = map[string]bool{"police": true, "fire": true, "sheriff": true, "state": true, "justice": true, "defense": true, "health": true, "treasury": true, "interior": true, "agriculture": true, "education": true, "labor": true, "commerce": true, "energy": true}

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// unknownSpots appends the names of sentence s that the gazetteer does not know and that
// the text puts on the map: by a noun beside them ("the village of X", "X Square"), or by
// an adposition where the entity model saw a location.
func (b *builder) unknownSpots(out []spot, s int) []spot {
	sent := b.doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if !b.nameToken(i) {
			continue
		}
		j := i + 1
		for j < sent.Last && (b.nameToken(j) || b.hyphen(j) && j+1 < sent.Last && b.nameToken(j+1)) {
			j++
		}
		first := i
		if articles[b.g.word(i)] && b.hyphen(i+1) && i+2 < sent.Last {
			i += 2 // "al-Tarikh"
			j = max(j, i+1)
		} else if i-2 >= sent.First && b.hyphen(i-1) && articles[b.g.lemma(i-2)] {
			first = i - 2 // "al-Zawraa"
		}
		if u, ok := b.unknownSpot(first, j, out); ok {
			out = append(out, u)
		}
		i = j
	}
	return out
}

// articles begin Arabic names.
var articles = map[string]bool{"al": true, "el": true, "ash": true, "ad": true, "an": true, "ar": true, "as": true, "at": true, "az": true}

func (b *builder) hyphen(i int) bool { return i < len(b.g.tok) && b.g.tok[i].Tag == "HYPH" }

// whole widens a place mention of part of an entity to all of it: "Balad Ruz" is not
// Balad. The rest must be a name and not only say what kind of place it is.
func (b *builder) whole(lo, hi int) (first, last int) {
	first, last = lo, hi
	for strings.HasPrefix(b.g.tok[first].Entity, "I-") && first > 0 {
		first--
	}
	for last < len(b.g.tok) && (b.g.tok[last].Entity == "I-LOC" || b.runsOn(lo, last)) {
		last++
	}
	for i := first; i < last; i++ {
		if i >= lo && i < hi {
			continue
		}
		if _, kind := groundNouns[b.g.lemma(i)]; kind || !isUpper(b.g.word(i)) && !b.hyphen(i) || b.g.place[i] >= 0 {
			return lo, hi
		}
	}
	return first, last
}

// runsOn reports whether token i goes on the name that began at lo behind "the suburb of":
// "Oued Kniss" is not El Oued.
func (b *builder) runsOn(lo, i int) bool {
	if lo < 2 || b.g.lemma(lo-1) != "of" || groundNouns[b.g.lemma(lo-2)] != "city" {
		return false
	}
	t := &b.g.tok[i]
	return t.Tag == "NNP" && t.Sentence == b.g.tok[lo].Sentence && t.Entity != "B-PER" && t.Entity != "B-ORG" && !b.dated(i)
}

// nameToken reports whether token i can be part of an unknown name.
func (b *builder) nameToken(i int) bool {
	t := b.g.tok[i]
	return b.g.place[i] < 0 && (t.Tag == "NNP" || t.Tag == "NNPS" || strings.HasSuffix(t.Entity, "LOC") || b.kindName(i)) && t.Tag != "POS" && !b.dated(i)
}

// kindName reports whether token i, tagged as an adjective, is the name of the ground
// right behind it: "Nahrawan district".
func (b *builder) kindName(i int) bool {
	t := b.g.tok[i]
	if t.Tag != "JJ" && t.Tag != "NN" || i == b.doc.Sentences[t.Sentence].First || i+1 >= len(b.g.tok) || t.Head != i+1 || b.g.tok[i+1].Tag != "NN" || !isUpper(b.g.word(i)) || t.Entity != "" && t.Entity != "O" {
		return false
	}
	_, ok := groundNouns[b.g.lemma(i+1)]
	return ok
}

// dated reports whether token i is in a date mention.
func (b *builder) dated(i int) bool {
	start := b.g.tok[i].Start
	k := sort.Search(len(b.doc.Dates), func(k int) bool { return b.doc.Dates[k].End > start })
	return k < len(b.doc.Dates) && b.doc.Dates[k].Start <= start
}

func (b *builder) unknownSpot(first, last int, known []spot) (spot, bool) {
	for k := range known {
		if known[k].first <= first && last <= known[k].last {
			return spot{}, false
		}
	}
	span := transform.Span{Start: b.g.tok[first].Start, End: b.g.tok[last-1].End}
	head := b.headOf(span)
	if head < 0 || last-first > 5 || !isUpper(b.g.word(first)) && !b.hyphen(first+1) {
		return spot{}, false
	}
	if _, kind := groundNouns[b.g.lemma(first)]; kind && last-first == 1 {
		return spot{}, false // the Embassy
	}
	if d := b.g.child(head, "det"); d >= 0 && (b.g.lemma(d) == "a" || b.g.lemma(d) == "an") {
		return spot{}, false // a 25-year-old Briton
	}
	if titled[b.g.word(first)] {
		return spot{}, false
	}
	if _, people := gazetteer.DemonymNamed(b.g.word(last - 1)); people {
		return spot{}, false // the Shiite Kurdish village
	}
	if last-first > 1 && b.g.lemma(last-1) == "department" && departments[strings.ToLower(b.g.word(last-2))] {
		return spot{}, false // the Baton Rouge Police Department
	}
	if l := b.actingState(span, head); l != nil {
		return spot{first: first, last: last, head: head, mention: -1, loc: l, rank: specificity["country"]}, true
	}
	feature, typed := b.typeOf(first, last)
	if (!typed || feature == "site") && !b.located(first, last, head, feature == "site") {
		return spot{}, false
	}
	loc := &transform.Location{Name: b.doc.Text[span.Start:span.End], Feature: feature}
	b.inherit(loc, first, known)
	rank := 5
	switch feature {
	case "city":
		rank = 6
	case "site":
		rank = 2
	}
	return spot{first: first, last: last, head: head, mention: -1, loc: loc, rank: rank}, true
}

// actingState is the country that a span names as one that acts or is acted upon: "suspended
// Mali"; nil for other names.
func (b *builder) actingState(span transform.Span, head int) *transform.Location {
	i := b.g.actor[head]
	if rel := b.g.tok[head].Rel; rel != "obj" && rel != "nsubj:pass" {
		return nil
	}
	if i < 0 || b.doc.Actors[i].Kind != "state" || len(b.doc.Actors[i].Country) != 3 || b.doc.Actors[i].Name != b.doc.Text[span.Start:span.End] {
		return nil
	}
	return &transform.Location{Name: b.doc.Actors[i].Name, Feature: "country", Country: b.doc.Actors[i].Country}
}

// typeOf finds the noun that says what kind of place tokens first to last name: their
// own last word, the word behind, or the one before ("the village of X", "village X").
func (b *builder) typeOf(first, last int) (feature string, ok bool) {
	if last-first > 1 {
		if f, ok := groundNouns[b.g.lemma(last-1)]; ok {
			return f, true
		}
	}
	if n := len(b.g.tok); last < n && b.g.tok[last].Tag == "NN" {
		if f, ok := groundNouns[b.g.lemma(last)]; ok && b.g.tok[last].Sentence == b.g.tok[first].Sentence {
			return f, true
		}
	}
	k := first - 1
	if k > 0 && b.g.lemma(k) == "of" {
		k--
	}
	if k >= 0 && b.g.tok[k].Tag == "NN" && b.g.tok[k].Sentence == b.g.tok[first].Sentence {
		if f, ok := groundNouns[b.g.lemma(k)]; ok {
			return f, true
		}
	}
	return "", false
}

// located reports whether an adposition of place stands before a name that the entity
// model takes for a location, or for nothing.
func (b *builder) located(first, last, head int, site bool) bool {
	entity := b.g.tok[head].Entity
	if site && !b.insideActor(transform.Span{Start: b.g.tok[first].Start, End: b.g.tok[last-1].End}) {
		entity = "B-LOC"
	}
	for c, n := head, 0; n < 4; n++ {
		switch b.g.prep(c) {
		case "in":
			return strings.HasSuffix(entity, "LOC") || entity == "" || entity == "O"
		case "near", "outside", "around":
			return !strings.HasSuffix(entity, "ORG")
		case "at":
			return strings.HasSuffix(entity, "LOC") || (entity == "" || entity == "O") && b.liesIn(last)
		case "inside", "across", "through", "off", "of":
			return strings.HasSuffix(entity, "LOC")
		case "":
		default:
			return false
		}
		switch base(b.g.tok[c].Rel) {
		case "conj", "appos", "flat", "compound":
			c = b.g.tok[c].Head
			continue
		}
		rel := b.g.tok[c].Rel
		return strings.HasSuffix(entity, "LOC") && (rel == "obj" || rel == "nsubj:pass")
	}
	return false
}

// liesIn reports whether the name that ends before token i is put into a known place:
// "at Manpur in Rajnandgaon".
func (b *builder) liesIn(i int) bool {
	if i+1 >= len(b.g.tok) || b.g.tok[i].Sentence != b.g.tok[i-1].Sentence {
		return false
	}
	return (b.g.lemma(i) == "in" || b.g.word(i) == ",") && (b.g.place[i+1] >= 0 || i+2 < len(b.g.tok) && b.g.lemma(i+1) == "the" && b.g.place[i+2] >= 0)
}

// insideActor reports whether the span is only a part of an actor's mention.
func (b *builder) insideActor(s transform.Span) bool {
	for i := range b.doc.Actors {
		if a := &b.doc.Actors[i]; a.Start > s.End {
			break
		} else if a.Contains(s) && a.Span != s {
			return true
		}
	}
	return false
}

// inherit gives an unknown name the country, area and point of the known place that the
// sentence names next to it, behind it before others.
func (b *builder) inherit(l *transform.Location, at int, known []spot) {
	var best *spot
	dist := 1 << 30
	for k := range known {
		s := &known[k]
		if s.mention < 0 || s.loc.Country == "" {
			continue
		}
		d := s.first - at
		if d < 0 {
			d = -2 * d
		}
		if d < dist {
			best, dist = s, d
		}
	}
	from := b.doc.DatelinePlace
	if best != nil {
		from = best.loc
	}
	if from == nil {
		return
	}
	l.Country, l.Admin1 = from.Country, from.Admin1
	if dist <= 12 && specificity[from.Feature] >= 4 {
		l.Lat, l.Lon, l.HasPoint, l.RadiusKm = from.Lat, from.Lon, from.HasPoint, from.RadiusKm
	}
}

// home is where the story is set: the dateline's place, else the town, county or site
// that the story names most, with its first mention.
func (b *builder) home() (*transform.Location, int) {
	if b.doc.DatelinePlace != nil {
		return b.doc.DatelinePlace, -1
	}
	type tally struct{ n, first int }
	seen := map[string]tally{}
	best, most := -1, 1
	town, named := -1, 1 // the same of towns alone
	for k := range b.doc.Places {
		p := &b.doc.Places[k]
		if specificity[p.Feature] < 4 || p.Adjective {
			continue
		}
		key := p.Name + "\x00" + p.Admin1
		t, ok := seen[key]
		if !ok {
			t.first = k
		}
		if t.n++; p.Sentence < 3 {
			t.n++
		}
		seen[key] = t
		if t.n > most {
			best, most = t.first, t.n
		}
		if p.Feature == "city" && t.n > named {
			town, named = t.first, t.n
		}
	}
	if best >= 0 && town >= 0 && b.doc.Places[best].Feature == "admin2" && b.doc.Places[best].Admin1 == b.doc.Places[town].Admin1 {
		best = town // the county is named for its sheriff
	}
	if best < 0 {
		return nil, -1
	}
	return &b.doc.Places[best].Location, best
}

// bureau reports whether the dateline only says where the story was written: its place
// is not named again.
func (b *builder) bureau() bool {
	l := b.doc.DatelinePlace
	if l == nil {
		return false
	}
	for k := range b.doc.Places {
		p := &b.doc.Places[k]
		if p.Start >= b.doc.Article.BodyStart && (p.Name == l.Name || p.GeonameID == l.GeonameID && l.GeonameID != 0) {
			return false
		}
	}
	return true
}
