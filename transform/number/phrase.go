package number

import (
	"cmp"
	"slices"
	"strings"
)

// phrase is a number with the noun it counts, or one person told without a number.
type phrase struct {
	q           int // index into pass.qs; -1 for "a soldier"
	first, last int // lexemes of the mention, half open (q's own when q >= 0)
	left, end   int // lexemes of the whole noun phrase
	head        int // lexeme of the counted noun; -1 none
	value       float64
	people      bool // the noun names people, or there is none
	of          bool // "five of its soldiers"
	pronoun     bool // "three of them"
	inside      *harmRule
	insideAt    int
	category    string
	verb        int // lexeme of the predicate; -1 none
	leftward    bool
	part        int  // index of the phrase this is a part of; -1 none
	partBefore  bool // part of something told earlier
	rule        string
	confidence  float64
}

// phrases makes the phrases of the sentence from p.qs and from single persons, in text order.
func (p *pass) phrases() {
	p.nps = p.nps[:0]
	k, told := 0, 0
	for i := range p.lex {
		if i >= told {
			if n, ok := p.single(i); ok && p.free(k, &n) {
				p.nps = append(p.nps, n)
				told = n.last
			}
		}
		if k < len(p.qs) && p.qs[k].first == i {
			n := p.counted(k)
			p.nps = append(p.nps, n)
			if !n.of && !p.qs[k].age {
				told = max(told, n.end)
			}
			k++
		}
	}
}

// free reports whether no quantity but an age or a rank stands inside a single person's
// phrase: "the 12-year-old boy", "a third man".
func (p *pass) free(k int, n *phrase) bool {
	for ; k < len(p.qs) && p.qs[k].first < n.last; k++ {
		ranked := p.qs[k].typ == ordinalType && !p.be(n.first-1) // but "he is the third man killed" counts before him
		if !p.qs[k].age && !ranked {
			return false
		}
	}
	return true
}

// tag is the tag of the token that lexeme i is part of; empty outside the sentence.
func (p *pass) tag(i int) string {
	if i < 0 || i >= len(p.lex) {
		return ""
	}
	return p.tokens[p.tok[i]].Tag
}

// counted finds the noun that quantity k counts, by what stands next to it.
func (p *pass) counted(k int) phrase {
	q := &p.qs[k]
	n := phrase{q: k, first: q.first, last: q.last, left: q.first, end: q.last, head: -1, verb: -1, part: -1, insideAt: -1, rule: q.rule, confidence: .9, value: q.value}
	if q.typ != cardinalType {
		return n
	}
	n.people = true
	i := q.last
	if p.hyphen(i) { // "a 50-member force", but "a two-pronged plan"
		if p.nounTag(i + 1) {
			n.head, n.end = i+1, i+2
		}
		n.people = n.head >= 0 && p.bareNounAhead(n.head)
		return n
	}
	if q.fraction && p.determiner(i) { // "half the harvest"
		i++
	}
	if p.isWord(i, "of") {
		j := i + 1
		for j < len(p.lex) && p.determiner(j) {
			j++
		}
		if p.isWord(j, "them") || p.isWord(j, "whom") || p.isWord(j, "those") || p.isWord(j, "these") {
			n.end, n.of, n.pronoun = j+1, true, true
			return n
		}
		if k+1 < len(p.qs) && p.qs[k+1].first == j { // "five of the 20 soldiers"
			j = p.qs[k+1].last
		}
		i, n.of = j, true
	}
	p.nounFrom(i, &n)
	return n
}

func (p *pass) determiner(i int) bool {
	switch p.tag(i) {
	case "DT", "PRP$", "PDT", "WP$":
		return true
	}
	return false
}

// nounFrom walks a noun phrase from lexeme i and sets its head and end.
func (p *pass) nounFrom(i int, n *phrase) {
	head := -1
	j := i
	for ; j < len(p.lex) && j < i+8; j++ {
		if a := p.ageEnd(j); a > j && head < 0 && (p.nounTag(a) || p.bareNounAhead(a)) { // "three 28-year-old men"
			j = a
		}
		if h := p.harmAs(j, hPast, hState, hNoun); h != nil && head < 0 {
			if p.shots(j, i) {
				head = j
				break
			}
			if !p.nounTag(j+1) && h.form != hNoun { // "41 dead"
				break
			}
			if p.nounTag(j + 1) {
				n.inside, n.insideAt = h, j
				continue
			}
		}
		w := p.lex[j].w
		if j > i && p.lex[j].kind == lexMark && p.tok[j] == p.tok[j-1] {
			continue // the dots of "U.S."
		}
		if p.nounTag(j) || w != nil && w.person != 0 {
			if head >= 0 && !p.joined(j) && (p.plural(head) && !p.plural(j) || !n.of && n.value == 1 && p.plural(j)) {
				break // "one soldier guards"
			}
			if w != nil && p.harmAs(j, hPast) != nil && head >= 0 {
				break // "two people shot" with a noun's tag
			}
			head = j
			continue
		}
		if !p.modifier(j, head) {
			break
		}
	}
	if head >= 0 {
		n.head, n.end = head, head+1
		w := p.lex[head].w
		n.people = w != nil && w.person != 0 || p.tag(head) == "NNPS"
	} else if n.of {
		n.people = false
	} else {
		n.end = max(n.end, n.last)
	}
}

// shots reports whether the "shot" at lexeme j, counted by the number before lexeme i, is
// what a gun fires: "fired one shot", "at least one shot was heard", "one shot struck a wall".
func (p *pass) shots(j, i int) bool {
	if j != i || !p.isWord(j, "shot") {
		return false
	}
	if t := p.tag(j + 1); p.be(j+1) || t == "VBD" || t == "MD" || t == "IN" && p.isWord(j+1, "from") {
		return true
	}
	for k := i - 2; k >= max(0, i-5); k-- {
		switch strings.ToLower(p.lex[k].text(p.text)) {
		case "fired", "fires", "firing", "fire", "heard", "hearing", "only", "off", "just":
			return true
		}
	}
	return false
}

// ageEnd returns where the age that begins at lexeme i ends; i if none does.
func (p *pass) ageEnd(i int) int {
	if !p.isFigure(i) && !p.is(i, rDigit|rTeen|rTen) {
		return i
	}
	k, ok := slices.BinarySearchFunc(p.qs, i, func(q quantity, i int) int { return cmp.Compare(q.first, i) })
	if ok && p.qs[k].age {
		return p.qs[k].last
	}
	return i
}

// joined reports whether lexeme j is joined to the one before by a hyphen.
func (p *pass) joined(j int) bool { return p.isMark(j-1, '-') }

func (p *pass) nounTag(i int) bool {
	if i < 0 || i >= len(p.lex) || p.lex[i].kind != lexWord {
		return false
	}
	switch p.tag(i) {
	case "NN", "NNS", "NNP", "NNPS":
		return true
	}
	return false
}

func (p *pass) plural(i int) bool {
	t := p.tag(i)
	if w := p.lex[i].w; w != nil && w.person&manyPeople != 0 {
		return true
	}
	return t == "NNS" || t == "NNPS"
}

// modifier reports whether lexeme j may stand between a number and its noun.
func (p *pass) modifier(j, head int) bool {
	if head >= 0 {
		return p.hyphen(j)
	}
	switch p.tag(j) {
	case "JJ", "JJR", "JJS", "HYPH", "CD", "RB":
		return true
	case "VBN", "VBG":
		return p.nounTag(j+1) || j+1 < len(p.lex) && p.tag(j+1) == "JJ"
	case "CC": // "current and former officials"
		return p.tag(j-1) == "JJ" && p.tag(j+1) == "JJ"
	}
	return p.hyphen(j) || p.isWord(j, "more") || p.isMark(j, '“') || p.isMark(j, '"')
}
