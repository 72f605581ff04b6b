package actor

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/transform"
	"dateline/transform/actor/book"
	"dateline/transform/text"
)

// known is an actor of the document, with all its mentions.
type known struct {
	id   string
	key  string
	name string
	kind book.Kind
	coded
	role  string
	words []book.Key // head words it may be called by: "the ministry"
	last  int        // index of its latest mention
	count int        // of its mentions
}

// emit appends a mention and joins it to its actor.
func (p *pass) emit(f found) {
	f.head = p.headOf(f.first, f.last, f.head)
	k := p.byKey[f.key]
	if k == nil {
		k = p.meet(&known{key: f.key, name: f.name, kind: f.kind, coded: f.coded, role: f.role})
	}
	if f.surname != "" {
		p.surnames[f.surname] = k
	}
	if k.kind == book.Group && strength(k.sector) == 3 && strings.HasPrefix(k.key, "e:") {
		p.armed = k
	}
	if !f.pronoun {
		p.learn(k, &f)
	}
	k.last = len(p.found)
	k.count++
	p.found = append(p.found, f)
	if p.Explain != nil {
		p.explain(f.first, f.last, f.rule+" → "+f.name+" "+code(f.country, f.sector, f.spec)+" ("+k.id+")")
	}
}

// meet enters a new actor.
func (p *pass) meet(k *known) *known {
	p.actors++
	k.id = "a" + strconv.Itoa(p.actors)
	p.byKey[k.key] = k
	return k
}

// learn adds to an actor what a mention says of it.
func (p *pass) learn(k *known, f *found) {
	if k.country == "" {
		k.country = f.country
	}
	if k.sector == "" {
		k.sector, k.spec = f.sector, f.spec
	}
	k.role = first(k.role, f.role)
	if len(f.name) > len(k.name) && f.kind == book.Person && !strings.HasPrefix(k.key, "e:") {
		k.name = f.name
	}
	words := f.role
	if f.kind != book.Person || f.rule == "role" {
		words += " " + f.name
	}
	for w := range strings.FieldsSeq(words) {
		if key := book.KeyOf(singular(w)); key > book.Break && !slices.Contains(k.words, key) {
			k.words = append(k.words, key)
			p.called[key] = append(p.called[key], k)
		}
	}
}

// personKnown is who a bare surname, or the same name once more, stands for.
func (p *pass) personKnown(f *found) *known {
	if k := p.byKey[f.key]; f.key != "" && k != nil {
		return k
	}
	if f.surname == "" || strings.Contains(f.name, " ") {
		return nil
	}
	return p.surnames[f.surname]
}

// refersBack leads "the ministry", "the president" to who was called so before.
func (p *pass) refersBack(c chunk, it *item, m *modifiers, f *found) bool {
	switch c.det {
	case "the", "this", "that", "these", "those":
	case "":
		if !p.plural(f.head) {
			return false
		}
	default:
		return false
	}
	if m.nation != nil || m.name != nil || m.country != "" || f.last != c.last {
		return false
	}
	word := p.lemmas[f.head]
	var best *known
	for _, k := range p.called[word] {
		if k.count == 0 || k.country == "" && c.det == "" || f.sector != "" && k.sector != f.sector || (k.kind == book.Person) != (f.kind == book.Person) {
			continue
		}
		if c.det == "" && best != nil && best.country != k.country {
			return false // two are called so
		}
		if best == nil || k.last > best.last {
			best = k
		}
	}
	if k := p.armed; k != nil && c.det != "" && armedWords[word] && (best == nil || k.last > best.last) {
		best = k
	}
	if best == nil {
		return false
	}
	f.key, f.name, f.coded, f.pronoun = best.key, best.name, best.coded, true
	f.open = f.country == ""
	f.rule, f.confidence = "refers back", 0.6
	p.emit(*f)
	return true
}

// calledSo is the country of the actors that go by a word, if they have one only: "regime
// forces" after "the Syrian regime".
func (p *pass) calledSo(word book.Key) string {
	country := ""
	for _, k := range p.called[word] {
		if k.country == "" || k.count == 0 || k.kind == book.Person {
			continue
		}
		if country != "" && country != k.country {
			return ""
		}
		country = k.country
	}
	return country
}

// fromContext gives the actors of a sentence that have no country the one around them: of
// the state that sends them, of the places of the sentence, of the dateline.
func (p *pass) fromContext(from int) {
	local := ""
	for i := from; i < len(p.found); i++ {
		f := &p.found[i]
		if !f.open || p.byKey[f.key].country != "" {
			continue
		}
		country, rule := p.sender(f, from), "of its state"
		if country == "" {
			country, rule = p.beside(f, from), "of the nation beside it"
		}
		if country == "" {
			country, rule = p.facing(f, from), "of the rebels it faces"
		}
		if country == "" {
			if local == "" {
				local = p.around(p.Tokens[f.head].Sentence, from)
			}
			country, rule = local, "country from the place"
		}
		if country == "" {
			continue
		}
		f.country = country
		f.confidence *= 0.6
		f.rule += ", " + rule
		if strings.HasPrefix(f.key, "g:") {
			p.rekey(f, i)
		}
		p.explain(f.first, f.last, f.rule+": "+country)
	}
}

// rekey joins a mention whose country has become known to the actor of that country.
func (p *pass) rekey(f *found, i int) {
	key := "g:" + f.country + f.sector + f.spec
	if f.sector == "" || civil(f.sector) {
		key = "g:" + f.country + strings.TrimPrefix(f.key, "g:")
	}
	old, k := p.byKey[f.key], p.byKey[key]
	switch {
	case k != nil:
		k.last = max(k.last, i)
		k.count++
		p.learn(k, f)
	case old.count == 1:
		k = old
		delete(p.byKey, f.key)
		k.key, k.country = key, f.country
	default:
		k = p.meet(&known{key: key, name: f.name, kind: f.kind, coded: f.coded, last: i, count: 1})
		p.learn(k, f)
	}
	p.byKey[key] = k
	if old != k {
		old.count--
	}
	f.key = key
}

// sender is the state that moves forces: "Turkey sent in [troops]".
func (p *pass) sender(f *found, from int) string {
	t := &p.Tokens[f.head]
	if t.Rel != "obj" && t.Rel != "obl" || t.Head < 0 || !sendVerbs[p.lemmas[t.Head]] {
		return ""
	}
	for i := from; i < len(p.found); i++ {
		g := &p.found[i]
		if h := &p.Tokens[g.head]; h.Head == t.Head && h.Rel == "nsubj" && len(g.country) == 3 {
			return g.country
		}
	}
	return ""
}

// beside is the state of the actor that f is coordinated with and shares its modifier:
// "the Turkish army and [police]".
func (p *pass) beside(f *found, from int) string {
	if f.first < 2 || p.Tokens[f.first-1].Tag != "CC" {
		return ""
	}
	for i := from; i < len(p.found); i++ {
		if g := &p.found[i]; g.last == f.first-1 && len(g.country) == 3 && (g.nation != nil || g.sector != "") {
			return g.country
		}
	}
	return ""
}

// facing is the state whose rebels or opposition the sentence names beside "the army" or
// "the police": they are of one country.
func (p *pass) facing(f *found, from int) string {
	switch f.sector {
	case "MIL", "COP", "GOV":
	default:
		return ""
	}
	country := ""
	for i := from; i < len(p.found); i++ {
		g := &p.found[i]
		if g.sector != "REB" && g.sector != "OPP" || len(g.country) != 3 || p.Tokens[g.head].Sentence != p.Tokens[f.head].Sentence {
			continue
		}
		if country != "" && country != g.country {
			return ""
		}
		country = g.country
	}
	return country
}

// around is the country of a sentence's places, if it is one; else of the dateline.
func (p *pass) around(s, from int) string {
	country := ""
	for i := p.local[s]; i >= 0; i = p.next[i] {
		l := &p.Places[i]
		if l.Country == "" || p.acted(int(i), from) || p.destination(l.Start) {
			continue
		}
		if country != "" && country != l.Country {
			return ""
		}
		country = l.Country
	}
	if country == "" {
		country = p.setting()
	}
	return country
}

// destination reports whether the place at a byte of the text is where somebody goes: who
// drove people to Bangladesh is not of Bangladesh.
func (p *pass) destination(start int) bool {
	i := p.tokenAt(start) - 1
	return i > 0 && (p.Tokens[i].Tag == "TO" || p.Tokens[i].Tag == "IN") && (p.word(i) == "to" || p.word(i) == "into" || p.word(i) == "for")
}

// setting is the country that the story is about, else that of its dateline: what Dakar's
// bureau tells of Mali's army is not told of Senegal's.
func (p *pass) setting() string {
	if p.scene == nil {
		s := ""
		if p.DatelinePlace != nil {
			s = p.DatelinePlace.Country
		}
		count := map[string]int{}
		for i := range p.Places {
			if l := &p.Places[i]; l.Country != "" && !p.dated[p.tokenAt(l.Start)] {
				count[l.Country]++
			}
		}
		total, best := 0, ""
		for c, n := range count {
			total += n
			if n > count[best] || n == count[best] && c < best {
				best = c
			}
		}
		if best != s && count[best] > 2 && 2*count[best] > total && 3*count[s] < count[best] {
			s = best
		}
		p.scene = &s
	}
	return *p.scene
}

// tokenAt is the token that begins at or behind a byte of the text.
func (p *pass) tokenAt(start int) int {
	i, _ := slices.BinarySearchFunc(p.Tokens, start, func(t text.Token, at int) int { return cmp.Compare(t.Start, at) })
	return min(i, len(p.Tokens)-1)
}

// acted reports whether a place is an actor, or the adjective of one, in this sentence.
func (p *pass) acted(place, from int) bool {
	s := p.Places[place].Span
	for i := from; i < len(p.found); i++ {
		if f := &p.found[i]; p.Tokens[f.first].Start <= s.Start && s.End <= p.Tokens[f.last-1].End {
			return true
		}
	}
	return false
}

// antecedent is who a pronoun before or at token i stands for.
func (p *pass) antecedent(pronoun string, at int) *known {
	s := p.Tokens[at].Sentence
	far := 2
	if pronoun == "it" || pronoun == "its" {
		far = 1
	}
	from := len(p.found)
	for from > 0 && p.Tokens[p.found[from-1].head].Sentence >= s-far {
		from--
	}
	for back := range far + 1 {
		var best *found
		for i := from; i < len(p.found); i++ {
			f := &p.found[i]
			if p.Tokens[f.head].Sentence != s-back || f.head >= at || !fits(pronoun, f, p.plural(f.head)) {
				continue
			}
			if back > 0 && far == 1 && !p.isSubject(f.head) {
				continue
			}
			if best == nil || p.isSubject(f.head) && !p.isSubject(best.head) {
				best = f
			}
		}
		if best != nil {
			return p.byKey[best.key]
		}
	}
	return nil
}

func fits(pronoun string, f *found, plural bool) bool {
	switch pronoun {
	case "he", "she", "his", "her", "him":
		return f.kind == book.Person && !plural
	case "it", "its":
		if f.kind == book.State || strings.HasPrefix(f.key, "e:") && f.kind != book.Person {
			return true // "United Nations" is one
		}
		return f.kind == book.Organisation && !plural
	case "they", "their", "them":
		return plural || f.kind == book.Group
	}
	return false
}

func (p *pass) isSubject(h int) bool {
	return strings.HasPrefix(p.Tokens[h].Rel, "nsubj") || p.Tokens[h].Rel == "" && p.governFlat(h, h+1).rel == "nsubj"
}

// pronoun leads he, she, it and they back.
func (p *pass) pronoun(i int) {
	w := strings.ToLower(p.word(i))
	switch w {
	case "he", "she", "they", "it", "him", "them":
	default:
		return
	}
	if w == "it" && !p.isSubject(i) {
		return
	}
	k := p.antecedent(w, i)
	if k == nil {
		return
	}
	p.emit(found{first: i, last: i + 1, head: i, coded: k.coded, name: k.name, kind: k.kind, role: k.role, key: k.key,
		pronoun: true, confidence: 0.5, rule: "pronoun", place: -1})
}

// finish writes the mentions into the document and takes away the places that act.
func (p *pass) finish() {
	slices.SortStableFunc(p.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	taken := map[int]bool{}
	for i := range p.found {
		f := &p.found[i]
		k := p.byKey[f.key]
		if f.country == "" {
			f.country = k.country
		}
		if f.sector == "" {
			f.sector, f.spec = k.sector, k.spec
		}
		if f.place >= 0 {
			taken[f.place] = true
		}
		name := first(k.name, f.name)
		if strings.HasPrefix(k.key, "g:") && !f.pronoun {
			name = first(f.name, name) // the officials are not the ministry
		}
		p.Actors = append(p.Actors, transform.Actor{
			Mention: transform.Mention{Span: p.span(f.first, f.last), Sentence: p.Tokens[f.head].Sentence, Confidence: f.confidence, Rule: f.rule},
			ID:      k.id, Name: name, Kind: f.kind.String(), Country: f.country, Sector: f.sector,
			Code: code(f.country, f.sector, f.spec), Role: f.role, Head: f.head, Pronoun: f.pronoun,
		})
	}
	if len(taken) > 0 {
		kept := p.Places[:0]
		for i := range p.Places {
			if !taken[i] {
				kept = append(kept, p.Places[i])
			}
		}
		p.Places = kept
	}
}
