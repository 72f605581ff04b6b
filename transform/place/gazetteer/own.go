package gazetteer

import (
	"math"

	"dateline/transform/own"
)

// Own is a place of the user's.
type Own struct {
	Name       string
	Aliases    []string
	Feature    Feature // Town, Village, Admin2, Site, Region or Water
	Country    *Country
	Admin1     string // name of the first-level area; may be empty
	Lat, Lon   float64
	Population int64
	GeonameID  int64
	RadiusKm   float64 // 0: what is usual for the feature
}

// sameKm is within which two places of one name are the same place.
const sameKm = 12

var ownPlaces own.Entries[Own]

// Merge puts places over those of the gazetteer: one that the gazetteer has by the same
// name and within 12 km, or by the same GeoNames id, is replaced under all its spellings.
// It fails when the gazetteer is in use already.
func Merge(places []Own) error { return ownPlaces.Add("the gazetteer", nil, places...) }

func (g *Gazetteer) merge(places []Own) {
	if len(places) == 0 {
		return
	}
	g.replaced = map[ID]ID{}
	first := ID(g.Len())
	for i := range places {
		p := &places[i]
		x := extra{
			name: p.Name, lat: p.Lat, lon: p.Lon, radius: p.radius(), geonameID: p.GeonameID, country: p.Country, admin1: None,
			feature: p.Feature, magnitude: 12, // as a village of the tables
		}
		if p.Admin1 != "" && p.Country != nil {
			x.admin1 = g.admin1Named(p.Country, p.Admin1)
		}
		if p.Population > 0 {
			x.magnitude = math.Log2(float64(p.Population) + 1)
		}
		var same []ID
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			for _, c := range g.Lookup(nil, n) {
				if c.ID < first && g.is(c.ID, p) {
					same = append(same, c.ID)
				}
			}
		}
		for _, old := range same { // what the user does not say stays known
			if x.geonameID == 0 {
				x.geonameID = g.GeonameID(old)
			}
			if x.admin1 == None {
				x.admin1 = g.Admin1(old)
			}
			if p.Population == 0 {
				x.magnitude, x.feature = max(x.magnitude, g.Magnitude(old)), g.Feature(old)
			}
		}
		id := g.addExtra(x)
		for _, old := range same {
			g.replaced[old] = id
		}
		g.key(p.Name, id, ByName)
		for _, a := range p.Aliases {
			g.key(a, id, ByAlternate)
		}
	}
}

// is reports whether a place of the gazetteer is the user's.
func (g *Gazetteer) is(id ID, p *Own) bool {
	if p.GeonameID != 0 && g.GeonameID(id) == p.GeonameID {
		return true
	}
	lat, lon := g.Point(id)
	return populated(g.Feature(id)) && populated(p.Feature) && g.Country(id) == p.Country && Distance(lat, lon, p.Lat, p.Lon) < sameKm
}

func populated(f Feature) bool { return f >= Capital && f <= OtherPop || f == Village }

func (p *Own) radius() float64 {
	switch {
	case p.RadiusKm > 0:
		return p.RadiusKm
	case p.Feature == Region, p.Feature == Water:
		return 100
	case p.Feature == Admin2:
		return 25
	case p.Feature == Site:
		return 2
	}
	return 5
}

// current leads candidates from begin on to the places that replace them, each once.
func (g *Gazetteer) current(dst []Candidate, begin int) []Candidate {
	if len(g.replaced) == 0 {
		return dst
	}
	out := dst[:begin]
next:
	for _, c := range dst[begin:] {
		if id, ok := g.replaced[c.ID]; ok {
			c.ID = id
		}
		for _, o := range out[begin:] {
			if o.ID == c.ID {
				continue next
			}
		}
		out = append(out, c)
	}
	return out
}

// Admin1Names are the names of a country's first-level areas.
func (g *Gazetteer) Admin1Names(c *Country) []string {
	var out []string
	for id := range ID(g.admin1) {
		if g.Country(id) == c {
			out = append(out, g.Name(id))
		}
	}
	return out
}

// KnowsAdmin1 reports whether a country has a first-level area of the name.
func (g *Gazetteer) KnowsAdmin1(c *Country, name string) bool { return g.admin1Named(c, name) != None }

// Builtin is a gazetteer without the user's places, with which those can be checked before
// they are merged.
func Builtin() *Gazetteer {
	g := new(Gazetteer)
	g.load()
	return g
}
