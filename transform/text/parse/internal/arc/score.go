package arc

// Scorer weighs features.
type Scorer interface {
	// Sums writes to out[i] what the features from ends[i-1] up to ends[i] weigh together.
	// It may overwrite the features.
	Sums(out []Sum, features []uint32, ends []int32)
}

// Sum is a score for each action.
type Sum [Actions]int32

func (s *Sum) add(t *Sum) {
	for a := range s {
		s[a] += t[a]
	}
}

// scores weighs the states of a sentence. The states of a beam have most of their words in
// common, so that sums are remembered by group of features; and all states of a step are
// weighed together, so that the memory of many weights is asked for at once. Sums are of
// whole numbers: no order of additions matters.
type scores struct {
	scorer Scorer
	words  []Sum // what depends on one word: four by position, the next but one
	memo   [1 << memoBits]memo
	time   uint64 // marks the memos of this sentence

	states   []asked
	out      []Sum
	features []uint32 // of the groups not remembered
	ends     []int32  // where each of them ends
	slots    []int32  // where its sum will be remembered
	sums     []Sum
}

const memoBits = 10

type memo struct {
	key  uint64
	sum  Sum
	wait int32 // the group that the sum waits for; -1: the sum is here
}

// asked is a state whose score is wanted.
type asked struct {
	key  uint64 // of the state as a whole
	sum  Sum    // as far as it is known
	wait [9]int32
	n    int32 // of wait; -1: the sum is whole
}

// Which of a word's sums.
const (
	wordFront = iota
	wordTop
	wordSecond
	wordThird
	wordSums
)

// begin prepares for a sentence.
func (c *scores) begin(v *view, sc Scorer) {
	c.scorer = sc
	c.time++
	c.reset()
	for i := int32(-1); i <= int32(len(v.toks)); i++ {
		t := v.at(i)
		v.front(i, (*[12]uint32)(c.group(12)))
		top(t, (*[3]uint32)(c.group(3)))
		second(t, (*[3]uint32)(c.group(3)))
		third(t, (*[2]uint32)(c.group(2)))
	}
	c.weigh()
	c.words, c.sums = c.sums, c.words
	c.reset()
}

func (c *scores) reset() {
	c.states, c.features, c.ends, c.slots = c.states[:0], c.features[:0], c.ends[:0], c.slots[:0]
}

// group makes room for the features of a group.
func (c *scores) group(n int) []uint32 {
	at := len(c.features)
	if at+n > cap(c.features) {
		c.features = append(make([]uint32, 0, 2*(at+n)+1024), c.features...)
	}
	c.features = c.features[:at+n]
	c.ends = append(c.ends, int32(at+n))
	return c.features[at:]
}

func (c *scores) weigh() {
	n := len(c.ends)
	if n > cap(c.sums) {
		c.sums = make([]Sum, 2*n)
	}
	c.sums = c.sums[:n]
	c.scorer.Sums(c.sums, c.features, c.ends)
}

func (c *scores) slot(key uint64) (uint64, int32) {
	key ^= c.time * k5
	key = (key ^ key>>32) * k2
	return key, int32(key >> (64 - memoBits))
}

// known adds a remembered group to a state's score. If it is not remembered, the caller
// must write its features. Keys of different groups meet by chance only.
func (c *scores) known(q *asked, key uint64) bool {
	key, at := c.slot(key)
	m := &c.memo[at]
	ok := m.key == key
	if ok && m.wait < 0 {
		q.sum.add(&m.sum)
		return true
	}
	if !ok {
		m.key, m.wait = key, int32(len(c.slots))
		c.slots = append(c.slots, at)
	}
	q.wait[q.n] = m.wait
	q.n++
	return ok
}

// ask asks for the score of s.
func (c *scores) ask(v *view, arena []state, s *state) {
	p := v.place(arena, s)
	s0, s1, b0 := uint64(p.n0.tok+1), uint64(p.n1.tok+1), uint64(p.nb.tok+1)
	c.states = append(c.states, asked{key: p.n0.sign ^ p.n1.sign*k3 ^ p.nb.sign*k4 ^ uint64(p.third+1)*k6})
	q := &c.states[len(c.states)-1]
	if key, at := c.slot(q.key); c.memo[at].key == key {
		q.sum, q.n = c.memo[at].sum, -1
		return
	}
	q.sum = c.words[wordSums*b0+wordFront]
	q.sum.add(&c.words[wordSums*s0+wordTop])
	q.sum.add(&c.words[wordSums*s1+wordSecond])
	q.sum.add(&c.words[wordSums*uint64(p.third+1)+wordThird])
	q.wait[0], q.n = int32(len(c.slots)), 1
	c.slots = append(c.slots, -1)
	v.rest(&p, (*[5]uint32)(c.group(5)))
	if !c.known(q, 1<<61^s0<<16^b0<<32) {
		v.meeting(&p, (*[18]uint32)(c.group(18)))
	}
	if !c.known(q, 2<<61^s1<<16^s0<<32) {
		v.stack(&p, (*[12]uint32)(c.group(12)))
	}
	if !c.known(q, 3<<61^s1<<16^s0<<32^b0<<48) {
		v.window(&p, (*[13]uint32)(c.group(13)))
	}
	if !c.known(q, 4<<61^p.n0.sign) {
		v.topKids(&p, (*[7]uint32)(c.group(7)))
	}
	if !c.known(q, 5<<61^p.n1.sign) {
		v.secondKids(&p, (*[5]uint32)(c.group(5)))
	}
	if !c.known(q, 6<<61^p.nb.sign) {
		v.frontKids(&p, (*[4]uint32)(c.group(4)))
	}
	if !c.known(q, 7<<61^(p.n0.sign+p.nb.sign*k3)) {
		v.meetingKids(&p, (*[4]uint32)(c.group(4)))
	}
	if !c.known(q, p.n0.sign+p.n1.sign*k3) {
		v.stackKids(&p, (*[6]uint32)(c.group(6)))
	}
}

// answer gives the scores of the states asked for, in their order.
func (c *scores) answer() []Sum {
	c.weigh()
	for i, at := range c.slots {
		if at >= 0 && c.memo[at].wait == int32(i) {
			c.memo[at].sum, c.memo[at].wait = c.sums[i], -1
		}
	}
	c.out = c.out[:0]
	for i := range c.states {
		q := &c.states[i]
		if q.n >= 0 {
			for _, w := range q.wait[:q.n] {
				q.sum.add(&c.sums[w])
			}
			key, at := c.slot(q.key)
			c.memo[at] = memo{key, q.sum, -1}
		}
		c.out = append(c.out, q.sum)
	}
	c.reset()
	return c.out
}
