package parse

import (
	"math/rand/v2"
	"testing"
)

// checkTree fails unless heads are one tree with one root.
func checkTree(t *testing.T, heads []int32, rels []string) {
	t.Helper()
	if len(heads) != len(rels) {
		t.Fatalf("%d heads, %d relations", len(heads), len(rels))
	}
	roots := 0
	for i, h := range heads {
		if (h < 0) != (rels[i] == "root") {
			t.Fatalf("word %d: head %d, relation %q", i, h, rels[i])
		}
		if rels[i] == "" {
			t.Fatalf("word %d has no relation", i)
		}
		if h < 0 {
			roots++
		}
		steps := 0
		for a := int32(i); a >= 0; a = heads[a] {
			if int(a) >= len(heads) {
				t.Fatalf("word %d: head %d of %d words", i, a, len(heads))
			}
			if steps++; steps > len(heads) {
				t.Fatalf("word %d is in a cycle", i)
			}
		}
	}
	if len(heads) > 0 && roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

var someTags = []string{"NN", "NNP", "NNS", "VBD", "VBZ", "VB", "IN", "DT", "JJ", ",", ".", "CC", "TO", "PRP", "CD", "HYPH", "``", "", "nonsense"}

func TestParseAnyWordsIsTree(t *testing.T) {
	p := New()
	rng := rand.New(rand.NewPCG(1, 2))
	lengths := []int{0, 1, 2, 3, 5, 17, 60, maxRun - 1, maxRun, maxRun + 1, 3*maxRun + 7}
	for range 300 {
		lengths = append(lengths, 1+rng.IntN(40))
	}
	for _, n := range lengths {
		p.Reset()
		for range n {
			b := make([]byte, rng.IntN(6))
			for i := range b {
				b[i] = byte(rng.IntN(256))
			}
			p.Add(string(b), someTags[rng.IntN(len(someTags))])
		}
		heads, rels := p.Parse()
		if len(heads) != n {
			t.Fatalf("%d words: %d heads", n, len(heads))
		}
		checkTree(t, heads, rels)
	}
}
