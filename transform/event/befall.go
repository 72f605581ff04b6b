package event

// befalling are verbs that say no more of their subject than that it comes about.
var befalling = map[string]bool{"occur": true, "happen": true, "begin": true, "start": true, "resume": true, "erupt": true, "ensue": true, "follow": true, "take": true, "break": true}

// befalls reports whether verb h says of the act that noun n names only that it is or comes
// about, so that what may be, will be or is not is the act: "if there is an attack", "talks
// will begin on Sunday".
func (x *coder) befalls(n, h int) bool {
	g := x.g
	if !g.isNoun(n) {
		return false
	}
	if g.lemma(h) == "be" {
		return g.child(h, "expl") >= 0
	}
	return befalling[g.lemma(h)] && g.isVerb(h) && (g.child(h, "obj") < 0 || g.lemma(h) == "take" && g.lemma(g.child(h, "obj")) == "place")
}
