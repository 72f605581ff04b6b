package number

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

// phrases makes the phrases of the sentence from p.qs and from singular persons, in text order.
func (p *pass) phrases() {
	p.nps = p.nps[:0]
	k := 0
	for i := 0; i <= len(p.lex); i++ {
		if k < len(p.qs) && p.qs[k].first == i {
			n := p.counted(k)
			p.nps = append(p.nps, n)
			if q := &p.qs[k]; q.age && n.category == "" {
				if s, ok := p.singularAge(k); ok {
					p.nps = append(p.nps, s)
				}
			}
			k++
			continue
		}
		if i < len(p.lex) {
			if n, ok := p.singular(i); ok && (k >= len(p.qs) || n.last <= p.qs[k].first || p.qs[k].age && p.qs[k].first >= n.last) {
				p.nps = append(p.nps, n)
			}
		}
	}
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
		if h := p.harmAs(j, hPast, hState, hNoun); h != nil && head < 0 {
			if !p.nounTag(j+1) && h.form != hNoun { // "41 dead"
				break
			}
			if p.nounTag(j + 1) {
				n.inside, n.insideAt = h, j
				continue
			}
		}
		w := p.lex[j].w
		if p.nounTag(j) || w != nil && w.person != 0 {
			if head >= 0 && p.plural(head) && !p.plural(j) && !p.joined(j) {
				break
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
		n.people = w != nil && w.person != 0
	} else if n.of {
		n.people = false
	} else {
		n.end = max(n.end, n.last)
	}
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
	case "DT":
		return p.isWord(j, "more") || p.isWord(j, "other")
	}
	return p.hyphen(j) || p.isWord(j, "more") || p.isMark(j, '“') || p.isMark(j, '"')
}

// singular reads one person without a number. "a police officer", "his 15-year-old son", "Woman"
func (p *pass) singular(i int) (phrase, bool) {
	none := phrase{}
	w := p.lex[i].w
	switch {
	case p.is(i, rArticle), p.isWord(i, "the"), p.isWord(i, "another"), p.isWord(i, "his"), p.isWord(i, "her"), p.isWord(i, "their"), p.isWord(i, "its"):
	default:
		return none, false
	}
	_ = w
	head := -1
	j := i + 1
	for ; j < len(p.lex) && j < i+9; j++ {
		lw := p.lex[j].w
		if lw != nil && lw.person&manyPeople != 0 && lw.person&onePerson == 0 {
			return none, false
		}
		if lw != nil && (lw.person == onePerson || lw.collective > 0) {
			head = j
			continue
		}
		if head >= 0 && !p.nounTag(j) {
			break
		}
		if head >= 0 || !p.nounTag(j) && !p.modifier(j, -1) && !p.isFigure(j) && !p.hyphen(j) && !p.isWord(j, "old") && !p.isWord(j, "year") {
			if head < 0 {
				return none, false
			}
			break
		}
	}
	if head < 0 || p.isMark(head+1, '\'') || p.isMark(head+1, '’') && p.isWord(head+2, "s") || p.hyphen(head+1) {
		return none, false
	}
	n := phrase{q: -1, first: i, last: head + 1, left: i, end: head + 1, head: head, verb: -1, part: -1, insideAt: -1, people: true, value: 1, rule: "singular", confidence: .7}
	if c := p.lex[head].w.collective; c > 0 {
		n.value = c
	}
	return n, true
}

// singularAge reads a person told by an age alone. "a 16-year-old was shot"
func (p *pass) singularAge(k int) (phrase, bool) {
	q := &p.qs[k]
	i := q.first - 1
	if i < 0 || !p.isWord(q.last-1, "old") || !(p.is(i, rArticle) || p.isWord(i, "the") || p.isWord(i, "another")) {
		return phrase{}, false
	}
	if q.last < len(p.lex) && (p.nounTag(q.last) || p.tag(q.last) == "JJ") {
		return phrase{}, false
	}
	return phrase{q: -1, first: i, last: q.last, left: i, end: q.last, head: q.last - 1, verb: -1, part: -1, insideAt: -1, people: true, value: 1, rule: "singular", confidence: .7}, true
}
