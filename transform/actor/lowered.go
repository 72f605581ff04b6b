package actor

import (
	"slices"
	"strings"

	"dateline/transform/actor/book"
)

// Names of armed groups are printed in small letters by some: "shining path guerrillas".
// Such words are the group's name where a word for fighters or for a group stands beside
// them, or quotation marks do; then they are so wherever they stand in the story.

// lowered reports whether tokens [i, end), in small letters, are the name of armed group n.
func (p *pass) lowered(n *book.Name, i, end int) bool {
	if end-i < 2 || n.Entry.Kind != book.Group {
		return false
	}
	if row, _ := n.Entry.At(p.day); !armed[row.Sector] {
		return false
	}
	small, known := p.small[n.Entry]
	if !known {
		small = p.fightersNear(i, end)
		if p.small == nil {
			p.small = map[*book.Entry]bool{}
		}
		p.small[n.Entry] = small
	}
	return small
}

// fightersNear reports whether the words of tokens [i, end) stand beside a word for fighters there
// or anywhere in the story.
func (p *pass) fightersNear(i, end int) bool {
	for k := 0; k+end-i <= len(p.keys); k++ {
		if p.keys[k] == p.keys[i] && slices.Equal(p.keys[k:k+end-i], p.keys[i:end]) && p.besideFighters(k, k+end-i) {
			return true
		}
	}
	return false
}

// besideFighters reports whether tokens [i, end) stand before "guerrillas" or "terrorist
// group", behind "members of the", or in quotation marks.
func (p *pass) besideFighters(i, end int) bool {
	first, last := i, end
	for first > 0 && (p.Tokens[first-1].Tag == "``" || p.Tokens[first-1].Tag == "DT") {
		first--
	}
	for last < len(p.Tokens) && (p.Tokens[last].Tag == "''" || p.Tokens[last].Tag == "``") {
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

// peopleOf makes the people of an armed group the group where its name stands before them:
// what "Hezbollah fighters" do, Hezbollah does.
func (p *pass) peopleOf(it *item, f *found) bool {
	if it == nil || it.kind != nameItem || it.entry.Kind != book.Group || f.kind != book.Group || !armed[it.row.Sector] || f.sector != it.row.Sector {
		return false
	}
	f.name, f.key, f.rule = it.entry.Name, "e:"+it.entry.Name+it.row.Country, "book people"
	return true
}

// armed are the sectors of groups that fight or rob and are no state's.
var armed = map[string]bool{"REB": true, "UAF": true, "SEP": true, "INS": true, "CRM": true, "PRM": true}

// fighters reports whether token i is a word for armed people or for a group.
func (p *pass) fighters(i int) bool {
	if !strings.HasPrefix(p.Tokens[i].Tag, "NN") && !strings.HasPrefix(p.Tokens[i].Tag, "JJ") {
		return false
	}
	r, _ := p.roles.Longest(p.keys[i:i+1], p.lemmas[i:i+1])
	return r != nil && (r.Sector == "REB" || r.Mod == "REB" || r.Sector == "UAF" || groupWords[p.lemmas[i]])
}

var groupWords = keySet("group", "organization", "organisation", "member", "militant", "leader", "column", "commando", "movement", "band", "squad", "faction")
