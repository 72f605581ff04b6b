package date

import "strings"

// parsedTense is the tense of the verb that the match hangs on in the tree, 0 without one.
func (p *pass) parsedTense(m *match) int {
	t := p.headToken(m)
	if t >= 0 && p.doc.Tokens[t].Tag == "VBD" && p.finite(t) < 0 {
		return -2
	}
	for n := 0; t >= 0 && n < 8; n++ {
		tok := &p.doc.Tokens[t]
		if strings.HasPrefix(tok.Tag, "VB") {
			if v := p.finite(t); v != 0 {
				return v
			}
		} else if c := p.auxiliary(t); c >= 0 {
			return p.auxTense(c)
		}
		t = tok.Head
	}
	return 0
}

// headToken is the token outside the match that governs it; -1 at a root.
func (p *pass) headToken(m *match) int {
	first, last := int(p.at(m.start).tok), int(p.at(m.end-1).tok)
	if first < 0 || last < 0 {
		return -1
	}
	for t := first; t <= last; t++ {
		if h := p.doc.Tokens[t].Head; h < first || h > last {
			return h
		}
	}
	return -1
}

// auxiliary is the first auxiliary or copula of token t; -1 none.
func (p *pass) auxiliary(t int) int {
	s := p.doc.Tokens[t].Sentence
	best := -1
	for k := t - 1; k >= 0 && k >= t-8 && p.doc.Tokens[k].Sentence == s; k-- {
		if tok := &p.doc.Tokens[k]; tok.Head == t && (strings.HasPrefix(tok.Rel, "aux") || tok.Rel == "cop") {
			best = k
		}
	}
	return best
}

func (p *pass) auxTense(k int) int {
	switch tok := &p.doc.Tokens[k]; tok.Tag {
	case "VBD":
		return -1
	case "MD":
		if p.tokenWord(k) == "could" {
			return 0
		}
		return 1
	}
	return 0
}

func (p *pass) tokenWord(t int) string {
	tok := &p.doc.Tokens[t]
	return strings.ToLower(p.doc.Text[tok.Start:tok.End])
}

// finite is the tense of the verb at token t with its auxiliaries.
func (p *pass) finite(t int) int {
	w, aux := p.tokenWord(t), p.auxiliary(t)
	plan := planned(w)
	if aux >= 0 {
		a := p.tokenWord(aux)
		switch v := p.auxTense(aux); {
		case plan && a != "had":
			return 1
		case v != 0:
			return v
		case a == "being":
			return -1
		case (a == "has" || a == "have") && p.doc.Tokens[t].Tag == "VBN":
			return -1
		}
		return 0
	}
	switch p.doc.Tokens[t].Tag {
	case "VBD", "VBN":
		if plan {
			return 1
		}
		return -1
	case "VBZ", "VBP":
		if plan || listed(timetabled[:], w) {
			return 1
		}
	case "VBG":
		if t > 0 && (p.tokenWord(t-1) == "after" || p.tokenWord(t-1) == "since") {
			return -1
		}
	case "VB":
		if h := p.doc.Tokens[t].Head; h >= 0 {
			if g := p.tokenWord(h); planned(g) || g == "set" {
				return 1
			}
		}
	}
	return 0
}

func planned(w string) bool { return listed(planning[:], w) }

func listed(words []string, w string) bool {
	for _, v := range words {
		if v == w {
			return true
		}
	}
	return false
}
