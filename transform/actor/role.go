package actor

import (
	"strings"

	"dateline/transform/actor/book"
)

// roleNoun reads a phrase whose head is a role: "Turkish soldiers", "the president of
// Armenia", "members of the militia".
func (p *pass) roleNoun(chunks []chunk, i int, it *item) {
	c := chunks[i]
	if k := p.keys[c.first]; (k == keyLeast || k == keyMost) && c.first+1 < it.first {
		c.first++ // "at least 14 people"
	}
	if p.keys[c.first] == keyDead && c.first+1 < it.last {
		c.first++ // "shot dead 26 tourists"
	}
	m := p.modifiers(c.first, it.first)
	comp := p.complement(chunks, i, it.role)
	if comp.title {
		return // "Minister of Defence Andrei Kartapolov": the person's phrase has it
	}
	own := p.possessed(chunks, i)
	cd, ok := p.codeRole(it, &m, comp, own)
	if !ok {
		p.inner(c)
		return
	}
	if it.role.Class == book.Transfer && i+1 < len(chunks) {
		chunks[i+1].taken = p.lastItem(chunks[i+1]) != nil && p.lastItem(chunks[i+1]).kind == roleItem
	}
	if cd.country == "" && m.role != nil {
		cd.country = p.calledSo(p.lemmas[m.role.last-1])
	}
	f := found{first: c.first, last: max(c.last, comp.last), head: c.last - 1, coded: cd, place: -1, rule: "role", confidence: 0.8}
	f.kind = p.kindOf(it, p.plural(c.last-1))
	f.name = p.canonical(p.qualified(c.first, it), f.last)
	f.nation = m.nation
	if f.kind != book.Person || p.plural(f.head) {
		f.key = "g:" + cd.country + cd.sector + cd.spec
		if cd.sector == "" || cd.country == "" || civil(cd.sector) {
			f.key += ":" + p.headWord(f.head)
		}
	} else {
		f.key = "r:" + cd.country + cd.sector + ":" + strings.ToLower(p.text(it.first, it.last))
	}
	if p.peopleOf(m.name, &f) {
		p.emit(f)
		return
	}
	if len(m.nations) > 1 && p.split(c, it, &m, f) {
		return
	}
	if p.refersBack(c, it, &m, &f) {
		return
	}
	f.open = f.country == "" && f.sector != "" && c.det != "our" && c.det != "my" && c.det != "your" && !(p.lemmas[f.head] == keyGovernment && p.plural(f.head)) && (m.nation == nil || m.nation.people != "region") && !p.abroad(c.first, it.first)
	if j := p.apposedPerson(chunks, i); j >= 0 {
		chunks[j].title, chunks[j].titled = f.coded, true
		chunks[j].role = p.text(it.first, it.last)
	}
	p.emit(f)
}

// foreigners are adjectives of those who are not at home where the story is set.
var foreigners = keySet("western", "foreign", "international", "overseas", "european", "arab", "african", "asian", "regional", "global", "world", "allied", "neighboring", "neighbouring", "multinational", "expatriate")

// abroad reports whether one of the tokens [first, last) says that somebody is a foreigner,
// or whose he is.
func (p *pass) abroad(first, last int) bool {
	if first > 0 && p.Tokens[first-1].Tag == "POS" {
		return true // "the bloc's foreign ministers"
	}
	for i := first; i < last; i++ {
		if foreigners[p.keys[i]] {
			return true
		}
	}
	return false
}

func (p *pass) kindOf(it *item, plural bool) book.Kind {
	switch r := it.role; {
	case r.Class == book.Body || r.Class == book.Neutral:
		return book.Organisation
	case r.Class == book.Force || r.Class == book.Transfer || plural:
		return book.Group
	case bodies[p.lemmas[it.last-1]]:
		return book.Organisation
	}
	return book.Person
}

// bodies are hard roles that are organisations.
var bodies = keySet("court", "tribunal", "judiciary", "prosecution", "jury", "panel", "parliament", "legislature", "congress", "senate",
	"assembly", "house", "duma", "knesset", "army", "navy", "military", "force", "guard", "brigade", "battalion", "regiment", "fleet",
	"command", "university", "college", "school", "institute", "academy", "faculty", "kindergarten", "hospital", "clinic", "newspaper",
	"daily", "weekly", "magazine", "station", "channel", "agency", "radio", "television", "media", "press", "outlet", "company", "firm",
	"corporation", "bank", "manufacturer", "retailer", "airline", "automaker", "conglomerate", "multinational", "exchange", "commerce",
	"union", "party", "coalition", "opposition", "church", "mosque", "synagogue", "vatican", "congregation", "diocese", "charity", "group",
	"organization", "organisation", "service", "enforcement", "gang", "cartel", "mafia", "syndicate", "militia", "insurgency", "movement",
	"front", "alliance", "faction", "foundation", "watchdog", "monitor", "police", "gendarmerie", "society", "team", "crew", "family",
	"cabinet", "fund", "consortium", "utility", "vendor", "broadcaster", "publisher", "council", "tank", "squad", "unit", "cell", "republic")

// plural reports whether a token is a plural noun, or one that is always many.
func (p *pass) plural(i int) bool {
	switch p.Tokens[i].Tag {
	case "NNS", "NNPS":
		return true
	case "NNP": // "Gunmen" in a headline
		if w := p.word(i); p.lemmas[i] != p.keys[i] && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "men")) {
			return true
		}
	}
	switch p.lemmas[i] {
	case keyPolice, keyPeople, keyTroops, keyCrowd, keyArmy, keyMilitary, keyOpposition, keyMilitia:
		return true
	}
	return false
}

var (
	keyPolice     = book.KeyOf("police")
	keyParty      = book.KeyOf("party")
	keyLeast      = book.KeyOf("least")
	keyMost       = book.KeyOf("most")
	keyPeople     = book.KeyOf("people")
	keyTroops     = book.KeyOf("troops")
	keyCrowd      = book.KeyOf("crowd")
	keyArmy       = book.KeyOf("army")
	keyMilitary   = book.KeyOf("military")
	keyOpposition = book.KeyOf("opposition")
	keyMilitia    = book.KeyOf("militia")
	keyGovernment = book.KeyOf("government")
	keyPresident  = book.KeyOf("president")
	keyDead       = book.KeyOf("dead")
	keyStaff      = book.KeyOf("staff")
	keySecretary  = book.KeyOf("secretary")
)

// headWord is a token's dictionary form.
func (p *pass) headWord(i int) string {
	return strings.ToLower(singular(p.word(i)))
}

// qualified is where a phrase begins without its numerals: "nearly 700,000 people".
func (p *pass) qualified(first int, it *item) int {
	for i := first; i < it.first; i++ {
		if p.at[i] >= 0 || strings.HasPrefix(p.Tokens[i].Tag, "NN") || p.Tokens[i].Tag == "JJ" {
			return i
		}
	}
	return it.first
}

// civil are sectors whose members are no one actor.
func civil(sector string) bool {
	switch sector {
	case "CVL", "REF", "SOC", "BUS", "LAB", "EDU", "MED", "JRN", "AGR", "CRM", "ELI", "PTY":
		return true
	}
	return false
}

// split makes one actor of each of several nations before one head: "Syrian and Turkish
// forces". The last one has the head's characters, the others their own.
func (p *pass) split(c chunk, it *item, m *modifiers, f found) bool {
	joined := 0
	for _, n := range m.nations[1:] {
		if w := p.word(n.first - 1); w == "and" || w == "or" || w == "," || w == "&" {
			joined++
		}
	}
	if joined != len(m.nations)-1 {
		return false
	}
	for k, n := range m.nations {
		g := f
		g.first, g.last = n.first, n.last
		if k == 0 {
			g.first = c.first
		}
		if k == len(m.nations)-1 {
			g.last = f.last
		}
		one := *m
		one.nation, one.name, one.country = nil, nil, ""
		if n.kind == nationItem {
			one.nation, one.country = n.nation, n.nation.alpha3
		} else {
			one.name = n
		}
		cd, ok := p.codeRole(it, &one, complement{}, coded{})
		if !ok {
			continue
		}
		g.coded, g.nation, g.rule = cd, one.nation, "role and"
		g.name = p.canonical(n.first, n.last) + " " + p.text(m.nations[len(m.nations)-1].last, f.last)
		g.key = "g:" + cd.country + cd.sector + cd.spec
		p.emit(g)
	}
	return true
}

// complement is what follows a head with "of", "for", "in" …
type complement struct {
	country, sector, mod string
	last                 int  // token after it; 0 none
	body                 bool // it is an organisation with a sector of its own
	title                bool // it leads over to the name of the office-holder
}

// complement reads the chunks behind chunk i, bound by prepositions.
func (p *pass) complement(chunks []chunk, i int, r *book.Role) complement {
	var out complement
	prev := &chunks[i]
	for j := i + 1; j < len(chunks) && j <= i+4; j++ {
		c := &chunks[j]
		if c.taken && j+1 < len(chunks) && chunks[j+1].possessor == j {
			continue // "of Israel's allies": the possessed has it
		}
		if prev.possessive || c.start != prev.last+1 || p.Tokens[prev.last].Sentence != p.Tokens[c.first].Sentence {
			break
		}
		prep := strings.ToLower(p.word(prev.last))
		within := false
		switch prep {
		case "of", "with":
			within = prep == "of"
		case "for":
			within = r.Class == book.Office || r.Sector == "GOV"
		case "at", "in", "from", "inside", "near":
		default:
			return out
		}
		if prep == "with" && r.Class != book.Office {
			break
		}
		it := p.lastItem(*c)
		if within && j == i+1 && it != nil && chunks[i].det == "" && !p.plural(chunks[i].last-1) && capitalised(p.word(chunks[i].last-1)) && p.isPerson(it) && it.first > c.first {
			c.title, c.titled, c.role = p.titleOf(chunks, i)
			c.first, c.start = chunks[i].first, chunks[i].start
			return complement{title: true}
		}
		cd, body := p.evaluate(c)
		if !within && prep != "at" {
			out.country = first(out.country, cd.country)
			break
		}
		out.country = first(out.country, cd.country)
		if out.sector == "" {
			out.sector, out.body = cd.sector, body
		}
		out.mod = first(out.mod, cd.spec)
		out.last = c.last
		prev = c
	}
	return out
}

// evaluate is what a chunk says without making a mention of it. Its spec is the sector
// that its words would give as modifiers.
func (p *pass) evaluate(c *chunk) (cd coded, body bool) {
	it := p.lastItem(*c)
	end := c.last
	if it != nil {
		end = it.first
	}
	m := p.modifiers(c.first, end)
	cd = coded{country: m.country, spec: m.sector}
	if m.name != nil {
		cd.country, cd.sector = first(m.country, m.name.row.Country), m.name.row.Sector
	}
	if it == nil {
		return cd, false
	}
	switch it.kind {
	case nationItem:
		cd.country = first(it.nation.alpha3, cd.country)
		if isPeople(it.nation) {
			cd.sector = "CVL"
		}
	case placeItem:
		cd.country = first(it.country, cd.country)
	case nameItem:
		return coded{country: it.row.Country, sector: it.row.Sector}, it.entry.Kind != book.Person
	case roleItem:
		cd.spec = first(it.role.Mod, cd.spec)
		if it.role.Class != book.NoClass {
			if r, ok := p.codeRole(it, &m, complement{}, coded{}); ok {
				cd.country, cd.sector = r.country, r.sector
				body = it.role.Class != book.Weak && it.role.Class != book.Office
			}
		}
	}
	return cd, body
}

func (p *pass) isPerson(it *item) bool {
	return it.kind == personItem || it.kind == nameItem && it.entry.Kind == book.Person
}
