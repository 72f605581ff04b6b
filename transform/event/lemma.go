package event

import "strings"

var irregular = map[string]string{"said": "say", "shot": "shoot", "held": "hold", "met": "meet", "took": "take", "taken": "take", "fought": "fight", "struck": "strike", "fled": "flee", "told": "tell", "gave": "give", "given": "give", "sent": "send", "made": "make", "broke": "break", "broken": "break", "led": "lead", "began": "begin", "begun": "begin", "threw": "throw", "thrown": "throw", "blew": "blow", "blown": "blow", "lost": "lose", "sold": "sell", "bought": "buy", "left": "leave", "withdrew": "withdraw", "withdrawn": "withdraw", "fell": "fall", "fallen": "fall", "went": "go", "came": "come", "stole": "steal", "sought": "seek", "spoke": "speak", "wrote": "write", "burnt": "burn", "laid": "lay", "brought": "bring", "drove": "drive", "driven": "drive", "beaten": "beat", "won": "win", "stood": "stand", "overthrew": "overthrow", "people": "people", "men": "man", "women": "woman", "children": "child", "kept": "keep", "found": "find", "is": "be", "was": "be", "were": "be", "are": "be", "been": "be", "has": "have", "had": "have", "paid": "pay", "built": "build", "lent": "lend", "put": "put", "cut": "cut", "flew": "fly", "retook": "retake", "dealt": "deal", "slew": "slay", "slain": "slay", "hid": "hide", "swore": "swear", "foresaw": "foresee", "arose": "arise"}

func (g *graph) known(l string) bool {
	return g.lex.verbs[l] != nil || g.lex.nouns[l] != nil || g.lex.adjs[l] != nil || g.lex.nominal[l] != "" || !g.lex.classes[l].empty()
}

func (g *graph) fallback(l, tag string) string {
	if v := irregular[l]; v != "" {
		return v
	}
	if tag == "NN" || tag == "JJ" || tag == "VB" || tag == "VBP" {
		return l
	}
	if g.known(l) && !strings.HasPrefix(tag, "VB") && tag != "NNS" {
		return l
	}
	var tries []string
	n := len(l)
	switch {
	case strings.HasSuffix(l, "ies") || strings.HasSuffix(l, "ied"):
		tries = []string{l[:n-3] + "y", l[:n-1]}
	case strings.HasSuffix(l, "ing") && n > 5:
		tries = []string{l[:n-3], l[:n-3] + "e", l[:n-4]}
	case strings.HasSuffix(l, "ed") && n > 4:
		tries = []string{l[:n-2], l[:n-1], l[:n-3]}
	case strings.HasSuffix(l, "s") && n > 3:
		tries = []string{l[:n-1], l[:n-2], l[:n-3] + "f"}
	}
	for _, t := range tries {
		if g.known(t) {
			return t
		}
	}
	if len(tries) > 0 && tag != "NN" {
		return tries[0]
	}
	return l
}
