package gazetteer

import (
	"testing"
)

// first is the first candidate for a name that is in a country and has a feature (0: any).
func first(t *testing.T, g *Gazetteer, s, country string, f Feature) ID {
	t.Helper()
	for _, c := range g.Lookup(nil, s) {
		if p := g.Country(c.ID); p != nil && p.Alpha3 == country && (f == 0 || g.Feature(c.ID) == f) {
			return c.ID
		}
	}
	t.Errorf("Lookup(%q) has nothing in %s with feature %d", s, country, f)
	return None
}

func TestLookup(t *testing.T) {
	g := Load()
	for _, c := range []struct {
		name, country string
		feature       Feature
		admin1        string
		lat, lon      float64
		id            int64
	}{
		{"Idlib", "SYR", Seat1, "Idlib", 35.93, 36.63, 169389},
		{"Idlib", "SYR", Admin1, "Idlib", 35.8, 36.6, 169387},
		{"Taftanaz", "SYR", 0, "Idlib", 36, 36.79, 163799},
		{"Qaminas", "SYR", Village, "Idlib", 35.88, 36.67, 0},
		{"Springfield", "USA", 0, "Missouri", 37.2, -93.3, 4409896},
		{"Kiev", "UKR", Capital, "Kyiv City", 50.45, 30.5, 703448},
		{"Kiev", "UKR", Capital, "Kyiv City", 50.45, 30.5, 703448},
		{"Rapides Parish", "USA", Admin2, "Louisiana", 31.2, -92.5, 4338356},
		{"Al Bab", "SYR", 0, "Aleppo", 36.37, 37.51, 0},
		{"al-Bab", "SYR", 0, "Aleppo", 36.37, 37.51, 0},
		{"ar-Raqqa", "SYR", 0, "Ar-Raqqah", 35.9, 39, 0},
		{"Robotyne", "UKR", 0, "", 47.45, 35.84, 0},
		{"Texas", "USA", Admin1, "Texas", 31.5, -99.3, 4736286},
		{"U.K.", "GBR", CountryF, "", 54.5, -2.5, 2635167},
	} {
		id := first(t, g, c.name, c.country, c.feature)
		if id == None {
			continue
		}
		lat, lon := g.Point(id)
		if d := Distance(lat, lon, c.lat, c.lon); d > 40 {
			t.Errorf("%s: at %.2f,%.2f, %.0f km off", c.name, lat, lon, d)
		}
		if c.id != 0 && g.GeonameID(id) != c.id {
			t.Errorf("%s: geonameid %d, want %d", c.name, g.GeonameID(id), c.id)
		}
		if a := g.Admin1(id); c.admin1 != "" && (a == None || g.Name(a) != c.admin1) {
			t.Errorf("%s: admin1 %v, want %s", c.name, a, c.admin1)
		}
	}
	for _, s := range []string{"", "Xyzzyville", "qqqq", "\xff\xfe"} {
		if c := g.Lookup(nil, s); len(c) != 0 {
			t.Errorf("Lookup(%q) = %v", s, c)
		}
	}
}

func TestLookupLoose(t *testing.T) {
	g := Load()
	for s, want := range map[string]string{"Khan Cheikhoun": "SYR", "Suweyda": "SYR", "Mosul": "IRQ"} {
		found := false
		for _, c := range g.LookupLoose(nil, s) {
			found = found || g.Country(c.ID).Alpha3 == want
		}
		if !found {
			t.Errorf("LookupLoose(%q) has nothing in %s", s, want)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	g := Load()
	for s, want := range map[string]string{"Ill.": "Illinois", "N.Y.": "New York", "W.Va.": "West Virginia", "D.C.": "District of Columbia", "NSW": "New South Wales"} {
		if id := g.StateByAbbreviation(s); id == None || g.Name(id) != want {
			t.Errorf("StateByAbbreviation(%q) = %v", s, id)
		}
	}
	if id := g.StateByPostal("TX"); id == None || g.Name(id) != "Texas" {
		t.Errorf("StateByPostal(TX) = %v", id)
	}
	if g.StateByAbbreviation("Ill") != None || g.StateByPostal("ZZ") != None {
		t.Error("an abbreviation without its period is known")
	}
}

func TestExtentsAndCovers(t *testing.T) {
	g := Load()
	if b := g.Extent(g.CountryPlace("SYR")); b.South < 32 || b.North > 37.5 || b.West < 35.5 || b.East > 42.5 || !b.Known() {
		t.Errorf("extent of Syria: %+v", b)
	}
	donbas := first(t, g, "Donbas", "UKR", Region)
	if n := len(g.Covers(donbas)); n != 2 {
		t.Errorf("Donbas covers %d areas", n)
	}
	if c := g.CapitalOf("SYR"); c == None || g.Name(c) != "Damascus" {
		t.Errorf("capital of SYR: %v", c)
	}
}

// Every row of the tables of facts must lead somewhere: covered areas and containers that
// the gazetteer does not know are mistakes.
func TestFactsResolve(t *testing.T) {
	g := Load()
	for _, tsv := range []string{regionsTSV, featuresTSV} {
		for f := range rows(tsv, 8) {
			if len(g.coverage(f[7])) != len(list(f[7])) {
				t.Errorf("%s: not all of %q are known", f[0], f[7])
			}
			if f[3] != "-" && CountryByCode(f[3]) == nil || featureOf[f[2]] == 0 {
				t.Errorf("bad row %q", f)
			}
		}
	}
	for f := range rows(villagesTSV, 6) {
		if c := CountryByCode(f[2]); c == nil || f[3] != "" && g.admin1Named(c, f[3]) == None {
			t.Errorf("%s: no %s in %s", f[0], f[3], f[2])
		}
	}
}

func TestLookupDoesNotAllocate(t *testing.T) {
	g := Load()
	buf := make([]Candidate, 0, 256)
	if n := testing.AllocsPerRun(100, func() {
		g.Lookup(buf[:0], "Ma‘arrat an Nu‘mān")
		g.Lookup(buf[:0], "Springfield")
		g.LookupLoose(buf[:0], "Khan Cheikhoun")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Idlib", "al-Bab", "Washington, D.C.", "\xff", "Łódź"} {
		f.Add(s)
	}
	g := Load()
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range append(g.Lookup(nil, s), g.LookupLoose(nil, s)...) {
			if int(c.ID) < 0 || int(c.ID) >= g.Len() {
				t.Fatalf("%q: place %d of %d", s, c.ID, g.Len())
			}
			lat, lon := g.Point(c.ID)
			if g.Name(c.ID) == "" || lat < -90 || lat > 90 || lon < -180 || lon > 180 {
				t.Fatalf("%q: bad place %q %v %v", s, g.Name(c.ID), lat, lon)
			}
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	g := Load()
	buf := make([]Candidate, 0, 256)
	b.ReportAllocs()
	for b.Loop() {
		g.Lookup(buf[:0], "Khan Shaykhun")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		g := &Gazetteer{}
		g.load()
	}
}
