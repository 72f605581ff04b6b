package actor

import (
	"strings"

	"dateline/transform/actor/book"
)

// person reads a phrase that ends in a person's name: "Turkish President Recep Tayyip
// Erdogan"; and the apposition behind it: "Fahrettin Altun, Erdogan's top press aide".
func (p *pass) person(chunks []chunk, i int, it *item) {
	c := chunks[i]
	m := p.modifiers(c.first, it.first)
	f := found{first: c.first, last: c.last, head: c.last - 1, kind: book.Person, place: -1, rule: "person", confidence: 0.8}
	if r, k := p.titleItem(c.first, it.first); r != nil {
		if cd, ok := p.codeRole(r, &m, complement{}, coded{}); ok {
			f.coded, f.rule = cd, "title"
		}
		f.role = p.canonical(k, it.first)
	} else if m.first < it.first && m.nation == nil && m.name == nil && !c.titled {
		f.first = it.first
	}
	if c.titled {
		f.coded = coded{first(c.title.country, f.country), first(c.title.sector, f.sector), first(c.title.spec, f.spec)}
		f.role, f.rule = first(c.role, f.role), "title"
	}
	if f.country == "" {
		f.country = m.country
	}
	f.nation = m.nation
	p.nameOf(it, &f, m.former)
	if cd, role, ok := p.apposition(chunks, i); ok {
		f.country, f.role = first(f.country, cd.country), first(f.role, role)
		if f.sector == "" {
			f.sector, f.spec = cd.sector, cd.spec
		}
	}
	if known := p.personKnown(&f); known != nil {
		f.key = known.key
		f.name = known.name
		f.coded = coded{first(f.country, known.country), first(f.sector, known.sector), first(f.spec, known.spec)}
		f.role = first(f.role, known.role)
	} else {
		f.open = f.country == "" && f.sector == "GOV"
	}
	p.emit(f)
}

// nameOf fills in who it is: from the book, or as printed.
func (p *pass) nameOf(it *item, f *found, former bool) {
	f.name = p.canonical(it.first, it.last)
	f.surname = p.word(it.last - 1)
	f.key = "p:" + strings.ToLower(f.name)
	if it.kind != nameItem {
		return
	}
	row := it.row
	if f.country != "" && row.Country != "" && f.country != row.Country && it.last-it.first == 1 {
		return // another country's bearer of the surname
	}
	f.name, f.key = it.entry.Name, "e:"+it.entry.Name+row.Country
	f.country = first(row.Country, f.country)
	sector, spec := row.Sector, row.Spec
	if former && f.sector != "" {
		sector, spec = f.sector, ""
	} else if p.day != 0 && !it.inForce && (sector == "GOV" || sector == "LEG") {
		if p.day < it.entry.Rows[0].From {
			sector = "" // not yet in any office
		} else {
			sector, spec = "ELI", ""
		}
	}
	if f.rule != "title" || f.sector == "" {
		f.sector, f.spec = sector, spec
		f.rule = "book"
	}
	if f.role == "" && it.inForce && p.day != 0 {
		f.role = row.Role
	}
	f.confidence = 0.9
}

// titleItem is the role that titles the name behind it, and the token it begins at.
func (p *pass) titleItem(first, last int) (*item, int) {
	var out *item
	at := last
	p.each(first, last, func(it *item) {
		if it.kind == roleItem && it.role.Class != book.NoClass {
			out = it
			at = min(at, it.first)
		} else if it.kind == roleItem && at == last {
			at = it.first
		}
	})
	if out == nil {
		return nil, last
	}
	return out, at
}

// titleOf codes "Deputy Minister of Defence" before a name in the next chunk.
func (p *pass) titleOf(chunks []chunk, i int) (coded, bool, string) {
	c := chunks[i]
	it := p.lastItem(c)
	m := p.modifiers(c.first, it.first)
	next := chunks[i+1]
	person := p.lastItem(next)
	comp := p.modifiers(next.first, person.first)
	cd, ok := p.codeRole(it, &m, complement{mod: comp.sector, country: comp.country}, p.possessed(chunks, i))
	return cd, ok, p.canonical(it.first, person.first)
}

// apposition is the role behind a name: ", a war monitor,", ", spokesman for the UN".
func (p *pass) apposition(chunks []chunk, i int) (coded, string, bool) {
	c := chunks[i]
	j := i + 1
	if j < len(chunks) && chunks[j].possessive && j+1 < len(chunks) {
		j++ // ", Erdogan's top press aide"
	}
	if j >= len(chunks) || c.last >= len(p.Tokens) || p.word(c.last) != "," {
		return coded{}, "", false
	}
	a := &chunks[j]
	from := a.start
	if a.possessor >= 0 {
		from = min(from, chunks[a.possessor].start)
	}
	it := p.lastItem(*a)
	if from != c.last+1 || it == nil || it.kind != roleItem || it.role.Class == book.NoClass || p.Tokens[a.last-1].Tag == "NNS" {
		return coded{}, "", false
	}
	if a.last < len(p.Tokens) && p.word(a.last) == "and" && p.Tokens[a.last].Sentence == p.Tokens[a.first].Sentence {
		return coded{}, "", false
	}
	m := p.modifiers(a.first, it.first)
	comp := p.complement(chunks, j, it.role)
	cd, ok := p.codeRole(it, &m, comp, p.possessed(chunks, j))
	if !ok {
		return coded{}, "", false
	}
	a.taken = true
	first := a.first
	if a.possessor < 0 {
		if k := p.at[first]; k >= 0 && p.items[k].kind == nationItem {
			first = p.items[k].last
			if p.Tokens[first].Tag == "POS" {
				first++
			}
		}
	}
	return cd, p.canonical(first, max(a.last, comp.last)), true
}

// apposedPerson is the chunk of the name behind an office: "the chief executive, Tim Cook,".
func (p *pass) apposedPerson(chunks []chunk, i int) int {
	j := i + 1
	if j >= len(chunks) || chunks[j].start != chunks[i].last+1 || p.word(chunks[i].last) != "," || p.Tokens[chunks[i].last-1].Tag == "NNS" {
		return -1
	}
	c := chunks[j]
	it := p.lastItem(c)
	if it == nil || !p.isPerson(it) || it.first != c.first || c.possessive || c.last >= len(p.Tokens) {
		return -1
	}
	if w := p.word(c.last); w != "," && w != "." {
		return -1
	}
	return j
}

// surname reads a chunk that is only the last name of somebody mentioned before.
func (p *pass) surname(c chunk) bool {
	if c.last-c.first != 1 || c.det != "" || p.Tokens[c.first].Tag != "NNP" {
		return false
	}
	f := found{first: c.first, last: c.last, head: c.first, kind: book.Person, surname: p.word(c.first), place: -1, rule: "surname", confidence: 0.7}
	k := p.personKnown(&f)
	if k == nil {
		return false
	}
	f.key, f.name, f.coded, f.role = k.key, k.name, k.coded, k.role
	p.emit(f)
	return true
}

// possessed is what a possessor before chunk i lends it: "Erdogan's", "its".
func (p *pass) possessed(chunks []chunk, i int) coded {
	c := chunks[i]
	if o := c.possessor; o >= 0 && !chunks[o].taken {
		for k := len(p.found) - 1; k >= 0 && p.found[k].last >= chunks[o].first; k-- {
			if f := &p.found[k]; f.last == chunks[o].last {
				return f.coded
			}
		}
		// An apposition is read before its possessor.
		if it := p.lastItem(chunks[o]); it != nil {
			switch {
			case it.kind == nameItem:
				return coded{country: it.row.Country, sector: it.row.Sector}
			case it.kind == nationItem:
				return coded{country: it.nation.alpha3}
			}
		}
		if k := p.personKnown(&found{surname: p.word(chunks[o].last - 1)}); k != nil {
			return k.coded
		}
		return coded{}
	}
	switch c.det {
	case "its", "their", "his", "her":
		if k := p.antecedent(c.det, c.start); k != nil {
			return k.coded
		}
	}
	return coded{}
}
