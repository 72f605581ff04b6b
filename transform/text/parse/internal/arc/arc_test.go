package arc

import (
	"bytes"
	"compress/gzip"
	"math/rand/v2"
	"reflect"
	"testing"
)

// randomTree makes a projective tree over the words from lo up to hi under head.
func randomTree(rng *rand.Rand, heads []int32, lo, hi, head int) {
	if lo >= hi {
		return
	}
	// Split the run into one to three subtrees.
	for lo < hi {
		end := hi
		if rng.IntN(3) > 0 && head >= 0 {
			end = lo + 1 + rng.IntN(hi-lo)
		}
		root := lo + rng.IntN(end-lo)
		heads[root] = int32(head)
		randomTree(rng, heads, lo, root, root)
		randomTree(rng, heads, root+1, end, root)
		lo = end
	}
}

// follow plays actions and returns the tree they build.
func follow(t *testing.T, n int, actions []Action) []int32 {
	t.Helper()
	b := &Beam{Width: 1}
	b.begin(make([]Token, n), counts{})
	heads := make([]int32, n)
	at := int32(0)
	for _, a := range actions {
		if !b.arena[at].allowed(a, int32(n)) {
			t.Fatalf("action %d is not allowed", a)
		}
		b.arena = append(b.arena, apply(b.arena, at, a))
		at = int32(len(b.arena) - 1)
		b.arc(at, heads)
	}
	heads[b.arena[at].top.tok] = -1
	return heads
}

func TestOracleBuildsProjectiveTrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		n := 1 + rng.IntN(14)
		want := make([]int32, n)
		randomTree(rng, want, 0, n, -1)
		actions := Oracle(want)
		if actions == nil {
			t.Fatalf("no derivation of %v", want)
		}
		if got := follow(t, n, actions); !reflect.DeepEqual(got, want) {
			t.Fatalf("built %v, want %v", got, want)
		}
	}
}

func TestProjectivize(t *testing.T) {
	// A hearing is scheduled on the issue today: "on the issue" belongs to "hearing".
	heads := []int32{1, 3, 3, -1, 6, 6, 1, 3}
	if Oracle(heads) != nil {
		t.Fatal("crossing arcs have a derivation")
	}
	Projectivize(heads)
	if want := []int32{1, 3, 3, -1, 6, 6, 3, 3}; !reflect.DeepEqual(heads, want) {
		t.Errorf("lifted to %v, want %v", heads, want)
	}
	rng := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		n := 2 + rng.IntN(12)
		h := make([]int32, n)
		h[0] = -1
		for i := 1; i < n; i++ {
			h[i] = int32(rng.IntN(i)) // any tree, mostly crossing
		}
		Projectivize(h)
		if Oracle(h) == nil {
			t.Fatalf("%v still crosses", h)
		}
	}
}

// counts is a scorer that learns.
type counts map[uint32]*[Actions]int32

func (c counts) Sums(out []Sum, features []uint32, ends []int32) {
	from := int32(0)
	for i, end := range ends {
		out[i] = Sum{}
		for _, f := range features[from:end] {
			if w := c[f]; w != nil {
				out[i].add((*Sum)(w))
			}
		}
		from = end
	}
}

func (c counts) update(f *Features, a Action, by int32) {
	for _, r := range f {
		if c[r] == nil {
			c[r] = new([Actions]int32)
		}
		c[r][a] += by
	}
}

func TestBeamLearnsTrees(t *testing.T) {
	forms := [][2]string{{"The", "DT"}, {"rebels", "NNS"}, {"who", "WP"}, {"fled", "VBD"}, {"the", "DT"}, {"town", "NN"}, {"shot", "VBD"}, {"two", "CD"}, {"men", "NNS"}, {".", "."}}
	want := []int32{1, 6, 3, 1, 5, 3, -1, 8, 6, 6}
	var toks []Token
	for _, f := range forms {
		toks = append(toks, Encode(f[0], f[1]))
	}
	for _, width := range []int{1, 4, 16} {
		b, c := &Beam{Width: width}, counts{}
		done := false
		for range 30 {
			if done = b.Learn(toks, want, c, c.update); done {
				break
			}
		}
		got := make([]int32, len(toks))
		b.Parse(toks, c, got)
		if !done || !reflect.DeepEqual(got, want) {
			t.Errorf("width %d: %v, want %v", width, got, want)
		}
	}
}

func TestEncode(t *testing.T) {
	if Encode("Monday", "NNP") != Encode("MONDAY", "NNP") {
		t.Error("case matters")
	}
	if Encode("1,200", "CD") != Encode("3,456", "CD") {
		t.Error("digits matter")
	}
	a, b := Encode("bombing", "NN"), Encode("bombing", "VBG")
	if a.W != b.W || a.T == b.T || a.WT == b.WT || a.P != Other || b.P != Verb {
		t.Errorf("%+v %+v", a, b)
	}
	if Encode("killing", "VBG").S != Encode("wounding", "VBG").S {
		t.Error("endings differ")
	}
}

func TestTreeOrderAndKids(t *testing.T) {
	toks := make([]Token, 6)
	var tr Tree
	tr.Set(toks, []int32{1, 3, 1, -1, 5, 3})
	if want := []int32{3, 1, 5, 0, 2, 4}; !reflect.DeepEqual(tr.Order, want) {
		t.Errorf("order %v, want %v", tr.Order, want)
	}
	if k, want := tr.Kids[1], (Kids{First: 0, Last: 2, NearL: 0, NearR: 2, Left: 1, Right: 1}); k != want {
		t.Errorf("children of 1: %+v", k)
	}
	if k := tr.Kids[4]; k.First != -1 || k.Last != -1 || k.Left != 0 {
		t.Errorf("children of a leaf: %+v", k)
	}
}

// pack writes a model whose structure weights are all w and whose relation k weighs k.
func pack(labels []string, w byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write((&Header{Labels: labels}).Encode())
	z.Write(bytes.Repeat([]byte{w}, 2*Actions<<Bits))
	row := make([]byte, MaxLabels)
	for i := range row {
		row[i] = byte(i)
	}
	z.Write(bytes.Repeat(row, 1<<LabelBits))
	z.Close()
	return b.Bytes()
}

func TestModel(t *testing.T) {
	data := pack([]string{"root", "nsubj", "obj", "obl"}, 255)
	m, err := ReadModel(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var f Features
	var got [1]Sum
	m.Sums(got[:], f[:], []int32{NumFeatures})
	if want := int32(1023 * NumFeatures); got[0] != (Sum{want, want, want}) {
		t.Errorf("lanes overflow: %v, want %d", got, want)
	}
	var lf LabelFeatures
	if got := m.Label(&lf); m.Labels[got] != "obl" {
		t.Errorf("label %d, want the last", got)
	}
	for _, bad := range [][]byte{nil, []byte("no gzip"), data[:len(data)/2], pack([]string{"root"}, 0)} {
		if _, err := ReadModel(bytes.NewReader(bad)); err == nil {
			t.Errorf("%d bytes of nonsense are a model", len(bad))
		}
	}
}

func TestModelOfOtherVersion(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte("dateline arcs 0\nxxxxxxxxxxxx"))
	z.Close()
	if _, err := ReadModel(&b); err == nil {
		t.Error("read")
	}
}
