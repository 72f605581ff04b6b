package parse

import "dateline/transform/text/parse/internal/arc"

// What the treebanks hardly show and wire copy has in every other sentence is put right
// here, on the finished tree. Each rule stands beside its example and keeps the tree one.

// mark is what the rules ask of a word.
type mark uint16

const (
	saying  mark = 1 << iota // a verb of speech in a finite form
	finite                   // a finite verb or modal
	noun                     // a noun, name or pronoun
	comma                    // a comma
	quote                    // a quotation mark
	stop                     // a mark that ends
	opener                   // a word that opens a subordinate clause
	weekday                  // Monday … Sunday, and "night" behind it
	number                   // a number
	of                       // "of"
)

// says are the verbs that follow what was said at the end of a sentence.
var says = [...]string{
	"said", "says", "say", "reported", "reports", "added", "announced", "confirmed", "warned",
	"claimed", "told", "wrote", "stated", "noted", "explained", "recalled", "insisted", "stressed",
}

var openers = [...]string{"when", "while", "if", "although", "though", "because", "until", "before", "whether", "since", "unless"}

var ofs = [...]string{"of"}

var dayparts = [...]string{"night", "morning", "afternoon", "evening"}

var weekdays = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func markOf(form, tag string) mark {
	var m mark
	switch tag {
	case "VBD", "VBZ", "VBP", "MD":
		m = finite
	case "NN", "NNS", "NNP", "NNPS", "PRP":
		m = noun
	case "CD":
		return number
	case "IN":
		if len(form) == 2 {
			m = oneOf(form, ofs[:], of)
		}
	case ",":
		return comma
	case "``", "''":
		return quote
	case ".", ":":
		return stop
	}
	if m == finite || tag == "VBN" { // "media reported": the tagger cannot always know
		m |= oneOf(form, says[:], saying)
	}
	if m == noun && tag[:2] == "NN" {
		m |= oneOf(form, weekdays[:], weekday)
	}
	if m == 0 {
		m = oneOf(form, openers[:], opener)
	}
	return m
}

func oneOf(form string, list []string, m mark) mark {
	for _, w := range list {
		if len(w) == len(form) && form[0]|0x20 == w[0] && equalFold(form, w) {
			return m
		}
	}
	return 0
}

func equalFold(form, lower string) bool {
	for i := range len(form) {
		if form[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// repair applies the rules to the sentence's tree.
func (p *Parser) repair() {
	p.attribute()
	for d := range p.heads {
		switch {
		case p.marks[d]&weekday != 0:
			p.raiseDay(d)
		case p.marks[d]&number != 0:
			p.countOf(d)
		}
	}
}

// takeOf are verbs that have somebody and, behind "of", what he has done or lost.
var takeOf = func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, v := range [...]string{"accuse", "accuses", "accused", "accusing", "convict", "convicts", "convicted", "convicting",
		"suspect", "suspects", "suspected", "suspecting", "acquit", "acquits", "acquitted", "acquitting", "clear", "clears", "cleared",
		"clearing", "rob", "robs", "robbed", "robbing", "strip", "strips", "stripped", "stripping", "deprive", "deprives", "deprived",
		"warn", "warns", "warned", "warning", "inform", "informs", "informed", "informing", "remind", "reminds", "reminded"} {
		m[arc.Encode(v, "").W] = true
	}
	return m
}()

// countOf hangs on the number what it counts, when both hang on the verb:
//
//	killing five of its soldiers; but: accused five of murder
func (p *Parser) countOf(d int) {
	if d+1 >= len(p.heads) || p.marks[d+1]&of == 0 {
		return
	}
	h := int(p.heads[d+1])
	if h <= d+1 || p.heads[h] < 0 || p.heads[h] != p.heads[d] || takeOf[p.toks[p.heads[d]].W] {
		return
	}
	for i := d + 1; i < h; i++ {
		if k := int(p.heads[i]); k <= d || k > h {
			return // its arc would be crossed
		}
	}
	p.heads[h], p.rels[h] = int32(d), "nmod"
}

// attribute makes the speaker's clause at the end the main one, whose complement is what
// was said:
//
//	Twelve people were killed in the strike, local media reported.
func (p *Parser) attribute() {
	n := len(p.heads)
	v := n - 1
	for v > 0 && p.marks[v]&saying == 0 {
		if p.marks[v]&finite != 0 || n-v > 9 {
			return
		}
		v--
	}
	first := v
	for first > 0 && v-first < 14 && p.marks[first-1]&(comma|finite|quote|stop|opener) == 0 {
		first--
	}
	if v < 4 || first == v || first < 3 || p.marks[v-1]&noun == 0 {
		return
	}
	c := first - 1
	if p.marks[c]&quote != 0 {
		c--
	}
	if p.marks[c]&comma == 0 || p.marks[0]&opener != 0 || !p.any(0, c, finite) {
		return
	}
	if p.heads[v] < 0 { // the tree is right, but maybe not the relation
		p.complement(c, v)
		return
	}
	p.hang(0, c, v, "ccomp")
	for i := c; i < first; i++ {
		p.heads[i], p.rels[i] = int32(v), "punct"
	}
	p.hang(first, v, v, "nsubj")
	for i := v + 1; i < n; i++ {
		if h := int(p.heads[i]); h <= v {
			p.heads[i] = int32(v)
			if p.rels[i] == "nmod" || p.rels[i] == "conj" || p.rels[i] == "root" {
				p.rels[i] = "obl"
			}
		}
	}
	p.heads[v], p.rels[v] = -1, "root"
}

// complement makes the clause before the comma c the complement of the verb v behind it
// when it hangs there without a word that opens it.
func (p *Parser) complement(c, v int) {
	at := -1
	for i := range c {
		if int(p.heads[i]) == v {
			at = i
		}
	}
	if at < 0 || p.rels[at] != "advcl" && p.rels[at] != "parataxis" {
		return
	}
	for i := range c {
		if int(p.heads[i]) == at && (p.rels[i] == "mark" || p.rels[i] == "advmod" && p.marks[i]&opener != 0) {
			return
		}
	}
	p.rels[at] = "ccomp"
}

// any reports whether a word from a to b has a mark.
func (p *Parser) any(a, b int, m mark) bool {
	for i := a; i < b; i++ {
		if p.marks[i]&m != 0 {
			return true
		}
	}
	return false
}

// hang makes one tree of the words from a to b and hangs it on head with rel. Its top is
// the sentence's root, or else the last word whose head is outside; a clause's top is
// rather a verb.
func (p *Parser) hang(a, b, head int, rel string) {
	top := -1
	for i := a; i < b; i++ {
		h := int(p.heads[i])
		if h >= a && h < b {
			continue
		}
		if top < 0 || h < 0 || p.heads[top] >= 0 && (rel != "ccomp" || p.marks[top]&finite == 0) {
			top = i
		}
	}
	for i := a; i < b; i++ {
		h := int(p.heads[i])
		if i == top || h >= a && h < b {
			continue
		}
		p.heads[i] = int32(top)
		switch p.rels[i] {
		case "root", "nsubj":
			p.rels[i] = "dep"
		case "amod", "compound": // "lightly wounding a woman, police said"
			if verb := p.verbBefore(i, a); verb >= 0 {
				p.heads[i], p.rels[i] = int32(verb), "obj"
			}
		}
	}
	p.heads[top], p.rels[top] = int32(head), rel
}

// verbBefore gives the nearest verb between a and i that i does not govern, -1 if there
// is none.
func (p *Parser) verbBefore(i, a int) int {
	for v := i - 1; v >= a; v-- {
		if p.toks[v].P != arc.Verb {
			continue
		}
		for h := v; h >= a && h < i; {
			if h = int(p.heads[h]); h == i {
				return -1
			}
		}
		return v
	}
	return -1
}

// raiseDay takes a day of the week from the noun before it to the verb:
//
//	Syrian and Turkish forces on Monday exchanged fire.
//	They held talks with officials in Cairo on Saturday.
//
// It goes up as long as no arc would cross.
func (p *Parser) raiseDay(d int) {
	if p.rels[d] != "nmod" && p.rels[d] != "nmod:unmarked" || int(p.heads[d]) > d {
		return
	}
	end := d // the last word under d
	for i := d + 1; i < len(p.heads) && i < d+8; i++ {
		if int(p.heads[i]) >= d && int(p.heads[i]) <= end {
			end = i
		}
	}
	for h := p.heads[d]; h >= 0 && p.marks[h]&noun != 0; {
		for i := end + 1; i < len(p.heads); i++ {
			if p.heads[i] == h {
				return // a later dependent of the noun: its arc would be crossed
			}
		}
		up := p.heads[h]
		if up < 0 {
			return
		}
		if p.marks[up]&noun == 0 {
			p.heads[d] = up
			p.rels[d] = "obl" + p.rels[d][len("nmod"):]
			return
		}
		h = up
	}
}
