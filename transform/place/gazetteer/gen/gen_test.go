package main

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"testing"
)

func TestAlternate(t *testing.T) {
	syria, usa, greece := &place{country: "SY"}, &place{country: "US", pop: 9000}, &place{country: "GR", pop: 400}
	for _, c := range []struct {
		s    string
		p    *place
		want bool
	}{
		{"Khān Shaykhūn", syria, true},
		{"Ma`arrat an Nu`man", syria, true},
		{"khan shykhwn", syria, false}, // a transliteration letter by letter
		{"خان شيخون", syria, false},    // another script
		{"DMSHQ", syria, false},        // no vowel
		{"ALP", syria, false},          // an airport's code
		{"Damas 2", syria, false},      // a number
		{"Damascus", usa, false},       // history
		{"Kherson", greece, false},     // a village nobody writes about
		{"Al Bab", &place{country: "SY"}, true},
	} {
		if got := alternate(c.s, c.p); got != c.want {
			t.Errorf("alternate(%q, %s) = %v", c.s, c.p.country, got)
		}
	}
}

func TestBare(t *testing.T) {
	for s, want := range map[string]string{
		"Idlib Governorate": "Idlib", "Provincia de Lima": "Lima", "Kharkiv Oblast": "Kharkiv", "Tver’ Oblast’": "Tver’",
		"Ingushetiya, Respublika": "Ingushetiya", "Texas": "Texas", "La State": "La State", "Wilaya d'Alger": "Alger",
	} {
		if got := bare(s); got != want {
			t.Errorf("bare(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	p := &place{name: "Ḩalab", english: "Aleppo Governorate", country: "SY", feature: featAdmin1, others: []string{"Halab Province", "حلب"}}
	got := map[string]byte{}
	p.spellings(func(s string, kind byte) { got[s] = kind })
	want := map[string]byte{"Ḩalab": kindName, "Aleppo Governorate": kindName, "Halab Province": kindAlternate, "Aleppo": kindName, "Halab": kindName}
	if !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if b := p.best(); b != "Aleppo" {
		t.Errorf("best name %q", b)
	}
}

func TestReadGeonames(t *testing.T) {
	row := "169389\tIdlib\tIdlib\tEdlib,Idleb\t35.93062\t36.63393\tP\tPPLA\tSY\t\t12\t\t\t\t128840\t\t450\tAsia/Damascus\t2020-01-01\n"
	m, err := readGeonames([]byte(row))
	if err != nil {
		t.Fatal(err)
	}
	if p := m[169389]; p == nil || p.feature != featPPLA || p.pop != 128840 || p.lat != 35.93062 || len(p.others) != 2 {
		t.Errorf("%+v", p)
	}
	for _, bad := range []string{"1\t2", "x" + row} {
		if _, err := readGeonames([]byte(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func TestReadMO(t *testing.T) {
	keys, vals := []string{"169389", "SY.12"}, []string{"Idlib", "Idlib Governorate"}
	var b, text bytes.Buffer
	table := func(list []string, base int) {
		for _, s := range list {
			binary.Write(&b, binary.LittleEndian, [2]uint32{uint32(len(s)), uint32(base + text.Len())})
			text.WriteString(s + "\x00")
		}
	}
	binary.Write(&b, binary.LittleEndian, [5]uint32{0x950412de, 0, 2, 20, 36})
	table(keys, 52)
	table(vals, 52)
	b.Write(text.Bytes())
	m, err := readMO(b.Bytes())
	if err != nil || m["169389"] != "Idlib" || m["SY.12"] != "Idlib Governorate" {
		t.Errorf("%v %v", m, err)
	}
	if _, err := readMO([]byte("no catalogue, but twenty bytes")); err == nil {
		t.Error("no error for garbage")
	}
}

func TestReadUSAtlas(t *testing.T) {
	// A square of 2 degrees around 10 N, 20 W, as two arcs in steps of a tenth.
	const topo = `{"transform":{"scale":[0.1,0.1],"translate":[-21,9]},
		"arcs":[[[0,0],[20,0],[0,20]],[[0,0],[0,20],[20,0]]],
		"objects":{"states":{"geometries":[{"type":"Polygon","id":"48","arcs":[[0,-2]]}]}}}`
	m, err := readUSAtlas([]byte(topo), "states")
	if err != nil {
		t.Fatal(err)
	}
	if p := m["48"]; math.Abs(p[0]-10) > 1e-9 || math.Abs(p[1]+20) > 1e-9 {
		t.Errorf("centroid %v", p)
	}
}

func TestExtentLeavesOutFarIslands(t *testing.T) {
	var all []*place
	for i := range 300 {
		all = append(all, &place{lat: 40 + float64(i%10), lon: 10 + float64(i/10)})
	}
	all = append(all, &place{lat: -21, lon: 55})
	if e := extentOf(all); e.south < 40 || e.north > 49 || e.east > 40 {
		t.Errorf("%+v", e)
	}
}

// The same world gives the same bytes, whatever the order of maps.
func TestWriteIsDeterministic(t *testing.T) {
	make := func() *world {
		w := &world{countries: map[string]extent{"SY": {32, 35, 37, 42}, "US": {25, -124, 49, -67}}}
		w.admin1 = []*place{{id: 1, name: "Idlib", country: "SY", feature: featAdmin1, admin1: 0, admin2: -1, hasPoint: true}}
		w.extents = []extent{{35, 36, 36, 37}}
		for i, n := range []string{"Idlib", "Taftanaz", "Qaminas", "al-Bab"} {
			w.cities = append(w.cities, &place{id: int64(10 + i), name: n, country: "SY", feature: featPPL, admin1: 0, admin2: -1, hasPoint: true, others: []string{n + "a", n + "o"}})
		}
		return w
	}
	if !slices.Equal(make().write(), make().write()) {
		t.Error("two runs differ")
	}
}
