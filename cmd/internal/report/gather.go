package report

import (
	"dateline/load"
)

// tally is what is counted while the files are read: no row is kept.
type tally struct {
	events     int
	byDay      map[load.Day]*[quads]int
	byType     map[string]int
	places     map[placeKey]*placeCount
	pairs      map[pairKey]*pairCount
	tolls      map[tollKey]*toll
	confidence [bins]int
	undated    int // events of which no first day is known
	unplaced   int
	noPoint    int // events with a place but without its coordinates
	noSource   int
	noTarget   int

	kinds      map[string]*kindCount
	pointless  map[string]int // names of place mentions without coordinates
	unresolved map[string]int // date expressions that were not anchored
	rejects    map[string]int
}

const (
	quads = 5  // PLOVER's quad classes, 0 for statements
	bins  = 10 // of confidence
)

type placeKey struct {
	Name, Country string
	Lat, Lon      float64
}

type placeCount struct{ Events, Killed int }

type pairKey struct{ Source, Target string }

type pairCount struct {
	Events int
	Types  map[string]int
}

// tollKey is what one story says of one day: its largest figures count, for a story tells
// of the same dead more than once.
type tollKey struct {
	Story string
	Day   load.Day
}

type toll struct {
	Killed, Wounded span
	Place           placeKey
	HasPlace        bool
}

// span is a range of people; a side that is not known is the other one.
type span struct{ Low, High int64 }

type kindCount struct{ All, Missing int }

func newTally() *tally {
	return &tally{
		byDay: map[load.Day]*[quads]int{}, byType: map[string]int{}, places: map[placeKey]*placeCount{}, pairs: map[pairKey]*pairCount{},
		tolls: map[tollKey]*toll{}, kinds: map[string]*kindCount{}, pointless: map[string]int{}, unresolved: map[string]int{}, rejects: map[string]int{},
	}
}

func (t *tally) event(e *load.EventRow) {
	t.events++
	if e.EventType == "" {
		t.byType["statement"]++
	} else {
		t.byType[e.EventType]++
	}
	t.confidence[bin(e.Confidence)]++
	if e.DateStart == nil {
		t.undated++
	} else {
		day := entry(t.byDay, *e.DateStart)
		day[max(0, min(int(e.QuadClass), quads-1))]++
	}
	key, point := eventPlace(e)
	switch {
	case point:
		entry(t.places, key).Events++
	case e.PlaceName != "":
		t.noPoint++
	default:
		t.unplaced++
	}
	if e.SourceName == "" {
		t.noSource++
	}
	if e.TargetName == "" {
		t.noTarget++
	}
	if e.SourceName != "" && e.TargetName != "" {
		p := entry(t.pairs, pairKey{e.SourceName, e.TargetName})
		p.Events++
		if p.Types == nil {
			p.Types = map[string]int{}
		}
		p.Types[e.EventType]++
	}
	t.casualties(e, key, point)
}

// casualties takes the figures of what happened, on a day that is known.
func (t *tally) casualties(e *load.EventRow, key placeKey, point bool) {
	killed, k := people(e.KilledLow, e.KilledHigh)
	wounded, w := people(e.WoundedLow, e.WoundedHigh)
	if !k && !w || e.DateStart == nil || e.Status != "happened" && e.Status != "ongoing" {
		return
	}
	c := entry(t.tolls, tollKey{e.StoryID, *e.DateStart})
	if point && (!c.HasPlace || killed.High > c.Killed.High) {
		c.Place, c.HasPlace = key, true
	}
	c.Killed.widen(killed)
	c.Wounded.widen(wounded)
}

func (s *span) widen(o span) { s.Low, s.High = max(s.Low, o.Low), max(s.High, o.High) }

// people is the range of two columns, and whether any is known.
func people(low, high *int64) (span, bool) {
	switch {
	case low != nil && high != nil:
		return span{*low, max(*low, *high)}, true
	case low != nil:
		return span{*low, *low}, true
	case high != nil:
		return span{0, *high}, true
	}
	return span{}, false
}

func eventPlace(e *load.EventRow) (placeKey, bool) {
	if e.PlaceName == "" || e.PlaceLat == nil || e.PlaceLon == nil {
		return placeKey{}, false
	}
	return placeKey{e.PlaceName, e.PlaceCountry, *e.PlaceLat, *e.PlaceLon}, true
}

func (t *tally) mention(m *load.MentionRow) {
	k := entry(t.kinds, m.Kind)
	k.All++
	switch m.Kind {
	case "date":
		if m.DateValue == "" {
			k.Missing++
			t.unresolved[m.Text]++
		}
	case "place":
		if m.PlaceLat == nil || m.PlaceLon == nil {
			k.Missing++
			t.pointless[m.PlaceName]++
		}
	case "actor":
		if m.ActorCode == "" {
			k.Missing++
		}
	case "number":
		if m.NumberValue == nil && m.NumberLow == nil && m.NumberHigh == nil {
			k.Missing++
		}
	}
}

func (t *tally) reject(r *load.RejectRow) { t.rejects[r.Code]++ }

// bin is the tenth of 0..1 that a confidence is in; 1 belongs to the last.
func bin(confidence float64) int {
	if !(confidence > 0) {
		return 0
	}
	return int(min(confidence*bins, bins-1))
}

// entry is the map's value for a key, a new one where there is none.
func entry[K comparable, V any](m map[K]*V, k K) *V {
	v := m[k]
	if v == nil {
		v = new(V)
		m[k] = v
	}
	return v
}
