package main

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// world is everything that goes into the file: admin areas of the first level, of the
// second, then cities, and the extents of countries and first-level areas.
type world struct {
	admin1, admin2, cities []*place
	countries              map[string]extent // by alpha-2
	extents                []extent          // of admin1
}

// extent is a box in degrees.
type extent struct{ south, west, north, east float64 }

func build(geonames map[int64]*place, subs []*place, cities []city, english map[string]string, counties, states map[string][2]float64) *world {
	w := &world{countries: map[string]extent{}}
	index := w.addAreas(subs, english)
	seen := map[int64]bool{}
	for i := range cities {
		c := &cities[i]
		p := &c.place
		if g := geonames[p.id]; g != nil { // the dump has features and alternates, the list is fresher
			p.feature, p.others, p.country = g.feature, g.others, g.country
			if p.id == 7302786 { // Haselbachtal, a village that the dump calls a capital
				p.feature = featPPL
			}
			if g.name != p.name {
				p.others = append([]string{g.name}, p.others...)
			}
		}
		for _, line := range c.areas {
			if line < 1 || line > len(subs) {
				continue
			}
			s := subs[line-1]
			if p.country == "" {
				p.country = s.country
			}
			if n, ok := index[s]; ok && s.feature == featAdmin1 {
				p.admin1 = n
			} else if ok && s.feature == featAdmin2 {
				p.admin2 = n
			}
		}
		if p.country == "" || seen[p.id] {
			continue
		}
		seen[p.id] = true
		if e := english[strconv.FormatInt(p.id, 10)]; e != p.name {
			p.english = e
		}
		w.cities = append(w.cities, p)
	}
	slices.SortFunc(w.cities, func(a, b *place) int { return cmp.Compare(a.id, b.id) })
	w.points(counties, states)
	return w
}

// addAreas keeps the admin areas that GeoNames has a code for, sorted by code, and gives
// the index of each within its level.
func (w *world) addAreas(subs []*place, english map[string]string) map[*place]int {
	parent := map[*place]*place{}
	byCode := map[string]*place{}
	for _, s := range subs {
		switch strings.Count(s.code, ".") {
		case 1:
			s.feature = featAdmin1
			w.admin1 = append(w.admin1, s)
		case 2:
			s.feature = featAdmin2
			w.admin2 = append(w.admin2, s)
		default:
			continue
		}
		byCode[s.code] = s
		s.admin1 = -1
	}
	for _, s := range w.admin2 {
		parent[s] = byCode[s.code[:strings.LastIndexByte(s.code, '.')]]
	}
	index := map[*place]int{}
	for _, level := range [][]*place{w.admin1, w.admin2} {
		slices.SortFunc(level, func(a, b *place) int { return cmp.Compare(a.code, b.code) })
		for i, s := range level {
			index[s] = i
			if e := english[s.code]; e != "" && e != s.name {
				s.english = e
			}
		}
	}
	for _, s := range w.admin2 {
		if p := parent[s]; p != nil {
			s.admin1 = index[p]
		}
	}
	for i, s := range w.admin1 {
		s.admin1 = i
	}
	return index
}

// points gives each admin area a point and a population, from what lies in it: the middle
// of the extent for the first level, the mean for the second. US states and counties have
// outlines.
func (w *world) points(counties, states map[string][2]float64) {
	in1, in2, inCountry := map[int][]*place{}, map[int][]*place{}, map[string][]*place{}
	for _, c := range w.cities {
		inCountry[c.country] = append(inCountry[c.country], c)
		if c.admin1 >= 0 {
			in1[c.admin1] = append(in1[c.admin1], c)
		}
		if c.admin2 >= 0 {
			in2[c.admin2] = append(in2[c.admin2], c)
		}
	}
	for code, all := range inCountry {
		w.countries[code] = extentOf(all)
	}
	w.extents = make([]extent, len(w.admin1))
	for i, a := range w.admin1 {
		if len(in1[i]) == 0 {
			continue
		}
		e := extentOf(in1[i])
		w.extents[i] = e
		a.lat, a.lon, a.hasPoint = (e.south+e.north)/2, (e.west+e.east)/2, true
		for _, c := range in1[i] {
			a.pop += c.pop
		}
	}
	for _, a := range w.admin1 {
		if p, ok := states[usFIPS[strings.TrimPrefix(a.code, "US.")]]; ok && a.country == "US" {
			a.lat, a.lon, a.hasPoint = p[0], p[1], true
		}
	}
	for _, a := range w.admin1 {
		if p, ok := wideAreas[a.code]; ok {
			a.lat, a.lon, a.hasPoint = p[0], p[1], true
		}
	}
	for i, a := range w.admin2 {
		var lat, lon float64
		for _, c := range in2[i] {
			lat, lon = lat+c.lat, lon+c.lon
			a.pop += c.pop
		}
		if n := float64(len(in2[i])); n > 0 {
			a.lat, a.lon, a.hasPoint = lat/n, lon/n, true
		}
		if f := strings.Split(a.code, "."); a.country == "US" {
			if p, ok := counties[usFIPS[f[1]]+f[2]]; ok {
				a.lat, a.lon, a.hasPoint = p[0], p[1], true
			}
		}
	}
}

// extentOf is the box of places without the outermost hundredth on each side, which are
// far islands and mistakes.
func extentOf(all []*place) extent {
	lats, lons := make([]float64, len(all)), make([]float64, len(all))
	for i, p := range all {
		lats[i], lons[i] = p.lat, p.lon
	}
	slices.Sort(lats)
	slices.Sort(lons)
	lo, hi := len(all)/100, len(all)-1-len(all)/100
	e := extent{lats[lo], lons[lo], lats[hi], lons[hi]}
	if e.east-e.west > 180 { // across the date line: the eastern hemisphere's part
		k, _ := slices.BinarySearch(lons, 0)
		e.west = lons[min(k, hi)]
	}
	return extent{math.Floor(e.south*100) / 100, math.Floor(e.west*100) / 100, math.Ceil(e.north*100) / 100, math.Ceil(e.east*100) / 100}
}

// usFIPS are the FIPS codes of the US states by postal code.
var usFIPS = map[string]string{
	"AL": "01", "AK": "02", "AZ": "04", "AR": "05", "CA": "06", "CO": "08", "CT": "09", "DE": "10", "DC": "11", "FL": "12", "GA": "13", "HI": "15",
	"ID": "16", "IL": "17", "IN": "18", "IA": "19", "KS": "20", "KY": "21", "LA": "22", "ME": "23", "MD": "24", "MA": "25", "MI": "26", "MN": "27",
	"MS": "28", "MO": "29", "MT": "30", "NE": "31", "NV": "32", "NH": "33", "NJ": "34", "NM": "35", "NY": "36", "NC": "37", "ND": "38", "OH": "39",
	"OK": "40", "OR": "41", "PA": "42", "RI": "44", "SC": "45", "SD": "46", "TN": "47", "TX": "48", "UT": "49", "VT": "50", "VA": "51", "WA": "53",
	"WV": "54", "WI": "55", "WY": "56",
}

// wideAreas are the points of first-level areas whose people live on one side: the middle
// of the land, by hand from common knowledge of maps.
var wideAreas = map[string][2]float64{
	"US.AK": {64, -150}, "US.HI": {20.5, -157},
	"CA.01": {55, -115}, "CA.02": {54, -125}, "CA.03": {55, -97}, "CA.05": {53, -59}, "CA.08": {49.6, -84.7}, "CA.10": {52, -72}, "CA.11": {54, -106},
	"CA.12": {63, -136}, "CA.13": {65, -118}, "CA.14": {70, -90},
	"AU.02": {-32.5, 146.5}, "AU.03": {-20, 134}, "AU.04": {-21.8, 143.9}, "AU.05": {-30, 135}, "AU.07": {-37, 144.3}, "AU.08": {-25, 121.7},
	"BR.04": {-4, -63}, "BR.16": {-4, -53}, "BR.14": {-13, -56}, "BR.15": {-18.5, -44.5}, "BR.05": {-12.3, -41.7},
	"RU.63": {66, 130}, "RU.39": {60, 96}, "RU.20": {57, 108}, "RU.30": {54, 136}, "RU.32": {61, 69}, "RU.87": {67, 76}, "RU.15": {66, 171},
	"CN.13": {41.5, 85.5}, "CN.14": {31.5, 88}, "CN.20": {43.5, 114}, "CN.06": {36, 96}, "CN.15": {38, 101}, "CN.08": {48, 129}, "CN.32": {30.5, 102.5},
	"IN.24": {26.6, 73.8}, "ID.36": {-4.5, 138.5}, "CL.10": {-52.5, -72}, "AR.01": {-36.5, -60.5},
	"GB.SCT": {56.5, -4.2}, "GB.ENG": {52.3, -1.2}, "GB.WLS": {52.4, -3.7}, "GB.NIR": {54.6, -6.7},
}
