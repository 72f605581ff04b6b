package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/transform/place"
)

func TestParseMapsCodePoints(t *testing.T) {
	s, err := parse([]byte(`{"id":"x","text":"Élan in Idlib, Syria, rose.","gold":[{"start":8,"end":13,"lat":35.9,"lon":36.6}]}`))
	if err != nil || s == nil {
		t.Fatal(s, err)
	}
	if g := s.gold[0]; s.doc.Text[g.Start:g.End] != "Idlib" {
		t.Errorf("gold is %q", s.doc.Text[g.Start:g.End])
	}
	if g, ignored := s.match(s.gold[0].Start, s.gold[0].Start+2); g == nil || ignored {
		t.Error("an overlapping span does not match")
	}
}

func TestFitSeparates(t *testing.T) {
	var data []example
	for i := range 40 {
		place := i%2 == 0
		x := []float64{1, 0}
		if place {
			x[1] = 1
		}
		data = append(data, example{x, place, 1})
	}
	w := make([]float64, 2)
	fit(w, data)
	if w[1] < 1 || w[0] > -0.5 {
		t.Errorf("weights %v", w)
	}
}

func TestChoosePrefersTheGoldID(t *testing.T) {
	rs := []place.TraceReading{{GeonameID: 1, Lat: 10, Lon: 10}, {GeonameID: 2, Lat: 10.05, Lon: 10}, {GeonameID: 3, Lat: 50, Lon: 10}}
	c, ok := choose(rs, &toponym{Lat: 10, Lon: 10, GeonameID: 2})
	if !ok || c.right[0] || !c.right[1] || c.right[2] {
		t.Errorf("by id: %v %v", c.right, ok)
	}
	if c, _ = choose(rs, &toponym{Lat: 10, Lon: 10}); !c.right[0] || !c.right[1] || c.right[2] {
		t.Errorf("by distance: %v", c.right)
	}
	if _, ok = choose(rs, &toponym{Lat: -40, Lon: 100}); ok {
		t.Error("a far gold point teaches something")
	}
}

func TestWriteGivesGo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "weights.go")
	m := place.Learned()
	if err := write(path, &m); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	now, err := os.ReadFile("../weights.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != string(now) {
		t.Error("the weights in use are not as train writes them")
	}
	if !strings.Contains(string(b), "cInside:") {
		t.Error("features are not named")
	}
}
