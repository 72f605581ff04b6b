package number

import "strings"

// byRight: the phrase is the subject of a predicate further right. "two men and a woman
// were reported killed", "23 people, including four children, died"
func (p *pass) byRight(i int) bool {
	n := &p.nps[i]
	if n.rule == "surname" || n.rule == "pronoun" {
		return false
	}
	if n.left > 0 && p.tag(n.left-1) == "IN" && !p.isWord(n.left-1, "that") && n.part < 0 && !p.isWord(n.left-1, "after") && !p.isWord(n.left-1, "as") && !p.isWord(n.left-1, "when") && !p.isWord(n.left-1, "while") {
		return false
	}
	passive, have := false, false
	for k := n.end; k < min(len(p.lex), n.end+24); k++ {
		if n.rule == "name" && (p.be(k) || p.harmAs(k, hIntrans, hPast, hState) != nil) && !passive && !p.isMark(k-1, ',') {
			return false // a name's predicate follows its apposition
		}
		if p.isWord(k, "did") {
			continue
		}
		if p.passing(k) {
			n.category, n.verb = "killed", k
			return n.people
		}
		switch {
		case p.be(k):
			passive = passive || !p.isWord(k, "got") && !p.isWord(k, "get") || p.harmAs(k+1, hPast, hPassive) != nil
			continue
		case p.clause(k):
			return false // "is charged after his son was shot"
		case (p.isWord(k, "have") || p.isWord(k, "has") || p.isWord(k, "had")) && !p.wounds(k+1):
			have = true
			continue
		case p.isWord(k, "not") || p.isMark(k, ';') || p.isWord(k, "t") && p.apostrophe(k-1):
			return false
		}
		if h := p.harmAs(k, hIntrans, hPast, hState, hPassive); h != nil && (passive || h.form != hPassive) && !(h.form == hState && p.nounTag(k+1) && !p.onDate(k+1)) {
			if h.form == hPast && (!passive && have || !p.passive(k) && p.objectAhead(p.pastVerbs(k))) {
				return false
			}
			return p.set(n, p.deadly(k, h), k)
		}
		if p.suffering(k, n, passive) {
			return true
		}
		if t := p.tag(k); t != "" && t[0] == 'V' && t != "VBG" && !(p.report(k) && (passive || have || p.isWord(k, "remain") || p.isWord(k, "remained") || p.isWord(k, "went"))) && !p.relative(k) {
			return false
		}
	}
	return false
}

// clause reports whether a clause with a subject of its own begins at lexeme k.
func (p *pass) clause(k int) bool {
	switch strings.ToLower(p.lex[k].text(p.text)) {
	case "after", "when", "while", "before", "because", "as":
	default:
		return false
	}
	switch p.tag(k + 1) {
	case "PRP":
		return !p.isWord(k+1, "they")
	case "PRP$":
		return true
	}
	return p.is(k+1, rArticle) && !p.onDate(k+1) && !p.isWord(k, "as")
}

// relative reports whether the verb at k belongs to a reduced or full relative clause
// that the scan may pass over.
func (p *pass) relative(k int) bool { return p.isWord(k-1, "who") && p.be(k) }

// report reports whether the verb at k only passes the predicate on. "were reported killed", "is believed to have died"
func (p *pass) report(k int) bool {
	switch strings.ToLower(p.lex[k].text(p.text)) {
	case "reported", "confirmed", "believed", "feared", "found", "pronounced", "declared", "presumed", "left", "listed", "said", "known", "thought", "also", "remain", "remained", "remains", "went", "gone", "taken", "forced", "still", "going",
		"rushed", "transported", "driven", "brought", "transferred", "sent", "admitted", "conveyed", "airlifted", "flown", "carried", "being", "expected":
		return true
	}
	return false
}

// passing reports whether a dying told in several words begins at lexeme i: "did not
// survive", "passed away", "committed suicide".
func (p *pass) passing(i int) bool {
	switch {
	case p.isWord(i, "not") || p.isWord(i, "t") && p.apostrophe(i-1):
		return p.isWord(i+1, "survive") || p.isWord(i+1, "make") && p.isWord(i+2, "it") && p.clauseEnd(i+3)
	case p.isWord(i, "passed") || p.isWord(i, "passes"):
		return p.isWord(i+1, "away")
	case p.isWord(i, "committed") || p.isWord(i, "commits") || p.isWord(i, "committing"):
		return p.isWord(i+1, "suicide")
	case p.isWord(i, "lost") || p.isWord(i, "losing"):
		return p.tag(i+1) == "PRP$" && p.isWord(i+2, "lives")
	case p.isWord(i, "took") || p.isWord(i, "taken") || p.isWord(i, "taking"):
		return p.tag(i+1) == "PRP$" && p.isWord(i+2, "own") && p.isWord(i+3, "lives")
	}
	return false
}

func (p *pass) apostrophe(i int) bool { return p.isMark(i, '\'') || p.isMark(i, '’') }

// wounds reports whether words for a wound follow from lexeme i on.
func (p *pass) wounds(i int) bool {
	for m := i; m < min(len(p.lex), i+6); m++ {
		switch strings.ToLower(p.lex[m].text(p.text)) {
		case "wound", "wounds", "injury", "injuries", "burns", "gunshot", "fractures", "lacerations":
			return true
		case "no", "not", "from", "of":
			return false
		}
		if p.lex[m].kind == lexMark && !p.hyphen(m) && p.lex[m].mark != ',' {
			return false
		}
	}
	return false
}

// suffering: "suffered injuries", "was in critical condition", "were taken to hospital", "is
// expected to survive"
func (p *pass) suffering(k int, n *phrase, passive bool) bool {
	hurt := false
	switch {
	case p.isWord(k, "suffered") || p.isWord(k, "sustained") || p.isWord(k, "suffering") || p.isWord(k, "sustaining") || p.isWord(k, "with") ||
		p.isWord(k, "received") || p.isWord(k, "had") || p.isWord(k, "has"):
		hurt = p.wounds(k + 1)
	case p.isWord(k, "treated") && passive:
		hurt = !p.isWord(k+1, "as") && !p.isWord(k+1, "like")
	case p.isWord(k, "expected") && passive && p.isWord(k+1, "to"):
		hurt = p.isWord(k+2, "survive") || p.isWord(k+2, "recover") || p.isWord(k+2, "live") || p.isWord(k+5, "recovery")
	case p.isWord(k, "in"):
		hurt = p.isWord(k+2, "condition") || p.isWord(k+3, "condition") || p.isWord(k+4, "condition")
	case p.isWord(k, "airlifted"):
		hurt = passive
	case p.isWord(k, "hospital") || p.isWord(k, "hospitals") || p.isWord(k, "trauma") || p.isWord(k, "center") && p.isWord(k-1, "medical"):
		hurt = true
	}
	n.category = ""
	if hurt {
		n.category, n.verb = "wounded", k
	}
	return hurt && n.people
}

// byAfter: what the subject of a sentence did after being struck. "A boy ran for help after
// being shot", "The guard was released from the ward after he was stabbed"
func (p *pass) byAfter(i int) bool {
	n := &p.nps[i]
	if n.rule == "surname" || n.rule == "pronoun" || n.left > 0 && p.tag(n.left-1) == "IN" && !p.isWord(n.left-1, "that") {
		return false
	}
	for k := n.end; k < min(len(p.lex), n.end+24); k++ {
		if p.isMark(k, ';') {
			return false
		}
		if p.isWord(k, "after") && (p.isWord(k+1, "being") || p.isWord(k+1, "getting")) {
			if i+1 < len(p.nps) && p.nps[i+1].left < k && p.nps[i+1].q < 0 {
				return false
			}
			m := k + 2
			for p.adverb(m) {
				m++
			}
			if h := p.harmAs(m, hPast, hPassive); h != nil {
				return p.set(n, p.deadly(m, h), m)
			}
			return false
		}
	}
	return false
}
