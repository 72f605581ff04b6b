package dictionary

import (
	"bytes"
	"strings"
	"testing"

	"dateline/transform/actor/book"
	"dateline/transform/place/gazetteer"
)

func TestActors(t *testing.T) {
	const table = "\ufeff# mine\nname\tkind\tcountry\tsector\tfrom\tto\taliases\trole\r\n" +
		"Jane Roe\tperson\tGBR\tGOV\t2020-01-01\t\t~Roe|Dame Jane Roe\tminister\r\n\n" +
		"Jane Roe\t\tGBR\tOPP\t2010-01-01\t2019-12-31\n" +
		"Northern Front\tgroup\tSY\tREB\n"
	const list = "- name: Jane Roe\n  kind: person\n  country: GBR\n  sector: GOV\n  from: 2020-01-01\n  aliases: [~Roe, Dame Jane Roe]\n  role: minister\n" +
		"- {name: Jane Roe, country: GBR, sector: OPP, from: 2010-01-01, to: 2019-12-31}\n- {name: Northern Front, kind: group, country: SY, sector: REB}\n"
	for path, text := range map[string]string{"a.tsv": table, "a.yaml": strings.ReplaceAll(list, "[~Roe", "['~Roe'")} {
		got, err := readActors(path, text)
		if err != nil || len(got) != 2 {
			t.Fatalf("%s: %v, %d actors", path, err, len(got))
		}
		jane, front := got[0], got[1]
		if strings.Join(jane.Names, "|") != "Jane Roe|~Roe|Dame Jane Roe" || jane.Entry.Kind != book.Person || len(jane.Entry.Rows) != 2 {
			t.Errorf("%s: %+v", path, jane)
		}
		if r := jane.Entry.Rows; r[0].Sector != "OPP" || r[0].To != 20191231 || r[1].From != 20200101 || r[1].Role != "minister" {
			t.Errorf("%s: rows %+v", path, r)
		}
		if front.Entry.Kind != book.Group || front.Entry.Rows[0].Country != "SYR" {
			t.Errorf("%s: %+v", path, front)
		}
	}
}

func TestPlaces(t *testing.T) {
	got, err := readPlaces("p.tsv", "name\tlat\tlon\tcountry\tadmin1\tpopulation\tfeature\taliases\n"+
		"Qaminas\t35.9\t36.66\tSYR\tIdlib\t3500\t\tQminas | Kaminas\nBig\t1\t-2\tSYR\t\t90000\tcity\nSand Sea\t1\t2\t\t\t\tregion\n")
	if err != nil || len(got) != 3 {
		t.Fatal(err, len(got))
	}
	if p := got[0]; p.Feature != gazetteer.Village || p.Country.Alpha3 != "SYR" || strings.Join(p.Aliases, ",") != "Qminas,Kaminas" || p.Population != 3500 || p.Lat != 35.9 {
		t.Errorf("%+v", p)
	}
	if got[1].Feature != gazetteer.Town || got[2].Feature != gazetteer.Region || got[2].Country != nil {
		t.Errorf("%+v", got[1:])
	}
}

// Each mistake names its file, its line and what was perhaps meant.
func TestMistakes(t *testing.T) {
	actors := func(path, text string) error { _, err := readActors(path, text); return err }
	places := func(path, text string) error { _, err := readPlaces(path, text); return err }
	const a, p = "name\tkind\tcountry\tsector\tfrom\tto\tcode\n", "name\tcountry\tadmin1\tlat\tlon\tfeature\tpopulation\n"
	for _, c := range []struct {
		read             func(string, string) error
		path, text, want string
	}{
		{actors, "a.tsv", "", "a.tsv:1: is empty: want a line with the names"},
		{actors, "a.tsv", "nam\tkind\n", `a.tsv:1: column "nam" is not known: did you mean name?`},
		{actors, "a.tsv", "name\tname\n", `column name stands there twice`},
		{actors, "a.tsv", a + "X\tpresident\n", `a.tsv:2: kind "president" is not known: want one of person`},
		{actors, "a.tsv", a + "X\tpersn\n", `did you mean person?`},
		{actors, "a.tsv", a + "X\t\tFRA\n", `a.tsv:2: no kind`},
		{actors, "a.tsv", a + "X\tperson\tFRNA\n", `country "FRNA" is not known: did you mean FRA?`},
		{actors, "a.tsv", a + "X\tperson\tFrance\n", `country France: want its code: did you mean FRA?`},
		{actors, "a.tsv", a + "X\tperson\tFRA\tGVO\n", `sector "GVO" is not known: did you mean GOV?`},
		{actors, "a.tsv", a + "X\tperson\tFRA\tGOV\t1.1.2020\n", `from "1.1.2020": want YYYY-MM-DD`},
		{actors, "a.tsv", a + "X\tperson\tFRA\tGOV\t2020-02-02\t2020-01-01\n", `to 2020-01-01 is before from 2020-02-02`},
		{actors, "a.tsv", a + "X\tperson\tFRA\tGOV\t\t\tUN\n", `code "UN": want CAMEO codes`},
		{actors, "a.tsv", a + "X|Y\tperson\n", `without | and ~`},
		{actors, "a.tsv", a + "X\tperson\nX\tgroup\n", `a.tsv:3: kind group, but person in an earlier line`},
		{actors, "a.tsv", "name\tkind\nX\tperson\tFRA\n", `a.tsv:2: 3 columns, but the first line names 2`},
		{actors, "a.yml", "name: X\n", `a.yml:1: want a list`},
		{actors, "a.yml", "- X\n", `want an entry with the fields`},
		{actors, "a.yml", "- name: X\n  knd: person\n", `a.yml:2: field "knd" is not known: did you mean kind?`},
		{actors, "a.yml", "- name: X\n  name: Y\n", `stands there twice`},
		{actors, "a.yml", "- name: [[X]]\n", `want plain values`},
		{actors, "a.yml", "- name: \"X\\tY\"\n", `holds a tab`},
		{actors, "a.yml", "- [", `a.yml:1: line 1`},
		{places, "p.tsv", p + "X\t\t\t1\t2\n", `p.tsv:2: no country`},
		{places, "p.tsv", p + "X\tSYR\tIdleb Governorate X\t1\t2\n", `admin1 "Idleb Governorate X" is not known`},
		{places, "p.tsv", p + "X\tSYR\t\t91\t2\n", `lat "91": want a number from -90 to 90`},
		{places, "p.tsv", p + "X\tSYR\t\tNaN\t2\n", `lat "NaN": want`},
		{places, "p.tsv", p + "X\tSYR\t\t1\n", `p.tsv:2: no lon`},
		{places, "p.tsv", p + "X\tSYR\t\t1\t2\tcitty\n", `feature "citty" is not known: did you mean city?`},
		{places, "p.tsv", p + "X\tSYR\t\t1\t2\tcity\tmany\n", `population "many"`},
	} {
		if err := c.read(c.path, c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v\nwant %s", c.text, err, c.want)
		}
	}
	err := actors("a.tsv", a+strings.Repeat("X\tperson\tFRNA\n", 50))
	if n := strings.Count(err.Error(), "\n"); n != mostErrors || !strings.Contains(err.Error(), "a.tsv: and 30 more mistakes") {
		t.Errorf("%d lines: %v", n+1, err)
	}
}

const dump = "170654\tDamascus\tDamascus\tDAM,Damas,دمشق,Damascus,Ash Sham|x\t33.5102\t36.29128\tP\tPPLC\tSY\t\t13\t\t\t\t1569394\t\t691\tAsia/Damascus\t2020-01-01\n" +
	"1\tIdlib\tIdlib\tIdlib Governorate,Idleb\t35.8\t36.7\tA\tADM1\tSY\t\t12\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n" +
	"2\tQaminas\tQaminas\tQminas,قميناس\t35.9\t36.66\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n" +
	"3\tBir x\tBir x\t\t35.9\t36.66\tH\tWLL\tSY\t\t12\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n" +
	"4\tCamp Z\tCamp Z\t\t35.9\t36.66\tS\tCMPRF\tSY\t\t99\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n" +
	"5\tقرية\tقرية\t\t35.9\t36.66\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n" +
	"6\tLost\tLost\t\t\t36.66\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n"

// A dump gives a file that is read back.
func TestImport(t *testing.T) {
	var b bytes.Buffer
	done, err := Import(&b, strings.NewReader(dump), Dump{Features: []string{"city", "site"}})
	if err != nil || done.Rows != 7 || done.Places != 3 {
		t.Fatalf("%v %+v", err, done)
	}
	if why := done.Why(); why != "; 2 of another kind; 1 without a name in Latin letters; 1 without coordinates" {
		t.Error(why)
	}
	got, err := readPlaces("p.tsv", b.String())
	if err != nil || len(got) != 3 {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if d := got[0]; d.Feature != gazetteer.Town || d.GeonameID != 170654 || strings.Join(d.Aliases, "|") != "Damas|Ash Sham x" {
		t.Errorf("%+v", d)
	}
	if q := got[1]; q.Name != "Qaminas" || q.Admin1 == "" || q.Feature != gazetteer.Village {
		t.Errorf("%+v", q)
	}
	if c := got[2]; c.Feature != gazetteer.Site || c.Admin1 != "" {
		t.Errorf("%+v", c)
	}
	if _, err := Import(&b, strings.NewReader("a\tb\n"), Dump{}); err == nil || !strings.Contains(err.Error(), "1: 2 columns, want the 19") {
		t.Error(err)
	}
	if err := (Dump{Features: []string{"citty"}}).Check(); err == nil || !strings.Contains(err.Error(), "did you mean city") {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.tsv", "name\tkind\nX\tperson\n")
	f.Add("a.yaml", "- name: X\n  kind: person\n")
	f.Fuzz(func(_ *testing.T, path, text string) {
		readActors(path, text)
		readPlaces(path, text)
	})
}
