package arc

// Bits is the size of the table of structure weights: features are hashed to this many
// bits, and features that meet in a row share its weights.
const Bits = 21

// NumFeatures is how many features a state has.
const NumFeatures = 94

// Features are the rows of the table that score a state.
type Features [NumFeatures]uint32

// view is a sentence with what can be asked of it in constant time.
type view struct {
	toks  []Token
	marks [][4]int32 // marks[i][k]: tokens of kind k before i
}

func (v *view) set(toks []Token) {
	v.toks = toks
	v.marks = append(v.marks[:0], [4]int32{})
	for _, t := range toks {
		m := v.marks[len(v.marks)-1]
		m[t.P]++
		v.marks = append(v.marks, m)
	}
}

var (
	noToken  = Token{W: 11, T: 12, WT: 13, S: 14}
	rootWord = Token{W: 21, T: 22, WT: 23, S: 24}
)

func (v *view) at(i int32) *Token {
	if i < 0 || int(i) > len(v.toks) {
		return &noToken
	}
	if int(i) == len(v.toks) {
		return &rootWord
	}
	return &v.toks[i]
}

// between codes how many verbs, marks and conjunctions stand between tokens i and j.
func (v *view) between(i, j int32) uint64 {
	if i < 0 || j <= i+1 {
		return 0
	}
	a, b := &v.marks[i+1], &v.marks[min(int(j), len(v.toks))]
	return 1 + uint64(min(b[Verb]-a[Verb], 2)) + 3*uint64(min(b[Punct]-a[Punct], 3)) + 12*uint64(min(b[Conj]-a[Conj], 1))
}

func distance(i, j int32) uint64 {
	if i < 0 || j < 0 {
		return 0
	}
	switch d := j - i; {
	case d < 5:
		return uint64(d)
	case d < 8:
		return 5
	case d < 13:
		return 6
	default:
		return 7
	}
}

// h1 to h4 hash a template's number and its one to four values to a row. The products of
// the values are the same in many templates of a state, so that they are made once.
func h1(i, a uint64) uint32       { return mix(a*k1 + i*k4) }
func h2(i, a, b uint64) uint32    { return mix(a*k1 + b*k3 + i*k4) }
func h3(i, a, b, c uint64) uint32 { return mix(a*k1 + b*k3 + c*k5 + i*k4) }
func h4(i, a, b, c, d uint64) uint32 {
	return mix(a*k1 + b*k3 + c*k5 + d*k6 + i*k4)
}

func mix(x uint64) uint32 { return uint32((x ^ x>>32) * k2 >> (64 - Bits)) }

// features writes the features of s. The templates are those of Zhang and Nivre (2011)
// for what arc-hybrid decides: s0 with b0, s1 with s0, or neither yet.
func (v *view) features(arena []state, s *state, f *Features) {
	n1, n2 := &none, &none
	if s.below >= 0 {
		st := &arena[s.below]
		n1 = &st.top
		if st.below >= 0 {
			n2 = &arena[st.below].top
		}
	}
	n0, nb := &s.top, &s.next
	s0, s1, s2 := v.at(n0.tok), v.at(n1.tok), v.at(n2.tok)
	b0, b1, b2 := v.at(nb.tok), v.at(nb.tok+1), v.at(nb.tok+2)

	f[0], f[1], f[2] = h1(0, s0.WT), h1(1, s0.T), h1(2, s0.W)
	f[3], f[4], f[5] = h1(3, s1.WT), h1(4, s1.T), h1(5, s1.W)
	f[6], f[7], f[8] = h1(6, b0.WT), h1(7, b0.T), h1(8, b0.W)
	f[9], f[10], f[11] = h1(9, b1.WT), h1(10, b1.T), h1(11, b1.W)
	f[12], f[13], f[14] = h1(12, b2.WT), h1(13, b2.T), h1(14, s2.WT)
	f[15] = h1(15, s2.T)

	f[16], f[17], f[18] = h2(16, s0.WT, b0.WT), h2(17, s0.WT, b0.T), h2(18, s0.T, b0.WT)
	f[19], f[20] = h2(19, s0.W, b0.W), h2(20, s0.T, b0.T)
	f[21], f[22], f[23] = h2(21, s1.WT, s0.WT), h2(22, s1.WT, s0.T), h2(23, s1.T, s0.WT)
	f[24], f[25] = h2(24, s1.W, s0.W), h2(25, s1.T, s0.T)
	f[26], f[27], f[28] = h2(26, s1.WT, b0.T), h2(27, s1.T, b0.WT), h2(28, s1.T, b0.T)
	f[29], f[30] = h2(29, s1.W, b0.W), h2(30, b0.T, b1.T)
	f[31], f[32], f[33] = h2(31, b0.W, b1.W), h2(32, b0.WT, b1.T), h2(33, s0.WT, b1.T)

	f[34], f[35], f[36] = h3(34, b0.T, b1.T, b2.T), h3(35, s0.T, b0.T, b1.T), h3(36, s1.T, s0.T, b0.T)
	f[37], f[38] = h3(37, s2.T, s1.T, s0.T), h4(38, s1.T, s0.T, b0.T, b1.T)
	f[39], f[40], f[41] = h3(39, s0.W, b0.T, b1.T), h3(40, s0.T, b0.W, b1.T), h3(41, s1.W, s0.T, b0.T)
	f[42], f[43] = h3(42, s1.T, s0.W, b0.T), h3(43, s1.T, s0.T, b0.W)
	f[44], f[45] = h3(44, s1.W, s0.W, b0.T), h3(45, s1.W, s0.T, b0.W)

	v.children(n0, n1, nb, s0, s1, b0, f)

	d0, d1 := distance(n0.tok, nb.tok), distance(n1.tok, n0.tok)
	f[70], f[71], f[72] = h2(70, s0.W, d0), h2(71, b0.W, d0), h3(72, s0.T, b0.T, d0)
	f[73], f[74], f[75] = h2(73, s1.W, d1), h2(74, s0.W, d1), h3(75, s1.T, s0.T, d1)
	f[76], f[77] = h2(76, s0.T, d0), h2(77, b0.T, d0)
	f[78], f[79] = h2(78, s1.T, d1), h2(79, s0.T, d1)
	m0, m1 := v.between(n0.tok, nb.tok), v.between(n1.tok, n0.tok)
	f[80], f[81] = h3(80, s0.T, b0.T, m0), h3(81, s1.T, s0.T, m1)
	f[82] = h4(82, s1.T, s0.T, b0.T, m0*64+m1)
	f[83], f[84] = h2(83, s0.S, b0.T), h2(84, s1.T, s0.S)
	f[85], f[86] = h2(85, b0.S, s0.T), h3(86, s0.T, b0.S, b1.T)
	f[87] = h4(87, s2.T, s1.T, s0.T, b0.T)

	// What tells where a prepositional phrase or a clause belongs: the word that opens it.
	b0l, s0l := v.at(nb.l1), v.at(n0.l1)
	f[88], f[89] = h4(88, s0.W, s0.T, b0l.W, b0.T), h4(89, s1.W, s1.T, b0l.W, b0.T)
	f[90], f[91] = h4(90, s1.T, s0.T, b0l.W, b0.T), h4(91, s1.W, s1.T, s0l.W, s0.T)
	f[92], f[93] = h4(92, s1.T, s0l.W, s0.T, b0.T), h4(93, s1.W, s0.T, b0.W, b1.T)
}

// children writes the features of the words already attached.
func (v *view) children(n0, n1, nb *node, s0, s1, b0 *Token, f *Features) {
	s0l, s0r := v.at(n0.l1), v.at(n0.r1)
	s1l, s1r := v.at(n1.l1), v.at(n1.r1)
	b0l := v.at(nb.l1)
	f[46], f[47], f[48] = h1(46, s0l.WT), h1(47, s0r.WT), h1(48, s1l.WT)
	f[49], f[50] = h1(49, s1r.WT), h1(50, b0l.WT)
	f[51], f[52] = h3(51, s0.T, s0l.T, b0.T), h3(52, s0.T, s0r.T, b0.T)
	f[53], f[54] = h3(53, s0.T, b0.T, b0l.T), h3(54, s1.T, s1l.T, s0.T)
	f[55], f[56] = h3(55, s1.T, s1r.T, s0.T), h3(56, s1.T, s0.T, s0l.T)
	f[57] = h3(57, s1.T, s0.T, s0r.T)
	f[58] = h3(58, s0.T, s0l.T, v.at(n0.l2).T)
	f[59] = h3(59, s0.T, s0r.T, v.at(n0.r2).T)
	f[60] = h3(60, s1.T, s1r.T, v.at(n1.r2).T)
	f[61] = h3(61, b0.T, b0l.T, v.at(nb.l2).T)
	l0, r0, r1 := uint64(n0.nl), uint64(n0.nr), uint64(n1.nr)
	l1, lb := uint64(n1.nl), uint64(nb.nl)
	f[62], f[63] = h2(62, s0.WT, l0), h2(63, s0.WT, r0)
	f[64], f[65] = h3(64, s0.T, l0, r0), h3(65, s1.T, l1, r1)
	f[66], f[67] = h2(66, s1.WT, r1), h2(67, b0.WT, lb)
	f[68], f[69] = h2(68, b0.T, lb), h4(69, s1.T, s1r.W, s0.T, s0l.W)
}
