package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Dot is a place on a map.
type Dot struct {
	Name     string
	Note     string  // what the weight means, in words
	Lat, Lon float64 // degrees
	Weight   float64 // area of the dot, relative to the others
}

// Map is a picture of the world, equirectangular, in tenths of a degree from 180° W,
// 90° N. The template "map" draws it.
type Map struct {
	Title, ViewBox, Grid, Font string
	Whole                      bool // the whole world
	Dots                       []placed
}

// placed is a dot ready to be drawn.
type placed struct {
	Name, Note, X, Y, R   string
	Label, LabelX, LabelY string
	box                   [4]float64 // of the label: left, top, right, bottom
}

// Size of the whole world, and the least that a map shows.
const (
	worldWidth, worldHeight = 3600.0, 1800.0
	leastWidth              = 240.0
)

// NewMap places dots on a map of the whole world, or on one that shows no more than they
// need. Dots without finite coordinates are left out; the heaviest come first, so that
// small ones stay visible.
func NewMap(title string, dots []Dot, whole bool) Map {
	dots = slices.DeleteFunc(slices.Clone(dots), func(d Dot) bool {
		return !(math.Abs(d.Lat) <= 90 && math.Abs(d.Lon) <= 180)
	})
	slices.SortStableFunc(dots, func(a, b Dot) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Name, b.Name))
	})
	left, top, width, height := 0.0, 0.0, worldWidth, worldHeight
	if !whole && len(dots) > 0 {
		left, top, width, height = frame(dots)
	}
	font := width * 0.034
	if whole {
		font = width * 0.012
	}
	m := Map{Title: title, Font: num(font), Whole: whole, ViewBox: strings.Join([]string{num(left), num(top), num(width), num(height)}, " ")}
	m.Grid = grid(width)
	var taken [][4]float64
	for _, d := range dots {
		x, y := project(d)
		share := 1.0
		if dots[0].Weight > 0 {
			share = max(d.Weight, 0) / dots[0].Weight
		}
		r := font * max(0.28, 0.9*math.Sqrt(share))
		p := placed{Name: d.Name, Note: d.Note, X: num(x), Y: num(y), R: num(r)}
		p.label(x, y, r, font, left+width)
		if !slices.ContainsFunc(taken, p.covers) {
			taken = append(taken, p.box)
		} else {
			p.Label = ""
		}
		m.Dots = append(m.Dots, p)
	}
	return m
}

func project(d Dot) (x, y float64) { return (d.Lon + 180) * 10, (90 - d.Lat) * 10 }

// frame is a window of two to one around the dots, with a margin.
func frame(dots []Dot) (left, top, width, height float64) {
	x0, y0 := project(dots[0])
	x1, y1 := x0, y0
	for _, d := range dots[1:] {
		x, y := project(d)
		x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
	}
	width = min(max(1.4*(x1-x0), 2.8*(y1-y0), leastWidth), worldWidth)
	height = width / 2
	left = min(max((x0+x1-width)/2, 0), worldWidth-width)
	top = min(max((y0+y1-height)/2, 0), worldHeight-height)
	return left, top, width, height
}

// grid is the graticule: every 30°, every 10° where less is seen.
func grid(width float64) string {
	step := 300
	if width < 1200 {
		step = 100
	}
	var b strings.Builder
	for x := 0; x <= worldWidth; x += step {
		fmt.Fprintf(&b, "M%d 0V%.0f", x, worldHeight)
	}
	for y := 0; y <= worldHeight; y += step {
		fmt.Fprintf(&b, "M0 %dH%.0f", y, worldWidth)
	}
	return b.String()
}

// label puts the name right of the dot, left of it where the map ends.
func (p *placed) label(x, y, r, font, right float64) {
	p.Label = p.Name
	long := 0.58 * font * float64(utf8.RuneCountInString(p.Name))
	lx := x + r + 0.2*font
	if lx+long > right {
		lx = x - r - 0.2*font - long
	}
	p.LabelX, p.LabelY = num(lx), num(y+0.35*font)
	p.box = [4]float64{lx, y - 0.6*font, lx + long, y + 0.6*font}
}

func (p *placed) covers(b [4]float64) bool {
	return p.box[0] < b[2] && b[0] < p.box[2] && p.box[1] < b[3] && b[1] < p.box[3]
}

func num(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) }
