package date

import (
	"fmt"
	"strings"

	"dateline/transform/text/linear"
)

// rule is one way to write a date.
//
// Its pattern is a sequence of words, $classes and {macros}; a | b are alternatives, a/b
// alternative words, (a b) a group, x? is optional. Words of a matched class fill the frame's slot of that
// class; point, duration, … then reads the frame.
type rule struct {
	name    string
	pattern string
	example string // annotated, read at publication time 2020-02-11 (a Tuesday)
	build   func(*match) bool
}

// node is a step of a compiled pattern. Patterns have no loops, so that a match is never
// longer than its pattern.
type node struct {
	words []*word                             // any of these
	class class                               // or a word of this class
	scan  func(p *pass, i int) (int, capture) // or what this reads: where it ends, 0 no match
	next  *node
	alt   *node // tried as well
	empty bool  // matches nothing: joins alternatives
	done  bool
}

// capture is what a class element matched.
type capture struct {
	slot  slot
	atom  int
	value int
	q     quantity
}

// slot is a kind of capture: a class, or what a scanner reads.
type slot uint8

type compiled struct {
	vocab     vocabulary
	known     linear.Filter // of the vocabulary, once it is whole
	punct     [128]*word
	rules     []rule
	starts    []*node
	holidays  []namedDay
	paragraph *word // a line break
	// byWord and byClass list the rules that can start with a word or a class.
	byWord  map[*word][]int
	byClass [numClasses][]int
}

// classNames are the classes that patterns name.
var classNames = map[string]class{
	"ord": cOrd, "month": cMonth, "weekday": cWeekday, "unit": cUnit, "season": cSeason, "part": cPart,
	"decade": cDecade, "iso": cISO, "dir": cDir, "mod": cMod, "approx": cApprox, "dayword": cDayWord, "sense": cSense,
	"set": cSet, "freq": cFreq, "vague": cVague, "pluralday": cPluralDay, "num": cNum,
}

func compileRules(v vocabulary, rules []rule) *compiled {
	g := &compiled{paragraph: &word{text: "\n"}, vocab: v, rules: rules, byWord: map[*word][]int{}}
	for c := byte('!'); c < 127; c++ {
		if !isLetter(c) && !isDigit(c) {
			g.punct[c] = v.word(string(c))
		}
	}
	v.word("'s")
	g.addHolidays()
	for i := range rules {
		p := &patternParser{g: g, in: tokenizePattern(expandMacros(rules[i].pattern)), rule: rules[i].name}
		start := p.alternatives(&node{done: true})
		g.starts = append(g.starts, start)
		g.index(start, i, map[*node]bool{})
	}
	g.known = linear.NewFilter(len(v))
	for w := range v {
		g.known.Add(linear.Hash(w))
	}
	return g
}

// index files rule i under all it can start with.
func (g *compiled) index(n *node, i int, seen map[*node]bool) {
	for ; n != nil; n = n.alt {
		if seen[n] {
			return
		}
		seen[n] = true
		switch {
		case n.empty:
			g.index(n.next, i, seen)
		case n.words != nil:
			for _, w := range n.words {
				g.byWord[w] = appendOnce(g.byWord[w], i)
			}
		case n.scan != nil:
			for _, c := range scanners[n.class].starts {
				g.byClass[c] = appendOnce(g.byClass[c], i)
			}
		default:
			g.byClass[n.class] = appendOnce(g.byClass[n.class], i)
		}
	}
}

func appendOnce(list []int, i int) []int {
	if len(list) > 0 && list[len(list)-1] == i {
		return list
	}
	return append(list, i)
}

func expandMacros(p string) string {
	for depth := 0; strings.Contains(p, "{"); depth++ {
		if depth > 10 {
			panic("date: macro without end: " + p)
		}
		for _, m := range macros {
			p = strings.ReplaceAll(p, "{"+m.name+"}", "( "+m.pattern+" )")
		}
	}
	return p
}

// tokenizePattern splits a pattern into its marks and words.
func tokenizePattern(p string) []string {
	for _, mark := range []string{"(", ")", "|"} {
		p = strings.ReplaceAll(p, mark, " "+mark+" ")
	}
	return strings.Fields(p)
}

type patternParser struct {
	g    *compiled
	in   []string
	rule string
}

func (p *patternParser) peek() string {
	if len(p.in) == 0 {
		return ""
	}
	return p.in[0]
}

// alternatives parses a | b … up to a closing bracket; what matches goes on to then.
func (p *patternParser) alternatives(then *node) *node {
	var first, last *node
	for {
		n := p.sequence(then)
		// A private entry node, so that alternatives of shared continuations do not mix.
		n = &node{empty: true, next: n}
		if first == nil {
			first = n
		} else {
			last.alt = n
		}
		last = n
		if p.peek() != "|" {
			return first
		}
		p.in = p.in[1:]
	}
}

// sequence parses items up to a bar, a closing bracket or the end.
func (p *patternParser) sequence(then *node) *node {
	item := p.peek()
	if item == "" || item == "|" || item == ")" {
		return then
	}
	p.in = p.in[1:]
	if item == "(" {
		// The group's continuation is known only after the group: join both by an empty node.
		join := &node{empty: true}
		group := p.alternatives(join)
		if p.peek() != ")" {
			panic(fmt.Sprintf("date: rule %s: bracket not closed", p.rule))
		}
		optional := false
		p.in = p.in[1:]
		if p.peek() == "?" {
			optional = true
			p.in = p.in[1:]
		}
		join.next = p.sequence(then)
		if optional {
			return &node{empty: true, next: group, alt: &node{empty: true, next: join.next}}
		}
		return group
	}
	word, optional := strings.CutSuffix(item, "?")
	n := p.element(word)
	n.next = p.sequence(then)
	if optional {
		return &node{empty: true, next: n, alt: &node{empty: true, next: n.next}}
	}
	return n
}

func (p *patternParser) element(item string) *node {
	name, isClass := strings.CutPrefix(item, "$")
	if !isClass {
		n := &node{}
		for _, w := range strings.Split(item, "/") {
			n.words = append(n.words, p.g.vocab.word(w))
		}
		return n
	}
	if c, ok := classNames[name]; ok {
		return &node{class: c}
	}
	for i, s := range scanners {
		if s.name == name {
			return &node{class: class(i), scan: s.scan}
		}
	}
	panic(fmt.Sprintf("date: rule %s: no class %s", p.rule, name))
}
