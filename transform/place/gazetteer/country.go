package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"dateline/transform/place/gazetteer/name"
)

// Country is a state or territory with a code of its own in ISO 3166-1, Kosovo (XKX) added.
type Country struct {
	Alpha3    string
	Alpha2    string
	GeonameID int64
	Lat, Lon  float64 // an arithmetic middle, not the capital
	Continent string  // GeoNames continent code: AF AN AS EU NA OC SA
	Name      string  // as news write it: "Ivory Coast", "Syria"
	Aliases   []string
	Capital   string // empty where there is none
}

// City is a capital or a second seat of government.
type City struct {
	Country string // alpha-3
	Name    string
	Aliases []string
	Seat    int // 1 the capital, 2 a second seat
}

// Seat is a building or district that stands for a government or a part of it.
type Seat struct {
	Name     string
	Aliases  []string
	Country  string // alpha-3
	Kind     string // government legislature military foreign court police intelligence monarchy finance
	City     string
	Lat, Lon float64
}

//go:embed facts/countries.tsv
var countriesTSV string

//go:embed facts/capitals.tsv
var capitalsTSV string

//go:embed facts/seats.tsv
var seatsTSV string

// Countries returns all countries by alpha-3 code. The slice is shared: read only.
var Countries = sync.OnceValue(func() []Country {
	capital := map[string]string{}
	for _, c := range Capitals() {
		if c.Seat == 1 {
			capital[c.Country] = c.Name
		}
	}
	var out []Country
	for f := range rows(countriesTSV, 8) {
		out = append(out, Country{
			Alpha3: f[0], Alpha2: f[1], GeonameID: integer(f[2]), Lat: float(f[3]), Lon: float(f[4]),
			Continent: f[5], Name: f[6], Aliases: list(f[7]), Capital: capital[f[0]],
		})
	}
	return out
})

// Capitals returns the seats of government that are cities. The slice is shared: read only.
var Capitals = sync.OnceValue(func() []City {
	var out []City
	for f := range rows(capitalsTSV, 4) {
		out = append(out, City{Country: f[0], Name: f[1], Aliases: list(f[2]), Seat: int(integer(f[3]))})
	}
	return out
})

// Seats returns the buildings that stand for governments. The slice is shared: read only.
var Seats = sync.OnceValue(func() []Seat {
	var out []Seat
	for f := range rows(seatsTSV, 7) {
		out = append(out, Seat{Name: f[0], Aliases: list(f[1]), Country: f[2], Kind: f[3], City: f[4], Lat: float(f[5]), Lon: float(f[6])})
	}
	return out
})

var countryIndex = sync.OnceValue(func() map[string]*Country {
	all := Countries()
	m := make(map[string]*Country, 2*len(all))
	for i := range all {
		c := &all[i]
		m[c.Alpha3], m[c.Alpha2] = c, c
	}
	return m
})

// CountryByCode finds a country by its alpha-3 or alpha-2 code; nil if there is none.
func CountryByCode(code string) *Country { return countryIndex()[code] }

var countryNames = sync.OnceValue(func() map[string]*Country {
	m := map[string]*Country{}
	all := Countries()
	for i := range all {
		c := &all[i]
		for _, n := range append([]string{c.Name}, c.Aliases...) {
			m[n] = c
			m[strings.ToUpper(n)] = c
		}
	}
	return m
})

// CountryNamed finds a country by name or alias as written ("Syria", "SYRIA", "U.S.");
// nil if there is none. A leading "the" is ignored. The name must not be in lower case:
// "us" is no country.
func CountryNamed(name string) *Country {
	if c := countryNames()[name]; c != nil {
		return c
	}
	return countryNames()[trimThe(name)]
}

//go:embed facts/territories.tsv
var territoriesTSV string

var foreignNames = sync.OnceValue(func() map[string]*Country {
	m := map[string]*Country{}
	for f := range rows(territoriesTSV, 2) {
		for _, n := range list(f[1]) {
			k := string(name.Fold(nil, n))
			if c, ok := m[k]; ok && c != nil && c.Alpha3 != f[0] {
				m[k] = nil // two languages mean two countries
			} else if !ok {
				m[k] = CountryByCode(f[0])
			}
		}
	}
	return m
})

// CountryNamedAnywhere finds a country by its name in one of the languages that agencies
// write ("Russland", "المغرب"); nil if there is none or more than one.
func CountryNamedAnywhere(printed string) *Country {
	if c := CountryNamed(printed); c != nil {
		return c
	}
	return foreignNames()[string(name.Fold(nil, printed))]
}

func trimThe(s string) string {
	if len(s) > 4 && (s[0] == 't' || s[0] == 'T') && s[1:4] == "he " {
		return s[4:]
	}
	return s
}

var capitalNames = sync.OnceValue(func() map[string]*City {
	m := map[string]*City{}
	all := Capitals()
	for i := len(all) - 1; i >= 0; i-- { // first seats win
		c := &all[i]
		for _, n := range append([]string{c.Name}, c.Aliases...) {
			m[n] = c
		}
	}
	return m
})

// CapitalNamed finds a capital or second seat by name as written; nil if there is none.
func CapitalNamed(name string) *City { return capitalNames()[name] }

var seatNames = sync.OnceValue(func() map[string]*Seat {
	m := map[string]*Seat{}
	all := Seats()
	for i := range all {
		s := &all[i]
		for _, n := range append([]string{s.Name}, s.Aliases...) {
			m[n] = s
		}
	}
	return m
})

// SeatNamed finds a seat of government by name as written, with or without "the"; nil if
// there is none.
func SeatNamed(name string) *Seat {
	if s := seatNames()[name]; s != nil {
		return s
	}
	return seatNames()[trimThe(name)]
}

// rows yields the fields of each line of a table of facts; lines that begin with # are its
// header. Tables are embedded and tested, so a malformed line is a bug.
func rows(tsv string, fields int) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(tsv) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != fields {
				panic("gazetteer: malformed row: " + line)
			}
			if !yield(f) {
				return
			}
		}
	}
}

func list(s string) []string {
	if s == "" || s == "-" {
		return nil
	}
	return strings.Split(s, "|")
}

func integer(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
	return n
}

func float(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
	return x
}
