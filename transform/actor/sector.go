package actor

import (
	"strings"

	"dateline/transform/actor/book"
)

// codeRole puts country, sector and further codes together. It fails where the words are
// no actor by themselves ("force").
func (p *pass) codeRole(it *item, m *modifiers, comp complement, own coded) (coded, bool) {
	r := it.role
	cd := coded{country: first(m.country, own.country, comp.country)}
	if r.Class == book.Neutral && r.Sector == "GOV" && p.Tokens[it.last-1].Tag != "NN" && p.plural(it.last-1) {
		r = &book.Role{Class: book.Body, Sector: "GOV"} // "authorities"
	}
	sector := m.sector
	if m.name != nil {
		cd.country = first(m.country, m.name.row.Country)
		if m.name.row.Country != "" && m.country != "" && m.name.row.Sector != "" {
			cd.country = m.name.row.Country
		}
		if s := m.name.row.Sector; strength(s) >= strength(sector) {
			sector = s
		}
	}
	if m.person != nil {
		cd.country = first(cd.country, m.person.row.Country) // "the Assad regime"
	}
	belongs := first(sector, comp.sector, own.sector)
	named := cd.country != "" || m.nation != nil || m.name != nil
	switch r.Class {
	case book.Hard, book.Body:
		p.codeHard(it, m, comp, sector, named, &cd)
		if cd.sector == "MIL" && own.sector == "GOV" && p.lemmas[it.last-1] == keyStaff {
			cd.sector = "GOV" // "the president's chief of staff"
		}
	case book.Force:
		ok := p.codeForce(it, m, sector, named, &cd)
		return cd, ok
	case book.Office:
		cd.sector = first(belongs, r.Sector)
		if cd.sector == "" && m.person != nil {
			cd.country, cd.sector = first(cd.country, m.person.row.Country), m.person.row.Sector
		}
		if cd.sector == "" && m.nation != nil && isLeader(p.lemmas[it.last-1]) {
			cd.sector = "GOV"
		}
	case book.Neutral:
		ok := p.codeNeutral(it, r, comp, sector, belongs, named, &cd)
		return cd, ok
	case book.Weak, book.Wide:
		if r.Class == book.Wide && m.nation == nil {
			return cd, false
		}
		cd.sector = "CVL"
		switch sector {
		case "REB", "UAF", "CRM", "REF", "PRM", "OPP", "AGR", "LAB", "MIL", "REL":
			cd.sector = sector
		}
	case book.Transfer:
		if comp.last == 0 || comp.sector == "" && comp.country == "" {
			return cd, false
		}
		cd.sector = comp.sector
	}
	return cd, true
}

// codeHard codes a role that decides by itself.
func (p *pass) codeHard(it *item, m *modifiers, comp complement, sector string, named bool, cd *coded) {
	r := it.role
	cd.sector = r.Sector
	switch {
	case r.Sector == "MIL" && strength(sector) == 3:
		cd.sector = sector
	case p.lemmas[it.last-1] == keyParty && p.plural(it.last-1) && sector == "" && !named:
		cd.sector = "" // "both parties"
	case (r.Sector == "UAF" || r.Sector == "CRM") && m.name != nil && m.name.entry.Kind == book.Group && armed[m.name.row.Sector]:
		cd.sector = m.name.row.Sector // "Islamic State gunmen"
	case r.Sector == "SOC" && sector == "OPP":
		cd.sector = sector // "opposition activists"
	case r.Sector == "GOV" && m.former:
		cd.sector = "ELI"
	case r.Sector == "GOV" && comp.body && (p.lemmas[it.last-1] == keyPresident || p.lemmas[it.last-1] == keySecretary):
		cd.sector = comp.sector
	case r.Sector == "GOV":
		cd.spec = portfolio(sector, comp.mod)
	}
}

// codeForce codes troops, guards and officers, who are of whom they serve; false where that
// is not said.
func (p *pass) codeForce(it *item, m *modifiers, sector string, named bool, cd *coded) bool {
	r := it.role
	cd.sector = r.Sector
	switch {
	case sector == "OPP":
		cd.sector = "REB"
	case strength(sector) >= 2 || r.Sector == "COP" && sector != "" && sector != "GOV":
		cd.sector = sector
	}
	if r.Sector == "COP" && sector == "" && m.nation != nil {
		cd.sector = "MIL" // "Syrian officers"
	}
	return sector != "" || p.plural(it.last-1) || named
}

// codeNeutral codes a body that takes the sector of what it belongs to; false where it is
// none.
func (p *pass) codeNeutral(it *item, r *book.Role, comp complement, sector, belongs string, named bool, cd *coded) bool {
	if r.Sector == "MIL" && !named {
		return false // "tanks", whose it is not said
	}
	cd.sector = belongs
	if spec := portfolio(sector, comp.mod); r.Sector == "GOV" && spec != "" {
		cd.sector, cd.spec = "GOV", spec
	}
	if cd.sector == "" && (named || p.proper(it)) {
		cd.sector = r.Sector
	}
	if cd.sector == "" && !p.proper(it) && (!named || lands[p.lemmas[it.last-1]]) && !(p.plural(it.last-1) && p.isSubject(it.last-1)) {
		return false
	}
	return true
}

// proper reports whether a head is part of a proper name: "County Commission".
func (p *pass) proper(it *item) bool {
	h := it.last - 1
	return h > 0 && p.Tokens[h].Tag == "NNP" && strings.HasPrefix(p.Tokens[h-1].Tag, "NNP") && p.Tokens[h-1].Sentence == p.Tokens[h].Sentence
}

// lands are no bodies unless many act: "European countries", not "the country".
var lands = keySet("country", "nation", "state", "republic", "centre", "center")

// portfolio is the further code of a ministry or minister.
func portfolio(mods ...string) string {
	for _, s := range mods {
		switch s {
		case "MIL", "EDU", "AGR", "LAB":
			return s
		case "MED":
			return "HLH"
		}
	}
	return ""
}

func isLeader(k book.Key) bool { return leaders[k] }

var leaders = keySet("leader", "head", "chief", "strongman", "representative", "delegate", "delegation", "leadership", "spokesman", "spokeswoman", "side", "team")

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
