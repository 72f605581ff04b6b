package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Two square countries that share the line x = 0; one unit is a degree.
const squares = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"arcs":[[[0,0],[0,10]],[[0,10],[-10,0],[0,-10],[10,0]],[[0,10],[10,0],[0,-10],[-10,0]]],
"objects":{
 "countries":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]]},{"type":"MultiPolygon","arcs":[[[-1,2]]]}]},
 "land":{"type":"Polygon","arcs":[[1,-3]]}}}`

func TestLandAndBorders(t *testing.T) {
	top, err := parse([]byte(squares))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := top.borders(), "M1800 900l0-100"; got != want {
		t.Errorf("borders %q, want %q", got, want)
	}
	if got, want := top.land(), "M1800 800l-100 0 0 100 100 0 100 0 0-100-100 0z"; got != want {
		t.Errorf("land %q, want %q", got, want)
	}
}

func TestRingsOverTheEdge(t *testing.T) {
	pts := []point{{175, 0}, {-175, 0}, {-175, 5}, {175, 5}, {175, 0}}
	low, high := unwrap(pts)
	if low != 175 || high != 185 || pts[1].lon != 185 || pts[3].lon != 175 {
		t.Errorf("unwrapped to %v, from %g to %g", pts, low, high)
	}
	pole := []point{{-180, -80}, {-60, -80}, {60, -80}, {180, -80}}
	if low, high = unwrap(pole); low != -180 || high != 180 {
		t.Errorf("around the pole from %g to %g", low, high)
	}
}

func TestParseFails(t *testing.T) {
	for _, s := range []string{"", "{}", `{"arcs":[],"objects":{"land":{"type":"Polygon","arcs":[[0]]}}}`, `{"objects":{"land":{"type":"Point"}}}`} {
		if _, err := parse([]byte(s)); err == nil {
			t.Errorf("%q: no error", s)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	dir := t.TempDir()
	in, a, b := filepath.Join(dir, "in"), filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(in, []byte(squares), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{a, b} {
		if err := run(in, out); err != nil {
			t.Fatal(err)
		}
	}
	x, _ := os.ReadFile(a)
	y, _ := os.ReadFile(b)
	if len(x) == 0 || string(x) != string(y) {
		t.Errorf("%q and %q", x, y)
	}
}
