package gazetteer

import (
	_ "embed"
	"sync"
)

// The gazetteer is read where it lies in the binary: nothing is unpacked at start, pages
// come in as they are touched. See gen/write.go for the layout.
//
//go:embed places.bin
var placesBin string

// ID is a place: a record of the embedded file, or of the tables of facts behind it.
type ID int32

// None is no place.
const None ID = -1

// Feature is what kind of place it is.
type Feature byte

// The features. The first group is that of the file.
const (
	Admin1   Feature = 1 // state, province, oblast …
	Admin2   Feature = 2 // county, district …
	Capital  Feature = 10
	Seat1    Feature = 11 // seat of a first-level area
	Seat2    Feature = 12
	Seat3    Feature = 13
	Seat4    Feature = 14
	Town     Feature = 15 // any other populated place
	Section  Feature = 16 // part of a city
	OtherPop Feature = 17 // abandoned, historical, destroyed

	CountryF  Feature = 30
	Continent Feature = 31
	Region    Feature = 32 // informal or spanning several areas: Donbas, Sahel
	Water     Feature = 33
	Site      Feature = 34 // camp, airport, dam, building, crossing
	SeatF     Feature = 36 // building or district that stands for a government
	Village   Feature = 35 // from the table of villages in the news
)

// Word is the feature as files give it: country, admin1, city …
func (f Feature) Word() string {
	switch f {
	case Admin1:
		return "admin1"
	case Admin2:
		return "admin2"
	case CountryF:
		return "country"
	case Continent:
		return "continent"
	case Region:
		return "region"
	case Water:
		return "water"
	case Site, SeatF:
		return "site"
	}
	return "city"
}

// Kind says how well a spelling stands for a place.
type Kind byte

// The kinds of a spelling.
const (
	ByName      Kind = 0 // its own or English name
	ByAlternate Kind = 1 // another spelling
	ByLoose     Kind = 2 // only when Romanisation is evened out
)

// Candidate is a place that a spelling may stand for.
type Candidate struct {
	ID   ID
	Kind Kind
}

// Gazetteer looks places up. It is safe for concurrent use.
type Gazetteer struct {
	bin                             string
	admin1, admin2, places          int
	recs, extents, countries        int // offsets of sections
	buckets, keys, values, postings int
	names                           int
	ncountries                      int
	extra                           []extra // places of the tables of facts: IDs from places on
	extraKeys                       map[uint64][]Candidate
	replaced                        map[ID]ID     // by the user's places
	countryOf                       [256]*Country // by number in the file
	countryID                       map[string]ID // by alpha-3
	postal, abbrev, capital         map[string]ID
	extentAt                        map[string]int // offset of a country's extent, by alpha-2
}

const recSize = 20

// Load gives the gazetteer; the first call reads the tables of facts and puts the user's
// places over them (see Merge).
var Load = sync.OnceValue(func() *Gazetteer {
	g := new(Gazetteer)
	g.load()
	g.merge(ownPlaces.Take())
	return g
})

func (g *Gazetteer) load() {
	g.bin = placesBin
	if len(g.bin) < 32 || g.bin[:4] != "GAZ2" {
		panic("gazetteer: places.bin is not a gazetteer: run make gazetteer")
	}
	n := func(i int) int { return int(u32(g.bin, 4+4*i)) }
	g.admin1, g.admin2, g.places = n(0), n(1), n(2)
	nkeys, nposts, nnames := n(3), n(4), n(5)
	g.ncountries = n(6)
	g.recs = 32
	g.extents = g.recs + recSize*g.places
	g.countries = g.extents + 8*g.admin1
	g.buckets = g.countries + 10*g.ncountries
	g.keys = g.buckets + 4*65537
	g.values = g.keys + 4*nkeys
	g.postings = g.values + 3*nkeys
	g.names = g.postings + 3*nposts
	if g.names+nnames != len(g.bin) {
		panic("gazetteer: places.bin has the wrong size: run make gazetteer")
	}
	g.extentAt = make(map[string]int, g.ncountries)
	for i := range g.ncountries {
		at := g.countries + 10*i
		code := g.bin[at : at+2]
		g.countryOf[i] = CountryByCode(code)
		if g.box(at+2) != (Box{}) {
			g.extentAt[code] = at + 2
		}
	}
	g.postal, g.abbrev, g.capital = map[string]ID{}, map[string]ID{}, map[string]ID{}
	g.loadFacts()
}

func u16(s string, i int) uint16 { return uint16(s[i]) | uint16(s[i+1])<<8 }
func u24(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 }
func u32(s string, i int) uint32 { return u24(s, i) | uint32(s[i+3])<<24 }

// degrees reads a signed 24-bit number of ten-thousandths of a degree.
func degrees(s string, i int) float64 { return float64(int32(u24(s, i)<<8)>>8) / 1e4 }

func (g *Gazetteer) rec(id ID) int { return g.recs + recSize*int(id) }

// Len is the number of places.
func (g *Gazetteer) Len() int { return g.places + len(g.extra) }

// Name is the canonical name.
func (g *Gazetteer) Name(id ID) string {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].name
	}
	at := g.names + int(u24(g.bin, g.rec(id)))
	return g.bin[at+1 : at+1+int(g.bin[at])]
}

// Point is the latitude and longitude.
func (g *Gazetteer) Point(id ID) (lat, lon float64) {
	if int(id) >= g.places {
		x := &g.extra[int(id)-g.places]
		return x.lat, x.lon
	}
	r := g.rec(id)
	return degrees(g.bin, r+3), degrees(g.bin, r+6)
}

// GeonameID is GeoNames' id; 0 if GeoNames lacks the place or the id is not known.
func (g *Gazetteer) GeonameID(id ID) int64 {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].geonameID
	}
	return int64(u32(g.bin, g.rec(id)+9))
}

// Country is the country the place lies in; nil for what spans several.
func (g *Gazetteer) Country(id ID) *Country {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].country
	}
	return g.countryOf[g.bin[g.rec(id)+13]]
}

// Admin1 is the first-level area the place lies in or is; None if it is not known.
func (g *Gazetteer) Admin1(id ID) ID {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].admin1
	}
	if n := u16(g.bin, g.rec(id)+14); n != 0xFFFF {
		return ID(n)
	}
	return None
}

// Admin2 is the second-level area the place lies in; None if it is not known.
func (g *Gazetteer) Admin2(id ID) ID {
	if int(id) >= g.places {
		return None
	}
	if int(id) >= g.admin1 && int(id) < g.admin1+g.admin2 {
		return id
	}
	if n := u16(g.bin, g.rec(id)+16); n != 0xFFFF {
		return ID(g.admin1 + int(n))
	}
	return None
}

// Feature is the kind of place.
func (g *Gazetteer) Feature(id ID) Feature {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].feature
	}
	return Feature(g.bin[g.rec(id)+18] & 0x7f)
}

// Magnitude is the binary logarithm of the population plus one; 0 where it is not known.
func (g *Gazetteer) Magnitude(id ID) float64 {
	if int(id) >= g.places {
		return g.extra[int(id)-g.places].magnitude
	}
	return float64(g.bin[g.rec(id)+19]) / 8
}

// Box is an extent in degrees.
type Box struct{ South, West, North, East float64 }

// Known reports whether the box is one.
func (b Box) Known() bool { return b != Box{} }

// Extent is the box that holds the populated places of a country or first-level area; not
// known for anything else.
func (g *Gazetteer) Extent(id ID) Box {
	if int(id) < g.admin1 && id >= 0 {
		return g.box(g.extents + 8*int(id))
	}
	if int(id) >= g.places {
		if x := g.extra[int(id)-g.places]; x.feature == CountryF {
			if at, ok := g.extentAt[x.country.Alpha2]; ok {
				return g.box(at)
			}
		} else {
			return x.box
		}
	}
	return Box{}
}

func (g *Gazetteer) box(at int) Box {
	h := func(i int) float64 { return float64(int16(u16(g.bin, at+2*i))) / 100 }
	return Box{h(0), h(1), h(2), h(3)}
}

// CountryPlace is the place of a country by alpha-3 code; None if there is none.
func (g *Gazetteer) CountryPlace(alpha3 string) ID {
	if id, ok := g.countryID[alpha3]; ok {
		return id
	}
	return None
}
