package place

import (
	"math"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// The features that choose between the readings of a name. Their weights are learned by
// train.
const (
	cMagnitude      = iota // population, log2/10
	cCountry               // a country
	cContinent             // a continent
	cAdmin1                // a first-level area
	cAdmin2                // a second-level area
	cAdmin2County          // … whose name says County
	cCapital               // a country's capital
	cSeat1                 // seat of a first-level area
	cSeat2                 // seat of a second-level area
	cRegion                // a region
	cNature                // water or a site
	cSection               // part of a city, or a place that is gone
	cVillage               // from the table of villages in the news
	cAlternate             // known by another spelling
	cLoose                 // known by the loose key
	cInside                // lies in the container the text gives
	cOutside               // does not, though another reading does
	cHintCity              // called a city, and is one
	cHintAdmin             // called a province or county, and is one
	cHintWrong             // called something it is not
	cDemonym               // in the country a demonym gives
	cDemonymWrong          // not there
	cShareCountry          // share of the other names that are in its country
	cShareAdmin            // share of the other names that are in its first-level area
	cNamedCountry          // the text names its country
	cNamedAdmin            // the text names its first-level area
	cNear                  // nearness to the nearest other place
	cNearMean              // mean nearness to the other places
	cVeryNear              // how many other places are close by (30 km), as a logarithm
	cAlone                 // no other name is in its country
	cAloneAdmin            // no other name is in its first-level area
	cShadowed              // inside a country of the same name (Mexico City, Kuwait City)
	cTwin                  // an area whose seat has the same name
	cLikeNeighbours        // of the same kind as its neighbours in a list
	cForeign               // a country, while the other names are in another
	cForeignCity           // a big city or capital, while the other names are in another country
	cLineCountry           // in the dateline's country
	cLineAdmin             // in the dateline's first-level area
	cLineNear              // nearness to the dateline
	cLargest               // the largest of the readings
	cBig                   // a city of half a million and more
	nChoose
)

// ChooseVector holds the features of a reading, or their weights.
type ChooseVector [nChoose]float64

func (x *ChooseVector) dot(weights *ChooseVector) float64 {
	s := 0.0
	for i, v := range x {
		s += v * weights[i]
	}
	return s
}

// maxReadings bounds the readings of one name that are weighed: the largest ones, and all
// that the text's containers allow.
const maxReadings = 40

// reading is a candidate of a group with what is known of it.
type reading struct {
	id      gazetteer.ID
	kind    gazetteer.Kind
	country *gazetteer.Country
	admin1  gazetteer.ID
	lat     float64
	lon     float64
	x       ChooseVector
	score   float64
	p       float64
}

// group is a name of the text, in all its mentions: one sense per article, unless
// containers tell them apart.
type group struct {
	key        string
	container  int // span of the container; -1
	readings   []reading
	spans      int     // number of mentions
	weight     float64 // sum of the mentions' probabilities of being places
	best       int     // index of the chosen reading
	hasHint    hint
	country    *gazetteer.Country
	explicit   bool // a container decided
	containers []int
	neighbours []int // spans beside its mentions in lists
}

// form puts the spans into groups and lists their readings.
func (w *work) form(d *transform.Document) {
	w.groups = w.groups[:0]
	if cap(w.arena) < len(w.cands) {
		w.arena = make([]reading, 0, 2*len(w.cands))
	}
	w.arena = w.arena[:0]
	clear(w.groupOf)
	for pass := range 2 { // those with containers first: the others follow them
		for i := range w.spans {
			s := &w.spans[i]
			if (s.container >= 0) != (pass == 0) {
				continue
			}
			name := foldCase(d.Text[s.start:s.end])
			k := groupKey{name: name}
			if s.container >= 0 {
				c := &w.spans[s.container]
				k.container = foldCase(d.Text[c.start:c.end])
			}
			n, ok := w.groupOf[k]
			if !ok {
				n = len(w.groups)
				w.groupOf[k] = n
				w.groups = append(w.groups, group{key: name, container: -1})
				if _, taken := w.groupOf[groupKey{name: name}]; !taken {
					w.groupOf[groupKey{name: name}] = n
				}
				w.readings(s, &w.groups[n])
			}
			g := &w.groups[n]
			s.group = n
			g.spans++
			g.weight += s.p
			if s.container >= 0 {
				g.containers = append(g.containers, s.container)
			}
			for _, k := range s.beside {
				if k >= 0 && len(g.neighbours) < 12 {
					g.neighbours = append(g.neighbours, k)
				}
			}
			if s.hint != noHint && g.hasHint == noHint {
				g.hasHint = s.hint
			}
			if s.country != nil {
				g.country = s.country
			}
		}
	}
}

type groupKey struct{ name, container string }

// readings lists the candidates of a span for its group.
func (w *work) readings(s *span, g *group) {
	begin := len(w.arena)
	for _, c := range w.cands[s.lo:s.hi] {
		if len(w.arena)-begin >= maxReadings && !w.inContainer(s, c.ID) {
			continue
		}
		lat, lon := w.g.Point(c.ID)
		w.arena = append(w.arena, reading{id: c.ID, kind: c.Kind, country: w.g.Country(c.ID), admin1: w.g.Admin1(c.ID), lat: lat, lon: lon})
	}
	g.readings = w.arena[begin:len(w.arena):len(w.arena)]
}

func (w *work) inContainer(s *span, c gazetteer.ID) bool {
	if s.container < 0 {
		return false
	}
	o := &w.spans[s.container]
	for _, x := range w.cands[o.lo:o.hi] {
		if w.within(c, x.ID) {
			return true
		}
	}
	return false
}

// resolve chooses a reading for every group, in rounds: each round weighs the readings by
// what the others are likely to be.
func (w *work) resolve(d *transform.Document) {
	for i := range w.groups {
		w.prior(&w.groups[i])
	}
	for round := range rounds {
		w.score()
		if round < rounds-1 {
			w.vote()
			for i := range w.groups {
				w.contextual(i)
			}
		}
	}
}

const rounds = 4

// prior fills the features that do not depend on other names.
func (w *work) prior(g *group) {
	largest, top := -1.0, 0
	var namesake *gazetteer.Country // a country of that very name
	for i := range g.readings {
		if w.g.Feature(g.readings[i].id) == gazetteer.CountryF {
			namesake = g.readings[i].country
		}
	}
	inside := false
	seat := w.capitalNamed(g)
	for i := range g.readings {
		r := &g.readings[i]
		w.kindFeatures(r)
		if seat != nil && r.kind != gazetteer.ByName && r.country != seat {
			r.x[cShadowed] = 8 // an "Islamabad" that is called Anantnag elsewhere
		}
		if namesake != nil && r.country == namesake && r.x[cCountry] == 0 && g.hasHint != cityHint {
			r.x[cShadowed] = 1
			if r.kind != gazetteer.ByName {
				r.x[cShadowed] = 4 // a "Mexico" that is a city would be called Mexico City
			}
		}
		if m := r.x[cMagnitude] - r.x[cAlternate]; m > largest {
			largest, top = m, i
		}
		for _, c := range g.containers {
			o := &w.spans[c]
			for _, x := range w.cands[o.lo:o.hi] {
				if w.within(r.id, x.ID) {
					r.x[cInside] = 1
					inside = true
				}
			}
		}
		w.hintFeatures(g, r)
	}
	w.twins(g)
	if len(g.readings) > 0 {
		g.readings[top].x[cLargest] = 1
	}
	g.explicit = inside
	for i := range g.readings {
		if r := &g.readings[i]; inside && r.x[cInside] == 0 {
			r.x[cOutside] = 1
		}
	}
}

// capitalNamed is the country whose capital has that very name; nil without one.
func (w *work) capitalNamed(g *group) *gazetteer.Country {
	if len(g.containers) > 0 {
		return nil
	}
	for i := range g.readings {
		if r := &g.readings[i]; r.kind == gazetteer.ByName && w.g.Feature(r.id) == gazetteer.Capital {
			return r.country
		}
	}
	return nil
}

// twins marks the areas whose seat has the same name, unless the text calls it an area:
// reporters who write "Ankara" mean the city.
func (w *work) twins(g *group) {
	if g.hasHint == adminHint || g.hasHint == countyHint {
		return
	}
	for i := range g.readings {
		r := &g.readings[i]
		if r.x[cAdmin1]+r.x[cAdmin2] == 0 {
			continue
		}
		for k := range g.readings {
			o := &g.readings[k]
			if o.x[cCapital]+o.x[cSeat1]+o.x[cSeat2] > 0 && o.country == r.country && (w.within(o.id, r.id) || near(o.lat, o.lon, r.lat, r.lon) > 0.5) {
				r.x[cTwin] = 1
			}
		}
	}
}

func (w *work) kindFeatures(r *reading) {
	m := w.g.Magnitude(r.id)
	f := w.g.Feature(r.id)
	r.x[cMagnitude] = m / 10
	switch f {
	case gazetteer.CountryF:
		r.x[cCountry] = 1
	case gazetteer.Continent:
		r.x[cContinent] = 1
	case gazetteer.Admin1:
		r.x[cAdmin1] = 1
	case gazetteer.Admin2:
		r.x[cAdmin2] = 1
	case gazetteer.Capital:
		r.x[cCapital] = 1
	case gazetteer.Seat1:
		r.x[cSeat1] = 1
	case gazetteer.Seat2:
		r.x[cSeat2] = 1
	case gazetteer.Region:
		r.x[cRegion] = 1
	case gazetteer.Water, gazetteer.Site, gazetteer.SeatF:
		r.x[cNature] = 1
	case gazetteer.Section, gazetteer.OtherPop:
		r.x[cSection] = 1
	case gazetteer.Village:
		r.x[cVillage] = 1
	}
	r.x[cBig] = flag(f >= gazetteer.Capital && f <= gazetteer.Town && m > 19)
	r.x[cAlternate] = flag(r.kind == gazetteer.ByAlternate)
	r.x[cLoose] = flag(r.kind == gazetteer.ByLoose)
}

// hintFeatures: a name called a province should be one.
func (w *work) hintFeatures(g *group, r *reading) {
	f := w.g.Feature(r.id)
	populated := f >= gazetteer.Capital && f <= gazetteer.OtherPop || f == gazetteer.Village
	switch g.hasHint {
	case cityHint:
		r.x[cHintCity], r.x[cHintWrong] = flag(populated), flag(!populated)
	case adminHint:
		ok := f == gazetteer.Admin1 || f == gazetteer.Region || f == gazetteer.Admin2
		r.x[cHintAdmin], r.x[cHintWrong] = flag(ok), flag(populated)
	case countyHint:
		r.x[cHintAdmin], r.x[cHintWrong] = flag(f == gazetteer.Admin2), flag(populated)
	}
	if g.country != nil {
		r.x[cDemonym], r.x[cDemonymWrong] = flag(r.country == g.country), flag(r.country != g.country)
	}
}

// score turns features into probabilities.
func (w *work) score() {
	weights := &w.model.Choose
	for i := range w.groups {
		g := &w.groups[i]
		top := math.Inf(-1)
		for k := range g.readings {
			r := &g.readings[k]
			r.score = r.x.dot(weights)
			if r.score > top {
				top, g.best = r.score, k
			}
		}
		sum := 0.0
		for k := range g.readings {
			r := &g.readings[k]
			r.p = math.Exp(r.score - top)
			sum += r.p
		}
		for k := range g.readings {
			g.readings[k].p /= sum
		}
	}
}

// reading is the group's chosen reading, or for a mention that calls itself a province or
// a city, the best one of that kind in the same country.
func (w *work) reading(s *span, g *group) *reading {
	best := &g.readings[g.best]
	if s.hint == noHint || s.hint == cityHint == (best.level() == 5) {
		return best
	}
	pick := best
	for k := range g.readings {
		r := &g.readings[k]
		if r.country == best.country && (s.hint == cityHint) == (r.level() == 5) && r.level() != 1 && (pick == best || r.score > pick.score) {
			pick = r
		}
	}
	return pick
}

// level is the rough kind of a reading: country, first-level area, second, populated place.
func (r *reading) level() int {
	switch {
	case r.x[cCountry] == 1:
		return 1
	case r.x[cAdmin1] == 1:
		return 2
	case r.x[cAdmin2] == 1:
		return 3
	case r.x[cRegion]+r.x[cNature]+r.x[cContinent] > 0:
		return 4
	}
	return 5
}
