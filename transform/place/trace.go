package place

import "dateline/transform"

// Trace is what the annotator knew of one name: what train learns from.
type Trace struct {
	Start, End int
	First      []float64 // features of the first and the second pass
	Second     []float64
	Readings   []TraceReading
}

// TraceReading is a reading of a name with its features.
type TraceReading struct {
	Lat, Lon float64
	Features []float64
	Best     bool
}

// Explore runs the annotator on a document and returns what it knew instead of places.
func Explore(d *transform.Document) []Trace {
	w := pool.Get().(*work)
	defer pool.Put(w)
	w.annotate(d)
	var out []Trace
	for i := range w.spans {
		s := &w.spans[i]
		var x recogniseVector
		w.recogniseFeatures(d, s, &x)
		t := Trace{Start: s.start, End: s.end, First: append([]float64(nil), x[:]...)}
		w.secondFeatures(s, &x)
		t.Second = append([]float64(nil), x[:]...)
		g := &w.groups[s.group]
		for k := range g.readings {
			r := &g.readings[k]
			t.Readings = append(t.Readings, TraceReading{Lat: r.lat, Lon: r.lon, Features: append([]float64(nil), r.x[:]...), Best: k == g.best})
		}
		out = append(out, t)
	}
	return out
}
