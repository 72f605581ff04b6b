package actor

import (
	"strings"

	"dateline/transform/actor/book"
	"dateline/transform/place/gazetteer"
)

// found is a mention in the making.
type found struct {
	first, last int // tokens
	head        int
	coded
	name       string
	kind       book.Kind
	role       string
	key        string // what tells the actor from others
	pronoun    bool
	confidence float64
	rule       string
	surname    string // of a person
	nation     *nation
	place      int  // place that the mention takes; -1 none
	open       bool // its country may come from the places around it
}

// coded is what a phrase says of an actor.
type coded struct{ country, sector, spec string }

// phrases reads the chunks of a sentence from left to right.
func (p *pass) phrases(chunks []chunk) {
	for i := range chunks {
		c := &chunks[i]
		if o := c.possessor; o >= 0 && p.isActor(c) && p.isState(&chunks[o]) {
			c.start, c.first, c.det = chunks[o].start, chunks[o].first, chunks[o].det
			chunks[o].taken = true
		}
	}
	for i := range chunks {
		if !chunks[i].taken {
			p.phrase(chunks, i)
		}
	}
}

// isActor reports whether a chunk's head can act.
func (p *pass) isActor(c *chunk) bool {
	it := p.lastItem(*c)
	return it != nil && (it.kind == roleItem && it.role.Class != book.NoClass || it.kind == personItem || it.kind == orgItem || it.kind == nameItem)
}

// isState reports whether a chunk is a state, or a place.
func (p *pass) isState(c *chunk) bool {
	it := p.lastItem(*c)
	return it != nil && (it.kind == nationItem || it.kind == placeItem)
}

// phrase reads one noun phrase.
func (p *pass) phrase(chunks []chunk, i int) {
	c := chunks[i]
	it := p.lastItem(c)
	if it == nil {
		it = p.titledName(c)
	}
	switch {
	case it == nil && p.Tokens[c.first].Tag == "PRP":
		p.pronoun(c.first)
	case it == nil:
		if !p.surname(c) {
			p.inner(c)
		}
	case it.kind == personItem, it.kind == nameItem && it.entry.Kind == book.Person:
		p.person(chunks, i, it)
	case it.kind == roleItem && it.role.Class != book.NoClass:
		p.roleNoun(chunks, i, it)
	case it.kind == roleItem:
		p.inner(c)
	case it.kind == nameItem:
		p.named(chunks, i, it)
	case it.kind == nationItem:
		p.state(c, it)
	case it.kind == orgItem:
		p.organisation(c, it)
	case it.kind == placeItem:
		p.placed(c, it)
	}
}

// titledName makes a person of the names behind a title that nothing else knows:
// "Secretary-General Chedli Klibi".
func (p *pass) titledName(c chunk) *item {
	i := c.last
	for i > c.first && p.at[i-1] < 0 && p.Tokens[i-1].Tag == "NNP" && capitalised(p.word(i-1)) {
		i--
	}
	if i == c.first || i == c.last || c.last-i > 4 || p.at[i-1] < 0 {
		return nil
	}
	t := &p.items[p.at[i-1]]
	if t.kind != roleItem || t.role.Class != book.Hard && t.role.Class != book.Office || bodies[p.lemmas[t.last-1]] || p.plural(t.last-1) {
		return nil
	}
	p.items = append(p.items, item{kind: personItem, first: i, last: c.last})
	for j := i; j < c.last; j++ {
		p.at[j] = int32(len(p.items) - 1)
	}
	return &p.items[len(p.items)-1]
}

// lastItem is the item that ends a chunk; nil if it ends in some other word.
func (p *pass) lastItem(c chunk) *item {
	if c.last <= c.first {
		return nil
	}
	k := p.at[c.last-1]
	if k < 0 {
		return nil
	}
	return &p.items[k]
}

// each yields the items of tokens [first, last).
func (p *pass) each(first, last int, yield func(*item)) {
	for i := first; i < last; {
		k := p.at[i]
		if k < 0 {
			i++
			continue
		}
		yield(&p.items[k])
		i = p.items[k].last
	}
}

// modifiers is what stands before a head.
type modifiers struct {
	nation  *nation // the last one that counts
	nations []*item // those joined by "and"
	country string
	name    *item // an organisation or group of the book
	person  *item
	sector  string // of role adjectives and nouns
	role    *item  // the last role noun
	former  bool
	first   int // the first token that is no numeral
}

// modifiers reads the tokens before a head.
func (p *pass) modifiers(first, head int) modifiers {
	m := modifiers{first: first}
	p.each(first, head, func(it *item) {
		switch it.kind {
		case nationItem:
			if p.isAffix(it.last, head) || p.isAgainst(it.first, first) || p.ethnic(it) {
				return
			}
			if it.nation.alpha3 != "" {
				if m.nation != nil && m.nation.alpha3 != "" && it.nation.people == "people" {
					return // "Iraqi Kurdish": the state decides
				}
				m.nation, m.country = it.nation, it.nation.alpha3
				m.nations = append(m.nations, it)
			} else if m.nation == nil {
				m.nation = it.nation
			}
		case nameItem:
			if p.isAffix(it.last, head) {
				return
			}
			if it.entry.Kind == book.Person {
				m.person = it
			} else {
				m.name = it
				m.nations = append(m.nations, it)
			}
		case roleItem:
			s := it.role.Mod
			if s == "" && it.role.Class != book.Office && it.role.Class != book.Neutral {
				s = it.role.Sector
			}
			if strength(s) >= strength(m.sector) && s != "" {
				m.sector = s
			}
			m.role = it
		case placeItem:
			if m.country == "" && !p.isAffix(it.last, head) {
				m.country = it.country
			}
		}
	})
	for i := first; i < head; i++ {
		switch p.keys[i] {
		case keyFormer, keyEx, keyOusted, keyDeposed, keyRetired, keyLate:
			m.former = true
		}
	}
	return m
}

var (
	keyEthnic  = book.KeyOf("ethnic")
	keyPro     = book.KeyOf("pro")
	keyAnti    = book.KeyOf("anti")
	keyFormer  = book.KeyOf("former")
	keyEx      = book.KeyOf("ex")
	keyOusted  = book.KeyOf("ousted")
	keyDeposed = book.KeyOf("deposed")
	keyRetired = book.KeyOf("retired")
	keyLate    = book.KeyOf("late")
)

// affixes are participles that bind a name to something else: "Turkish-backed rebels" are
// not Turkish.
var affixes = keySet("backed", "held", "controlled", "occupied", "allied", "aligned", "sponsored", "trained", "supported",
	"made", "style", "speaking", "born", "supplied", "funded", "financed", "armed", "friendly", "language", "built", "era", "linked", "inspired", "brokered", "mediated")

func keySet(words ...string) map[book.Key]bool {
	m := make(map[book.Key]bool, len(words))
	for _, w := range words {
		m[book.KeyOf(w)] = true
	}
	return m
}

// isAffix reports whether "-backed" or the like follows at token i; "pro-" before is seen
// by the caller.
func (p *pass) isAffix(i, head int) bool {
	return i+1 < head && p.keys[i] == book.Skip && affixes[p.keys[i+1]]
}

// isAgainst reports whether "pro-" or "anti-" stands before token i.
func (p *pass) isAgainst(i, first int) bool {
	return i-2 >= first && p.keys[i-1] == book.Skip && (p.keys[i-2] == keyPro || p.keys[i-2] == keyAnti)
}

// isPeople reports whether a nation can be read as a noun: "Turks", "the Dutch".
func isPeople(n *nation) bool {
	return n.kind == demonym && n.forms&(gazetteer.Noun|gazetteer.Plural) != 0
}

// without "the", "a" and the like.
func (p *pass) canonical(first, last int) string {
	return strings.Join(strings.Fields(p.text(first, last)), " ")
}
