package arc

// Learn searches like Parse and, where the search leaves the given tree, reports what to
// change: update is called with the features of a state, the action there, and +1 for the
// given tree's way or -1 for the way found. The ways are compared at the step where the
// given one trails most (max-violation, Huang, Fayong and Guo 2012). The tree must be
// projective. It reports whether the tree was found.
func (b *Beam) Learn(toks []Token, heads []int32, sc Scorer, update func(f *Features, a Action, by int32)) bool {
	b.begin(toks, sc)
	gold := Oracle(heads)
	path := []state{start()} // the given derivation; an arena of its own
	best := []int32{0}
	worst, at := int32(0), -1
	for i, a := range gold {
		b.sums.ask(&b.view, path, &path[i])
		b.step(a)
		score := path[i].score + b.sums.out[0][a]
		t := apply(path, int32(i), a)
		t.score = score
		path = append(path, t)
		best = append(best, b.now[0])
		if d := b.arena[b.now[0]].score - score; d >= worst && !b.follows(b.now[0], gold[:i+1]) {
			worst, at = d, i+1
		}
	}
	if b.follows(b.now[0], gold) {
		return true
	}
	found := make([]int32, at+1)
	for i, s := at, best[at]; i >= 0; i, s = i-1, b.arena[s].parent {
		found[i] = s
	}
	same := 0
	for b.arena[found[same+1]].action == gold[same] {
		same++
	}
	var f Features
	for i := same; i < at; i++ {
		b.view.features(path, &path[i], &f)
		update(&f, gold[i], 1)
		b.view.features(b.arena, &b.arena[found[i]], &f)
		update(&f, b.arena[found[i+1]].action, -1)
	}
	return false
}

// follows reports whether the actions leading to state at are those given.
func (b *Beam) follows(at int32, actions []Action) bool {
	for i := len(actions) - 1; i >= 0; i-- {
		if b.arena[at].action != actions[i] {
			return false
		}
		at = b.arena[at].parent
	}
	return true
}

// Oracle gives the actions, all but the forced last, that build a projective tree.
func Oracle(heads []int32) []Action {
	n := len(heads)
	open := make([]int, n) // children not attached yet
	for _, h := range heads {
		if h >= 0 {
			open[h]++
		}
	}
	var out []Action
	var stack []int32
	next := int32(0)
	for len(out) < 2*n-1 {
		if k := len(stack); k > 0 {
			top := stack[k-1]
			h := heads[top]
			if h == next && open[top] == 0 {
				out = append(out, Left)
				open[h]--
				stack = stack[:k-1]
				continue
			}
			if k > 1 && h == stack[k-2] && open[top] == 0 {
				out = append(out, Right)
				open[h]--
				stack = stack[:k-1]
				continue
			}
		}
		if int(next) == n {
			return nil // not projective
		}
		out = append(out, Shift)
		stack = append(stack, next)
		next++
	}
	return out
}

// Projectivize lifts the shortest crossing arcs to their head's head until none crosses
// (Nivre and Nilsson 2005), in place.
func Projectivize(heads []int32) {
	for Oracle(heads) == nil {
		best, length := -1, len(heads)+1
		for d, h := range heads {
			if h < 0 || !crosses(heads, d) {
				continue
			}
			if l := abs(d - int(h)); l < length {
				best, length = d, l
			}
		}
		if best < 0 {
			return
		}
		heads[best] = heads[heads[best]]
	}
}

// crosses reports whether some word inside the arc to d does not descend from its head.
func crosses(heads []int32, d int) bool {
	h := int(heads[d])
	for i := min(d, h) + 1; i < max(d, h); i++ {
		a := i
		for a >= 0 && a != h {
			a = int(heads[a])
		}
		if a != h {
			return true
		}
	}
	return false
}

func abs(i int) int { return max(i, -i) }
