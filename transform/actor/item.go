package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/transform/actor/book"
)

// itemKind says what a word or run of words is to a phrase.
type itemKind byte

const (
	nameItem   itemKind = iota + 1 // an actor of the book: "Hezbollah"
	nationItem                     // a state, its people or government: "Turkish"
	roleItem                       // a role noun or adjective: "soldiers", "rebel"
	personItem                     // a person the book does not know
	orgItem                        // an organisation the book does not know
	placeItem                      // a place that is no state
)

// item is a run of tokens with a meaning.
type item struct {
	kind        itemKind
	first, last int // tokens, half open
	entry       *book.Entry
	row         *book.Row
	inForce     bool // the row holds on the article's date
	nation      *nation
	role        *book.Role
	country     string // of a place
	name        spelt  // of an acronym that the story spells out
}

// scan finds the items of tokens [first, last).
func (p *pass) scan(first, last int) {
	for i := first; i < last; {
		it := p.itemAt(i, last)
		if it.kind == 0 {
			i++
			continue
		}
		p.items = append(p.items, it)
		for j := it.first; j < it.last; j++ {
			p.at[j] = int32(len(p.items) - 1)
		}
		i = it.last
	}
}

// itemAt is the longest item that begins at token i; ties go to the book, then to nations,
// roles, and what the engine labelled.
func (p *pass) itemAt(i, last int) item {
	best := item{}
	if it := p.acronymAt(i); it.kind != 0 {
		return it
	}
	if it := p.nameAt(i, last); it.kind != 0 {
		best = it
	}
	if n, k := p.nations.find(p.keys[i:last], func(k int) string { return p.text(i, i+k) }); n != nil && (i+k > best.last || i+k == best.last && best.entry.Kind != book.State) {
		best = item{kind: nationItem, first: i, last: i + k, nation: n}
	}
	if r, k := p.roles.Longest(p.keys[i:last], p.lemmas[i:last]); r != nil && i+k > best.last && p.roleFits(i, i+k, r) {
		best = item{kind: roleItem, first: i, last: i + k, role: r}
	}
	if it := p.entityAt(i, last); it.kind != 0 && it.last > best.last && !p.decomposes(it, best) && !p.isPlace(it) {
		best = it
	}
	if k := p.places[i]; k >= 0 && best.kind == 0 && !p.isDeterminer(i) { // "[the] Baltic Fleet"
		end := i + 1
		for end < last && p.places[end] == k && (!p.heads(end, last) || strings.Contains(p.Places[k].Name, p.word(end))) {
			end++
		}
		best = item{kind: placeItem, first: i, last: end, country: p.Places[k].Country}
	}
	return best
}

// heads reports whether a role noun at token i heads a phrase, so that no place goes over
// it: "Michigan [Department]".
func (p *pass) heads(i, last int) bool {
	r, _ := p.roles.Longest(p.keys[i:last], p.lemmas[i:last])
	return r != nil && (r.Class == book.Hard || r.Class == book.Body || r.Class == book.Neutral) && !lands[p.lemmas[i]]
}

// isPlace reports whether a labelled entity is rather a place, or the tail of one:
// "Aleppo", "Idlib [Province]".
func (p *pass) isPlace(it item) bool {
	if it.kind == orgItem && it.last-it.first == 1 && it.first > 0 && p.places[it.first-1] >= 0 {
		return true
	}
	return it.last-it.first == 1 && p.places[it.first] >= 0 && p.Places[p.places[it.first]].Confidence >= 0.5
}

// nameAt is the longest name of the book at token i that can be meant.
func (p *pass) nameAt(i, last int) item {
	m, ok := p.book.Longest(p.keys[i:last])
	if !ok || p.dated[i] {
		return item{}
	}
	end := i + m.Tokens
	printed := p.text(i, end)
	var best *book.Name
	var bestRow *book.Row
	rank := 0
	for n := range m.All {
		if !p.nameFits(n, i, end, printed) {
			continue
		}
		row, in := n.Entry.At(p.day)
		if n.Short && !in || n.Entry.Kind == book.Person && p.another(i, end, n.Entry.Name, row) {
			continue
		}
		if p.foreignParty(n, row, i, end) {
			continue
		}
		score := 0 // of an only entry nothing need be weighed
		if m.Several() {
			score = p.rank(n, row, in) + 8*p.closeness(row.Country, i)
		}
		if best == nil || score > rank {
			best, bestRow, rank = n, row, score
		}
	}
	if best == nil {
		return item{}
	}
	_, in := best.Entry.At(p.day)
	return item{kind: nameItem, first: i, last: end, entry: best.Entry, row: bestRow, inForce: in}
}

// rank weighs whom a name means: who holds office on the article's day before who does not,
// whom the story has named before another ("Assad" is Bashar, not his brother), then whose
// country the story knows (by closeness, up to 24), an office that is dated before one that
// is not, who is known by the name alone before bearers of the surname, the head of a state
// or government before others.
func (p *pass) rank(n *book.Name, row *book.Row, in bool) int {
	score := 1
	for _, s := range []struct {
		holds bool
		worth int
	}{
		{rulers[row.Role], 1},
		{!n.Short, 2},
		{row.From > 0 && (p.day != 0 || row.From >= 20000101), 4}, // without a day this century's
		{n.Entry.Kind == book.Person && p.byKey["e:"+n.Entry.Name+row.Country] != nil, 32},
		{in, 64},
	} {
		if s.holds {
			score += s.worth
		}
	}
	return score
}

// rulers are the offices of those whom news calls by their surname alone.
var rulers = map[string]bool{"President": true, "Prime Minister": true, "Chancellor": true, "Premier": true, "King": true, "Taoiseach": true}

// another reports whether the story has named another bearer of the surname, whom it means
// where no office goes before it: "Rami Assad, a baker, … Assad said".
func (p *pass) another(i, end int, name string, row *book.Row) bool {
	k := p.surnames[p.word(end-1)]
	if k == nil || end-i != 1 || i > 0 && p.at[i-1] >= 0 && p.items[p.at[i-1]].kind == roleItem {
		return false
	}
	return k.name != name && p.byKey["e:"+name+row.Country] == nil
}

// nameFits checks what folding lost: acronyms in capitals, names with a capital, a surname
// that is not another person's.
func (p *pass) nameFits(n *book.Name, i, end int, printed string) bool {
	if n.Exact != "" {
		return book.SameAcronym(n.Exact, printed)
	}
	if !capitalised(printed) {
		return p.lowered(n, i, end)
	}
	if n.Entry.Kind != book.Person {
		return true
	}
	if n.Short || i+1 == end {
		if tag := p.Tokens[i].Tag; tag == "DT" || tag == "IN" || tag == "PRP" || tag == "CC" || tag == "RB" {
			return false
		}
		if i > 0 && p.Tokens[i-1].Sentence == p.Tokens[i].Sentence && p.looksLikeName(i-1) {
			return false
		}
		if end < len(p.Tokens) && p.Tokens[end].Sentence == p.Tokens[i].Sentence && p.looksLikeName(end) {
			return false
		}
	}
	return true
}

// looksLikeName reports whether a token could be part of a person's name: capitalised, no
// title, no nation.
func (p *pass) looksLikeName(i int) bool {
	t := &p.Tokens[i]
	if t.Tag != "NNP" || !capitalised(p.word(i)) || honorifics[p.keys[i]] || strings.HasSuffix(t.Entity, "-ORG") {
		return false
	}
	if r, _ := p.roles.Longest(p.keys[i:i+1], p.lemmas[i:i+1]); r != nil {
		return false
	}
	if n, _ := p.nations.find(p.keys[i:i+1], func(int) string { return p.word(i) }); n != nil {
		return false
	}
	return true
}

// roleFits keeps role nouns to nouns and role adjectives to modifiers; "the displaced" is
// a noun by its place.
func (p *pass) roleFits(first, last int, r *book.Role) bool {
	tag := p.Tokens[last-1].Tag
	switch {
	case strings.HasPrefix(tag, "NN"):
		return true
	case strings.HasPrefix(tag, "JJ"), tag == "VBN", tag == "VBG", tag == "VBD":
		if r.Adj && tag[0] == 'J' || last-first > 1 {
			return true
		}
		return (r.Class == book.Hard || r.Class == book.Office) && first > 0 && p.nominal(first-1, tag) &&
			(last == len(p.Tokens) || !strings.HasPrefix(p.Tokens[last].Tag, "NN") && p.Tokens[last].Tag != "HYPH")
	}
	return last-first > 1
}

// nominal reports whether what follows token i without a noun is one: "the displaced",
// "Senate hopeful".
func (p *pass) nominal(i int, tag string) bool {
	if k := p.at[i]; k >= 0 && tag == "JJ" {
		return p.items[k].kind == roleItem || p.items[k].kind == nationItem // "a Russian official"
	}
	return p.Tokens[i].Tag == "POS" || p.keys[i] == keyThe
}

// honorifics are no part of a name: "Mr. Erdogan".
var honorifics = keySet("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "madam", "prof")

var (
	keyThe = book.KeyOf("the")
	keyOf  = book.KeyOf("of")
)

// entityAt is the person or organisation that the engine labelled at token i.
func (p *pass) entityAt(i, last int) item {
	e := p.Tokens[i].Entity
	if e == "" || honorifics[p.keys[i]] {
		return item{}
	}
	if e[0] == 'I' && i > 0 && strings.HasSuffix(p.Tokens[i-1].Entity, e[1:]) && !honorifics[p.keys[i-1]] {
		return item{} // the rest of a name that was read word by word
	}
	kind := itemKind(0)
	label := e[strings.IndexByte(e, '-')+1:]
	switch label {
	case "PER":
		kind = personItem
	case "ORG":
		kind = orgItem
	default:
		return item{}
	}
	end := i + 1
	for end < last && p.Tokens[end].Entity == "I-"+label {
		end++
	}
	if kind == orgItem && end-i == 1 && p.surnames[p.word(i)] != nil {
		kind = personItem // the surname of somebody named before
	}
	return item{kind: kind, first: i, last: end}
}

// decomposes reports whether an organisation's name is better read word by word: its
// last word is a role ("Chile's Defense Ministry").
func (p *pass) decomposes(e, inner item) bool {
	if e.kind == personItem {
		if bodies[p.lemmas[e.last-1]] && e.last-e.first > 1 { // "Delhi Police"
			return true
		}
		return inner.kind == roleItem || inner.kind == nameItem && inner.entry.Kind == book.Person && inner.last >= e.last
	}
	if inner.last == e.last {
		return true
	}
	for j := e.first; j < e.last; j++ {
		if m, ok := p.book.Longest(p.keys[j:e.last]); ok && j+m.Tokens == e.last && p.nameAt(j, e.last).kind != 0 {
			return true
		}
		r, k := p.roles.Longest(p.keys[j:e.last], p.lemmas[j:e.last])
		if r == nil || r.Class == book.NoClass {
			continue
		}
		if j+k == e.last || r.Class != book.Wide && p.keys[j+k] == keyOf { // "Ministry of Mines"
			return true
		}
	}
	return false
}

func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// lemmaKey is the key of a token's dictionary form; names are not reduced by the engine,
// but "Slovak Soldiers" are.
func (p *pass) lemmaKey(i int) book.Key {
	t := &p.Tokens[i]
	w := p.word(i)
	if t.Tag == "NNS" || t.Tag == "NNPS" {
		return book.KeyOf(singular(w))
	}
	if t.Tag == "NNP" && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "men")) {
		k := [1]book.Key{book.KeyOf(singular(w))}
		if r, _ := p.roles.Longest(k[:], k[:]); r != nil && r.Class != book.Wide {
			return k[0]
		}
	}
	if t.Lemma != "" && !strings.EqualFold(t.Lemma, w) {
		return book.KeyOf(t.Lemma)
	}
	return p.keys[i]
}

// singular undoes a regular English plural and the "-men" of role nouns.
func singular(w string) string {
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes")):
		return w[:n-2]
	case n > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:n-1]
	case n > 3 && strings.HasSuffix(w, "men"):
		return w[:n-2] + "an"
	}
	return w
}
