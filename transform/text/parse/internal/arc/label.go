package arc

// MaxLabels is how many relations a model may have.
const MaxLabels = 56

// LabelBits is the size of the table of relation weights.
const LabelBits = 17

// NumLabelFeatures is how many features an arc has.
const NumLabelFeatures = 48

// LabelFeatures are the rows of the table that score the relations of an arc.
type LabelFeatures [NumLabelFeatures]uint32

// Tree answers what the relation features ask of a finished tree. It keeps its memory
// between calls.
type Tree struct {
	Heads []int32
	Kids  []Kids
	Order []int32 // every word behind its head, siblings from left to right
	Rels  []uint8 // relations decided so far, in that order

	view view
	seen []uint64 // relations decided among a word's children, as a bit set
	prev []uint8  // relation of the child decided last
	link []int32  // next sibling to the right
	kid  []int32  // first child
}

// Kids are a word's outermost children.
type Kids struct {
	First, Last  int32 // outermost child left and right of the word; -1: none
	NearL, NearR int32 // innermost child left and right
	Left, Right  int32 // how many
}

// Set takes a sentence and its heads (-1 for the root).
func (t *Tree) Set(toks []Token, heads []int32) {
	t.view.set(toks)
	t.Heads = heads
	t.Kids, t.Rels, t.link, t.kid = t.Kids[:0], t.Rels[:0], t.link[:0], t.kid[:0]
	t.seen, t.prev = t.seen[:0], t.prev[:0]
	for range toks {
		t.Kids = append(t.Kids, Kids{First: -1, Last: -1, NearL: -1, NearR: -1})
		t.Rels = append(t.Rels, 0)
		t.seen = append(t.seen, 0)
		t.prev = append(t.prev, 0)
		t.link = append(t.link, -1)
		t.kid = append(t.kid, -1)
	}
	t.Order = t.Order[:0]
	for i := int32(len(heads)) - 1; i >= 0; i-- {
		h := heads[i]
		if h < 0 {
			t.Order = append(t.Order, i)
			continue
		}
		t.link[i], t.kid[h] = t.kid[h], i
		k := &t.Kids[h]
		if i < h {
			if k.NearL < 0 {
				k.NearL = i
			}
			k.First = i
			k.Left++
		} else {
			if k.Last < 0 {
				k.Last = i
			}
			k.NearR = i
			k.Right++
		}
	}
	for i := 0; i < len(t.Order); i++ {
		for c := t.kid[t.Order[i]]; c >= 0; c = t.link[c] {
			t.Order = append(t.Order, c)
		}
	}
}

// Decide settles the relation of word d. Words must be decided in Order.
func (t *Tree) Decide(d int32, rel uint8) {
	t.Rels[d] = rel
	if h := t.Heads[d]; h >= 0 {
		t.seen[h] |= 1 << (rel & 63)
		t.prev[h] = rel
	}
}

// Certain gives the relation of word d, which must have a head, if it needs no weighing.
func (h *Header) Certain(t *Tree, d int32) (uint8, bool) {
	word, tags := t.Keys(d)
	rel, ok := h.Sure[word]
	if !ok {
		rel, ok = h.Sure[tags]
	}
	return rel, ok
}

// Keys are the keys under which Header.Sure may hold the relation of word d: by the word,
// its tag and the head's, and by the tags alone.
func (t *Tree) Keys(d int32) (word, tags uint32) {
	h := t.Heads[d]
	dt, ht := t.view.at(d), t.view.at(h)
	dir := uint64(1)
	if d > h {
		dir = 2
	}
	return h3(100, dt.WT, ht.T, dir), h3(101, dt.T, ht.T, dir)
}

func l2(i, a, b uint64) uint32       { return h2(i, a, b) >> (32 - LabelBits) }
func l3(i, a, b, c uint64) uint32    { return h3(i, a, b, c) >> (32 - LabelBits) }
func l4(i, a, b, c, d uint64) uint32 { return h4(i, a, b, c, d) >> (32 - LabelBits) }

// Features writes the features of the arc to word d, which must have a head.
func (t *Tree) Features(d int32, f *LabelFeatures) {
	h := t.Heads[d]
	headRel := uint64(t.Rels[h])
	v := &t.view
	dt, ht := v.at(d), v.at(h)
	gt := v.at(t.Heads[h])
	dk, hk := &t.Kids[d], &t.Kids[h]
	dir := uint64(1)
	if d > h {
		dir = 2
	}
	dist := distance(min(d, h), max(d, h))*4 + dir
	df, dl := v.at(dk.First), v.at(dk.Last)
	hf, hl := v.at(hk.First), v.at(hk.Last)

	f[0], f[1], f[2] = l2(0, dt.WT, dir), l2(1, dt.T, dir), l2(2, dt.W, dir)
	f[3], f[4], f[5] = l2(3, ht.WT, dir), l2(4, ht.T, dir), l2(5, ht.W, dir)
	f[6], f[7] = l3(6, dt.WT, ht.WT, dir), l3(7, dt.WT, ht.T, dir)
	f[8], f[9] = l3(8, dt.T, ht.WT, dir), l3(9, dt.T, ht.T, dir)
	f[10], f[11] = l3(10, dt.T, ht.T, dist), l3(11, dt.W, ht.W, dir)
	f[12], f[13] = l4(12, df.WT, dt.T, ht.T, dir), l4(13, df.T, dt.WT, ht.T, dir)
	f[14], f[15] = l4(14, dl.T, dt.T, ht.T, dir), l4(15, df.T, dt.T, ht.WT, dir)
	f[16], f[17] = l4(16, hf.T, dt.T, ht.T, dir), l4(17, hl.T, dt.T, ht.T, dir)
	f[18], f[19] = l4(18, hf.WT, dt.T, ht.T, dir), l3(19, hl.W, dt.T, dir)
	nl, nr := v.at(hk.NearL), v.at(hk.NearR)
	f[20], f[21] = l4(20, nl.WT, dt.T, ht.T, dir), l4(21, nr.WT, dt.T, ht.T, dir)
	f[22], f[23] = l3(22, dt.T, ht.T, headRel), l3(23, dt.WT, dir, headRel)
	f[24], f[25] = l4(24, gt.T, ht.T, dt.T, dir), l3(25, gt.W, ht.W, dt.T)
	p1, p2 := v.at(d-1), v.at(d+1)
	f[26], f[27] = l4(26, p1.T, dt.T, ht.T, dir), l4(27, p2.T, dt.T, ht.T, dir)
	f[28], f[29] = l3(28, p1.WT, dt.T, dir), l3(29, p2.WT, dt.T, dir)
	f[30], f[31] = l3(30, dt.S, ht.T, dir), l3(31, dt.T, ht.S, dir)
	q1, q2 := v.at(h-1), v.at(h+1)
	f[32], f[33] = l4(32, q1.T, ht.T, dt.T, dir), l4(33, q2.T, ht.T, dt.T, dir)
	m := v.between(min(d, h), max(d, h))
	f[34] = l4(34, dt.T, ht.T, m, dir)
	kin := uint64(min(dk.Left, 3)) + 4*uint64(min(dk.Right, 3))
	f[35], f[36] = l4(35, dt.T, ht.T, kin, dir), l3(36, dt.WT, kin, dir)
	hin := uint64(min(hk.Left, 3)) + 4*uint64(min(hk.Right, 3))
	f[37] = l4(37, dt.T, ht.T, hin, dir)
	// Is the word its head's outermost or innermost child on its side, and which of them?
	place := uint64(0)
	if d == hk.First || d == hk.Last {
		place++
	}
	if d == hk.NearL || d == hk.NearR {
		place += 2
	}
	f[38], f[39] = l4(38, dt.T, ht.T, place, dir), l4(39, dt.T, ht.WT, place, dir)
	f[40], f[41] = l4(40, df.W, dt.T, ht.WT, dir), l4(41, df.W, v.at(dk.NearL).W, dt.T, dir)
	f[42] = l3(42, dt.W, gt.T, headRel)
	f[43] = l4(43, df.T, v.at(dk.NearL).T, dt.T, ht.T)
	prev, seen := uint64(t.prev[h])*4+dir, t.seen[h]
	f[44], f[45] = l3(44, dt.T, ht.T, prev), l3(45, dt.WT, ht.T, prev)
	f[46], f[47] = l4(46, dt.T, ht.T, seen, dir), l3(47, ht.W, prev, dt.T)
}
