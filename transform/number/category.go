package number

import (
	"cmp"
	"slices"
	"strings"

	"dateline/transform"
)

// categorise decides for each phrase what happened to the people it counts, then drops
// the single persons to whom nothing happened.
func (p *pass) categorise() {
	for i := range p.nps {
		n := &p.nps[i]
		if n.q >= 0 && (p.qs[n.q].typ != cardinalType || p.qs[n.q].fraction) {
			continue
		}
		if p.isWord(n.left-1, "of") && p.isWord(n.left-2, "none") || p.isWord(n.left-2, "of") && p.isWord(n.left-3, "none") {
			continue // "none of the four passengers was hurt"
		}
		p.partOf(i)
		p.decide(i)
	}
	p.sums()
	p.foldsAside()
	p.keep()
}

// worth reports whether a person told without a number is worth a mention: something
// happened to that person.
func (n *phrase) worth() bool {
	switch n.category {
	case "killed", "wounded", "missing", "detained", "kidnapped", "freed", "rescued", "deported":
		return true
	}
	return false
}

// outcome looks further where a phrase is only wounded so far: "a boy shot on Monday has died".
func (p *pass) outcome(n *phrase) {
	if n.category != "wounded" {
		return
	}
	verb := n.verb
	if p.follow(n) && n.category == "killed" || p.relativeDeath(n) {
		n.category = "killed"
		return
	}
	n.category, n.verb = "wounded", verb
}

// relativeDeath reads "struck a guard, who later died".
func (p *pass) relativeDeath(n *phrase) bool {
	k := n.end
	for p.isMark(k, ',') || k < len(p.lex) && p.isFigure(k) {
		k++
	}
	if !p.isWord(k, "who") {
		return false
	}
	for m := k + 1; m < min(len(p.lex), k+14); m++ {
		if h := p.harmAs(m, hIntrans, hState); h != nil && h.category == "killed" && !p.nounTag(m+1) || p.passing(m) {
			n.verb = m
			return true
		}
		if p.isMark(m, ';') || p.isWord(m, "not") || p.isWord(m, "who") {
			return false
		}
	}
	return false
}

// decide tries the constructions in order of how surely they tell.
func (p *pass) decide(i int) {
	n := &p.nps[i]
	for _, rule := range [...]func(*pass, int) bool{(*pass).byIdiom, (*pass).byNoun, (*pass).byModifier, (*pass).byToll, (*pass).bySet, (*pass).byNext, (*pass).byBefore, (*pass).byTree, (*pass).byRight, (*pass).byLeft, (*pass).byAfter} {
		if rule(p, i) {
			p.outcome(n)
			return
		}
	}
	if n.part >= 0 && n.category == "" {
		n.category, n.verb = p.nps[n.part].category, p.nps[n.part].verb
	}
	if n.category == "" && n.head >= 0 && n.q >= 0 {
		if w := p.lex[n.head].w; w != nil && w.person != 0 {
			n.category = w.category
		}
	}
}

// set gives n the category of a rule, unless the noun does not go with it.
func (p *pass) set(n *phrase, h *harmRule, verb int) bool {
	if h == nil || h.weak && !n.people || !n.people && p.thing(n) {
		return false
	}
	n.category, n.verb = h.category, verb
	return true
}

// things are counted nouns that nothing human happens to.
var things = []string{"time", "times", "day", "week", "month", "year", "hour", "minute", "house", "home", "building", "car", "vehicle", "truck", "bus", "tank", "cow", "sheep", "cattle", "animal", "bird", "goat", "dog", "horse", "point", "shot", "round", "bullet", "town", "village", "province", "city", "country", "attack", "weapon", "site", "place", "charge", "count", "night"}

func (p *pass) thing(n *phrase) bool {
	if n.head < 0 {
		return false
	}
	s := strings.TrimSuffix(strings.ToLower(p.lex[n.head].text(p.text)), "s")
	for _, t := range things {
		if s == t {
			return true
		}
	}
	return false
}

// byNoun: the counted noun is the harm itself. "41 fatalities", "claimed 41 lives"
func (p *pass) byNoun(i int) bool {
	n := &p.nps[i]
	if n.head < 0 || n.q < 0 {
		return false
	}
	if p.isWord(n.head, "lives") || p.isWord(n.head, "life") {
		for k := max(0, n.left-4); k < min(len(p.lex), n.end+4); k++ {
			switch strings.ToLower(p.lex[k].text(p.text)) {
			case "claim", "claims", "claimed", "claiming", "cost", "costing", "took", "taken", "taking", "takes", "lost", "loss":
				n.category, n.verb = "killed", k
				return true
			}
		}
		return false
	}
	if h := p.harmAs(n.head, hNoun); h != nil {
		n.category, n.verb = h.category, -1
		return true
	}
	return false
}

// byModifier: "41 wounded soldiers", "three dead children"
func (p *pass) byModifier(i int) bool {
	n := &p.nps[i]
	return n.inside != nil && p.set(n, n.inside, n.insideAt)
}

// byToll: "the death toll rose to 41", "a toll of 41 dead", "the number of wounded reached 50"
func (p *pass) byToll(i int) bool {
	n := &p.nps[i]
	if n.q < 0 || n.left == 0 {
		return false
	}
	switch strings.ToLower(p.lex[n.left-1].text(p.text)) {
	case "to", "at", "of", "reached", "reaching", "passed", "hit", "topped", "exceeded", "was", "is", "now", "past", "tops", "passes", "hits", "reaches", "stood", ":", "as":
	default:
		return false
	}
	for k := n.left - 1; k >= max(0, n.left-16); k-- {
		if p.isMark(k, ';') || p.isWord(k, "said") {
			return false
		}
		if p.isWord(k, "toll") {
			if p.isWord(k-1, "injury") || p.isWord(k-1, "injured") {
				n.category = "wounded"
			} else {
				n.category = "killed"
			}
			n.verb = k
			return true
		}
		if p.isWord(k, "number") && p.isWord(k+1, "of") {
			for m := k + 2; m < n.left; m++ {
				if h := p.harmAs(m, hPast, hState, hNoun); h != nil {
					n.category, n.verb = h.category, m
					return true
				}
			}
		}
	}
	return false
}

// bySet: "the dead included six children", "among the wounded were two journalists"
func (p *pass) bySet(i int) bool {
	n := &p.nps[i]
	k := n.left - 1
	switch {
	case p.isWord(k, "included") || p.isWord(k, "include") || p.isWord(k, "includes") || p.isWord(k, "were") || p.isWord(k, "are") || p.isWord(k, "was") || p.isWord(k, "is"):
	default:
		return false
	}
	for m := k - 1; m >= max(0, k-4); m-- {
		if h := p.harmAs(m, hPast, hState, hNoun); h != nil && (p.isWord(m-1, "the") || p.isWord(m-1, "those") || p.isWord(m-1, "among")) {
			n.category, n.verb, n.partBefore = h.category, m, true
			return true
		}
		if p.isWord(m, "victims") && p.isWord(k, "included") {
			n.partBefore = true
		}
	}
	return false
}

// byNext: a predicate right behind the phrase. "41 dead", "two people shot", "left 20 wounded"
func (p *pass) byNext(i int) bool {
	n := &p.nps[i]
	k := n.end
	if p.isWord(k, "fatally") && p.clauseEnd(k+1) { // "three were shot, one fatally"
		n.category, n.verb = "killed", k
		if i > 0 && p.nps[i-1].category == "wounded" && p.nps[i-1].value > n.value {
			n.part = i - 1
		}
		return true
	}
	if n.head >= 0 && n.head == k-1 && p.graveness(n.head) { // taken for the counted noun
		n.head, n.end, k = -1, k-1, k-1
	}
	if i > 0 && p.graveness(k) && p.clauseEnd(k+1) && p.nps[i-1].category == "wounded" && p.nps[i-1].value > n.value {
		n.category, n.verb, n.part = "wounded", k, i-1 // "four were injured, one critically"
		return true
	}
	for p.adverb(k) || p.isMark(k, ',') && p.adverb(k+1) {
		k++
	}
	h := p.harmAs(k, hPast, hState)
	if h == nil || p.isWord(k+1, "down") || p.isWord(k+1, "at") {
		return false
	}
	if h.form == hPast && p.objectAhead(p.pastVerbs(k)) {
		return false // "gunmen killed 20", "a man shot and killed his wife"
	}
	return p.set(n, p.deadly(k, h), k)
}

// graveness reports whether lexeme i says how badly somebody was hurt.
func (p *pass) graveness(i int) bool {
	return p.isWord(i, "critically") || p.isWord(i, "seriously") || p.isWord(i, "severely") || p.isWord(i, "gravely") || p.isWord(i, "badly") || p.isWord(i, "slightly") || p.isWord(i, "lightly")
}

// quote reports whether lexeme i is a quotation mark: agencies put verbs they do not vouch
// for in quotes.
func (p *pass) quote(i int) bool {
	return p.isMark(i, '“') || p.isMark(i, '”') || p.isMark(i, '"') || p.isMark(i, '‘') || p.isMark(i, '’')
}

// onDate reports whether lexeme i is inside a date mention.
func (p *pass) onDate(i int) bool {
	dates, at := p.doc.Dates, p.lex[i].start
	k, _ := slices.BinarySearchFunc(dates, at, func(d transform.Date, at int) int { return cmp.Compare(d.End, at+1) })
	return k < len(dates) && dates[k].Start <= at
}

// pastVerbs returns the lexeme behind the verb at k and one that is joined to it: "shot and killed".
func (p *pass) pastVerbs(k int) int {
	if (p.is(k+1, rAnd) || p.isMark(k+1, '&')) && p.harmAs(k+2, hPast, hPassive) != nil {
		return k + 3
	}
	return k + 1
}

// adverb reports whether lexeme i is an adverb between a phrase and its predicate.
func (p *pass) adverb(i int) bool {
	return i >= 0 && i < len(p.lex) && p.lex[i].kind == lexWord && (p.tag(i) == "RB" || p.isWord(i, "more") || p.isWord(i, "others")) && !p.isWord(i, "not") && !p.isWord(i, "never")
}

// objectAhead reports whether a noun phrase begins at lexeme i: the verb before is active.
func (p *pass) objectAhead(i int) bool {
	if i >= len(p.lex) {
		return false
	}
	if p.onDate(i) {
		return false // "killed Monday"
	}
	if p.lex[i].kind == lexDigit || p.isWord(i, "both") {
		return true
	}
	switch p.tag(i) {
	case "DT", "PDT", "CD", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ":
		return p.lex[i].kind == lexWord && !p.isWord(i, "dead")
	}
	return false
}

// deadly raises wounding to killing where the words around the verb say so. "shot dead",
// "fatally stabbed", "beaten to death", "shot and killed"
func (p *pass) deadly(k int, h *harmRule) *harmRule {
	if h.category != "wounded" {
		return h
	}
	if p.isWord(k-1, "fatally") || p.isWord(k+1, "dead") || p.isWord(k+1, "fatally") || p.isWord(k+1, "to") && p.isWord(k+2, "death") || p.is(k+1, rAnd) && (p.isWord(k+2, "killed") || p.isWord(k+2, "killing")) || p.isMark(k+1, '&') && p.isWord(k+2, "killed") {
		return killedRule
	}
	return h
}

var killedRule = &harmRule{category: "killed", form: hPast}

// byBefore: an active verb or a nominal before the phrase. "killing at least 20", "the deaths of two"
func (p *pass) byBefore(i int) bool {
	n := &p.nps[i]
	k := n.left - 1
	for p.adverb(k) || p.quote(k) || k >= 0 && p.determiner(k) && !p.is(k, rArticle) {
		k--
	}
	if k < 0 {
		return false
	}
	if p.isWord(k, "of") {
		for m := k - 1; m >= max(0, k-2); m-- {
			if h := p.harmAs(m, hNominal, hNoun); h != nil {
				return p.set(n, h, m)
			}
			if p.isWord(m, "lives") || p.isWord(m, "life") && p.taken(m) {
				n.category, n.verb = "killed", m
				return true
			}
		}
		return false
	}
	h := p.harmAs(k, hPast, hPassive, hGerund, hBase, hActive)
	if h == nil {
		return false
	}
	if (h.form == hPast || h.form == hPassive) && p.passive(k) {
		return false
	}
	if !p.set(n, p.deadlyObject(k, n.end, h), k) {
		return false
	}
	n.leftward = true
	return true
}

// taken reports whether the life at lexeme i is claimed: "claimed the life of a guard".
func (p *pass) taken(i int) bool {
	for m := i - 1; m >= max(0, i-3); m-- {
		for _, w := range [...]string{"claimed", "claiming", "claims", "claim", "took", "taking", "cost", "costing"} {
			if p.isWord(m, w) {
				return true
			}
		}
	}
	return false
}

// deadlyObject does for an active verb what deadly does. "shot two men dead", "shooting and killing a guard"
func (p *pass) deadlyObject(k, end int, h *harmRule) *harmRule {
	if h.category == "wounded" && (p.isWord(end, "dead") || p.isWord(end, "to") && p.isWord(end+1, "death") || p.isWord(k-1, "fatally")) {
		return killedRule
	}
	return h
}

// passive reports whether a form of be or get stands before the participle at k.
func (p *pass) passive(k int) bool {
	for m := k - 1; m >= max(0, k-3); m-- {
		if p.be(m) {
			return true
		}
		if !p.adverb(m) {
			return false
		}
	}
	return false
}

func (p *pass) be(i int) bool {
	if i < 0 || i >= len(p.lex) || p.lex[i].kind != lexWord {
		return false
	}
	switch strings.ToLower(p.lex[i].text(p.text)) {
	case "was", "were", "is", "are", "be", "been", "being", "got", "get", "getting":
		return true
	}
	return false
}

// byLeft: the phrase goes on with the object of a verb. "killed two officers and three civilians"
func (p *pass) byLeft(i int) bool {
	if i == 0 {
		return false
	}
	n, prev := &p.nps[i], &p.nps[i-1]
	if !prev.leftward || prev.category == "" {
		return false
	}
	k := prev.end
	for k < n.left && (p.isMark(k, ',') || p.is(k, rAnd)) {
		k++
	}
	if k != n.left || k == prev.end || !n.people {
		return false
	}
	n.category, n.verb, n.leftward = prev.category, prev.verb, true
	return true
}
