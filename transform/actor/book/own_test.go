package book

import (
	"slices"
	"testing"
)

func keysIn(name string) []Key {
	var out []Key
	for w := range Words(name) {
		out = append(out, KeyOf(w))
	}
	return out
}

func named(b *Book, name string) []*Name {
	m, ok := b.Longest(keysIn(name))
	if !ok {
		return nil
	}
	return slices.Collect(m.All)
}

func TestMergePutsOwnActorsOverTheBook(t *testing.T) {
	b := parse("Old Party|OP|Oldies\to\tFRA\tPTY\t\t\t\t\nJane Doe|~Doe\tp\tUSA\tGOV\t\t20010101\t\tPresident\n")
	var many []Own
	for i := range 300 { // the index has to grow
		n := "Actor " + string(rune('a'+i%26)) + string(rune('a'+i/26)) + " of the north"
		many = append(many, Own{Entry{Name: n, Kind: Group, Rows: []Row{{Sector: "REB"}}}, []string{n}})
	}
	b.merge(append(many,
		Own{Entry{Name: "Old Party", Kind: Organisation, Rows: []Row{{Country: "BEL", Sector: "OPP"}}}, []string{"Old Party", "Old Ones"}},
		Own{Entry{Name: "Mary Doe", Kind: Person, Rows: []Row{{Country: "GBR", Sector: "LEG"}}}, []string{"Mary Doe", "~Doe"}},
		Own{Entry{Name: "Paul Doe", Kind: Person, Rows: []Row{{Country: "IRL", Sector: "LEG"}}}, []string{"Paul Doe", "~Doe"}},
	))
	for _, m := range many {
		if got := named(b, m.Names[0]); len(got) != 1 || got[0].Entry.Name != m.Names[0] {
			t.Fatalf("%s: %v", m.Names[0], got)
		}
	}
	for _, n := range []string{"Old Party", "OP", "Oldies", "Old Ones"} {
		if got := named(b, n); len(got) != 1 || got[0].Entry.Rows[0].Country != "BEL" {
			t.Errorf("%s: %v", n, got)
		}
	}
	var does []string
	for _, n := range named(b, "Doe") {
		does = append(does, n.Entry.Name)
	}
	if slices.Sort(does); !slices.Equal(does, []string{"Mary Doe", "Paul Doe"}) {
		t.Errorf("Doe: %v, want the user's two and not the book's", does)
	}
	if got := named(b, "Jane Doe"); len(got) != 1 || got[0].Entry.Rows[0].Country != "USA" {
		t.Errorf("Jane Doe: %v", got)
	}
}

func TestMergeComesBeforeLoad(t *testing.T) {
	Load()
	if Merge([]Own{{}}) == nil {
		t.Error("merged into a book that is in use")
	}
	if s := Sectors(); !slices.Contains(s, "GOV") || !slices.Contains(s, "REB") || len(s) > 40 {
		t.Errorf("sectors %v", s)
	}
}
