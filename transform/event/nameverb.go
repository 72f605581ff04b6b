package event

import (
	"sort"
	"strings"
)

// nameVerb makes a name again of one that the parse took for a clause: "kidnapped by Shining
// Path", where nobody shines a path. It reports whether token i opened such a name.
func (m *mender) nameVerb(i int) bool {
	g := m.graph
	actors := g.doc.Actors
	k := sort.Search(len(actors), func(k int) bool { return actors[k].Start >= g.tok[i].Start })
	if k == len(actors) || actors[k].Start != g.tok[i].Start || !strings.HasPrefix(actors[k].Rule, "book") || actors[k].Kind == "person" {
		return false
	}
	last := i
	for last+1 < len(g.tok) && g.tok[last+1].End <= actors[k].End {
		last++
	}
	h := g.tok[i].Head
	if last == i || g.tok[last].Head != i || h < 0 || h >= i && h <= last {
		return false
	}
	rel := "appos"
	switch r := base(g.tok[i].Rel); {
	case r == "nsubj" || r == "obj" || r == "obl" || r == "nmod" || r == "conj":
		rel = g.tok[i].Rel
	case g.child(i, "mark", "case") >= 0 && g.isVerb(h):
		rel = "obl"
	case g.child(i, "mark", "case") >= 0:
		rel = "nmod"
	case g.isVerb(h):
		rel = "obj"
	}
	for c := g.first[i]; c >= 0; c = g.next[c] {
		switch r := base(g.tok[c].Rel); {
		case int(c) == last:
		case r == "mark":
			m.move(int(c), last, "case")
		default:
			m.move(int(c), last, r)
		}
	}
	m.move(last, h, rel)
	m.move(i, last, "compound")
	m.tag(i, "NNP", "")
	g.actor[last] = int32(k)
	return true
}
