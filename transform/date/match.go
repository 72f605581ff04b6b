package date

import "dateline/transform"

// match is what one rule matched.
type match struct {
	pass       *pass
	rule       int
	start, end int // atoms
	caps       []capture
	frame      frame
}

// pass is the state of one run over one document.
type pass struct {
	g     *compiled
	doc   *transform.Document
	atoms []atom
	caps  []capture // of the attempt under way

	cur  match // the attempt under way
	best match // the longest match so far

	sentence int   // the one under way
	last     frame // of the date before
	lastEnd  int   // the atom behind it; 0 none

	resolver
}

// find returns the longest match at atom i; p.best holds it until the next call.
func (p *pass) find(i int) bool {
	a := &p.atoms[i]
	p.best.end = 0
	if a.word != nil {
		if a.set.has(cWeak) && i+1 < len(p.atoms) && p.atoms[i+1].word == nil && p.atoms[i+1].set == 0 {
			return false
		}
		p.try(p.g.byWord[a.word], i)
	}
	for set, c := a.set, class(0); set != 0; set, c = set>>1, c+1 {
		if set&1 != 0 {
			p.try(p.g.byClass[c], i)
		}
	}
	return p.best.end > 0
}

func (p *pass) try(rules []int, i int) {
	for _, r := range rules {
		p.cur.rule, p.cur.start = r, i
		p.run(p.g.starts[r], i)
	}
}

// run walks a pattern from atom i and offers each possible end.
func (p *pass) run(n *node, i int) {
	for ; n != nil; n = n.alt {
		switch {
		case n.done:
			p.offer(i)
		case n.empty:
			p.run(n.next, i)
		case i >= len(p.atoms):
		case n.words != nil:
			for _, w := range n.words {
				if p.atoms[i].word == w {
					p.run(n.next, i+1)
				}
			}
		case n.scan != nil:
			if end, c := n.scan(p, i); end > i && end <= len(p.atoms) {
				c.slot, c.atom = slot(numClasses)+slot(n.class), i
				p.caps = append(p.caps, c)
				p.run(n.next, end)
				p.caps = p.caps[:len(p.caps)-1]
			}
		case p.atoms[i].set.has(n.class):
			p.caps = append(p.caps, capture{slot: slot(n.class), atom: i, value: p.atoms[i].value(n.class)})
			p.run(n.next, i+1)
			p.caps = p.caps[:len(p.caps)-1]
		}
	}
}

// offer takes the current attempt, ended before atom end, if it is better than the best:
// longer, or of an earlier rule.
func (p *pass) offer(end int) {
	m := &p.cur
	if end < p.best.end || end == p.best.end && m.rule >= p.best.rule {
		return
	}
	m.end, m.pass = end, p
	m.caps = append(m.caps[:0], p.caps...)
	m.fill()
	if p.g.rules[m.rule].build(m) && !m.titled() {
		p.best, p.cur = *m, p.best // the old best lends its captures' memory to the next attempt
		p.cur.rule, p.cur.start = p.best.rule, p.best.start
	}
}
