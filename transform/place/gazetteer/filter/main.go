// Command filter writes the Bloom filter of place names that extract/dateline embeds: a
// dateline without an agency ("LINDI: …") is one only if its place is a place. extract
// cannot import the gazetteer, and needs nothing of it but this.
//
//	go run ./transform/place/gazetteer/filter -out extract/dateline/names.bin
//
// The names are those of the gazetteer (GeoNames, CC BY 4.0, see package gazetteer): own
// names of countries, regions, first-level areas, and of populated places, those of one
// word from a population of 2,000 upwards.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"dateline/extract/dateline"
	"dateline/transform/place/gazetteer"
)

func main() {
	out := flag.String("out", "extract/dateline/names.bin", "file to write")
	flag.Parse()
	keys := names(gazetteer.Load())
	if err := os.WriteFile(*out, dateline.NewFilter(keys), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "filter:", err)
		os.Exit(1)
	}
	fmt.Printf("%d names\n", len(keys))
}

// names are the keys of all names that may stand alone in a dateline, in the order of the
// gazetteer.
func names(g *gazetteer.Gazetteer) (keys []string) {
	seen := map[string]bool{}
	for id := range gazetteer.ID(g.Len()) {
		name := g.Name(id)
		if !wanted(g, id, name) {
			continue
		}
		if k := dateline.Key(name); len(k) > 2 && !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	return keys
}

func wanted(g *gazetteer.Gazetteer, id gazetteer.ID, name string) bool {
	switch g.Feature(id) {
	case gazetteer.Admin2, gazetteer.Section, gazetteer.OtherPop, gazetteer.Water, gazetteer.Site, gazetteer.Continent:
		return false
	case gazetteer.Admin1, gazetteer.CountryF, gazetteer.Region, gazetteer.Village, gazetteer.Capital, gazetteer.Seat1:
		return true
	}
	if strings.Contains(name, " ") {
		return true
	}
	return g.Magnitude(id) >= 11 // 2,047 people
}
