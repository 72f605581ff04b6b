package arc

// Action is a transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta
// 2011) with the root behind the last word.
type Action uint8

// The transitions: Shift moves the next word onto the stack; Left makes the next word
// the head of the stack's top and pops it; Right makes the second of the stack the head
// of the top and pops it.
const (
	Shift Action = iota
	Left
	Right
	Actions = 3
)

// node is a word on the stack or next in the buffer, with its outermost children so far.
type node struct {
	tok            int32 // -1: none
	l1, l2, r1, r2 int32 // outermost and second child on each side; -1: none
	nl, nr         uint8
	sign           uint64 // hash of it all
}

var none = fresh(-1)

func fresh(tok int32) node {
	n := node{tok: tok, l1: -1, l2: -1, r1: -1, r2: -1}
	n.sign = uint64(tok+1) * k1
	return n
}

// attach adds a child, the outermost so far on its side.
func (n *node) attachLeft(child int32) {
	n.l2, n.l1 = n.l1, child
	n.nl = min(n.nl+1, 250)
	n.resign()
}

func (n *node) attachRight(child int32) {
	n.r2, n.r1 = n.r1, child
	n.nr = min(n.nr+1, 250)
	n.resign()
}

func (n *node) resign() {
	h := uint64(n.tok+1) * k1
	h ^= (uint64(n.l1+1)<<32 | uint64(n.l2+1)<<8 | uint64(n.nl)) * k3
	h ^= (uint64(n.r1+1)<<32 | uint64(n.r2+1)<<8 | uint64(n.nr)) * k6
	n.sign = h ^ h>>31
}

// state is one point of a derivation. States are never changed: a stack is the chain of
// states at whose time its words were pushed, so that a successor costs a constant.
type state struct {
	top    node  // top of the stack
	next   node  // front of the buffer: a word that may have left children already
	below  int32 // state whose top is the second word of the stack; -1: none
	parent int32 // state before the action; -1: the first state
	score  int32
	depth  int32 // words on the stack
	action Action
	given  bool // on the way to the given tree, when learning
}

func start() state { return state{top: none, next: fresh(0), below: -1, parent: -1} }

// allowed reports whether a may follow in a sentence of n words. With the root in front
// of the buffer all but one word are attached leftwards: exactly one word becomes root.
func (s *state) allowed(a Action, n int32) bool {
	switch a {
	case Shift:
		return s.next.tok < n
	case Left:
		return s.depth > 0 && (s.next.tok < n || s.depth == 1)
	default:
		return s.depth > 1
	}
}

// apply makes the state after a, an allowed action, of arena[at].
func apply(arena []state, at int32, a Action) state {
	s := &arena[at]
	t := state{parent: at, action: a}
	switch a {
	case Shift:
		t.top, t.next = s.next, fresh(s.next.tok+1)
		t.below, t.depth = at, s.depth+1
		return t
	case Left:
		t.next = s.next
		t.next.attachLeft(s.top.tok)
		t.top = none
		if s.below >= 0 {
			t.top = arena[s.below].top
		}
	case Right:
		t.next = s.next
		t.top = arena[s.below].top
		t.top.attachRight(s.top.tok)
	}
	if s.below >= 0 {
		t.below = arena[s.below].below
	} else {
		t.below = -1
	}
	t.depth = s.depth - 1
	return t
}
