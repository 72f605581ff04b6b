package book

import (
	"strings"
	"testing"
	"time"
)

// keys are the keys of a text's words.
func keys(text string) []Key {
	var out []Key
	for w := range Words(text) {
		out = append(out, KeyOf(w))
	}
	return out
}

// find is the row that a name has on a day ("" for no day).
func find(t *testing.T, name, day string) (*Entry, *Row, bool) {
	t.Helper()
	m, ok := Load().Longest(keys(name))
	if !ok {
		return nil, nil, false
	}
	var d Day
	if day != "" {
		when, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		d = DayOf(when)
	}
	var best *Entry
	for n := range m.All {
		if _, in := n.Entry.At(d); best == nil || in {
			best = n.Entry
			if in {
				break
			}
		}
	}
	r, in := best.At(d)
	return best, r, in
}

func TestDatedRows(t *testing.T) {
	for _, c := range []struct {
		name, day, canonical, country, sector string
		in                                    bool
	}{
		{"Recep Tayyip Erdogan", "2020-02-10", "Recep Tayyip Erdogan", "TUR", "GOV", true},
		{"Recep Tayyip Erdoğan", "2005-01-01", "Recep Tayyip Erdogan", "TUR", "GOV", true},
		{"Vladimir Putin", "1999-01-01", "Vladimir Putin", "RUS", "SPY", true},
		{"Vladimir Putin", "2009-01-01", "Vladimir Putin", "RUS", "GOV", true},
		{"Angela Merkel", "2017-04-01", "Angela Merkel", "DEU", "GOV", true},
		{"Angela Merkel", "2022-01-10", "Angela Merkel", "DEU", "GOV", false},
		{"George Bush", "1991-01-16", "George H. W. Bush", "USA", "GOV", true},
		{"George Bush", "2003-03-19", "George W. Bush", "USA", "GOV", true},
		{"Taliban", "1999-01-01", "Taliban", "AFG", "GOV", true},
		{"Taliban", "2010-01-01", "Taliban", "AFG", "REB", true},
		{"Volodymyr Zelenskiy", "2023-01-01", "Volodymyr Zelensky", "UKR", "GOV", true},
		{"Ansar Allah", "2024-01-01", "Houthis", "YEM", "REB", true},
		{"Medecins Sans Frontieres", "", "Doctors Without Borders", "NGO", "MED", true},
		{"Syrian Observatory for Human Rights", "", "Syrian Observatory for Human Rights", "NGO", "SOC", true},
	} {
		e, r, in := find(t, c.name, c.day)
		if e == nil {
			t.Errorf("%s is not in the book", c.name)
			continue
		}
		if e.Name != c.canonical || r.Country != c.country || r.Sector != c.sector || in != c.in {
			t.Errorf("%s on %s: %s %s %s in=%v, want %+v", c.name, c.day, e.Name, r.Country, r.Sector, in, c)
		}
	}
}

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"Erdogan", "ERDOĞAN", "erdogan"}, {"Sharaa", "Shara'a", "Shara’a"}, {"U.S.", "US"},
		{"Malacañang", "malacanang"}, {"Łukasz", "Lukasz"}, {"ﬁre", "fire"},
	} {
		for _, w := range same[1:] {
			if KeyOf(w) != KeyOf(same[0]) {
				t.Errorf("%s and %s fold apart", w, same[0])
			}
		}
	}
	for word, want := range map[string]Key{"-": Skip, "'": Skip, "’": Skip, ".": Break, ",": Break, "…": Break, "": Break} {
		if got := KeyOf(word); got != want {
			t.Errorf("key of %q is %d, want %d", word, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string]string{
		"People's Liberation Army": "People s Liberation Army",
		"al-Qaida":                 "al Qaida",
		"DHKP/C":                   "DHKP C",
		"Workers' Party":           "Workers' Party",
		"":                         "",
	} {
		var got []string
		for w := range Words(name) {
			got = append(got, w)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is cut into %q, want %q", name, s, want)
		}
	}
}

func TestLongest(t *testing.T) {
	for text, want := range map[string]int{
		"Islamic State Khorasan Province claimed": 4,
		"Islamic State claimed":                   2,
		"Islamic scholars":                        0,
		"al - Qaida in Yemen":                     3,
	} {
		m, ok := Load().Longest(keys(strings.ReplaceAll(text, " - ", " ‐ ")))
		if ok != (want > 0) || m.Tokens != want {
			t.Errorf("%q: %d tokens, want %d", text, m.Tokens, want)
		}
	}
}

func TestAcronyms(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{{"U.N.", "UN", true}, {"CPI-Maoist", "CPI Maoist", true}, {"WHO", "who", false}, {"UN", "UNO", false}, {"", "", true}} {
		if SameAcronym(c.a, c.b) != c.same {
			t.Errorf("SameAcronym(%q, %q) is not %v", c.a, c.b, c.same)
		}
	}
	for s, want := range map[string]bool{"WHO": true, "U.S.": true, "G-20": true, "Nato": false, "": false, "20": false} {
		if IsAcronym(s) != want {
			t.Errorf("IsAcronym(%q) is not %v", s, want)
		}
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		words  string
		tokens int
		class  Class
		sector string
	}{
		{"soldier fire", 1, Hard, "MIL"},
		{"security force", 2, Hard, "COP"},
		{"spokesman", 1, Office, ""},
		{"ministry", 1, Body, "GOV"},
		{"grenadier", 1, Hard, "MIL"}, // WordNet's
		{"foreign minister", 2, Hard, "GOV"},
		{"dozen", 1, Transfer, ""},
		{"table", 0, NoClass, ""},
	} {
		r, n := LoadRoles().Longest(keys(c.words), keys(c.words))
		if n != c.tokens {
			t.Errorf("%q: %d tokens, want %d", c.words, n, c.tokens)
		} else if r != nil && (r.Class != c.class || r.Sector != c.sector) {
			t.Errorf("%q: %c %s, want %c %s", c.words, r.Class, r.Sector, c.class, c.sector)
		}
	}
}

// TestBookIsSound checks every row of the embedded book.
func TestBookIsSound(t *testing.T) {
	sectors := map[string]bool{"": true}
	for _, s := range strings.Fields("COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC") {
		sectors[s] = true
	}
	b := Load()
	if len(b.entries) < 5000 {
		t.Errorf("only %d entries", len(b.entries))
	}
	for i := range b.entries {
		e := &b.entries[i]
		if e.Name == "" || e.Kind.String() == "" || len(e.Rows) == 0 {
			t.Errorf("entry %d is not whole: %+v", i, e)
		}
		var last Day
		for _, r := range e.Rows {
			if !sectors[r.Sector] || r.Country != "" && len(r.Country) != 3 {
				t.Errorf("%s: country %q, sector %q", e.Name, r.Country, r.Sector)
			}
			if r.From < last || r.To != 0 && r.To < r.From {
				t.Errorf("%s: rows out of order at %d to %d", e.Name, r.From, r.To)
			}
			last = r.From
		}
	}
	for i := range LoadRoles().roles {
		if r := &LoadRoles().roles[i]; !sectors[r.Sector] || !sectors[r.Mod] {
			t.Errorf("role %d: sectors %q, %q", i, r.Sector, r.Mod)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	b, r := Load(), LoadRoles()
	k := keys("Islamic State Khorasan Province claimed the attack")
	if n := testing.AllocsPerRun(100, func() {
		b.Longest(k)
		r.Longest(k, k)
		KeyOf("Erdoğan’s")
	}); n != 0 {
		t.Errorf("a look-up allocates %v times", n)
	}
}

func BenchmarkLoad(bm *testing.B) {
	for bm.Loop() {
		parse(bookTSV)
		parseRoles(rolesTSV)
	}
}

func BenchmarkLongest(bm *testing.B) {
	b := Load()
	k := keys("Islamic State Khorasan Province claimed the attack")
	for bm.Loop() {
		b.Longest(k)
	}
}

func FuzzKeyOf(f *testing.F) {
	for _, s := range []string{"", "Erdoğan", "’", "\xff", "ǅ", "ﬃ", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if key := KeyOf(s); KeyOf(s) != key {
			t.Fatal("not a function")
		}
		x := NewIndex(countWords(s) + 1)
		for w := range Words(s) {
			if w == "" {
				t.Fatalf("an empty word in %q", s)
			}
		}
		x.Add(s)
	})
}
