package main

import (
	"encoding/json"
	"math"
)

// topology is the part of TopoJSON that outlines need.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   map[string]struct {
		Geometries []struct {
			Type string
			ID   string
			Arcs json.RawMessage
		}
	}
}

// readUSAtlas gives the middle of the largest ring of each county (object "counties", ids
// are FIPS codes of five digits) or state (two digits).
func readUSAtlas(b []byte, object string) (map[string][2]float64, error) {
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, err
	}
	for _, arc := range t.Arcs {
		var x, y float64
		for i, d := range arc {
			x, y = x+d[0], y+d[1]
			arc[i] = [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]}
		}
	}
	out := map[string][2]float64{}
	for _, g := range t.Objects[object].Geometries {
		var polys [][][]int
		if g.Type == "Polygon" {
			var p [][]int
			if err := json.Unmarshal(g.Arcs, &p); err != nil {
				return nil, err
			}
			polys = [][][]int{p}
		} else if err := json.Unmarshal(g.Arcs, &polys); err != nil {
			return nil, err
		}
		best := 0.0
		for _, p := range polys {
			if len(p) == 0 {
				continue
			}
			if lat, lon, area := centroid(t.Arcs, p[0]); area > best {
				best, out[g.ID] = area, [2]float64{lat, lon}
			}
		}
	}
	return out, nil
}

// centroid is the centroid and area (in square degrees) of a ring of arcs; a negative arc
// number is the arc ~n walked backwards.
func centroid(arcs [][][2]float64, ring []int) (lat, lon, area float64) {
	var pts [][2]float64
	for _, n := range ring {
		if n >= 0 {
			pts = append(pts, arcs[n]...)
			continue
		}
		a := arcs[^n]
		for i := len(a) - 1; i >= 0; i-- {
			pts = append(pts, a[i])
		}
	}
	for i := range pts {
		p, q := pts[i], pts[(i+1)%len(pts)]
		c := p[0]*q[1] - q[0]*p[1]
		area += c
		lon += (p[0] + q[0]) * c
		lat += (p[1] + q[1]) * c
	}
	if area == 0 {
		return 0, 0, 0
	}
	return lat / (3 * area), lon / (3 * area), math.Abs(area) / 2
}
