package event

import (
	"strings"

	"dateline/transform/text"
	"dateline/transform/text/lemma"
)

// mend reads again, on a copy, what the tagger and the parser plainly misread and what
// would hide an event: a past tense tagged as a participle, a verb hung as the modifier or
// auxiliary of its object, "meets" taken for a plural. The document stays as it is.
func (g *graph) mend() {
	m := mender{graph: g}
	for i := range g.tok {
		if nounsInLy[g.word(i)] {
			m.noun(i)
		}
		m.misread(i)
		t := &g.tok[i]
		switch t.Tag {
		case "VBN":
			if g.pastTense(i) {
				m.tag(i, "VBD", "")
				if base(t.Rel) == "amod" {
					m.raiseModifier(i)
				}
			}
		case "VBD", "VBZ", "VBP", "VB":
			switch {
			case t.Tag == "VBZ" && i == g.doc.Sentences[t.Sentence].First && i+1 < len(g.tok):
				m.openingNoun(i)
			case base(t.Rel) == "aux":
				m.raiseAuxiliary(i)
			case base(t.Rel) == "amod" && t.Tag != "VB":
				m.raiseClause(i)
			}
			if t.Tag != "VBD" {
				m.irregular(i)
			} else if l := verbLemma(g.word(i)); l != g.word(i) && g.lex.verbs[l] != nil && g.lex.verbs[g.lemma(i)] == nil {
				m.tag(i, "VBZ", l) // "shoots"
			} else if g.reduced(i) {
				m.tag(i, "VBN", "")
			}
		case "VBG":
			if !m.nameVerb(i) && !m.deedNoun(i) {
				m.gerund(i)
			}
		case "WDT":
			m.thatClause(i)
		case "PRP":
			if t.Rel == "expl" && t.Head > i && g.sharesPredicate(t.Head) { // "Albania said it wants …"
				m.move(i, t.Head, "nsubj")
			}
		case "NNS":
			if !m.bareClause(i) && !m.condition(i) && !m.ifOpening(i) && g.thirdPerson(i) {
				m.tag(i, "VBZ", verbLemma(g.word(i)))
			}
		case "NN", "JJ", "IN", "RB", "NNP":
			switch {
			case strings.HasPrefix(t.Tag, "NN") && m.bareClause(i):
			case t.Tag == "JJ" && harmed[strings.ToLower(g.word(i))] != "" && g.child(i, "cop") >= 0: // "were shot"
				m.tag(i, "VBN", harmed[strings.ToLower(g.word(i))])
			case g.subjunctive(i):
				m.tag(i, "VB", strings.ToLower(g.word(i)))
				if r := base(t.Rel); (r == "obl" || r == "obj" || r == "nmod") && g.isVerb(t.Head) {
					m.move(i, t.Head, "ccomp")
				}
			case m.hit(i):
			case t.Tag == "NN" && m.beatAnd(i):
			case t.Tag == "NN" && g.lex.verbs[g.word(i)] != nil && g.child(i, "nsubj") >= 0 && g.child(i, "cop", "det", "amod", "compound", "nmod:poss") < 0: // "Putin and Assad arrive for their meeting"
				m.tag(i, "VBP", g.word(i))
			case t.Tag == "NN" && t.Head < 0:
				m.mainVerb(i)
			case t.Tag == "JJ" || t.Tag == "NN":
				m.modifierVerb(i)
			}
		}
	}
	if m.moved {
		g.link()
	}
}

// nounsInLy are nouns that the tagger takes for adverbs or other small words by their ending.
var nounsInLy = map[string]bool{"rally": true, "assembly": true, "acid": true, "tear": true, "ally": true}

// noun makes a noun of token i behind a determiner, or behind a verb that wants one:
// "staged a [rally] against", "threw [acid] at", "fired [tear] gas at".
func (m *mender) noun(i int) {
	g := m.graph
	t := &g.tok[i]
	if t.Tag != "RB" && t.Tag != "IN" && t.Tag != "RP" || i == 0 || i+1 >= len(g.tok) {
		return
	}
	h := t.Head
	if strings.HasPrefix(g.tok[i+1].Tag, "NN") && g.tok[i+1].Head == h || h == i+1 { // "tear gas"
		m.tag(i, "NN", g.word(i))
		m.move(i, i+1, "compound")
		return
	}
	if p := g.tok[i-1].Tag; p != "DT" && p != "PRP$" && p != "JJ" && p[0] != 'V' && p[0] != 'N' || base(t.Rel) != "advmod" || h < 0 {
		return
	}
	m.tag(i, "NN", g.word(i))
	v := h
	if h > i && g.prep(h) != "" && g.tok[h].Head >= 0 { // "a rally against Kenya" with "Kenya" for the object
		v = g.tok[h].Head
		m.move(h, i, "nmod")
		for c := g.first[h]; c >= 0 && int(c) < i; c = g.next[c] {
			m.move(int(c), i, g.tok[c].Rel)
		}
	} else {
		for c := g.first[h]; c >= 0; c = g.next[c] {
			if int(c) > i && base(g.tok[c].Rel) == "obj" && g.prep(int(c)) != "" {
				m.move(int(c), i, "nmod")
			}
		}
	}
	rel := "obj"
	if g.tok[i-1].Tag == "IN" || i > 1 && g.tok[i-2].Tag == "IN" {
		rel = "obl"
	}
	m.move(i, v, rel)
}

// reduced reports whether a verb tagged as a past tense is a participle behind its noun:
// "journalists jailed in Turkey", "sailors killed in the attack met the minister".
func (g *graph) reduced(i int) bool {
	if g.tok[i].Rel == "acl" {
		return g.child(i, "nsubj", "obj", "aux") < 0
	}
	if i+1 >= len(g.tok) || g.tok[i+1].Tag != "IN" || deadly[g.lemma(i)] == "" && !tried[g.lemma(i)] || g.child(i, "obj", "aux") >= 0 || g.nextNoun(i) >= 0 {
		return false
	}
	for c := g.first[i]; c >= 0; c = g.next[c] {
		if base(g.tok[c].Rel) == "conj" && g.isVerb(int(c)) {
			return false // "killed and wounded"
		}
	}
	return true
}

// tried are verbs of courts that have an object wherever they are active.
var tried = map[string]bool{"jail": true, "imprison": true, "convict": true, "sentence": true, "indict": true, "extradite": true}

// harmed are participles that the tagger takes for adjectives behind a form of be.
var harmed = map[string]string{
	"shot": "shoot", "hurt": "hurt", "wounded": "wound", "injured": "injure", "killed": "kill", "stabbed": "stab", "slain": "slay", "murdered": "murder",
	"kidnapped": "kidnap", "abducted": "abduct", "detained": "detain", "arrested": "arrest", "captured": "capture", "ambushed": "ambush",
}

// mender changes a private copy of the tokens.
type mender struct {
	*graph
	own, moved bool
}

func (m *mender) copy() {
	if !m.own {
		m.own, m.graph.tok = true, append([]text.Token(nil), m.graph.tok...)
	}
}

func (m *mender) tag(i int, tag, lemma string) {
	m.copy()
	m.graph.tok[i].Tag = tag
	if lemma != "" {
		m.graph.tok[i].Lemma = lemma
	}
}

func (m *mender) move(i, head int, rel string) {
	m.copy()
	m.moved = true
	m.graph.tok[i].Head, m.graph.tok[i].Rel = head, rel
}

// irregular gives "froze", tagged as a present, its lemma.
func (m *mender) irregular(i int) {
	l := m.graph.tok[i].Lemma
	if m.lex.verbs[l] != nil || l == "" {
		return
	}
	if past := lemma.Of(m.word(i), "VBD"); past != l && m.lex.verbs[past] != nil {
		m.tag(i, "VBD", past)
	}
}

// raiseAuxiliary makes a verb hung as the auxiliary of its object the head: "will launch
// an offensive" with "offensive" for the predicate.
func (m *mender) raiseAuxiliary(i int) {
	g := m.graph
	h := g.tok[i].Head
	switch g.lemma(i) {
	case "be", "have", "do", "get", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "need", "use", "go", "ought", "dare", "let", "keep":
		return
	}
	if h <= i || g.isVerb(h) || g.lex.verbs[g.lemma(i)] == nil {
		return
	}
	m.swap(i, h)
}

// raiseModifier does the same for "The United Nations voiced concern" read as one noun
// phrase: the actor before the verb becomes its subject.
func (m *mender) raiseModifier(i int) {
	h := m.graph.tok[i].Head
	s := m.graph.actorBefore(i)
	if s < 0 {
		return
	}
	m.swap(i, h)
	m.move(s, i, "nsubj")
	for c := s - 1; c >= 0 && m.graph.tok[c].Sentence == m.graph.tok[i].Sentence; c-- {
		if m.graph.tok[c].Head == i && base(m.graph.tok[c].Rel) != "punct" && base(m.graph.tok[c].Rel) != "obl" && base(m.graph.tok[c].Rel) != "advmod" {
			m.move(c, s, m.graph.tok[c].Rel)
		}
	}
}

// swap puts verb i in the place of noun h, which becomes its object; what stands before
// the verb, and clauses and obliques, go with the verb.
func (m *mender) swap(i, h int) {
	g := m.graph
	m.move(i, g.tok[h].Head, g.tok[h].Rel)
	m.move(h, i, "obj")
	for c := g.first[h]; c >= 0; c = g.next[c] {
		if int(c) == i {
			continue
		}
		switch r := base(g.tok[c].Rel); {
		case int(c) < i, r == "obl", r == "advcl", r == "parataxis", r == "ccomp", r == "punct":
			m.move(int(c), i, g.tok[c].Rel)
		}
	}
}

// raiseClause makes a tensed verb that hangs as a modifier, arguments and all, the
// complement of the verb its noun belongs to: "Soldiers arrested ten men, military sources
// said".
func (m *mender) raiseClause(i int) {
	g := m.graph
	if g.child(i, "nsubj", "obj") < 0 {
		return
	}
	h := g.tok[i].Head
	for n := 0; n < 4 && h >= 0 && !g.isVerb(h); n++ {
		h = g.tok[h].Head
	}
	if h >= 0 && h != i {
		m.move(i, h, "ccomp")
	}
}

// bareClause finds the bare verb of a that-clause which was read as one noun phrase, "that
// the Cuban government end curbs", by the actor before it; r is the head of the phrase.
func (m *mender) bareClause(r int) bool {
	g := m.graph
	k := g.child(r, "mark")
	if k < 0 || k > r || g.lemma(k) != "that" || g.child(r, "nsubj", "cop") >= 0 || g.tok[r].Head < 0 || !g.isVerb(g.tok[r].Head) {
		return false
	}
	for v := k + 2; v < r; v++ {
		w := g.word(v)
		if !strings.HasPrefix(g.tok[v].Tag, "NN") && g.tok[v].Tag != "JJ" || g.lex.verbs[w] == nil {
			continue
		}
		s := g.actorBefore(v)
		if n := g.place[v-1]; s < 0 && n >= 0 && g.doc.Places[n].Feature == "country" && g.doc.Places[n].End == g.tok[v-1].End { // "that Sri Lanka raise taxes"
			s = v - 1
		}
		if s <= k {
			continue
		}
		m.tag(v, "VB", w)
		m.move(v, g.tok[r].Head, "ccomp")
		m.move(r, v, "obj")
		m.move(k, v, "mark")
		m.move(s, v, "nsubj")
		return true
	}
	return false
}

// gerund hangs "of torturing detainees", read as a noun phrase or as a second object, on
// the verb to its left as a clause.
func (m *mender) gerund(i int) {
	g := m.graph
	if i == 0 || g.tok[i-1].Tag != "IN" || g.tok[i-1].Sentence != g.tok[i].Sentence {
		return
	}
	h := g.tok[i].Head
	switch base(g.tok[i].Rel) {
	case "amod":
		if h < i || g.tok[i-1].Head != h {
			return
		}
		m.swap(i, h)
		m.move(i-1, i, "mark")
	case "conj", "compound", "nmod", "obl":
		if g.tok[i-1].Head != i {
			return
		}
	default:
		return
	}
	for v := i - 2; v >= 0 && v > i-10 && g.tok[v].Sentence == g.tok[i].Sentence; v-- {
		if !g.isVerb(v) {
			continue
		}
		m.move(i, v, "advcl")
		if h > v && h < i && g.tok[h].Head > i {
			m.move(h, v, "obj")
		}
		return
	}
}

// sharesPredicate reports whether predicate p can have "it" for a true subject: not
// weather and not "it is said that".
func (g *graph) sharesPredicate(p int) bool {
	switch g.lemma(p) {
	case "be", "seem", "appear", "take", "rain", "snow", "turn", "happen", "remain", "become", "possible", "impossible", "clear", "important", "necessary", "likely", "unlikely", "unclear", "essential", "time":
		return false
	}
	return g.isVerb(p) && !g.passive(p) || g.isAdjective(p) && g.child(p, "xcomp") >= 0
}

// mainVerb makes a verb of the root noun of a sentence that has none: "The mob beat a man",
// "The chancellor spoke by telephone".
func (m *mender) mainVerb(i int) {
	g := m.graph
	l := lemma.Of(g.word(i), "VBD")
	if i == 0 || g.lex.verbs[l] == nil || g.tensed(i) || l == g.word(i) && g.child(i, "obj") < 0 {
		return
	}
	s := i - 1
	if !strings.HasPrefix(g.tok[s].Tag, "NN") || g.tok[s].Head != i {
		return
	}
	m.tag(i, "VBD", l)
	m.move(s, i, "nsubj")
	for c := g.first[i]; c >= 0; c = g.next[c] {
		switch base(g.tok[c].Rel) {
		case "det", "amod", "compound", "nummod":
			if int(c) < s {
				m.move(int(c), s, g.tok[c].Rel)
			}
		case "nmod":
			m.move(int(c), i, "obl")
		}
	}
}

// thirdPerson reports whether the plural at i is a verb: behind a name, before what a verb
// governs, and no name of an event.
func (g *graph) thirdPerson(i int) bool {
	if i == 0 || i+1 >= len(g.tok) || g.tok[i].Sentence != g.tok[i-1].Sentence {
		return false
	}
	w := g.word(i)
	if w == "" || w[0] < 'a' || w[0] > 'z' {
		return false
	}
	if h := g.tok[i].Head; g.tok[i].Rel == "obj" && h >= 0 && h < i && g.isVerb(h) && !g.says(h) { // "had struck 50 Hezbollah targets"
		return false
	}
	l := verbLemma(w)
	if g.lex.verbs[l] != nil && g.child(i, "nsubj") >= 0 && g.child(i, "cop") < 0 {
		return true
	}
	if g.lex.verbs[l] != nil && g.child(i, "mark") >= 0 && g.actorBefore(i) >= 0 { // "if Iran attacks Israel"
		return true
	}
	if g.lex.nouns[l] != nil || g.lex.nominal[l] != "" || g.lex.verbs[l] == nil || !g.afterName(i) {
		return false
	}
	switch g.tok[i+1].Tag {
	case "IN", "DT", "NNP", "PRP$", "JJ", "TO", "RP", "CD":
		return true
	}
	return false
}

// afterName reports whether the token before i closes an actor's name, or an aside on one:
// "Obama, right, meets".
func (g *graph) afterName(i int) bool {
	switch t := g.tok[i-1].Tag; t {
	case "NNP", "NNPS":
		return g.actorBefore(i) >= 0
	case "-RRB-", ",":
		if i < 2 {
			return false
		}
		w := g.word(i - 2)
		return strings.HasPrefix(g.tok[i-2].Tag, "NNP") || w == "right" || w == "left" || w == "center" || w == "centre"
	}
	return false
}

// verbLemma is the base form of a third person singular.
func verbLemma(w string) string {
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	}
	return strings.TrimSuffix(w, "s")
}

// subjunctive reports whether the word at i, tagged as no verb, is the bare verb of a
// that-clause: "demanded that Cyprus settle …", with a mark and a subject of its own.
func (g *graph) subjunctive(i int) bool {
	if i > 0 && g.tok[i-1].Tag == "TO" && g.tok[i-1].Head == i && g.tok[i-1].Rel == "mark" { // "agreed to free …"
		return g.lex.verbs[g.word(i)] != nil
	}
	if g.child(i, "mark") < 0 || g.child(i, "nsubj") < 0 || g.child(i, "cop") >= 0 {
		return false
	}
	w := g.word(i)
	if g.lex.verbs[w] == nil {
		return false
	}
	h := g.tok[i].Head
	return h >= 0 && h < i && g.isVerb(h)
}

// pastTense reports whether participle p, which has no auxiliary, is the main verb of its
// clause: outside headlines an English sentence does not leave out "was".
func (g *graph) pastTense(p int) bool {
	if g.tok[p].Tag != "VBN" || g.doc.Sentences[g.tok[p].Sentence].Headline || g.child(p, "aux") >= 0 {
		return false
	}
	if g.tok[p].Head < 0 && seized[g.lemma(p)] && g.nextNoun(p) < 0 && g.headline(p) {
		return false
	}
	h := g.tok[p].Head
	switch base(g.tok[p].Rel) {
	case "root":
		s := g.child(p, "nsubj")
		return s >= 0 && s < p || s < 0 && g.actorBefore(p) >= 0
	case "ccomp", "parataxis":
		s := g.child(p, "nsubj")
		return s >= 0 && s < p
	case "conj":
		return h >= 0 && h < p && g.isVerb(h) && (g.tok[h].Tag == "VBD" || g.pastTense(h)) && !g.passive(h)
	case "amod":
		return h > p && (p == 0 || g.tok[p-1].Tag != "HYPH") && g.actorBefore(p) >= 0 && (!g.tensed(p) || g.child(h, "nsubj") == p-1 && g.isNoun(h) && g.child(h, "cop") < 0)
	case "acl": // "Youths rioted in Paris." with "Youths" for the root
		return h == p-1 && g.tok[h].Head < 0 && !g.tensed(p) && (unaccompanied[g.lemma(p)] || g.nextNoun(p) >= 0)
	}
	return false
}

// unaccompanied verbs have no passive, or hardly one.
var unaccompanied = map[string]bool{
	"riot": true, "rally": true, "demonstrate": true, "march": true, "protest": true, "arrive": true, "travel": true, "fly": true, "resign": true, "step": true,
	"agree": true, "refuse": true, "promise": true, "vow": true, "pledge": true, "threaten": true, "demand": true, "appeal": true, "call": true, "withdraw": true,
	"retreat": true, "surrender": true, "clash": true, "fight": true, "negotiate": true, "talk": true, "complain": true, "apologize": true, "apologise": true,
	"go": true, "walk": true, "die": true, "fire": true, "retaliate": true, "advance": true, "decline": true, "insist": true, "warn": true,
}

// actorBefore is the head of the actor whose name ends right before token p, -1 none.
func (g *graph) actorBefore(p int) int {
	if p > 2 && weekdays[g.lemma(p-1)] && g.tok[p-1].Sentence == g.tok[p].Sentence { // "The United States on Friday imposed"
		if p--; g.word(p-1) == "on" {
			p--
		}
	}
	if p == 0 || g.tok[p-1].Sentence != g.tok[p].Sentence || g.tok[p-1].Tag == "POS" {
		return -1
	}
	end := g.tok[p-1].End
	for j := p - 1; j >= 0 && j > p-7; j-- {
		if a := g.actor[j]; a >= 0 && g.doc.Actors[a].End == end && g.names(j) {
			return j
		}
	}
	return -1
}

// tensed reports whether p's sentence has a tensed verb besides p.
func (g *graph) tensed(p int) bool {
	s := g.doc.Sentences[g.tok[p].Sentence]
	for i := s.First; i < s.Last; i++ {
		switch g.tok[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			if i != p {
				return true
			}
		}
	}
	return false
}
