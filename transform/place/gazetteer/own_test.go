package gazetteer

import (
	"slices"
	"testing"
)

func TestMergePutsOwnPlacesOverTheGazetteer(t *testing.T) {
	g := Builtin()
	before := g.Lookup(nil, "Taftanaz")
	g.merge([]Own{
		{Name: "Taftanaz", Aliases: []string{"Taftanaaz"}, Feature: Town, Country: CountryByCode("SYR"), Lat: 35.98, Lon: 36.78, Population: 9000},
		{Name: "Camp Nowhere", Aliases: []string{"Mukhayyam Nowhere"}, Feature: Site, Country: CountryByCode("SYR"), Admin1: "Idlib", Lat: 36, Lon: 36.7, GeonameID: 77},
		{Name: "Paris", Feature: Town, Country: CountryByCode("SYR"), Lat: 34, Lon: 38},
	})
	got := g.Lookup(nil, "Taftanaz")
	if len(got) != len(before) || len(got) == 0 {
		t.Fatalf("%d candidates, before %d", len(got), len(before))
	}
	lat, lon := g.Point(got[0].ID)
	if lat != 35.98 || lon != 36.78 || g.Country(got[0].ID).Alpha3 != "SYR" || g.Admin1(got[0].ID) == None || g.GeonameID(got[0].ID) == 0 {
		t.Errorf("Taftanaz at %g, %g, admin1 %d, id %d", lat, lon, g.Admin1(got[0].ID), g.GeonameID(got[0].ID))
	}
	if alias := g.Lookup(nil, "taftanaaz"); len(alias) != 1 || alias[0].ID != got[0].ID {
		t.Errorf("alias %v", alias)
	}
	camp := g.Lookup(nil, "Camp Nowhere")
	if len(camp) != 1 || g.Feature(camp[0].ID).Word() != "site" || g.GeonameID(camp[0].ID) != 77 || g.Name(g.Admin1(camp[0].ID)) == "" {
		t.Errorf("camp %v", camp)
	}
	if paris := g.Lookup(nil, "Paris"); len(paris) < 3 || g.Country(paris[0].ID) == nil {
		t.Errorf("Paris has %d candidates: the French one must stay", len(paris))
	}
}

func TestAdmin1Names(t *testing.T) {
	g := Load()
	names := g.Admin1Names(CountryByCode("SYR"))
	if len(names) < 12 || !slices.ContainsFunc(names, func(n string) bool { return g.KnowsAdmin1(CountryByCode("SYR"), n) }) || g.KnowsAdmin1(CountryByCode("SYR"), "Bavaria") {
		t.Errorf("%v", names)
	}
	if Merge([]Own{{}}) == nil {
		t.Error("merged into a gazetteer that is in use")
	}
}
