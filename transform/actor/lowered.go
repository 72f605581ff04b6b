package actor

import (
	"strings"

	"dateline/transform/actor/book"
)

// Names of armed groups are printed in small letters by some: "shining path guerrillas".
// Such words are the group's name where a word for fighters or for a group stands beside
// them, or quotation marks do; after that they are so wherever they recur in the story.

// lowered reports whether tokens [i, end), in small letters, are the name of armed group n.
func (p *pass) lowered(n *book.Name, i, end int) bool {
	if end-i < 2 || n.Entry.Kind != book.Group {
		return false
	}
	switch row, _ := n.Entry.At(p.day); row.Sector {
	case "REB", "UAF", "SEP", "INS", "CRM":
	default:
		return false
	}
	if p.small[n.Entry] {
		return true
	}
	if !p.besideFighters(i, end) {
		return false
	}
	if p.small == nil {
		p.small = map[*book.Entry]bool{}
	}
	p.small[n.Entry] = true
	return true
}

// besideFighters reports whether tokens [i, end) stand before "guerrillas" or "terrorist
// group", behind "members of the", or in quotation marks.
func (p *pass) besideFighters(i, end int) bool {
	first, last := i, end
	for first > 0 && (p.Tokens[first-1].Tag == "``" || p.Tokens[first-1].Tag == "DT") {
		first--
	}
	for last < len(p.Tokens) && p.Tokens[last].Tag == "''" {
		last++
	}
	if first < i && p.Tokens[i-1].Tag == "``" && last > end {
		return true
	}
	if last < len(p.Tokens) && p.Tokens[last].Sentence == p.Tokens[i].Sentence && p.fighters(last) {
		return true
	}
	return first > 1 && p.keys[first-1] == keyOf && p.fighters(first-2)
}

// fighters reports whether token i is a word for armed people or for a group.
func (p *pass) fighters(i int) bool {
	if !strings.HasPrefix(p.Tokens[i].Tag, "NN") && !strings.HasPrefix(p.Tokens[i].Tag, "JJ") {
		return false
	}
	r, _ := p.roles.Longest(p.keys[i:i+1], p.lemmas[i:i+1])
	return r != nil && (r.Sector == "REB" || r.Mod == "REB" || r.Sector == "UAF" || groupWords[p.lemmas[i]])
}

var groupWords = keySet("group", "organization", "organisation", "member", "militant", "leader", "column", "commando", "movement", "band", "squad", "faction")
