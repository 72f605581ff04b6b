// Command gen writes the outline of the world that the maps are drawn on: two SVG paths,
// one a line, in tenths of a degree from 180° W, 90° N. The first is the land, to be
// filled; the second the lines that two countries share.
//
// Its input is countries-110m.json of the npm package world-atlas: Natural Earth 4.1.0,
// 1:110m, public domain, packed as TopoJSON (the package itself is ISC). `make outline`
// fetches it. The lines are Natural Earth's: who holds a territory, not who claims it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
)

func main() {
	atlas := flag.String("atlas", "countries-110m.json", "countries-110m.json of world-atlas")
	out := flag.String("out", "world.txt", "file to write")
	flag.Parse()
	if err := run(*atlas, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(atlas, out string) error {
	b, err := os.ReadFile(atlas)
	if err != nil {
		return err
	}
	t, err := parse(b)
	if err != nil {
		return fmt.Errorf("%s: %w", atlas, err)
	}
	return os.WriteFile(out, []byte(t.land()+"\n"+t.borders()+"\n"), 0o644)
}

// point is a place in degrees.
type point struct{ lon, lat float64 }

// geometry is a TopoJSON Polygon or MultiPolygon, or a collection of them.
type geometry struct {
	Type       string          `json:"type"`
	Arcs       json.RawMessage `json:"arcs"`
	Geometries []geometry      `json:"geometries"`
}

// topology is a TopoJSON file: shapes are rings of numbered arcs, so that a line between
// two countries is kept once. A negative number ^i is arc i backwards.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 } `json:"transform"`
	Objects   map[string]geometry                   `json:"objects"`
	Arcs      [][][2]float64                        `json:"arcs"`

	arcs      [][]point
	landRings [][]int
	uses      []int // how many countries' rings an arc is in
}

func parse(b []byte) (*topology, error) {
	t := &topology{}
	if err := json.Unmarshal(b, t); err != nil {
		return nil, err
	}
	for _, a := range t.Arcs {
		var x, y float64
		arc := make([]point, len(a))
		for i, d := range a {
			x, y = x+d[0], y+d[1]
			arc[i] = point{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]}
		}
		t.arcs = append(t.arcs, arc)
	}
	var err error
	if t.landRings, err = t.Objects["land"].rings(len(t.arcs)); err != nil {
		return nil, err
	}
	countries, err := t.Objects["countries"].rings(len(t.arcs))
	t.uses = make([]int, len(t.arcs))
	for _, ring := range countries {
		for _, a := range ring {
			t.uses[max(a, ^a)]++
		}
	}
	return t, err
}

// rings lists the rings of a geometry as numbers of arcs, of which there are n.
func (g geometry) rings(n int) ([][]int, error) {
	var polygons [][][]int
	switch g.Type {
	case "GeometryCollection":
		var all [][]int
		for _, h := range g.Geometries {
			r, err := h.rings(n)
			if err != nil {
				return nil, err
			}
			all = append(all, r...)
		}
		return all, nil
	case "Polygon":
		polygons = make([][][]int, 1)
		if err := json.Unmarshal(g.Arcs, &polygons[0]); err != nil {
			return nil, err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(g.Arcs, &polygons); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("geometry %q: want polygons", g.Type)
	}
	var all [][]int
	for _, p := range polygons {
		for _, ring := range p {
			for _, a := range ring {
				if max(a, ^a) >= n {
					return nil, fmt.Errorf("arc %d of %d", a, n)
				}
			}
			all = append(all, ring)
		}
	}
	return all, nil
}

// land is the path of all rings. A ring over the antimeridian is drawn on both sides, and
// the one around the pole is closed along the edge of the map.
func (t *topology) land() string {
	var b strings.Builder
	for _, ring := range t.landRings {
		var pts []point
		for _, a := range ring {
			arc := t.arc(a)
			if len(pts) > 0 {
				arc = arc[1:]
			}
			pts = append(pts, arc...)
		}
		low, high := unwrap(pts)
		if turn := pts[len(pts)-1].lon - pts[0].lon; math.Abs(turn) > 180 {
			pole := math.Copysign(90, pts[0].lat)
			pts = append(pts, point{pts[len(pts)-1].lon, pole}, point{pts[0].lon, pole})
		}
		write(&b, pts, 0, true)
		if low < -180 {
			write(&b, pts, 360, true)
		}
		if high > 180 {
			write(&b, pts, -360, true)
		}
	}
	return b.String()
}

// borders is the path of the arcs that two countries share.
func (t *topology) borders() string {
	var b strings.Builder
	for i, n := range t.uses {
		if n > 1 {
			write(&b, t.arcs[i], 0, false)
		}
	}
	return b.String()
}

// arc is a copy of arc a, in its direction.
func (t *topology) arc(a int) []point {
	if a >= 0 {
		return append([]point(nil), t.arcs[a]...)
	}
	var back []point
	for i := len(t.arcs[^a]) - 1; i >= 0; i-- {
		back = append(back, t.arcs[^a][i])
	}
	return back
}

// unwrap lets longitudes run on over ±180 instead of jumping; it returns their range.
func unwrap(pts []point) (low, high float64) {
	low, high = pts[0].lon, pts[0].lon
	for i := 1; i < len(pts); i++ {
		pts[i].lon -= 360 * math.Round((pts[i].lon-pts[i-1].lon)/360)
		low, high = min(low, pts[i].lon), max(high, pts[i].lon)
	}
	return low, high
}

// write appends a path in steps of a tenth of a degree; what shrinks to less is left out.
func write(b *strings.Builder, pts []point, shift float64, closed bool) {
	var x, y int
	var steps []string
	for i, p := range pts {
		px, py := int(math.Round((p.lon+shift+180)*10)), int(math.Round((90-p.lat)*10))
		if i > 0 && px == x && py == y {
			continue
		}
		steps = append(steps, fmt.Sprintf("%d %d", px-x, py-y))
		x, y = px, py
	}
	if len(steps) < 2 || closed && len(steps) < 4 {
		return
	}
	b.WriteString("M" + steps[0] + "l" + strings.ReplaceAll(strings.Join(steps[1:], " "), " -", "-"))
	if closed {
		b.WriteString("z")
	}
}
