package book

import (
	_ "embed"
	"strings"
	"sync"
)

// Class says how a role noun takes part in a phrase.
type Class byte

// The classes of role nouns; see tables/roles.tsv.
const (
	NoClass  Class = 0
	Hard     Class = 'h' // decides by itself: "soldier"
	Force    Class = 'f' // decided by a modifier: "rebel fighters"
	Office   Class = 'o' // takes the sector of what it belongs to: "police chief"
	Transfer Class = 't' // stands for its complement: "dozens of villagers"
	Weak     Class = 'w' // a person without a role: "woman"
	Wide     Class = 'v' // the same, of WordNet: counts only with a nation
	Body     Class = 'u' // an organisation that decides: "ministry"
	Neutral  Class = 'n' // an organisation that takes a sector: "agency"
)

// Role is what a word says about who acts.
type Role struct {
	Class  Class  // as head of a phrase; NoClass: never a head
	Sector string // as head
	Mod    string // as modifier
	Adj    bool   // an adjective, or a noun used as one: "rebel", "military"
}

// Roles is the agent lexicon. It is immutable.
type Roles struct {
	roles []Role
	index Index
}

//go:embed roles.tsv
var rolesTSV string

// LoadRoles is the embedded lexicon, read once.
var LoadRoles = sync.OnceValue(func() *Roles { return parseRoles(rolesTSV) })

// parseRoles reads lines of words, class, sector, sector as modifier, "a" for adjectives.
func parseRoles(tsv string) *Roles {
	r := &Roles{}
	n := strings.Count(tsv, "\n")
	r.index, r.roles = NewIndex(countWords(tsv)), make([]Role, 0, n)
	for line := range strings.Lines(tsv) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var f [5]string
		for i := range f {
			f[i], line, _ = strings.Cut(line, "\t")
		}
		role := Role{Sector: f[2], Mod: f[3], Adj: f[4] != ""}
		if f[1] != "" {
			role.Class = Class(f[1][0])
		}
		at, _ := r.index.Add(f[0])
		r.roles = append(r.roles, role)
		*at = int32(len(r.roles) - 1)
	}
	return r
}

// Longest finds the longest role that begins a run of tokens, and how many it covers; nil
// when there is none. A role's last word is met in its dictionary form, those before it as
// printed: "armed forces". It does not allocate.
func (r *Roles) Longest(printed, lemmas []Key) (best *Role, tokens int) {
	var h uint64
	for i, k := range printed {
		if k == Break || i == 0 && k == Skip {
			break
		}
		if k == Skip {
			continue
		}
		if s := r.index.slot(join(h, lemmas[i])); s.hash != 0 && s.value >= 0 {
			best, tokens = &r.roles[s.value], i+1
		}
		h = join(h, k)
		if r.index.slot(h).hash == 0 {
			break
		}
	}
	return best, tokens
}
