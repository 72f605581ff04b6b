package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/load"
)

// Chart is bars over time, each of several parts.
type Chart struct {
	Title   string
	Legend  []Part
	Bars    []Bar
	Max     int64
	Outside int // events left out, for they are far from the others
	Unit    string
}

// Part is one colour of a chart.
type Part struct{ Name, Class string }

// Bar is one day, month or year.
type Bar struct {
	Label  string
	Values []int64
	Rects  []Rect
	Title  string
}

// Rect is a part of a bar, in a picture of 1000 by 100.
type Rect struct{ X, Y, W, H, Class string }

// steps are the units of time that a chart may have, the finest first.
var steps = []struct {
	name, layout string
	most         int // bars
	next         func(time.Time) time.Time
}{
	{"day", "2006-01-02", 93, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{"month", "2006-01", 96, func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"year", "2006", 1 << 16, func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

// newChart draws days' values: by day where that is few enough bars, else by month or
// year. Lone events long before or after the others are left out.
func newChart(title string, legend []Part, days map[load.Day][]int64, weight map[load.Day]int) Chart {
	c := Chart{Title: title, Legend: legend}
	if len(days) == 0 {
		return c
	}
	first, last := bulk(weight)
	step := steps[0]
	for _, s := range steps {
		step = s
		if n := (last.Time().Sub(first.Time()).Hours()/24 + 1) / map[string]float64{"day": 1, "month": 30, "year": 365}[s.name]; n <= float64(s.most) {
			break
		}
	}
	c.Unit = step.name
	sums := map[string][]int64{}
	for d, values := range days {
		if d < first || d > last {
			c.Outside += weight[d]
			continue
		}
		label := d.Time().Format(step.layout)
		if sums[label] == nil {
			sums[label] = make([]int64, len(legend))
		}
		for i, v := range values {
			sums[label][i] += v
		}
	}
	begin, _ := time.Parse(step.layout, first.Time().Format(step.layout))
	for t := begin; !t.After(last.Time()); t = step.next(t) {
		label := t.Format(step.layout)
		values := sums[label]
		if values == nil {
			values = make([]int64, len(legend))
		}
		c.Bars = append(c.Bars, Bar{Label: label, Values: values})
	}
	c.draw()
	return c
}

// bulk is the range of days that has all events but a fortieth at either end, and half as
// much again on both sides: what lies farther out would only stretch the axis.
func bulk(weight map[load.Day]int) (first, last load.Day) {
	days := slices.Sorted(maps.Keys(weight))
	total := 0
	for _, n := range weight {
		total += n
	}
	first, last = days[0], days[len(days)-1]
	for seen, i := 0, 0; i < len(days); i++ {
		if seen += weight[days[i]]; seen*40 > total {
			first = days[i]
			break
		}
	}
	for seen, i := 0, len(days)-1; i >= 0; i-- {
		if seen += weight[days[i]]; seen*40 > total {
			last = days[i]
			break
		}
	}
	margin := (last-first)/2 + 7
	near := slices.DeleteFunc(days, func(d load.Day) bool { return d < first-margin || d > last+margin })
	return near[0], near[len(near)-1]
}

// draw makes the rectangles: parts stand on one another, the first at the bottom.
func (c *Chart) draw() {
	for _, b := range c.Bars {
		c.Max = max(c.Max, sum(b.Values))
	}
	width := 1000 / float64(len(c.Bars))
	for i := range c.Bars {
		b := &c.Bars[i]
		words := []string{b.Label + ":"}
		top := 100.0
		for k, v := range b.Values {
			if v <= 0 {
				continue
			}
			height := 100 * float64(v) / float64(c.Max)
			top -= height
			b.Rects = append(b.Rects, Rect{num(float64(i)*width + 0.08*width), num(top), num(0.84 * width), num(height), c.Legend[k].Class})
			words = append(words, fmt.Sprintf("%d %s", v, c.Legend[k].Name))
		}
		b.Title = strings.Join(words, " ")
	}
}

// First, Middle and Last are the labels below the axis.
func (c Chart) First() string  { return c.label(0) }
func (c Chart) Middle() string { return c.label(len(c.Bars) / 2) }
func (c Chart) Last() string   { return c.label(len(c.Bars) - 1) }

func (c Chart) label(i int) string {
	if i < 0 || i >= len(c.Bars) {
		return ""
	}
	return c.Bars[i].Label
}

// Row is a line of a table with a bar.
type Row struct {
	Name, Note string
	N          int
	Share      string // of the longest bar, 0..100
}

// top lists the most frequent names, at most n of them; equals by name.
func top(counts map[string]int, n int) []Row {
	rows := make([]Row, 0, len(counts))
	for name, k := range counts {
		rows = append(rows, Row{Name: name, N: k})
	}
	return longest(rows, n)
}

// longest sorts rows, keeps n, and measures their bars.
func longest(rows []Row, n int) []Row {
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Name, b.Name), strings.Compare(a.Note, b.Note))
	})
	return measured(rows[:min(n, len(rows))])
}

// measured sets the rows' bars.
func measured(rows []Row) []Row {
	most := 1
	for _, r := range rows {
		most = max(most, r.N)
	}
	for i := range rows {
		rows[i].Share = num(100 * float64(rows[i].N) / float64(most))
	}
	return rows
}

func sum(values []int64) (n int64) {
	for _, v := range values {
		n += v
	}
	return n
}

func num(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
