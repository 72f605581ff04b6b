package event

import (
	"slices"
	"sort"
	"strings"

	"dateline/transform"
)

// victim is one person whom the story tells to be struck, however often it does.
type victim struct {
	who        description
	dead, hurt bool
	solid      bool // told by a noun or a name
	lives      bool // told to be in hospital, hurt and no more
	last       int  // sentence that told of the person last
}

// description is what a mention tells of a person.
type description struct {
	male, female, young, grown bool
	perp                       bool     // the gunman, the suspect
	role                       string   // "officer", "wife": more than the sex
	noun                       string   // the noun of the mention
	nouns                      []string // those of all mentions of the person
	age                        int      // 0: untold
	names                      []string
	form                       form
	other                      bool // "another man", "a third man"
	suicide                    bool // the himself of "killed two people before killing himself"
}

type form uint8

const (
	indefinite form = iota // a man
	definite               // the man
	kin                    // his wife
	named                  // Ana Ruiz
	pronoun                // he
	reflexive              // himself
)

// Nouns that tell no more of a person than sex and time of life: male, female, young, grown.
var traits = map[string]string{
	"man": "mg", "woman": "fg", "boy": "my", "girl": "fy", "male": "m", "female": "f", "gentleman": "mg", "lady": "fg",
	"teen": "y", "teenager": "y", "youth": "y", "juvenile": "y", "child": "y", "kid": "y", "toddler": "y", "infant": "y", "baby": "y", "minor": "y",
	"adult": "g", "person": "", "victim": "", "individual": "", "patient": "", "old": "", "people": "", "one": "", "life": "", "body": "",
	"he": "m", "him": "m", "himself": "m", "his": "m", "she": "f", "her": "f", "herself": "f",
	"father": "mg", "husband": "mg", "boyfriend": "m", "grandfather": "mg", "uncle": "m", "brother": "m", "son": "m", "nephew": "m", "grandson": "m", "dad": "mg",
	"mother": "fg", "wife": "fg", "girlfriend": "f", "grandmother": "fg", "aunt": "f", "sister": "f", "daughter": "f", "niece": "f", "granddaughter": "f", "mom": "fg",
}

// plain nouns of traits name nobody's place in a family.
var plain = map[string]bool{
	"man": true, "woman": true, "boy": true, "girl": true, "male": true, "female": true, "gentleman": true, "lady": true, "teen": true, "teenager": true,
	"youth": true, "juvenile": true, "child": true, "kid": true, "toddler": true, "infant": true, "baby": true, "minor": true, "adult": true, "person": true,
	"victim": true, "individual": true, "patient": true, "old": true, "people": true, "one": true, "life": true, "body": true,
}

var perps = map[string]bool{"gunman": true, "suspect": true, "shooter": true, "attacker": true, "assailant": true, "bomber": true, "killer": true, "robber": true}

// victims tells the persons apart of whom the numbers of one person speak: of is the
// person of each number, -1 where it is none.
func (b *builder) victims() (all []victim, of []int) {
	of = make([]int, len(b.doc.Numbers))
	order := make([]int, len(b.doc.Numbers))
	for k := range of {
		of[k], order[k] = -1, k
	}
	slices.SortStableFunc(order, func(i, j int) int { return b.doc.Numbers[i].Start - b.doc.Numbers[j].Start })
	unreal, slain := b.unreal(), -1 // slain is the sentence that told of a death last
	var ages []*transform.Number
	for _, k := range order {
		if a := &b.doc.Numbers[k]; a.Rule == "age" && a.Unit == "year" && a.Value != nil {
			ages = append(ages, a)
		}
	}
	for _, k := range order {
		n := &b.doc.Numbers[k]
		if n.Value != nil && *n.Value > 1 && n.Category == "killed" {
			slain = n.Sentence
		}
		if n.Value == nil || *n.Value != 1 || n.Category != "killed" && n.Category != "wounded" || n.VerbToken >= 0 && unreal[n.VerbToken] {
			continue
		}
		d := b.describe(n)
		d.age = ageOf(ages, n)
		d.suicide = d.form == reflexive && n.Category == "killed" && slain == n.Sentence
		if n.Category == "killed" {
			slain = n.Sentence
		}
		i := b.resolve(all, &d, n)
		if i < 0 {
			i = len(all)
			all = append(all, victim{who: d})
		}
		v := &all[i]
		v.learn(&d)
		v.solid = v.solid || n.Rule == "single" || n.Rule == "name" || d.suicide
		v.last = n.Sentence
		v.dead = v.dead || n.Category == "killed"
		if n.Category == "wounded" {
			v.hurt = true
			v.lives = v.lives || b.grave(n)
		}
		of[k] = i
	}
	for i := range all {
		all[i].dead = all[i].dead || b.diedAfter(all, i)
	}
	return all, of
}

// grave reports whether number n says that somebody is hurt, and not only struck or brought
// to hospital, as the dead may have been.
func (b *builder) grave(n *transform.Number) bool {
	return n.VerbToken < 0 || hurting[b.g.lemma(n.VerbToken)]
}

var hurting = map[string]bool{"injure": true, "wound": true, "hurt": true, "treat": true, "expect": true, "recover": true, "hospitalize": true, "maim": true, "graze": true}

// diedAfter reports whether the person i, told to be struck and no more, can be one of the dead.
func (b *builder) diedAfter(all []victim, i int) bool {
	v := &all[i]
	if v.dead || v.lives || v.who.other {
		return false
	}
	for j := max(0, i-victimWindow); j < min(len(all), i+victimWindow); j++ {
		w := &all[j]
		if w.dead && abs(w.last-v.last) <= 8 && w.who.fits(&v.who) && (len(v.who.names) == 0 || w.who.role == "") {
			return true
		}
	}
	return false
}

// unreal are the predicates of what did not happen.
func (b *builder) unreal() map[int]bool {
	out := map[int]bool{}
	for i := range b.doc.Events {
		if e := &b.doc.Events[i]; e.Status == negated || e.Status == planned || e.Status == threatening {
			out[e.Head] = true
		}
	}
	return out
}

// tokens are the first token of a span and the one behind its last.
func (b *builder) tokens(s transform.Span) (first, last int) {
	first = sort.Search(len(b.g.tok), func(i int) bool { return b.g.tok[i].End > s.Start })
	last = first
	for last < len(b.g.tok) && b.g.tok[last].Start < s.End {
		last++
	}
	return first, last
}

// describe reads what number n, one person, tells of that person.
func (b *builder) describe(n *transform.Number) description {
	d := description{form: indefinite}
	first, last := b.tokens(n.Span)
	if n.NounToken >= last && n.NounToken < len(b.g.tok) {
		last = n.NounToken + 1
	}
	for i := first; i < last; i++ {
		l := strings.ToLower(b.g.lemma(i))
		if w := strings.ToLower(b.g.word(i)); traits[w] != "" {
			l = w
		}
		t, known := traits[l]
		head := i == n.NounToken || i == last-1
		if head && n.Rule == "single" {
			d.noun = l
		}
		switch {
		case known && (head || strings.HasPrefix(b.g.tok[i].Tag, "NN")):
			d.male, d.female = d.male || strings.Contains(t, "m"), d.female || strings.Contains(t, "f")
			d.young, d.grown = d.young || strings.Contains(t, "y"), d.grown || strings.Contains(t, "g")
			if !plain[l] && head && !strings.HasPrefix(b.g.tok[i].Tag, "PRP") {
				d.role = l
			}
		case perps[l]:
			d.perp = true
		case l == "another" || l == "other" || b.rank(i):
			d.other = true
		case strings.HasPrefix(b.g.tok[i].Tag, "NNP") && (n.Rule == "surname" || strings.HasSuffix(b.g.tok[i].Entity, "PER")):
			if l = strings.TrimSuffix(l, "."); l != "mr" && l != "mrs" && l != "ms" && l != "dr" && l != "jr" {
				d.names = append(d.names, l)
			}
		case head && strings.HasPrefix(b.g.tok[i].Tag, "NN") && l != "year":
			d.role = l
		}
	}
	switch l := strings.ToLower(b.g.word(first)); {
	case n.Rule == "name" || n.Rule == "surname":
		d.form = named
	case n.Rule == "pronoun" && strings.HasSuffix(l, "self"):
		d.form = reflexive
	case n.Rule == "pronoun" || n.Rule == "life" && b.g.tok[first].Tag == "PRP$":
		d.form = pronoun
	case b.g.tok[first].Tag == "PRP$":
		d.form = kin
	case l == "the" || l == "this" || l == "that":
		d.form = definite
	case len(d.names) > 0:
		d.form = named
	}
	return d
}

// rank reports whether token i is an ordinal beyond the first.
func (b *builder) rank(i int) bool {
	switch b.g.lemma(i) {
	case "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth":
		return true
	}
	return false
}

// ageOf is the age told in or right behind a mention, 0 if none; ages are in text order.
func ageOf(ages []*transform.Number, n *transform.Number) int {
	i := sort.Search(len(ages), func(i int) bool { return ages[i].Start >= n.Start })
	if i < len(ages) && ages[i].Start <= n.End+3 {
		return int(*ages[i].Value)
	}
	return 0
}

// victimWindow bounds with how many persons a mention is compared.
const victimWindow = 60

// resolve finds the person whom a mention speaks of among those told before; -1 for a new one.
func (b *builder) resolve(all []victim, d *description, n *transform.Number) int {
	best, most := -1, 0.
	unnamed, unsure := -1, false
	survives := n.Category == "wounded" && b.grave(n)
	for i := max(0, len(all)-victimWindow); i < len(all); i++ {
		v := &all[i]
		if !v.who.fits(d) {
			continue
		}
		away := n.Sentence - v.last
		known := shared(v.who.names, d.names)
		if !known && (away > 8 && len(all) > 1 || survives && v.dead && d.form != pronoun && d.form != reflexive || n.Category == "killed" && v.lives && (d.form == named || d.form == indefinite)) {
			continue
		}
		score := 0.
		switch d.form {
		case pronoun:
			score = 6 - float64(away)
		case reflexive:
			switch {
			case v.who.perp, away > 0 && away <= 5, away == 0 && n.Category == "wounded" && v.dead:
				score = 6 - float64(away)
			}
		case named:
			switch {
			case known:
				score = 20 - float64(away)/100
			case d.age > 0 && d.age == v.who.age:
				score = 5 - float64(away)/100
			case len(v.who.names) == 0 && !v.who.other && away > 0:
				unsure = unsure || unnamed >= 0 && all[unnamed].dead != v.dead
				unnamed = i
			}
		case kin:
			if d.role == v.who.role {
				score = 1 + v.who.like(d) + 1/float64(2+away)
			}
		case definite:
			if d.other && !v.who.other {
				continue
			}
			score = 1 + v.who.like(d) + 1/float64(2+away)
		default:
			if !d.other && away > 0 && away <= 4 && !b.also(n) && (d.role == v.who.role || v.who.role == "" && d.role == "") {
				score = 1 + v.who.like(d) + 1/float64(2+away)
			}
		}
		if score > most {
			best, most = i, score
		}
	}
	if best < 0 && d.form == named && !unsure {
		return unnamed
	}
	return best
}

// like is how much two fitting descriptions say the same.
func (v *description) like(d *description) float64 {
	s := 0.
	if d.noun != "" && slices.Contains(v.nouns, d.noun) {
		s += 3
	}
	if d.stage() != 0 && d.stage() == v.stage() {
		s += 2
	}
	if d.male && v.male || d.female && v.female {
		s++
	}
	if d.age > 0 && d.age == v.age {
		s += 3
	}
	if (d.role == "") != (v.role == "") {
		s -= .5
	}
	return s
}

// also reports whether the person of number n is told as one more.
func (b *builder) also(n *transform.Number) bool {
	first, last := b.tokens(n.Span)
	for i := max(0, first-4); i < min(len(b.g.tok), last+5); i++ {
		if l := b.g.lemma(i); b.g.tok[i].Sentence == n.Sentence && (l == "also" || l == "too" || l == "additionally") {
			return true
		}
	}
	return false
}

func shared(a, b []string) bool {
	for _, s := range a {
		if slices.Contains(b, s) {
			return true
		}
	}
	return false
}

// sameName reports whether two names can be of one person: "Ana Ruiz" and "Ruiz", but not
// "Ana Ruiz" and "Jan Ruiz".
func sameName(a, b []string) bool {
	return shared(a, b) && (len(a) < 2 || len(b) < 2 || slices.Contains(a, b[0]) || slices.Contains(b, a[0]))
}

// fits reports whether a mention can be of a person known by description v.
func (v *description) fits(d *description) bool {
	switch {
	case v.male && d.female || v.female && d.male || v.stage()*d.stage() < 0:
		return false
	case v.age > 0 && d.age > 0 && v.age != d.age:
		return false
	case d.suicide && !v.perp && !v.suicide:
		return false
	case v.role != "" && d.role != "" && v.role != d.role:
		return false
	case len(v.names) > 0 && len(d.names) > 0 && !sameName(v.names, d.names):
		return false
	case d.form == pronoun || d.form == reflexive:
		return true
	case d.perp != v.perp && (d.perp || d.form == indefinite || !(d.male || d.form == named)):
		return false
	}
	return true
}

// stage is -1 for a child, 1 for a grown person, 0 for who may be called either.
func (v *description) stage() int {
	switch {
	case v.age > 0 && v.age < 16 || v.age == 0 && v.young && !v.grown:
		return -1
	case v.age > 20 || v.age == 0 && v.grown && !v.young:
		return 1
	}
	return 0
}

// learn adds to a person what a mention tells.
func (v *victim) learn(d *description) {
	w := &v.who
	w.other = w.other || d.other
	w.male, w.female, w.young, w.grown, w.perp = w.male || d.male, w.female || d.female, w.young || d.young, w.grown || d.grown, w.perp || d.perp
	w.suicide = w.suicide || d.suicide
	if w.role == "" {
		w.role = d.role
	}
	if d.noun != "" && !slices.Contains(w.nouns, d.noun) {
		w.nouns = append(w.nouns, d.noun)
	}
	if w.age == 0 {
		w.age = d.age
	}
	for _, s := range d.names {
		if !slices.Contains(w.names, s) {
			w.names = append(w.names, s)
		}
	}
}
