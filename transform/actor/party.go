package actor

import "dateline/transform/actor/book"

// partyWords make names that parties of many countries have: "Democratic Party", "The
// Democrats", "People's Alliance".
var partyWords = keySet("the", "of", "and", "for", "national", "people", "peoples", "people's", "'s", "’s", "s", "social", "liberal", "liberals", "labour", "labor", "conservative",
	"conservatives", "socialist", "socialists", "democrat", "democrats", "democratic", "republican", "republicans", "progress", "progressive", "progressives", "green", "greens",
	"communist", "workers", "worker", "christian", "new", "united", "unity", "justice", "freedom", "independent", "independence", "popular", "action", "coalition", "radical",
	"reform", "centre", "center", "left", "right", "union", "alliance", "front", "movement", "party", "congress", "nationals")

// fitsCountry is how well a party of a name that many countries have belongs to the story:
// 3 for the country it is set in, 2 for one that the sentence names, 1 for one with actors
// in it before; 0 for a party that is not meant. America's, which have no country in their
// names, are meant where the story is set nowhere. A party of a name of its own has 1 everywhere.
func (p *pass) fitsCountry(n *book.Name, row *book.Row, i, end int) int {
	if n.Entry.Kind != book.Organisation || row.Sector != "PTY" || n.Exact != "" {
		return 1
	}
	for k := i; k < end; k++ {
		if !partyWords[p.keys[k]] {
			return 1
		}
	}
	if row.Country == p.setting() {
		return 3
	}
	s := p.Tokens[i].Sentence
	for k := p.local[s]; k >= 0; k = p.next[k] {
		if p.Places[k].Country == row.Country {
			return 2
		}
	}
	for k := len(p.items) - 1; k >= 0 && p.Tokens[p.items[k].first].Sentence == s; k-- {
		if it := &p.items[k]; it.kind == nationItem && it.nation.alpha3 == row.Country {
			return 2
		}
	}
	for k := range p.found {
		if p.found[k].country == row.Country {
			return 1
		}
	}
	if row.Country == "USA" && p.setting() == "" {
		return 1
	}
	return 0
}
