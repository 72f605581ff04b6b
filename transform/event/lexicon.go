package event

import (
	"embed"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed lexicon/*.txt
var lexiconFS embed.FS

// rule is one pattern: a predicate, what its frame must hold, what it means, and where
// its two sides stand.
type rule struct {
	name     string // file:line
	code     string // CAMEO, or the name of an operator in capitals (see compose.go)
	mode     string // overrides the code table's
	contexts []string
	conds    []cond
	source   []slot // where to look for the sides; nil = the usual order
	target   []slot
	flags    flag
	weight   int
}

type flag uint8

const (
	recip   flag = 1 << iota // both ways
	inner                    // only as what another predicate demands, offers, refuses …
	wants                    // needs a participant even where its type does not
	needs                    // an operator that means nothing without content
	aimless                  // has no target, whoever is named: "violated the EU sanctions"
)

// slotKind is a place in a frame.
type slotKind uint8

const (
	slotSubj slotKind = iota
	slotObj
	slotIObj
	slotComp
	slotMod
	slotPrt
	slotPrep // name in slot.prep
	slotPoss
	slotHead // the predicate's governor, for nouns
	slotAny  // any argument
)

type slot struct {
	kind slotKind
	prep string
}

// cond holds when the slot is filled by one of the words, classes or actor sectors;
// with any it is enough that it is filled.
type cond struct {
	slot    slot
	not     bool
	any     bool
	actor   bool
	words   []string
	phrases []phrase // "diplomatic_tie"
	classes bits
	sectors []string
}

// phrase is a head noun behind modifiers.
type phrase struct{ mod, head string }

// bits is a set of noun classes.
type bits [3]uint64

func (b *bits) set(i int)        { b[i/64] |= 1 << (i % 64) }
func (b bits) meets(c bits) bool { return b[0]&c[0]|b[1]&c[1]|b[2]&c[2] != 0 }
func (b bits) or(c bits) bits    { return bits{b[0] | c[0], b[1] | c[1], b[2] | c[2]} }
func (b bits) empty() bool       { return b[0]|b[1]|b[2] == 0 }

// modified is a class member that needs a modifier: "military aid".
type modified struct {
	mod     string
	classes bits
}

type lexicon struct {
	verbs    map[string][]*rule
	nouns    map[string][]*rule
	adjs     map[string][]*rule
	classIDs map[string]int
	classes  map[string]bits
	modified map[string][]modified
	nominal  map[string]string // "arrest" the noun → "arrest" the verb
	count    int
	// classes that the code itself asks for
	territory, transparent, content, person, bearer bits
	aims                                            [4]bits // of protests: leadership, policy, rights, institutions
}

var lex = sync.OnceValue(func() *lexicon {
	l, err := parseLexicon()
	if err == nil {
		err = l.mergeOwn()
	}
	if err != nil {
		panic(err) // the tables are embedded and tested; the user's were checked
	}
	return l
})

func parseLexicon() (*lexicon, error) {
	l := &lexicon{verbs: map[string][]*rule{}, nouns: map[string][]*rule{}, adjs: map[string][]*rule{}, classIDs: map[string]int{}, classes: map[string]bits{}, modified: map[string][]modified{}, nominal: map[string]string{}}
	entries, err := lexiconFS.ReadDir("lexicon")
	if err != nil {
		return nil, err
	}
	for _, first := range []bool{true, false} { // classes and nominalisations before rules
		for _, e := range entries {
			name := strings.TrimSuffix(e.Name(), ".txt")
			table := strings.HasPrefix(name, "0-")
			if table != first {
				continue
			}
			data, err := lexiconFS.ReadFile("lexicon/" + e.Name())
			if err != nil {
				return nil, err
			}
			if err := l.parseFile(name, string(data)); err != nil {
				return nil, err
			}
		}
	}
	l.territory, l.transparent, l.content, l.person = l.bit("territory").or(l.bit("placename")), l.bit("transparent"), l.bit("content"), l.bit("person")
	l.aims = [4]bits{l.bit("leaderchange"), l.bit("policychange"), l.bit("rights"), l.bit("institutions")}
	l.bearer = l.person.or(l.bit("forces")).or(l.bit("police")).or(l.bit("armsone")).or(l.bit("positions"))
	for _, m := range []map[string][]*rule{l.verbs, l.nouns, l.adjs} {
		for _, rs := range m {
			sort.SliceStable(rs, func(i, j int) bool {
				if a, b := rs[i].weight, rs[j].weight; a != b {
					return a > b
				}
				if a, b := precision(rs[i].code), precision(rs[j].code); a != b {
					return a > b
				}
				return rs[i].flags&inner < rs[j].flags&inner
			})
		}
	}
	return l, nil
}

// precision orders codes of equal weight: 1621 before 162, 071 before 070. Operators come
// last, after what says its content by itself.
func precision(code string) int {
	if code[0] > '9' {
		return 0
	}
	if code[len(code)-1] == '0' {
		return 2*len(code) - 1
	}
	return 2 * len(code)
}

func (l *lexicon) parseFile(name, data string) error {
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == '>' {
			continue
		}
		var err error
		switch {
		case strings.HasPrefix(line, "&"):
			err = l.parseClass(line)
		case strings.HasPrefix(name, "0-nominal"):
			err = l.parseNominal(line)
		default:
			err = l.parseRule(fmt.Sprintf("%s:%d", name, n), line)
		}
		if err != nil {
			return fmt.Errorf("lexicon/%s.txt:%d: %w", name, n, err)
		}
	}
	return nil
}

// parseClass reads "&arms weapon rifle air_defence …": a member with an underscore is a
// head noun behind its modifier; "&other" takes in another class.
func (l *lexicon) parseClass(line string) error {
	f := strings.Fields(line)
	id := l.classID(f[0][1:])
	var b bits
	b.set(id)
	for _, w := range f[1:] {
		switch {
		case w[0] == '&':
			from, ok := l.classIDs[w[1:]]
			if !ok {
				return fmt.Errorf("unknown class %s", w)
			}
			for k, v := range l.classes {
				if v[from/64]&(1<<(from%64)) != 0 {
					l.classes[k] = v.or(b)
				}
			}
			for _, ms := range l.modified {
				for i := range ms {
					if v := ms[i].classes; v[from/64]&(1<<(from%64)) != 0 {
						ms[i].classes = v.or(b)
					}
				}
			}
		case strings.Contains(w, "_"):
			i := strings.LastIndex(w, "_")
			l.modified[w[i+1:]] = append(l.modified[w[i+1:]], modified{w[:i], b})
		default:
			l.classes[w] = l.classes[w].or(b)
			if i := strings.LastIndexByte(w, '-'); i > 0 { // UD splits at hyphens
				l.modified[w[i+1:]] = append(l.modified[w[i+1:]], modified{w[:i], b})
			}
		}
	}
	return nil
}

func (l *lexicon) classID(name string) int {
	id, ok := l.classIDs[name]
	if !ok {
		id = len(l.classIDs)
		l.classIDs[name] = id
	}
	return id
}

func (l *lexicon) bit(class string) bits {
	var b bits
	if id, ok := l.classIDs[class]; ok {
		b.set(id)
	}
	return b
}

// parseNominal reads "verb noun noun …".
func (l *lexicon) parseNominal(line string) error {
	f := strings.Fields(line)
	for _, n := range f[1:] {
		l.nominal[n] = f[0]
	}
	return nil
}

// parseRule reads "CODE[.mode][+context…] predicate,… [slot=value,…] [S=slot,…] [T=slot,…] [flag…]".
func (l *lexicon) parseRule(name, line string) error {
	f := strings.Fields(line)
	if len(f) < 2 {
		return fmt.Errorf("rule needs a code and a predicate")
	}
	r := &rule{name: name}
	head, contexts, _ := strings.Cut(f[0], "+")
	r.code, r.mode, _ = strings.Cut(head, ".")
	if contexts != "" {
		r.contexts = strings.Split(contexts, "+")
	}
	if _, ok := Lookup(r.code); !ok && !isOperator(r.code) {
		return fmt.Errorf("unknown code %q", r.code)
	}
	for _, w := range f[2:] {
		if err := l.parseField(r, w); err != nil {
			return err
		}
	}
	for _, p := range strings.Split(f[1], ",") {
		l.addPredicate(r, p)
	}
	return nil
}

func (l *lexicon) parseField(r *rule, w string) error {
	if f, ok := flagNames[w]; ok {
		r.flags |= f
		return nil
	}
	k, v, ok := strings.Cut(w, "=")
	if !ok {
		return fmt.Errorf("unknown word %q", w)
	}
	switch k {
	case "weight":
		n, err := strconv.Atoi(v)
		r.weight += n
		return err
	case "S", "T":
		var s []slot
		for _, x := range strings.Split(v, ",") {
			s = append(s, slotOf(x))
		}
		if k == "S" {
			r.source = s
		} else {
			r.target = s
		}
		return nil
	}
	return l.parseCond(r, k, v)
}

var flagNames = map[string]flag{"recip": recip, "inner": inner, "wants": wants, "needs": needs, "aimless": aimless}

// parseCond reads a condition on a slot; one that names its fillers weighs more than one
// that asks for any, or for none.
func (l *lexicon) parseCond(r *rule, k, v string) error {
	c := cond{}
	if strings.HasSuffix(k, "!") {
		c.not, k = true, strings.TrimSuffix(k, "!")
	}
	c.slot = slotOf(k)
	for _, x := range strings.Split(v, ",") {
		switch {
		case x == "*":
			c.any = true
		case x == "@":
			c.actor = true
		case x[0] == '@':
			c.sectors = append(c.sectors, x[1:])
		case x[0] >= 'A' && x[0] <= 'Z': // "@MIL,REB"
			c.sectors = append(c.sectors, x)
		case x[0] == '&':
			id, ok := l.classIDs[x[1:]]
			if !ok {
				return fmt.Errorf("unknown class %s", x)
			}
			c.classes.set(id)
		case strings.Contains(x, "_") && c.slot.kind != slotPrt:
			i := strings.LastIndex(x, "_")
			c.phrases = append(c.phrases, phrase{x[:i], x[i+1:]})
		default:
			c.words = append(c.words, x)
		}
	}
	r.conds = append(r.conds, c)
	r.weight += 10
	if c.any || c.not {
		r.weight -= 5
	}
	return nil
}

var slotNames = map[string]slotKind{"subj": slotSubj, "obj": slotObj, "iobj": slotIObj, "comp": slotComp, "mod": slotMod, "prt": slotPrt, "poss": slotPoss, "head": slotHead, "arg": slotAny}

func slotOf(name string) slot {
	if k, ok := slotNames[name]; ok {
		return slot{kind: k}
	}
	return slot{kind: slotPrep, prep: name}
}

// addPredicate files a rule under a verb, or under "n:noun" or "a:adjective"; a verb's
// nominalisations follow by their table. Of "break_off" the second part is a particle.
func (l *lexicon) addPredicate(r *rule, p string) {
	table := l.verbs
	hyphens := strings.HasPrefix(p, "n:")
	switch {
	case strings.HasPrefix(p, "n:"):
		table, p = l.nouns, p[2:]
	case strings.HasPrefix(p, "a:"):
		table, p = l.adjs, p[2:]
	}
	if i := strings.LastIndexByte(p, '-'); i > 0 && hyphens { // UD splits at hyphens
		c := *r
		c.conds = append([]cond{{slot: slot{kind: slotMod}, words: []string{p[:i]}}}, r.conds...)
		c.weight += 10
		table[p[i+1:]] = append(table[p[i+1:]], &c)
	}
	if w, prt, ok := strings.Cut(p, "_"); ok {
		c := *r
		c.conds = append([]cond{{slot: slot{kind: slotPrt}, words: []string{prt}}}, r.conds...)
		c.weight += 10
		r, p = &c, w
	}
	table[p] = append(table[p], r)
	l.count++
}
