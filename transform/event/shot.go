package event

import "strings"

// hits are past tenses that the tagger takes for nouns and adjectives.
var hits = map[string]string{"shot": "shoot", "hit": "hit", "hurt": "hurt", "beat": "beat", "wounded": "wound"}

// objects are tags of what may open an object.
var objects = map[string]bool{"DT": true, "CD": true, "NNP": true, "PRP": true, "PRP$": true, "JJ": true, "VBN": true}

// hit makes a verb of "shot" read as a noun or an adjective: "Gunmen [shot] a judge", "he
// fatally [shot] two people", "soldiers [shot] and killed a man".
func (m *mender) hit(i int) bool {
	g := m.graph
	l := hits[g.word(i)]
	if l == "" || i == 0 || i+1 >= len(g.tok) || g.lex.verbs[l] == nil || g.child(i, "cop", "det") >= 0 {
		return false
	}
	if g.child(i, "nsubj") >= 0 {
		m.tag(i, "VBD", l)
		return true
	}
	s, h := i-1, g.tok[i].Head
	if g.tok[s].Tag == "RB" && s > 0 { // "fatally"
		s--
	}
	if v := i + 2; v < len(g.tok) && g.word(i+1) == "and" && (g.tok[v].Tag == "VBD" || g.tok[v].Tag == "VBN") && g.tok[v].Sentence == g.tok[i].Sentence && m.struck(s) {
		m.hitAnd(i, s, v, l)
		return true
	}
	if !objects[g.tok[i+1].Tag] || g.tok[s].Sentence != g.tok[i].Sentence || !m.struck(s) {
		return false
	}
	switch {
	case base(g.tok[i].Rel) == "amod" && h > i:
		m.tag(i, "VBD", l)
		m.swap(i, h)
	case base(g.tok[i].Rel) == "amod" && h == s:
		m.tag(i, "VBD", l)
		m.move(i, g.tok[s].Head, "parataxis")
		for c := g.first[i]; c >= 0; c = g.next[c] {
			if int(c) > i && base(g.tok[c].Rel) == "obl" && g.prep(int(c)) == "" {
				m.move(int(c), i, "obj")
			}
		}
	default:
		return false
	}
	m.move(s, i, "nsubj")
	return true
}

// struck reports whether token s may be who shot: several, a name, or a person.
func (m *mender) struck(s int) bool {
	t := m.graph.tok[s].Tag
	return t == "NNS" || strings.HasPrefix(t, "NNP") || m.graph.lex.classes[m.graph.lemma(s)].meets(m.graph.lex.bearer)
}

// hitAnd makes token i the first of two verbs that share the subject s: "Soldiers [shot] and
// killed ten men" with "soldiers shot" for a noun phrase beside the clause.
func (m *mender) hitAnd(i, s, v int, lemma string) {
	g := m.graph
	m.tag(i, "VBD", lemma)
	if g.tok[v].Head != i {
		for c := g.first[v]; c >= 0; c = g.next[c] {
			if int(c) < i && int(c) != s {
				m.move(int(c), i, g.tok[c].Rel)
			}
		}
		m.move(i, g.tok[v].Head, g.tok[v].Rel)
		m.move(v, i, "conj")
	}
	if g.tok[v].Tag == "VBN" {
		m.tag(v, "VBD", "")
	}
	m.move(s, i, "nsubj")
}
