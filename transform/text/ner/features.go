package ner

import (
	"dateline/transform/text/linear"
	"dateline/transform/text/word"
)

// Doc is a text as the models see it: all its words, where its sentences end, the Penn
// tag of each word and prose's entity label.
type Doc struct {
	Words []word.Word
	Tags  []uint8
	Voice []uint8
	Ends  []int
	Forms word.Forms // how the text writes its words, headlines in capitals left out
}

// Extractor computes the features of a document's words. Prepare comes first.
type Extractor struct {
	Lists  *Lists // the name lists; nil for DefaultLists
	doc    *Doc
	marks  []uint32
	runs   []run // per word; the zero run for words outside any
	lo, hi []int32
}

// run is a stretch of capitalised words with what joins them: "Bank of England".
type run struct {
	first, last int32 // last is exclusive; 0,0 for none
	noun        int32 // the noun that says what the name is, see defined; -1: none
}

// Prepare looks at the whole document.
func (x *Extractor) Prepare(d *Doc) {
	x.doc = d
	if x.Lists == nil {
		x.Lists = DefaultLists()
	}
	n := len(d.Words)
	x.marks = resize(x.marks, n)
	x.runs = resize(x.runs, n)
	x.lo = resize(x.lo, n)
	x.hi = resize(x.hi, n)
	lo := 0
	for _, hi := range d.Ends {
		x.Lists.mark(x.marks[lo:hi], d.Words[lo:hi])
		x.findRuns(lo, hi)
		for i := lo; i < hi; i++ {
			x.lo[i], x.hi[i] = int32(lo), int32(hi)
		}
		lo = hi
	}
}

// resize returns s with n zero elements.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// joints are small words and marks within names.
var joints = hashes("of", "de", "da", "do", "dos", "di", "du", "del", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "-", "&", "’", "'")

// calendar are the words with capitals that are no part of a name: "On Friday Lopez left".
var calendar = hashes("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
	"January", "February", "July", "September", "October", "November", "December")

func (x *Extractor) findRuns(lo, hi int) {
	w := x.doc.Words
	for i := lo; i < hi; {
		if !w[i].Capital() {
			i++
			continue
		}
		end := i + 1
		for j := i + 1; j < hi && j <= end+1 && !calendar[w[i].Exact] && !calendar[w[j].Exact]; j++ {
			if w[j].Capital() {
				end = j + 1
			} else if !joints[w[j].Exact] {
				break
			}
		}
		noun := int32(x.defined(lo, i, end, hi))
		for j := i; j < end; j++ {
			x.runs[j] = run{int32(i), int32(end), noun}
		}
		i = end
	}
}

var (
	copulas   = hashes("is", "was", "are", "were", ",")
	articles  = hashes("a", "an", "the", "one", "another")
	nounsEnds = hashes("of", "in", "by", "for", "from", "at", "on", "to", "with", "and", "or", "that", "which", "who", "whose", "based", "located", "born", "near", "between", ",", ".", ";", ":", "(", "-")
)

func hashes(words ...string) map[uint64]bool {
	m := map[uint64]bool{}
	for _, s := range words {
		m[linear.Hash(s)] = true
	}
	return m
}

// defined finds the noun that says what the name in words from first up to last is, in its
// sentence from lo up to hi; -1 for none:
//
//	Ardnamurchan (born 1901) was a Scottish [footballer] who
//	Nordbank, the country's largest [lender], said
//	the [rapper] Yung Foo; the [village] of Lower Foo
func (x *Extractor) defined(lo, first, last, hi int) int {
	w := x.doc.Words
	if i := first - 1; i >= lo {
		if i > lo && w[i].Exact == hashOf {
			i--
		}
		if x.Lists.kind(&w[i]) != 0 {
			return i
		}
	}
	i := last
	if i < hi && w[i].Text == "(" {
		for i < hi && i < last+20 && w[i].Text != ")" {
			i++
		}
		i++
	}
	if i+2 >= hi || !copulas[w[i].Exact] {
		return -1
	}
	clause := w[i].Text == ","
	i++
	if !articles[w[i].Lower] && (clause || w[i].Case != word.Lower) {
		return -1
	}
	for end := min(hi, i+12); i+1 < end && !nounsEnds[w[i+1].Exact]; {
		i++
	}
	if x.Lists.kind(&w[i]) == 0 {
		return -1
	}
	return i
}

var hashOf = linear.Hash("of")

var outside = func() (w word.Word) { w.Make("<s>"); return w }()

// at is the word i, or a mark for what is beyond its sentence.
func (x *Extractor) at(i int, lo, hi int) *word.Word {
	if i < lo || i >= hi {
		return &outside
	}
	return &x.doc.Words[i]
}

func number(s []uint8, i, lo, hi int) uint64 {
	if i < lo || i >= hi {
		return 255
	}
	return uint64(s[i])
}

// Features appends the features of word i to f.
func (x *Extractor) Features(f []uint64, i int) []uint64 {
	lo, hi := int(x.lo[i]), int(x.hi[i])
	w, p, n := &x.doc.Words[i], x.at(i-1, lo, hi), x.at(i+1, lo, hi)
	pp, nn := x.at(i-2, lo, hi), x.at(i+2, lo, hi)
	c, cp, cn := uint64(w.Case), uint64(p.Case), uint64(n.Case)
	first := uint64(0)
	if i == lo {
		first = 1
	}
	if r := x.runs[i]; r.last == 0 && (w.Case == word.Lower || w.Case == word.Other) {
		return append(f, // a word between names: what it is and what stands beside it
			linear.Feature(80, c<<1|first), linear.Feature(81, w.Lower),
			linear.Feature(82, linear.Pair(p.Lower, w.Lower)), linear.Feature(83, linear.Pair(w.Lower, n.Lower)),
			linear.Feature(84, c<<8|cp<<4|cn), linear.Feature(85, w.Suf[3]),
			linear.Feature(86, x.mark(i-1, lo, hi)), linear.Feature(87, x.mark(i+1, lo, hi)),
			linear.Feature(88, linear.Pair(w.Lower, cp<<4|cn)), linear.Feature(89, number(x.doc.Tags, i, lo, hi)),
		)
	}
	f = append(f,
		linear.Feature(1, c<<1|first),
		linear.Feature(2, w.Lower),
		linear.Feature(3, linear.Pair(w.Lower, c)),
		linear.Feature(4, p.Lower), linear.Feature(5, n.Lower),
		linear.Feature(6, pp.Lower), linear.Feature(7, nn.Lower),
		linear.Feature(8, linear.Pair(p.Lower, c)), linear.Feature(9, linear.Pair(n.Lower, c)),
		linear.Feature(10, w.Suf[2]), linear.Feature(11, w.Suf[3]), linear.Feature(12, w.Suf[4]),
		linear.Feature(13, w.Pre[2]), linear.Feature(14, w.Pre[3]), linear.Feature(15, w.Pre[4]),
		linear.Feature(16, w.Shape),
		linear.Feature(17, c<<8|cp<<4|cn), linear.Feature(18, c<<4|cp|first<<8), linear.Feature(19, c<<4|cn|first<<8),
		linear.Feature(20, linear.Pair(p.Lower, n.Lower)),
	)
	t, tp, tn := number(x.doc.Tags, i, lo, hi), number(x.doc.Tags, i-1, lo, hi), number(x.doc.Tags, i+1, lo, hi)
	v, vp, vn := number(x.doc.Voice, i, lo, hi), number(x.doc.Voice, i-1, lo, hi), number(x.doc.Voice, i+1, lo, hi)
	f = append(f,
		linear.Feature(21, t), linear.Feature(22, t<<8|tp), linear.Feature(23, t<<8|tn), linear.Feature(24, t<<16|tp<<8|tn),
		linear.Feature(25, v), linear.Feature(26, v<<8|vp), linear.Feature(27, v<<8|vn), linear.Feature(28, linear.Pair(v<<8|c, w.Suf[3])),
	)
	f = x.listFeatures(f, i, lo, hi)
	if t, tp, tn := x.types(i, lo, hi), x.types(i-1, lo, hi), x.types(i+1, lo, hi); t|tp|tn != 0 {
		f = append(f, linear.Feature(51, t<<8|tp<<4|tn), linear.Feature(52, tp<<4|c), linear.Feature(53, tn<<4|c))
	}
	if w.Capital() {
		f = x.runFeatures(f, i, lo, hi)
		fm := x.doc.Forms.Get(w.Lower)
		f = append(f, linear.Feature(50, c<<8|first<<4|uint64(min(fm.Lower, 2))<<2|uint64(min(fm.Middle, 2))))
	}
	return f
}

func (x *Extractor) mark(i, lo, hi int) uint64 {
	if i < lo || i >= hi {
		return 1 << 15
	}
	return uint64(x.marks[i] &^ (typeWords | typeWords<<16))
}

// types says in which lists of type words word i is: "Club", "River", "General", "Cup".
func (x *Extractor) types(i, lo, hi int) uint64 {
	if i < lo || i >= hi {
		return 0
	}
	return uint64(x.marks[i] & typeWords >> firstTypeList)
}

// listFeatures says in which lists of names the word and its neighbours are.
func (x *Extractor) listFeatures(f []uint64, i, lo, hi int) []uint64 {
	m, mp, mn := x.mark(i, lo, hi), x.mark(i-1, lo, hi), x.mark(i+1, lo, hi)
	f = append(f, linear.Feature(30, m), linear.Feature(31, mp), linear.Feature(32, mn))
	for left := uint32(m); left != 0; left &= left - 1 {
		b := uint64(left & -left)
		f = append(f, linear.Feature(33, b), linear.Feature(34, linear.Pair(b, uint64(x.doc.Words[i].Case)<<8|number(x.doc.Tags, i+1, lo, hi))))
	}
	if m != 0 {
		f = append(f, linear.Feature(35, linear.Pair(m, mn)), linear.Feature(36, linear.Pair(m, mp)), linear.Feature(37, linear.Pair(m, x.at(i-1, lo, hi).Lower)), linear.Feature(38, linear.Pair(m, x.at(i+1, lo, hi).Lower)))
	}
	return f
}

// runFeatures looks at the stretch of capitalised words around word i.
func (x *Extractor) runFeatures(f []uint64, i, lo, hi int) []uint64 {
	r := x.runs[i]
	a, b := int(r.first), int(r.last)
	length := uint64(min(b-a, 5))
	place := uint64(min(i-a, 2))<<2 | uint64(min(b-1-i, 2))
	last, begin := &x.doc.Words[b-1], &x.doc.Words[a]
	left, right := x.at(a-1, lo, hi), x.at(b, lo, hi)
	if t, tl := x.types(a, lo, hi), x.types(b-1, lo, hi); t|tl != 0 {
		f = append(f, linear.Feature(54, tl<<8|length<<4|place), linear.Feature(55, t<<8|length<<4|place), linear.Feature(56, linear.Pair(tl<<4|t, x.mark(a, lo, hi))))
	}
	if r.noun >= 0 {
		n := &x.doc.Words[r.noun]
		k := x.Lists.kind(n)<<1 | uint64(min(max(int(r.noun)-a, 0), 1))
		f = append(f, linear.Feature(57, k<<8|length<<4|place), linear.Feature(58, linear.Pair(n.Lower, k&1)), linear.Feature(59, linear.Pair(k, x.mark(i, lo, hi))))
	}
	return append(f,
		linear.Feature(40, length<<4|place),
		linear.Feature(41, linear.Pair(left.Lower, length)), linear.Feature(42, linear.Pair(right.Lower, length)),
		linear.Feature(43, linear.Pair(last.Lower, place)), linear.Feature(44, linear.Pair(begin.Lower, place)),
		linear.Feature(45, linear.Pair(x.mark(a, lo, hi), length<<4|place)), linear.Feature(46, linear.Pair(x.mark(b-1, lo, hi), length<<4|place)),
		linear.Feature(47, linear.Pair(left.Lower, right.Lower)),
		linear.Feature(48, linear.Pair(last.Suf[3], length<<4|place)),
	)
}
