package place

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// Annotator finds toponyms used as locations and resolves them and the dateline.
var Annotator = &transform.Annotator{
	Name: "place",
	Doc:  "toponyms with their point on earth: countries, areas, cities, regions, waters, sites; and the dateline's place",
	Run:  run,
}

// work is the scratch of one document, kept for the next.
type work struct {
	g      *gazetteer.Gazetteer
	model  *Weights
	spans  []span
	cands  []gazetteer.Candidate
	groups []group
	arena  []reading // of all groups
	line   *reading  // the dateline's place
	lineIn bool      // line is only the country or state that the place is in

	groupOf      map[groupKey]int
	surnames     map[string]bool // last words of persons' names
	alone        map[string]int  // how often a capitalised word stands without a direction before it
	lower        map[string]bool // everyday words that the text has in lower case
	demonyms     map[*gazetteer.Country]float64
	countryVotes map[*gazetteer.Country]float64
	adminVotes   map[gazetteer.ID]float64
	votes        float64
	namedCountry map[*gazetteer.Country]bool
	namedAdmin   map[gazetteer.ID]bool
}

var pool = sync.Pool{New: func() any {
	return &work{
		g: gazetteer.Load(), model: &learned, groupOf: map[groupKey]int{}, surnames: map[string]bool{}, alone: map[string]int{}, lower: map[string]bool{},
		demonyms: map[*gazetteer.Country]float64{}, countryVotes: map[*gazetteer.Country]float64{}, adminVotes: map[gazetteer.ID]float64{},
		namedCountry: map[*gazetteer.Country]bool{}, namedAdmin: map[gazetteer.ID]bool{},
	}
}}

func run(d *transform.Document) error {
	w := pool.Get().(*work)
	defer pool.Put(w)
	w.annotate(d)
	w.emit(d)
	return nil
}

// annotate finds, weighs and resolves; what it learned stays in w.
func (w *work) annotate(d *transform.Document) {
	w.spans, w.cands = w.spans[:0], w.cands[:0]
	clear(w.namedCountry)
	clear(w.namedAdmin)
	w.people(d)
	w.match(d)
	w.link(d)
	w.countDemonyms(d)
	var x RecogniseVector
	for i := range w.spans {
		w.recogniseFeatures(d, &w.spans[i], &x)
		w.spans[i].p = logistic(x.dot(&w.model.First))
	}
	w.form(d)
	w.dateline(d)
	w.resolve(d)
	for i := range w.spans {
		s := &w.spans[i]
		w.recogniseFeatures(d, s, &x)
		w.secondFeatures(s, &x)
		s.p2 = logistic(x.dot(&w.model.Second))
		if w.stray(s) {
			s.p2 = 0
		}
	}
}

// settled is the size, as the power of two of its people, from which a city has one spelling
// in English.
const settled = 17

// stray reports whether a name is only like that of a big city, whose spelling is settled, of
// a country that nothing else in the text speaks of, while other places are told: a village
// that the gazetteer lacks, "the village of Tiloa" in Niger, not Tel Aviv.
func (w *work) stray(s *span) bool {
	g := &w.groups[s.group]
	if len(w.groups) < 3 || len(g.readings) == 0 {
		return false
	}
	r := &g.readings[g.best]
	return r.x[cLoose] == 1 && w.g.Magnitude(r.id) >= settled && r.x[cAlone] == 1 && r.x[cNamedCountry] == 0 && r.x[cLineCountry] == 0 && r.x[cInside] == 0
}

// secondFeatures adds what resolution tells of a span.
func (w *work) secondFeatures(s *span, x *RecogniseVector) {
	g := &w.groups[s.group]
	if len(g.readings) == 0 {
		return
	}
	r := &g.readings[g.best]
	x[rCloseness] = r.x[cNear]
	x[rShare] = r.x[cShareCountry]
	x[rLead] = r.p
	if rest := g.spans - 1; rest > 0 {
		x[rRepeat] = (g.weight - s.p) / float64(rest)
	} else {
		x[rRepeat] = s.p
	}
}

// countDemonyms counts the demonyms of states: "Syrian", "Turks" speak for a country too.
func (w *work) countDemonyms(d *transform.Document) {
	clear(w.demonyms)
	for i := range d.Tokens {
		t := word(d, i)
		if !capital(t) || len(t) < 4 {
			continue
		}
		if m, ok := gazetteer.DemonymNamed(t); ok && m.Country != "" {
			c := gazetteer.CountryByCode(m.Country)
			w.demonyms[c] += 0.5
			w.namedCountry[c] = true
		}
	}
}

// Threshold is the probability from which a span is taken for a place: below a half, for
// events can do more with a doubtful place than with none.
const Threshold = 0.4

// emit appends the places to the document.
func (w *work) emit(d *transform.Document) {
	for i := range w.spans {
		s := &w.spans[i]
		g := &w.groups[s.group]
		if len(g.readings) == 0 {
			continue
		}
		r := w.reading(s, g)
		if d.Explain != nil {
			w.explain(d, s, g)
		}
		if s.p2 < Threshold {
			continue
		}
		l, start, end := w.locate(d, s, r.id)
		if end == s.end {
			end = w.endOf(d, s, r)
		}
		d.Places = append(d.Places, transform.Place{
			Mention:  transform.Mention{Span: transform.Span{Start: start, End: end}, Sentence: d.Tokens[s.first].Sentence, Confidence: s.p2 * r.p, Rule: w.rule(s)},
			Location: l,
		})
	}
	w.adjectives(d)
	slices.SortStableFunc(d.Places, func(a, b transform.Place) int { return cmp.Compare(a.Start, b.Start) })
	if w.line != nil {
		l := w.location(w.line.id)
		if w.lineIn {
			l.Name, l.GeonameID, l.Feature = d.Article.Dateline.Place, 0, "site"
		}
		d.DatelinePlace = &l
	}
}

// endOf is where the mention ends: with the word for the area, where that is part of the
// name ("Idlib Province").
func (w *work) endOf(d *transform.Document, s *span, r *reading) int {
	f := w.g.Feature(r.id)
	if next := word(d, s.last); (f == gazetteer.Admin1 || f == gazetteer.Admin2) && capital(next) && adminWords[strings.ToLower(next)] && d.Tokens[s.last].Sentence == d.Tokens[s.first].Sentence {
		return d.Tokens[s.last].End
	}
	return s.end
}

func (w *work) rule(s *span) string {
	switch {
	case s.abbreviated:
		return "abbreviation"
	case s.loose:
		return "loose"
	case s.container >= 0:
		return "contained"
	}
	return "name"
}

// location is a place of the gazetteer as documents hold it.
func (w *work) location(id gazetteer.ID) transform.Location {
	g := w.g
	l := transform.Location{Name: g.Name(id), GeonameID: g.GeonameID(id), Feature: g.Feature(id).Word(), HasPoint: true, RadiusKm: math.Round(g.Radius(id))}
	l.Lat, l.Lon = g.Point(id)
	if c := g.Country(id); c != nil {
		l.Country = c.Alpha3
	}
	if a := g.Admin1(id); a != gazetteer.None {
		l.Admin1 = g.Name(a)
	}
	return l
}

// foldCase makes a name comparable within one text: SPRINGFIELD is Springfield.
func foldCase(s string) string { return strings.ToLower(s) }
