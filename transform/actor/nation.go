package actor

import (
	"sync"

	"dateline/transform/actor/book"
	"dateline/transform/place/gazetteer"
)

// nationKind says what sort of name stands for a state.
type nationKind byte

const (
	countryName nationKind = iota + 1
	capitalName            // "Ankara"
	seatName               // "the Kremlin"
	demonym                // "Turkish", "Turk", "Turks"
)

// nation is a name of a state, of its people or of its government.
type nation struct {
	kind   nationKind
	alpha3 string
	name   string         // canonical: the country's name, the demonym's adjective
	exact  string         // an acronym, to be found as printed
	seat   string         // kind of seat, as the gazetteer has it
	forms  gazetteer.Form // of a demonym
	people string         // kind of demonym: state part city people former shared region
	next   int32          // another reading of the same words
}

// nations is the index of all names of states; made once of the gazetteer's tables.
type nations struct {
	list  []nation
	index book.Index
}

var loadNations = sync.OnceValue(func() *nations {
	ns := &nations{index: book.NewIndex(6000)}
	for i := range gazetteer.Countries() {
		c := &gazetteer.Countries()[i]
		ns.add(nation{kind: countryName, alpha3: c.Alpha3, name: c.Name}, c.Name)
		for _, a := range c.Aliases {
			ns.add(nation{kind: countryName, alpha3: c.Alpha3, name: c.Name}, a)
		}
	}
	for i := range gazetteer.Demonyms() {
		d := &gazetteer.Demonyms()[i]
		for _, f := range []struct {
			form  gazetteer.Form
			names []string
		}{{gazetteer.Adjective, d.Adjectives}, {gazetteer.Noun, d.Nouns}, {gazetteer.Plural, d.Plurals}} {
			for _, n := range f.names {
				ns.addForm(n, f.form, d)
			}
		}
	}
	for _, s := range gazetteer.Seats() {
		for _, n := range append([]string{s.Name}, s.Aliases...) {
			ns.add(nation{kind: seatName, alpha3: s.Country, name: s.Name, seat: s.Kind}, n)
		}
	}
	for _, c := range gazetteer.Capitals() {
		if c.Seat != 1 {
			continue
		}
		for _, n := range append([]string{c.Name}, c.Aliases...) {
			ns.add(nation{kind: capitalName, alpha3: c.Country, name: c.Name, seat: "government"}, n)
		}
	}
	return ns
})

// add enters a name behind the readings it has.
func (ns *nations) add(n nation, name string) {
	at, _ := ns.index.Add(name)
	if at == nil {
		return
	}
	if book.IsAcronym(name) {
		n.exact = name
	}
	n.next = book.None
	ns.list = append(ns.list, n)
	id := int32(len(ns.list) - 1)
	if *at == book.None {
		*at = id
		return
	}
	last := *at
	for ns.list[last].next != book.None {
		last = ns.list[last].next
	}
	ns.list[last].next = id
}

// addForm enters a form of a demonym; the first row that has a spelling wins.
func (ns *nations) addForm(name string, form gazetteer.Form, d *gazetteer.Demonym) {
	adjective := name
	if len(d.Adjectives) > 0 {
		adjective = d.Adjectives[0]
	}
	at, _ := ns.index.Add(name)
	if at == nil {
		return
	}
	for i := *at; i != book.None; i = ns.list[i].next {
		if n := &ns.list[i]; n.kind == demonym {
			if n.name == adjective && n.alpha3 == d.Country {
				n.forms |= form
			}
			return
		}
	}
	ns.add(nation{kind: demonym, alpha3: d.Country, name: adjective, forms: form, people: d.Kind}, name)
}

// find is the longest name of a state that begins with keys[0]; text is what is printed
// from there on.
func (ns *nations) find(keys []book.Key, text func(tokens int) string) (*nation, int) {
	v, n := ns.index.Longest(keys)
	for ; n > 0 && v != book.None; v = ns.list[v].next {
		at := &ns.list[v]
		s := text(n)
		if at.exact != "" && !book.SameAcronym(at.exact, s) || at.exact == "" && !capitalised(s) {
			continue
		}
		return at, n
	}
	return nil, 0
}
