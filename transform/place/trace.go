package place

import "dateline/transform"

// Weights are the learned numbers of the annotator: what makes a name a place before and
// after resolution, and what makes one reading better than another.
type Weights struct {
	First, Second RecogniseVector
	Choose        ChooseVector
}

// Learned is a copy of the weights in use.
func Learned() Weights { return learned }

// Trace is what the annotator knew of one name: what train learns from.
type Trace struct {
	Start, End    int // bytes
	First, Second RecogniseVector
	P             float64 // probability of being a place
	Readings      []TraceReading
}

// TraceReading is a reading of a name with its features.
type TraceReading struct {
	GeonameID int64
	Lat, Lon  float64
	Features  ChooseVector
	Best      bool
}

// Explore runs the annotator with the given weights on a document and returns what it
// knew instead of places.
func Explore(d *transform.Document, m *Weights) []Trace {
	w := pool.Get().(*work)
	defer pool.Put(w)
	w.model = m
	defer func() { w.model = &learned }()
	w.annotate(d)
	out := make([]Trace, 0, len(w.spans))
	for i := range w.spans {
		s := &w.spans[i]
		t := Trace{Start: s.start, End: s.end, P: s.p2}
		w.recogniseFeatures(d, s, &t.First)
		t.Second = t.First
		w.secondFeatures(s, &t.Second)
		g := &w.groups[s.group]
		for k := range g.readings {
			r := &g.readings[k]
			t.Readings = append(t.Readings, TraceReading{GeonameID: w.g.GeonameID(r.id), Lat: r.lat, Lon: r.lon, Features: r.x, Best: k == g.best})
		}
		out = append(out, t)
	}
	return out
}

// FeatureNames names the features of both kinds of vector, in order.
func FeatureNames() (recognise, choose []string) { return recogniseNames[:], chooseNames[:] }

// ChoicePrior is what the weights of readings are pulled towards: zero, but for what the
// development texts have too little of to learn from (datelines, demonyms, villages,
// loose spellings) and what must hold anywhere (containers).
func ChoicePrior() ChooseVector {
	return ChooseVector{
		cInside: 4, cOutside: -4, cDemonym: 2, cDemonymWrong: -2, cLineCountry: 2, cLineAdmin: 1.5, cLineNear: 2,
		cVillage: 0.5, cAlternate: -1, cLoose: -2,
	}
}

// RecognisePrior is what the weights of names are pulled towards, those that are not zero
// firmly: names of the tables of regions, waters and sites are seldom anything else, but
// the development texts leave most of them unmarked.
func RecognisePrior() RecogniseVector { return RecogniseVector{rRegion: 1.5} }
