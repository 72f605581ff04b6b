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
		switch {
		case p.be(k):
			passive = true
			continue
		case p.isWord(k, "have") || p.isWord(k, "has") || p.isWord(k, "had"):
			have = true
			continue
		case p.isWord(k, "not") || p.isMark(k, ';') || p.isWord(k, "t") && p.isMark(k-1, '\''):
			return false
		}
		if h := p.harmAs(k, hIntrans, hPast, hState, hPassive); h != nil && (passive || h.form != hPassive) && !(h.form == hState && p.nounTag(k+1) && !p.onDate(k+1)) {
			if h.form == hPast && !passive && (have || p.objectAhead(p.pastVerbs(k))) {
				return false
			}
			return p.set(n, p.deadly(k, h), k)
		}
		if p.suffering(k, n) {
			return true
		}
		if t := p.tag(k); t != "" && t[0] == 'V' && t != "VBG" && !(p.report(k) && (passive || have || p.isWord(k, "remain") || p.isWord(k, "remained") || p.isWord(k, "went"))) && !p.relative(k) {
			return false
		}
	}
	return false
}

// relative reports whether the verb at k belongs to a reduced or full relative clause
// that the scan may pass over.
func (p *pass) relative(k int) bool { return p.isWord(k-1, "who") && p.be(k) }

// report reports whether the verb at k only passes the predicate on. "were reported killed", "is believed to have died"
func (p *pass) report(k int) bool {
	switch strings.ToLower(p.lex[k].text(p.text)) {
	case "reported", "confirmed", "believed", "feared", "found", "pronounced", "declared", "presumed", "left", "listed", "said", "known", "thought", "also", "remain", "remained", "remains", "went", "gone", "taken", "forced", "still", "going":
		return true
	}
	return false
}

// suffering: "suffered injuries", "was in critical condition", "were taken to hospital"
func (p *pass) suffering(k int, n *phrase) bool {
	switch {
	case p.isWord(k, "suffered") || p.isWord(k, "sustained") || p.isWord(k, "suffering") || p.isWord(k, "with"):
		for m := k + 1; m < min(len(p.lex), k+7); m++ {
			switch strings.ToLower(p.lex[m].text(p.text)) {
			case "wound", "wounds", "injury", "injuries", "burns", "gunshot":
				n.category, n.verb = "wounded", k
				return n.people
			}
		}
	case p.isWord(k, "in") && (p.isWord(k+2, "condition") || p.isWord(k+4, "condition")):
		n.category, n.verb = "wounded", k
		return n.people
	case p.isWord(k, "hospital") || p.isWord(k, "hospitals"):
		n.category, n.verb = "wounded", k
		return n.people
	}
	n.category = ""
	return false
}
