package event

import (
	"strings"

	"dateline/transform"
)

// The state of those who are told without one: whom a state's police, courts and rulers
// arrest, sack and free are its own people, unless the text says otherwise, and who rises
// against a government is under it. A dateline elsewhere says nothing of them.

// lentRule marks in an actor's rule that its state is only that of a place or the dateline.
const lentRule = "country from the place"

// institutions act at home.
var institutions = []string{"COP", "JUD", "SPY", "LEG"}

// rulers act at home where they arrest, free, sack and restrict.
var rulers = []string{"GOV", "MIL"}

// subjects are the sectors of whom the institutions of their own state act upon.
var subjects = map[string]bool{
	"": true, "CVL": true, "GOV": true, "OPP": true, "MED": true, "JRN": true, "JUD": true, "LAB": true, "EDU": true, "BUS": true, "CRM": true, "REL": true,
	"HLH": true, "LEG": true, "PTY": true, "AGR": true, "ELI": true, "HRI": true, "COP": true, "SOC": true,
}

// risers are the sectors of who demands, protests and fights at home.
var risers = map[string]bool{"OPP": true, "REB": true, "CVL": true, "LAB": true, "EDU": true, "PTY": true}

// homeland gives the sides of a coding that have no state of their own that of the other.
func (x *coder) homeland(c *coding, code string, source, target []int) {
	if len(source) == 0 || len(target) == 0 {
		return
	}
	d := x.g.doc
	s := &d.Actors[source[0]]
	if len(s.Country) == 3 && s.Rule != placeRule && !strings.Contains(s.Rule, lentRule) {
		for _, t := range target {
			if x.ownPeople(c, code, s, t) {
				x.ofState(t, source[0])
			}
		}
		return
	}
	t := &d.Actors[target[0]]
	if s.Country == "" && risers[s.Sector] && s.Kind != "person" && len(t.Country) == 3 && t.Rule != placeRule && inSector(t, []string{"GOV", "MIL", "COP", "LEG"}) && t.Sector != "" &&
		(code[:2] == "10" || code >= "14" && code < "15" || code[:2] == "02" || code[:2] == "19" || code[:2] == "11") {
		x.ofState(source[0], target[0])
	}
}

// ownPeople reports whether actor t, upon whom s acts, has no state that the text tells and
// is of that of s.
func (x *coder) ownPeople(c *coding, code string, s *transform.Actor, t int) bool {
	g := x.g
	a := &g.doc.Actors[t]
	lent := strings.Contains(a.Rule, lentRule) && !g.tellsPlace(a)
	if a.Country != "" && !lent || a.Pronoun || a.Kind == "state" || a.Head < 0 {
		return false
	}
	if p := g.child(a.Head, "nmod:poss"); p >= 0 && a.Country == "" { // "the country's minister", "its president"
		switch g.lemma(p) {
		case "country", "nation", "its", "his", "her", "republic", "kingdom":
			return subjects[a.Sector] || a.Sector == "MIL"
		}
	}
	if m := g.child(a.Head, "amod"); m >= 0 && g.lemma(m) == "foreign" {
		return false
	}
	if a.Country == "" && (risers[s.Sector] || s.Sector == "HLH" || s.Sector == "AGR") && s.Kind != "state" { // "unions met the government"
		switch a.Sector {
		case "GOV", "LEG", "JUD", "COP", "MIL":
			return !g.classes(a.Head).meets(g.lex.bit("peacekeepers"))
		}
	}
	switch {
	case inSector(s, institutions):
		return (subjects[a.Sector] || a.Sector == "MIL" && (s.Sector == "JUD" || s.Sector == "SPY")) && (code[:2] == "17" || code[:2] == "09" || code[:3] == "115" || code[:3] == "116" || code[:3] == "084" || code == "1125" || code[:3] == "182" || s.Sector == "COP" && (code[:2] == "14" || code[:2] == "19"))
	case inSector(s, rulers):
		return subjects[a.Sector] && (!lent || s.Sector != "MIL") && (code[:3] == "172" || code[:3] == "173" || code[:3] == "175" || code[:3] == "084" || code[:3] == "116" || code[:3] == "115")
	}
	return false
}

// tellsPlace reports whether the sentence of actor a names a place of its state, other than
// in another actor's name: "Japan's foreign ministry".
func (g *graph) tellsPlace(a *transform.Actor) bool {
	s := g.doc.Sentences[a.Sentence]
	for i := s.First; i < s.Last; i++ {
		if k := g.place[i]; k >= 0 && g.doc.Places[k].Country == a.Country && !g.inName(i, s.Last) {
			return true
		}
	}
	return false
}

// inName reports whether token i stands in the name of an actor that a later token heads.
func (g *graph) inName(i, last int) bool {
	for j := i + 1; j < last && j < i+8; j++ {
		if k := g.actor[j]; k >= 0 && g.doc.Actors[k].Start <= g.tok[i].Start && g.doc.Actors[k].Rule != placeRule {
			return true
		}
	}
	return false
}

// stateRule marks in an actor's rule that its state is that of whom it acts with.
const stateRule = "of the state of the other side"

// ofState makes actor i one of the state of actor j, once.
func (x *coder) ofState(i, j int) {
	a, country := &x.g.doc.Actors[i], x.g.doc.Actors[j].Country
	if a.Country == country || strings.Contains(a.Rule, stateRule) {
		return
	}
	suffix := ""
	if len(a.Code) > 3 {
		suffix = a.Code[3:]
	}
	a.ID, a.Country, a.Code = a.ID+"-"+country, country, country+suffix
	a.Rule += ", " + stateRule
}

// ofSpeaker gives forces and people told without a state that of the officials who tell of
// them, where the sentence names no other: "Burkina Faso's army said 29 soldiers were killed".
func (x *coder) ofSpeaker(s, speaker int, source, target []int) {
	d := x.g.doc
	i := x.g.actor[speaker]
	if i < 0 || len(d.Actors[i].Country) != 3 || d.Actors[i].Country == "USA" || !inSector(&d.Actors[i], []string{"MIL", "COP", "GOV"}) || d.Actors[i].Kind == "state" {
		return
	}
	country := d.Actors[i].Country
	if d.Actors[i].Sector == "MIL" { // "the Israeli military said a soldier was killed in Lebanon"
		for _, a := range target {
			if b := &d.Actors[a]; b.Sector == "MIL" && b.Kind != "state" && (b.Country == "" || strings.Contains(b.Rule, lentRule)) {
				x.ofState(a, int(i))
			}
		}
	}
	sent := d.Sentences[s]
	for j := sent.First; j < sent.Last; j++ {
		if k := x.g.place[j]; k >= 0 && d.Places[k].Country != "" && d.Places[k].Country != country {
			return
		}
		if k := x.g.actor[j]; k >= 0 && len(d.Actors[k].Country) == 3 && d.Actors[k].Country != country {
			return
		}
	}
	for _, side := range [2][]int{source, target} {
		for _, a := range side {
			if b := &d.Actors[a]; b.Country == "" && b.Sector != "" && !b.Pronoun {
				x.ofState(a, int(i))
			}
		}
	}
}
