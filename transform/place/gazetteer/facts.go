package gazetteer

import (
	_ "embed"
	"math"
	"strings"

	"dateline/transform/place/gazetteer/name"
)

//go:embed facts/regions.tsv
var regionsTSV string

//go:embed facts/features.tsv
var featuresTSV string

//go:embed facts/villages.tsv
var villagesTSV string

//go:embed facts/states.tsv
var statesTSV string

// extra is a place of the tables of facts.
type extra struct {
	name      string
	lat, lon  float64
	radius    float64 // km
	geonameID int64
	country   *Country
	admin1    ID
	feature   Feature
	magnitude float64
	box       Box
	covers    []ID // countries and first-level areas
}

// continentID are GeoNames' ids of the continents.
var continentID = map[string]int64{
	"Africa": 6255146, "Asia": 6255147, "Europe": 6255148, "North America": 6255149, "South America": 6255150, "Oceania": 6255151, "Antarctica": 6255152,
}

var featureOf = map[string]Feature{"continent": Continent, "region": Region, "water": Water, "site": Site}

// loadFacts makes places of the tables. Tables without data of their own (countries,
// states) come first, for the others name them.
func (g *Gazetteer) loadFacts() {
	g.extraKeys = make(map[uint64][]Candidate, 4096)
	g.countryID = make(map[string]ID, 300)
	for i := range Countries() {
		c := &Countries()[i]
		id := g.addExtra(extra{name: c.Name, lat: c.Lat, lon: c.Lon, radius: 300, geonameID: c.GeonameID, country: c, admin1: None, feature: CountryF, magnitude: 27})
		if at, ok := g.extentAt[c.Alpha2]; ok {
			b := g.box(at)
			g.extra[len(g.extra)-1].radius = Distance(b.South, b.West, b.North, b.East) / 2
		}
		g.countryID[c.Alpha3] = id
		g.key(c.Name, id, ByName)
		for _, a := range c.Aliases {
			g.key(a, id, ByName)
		}
	}
	for f := range rows(statesTSV, 5) {
		id := g.admin1Named(CountryByCode(f[0]), f[1])
		if id == None {
			panic("gazetteer: no area for state " + f[1])
		}
		for _, a := range list(f[3]) {
			g.abbrev[a] = id
		}
		g.addAliases(id, f[4])
		if f[2] != "" {
			g.postal[f[2]] = id
		}
	}
	for f := range rows(capitalsTSV, 4) {
		if id := g.cityNamed(CountryByCode(f[0]), f[1]); id != None {
			g.addAliases(id, f[2])
			if f[3] == "1" {
				g.capital[f[0]] = id
			}
		}
	}
	for _, tsv := range []string{regionsTSV, featuresTSV} {
		for f := range rows(tsv, 8) {
			g.addRegion(f)
		}
	}
	for f := range rows(villagesTSV, 6) {
		g.addVillage(f)
	}
	for _, s := range Seats() {
		id := g.addExtra(extra{name: s.Name, lat: s.Lat, lon: s.Lon, radius: 1, country: CountryByCode(s.Country), admin1: None, feature: SeatF, magnitude: 15})
		g.key(s.Name, id, ByName)
		for _, a := range s.Aliases {
			g.key(a, id, ByName)
		}
	}
}

func (g *Gazetteer) addExtra(x extra) ID {
	g.extra = append(g.extra, x)
	return ID(g.places + len(g.extra) - 1)
}

func (g *Gazetteer) key(s string, id ID, kind Kind) {
	h := name.Hash(name.Fold(nil, s)) >> 16
	for _, c := range g.extraKeys[h] {
		if c.ID == id {
			return
		}
	}
	g.extraKeys[h] = append(g.extraKeys[h], Candidate{id, kind})
}

func (g *Gazetteer) addAliases(id ID, column string) {
	for _, a := range list(column) {
		g.key(a, id, ByName)
	}
}

func (g *Gazetteer) addRegion(f []string) {
	x := extra{name: f[0], feature: featureOf[f[2]], lat: float(f[4]), lon: float(f[5]), radius: float(f[6]), geonameID: continentID[f[0]], admin1: None, covers: g.coverage(f[7])}
	if f[3] != "-" {
		x.country = CountryByCode(f[3])
	}
	x.magnitude = min(26, 10+math.Log2(1+x.radius))
	for _, id := range x.covers {
		if len(x.covers) == 1 && g.Feature(id) == Admin1 {
			x.admin1 = id
			x.geonameID = g.GeonameID(id)
		}
	}
	id := g.addExtra(x)
	g.key(f[0], id, ByName)
	g.addAliases(id, f[1])
}

// addVillage adds a village, or only its spellings if the gazetteer has it within 12 km.
func (g *Gazetteer) addVillage(f []string) {
	country, lat, lon := CountryByCode(f[2]), float(f[4]), float(f[5])
	names := append([]string{f[0]}, list(f[1])...)
	id := None
	for _, n := range names {
		for _, c := range g.Lookup(nil, n) {
			la, lo := g.Point(c.ID)
			if g.Feature(c.ID) > Admin2 && g.Country(c.ID) == country && Distance(la, lo, lat, lon) < 12 && id == None {
				id = c.ID
			}
		}
	}
	if id == None {
		admin1 := None
		if f[3] != "" {
			admin1 = g.admin1Named(country, f[3])
		}
		id = g.addExtra(extra{name: f[0], lat: lat, lon: lon, radius: 5, country: country, admin1: admin1, feature: Village, magnitude: 12})
	}
	for _, n := range names {
		g.key(n, id, ByName)
	}
}

func (g *Gazetteer) admin1Named(c *Country, s string) ID {
	for _, x := range g.Lookup(nil, s) {
		if g.Feature(x.ID) == Admin1 && g.Country(x.ID) == c {
			return x.ID
		}
	}
	return None
}

func (g *Gazetteer) cityNamed(c *Country, s string) ID {
	for _, x := range g.Lookup(nil, s) {
		if f := g.Feature(x.ID); f >= Capital && f <= OtherPop && g.Country(x.ID) == c {
			return x.ID
		}
	}
	return None
}

// StateByAbbreviation is the state or province that an agency's abbreviation stands for,
// as printed ("Ill.", "N.Y.", "NSW"); None if there is none.
func (g *Gazetteer) StateByAbbreviation(s string) ID {
	if id, ok := g.abbrev[s]; ok {
		return id
	}
	return None
}

// StateByPostal is the US state or Canadian province of a postal code in capitals ("TX");
// None if there is none.
func (g *Gazetteer) StateByPostal(code string) ID {
	if id, ok := g.postal[code]; ok {
		return id
	}
	return None
}

// CapitalOf is the capital's place by a country's alpha-3 code; None if it is not known.
func (g *Gazetteer) CapitalOf(alpha3 string) ID {
	if id, ok := g.capital[alpha3]; ok {
		return id
	}
	return None
}

// Covers are the countries and first-level areas that a region or water covers, as far as
// the tables say.
func (g *Gazetteer) Covers(id ID) []ID {
	if int(id) < g.places {
		return nil
	}
	return g.extra[int(id)-g.places].covers
}

// Radius is how far the point of a place may be off, in km.
func (g *Gazetteer) Radius(id ID) float64 {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].radius
	}
	switch f := g.Feature(id); f {
	case Admin1:
		if b := g.Extent(id); b.Known() {
			return math.Max(10, Distance(b.South, b.West, b.North, b.East)/2)
		}
		return 100
	case Admin2:
		return 25
	default:
		if m := g.Magnitude(id); m > 17 {
			return 15
		}
		return 5
	}
}

// Distance is the great-circle distance between two points, in km.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	sp, sl := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := sp*sp + math.Cos(lat1*rad)*math.Cos(lat2*rad)*sl*sl
	return 2 * 6371.0088 * math.Asin(math.Min(1, math.Sqrt(h)))
}

// coverage resolves the last column of regions and features.
func (g *Gazetteer) coverage(column string) []ID {
	var out []ID
	for _, s := range list(column) {
		code, area, ok := strings.Cut(s, ":")
		id := g.CountryPlace(code)
		if ok {
			id = g.admin1Named(CountryByCode(code), area)
		}
		if id != None {
			out = append(out, id)
		}
	}
	return out
}
