package arc

// Bits is the size of the table of structure weights: the row of a feature is this many
// upper bits of its hash, and features that meet in a row share its weights.
const Bits = 21

// NumFeatures is how many features a state has.
const NumFeatures = 94

// Features are the hashes of a state's features, group by group.
type Features [NumFeatures]uint32

// Where the groups begin. The features of a group look at the same words, named here, so
// that states that have these in common share its sum; see score.go.
const (
	atFront       = 0                 // b0, b1, b2
	atTop         = atFront + 12      // s0
	atSecond      = atTop + 3         // s1
	atThird       = atSecond + 3      // s2
	atMeeting     = atThird + 2       // s0, b0
	atStack       = atMeeting + 18    // s1, s0
	atWindow      = atStack + 12      // s1, s0, b0
	atTopKids     = atWindow + 13     // s0 and its children
	atSecondKids  = atTopKids + 7     // s1 and its children
	atFrontKids   = atSecondKids + 5  // b0 and its children
	atMeetingKids = atFrontKids + 4   // s0, b0 and their children
	atStackKids   = atMeetingKids + 4 // s1, s0 and their children
	atRest        = atStackKids + 6   // all of it, and s2
)

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

// h1 to h4 hash a template's number and its one to four values. The products of
// the values are the same in many templates of a state, so that they are made once.
func h1(i, a uint64) uint32       { return mix(a*k1 + i*k4) }
func h2(i, a, b uint64) uint32    { return mix(a*k1 + b*k3 + i*k4) }
func h3(i, a, b, c uint64) uint32 { return mix(a*k1 + b*k3 + c*k5 + i*k4) }
func h4(i, a, b, c, d uint64) uint32 {
	return mix(a*k1 + b*k3 + c*k5 + d*k6 + i*k4)
}

func mix(x uint64) uint32 { return uint32((x ^ x>>32) * k2 >> 32) }

// Row is the row of a feature in the table of structure weights.
func Row(feature uint32) uint32 { return feature >> (32 - Bits) }

// place is a state as its features see it. The templates are those of Zhang and Nivre
// (2011) for what arc-hybrid decides: s0 with b0, s1 with s0, or neither yet.
type place struct {
	n0, n1, nb *node
	s0, s1, s2 *Token
	b0         *Token
	third      int32 // position of s2
}

func (v *view) place(arena []state, s *state) place {
	p := place{n0: &s.top, n1: &none, nb: &s.next, third: -1}
	if s.below >= 0 {
		st := &arena[s.below]
		p.n1 = &st.top
		if st.below >= 0 {
			p.third = arena[st.below].top.tok
		}
	}
	p.s0, p.s1, p.s2, p.b0 = v.at(p.n0.tok), v.at(p.n1.tok), v.at(p.third), v.at(p.nb.tok)
	return p
}

// features writes all features of s.
func (v *view) features(arena []state, s *state, f *Features) {
	p := v.place(arena, s)
	v.front(p.nb.tok, (*[12]uint32)(f[atFront:]))
	top(p.s0, (*[3]uint32)(f[atTop:]))
	second(p.s1, (*[3]uint32)(f[atSecond:]))
	third(p.s2, (*[2]uint32)(f[atThird:]))
	v.meeting(&p, (*[18]uint32)(f[atMeeting:]))
	v.stack(&p, (*[12]uint32)(f[atStack:]))
	v.window(&p, (*[13]uint32)(f[atWindow:]))
	v.topKids(&p, (*[7]uint32)(f[atTopKids:]))
	v.secondKids(&p, (*[5]uint32)(f[atSecondKids:]))
	v.frontKids(&p, (*[4]uint32)(f[atFrontKids:]))
	v.meetingKids(&p, (*[4]uint32)(f[atMeetingKids:]))
	v.stackKids(&p, (*[6]uint32)(f[atStackKids:]))
	v.rest(&p, (*[5]uint32)(f[atRest:]))
}

func (v *view) front(i int32, f *[12]uint32) {
	b0, b1, b2 := v.at(i), v.at(i+1), v.at(i+2)
	f[0], f[1], f[2] = h1(6, b0.WT), h1(7, b0.T), h1(8, b0.W)
	f[3], f[4], f[5] = h1(9, b1.WT), h1(10, b1.T), h1(11, b1.W)
	f[6], f[7] = h1(12, b2.WT), h1(13, b2.T)
	f[8], f[9], f[10] = h2(30, b0.T, b1.T), h2(31, b0.W, b1.W), h2(32, b0.WT, b1.T)
	f[11] = h3(34, b0.T, b1.T, b2.T)
}

func top(s0 *Token, f *[3]uint32)    { f[0], f[1], f[2] = h1(0, s0.WT), h1(1, s0.T), h1(2, s0.W) }
func second(s1 *Token, f *[3]uint32) { f[0], f[1], f[2] = h1(3, s1.WT), h1(4, s1.T), h1(5, s1.W) }
func third(s2 *Token, f *[2]uint32)  { f[0], f[1] = h1(14, s2.WT), h1(15, s2.T) }

func (v *view) meeting(p *place, f *[18]uint32) {
	s0, b0, b1 := p.s0, p.b0, v.at(p.nb.tok+1)
	f[0], f[1], f[2] = h2(16, s0.WT, b0.WT), h2(17, s0.WT, b0.T), h2(18, s0.T, b0.WT)
	f[3], f[4] = h2(19, s0.W, b0.W), h2(20, s0.T, b0.T)
	f[5], f[6] = h2(33, s0.WT, b1.T), h3(35, s0.T, b0.T, b1.T)
	f[7], f[8] = h3(39, s0.W, b0.T, b1.T), h3(40, s0.T, b0.W, b1.T)
	d := distance(p.n0.tok, p.nb.tok)
	f[9], f[10], f[11] = h2(70, s0.W, d), h2(71, b0.W, d), h3(72, s0.T, b0.T, d)
	f[12], f[13] = h2(76, s0.T, d), h2(77, b0.T, d)
	f[14] = h3(80, s0.T, b0.T, v.between(p.n0.tok, p.nb.tok))
	f[15], f[16], f[17] = h2(83, s0.S, b0.T), h2(85, b0.S, s0.T), h3(86, s0.T, b0.S, b1.T)
}

func (v *view) stack(p *place, f *[12]uint32) {
	s1, s0 := p.s1, p.s0
	f[0], f[1], f[2] = h2(21, s1.WT, s0.WT), h2(22, s1.WT, s0.T), h2(23, s1.T, s0.WT)
	f[3], f[4] = h2(24, s1.W, s0.W), h2(25, s1.T, s0.T)
	d := distance(p.n1.tok, p.n0.tok)
	f[5], f[6], f[7] = h2(73, s1.W, d), h2(74, s0.W, d), h3(75, s1.T, s0.T, d)
	f[8], f[9] = h2(78, s1.T, d), h2(79, s0.T, d)
	f[10], f[11] = h3(81, s1.T, s0.T, v.between(p.n1.tok, p.n0.tok)), h2(84, s1.T, s0.S)
}

func (v *view) window(p *place, f *[13]uint32) {
	s1, s0, b0, b1 := p.s1, p.s0, p.b0, v.at(p.nb.tok+1)
	f[0], f[1], f[2] = h2(26, s1.WT, b0.T), h2(27, s1.T, b0.WT), h2(28, s1.T, b0.T)
	f[3], f[4] = h2(29, s1.W, b0.W), h3(36, s1.T, s0.T, b0.T)
	f[5], f[6] = h4(38, s1.T, s0.T, b0.T, b1.T), h3(41, s1.W, s0.T, b0.T)
	f[7], f[8] = h3(42, s1.T, s0.W, b0.T), h3(43, s1.T, s0.T, b0.W)
	f[9], f[10] = h3(44, s1.W, s0.W, b0.T), h3(45, s1.W, s0.T, b0.W)
	m := v.between(p.n0.tok, p.nb.tok)*64 + v.between(p.n1.tok, p.n0.tok)
	f[11], f[12] = h4(82, s1.T, s0.T, b0.T, m), h4(93, s1.W, s0.T, b0.W, b1.T)
}

func (v *view) topKids(p *place, f *[7]uint32) {
	s0, n0 := p.s0, p.n0
	l, r := v.at(n0.l1), v.at(n0.r1)
	f[0], f[1] = h1(46, l.WT), h1(47, r.WT)
	f[2], f[3] = h3(58, s0.T, l.T, v.at(n0.l2).T), h3(59, s0.T, r.T, v.at(n0.r2).T)
	nl, nr := uint64(n0.nl), uint64(n0.nr)
	f[4], f[5], f[6] = h2(62, s0.WT, nl), h2(63, s0.WT, nr), h3(64, s0.T, nl, nr)
}

func (v *view) secondKids(p *place, f *[5]uint32) {
	s1, n1 := p.s1, p.n1
	l, r := v.at(n1.l1), v.at(n1.r1)
	f[0], f[1], f[2] = h1(48, l.WT), h1(49, r.WT), h3(60, s1.T, r.T, v.at(n1.r2).T)
	nl, nr := uint64(n1.nl), uint64(n1.nr)
	f[3], f[4] = h3(65, s1.T, nl, nr), h2(66, s1.WT, nr)
}

func (v *view) frontKids(p *place, f *[4]uint32) {
	b0, l, n := p.b0, v.at(p.nb.l1), uint64(p.nb.nl)
	f[0], f[1] = h1(50, l.WT), h3(61, b0.T, l.T, v.at(p.nb.l2).T)
	f[2], f[3] = h2(67, b0.WT, n), h2(68, b0.T, n)
}

// What tells where a prepositional phrase or a clause belongs, here and in rest: the word
// that opens it.
func (v *view) meetingKids(p *place, f *[4]uint32) {
	s0, b0, bl := p.s0, p.b0, v.at(p.nb.l1)
	f[0], f[1] = h3(51, s0.T, v.at(p.n0.l1).T, b0.T), h3(52, s0.T, v.at(p.n0.r1).T, b0.T)
	f[2], f[3] = h3(53, s0.T, b0.T, bl.T), h4(88, s0.W, s0.T, bl.W, b0.T)
}

func (v *view) stackKids(p *place, f *[6]uint32) {
	s1, s0, sl, r := p.s1, p.s0, v.at(p.n0.l1), v.at(p.n1.r1)
	f[0], f[1] = h3(54, s1.T, v.at(p.n1.l1).T, s0.T), h3(55, s1.T, r.T, s0.T)
	f[2], f[3] = h3(56, s1.T, s0.T, sl.T), h3(57, s1.T, s0.T, v.at(p.n0.r1).T)
	f[4], f[5] = h4(69, s1.T, r.W, s0.T, sl.W), h4(91, s1.W, s1.T, sl.W, s0.T)
}

func (v *view) rest(p *place, f *[5]uint32) {
	s2, s1, s0, b0 := p.s2, p.s1, p.s0, p.b0
	bl, sl := v.at(p.nb.l1), v.at(p.n0.l1)
	f[0], f[1] = h3(37, s2.T, s1.T, s0.T), h4(87, s2.T, s1.T, s0.T, b0.T)
	f[2], f[3] = h4(89, s1.W, s1.T, bl.W, b0.T), h4(90, s1.T, s0.T, bl.W, b0.T)
	f[4] = h4(92, s1.T, sl.W, s0.T, b0.T)
}
