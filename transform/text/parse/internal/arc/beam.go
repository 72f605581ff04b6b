package arc

// Beam searches the best derivation of a sentence. It keeps its memory between calls and
// is not safe for concurrent use.
type Beam struct {
	Width int
	// Slack is how far a derivation may trail the best one before it is given up; 0: any.
	Slack int32
	// Margin is by how much the given derivation must win while learning.
	Margin int32

	arena []state
	cands []candidate
	view  view
	sums  scores
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
	b.begin(toks, sc)
	for range 2*len(toks) - 1 {
		b.step(unknown)
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

func (b *Beam) begin(toks []Token, sc Scorer) {
	b.view.set(toks)
	b.sums.begin(&b.view, sc)
	b.arena = append(b.arena[:0], start())
	b.arena[0].given = b.Margin > 0
	b.now = append(b.now[:0], 0)
}

// unknown is the given action where there is none to learn from.
const unknown = Action(Actions)

// step replaces the states of the beam by their best successors, best first. Given is the
// action that the derivation to be learnt takes here.
func (b *Beam) step(given Action) {
	n := int32(len(b.view.toks))
	b.cands = b.cands[:0]
	for _, at := range b.now {
		b.sums.ask(&b.view, b.arena, &b.arena[at])
	}
	sums := b.sums.answer()
	sums = sums[len(sums)-len(b.now):]
	for i, at := range b.now {
		s, add := &b.arena[at], &sums[i]
		for a := range Action(Actions) {
			if !s.allowed(a, n) {
				continue
			}
			score := s.score + add[a]
			if s.given && a != given {
				score += b.Margin
			}
			b.offer(candidate{at, score, a})
		}
	}
	b.then = b.then[:0]
	for _, c := range b.cands {
		if b.Slack > 0 && c.score < b.cands[0].score-b.Slack {
			break
		}
		t := apply(b.arena, c.from, c.action)
		t.score = c.score
		t.given = b.arena[c.from].given && c.action == given
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
