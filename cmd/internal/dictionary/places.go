package dictionary

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"dateline/transform/place/gazetteer"
)

// PlaceColumns are the columns of a places file.
var PlaceColumns = []string{"name", "aliases", "feature", "country", "admin1", "lat", "lon", "population", "geonameid", "radius_km"}

// features are what a place of the user's can be.
var features = map[string]gazetteer.Feature{
	"city": gazetteer.Village, "admin2": gazetteer.Admin2, "site": gazetteer.Site, "region": gazetteer.Region, "water": gazetteer.Water,
}

// townPopulation is from where on a city is none of the villages.
const townPopulation = 5000

var builtin = sync.OnceValue(gazetteer.Builtin)

// readPlaces reads a places file.
func readPlaces(path, text string) ([]gazetteer.Own, error) {
	f := &file{path: path, columns: PlaceColumns}
	var out []gazetteer.Own
	for _, r := range f.records(text) {
		p := gazetteer.Own{Name: r.fields["name"], Aliases: r.names("aliases"), Admin1: r.fields["admin1"], Feature: gazetteer.Village}
		if p.Name == "" || strings.Contains(p.Name, "|") {
			f.wrong(r.line, "name %q: want the place's name, without |", p.Name)
			continue
		}
		if kind := r.oneOf("feature", slices.Sorted(maps.Keys(features))); kind != "" {
			p.Feature = features[kind]
		}
		p.Country = gazetteer.CountryByCode(r.country())
		wide := p.Feature == gazetteer.Region || p.Feature == gazetteer.Water
		if r.fields["country"] == "" && !wide {
			f.wrong(r.line, "no country: want its ISO 3166-1 alpha-3 code (only a region or water may have none)")
		}
		if p.Admin1 != "" && p.Country != nil && !builtin().KnowsAdmin1(p.Country, p.Admin1) {
			f.unknown(r.line, "admin1", p.Admin1, builtin().Admin1Names(p.Country))
		}
		p.Lat, p.Lon = r.point()
		people, _ := r.number("population", 0, 1e9)
		p.Population = int64(people)
		id, _ := r.number("geonameid", 1, 1<<31)
		p.GeonameID = int64(id)
		p.RadiusKm, _ = r.number("radius_km", 0, 10_000)
		if p.Feature == gazetteer.Village && p.Population >= townPopulation {
			p.Feature = gazetteer.Town
		}
		out = append(out, p)
	}
	return out, all(f.mistakes)
}

// point reads the coordinates, which every place must have.
func (r record) point() (lat, lon float64) {
	for _, c := range []struct {
		field string
		most  float64
		to    *float64
	}{{"lat", 90, &lat}, {"lon", 180, &lon}} {
		v, ok := r.number(c.field, -c.most, c.most)
		if !ok && r.fields[c.field] == "" {
			r.file.wrong(r.line, "no %s: want degrees, south and west negative", c.field)
		}
		*c.to = v
	}
	return lat, lon
}
