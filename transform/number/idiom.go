package number

// byIdiom: deaths told around a pronoun or a life. "turned the gun on himself", "took her
// life", "claimed a life"
func (p *pass) byIdiom(i int) bool {
	n := &p.nps[i]
	k := n.left - 1
	switch {
	case n.rule == "life":
		n.category, n.verb = "killed", k
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
