package lemma

import "strings"

// Class is the kind of ending a tag has.
type Class byte

// The classes. Keep is for words that are their own lemma.
const (
	Keep        Class = '-'
	Plural      Class = 'n' // NNS
	Present     Class = 's' // VBZ
	Past        Class = 'd' // VBD, VBN
	Gerund      Class = 'g' // VBG
	Comparative Class = 'r' // JJR, RBR
	Superlative Class = 't' // JJS, RBS
)

// ClassOf gives the class of a Penn tag.
func ClassOf(tag string) Class {
	switch tag {
	case "NNS":
		return Plural
	case "VBZ":
		return Present
	case "VBD", "VBN":
		return Past
	case "VBG":
		return Gerund
	case "JJR", "RBR":
		return Comparative
	case "JJS", "RBS":
		return Superlative
	}
	return Keep
}

// Rule gives the stem of a lower-case form as two parts, so that nothing is allocated
// when the second is empty: "armies" is "arm" + "y".
func Rule(w string, c Class) (stem, add string) {
	switch c {
	case Plural:
		if s, ok := strings.CutSuffix(w, "men"); ok && len(s) > 2 {
			return s, "man"
		}
		if strings.HasSuffix(w, "children") {
			return w[:len(w)-len("ren")], ""
		}
		if w != "" && w[0]-'0' < 10 { // the 1990s
			return w, ""
		}
		return singular(w)
	case Present:
		return singular(w)
	case Past:
		if s, ok := strip(w, "ied"); ok {
			return s, "y"
		}
		if s, ok := strip(w, "eed"); ok { // agreed, freed
			return w[:len(s)+2], ""
		}
		if s, ok := strip(w, "ed"); ok {
			return restore(s)
		}
	case Gerund:
		if s, ok := strip(w, "ing"); ok {
			return restore(s)
		}
	case Comparative:
		return compare(w, "er")
	case Superlative:
		return compare(w, "est")
	}
	return w, ""
}

// strip cuts an ending off if a syllable is left.
func strip(w, end string) (string, bool) {
	s, ok := strings.CutSuffix(w, end)
	return s, ok && len(s) > 1 && strings.ContainsAny(s, "aeiouy")
}

func singular(w string) (stem, add string) {
	n := len(w)
	if n < 3 || w[n-1] != 's' {
		return w, ""
	}
	if n > 4 && strings.HasSuffix(w, "ies") {
		return w[:n-3], "y"
	}
	for _, end := range [...]string{"sses", "shes", "ches", "xes", "zzes", "oes"} {
		if strings.HasSuffix(w, end) && n > len(end)+1 {
			return w[:n-2], ""
		}
	}
	switch w[n-2] {
	case 's', 'u', 'i', '\'':
		return w, ""
	}
	return w[:n-1], ""
}

func compare(w, end string) (stem, add string) {
	if s, ok := strings.CutSuffix(w, "i"+end); ok && len(s) > 1 {
		return s, "y"
	}
	s, ok := strings.CutSuffix(w, end)
	if !ok || len(s) < 3 {
		return w, ""
	}
	return restore(s)
}

func vowel(b byte) bool {
	return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u'
}

// restore gives back what an ending took from a stem: the double consonant of "stopp",
// the e of "hous".
func restore(s string) (stem, add string) {
	n := len(s)
	if n < 3 {
		return s, ""
	}
	a, b, c := s[n-3], s[n-2], s[n-1]
	if b == c && !vowel(c) && !strings.ContainsRune("lsfz", rune(c)) {
		return s[:n-1], ""
	}
	if wantsE(a, b, c, s) {
		return s, "e"
	}
	return s, ""
}

// wantsE tells by its last letters a, b, c whether a stem has lost an e.
func wantsE(a, b, c byte, s string) bool {
	switch c {
	case 'c', 'v', 'u':
		return true
	case 'z':
		return b != 'z'
	case 's':
		return b != 's'
	case 'g': // change, urge, manage; not bring, long
		return b == 'd' || b == 'r' || b == 'l' || b == 'n' && a != 'o' && len(s) > 4 || (b == 'a' || b == 'o' || b == 'u') && !vowel(a)
	case 'l': // handle, rule, compile
		if !vowel(b) && b != 'l' && b != 'r' && b != 'w' {
			return true
		}
	case 'w', 'x', 'y', 'h', 'a', 'e', 'i', 'o':
		return false
	}
	if !vowel(b) || vowel(a) && !(a == 'u' && len(s) > 3 && s[len(s)-4] == 'q') {
		return false
	}
	if len(s) == 3 { // make, hope
		return b != 'e'
	}
	switch string([]byte{b, c}) {
	case "er", "en", "el", "et", "ed", "ep", "on", "or", "ol", "al", "an", "it", "om", "op", "ip", "ic", "il", "is":
		return false
	}
	return true
}
