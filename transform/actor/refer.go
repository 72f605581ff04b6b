package actor

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/transform"
	"dateline/transform/actor/book"
)

// known is an actor of the document, with all its mentions.
type known struct {
	id   string
	key  string
	name string
	kind book.Kind
	coded
	role    string
	surname string
	words   []book.Key // head words it may be called by: "the ministry"
	last    int        // index of its latest mention
}

// emit appends a mention and joins it to its actor.
func (p *pass) emit(f found) {
	k := p.byKey[f.key]
	if k == nil {
		k = &known{id: "a" + strconv.Itoa(len(p.actors)+1), key: f.key, name: f.name, kind: f.kind, coded: f.coded, role: f.role, surname: f.surname}
		p.actors = append(p.actors, k)
		p.byKey[f.key] = k
	}
	if !f.pronoun {
		p.learn(k, &f)
	}
	k.last = len(p.found)
	p.found = append(p.found, f)
	if p.Explain != nil {
		p.explain(f.first, f.last, f.rule+" → "+f.name+" "+code(f.country, f.sector, f.spec)+" ("+k.id+")")
	}
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
	for i := len(p.actors) - 1; i >= 0; i-- {
		if k := p.actors[i]; k.kind == book.Person && k.surname == f.surname {
			return k
		}
	}
	return nil
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
	for _, k := range p.actors {
		if !slices.Contains(k.words, word) || k.country == "" && c.det == "" || f.sector != "" && k.sector != f.sector || (k.kind == book.Person) != (f.kind == book.Person) {
			continue
		}
		if c.det == "" && best != nil && best.country != k.country {
			return false // two are called so
		}
		if best == nil || k.last > best.last {
			best = k
		}
	}
	if best == nil {
		return false
	}
	f.key, f.name, f.coded, f.pronoun = best.key, best.name, best.coded, true
	f.rule, f.confidence = "refers back", 0.6
	p.emit(*f)
	return true
}

// fromContext gives an actor without a country the one of the places around it.
func (p *pass) fromContext(f *found, it *item, m *modifiers) {
	if m.nation != nil && m.nation.alpha3 == "" && m.nation.people == "region" {
		return
	}
	country := ""
	s := p.Tokens[f.head].Sentence
	for i := range p.Places {
		l := &p.Places[i]
		if l.Sentence != s || l.Country == "" {
			continue
		}
		if country != "" && country != l.Country {
			return
		}
		country = l.Country
	}
	if country == "" && p.DatelinePlace != nil {
		country = p.DatelinePlace.Country
	}
	if country == "" {
		return
	}
	f.country = country
	f.confidence *= 0.6
	f.rule += ", country from the place"
	if f.key != "" && strings.HasPrefix(f.key, "g:") {
		f.key = "g:" + f.country + f.sector + f.spec
	}
}

// antecedent is who a pronoun before or at token i stands for.
func (p *pass) antecedent(pronoun string, at int) *known {
	s := p.Tokens[at].Sentence
	for back := 0; back <= 2; back++ {
		var best *found
		for i := range p.found {
			f := &p.found[i]
			if p.Tokens[f.head].Sentence != s-back || f.head >= at || !fits(pronoun, f, p.plural(f.head)) {
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
		return (f.kind == book.State || f.kind == book.Organisation || f.kind == book.Group) && !plural
	case "they", "their", "them":
		return plural || f.kind == book.Group
	}
	return false
}

func (p *pass) isSubject(h int) bool {
	return strings.HasPrefix(p.Tokens[h].Rel, "nsubj") || p.Tokens[h].Rel == "" && p.governFlat(h).rel == "nsubj"
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
		p.Actors = append(p.Actors, transform.Actor{
			Mention: transform.Mention{Span: p.span(f.first, f.last), Sentence: p.Tokens[f.head].Sentence, Confidence: f.confidence, Rule: f.rule},
			ID:      k.id, Name: first(k.name, f.name), Kind: f.kind.String(), Country: f.country, Sector: f.sector,
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
