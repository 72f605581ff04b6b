package arc

// Scorer gives the score of each action for the features of a state.
type Scorer interface {
	Score(f *Features) [Actions]int32
}

// Beam searches the best derivation of a sentence. It keeps its memory between calls and
// is not safe for concurrent use.
type Beam struct {
	Width int

	arena []state
	cands []candidate
	view  view
	feats Features
	now   []int32
	then  []int32
}

type candidate struct {
	from   int32
	score  int32
	action Action
}

// Parse fills heads with the head of each token, -1 for the root.
func (b *Beam) Parse(toks []Token, sc Scorer, heads []int32) {
	b.begin(toks)
	for range 2*len(toks) - 1 {
		b.step(sc)
	}
	n := int32(len(toks))
	for at := b.now[0]; at >= 0; at = b.arena[at].parent {
		b.arc(at, heads)
	}
	for i, h := range heads {
		if h == n {
			heads[i] = -1
		}
	}
	// The last transition is forced: the only word left on the stack is the root.
	heads[b.arena[b.now[0]].top.tok] = -1
}

// arc writes the arc that the action leading to state at made.
func (b *Beam) arc(at int32, heads []int32) {
	s := &b.arena[at]
	if s.parent < 0 || s.action == Shift {
		return
	}
	p := &b.arena[s.parent]
	if s.action == Left {
		heads[p.top.tok] = p.next.tok
	} else {
		heads[p.top.tok] = b.arena[p.below].top.tok
	}
}

func (b *Beam) begin(toks []Token) {
	b.view.set(toks)
	b.arena = append(b.arena[:0], start())
	b.now = append(b.now[:0], 0)
}

// step replaces the states of the beam by their best successors, best first.
func (b *Beam) step(sc Scorer) {
	n := int32(len(b.view.toks))
	b.cands = b.cands[:0]
	for _, at := range b.now {
		s := &b.arena[at]
		var ok [Actions]bool
		count := 0
		for a := range Action(Actions) {
			if ok[a] = s.allowed(a, n); ok[a] {
				count++
			}
		}
		var add [Actions]int32
		if count > 1 || b.Width > 1 {
			b.view.features(b.arena, s, &b.feats)
			add = sc.Score(&b.feats)
		}
		for a := range Action(Actions) {
			if ok[a] {
				b.offer(candidate{at, s.score + add[a], a})
			}
		}
	}
	b.then = b.then[:0]
	for _, c := range b.cands {
		t := apply(b.arena, c.from, c.action)
		t.score = c.score
		b.arena = append(b.arena, t)
		b.then = append(b.then, int32(len(b.arena)-1))
	}
	b.now, b.then = b.then, b.now
}

// offer inserts c among the best candidates, which stay sorted; the first of equals wins.
func (b *Beam) offer(c candidate) {
	if len(b.cands) == b.Width {
		if b.cands[b.Width-1].score >= c.score {
			return
		}
		b.cands = b.cands[:b.Width-1]
	}
	i := len(b.cands)
	b.cands = append(b.cands, c)
	for ; i > 0 && b.cands[i-1].score < c.score; i-- {
		b.cands[i] = b.cands[i-1]
	}
	b.cands[i] = c
}
