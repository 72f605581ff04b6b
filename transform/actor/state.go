package actor

import (
	"strings"

	"dateline/transform/actor/book"
	"dateline/transform/place/gazetteer"
)

// seats gives the sector of who sits there.
var seats = map[string]string{
	"government": "GOV", "legislature": "LEG", "military": "MIL", "foreign": "GOV", "court": "JUD",
	"police": "COP", "intelligence": "SPY", "monarchy": "GOV", "finance": "BUS",
}

// state reads a phrase that ends in the name of a state, its people or its government.
func (p *pass) state(c chunk, it *item) {
	n := it.nation
	f := found{first: c.first, last: c.last, head: it.last - 1, coded: coded{country: n.alpha3}, name: n.name, nation: n, place: -1}
	switch {
	case n.kind == demonym:
		if !p.peopleNoun(c, it) {
			return
		}
		f.kind, f.sector, f.rule, f.confidence = book.Group, "CVL", "people", 0.6
		f.name = p.canonical(it.first, it.last)
		if m := p.modifiers(c.first, it.first); n.people == "people" && m.country != "" { // "Sri Lankan Tamils"
			f.country = m.country
		} else if p.ethnic(it) {
			f.country, f.open = "", true
		}
		f.key = "g:" + f.country + "CVL:" + f.name
		p.emit(f)
		return
	case n.kind == seatName:
		f.kind, f.sector, f.key = book.Organisation, seats[n.seat], "seat:"+n.name
		if n.seat == "government" {
			f.key = "gov:" + n.alpha3
		}
	case n.kind == capitalName:
		f.kind, f.sector, f.key = book.State, "GOV", "gov:"+n.alpha3
	default:
		f.kind, f.key = book.State, "state:"+n.alpha3
	}
	f.first = it.first
	use, why := p.use(it)
	if use == location && p.alone(c) {
		use, why = both, "stands alone"
	}
	if use == location {
		p.explain(it.first, it.last, "a place: "+why)
		return
	}
	f.rule, f.confidence = why, 0.8
	if use == both {
		f.confidence = 0.6
	} else if k := p.places[it.first]; k >= 0 {
		f.place = int(k)
	}
	p.emit(f)
}

// ethnic reports whether a people is meant wherever it lives: "ethnic Albanians".
func (p *pass) ethnic(it *item) bool { return it.first > 0 && p.keys[it.first-1] == keyEthnic }

// peopleNoun reports whether a demonym at the end of a phrase is a noun: "Syrians", "the
// Dutch", "a Syrian".
func (p *pass) peopleNoun(c chunk, it *item) bool {
	forms := it.nation.forms
	tag := p.Tokens[it.last-1].Tag
	switch {
	case tag == "NNS" || tag == "NNPS":
		return forms&gazetteer.Plural != 0
	case c.det == "the" && forms&gazetteer.Plural != 0:
		return true
	case c.det == "a" || c.det == "an" || c.det == "another":
		return forms&gazetteer.Noun != 0
	}
	return forms&gazetteer.Plural != 0 && forms&gazetteer.Adjective == 0
}

// named reads a phrase that ends in an organisation or group of the book.
func (p *pass) named(chunks []chunk, i int, it *item) {
	c := chunks[i]
	f := p.nameFound(it)
	if it.entry.Kind == book.State {
		if use, why := p.use(it); use == location && !p.alone(c) {
			p.explain(it.first, it.last, "a place: "+why)
			return
		} else if k := p.places[it.first]; k >= 0 && use == actor {
			f.place = int(k)
		}
	}
	m := p.modifiers(c.first, it.first)
	if f.country == "" {
		f.country = m.country
	}
	p.apposition(chunks, i) // ", a war monitor," is no actor of its own
	p.emit(f)
}

// nameFound is the mention of a name of the book.
func (p *pass) nameFound(it *item) found {
	r := it.row
	return found{
		first: it.first, last: it.last, head: it.last - 1, kind: it.entry.Kind,
		coded: coded{r.Country, r.Sector, r.Spec}, name: it.entry.Name, key: "e:" + it.entry.Name + r.Country,
		rule: "book", confidence: 0.9, place: -1,
	}
}

// organisation reads a name that the engine labelled and the book does not know.
func (p *pass) organisation(c chunk, it *item) {
	m := p.modifiers(c.first, it.first)
	f := found{first: it.first, last: it.last, head: it.last - 1, kind: book.Organisation, place: -1, rule: "entity", confidence: 0.5}
	name := spelt{it.first, it.last}
	if it.name.last > 0 {
		name, f.rule = it.name, "acronym"
	}
	f.name = p.canonical(name.first, name.last)
	f.key = "o:" + strings.ToLower(f.name)
	f.country, f.sector, f.nation = m.country, m.sector, m.nation
	p.byWords(name, &f)
	p.emit(f)
}

// byWords codes an unknown organisation by the words of its name.
func (p *pass) byWords(it spelt, f *found) {
	for j := it.first; j < it.last; j++ {
		if r, _ := p.roles.Longest(p.keys[j:it.last], p.lemmas[j:it.last]); r != nil && r.Class != book.Weak && r.Class != book.Wide {
			f.sector = first(r.Mod, r.Sector, f.sector)
		}
		if n, _ := p.nations.find(p.keys[j:it.last], func(k int) string { return p.text(j, j+k) }); n != nil {
			f.country = first(f.country, n.alpha3)
		}
		if k := p.places[j]; k >= 0 {
			f.country = first(f.country, p.Places[k].Country)
		}
	}
}

// placed reads a phrase that ends in a place. A role before it makes it a part of the
// role's name: "Aboriginal Medical Services Alliance Northern Territory".
func (p *pass) placed(c chunk, it *item) {
	var role *item
	p.each(c.first, it.first, func(r *item) {
		if r.kind == roleItem && r.role.Class != book.NoClass {
			role = r
		}
	})
	if role == nil || !capitalised(p.word(role.first)) {
		return
	}
	m := p.modifiers(c.first, role.first)
	cd, ok := p.codeRole(role, &m, complement{country: it.country}, coded{})
	if !ok {
		return
	}
	f := found{first: c.first, last: c.last, head: role.last - 1, coded: cd, kind: p.kindOf(role, false), place: -1, rule: "role", confidence: 0.6}
	f.name = p.canonical(c.first, c.last)
	f.key = "o:" + strings.ToLower(f.name)
	p.emit(f)
}

// inner finds the actors inside a phrase that is none itself: "Israeli air strikes",
// "rebel shelling", "a UN resolution".
func (p *pass) inner(c chunk) {
	acts := c.last > c.first && p.isAct(c.last-1)
	var nat *item
	p.each(c.first, c.last, func(it *item) {
		switch it.kind {
		case nameItem:
			f := p.nameFound(it)
			f.rule, f.confidence = "book inside", 0.7
			if it.entry.Kind == book.Person {
				p.nameOf(it, &f, false)
			} else if it.entry.Kind == book.State && !acts {
				return
			}
			p.emit(f)
		case personItem:
			f := found{first: it.first, last: it.last, head: it.last - 1, kind: book.Person, place: -1, rule: "person inside", confidence: 0.5}
			p.nameOf(it, &f, false)
			if k := p.personKnown(&f); k != nil {
				f.key, f.name, f.coded, f.role = k.key, k.name, k.coded, k.role
			}
			p.emit(f)
		case nationItem:
			if !p.isAffix(it.last, c.last) {
				nat = it
			}
		case roleItem:
			if acts && belligerent(it.role) || stands(it.role) && strings.HasPrefix(p.Tokens[it.last-1].Tag, "NN") {
				p.innerRole(it, &nat, acts)
			}
		}
	})
	if nat != nil && nat.nation.alpha3 != "" && (acts || c.possessive) {
		p.innerState(nat)
	}
}

// belligerent reports whether a modifier names who fights or opposes: "rebel shelling",
// "opposition boycott", but not "military aid".
func belligerent(r *book.Role) bool {
	switch r.Mod {
	case "REB", "PRM", "OPP":
		return true
	}
	return !r.Adj && r.Mod != "" && r.Mod != "CVL"
}

// stands reports whether a role inside a phrase is an actor all the same: "police
// station", "government building", but not "rebel bastion".
func stands(r *book.Role) bool {
	if r.Adj {
		return false
	}
	switch r.Sector {
	case "COP", "MIL", "GOV", "LEG", "JUD":
		return r.Class == book.Hard || r.Class == book.Body
	}
	return false
}

// innerRole makes an actor of a role inside a phrase, with the nation before it.
func (p *pass) innerRole(it *item, nat **item, acts bool) {
	f := found{first: it.first, last: it.last, head: it.last - 1, kind: p.kindOf(it, true), place: -1, rule: "role inside", confidence: 0.4}
	f.sector = first(it.role.Sector, it.role.Mod)
	if acts {
		f.confidence, f.rule = 0.6, "role acts"
	}
	if *nat != nil && (*nat).last == it.first {
		f.first, f.country, f.nation = (*nat).first, (*nat).nation.alpha3, (*nat).nation
		*nat = nil
	}
	f.name = p.canonical(f.first, f.last)
	f.key = "g:" + f.country + f.sector
	if f.country == "" {
		f.country = p.calledSo(p.lemmas[it.last-1])
		f.open = f.country == ""
		f.key = "g:" + f.country + f.sector
	}
	p.emit(f)
}

// innerState makes an actor of the state whose act a phrase names.
func (p *pass) innerState(it *item) {
	n := it.nation
	f := found{first: it.first, last: it.last, head: it.last - 1, coded: coded{country: n.alpha3}, kind: book.State, nation: n,
		name: n.name, key: "state:" + n.alpha3, rule: "acts", confidence: 0.6, place: -1}
	if n.kind == demonym {
		if c := gazetteer.CountryByCode(n.alpha3); c != nil {
			f.name = c.Name
		}
	}
	if n.kind == capitalName || n.kind == seatName {
		f.sector, f.key = seats[n.seat], "gov:"+n.alpha3
	}
	if k := p.places[it.first]; k >= 0 {
		f.place = int(k)
	}
	p.emit(f)
}

// alone reports whether a phrase is all there is of its sentence.
func (p *pass) alone(c chunk) bool {
	s := &p.Sentences[p.Tokens[c.first].Sentence]
	return c.start == s.First && (c.last == s.Last || c.last+1 == s.Last && p.keys[c.last] == book.Break)
}
