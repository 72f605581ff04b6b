package number

import (
	"slices"
	"strings"
)

// byIdiom: deaths told around a pronoun or a life. "turned the gun on himself", "took her
// life", "claimed a life"
func (p *pass) byIdiom(i int) bool {
	n := &p.nps[i]
	k := n.left - 1
	switch {
	case n.rule == "life":
		n.category, n.verb = "killed", k
		return true
	case n.rule == "fold":
		n.category, n.people = p.foldCategory(n.head), true
		return true
	case n.rule == "single" && p.deathOf(n.end) > 0:
		n.category, n.verb = "killed", p.deathOf(n.end)
		return true
	case n.rule == "pronoun" && p.isWord(k, "on") && p.turned(k):
		n.category, n.verb = "killed", k
		return true
	}
	return false
}

// turned reports whether somebody turned a weapon before lexeme i.
func (p *pass) turned(i int) bool {
	for m := i - 1; m >= max(0, i-6); m-- {
		if p.isWord(m, "turned") || p.isWord(m, "turning") || p.isWord(m, "turns") || p.isWord(m, "turn") {
			return true
		}
	}
	return false
}

// life reads the one person whose life is taken. "took his own life", "claimed a life"
func (p *pass) life(i int) (phrase, bool) {
	if p.tag(i) != "PRP$" && !p.is(i, rArticle) {
		return phrase{}, false
	}
	j := i + 1
	if p.isWord(j, "own") || p.tag(j) == "JJ" {
		j++
	}
	if !p.isWord(j, "life") || p.isWord(i, "their") || !p.claimed(i-1) || p.isWord(j+1, "of") || p.nounTag(j+1) || p.isWord(j+1, "in") {
		return phrase{}, false
	}
	return phrase{first: i, last: j + 1, head: j, rule: "life", confidence: .6}, true
}

// claimed reports whether lexeme i is a verb that a life is the object of.
func (p *pass) claimed(i int) bool {
	for _, w := range [...]string{"claimed", "claiming", "claims", "took", "taken", "taking", "takes", "lost", "losing", "ended", "ending", "cost"} {
		if p.isWord(i, w) {
			return true
		}
	}
	return false
}

// deathOf returns the lexeme of the death whose possessor ends before lexeme i, 0 if there
// is none: "the boy's death". Names own deaths told long before.
func (p *pass) deathOf(i int) int {
	if !p.apostrophe(i) || !p.isWord(i+1, "s") {
		return 0
	}
	for k := i + 2; k < min(len(p.lex), i+5); k++ {
		switch strings.ToLower(p.lex[k].text(p.text)) {
		case "death", "killing", "murder", "slaying", "assassination":
			if p.nounTag(k+1) || p.hyphen(k+1) {
				return 0 // "the boy's murder trial"
			}
			return k
		}
		if !p.modifier(k, -1) && !p.nounTag(k) {
			return 0
		}
	}
	return 0
}

// folds are the words that count the struck of one act.
var folds = map[string]float64{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}

// fold reads "a triple murder", "the double homicide".
func (p *pass) fold(i int) (phrase, bool) {
	if !p.nounTag(i+1) || p.hyphen(i+2) || p.nounTag(i+2) || p.tag(i) == "VB" || p.foldCategory(i+1) == "" {
		return phrase{}, false
	}
	v := folds[strings.ToLower(p.lex[i].text(p.text))]
	return phrase{first: i, last: i + 1, head: i + 1, value: v, rule: "fold", confidence: .6}, v > 0
}

// foldCategory is what befalls those of a double, triple … act.
func (p *pass) foldCategory(i int) string {
	for _, w := range [...]string{"homicide", "murder", "killing", "slaying", "assassination", "homicides", "murders", "killings", "slayings"} {
		if p.isWord(i, w) {
			return "killed"
		}
	}
	return ""
}

// foldsAside takes the fate from "a double murder" where the sentence counts its dead itself.
func (p *pass) foldsAside() {
	counted := slices.ContainsFunc(p.nps, func(n phrase) bool { return n.rule != "fold" && n.category == "killed" })
	for i := range p.nps {
		if counted && p.nps[i].rule == "fold" {
			p.nps[i].category = ""
		}
	}
}
