package report

import (
	"fmt"
	"maps"
	"slices"

	"dateline/cmd/internal/page"
	"dateline/load"
)

// view is what the template shows.
type view struct {
	Name, Title   string
	Totals        []Row
	Period        string
	Versions      []string
	Events, Tolls Chart
	Wounded       Chart
	EventMap      *page.Map
	DeathMap      *page.Map
	Places        []Row
	Types, Pairs  []Row
	Confidence    []Row
	Missing       []Row
	Unresolved    []Row
	Pointless     []Row
	Rejects       []Row
	Heaviest      []Row
	Slowest       []Row
}

// most is how many lines a table has.
const most = 20

var quadParts = []Part{
	{"statements", "q0"}, {"verbal cooperation", "q1"}, {"material cooperation", "q2"}, {"verbal conflict", "q3"}, {"material conflict", "q4"},
}

var tollParts = []Part{{"at least", "q4"}, {"more at most", "more"}}

func (t *tally) fill(v *view) {
	days, weight := map[load.Day][]int64{}, map[load.Day]int{}
	for d, n := range t.byDay {
		for _, k := range n {
			days[d] = append(days[d], int64(k))
			weight[d] += k
		}
	}
	v.Events = newChart("Events by the day they happened", quadParts, days, weight)
	v.Types = top(t.byType, most)
	v.Rejects = top(t.rejects, most)
	v.Unresolved = top(t.unresolved, most)
	v.Pointless = top(t.pointless, most)
	t.fillTolls(v)
	t.fillPlaces(v)
	t.fillPairs(v)
	for i, n := range t.confidence {
		v.Confidence = append(v.Confidence, Row{Name: fmt.Sprintf("%.1f to %.1f", float64(i)/bins, float64(i+1)/bins), N: n})
	}
	v.Confidence = measured(v.Confidence)
	v.Missing = t.missing()
}

// fillTolls adds up the largest figures of each story and day.
func (t *tally) fillTolls(v *view) {
	killed, wounded := map[load.Day][]int64{}, map[load.Day][]int64{}
	dead, hurt := map[load.Day]int{}, map[load.Day]int{}
	add := func(days map[load.Day][]int64, weight map[load.Day]int, d load.Day, s span) {
		if s.High == 0 {
			return
		}
		if days[d] == nil {
			days[d] = make([]int64, 2)
		}
		days[d][0] += s.Low
		days[d][1] += s.High - s.Low
		weight[d]++
	}
	for k, c := range t.tolls {
		add(killed, dead, k.Day, c.Killed)
		add(wounded, hurt, k.Day, c.Wounded)
		if c.HasPlace {
			entry(t.places, c.Place).Killed += int(c.Killed.High)
		}
	}
	v.Tolls = newChart("Killed", tollParts, killed, dead)
	v.Wounded = newChart("Wounded", tollParts, wounded, hurt)
}

func (t *tally) fillPlaces(v *view) {
	var byEvents, byDeaths []page.Dot
	for k, n := range t.places {
		note := plural(n.Events, "event")
		if n.Killed > 0 {
			note += fmt.Sprintf(", up to %d killed", n.Killed)
			byDeaths = append(byDeaths, page.Dot{Name: k.Name, Note: note, Lat: k.Lat, Lon: k.Lon, Weight: float64(n.Killed)})
		}
		byEvents = append(byEvents, page.Dot{Name: k.Name, Note: note, Lat: k.Lat, Lon: k.Lon, Weight: float64(n.Events)})
		v.Places = append(v.Places, Row{Name: k.Name, Note: k.Country, N: n.Events})
	}
	v.Places = longest(v.Places, most)
	v.EventMap = worldMap(fmt.Sprintf("Events by place: %s", plural(len(byEvents), "place")), byEvents)
	v.DeathMap = worldMap(fmt.Sprintf("Killed by place, the highest figures: %s", plural(len(byDeaths), "place")), byDeaths)
}

// mostDots is how many places a map shows.
const mostDots = 1000

// worldMap draws dots in an order that does not hang on the map they came from.
func worldMap(title string, dots []page.Dot) *page.Map {
	if len(dots) == 0 {
		return nil
	}
	slices.SortFunc(dots, compareDots)
	if len(dots) > mostDots {
		dots = dots[:mostDots]
		title += fmt.Sprintf(", the first %d shown", mostDots)
	}
	m := page.NewMap(title, dots, true)
	return &m
}

func (t *tally) fillPairs(v *view) {
	for k, n := range t.pairs {
		v.Pairs = append(v.Pairs, Row{Name: k.Source + " ▸ " + k.Target, Note: commonest(n.Types), N: n.Events})
	}
	v.Pairs = longest(v.Pairs, most)
}

// commonest is the most frequent of the types, the first in the alphabet of equals.
func commonest(types map[string]int) string {
	best := ""
	for _, k := range slices.Sorted(maps.Keys(types)) {
		if best == "" || types[k] > types[best] {
			best = k
		}
	}
	return best
}

// missing lists what is not known, and of how many.
func (t *tally) missing() []Row {
	var rows []Row
	add := func(name string, n, of int) {
		if of > 0 {
			rows = append(rows, Row{Name: name, N: n, Note: fmt.Sprintf("of %d", of), Share: num(100 * float64(n) / float64(of))})
		}
	}
	add("events without a day", t.undated, t.events)
	add("events without a place", t.unplaced, t.events)
	add("events with a place without coordinates", t.noPoint, t.events)
	add("events without a source", t.noSource, t.events)
	add("events without a target", t.noTarget, t.events)
	for _, k := range []struct{ kind, name string }{
		{"date", "dates that could not be resolved"}, {"place", "places without coordinates"},
		{"actor", "actors without a code"}, {"number", "numbers without a value"},
	} {
		if n := t.kinds[k.kind]; n != nil {
			add(k.name, n.Missing, n.All)
		}
	}
	return rows
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
