package page_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"dateline/cmd/internal/page"
	"dateline/cmd/internal/page/pagetest"
)

func render(t *testing.T, m page.Map) pagetest.Page {
	t.Helper()
	var b strings.Builder
	tmpl := page.Parse(`{{define "all"}}{{template "head" .Head}}{{template "map" .Map}}{{template "foot"}}{{end}}`, nil)
	if err := tmpl.ExecuteTemplate(&b, "all", map[string]any{"Head": page.Head{Title: "a < b"}, "Map": m}); err != nil {
		t.Fatal(err)
	}
	return pagetest.Parse(t, b.String())
}

func TestHead(t *testing.T) {
	p := render(t, page.NewMap("m", nil, true))
	if got := pagetest.Text(p.All("title", "")[0]); got != "a < b" {
		t.Errorf("title %q", got)
	}
	for _, class := range []string{"land", "borders"} {
		if d := pagetest.Attr(p.All("path", class)[0], "d"); len(d) < 5000 || d[0] != 'M' {
			t.Errorf("%s: %d characters", class, len(d))
		}
	}
}

// A dot's centre is its longitude and latitude in tenths of a degree, and lies in the map.
func TestMapPlacesDots(t *testing.T) {
	dots := []page.Dot{
		{Name: "Damascus", Note: "3", Lat: 33.5, Lon: 36.3, Weight: 1},
		{Name: "<Idlib>", Note: "4", Lat: 35.9, Lon: 36.6, Weight: 4},
		{Name: "nowhere", Lat: math.NaN(), Lon: 1, Weight: 9},
		{Name: "outside", Lat: 91, Lon: 181, Weight: 9},
	}
	p := render(t, page.NewMap("two places", dots, false))
	circles := p.All("circle", "dot")
	if len(circles) != 2 {
		t.Fatalf("%d dots, want 2", len(circles))
	}
	if got := pagetest.Text(circles[0]); got != "<Idlib>: 4" {
		t.Errorf("the heaviest first: %q", got)
	}
	if x, y := pagetest.Attr(circles[1], "cx"), pagetest.Attr(circles[1], "cy"); x != "2163" || y != "565" {
		t.Errorf("Damascus at %s, %s", x, y)
	}
	svg := p.All("svg", "")[1]
	var box [4]float64
	for i, f := range strings.Fields(pagetest.Attr(svg, "viewbox") + pagetest.Attr(svg, "viewBox")) {
		box[i], _ = strconv.ParseFloat(f, 64)
	}
	if box[2] != 2*box[3] || box[2] > 300 {
		t.Errorf("window %v: want two to one, not much more than the places", box)
	}
	for _, c := range circles {
		x, _ := strconv.ParseFloat(pagetest.Attr(c, "cx"), 64)
		y, _ := strconv.ParseFloat(pagetest.Attr(c, "cy"), 64)
		if x < box[0] || x > box[0]+box[2] || y < box[1] || y > box[1]+box[3] {
			t.Errorf("dot at %g, %g is not in %v", x, y, box)
		}
	}
	r0, _ := strconv.ParseFloat(pagetest.Attr(circles[0], "r"), 64)
	r1, _ := strconv.ParseFloat(pagetest.Attr(circles[1], "r"), 64)
	if math.Abs(r0-2*r1) > 0.2 {
		t.Errorf("radii %g and %g: areas should be as the weights, 4 to 1", r0, r1)
	}
}

func TestMapAtTheEdges(t *testing.T) {
	for _, dots := range [][]page.Dot{
		{{Name: "pole", Lat: 90, Lon: 180}},
		{{Name: "a", Lat: -90, Lon: -180, Weight: 1}, {Name: "b", Lat: 90, Lon: 180, Weight: 1}},
		{{Name: "zero", Weight: 0}, {Name: "less", Weight: -1}},
	} {
		m := page.NewMap("edge", dots, false)
		if strings.Contains(m.ViewBox, "-") || strings.Contains(m.ViewBox, "NaN") || len(m.Dots) != len(dots) {
			t.Errorf("%v: window %s, %d dots", dots, m.ViewBox, len(m.Dots))
		}
	}
}

// Names that would run into one another are left to the tooltips.
func TestMapLabelsDoNotOverlap(t *testing.T) {
	var dots []page.Dot
	for i := range 40 {
		dots = append(dots, page.Dot{Name: "Place " + strconv.Itoa(i), Lat: 30 + float64(i)/50, Lon: 30, Weight: float64(40 - i)})
	}
	labels := 0
	for _, d := range page.NewMap("many", dots, true).Dots {
		if d.Label != "" {
			labels++
		}
	}
	if labels == 0 || labels > 5 {
		t.Errorf("%d labels on top of one another", labels)
	}
}
