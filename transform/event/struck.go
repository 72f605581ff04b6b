package event

import "slices"

// targets are premises that an attack named after them was made on, and bodies that are
// meant as their premises there: "the embassy bombing", "a newspaper attack".
var targets = map[string]bool{
	"embassy": true, "consulate": true, "mission": true, "parliament": true, "ministry": true, "newspaper": true, "magazine": true, "school": true, "college": true,
	"university": true, "church": true, "mosque": true, "temple": true, "synagogue": true, "hospital": true, "clinic": true, "museum": true, "hotel": true, "airport": true,
	"market": true, "mall": true, "nightclub": true, "club": true, "bank": true, "court": true, "courthouse": true, "station": true, "headquarters": true, "barracks": true,
	"base": true, "camp": true, "palace": true, "prison": true, "convoy": true, "bus": true, "train": true, "tanker": true, "checkpoint": true, "festival": true, "stadium": true,
}

// onTargets are deeds that are named after where they strike.
var onTargets = map[string]bool{
	"attack": true, "bombing": true, "blast": true, "explosion": true, "shooting": true, "assault": true, "massacre": true, "siege": true, "stabbing": true, "killing": true, "shelling": true, "raid": true,
}

// struck reports whether modifier i of the deed p names what it struck: the embassy of "the
// embassy bombing", the police of "a police station attack".
func (g *graph) struck(i, p int) bool {
	if i > p || base(g.tok[i].Rel) != "compound" {
		return false
	}
	if h := g.tok[p].Head; h > p && targets[g.lemma(p)] { // "the army base attack"
		return g.struck(p, h)
	}
	if !onTargets[g.lemma(p)] {
		return false
	}
	return targets[g.lemma(i)] || i+1 < p && targets[g.lemma(i+1)]
}

// withoutStruck takes those out of the doers whose premises were struck: "nine died in an
// embassy bombing".
func (x *coder) withoutStruck(doers []int) []int {
	struck := func(a int) bool {
		i := x.g.doc.Actors[a].Head
		return i >= 0 && x.g.tok[i].Head >= 0 && x.g.struck(i, x.g.tok[i].Head)
	}
	if !slices.ContainsFunc(doers, struck) {
		return doers
	}
	return slices.DeleteFunc(slices.Clone(doers), struck)
}
