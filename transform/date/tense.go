package date

// tense says where the clause of a match lies: -2 surely past, -1 past, 0 unclear, +1 to come. A
// preposition before the match may decide; else the nearest verb group to the left in the
// sentence, else to the right.
func (p *pass) tense(m *match) int {
	switch {
	case p.leads(m.start, "since"):
		return -1
	case p.leads(m.start, "until", "till", "by"):
		if p.pastPerfect(m.start) {
			return -1
		}
		return 1
	case p.leads(m.start, "as") && (p.is(m.start-2, "soon") || p.is(m.start-2, "early")):
		return 1
	}
	beside := m.start - 1
	if p.is(beside, "on") {
		beside--
	}
	if t := p.verbTense(beside); t != 0 { // said Friday
		return 2*min(t, 0) + max(t, 0)
	}
	if !p.modal(m) {
		if t := p.parsedTense(m); t != 0 {
			return t
		}
	}
	for i, n := m.start-1, 0; i >= 0 && n < 16 && !p.stops(i); i, n = i-1, n+1 {
		if t := p.verbTense(i); t != 0 {
			return t
		}
	}
	for i, n := m.end, 0; i < len(p.atoms) && n < 16 && !p.stops(i); i, n = i+1, n+1 {
		if t := p.verbTense(i); t != 0 {
			return t
		}
	}
	return 0
}

// modal reports whether the tagger took the month of a match for an auxiliary: "on 5 may".
func (p *pass) modal(m *match) bool {
	for i := m.start; i < m.end; i++ {
		if p.tag(i) == "MD" {
			return true
		}
	}
	return false
}

// pastPerfect reports whether the sentence around atom i says "had done".
func (p *pass) pastPerfect(i int) bool {
	for k := i - 1; k >= 0 && k > i-12 && !p.stops(k); k-- {
		if p.is(k, "had") && p.tag(k+1) != "DT" {
			return true
		}
	}
	for k := i; k < len(p.atoms) && k < i+6 && !p.stops(k); k++ {
		if p.is(k, "had") {
			return true
		}
	}
	return false
}

// stops reports whether a clause ends at atom i.
func (p *pass) stops(i int) bool {
	w := p.atoms[i].word
	if w == nil {
		return false
	}
	switch w.text {
	case "\n", ";", "?", "!":
		return true
	case ".":
		return !p.at(i + 1).glued
	}
	return false
}

// verbTense is the tense of the verb at atom i with its auxiliaries, 0 if it is none.
func (p *pass) verbTense(i int) int {
	switch p.tag(i) {
	case "VBD":
		if p.plans(i) {
			return 1
		}
		return -1
	case "MD":
		if p.is(i, "could") || p.is(i, "would") {
			return 0
		}
		return 1
	case "VBZ", "VBP":
		if p.plans(i) || p.timetable(i) {
			return 1
		}
	case "VB":
		return p.infinitive(i)
	case "VBN":
		return p.participle(i)
	}
	return 0
}

// infinitive looks for what governs the plain verb at atom i.
func (p *pass) infinitive(i int) int {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		switch t := p.tag(k); {
		case t == "MD" && p.is(k, "could") && p.is(i, "be"):
			return -1
		case t == "MD":
			return 1
		case p.is(k, "set"):
			return 1
		case p.is(k, "to") && k == i-1 && p.is(i, "be"):
			return 1
		case t == "VBD" && (p.is(k, "did") || p.is(k, "was") || p.is(k, "were")):
			if p.is(k, "did") {
				return -1
			}
			return 1
		case t == "VBD" || t == "VBN" || t == "VBZ" || t == "VBP" || t == "VBG" || t == "JJ":
			if p.plans(k) || p.is(k, "is") || p.is(k, "are") {
				return 1
			}
		case p.is(k, "and"):
			return 0
		}
	}
	return 0
}

// participle looks for the auxiliaries of the participle at atom i; bare, it is past.
func (p *pass) participle(i int) int {
	if p.plans(i) {
		if p.is(i-1, "been") && p.is(i-2, "had") {
			return -1
		}
		return 1
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch t := p.tag(k); {
		case t == "MD":
			return 1
		case t == "VB" && p.is(k, "be"):
			return p.infinitive(k)
		case t == "VBD" || t == "VBZ" || t == "VBP" || t == "VB":
			return -1
		}
	}
	return -1
}

// plans reports whether the verb or adjective at atom i looks ahead.
func (p *pass) plans(i int) bool {
	for _, w := range planning {
		if p.is(i, w) {
			return true
		}
	}
	return false
}

// timetable reports whether the present tense at atom i tells what is fixed to happen.
func (p *pass) timetable(i int) bool {
	for _, w := range timetabled {
		if p.is(i, w) {
			return true
		}
	}
	return false
}

// timetabled are verbs whose present tense announces: the polls close on Saturday.
var timetabled = [...]string{"open", "opens", "close", "closes", "begin", "begins", "start", "starts", "end", "ends", "resume", "resumes",
	"meet", "meets", "vote", "votes", "expire", "expires", "arrive", "arrives", "leave", "leaves", "visit", "visits", "host", "hosts",
	"go", "goes", "face", "faces", "play", "plays", "turn", "turns"}

// planning are words whose complement is still to come.
var planning = [...]string{"scheduled", "expected", "planned", "slated", "due", "expects", "plans", "scheduling", "planning", "expecting",
	"expect", "plan", "hopes", "hope", "intends", "intend", "likely", "going", "postponed", "about", "ready", "supposed", "wants", "want", "aims", "aim"}
