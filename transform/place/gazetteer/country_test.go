package gazetteer

import "testing"

func TestCountryNamed(t *testing.T) {
	for name, want := range map[string]string{
		"Syria": "SYR", "SYRIA": "SYR", "U.S.": "USA", "Britain": "GBR", "the Netherlands": "NLD", "The Gambia": "GMB",
		"DRC": "COD", "Congo": "COD", "Congo-Brazzaville": "COG", "Burma": "MMR", "Türkiye": "TUR", "Korea": "KOR",
		"Ivory Coast": "CIV", "Kosovo": "XKX", "Swaziland": "SWZ", "Holy See": "VAT",
	} {
		if c := CountryNamed(name); c == nil || c.Alpha3 != want {
			t.Errorf("CountryNamed(%q) = %v, want %s", name, c, want)
		}
	}
	for _, name := range []string{"us", "the", "", "Atlantis"} {
		if c := CountryNamed(name); c != nil {
			t.Errorf("CountryNamed(%q) = %v, want none", name, c)
		}
	}
}

func TestCountriesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Countries() {
		if len(c.Alpha3) != 3 || len(c.Alpha2) != 2 || c.GeonameID == 0 || c.Lat == 0 && c.Lon == 0 || seen[c.Alpha3] {
			t.Errorf("bad row: %+v", c)
		}
		seen[c.Alpha3] = true
	}
	if len(seen) < 245 {
		t.Errorf("%d countries", len(seen))
	}
	for _, c := range Capitals() {
		if CountryByCode(c.Country) == nil {
			t.Errorf("capital %s of unknown country %q", c.Name, c.Country)
		}
	}
	for _, s := range Seats() {
		if CountryByCode(s.Country) == nil || s.City == "" {
			t.Errorf("bad seat: %+v", s)
		}
	}
	if got := CountryByCode("SYR").Capital; got != "Damascus" {
		t.Errorf("capital of SYR = %q", got)
	}
}

func TestCapitalsAndSeats(t *testing.T) {
	for name, want := range map[string]string{"Ankara": "TUR", "Kiev": "UKR", "Tel Aviv": "ISR", "Washington": "USA", "The Hague": "NLD"} {
		if c := CapitalNamed(name); c == nil || c.Country != want {
			t.Errorf("CapitalNamed(%q) = %+v, want %s", name, c, want)
		}
	}
	for name, want := range map[string]string{"Kremlin": "RUS", "the White House": "USA", "Élysée": "FRA", "Elysee Palace": "FRA"} {
		if s := SeatNamed(name); s == nil || s.Country != want {
			t.Errorf("SeatNamed(%q) = %+v, want %s", name, s, want)
		}
	}
}

func TestDemonymNamed(t *testing.T) {
	for _, c := range []struct {
		word, country, kind string
		forms               Form
	}{
		{"Syrian", "SYR", "state", Adjective | Noun},
		{"Turks", "TUR", "state", Plural},
		{"Turkish", "TUR", "state", Adjective},
		{"Swiss", "CHE", "state", Adjective | Noun | Plural},
		{"Rohingya", "MMR", "people", Adjective | Noun | Plural},
		{"Kurdish", "", "people", Adjective},
		{"Kurds", "", "people", Plural},
		{"Congolese", "COD", "state", Adjective | Noun | Plural},
		{"Soviet", "RUS", "former", Adjective | Noun},
		{"Europeans", "", "region", Plural},
	} {
		m, ok := DemonymNamed(c.word)
		if !ok || m.Country != c.country || m.Kind != c.kind || m.Forms != c.forms {
			t.Errorf("DemonymNamed(%q) = %+v %b", c.word, m.Demonym, m.Forms)
		}
	}
	for _, d := range Demonyms() {
		if d.Country != "" && CountryByCode(d.Country) == nil {
			t.Errorf("demonym %v of unknown country %q", d.Adjectives, d.Country)
		}
	}
	if _, ok := DemonymNamed("Martian"); ok {
		t.Error("Martian is known")
	}
}
