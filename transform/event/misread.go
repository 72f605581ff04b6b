package event

import (
	"strings"

	"dateline/transform/text/lemma"
)

// misread mends what hides the sides of an ordinary sentence of the wire: a counted plural
// tagged as a verb, two parties hung one on the other, a victim hung as the killer.
func (m *mender) misread(i int) {
	g := m.graph
	switch t := g.tok[i]; t.Tag {
	case "VBZ":
		m.countedNoun(i)
		m.chargeDAffaires(i)
	case "VBN", "VBD":
		m.openingSubject(i)
		m.heldPlace(i)
		m.apposedName(i)
		m.thought(i)
		m.ledBy(i)
		m.activeBehind(i)
		m.perfect(i)
		m.whomIt(i)
	case "VBG":
		m.fighting(i)
		m.warningShot(i)
		m.ofAgent(i)
	case "VB":
		m.pastBehindTo(i)
		m.convened(i)
	case "NN", "NNS", "NNP", "NNPS", "$":
		m.otherParty(i)
		m.possessor(i)
		m.moneyIn(i)
		m.byDoer(i)
	}
	m.telegram(i)
	if g.tok[i].Rel == "acl:relcl" {
		m.deadlyClause(i)
	}
}

// countedNoun makes a noun of the plural of "will send [14 Challenger] tanks", tagged as a
// verb: only nouns are counted.
func (m *mender) countedNoun(i int) {
	g := m.graph
	n := g.child(i, "nummod")
	s := g.child(i, "nsubj")
	if n < 0 && s >= 0 && s == i-1 && g.tok[s].Tag == "NNP" {
		n = g.child(s, "nummod")
	}
	h := g.tok[i].Head
	if n < 0 || n > i || i-n > 3 || h < 0 || h > n || !g.isVerb(h) || g.child(h, "obj") >= 0 {
		return
	}
	m.tag(i, "NNS", verbLemma(strings.ToLower(g.word(i))))
	m.move(i, h, "obj")
	m.move(n, i, "nummod")
	if s == i-1 {
		m.move(s, i, "compound")
	}
}

// thought finds the deed of "Gunmen [believed to be Russian] executed …", read as what they
// are believed to be, and takes what they are believed to be for who they are.
func (m *mender) thought(b int) {
	g := m.graph
	switch g.lemma(b) {
	case "believe", "think", "suspect", "know", "assume", "presume":
	default:
		return
	}
	n, end := b-1, g.doc.Sentences[g.tok[b].Sentence].Last
	if n < 0 || !g.isNoun(n) || b+4 >= end || g.word(b+1) != "to" || g.word(b+2) != "be" || g.child(b, "aux") >= 0 {
		return
	}
	s, v := -1, -1 // what they are, what they did
	for j := b + 3; j < end && j < b+11 && v < 0; j++ {
		switch t := g.tok[j].Tag; {
		case t == "VBD" || t == "VBN" && g.objectAfter(j) > j:
			v = j
		case t == "," || t == "VBP" || t == "MD":
			return
		case g.tok[j].Rel == "xcomp" && g.tok[j].Head == b, base(g.tok[j].Rel) == "nsubj" && s < 0, s < 0 && t[0] == 'J' && g.tok[j+1].Tag[0] == 'V':
			s = j
		}
	}
	if v < 0 || s < 0 {
		return
	}
	if t := g.tok[s+1]; g.tok[s+1].Tag == "VBZ" && s+1 < v && t.Head == v { // "Somali pirates"
		m.tag(s+1, "NNS", verbLemma(g.word(s+1)))
		m.move(s, s+1, "amod")
		s++
	}
	if h := g.tok[v].Head; h == b || h < 0 || g.tok[b].Head == v {
		head, rel := g.tok[b].Head, g.tok[b].Rel
		if head == n || head == v {
			head, rel = g.tok[v].Head, g.tok[v].Rel
		}
		m.move(v, head, rel)
	}
	m.tag(v, "VBD", "")
	m.tag(b, "VBN", "")
	m.move(n, v, "nsubj")
	m.move(b, n, "acl")
	m.move(s, b, "xcomp")
	m.move(b+2, s, "cop")
	m.move(b+1, s, "mark")
	if g.actor[s] >= 0 {
		g.actor[n] = g.actor[s]
		return
	}
	for c := s; c > b+2; c-- { // "members of Boko Haram"
		if a := g.actor[c]; a >= 0 && g.names(c) {
			g.actor[n] = a
		}
	}
}

// ledBy finds the verb of "[Saudi-led] coalition jets struck …", read as what somebody led.
func (m *mender) ledBy(i int) {
	g := m.graph
	if i < 2 || g.tok[i-1].Tag != "HYPH" || g.tok[i-2].End != g.tok[i-1].Start || g.tok[i-1].End != g.tok[i].Start {
		return
	}
	o := g.child(i, "obj")
	if o < i {
		m.backedSubject(i)
		return
	}
	v := -1
	for c := g.first[o]; c >= 0; c = g.next[c] {
		if int(c) > o && base(g.tok[c].Rel) == "acl" && (g.tok[c].Tag == "VBD" || g.tok[c].Tag == "VBN") && g.child(int(c), "aux", "nsubj") < 0 {
			v = int(c)
			break
		}
	}
	if v < 0 || g.tensedBut(i, v) {
		return
	}
	m.tag(v, "VBD", "")
	m.move(v, g.tok[i].Head, g.tok[i].Rel)
	m.move(o, v, "nsubj")
	m.tag(i, "VBN", "")
	m.move(i, o, "amod")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if int(c) > o {
			m.move(int(c), v, g.tok[c].Rel)
		} else if base(g.tok[c].Rel) == "nsubj" {
			m.move(int(c), i, "obl")
		}
	}
}

// backedSubject hangs "[Iranian-backed] fighters launched …", read as what is said of the launch,
// on the fighters.
func (m *mender) backedSubject(i int) {
	g := m.graph
	v := g.child(i, "ccomp")
	if v < i || !g.isVerb(v) {
		return
	}
	s := g.child(v, "nsubj")
	if s <= i || s > i+3 || s >= v {
		return
	}
	m.move(v, g.tok[i].Head, g.tok[i].Rel)
	m.tag(i, "VBN", "")
	m.move(i, s, "amod")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if k := int(c); k != v && k > s {
			m.move(k, v, g.tok[c].Rel)
		} else if k < i {
			m.move(k, i, "obl")
		}
	}
}

// activeBehind finds the clause of "said militants [shot] dead a chief" and of "Rebels
// [captured] the city, and its governor fled", read as a noun with a participle: a participle
// behind its noun has no object.
func (m *mender) activeBehind(i int) {
	g := m.graph
	h := g.tok[i].Head
	if g.tok[i].Tag != "VBN" || g.tok[i].Rel != "acl" || h != i-1 || g.child(i, "aux") >= 0 || !strings.HasPrefix(g.tok[h].Tag, "NN") || !forceful[g.lemma(i)] {
		return
	}
	from := i
	if g.word(i+1) == "dead" {
		from = i + 1
	}
	o := g.objectAfter(from)
	if o < 0 || g.isTime(o) || g.isTime(from+1) {
		return
	}
	v := g.tok[h].Head
	switch r := base(g.tok[h].Rel); {
	case v < 0:
		return // mend.go's
	case (r == "obj" || r == "ccomp") && v < h && g.isVerb(v) && g.says(v):
		m.move(i, v, "ccomp")
	case r == "nsubj" && v > o && g.secondSubject(v, o):
		m.move(i, v, "parataxis")
	default:
		return
	}
	m.tag(i, "VBD", "")
	m.move(h, i, "nsubj")
	m.move(o, i, "obj")
	if from > i {
		m.move(from, i, "xcomp")
	}
}

// perfect finds the verb of "said forces had [tortured] detainees", read as the modifier of
// what they had.
func (m *mender) perfect(v int) {
	g := m.graph
	i, o := v-1, g.tok[v].Head
	if g.tok[v].Tag != "VBN" || i < 1 || g.lemma(i) != "have" || base(g.tok[v].Rel) != "amod" || o <= v || g.tok[o].Head != i || g.tok[o].Rel != "obj" || g.lex.verbs[g.lemma(v)] == nil {
		return
	}
	h, rel := g.tok[i].Head, g.tok[i].Rel
	if say := -1; rel == "acl" && h == i-1 && g.isNoun(h) && g.tok[h].Head >= 0 {
		if say = g.tok[h].Head; !g.isVerb(say) || !g.says(say) {
			return
		}
		m.move(h, v, "nsubj")
		h, rel = say, "ccomp"
	}
	m.move(v, h, rel)
	m.move(o, v, "obj")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if int(c) != o {
			m.move(int(c), v, g.tok[c].Rel)
		}
	}
	m.move(i, v, "aux")
}

// whomIt gives back the object of "freed the diplomats [it had kidnapped]", read as a second
// subject of the clause that describes it.
func (m *mender) whomIt(v int) {
	g := m.graph
	u := g.tok[v].Head
	if base(g.tok[v].Rel) != "ccomp" || u < 0 || u > v || !g.isVerb(u) || g.says(u) || g.child(u, "obj") >= 0 {
		return
	}
	n, it := -1, -1
	for c := g.first[v]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "nsubj" {
			if n < 0 {
				n = int(c)
			} else if g.tok[c].Tag == "PRP" && int(c) == n+1 {
				it = int(c)
			}
		}
	}
	if it < 0 || n < u || !g.isNoun(n) {
		return
	}
	m.move(n, u, "obj")
	m.move(v, n, "acl:relcl")
}

// secondSubject reports whether verb v has a subject of its own behind token o.
func (g *graph) secondSubject(v, o int) bool {
	for c := g.first[v]; c >= 0; c = g.next[c] {
		if int(c) > o && base(g.tok[c].Rel) == "nsubj" {
			return true
		}
	}
	return false
}

// forceful are verbs of force, with one object.
var forceful = map[string]bool{
	"shoot": true, "kill": true, "wound": true, "attack": true, "capture": true, "seize": true, "bomb": true, "shell": true, "raid": true, "storm": true, "ambush": true,
	"kidnap": true, "abduct": true, "arrest": true, "detain": true, "free": true, "retake": true, "recapture": true, "occupy": true, "destroy": true, "execute": true,
	"behead": true, "besiege": true, "surround": true, "overrun": true, "target": true, "burn": true, "torch": true, "stab": true, "assassinate": true, "loot": true,
}

// tensedBut reports whether p's clause has a tensed verb that is neither p nor q.
func (g *graph) tensedBut(p, q int) bool {
	for c := g.first[p]; c >= 0; c = g.next[c] {
		if g.tok[c].Tag == "VBD" && int(c) != q && base(g.tok[c].Rel) != "parataxis" {
			return true
		}
	}
	return false
}

// fighting makes a noun of "[Fighting] between the army and rebels killed …".
func (m *mender) fighting(i int) {
	g := m.graph
	w := strings.ToLower(g.word(i))
	if k := i - 1; w == "fighting" && k > 0 && g.tok[k].Head == i && g.tok[k].Rel == "mark" && g.child(i, "obj", "nsubj") < 0 { // "killed in fighting"
		switch g.lemma(k) {
		case "in", "during", "amid", "after":
			m.tag(i, "NN", w)
			m.move(i, g.tok[i].Head, "obl")
			m.move(k, i, "case")
			for c := g.first[i]; c >= 0; c = g.next[c] {
				if base(g.tok[c].Rel) == "obl" {
					m.move(int(c), i, "nmod")
				}
			}
			return
		}
	}
	if h := g.tok[i].Head; w == "fighting" && i == g.doc.Sentences[g.tok[i].Sentence].First && base(g.tok[i].Rel) == "advcl" && i+1 < h && g.tok[i+1].Tag == "IN" && g.isVerb(h) && g.child(h, "nsubj") < 0 { // "[Fighting] between … killed", for what goes along with it
		m.tag(i, "NN", w)
		m.move(i, h, "nsubj")
		if g.tok[h].Tag == "VBN" && g.child(h, "aux") < 0 {
			m.tag(h, "VBD", "")
		}
		for c := g.first[i]; c >= 0; c = g.next[c] {
			if base(g.tok[c].Rel) == "obl" {
				m.move(int(c), i, "nmod")
			}
		}
		return
	}
	if base(g.tok[i].Rel) != "nsubj" || i+1 >= len(g.tok) || g.tok[i+1].Tag != "IN" || g.lex.nouns[w] == nil && g.lex.nominal[w] == "" || g.child(i, "obj") >= 0 {
		return
	}
	m.tag(i, "NN", w)
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "obl" {
			m.move(int(c), i, "nmod")
		}
	}
}

// warningShot makes a modifier of "exchanged [warning] shots", read as a clause.
func (m *mender) warningShot(i int) {
	g := m.graph
	h := g.tok[i].Head
	if base(g.tok[i].Rel) != "xcomp" || i+1 >= len(g.tok) || h != i-1 || g.first[i] >= 0 {
		return
	}
	if o := i + 1; g.tok[o].Head == h && base(g.tok[o].Rel) == "obj" {
		m.tag(i, "NN", strings.ToLower(g.word(i)))
		m.move(i, o, "compound")
	}
}

// convened leaves the deed of "summoned the envoy [to protest]" to who summoned: the
// infinitive is no complement of the object.
func (m *mender) convened(i int) {
	g := m.graph
	h := g.tok[i].Head
	if base(g.tok[i].Rel) != "xcomp" || h < 0 || g.child(h, "obj") < 0 {
		return
	}
	switch g.lemma(h) {
	case "summon", "recall", "convene", "expel", "visit", "meet", "tour", "telephone", "phone":
		m.move(i, h, "advcl")
	}
}

// otherParty makes a conjunct of the second of two that "and" joins, which the parse hung
// on the first as a modifier: "between the army [and] the Rapid Support Forces".
func (m *mender) otherParty(i int) {
	g := m.graph
	h := g.tok[i].Head
	if r := g.tok[i].Rel; r != "nmod" && r != "appos" && r != "dep" || h < 0 || h > i || !g.isNoun(h) {
		return
	}
	cc := g.child(i, "cc")
	if cc < 0 || cc < h || cc > i || g.lemma(cc) != "and" || g.child(i, "case") >= 0 {
		return
	}
	m.move(i, h, "conj")
}

// possessor hangs "Lebanon's" of "Lebanon's Hezbollah fired" on what it has, where the parse
// makes it a second subject or object.
func (m *mender) possessor(i int) {
	g := m.graph
	h := g.tok[i].Head
	r := base(g.tok[i].Rel)
	if i+2 >= len(g.tok) || g.tok[i+1].Tag != "POS" || r != "nsubj" && r != "obj" && r != "obl" || h <= i+1 {
		return
	}
	for j := i + 2; j < h && j < i+8; j++ {
		if g.tok[j].Head == h && base(g.tok[j].Rel) == r {
			m.move(i, j, "nmod:poss")
			return
		}
		if t := g.tok[j].Tag; g.isVerb(j) || t == "," || t == "IN" {
			return
		}
	}
}

// moneyIn hangs what money is given as on the money: "pledged $50 million [in food aid]".
func (m *mender) moneyIn(i int) {
	g := m.graph
	h := g.tok[i].Head
	if base(g.tok[i].Rel) != "obl" || g.prep(i) != "in" || h < 0 || !g.isVerb(h) || !g.classes(i).meets(g.lex.bit("aid")) {
		return
	}
	o := g.child(h, "obj")
	if o < h || o > i || !strings.ContainsAny(g.word(o), "$€£¥") {
		return
	}
	g.seen[i] = false
	m.move(i, o, "nmod")
}

// deadlyClause hangs a clause that tells victims on the attack and not on what was attacked:
// "the attack on a hotel in Mogadishu [that killed nine]".
func (m *mender) deadlyClause(i int) {
	g := m.graph
	if deadly[g.lemma(i)] == "" || g.passive(i) {
		return
	}
	h := g.tok[i].Head
	if h < 0 || g.actor[h] >= 0 && g.place[h] < 0 || g.child(i, "obj") < i {
		return
	}
	if s := g.child(i, "nsubj"); s < 0 || g.tok[s].Tag != "WDT" {
		return
	}
	for n := 0; n < 4 && h >= 0 && g.isNoun(h); n++ {
		if blow[g.lemma(h)] {
			m.move(i, h, "acl:relcl")
			return
		}
		if base(g.tok[h].Rel) != "nmod" {
			return
		}
		h = g.tok[h].Head
	}
}

// blow are acts of force that kill.
var blow = map[string]bool{
	"attack": true, "bombing": true, "blast": true, "explosion": true, "strike": true, "airstrike": true, "raid": true, "shooting": true, "ambush": true,
	"assault": true, "shelling": true, "bombardment": true, "clash": true, "crash": true, "fire": true, "attempt": true, "battle": true,
}

// beatAnd makes the verb of "Police [beat] and detained protesters", tagged as a noun, whose
// past is its base form and which shares its object with the verb behind "and".
func (m *mender) beatAnd(i int) bool {
	g := m.graph
	w := g.word(i)
	if i == 0 || i+2 >= len(g.tok) || g.tok[i+1].Tag != "CC" || g.tok[i+2].Tag != "VBD" || g.tok[i+2].Head != i || g.lex.verbs[w] == nil || lemma.Of(w, "VBD") != w || g.tok[i-1].Head != i {
		return false
	}
	m.tag(i, "VBD", w)
	s := i - 1
	m.move(s, i, "nsubj")
	for c := g.first[i]; c >= 0 && int(c) < s; c = g.next[c] {
		switch base(g.tok[c].Rel) {
		case "det", "amod", "compound", "nummod", "nmod":
			m.move(int(c), s, g.tok[c].Rel)
		}
	}
	return true
}
