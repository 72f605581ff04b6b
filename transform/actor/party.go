package actor

import "dateline/transform/actor/book"

// partyWords make names that parties of many countries have: "Democratic Party", "The
// Democrats", "People's Alliance".
var partyWords = keySet("the", "of", "and", "for", "national", "people", "peoples", "people's", "'s", "’s", "s", "social", "liberal", "liberals", "labour", "labor", "conservative",
	"conservatives", "socialist", "socialists", "democrat", "democrats", "democratic", "republican", "republicans", "progress", "progressive", "progressives", "green", "greens",
	"communist", "workers", "worker", "christian", "new", "united", "unity", "justice", "freedom", "independent", "independence", "popular", "action", "coalition", "radical",
	"reform", "centre", "center", "left", "right", "union", "alliance", "front", "movement", "party", "congress", "nationals")

// foreignParty reports whether a party's name is no name here, or one that parties of many
// countries have and that of one that the story does not know. America's, which have no country in their names, are meant where
// the story is set nowhere.
func (p *pass) foreignParty(n *book.Name, row *book.Row, i, end int) bool {
	if n.Entry.Kind != book.Organisation || row.Sector != "PTY" || n.Exact != "" {
		return false
	}
	for k := i; k < end; k++ {
		if !partyWords[p.keys[k]] {
			return end-i > 1 && !capitalised(p.word(end-1)) && !partyWords[p.keys[end-1]] // "We can" is no party of Macedonia
		}
	}
	return p.closeness(row.Country, i) == 0 && (row.Country != "USA" || p.setting() != "")
}

// closeness is how close to token i the story has a country: 3 for the one it is set in, 2
// for one that the sentence names, 1 for one that has acted before, 0 for others.
func (p *pass) closeness(country string, i int) int {
	if country == p.setting() {
		return 3
	}
	s := p.Tokens[i].Sentence
	for k := p.local[s]; k >= 0; k = p.next[k] {
		if p.Places[k].Country == country {
			return 2
		}
	}
	for k := len(p.items) - 1; k >= 0 && p.Tokens[p.items[k].first].Sentence == s; k-- {
		if it := &p.items[k]; it.kind == nationItem && it.nation.alpha3 == country {
			return 2
		}
	}
	for k := range p.found {
		if p.found[k].country == country {
			return 1
		}
	}
	return 0
}
