package event

import "strings"

// phases are verbs and adjectives whose infinitive has happened with them: "started to
// shell", "managed to kill", "continued to attack", "caused the roof to hit".
var phases = map[string]bool{
	"start": true, "begin": true, "continue": true, "manage": true, "proceed": true, "come": true, "succeed": true, "resume": true, "able": true,
	"cause": true, "force": true, "lead": true, "allow": true, "help": true, "get": true, "return": true, "go": true, "report": true, "allege": true,
	"believe": true, "say": true, "claim": true, "know": true, "appear": true, "seem": true, "confirm": true, "live": true, "turn": true, "happen": true,
}

// aimEvents takes back that an act of force has happened where it is only somebody's aim:
// an infinitive without a toll that no verb of beginning or success governs, "they want to
// destroy the country", "the front only means to seize power".
func (b *builder) aimEvents() {
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if e.CAMEO < "18" && e.CAMEO != "1712" && e.CAMEO != "175" || e.Status != happened && e.Status != ongoing || e.Killed.Known() || e.Wounded.Known() || e.Kidnapped.Known() {
			continue
		}
		if p := b.predicate(e); b.aims(p) {
			b.explain("sentence %d: %q is only an aim", e.Sentence, b.g.word(p))
			e.Status = planned
		}
	}
}

// thought are nouns and adjectives whose gerund is no more than thought of: "the possibility
// of ousting the junta", "interested in overthrowing".
var thought = map[string]bool{
	"possibility": true, "idea": true, "aim": true, "goal": true, "intention": true, "purpose": true, "objective": true, "option": true, "plan": true, "hope": true,
	"interested": true, "capable": true, "intent": true, "incapable": true, "thought": true, "dream": true, "strategy": true, "prospect": true, "chance": true, "risk": true,
}

// aims reports whether verb p is an infinitive or a gerund that tells what somebody is out
// for.
func (b *builder) aims(p int) bool {
	g := b.g
	if h := g.tok[p].Head; g.tok[p].Tag == "VBG" && h >= 0 && thought[g.lemma(h)] && g.child(p, "mark", "case") >= 0 {
		return true
	}
	for n := 0; n < 4; n++ {
		if g.tok[p].Tag != "VB" {
			return false
		}
		if m := g.child(p, "mark"); m >= 0 && g.lemma(m) == "to" || p > 0 && g.lemma(p-1) == "to" && g.tok[p-1].Tag == "TO" {
			break
		}
		if base(g.tok[p].Rel) != "conj" || g.tok[p].Head < 0 {
			return false
		}
		p = g.tok[p].Head // "to kidnap and kill"
	}
	h := g.tok[p].Head
	if h < 0 {
		return g.child(p, "cop") >= 0 || p > 1 && g.lemma(p-2) == "be" // "the goal was to seize power"
	}
	if rel := base(g.tok[p].Rel); rel == "acl" && g.ranked(p) || rel == "nsubj" || rel == "csubj" {
		return rel != "acl"
	}
	return !phases[g.lemma(h)] || strings.HasPrefix(g.lemma(h), "un") || g.negated(h)
}
