package gazetteer

import (
	_ "embed"
	"sync"
)

// Form is the grammatical form of a demonym as met in a text.
type Form int

// The forms of a demonym. One spelling may have several: "Iraqi" is adjective and noun.
const (
	Adjective Form = 1 << iota
	Noun
	Plural
)

// Demonym is a row of the table of demonyms and peoples.
type Demonym struct {
	Country    string // alpha-3; empty for those of no one state (Kurdish, European)
	Adjectives []string
	Nouns      []string
	Plurals    []string
	Kind       string // state part city people former shared region
}

//go:embed facts/demonyms.tsv
var demonymsTSV string

// Demonyms returns all demonyms and peoples, those of states first. The slice is shared:
// read only.
var Demonyms = sync.OnceValue(func() []Demonym {
	var out []Demonym
	for f := range rows(demonymsTSV, 5) {
		code := f[0]
		if code == "-" {
			code = ""
		}
		out = append(out, Demonym{Country: code, Adjectives: list(f[1]), Nouns: list(f[2]), Plurals: list(f[3]), Kind: f[4]})
	}
	return out
})

// DemonymMatch is a demonym and the forms that a spelling has.
type DemonymMatch struct {
	*Demonym
	Forms Form
}

var demonymNames = sync.OnceValue(func() map[string]DemonymMatch {
	m := map[string]DemonymMatch{}
	all := Demonyms()
	for i := range all {
		d := &all[i]
		add := func(names []string, f Form) {
			for _, n := range names {
				switch have, ok := m[n]; {
				case !ok:
					m[n] = DemonymMatch{d, f}
				case have.Demonym == d: // an earlier row wins: COD before COG for "Congolese"
					m[n] = DemonymMatch{d, have.Forms | f}
				}
			}
		}
		add(d.Adjectives, Adjective)
		add(d.Nouns, Noun)
		add(d.Plurals, Plural)
	}
	return m
})

// DemonymNamed finds a demonym by its spelling ("Syrian", "Turks", "Rohingya"); ok is
// false if there is none.
func DemonymNamed(word string) (m DemonymMatch, ok bool) {
	m, ok = demonymNames()[word]
	return m, ok
}
