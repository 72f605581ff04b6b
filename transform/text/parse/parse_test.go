package parse

import (
	"math/rand/v2"
	"strings"
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

// someForms are what the repairs look for.
var someForms = []string{"said", "reported", "police", "Monday", "night", "on", ",", ",", ".", "When", "they"}

func TestParseAnyWordsIsTree(t *testing.T) {
	p := New()
	rng := rand.New(rand.NewPCG(1, 2))
	lengths := []int{0, 1, 2, 3, 5, 17, 60, maxRun - 1, maxRun, maxRun + 1, 3*maxRun + 7}
	for range 3000 {
		lengths = append(lengths, 1+rng.IntN(40))
	}
	for _, n := range lengths {
		p.Reset()
		for range n {
			b := make([]byte, rng.IntN(6))
			for i := range b {
				b[i] = byte(rng.IntN(256))
			}
			if rng.IntN(2) == 0 {
				b = []byte(someForms[rng.IntN(len(someForms))])
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

// TestRepairAnyTreeIsTree repairs random trees, which are stranger than parsed ones.
func TestRepairAnyTreeIsTree(t *testing.T) {
	p := New()
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		n := 1 + rng.IntN(16)
		p.Reset()
		p.heads, p.rels = nil, nil
		order := rng.Perm(n)
		p.heads, p.rels = make([]int32, n), make([]string, n)
		for k, i := range order {
			p.heads[i], p.rels[i] = -1, "root"
			if k > 0 {
				p.heads[i] = int32(order[rng.IntN(k)])
				p.rels[i] = []string{"nmod", "nsubj", "amod", "acl", "obl", "nmod:unmarked", "advcl"}[rng.IntN(7)]
			}
		}
		for range n {
			p.Add(someForms[rng.IntN(len(someForms))], someTags[rng.IntN(len(someTags))])
		}
		p.repair()
		checkTree(t, p.heads, p.rels)
	}
}

// news is a sentence of the register that matters, with its Penn tags.
var news = [][2]string{
	{"Syrian", "JJ"}, {"state", "NN"}, {"media", "NNS"}, {"said", "VBD"}, {"on", "IN"}, {"Monday", "NNP"},
	{"that", "IN"}, {"army", "NN"}, {"helicopters", "NNS"}, {"dropped", "VBD"}, {"barrel", "NN"}, {"bombs", "NNS"},
	{"on", "IN"}, {"the", "DT"}, {"town", "NN"}, {",", ","}, {"killing", "VBG"}, {"at", "RB"}, {"least", "RBS"},
	{"nine", "CD"}, {"civilians", "NNS"}, {"and", "CC"}, {"wounding", "VBG"}, {"dozens", "NNS"}, {".", "."},
}

func parseNews(p *Parser) ([]int32, []string) {
	p.Reset()
	for _, w := range news {
		p.Add(w[0], w[1])
	}
	return p.Parse()
}

func TestNoAllocationInSteadyState(t *testing.T) {
	p := New()
	parseNews(p)
	if n := testing.AllocsPerRun(20, func() { parseNews(p) }); n != 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func BenchmarkParse(b *testing.B) {
	p := New()
	parseNews(p)
	b.ReportAllocs()
	for b.Loop() {
		parseNews(p)
	}
	b.ReportMetric(float64(len(news)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func FuzzParse(f *testing.F) {
	f.Add("The army killed two rebels .", "DT NN VBD CD NNS .")
	f.Add("\" \" \" \"", "`` '' `` ''")
	f.Add("a", "")
	p := New()
	f.Fuzz(func(t *testing.T, words, tags string) {
		p.Reset()
		tag := strings.Fields(tags)
		n := 0
		for w := range strings.FieldsSeq(words) {
			s := ""
			if len(tag) > 0 {
				s = tag[n%len(tag)]
			}
			p.Add(w, s)
			n++
		}
		heads, rels := p.Parse()
		if len(heads) != n {
			t.Fatalf("%d words, %d heads", n, len(heads))
		}
		checkTree(t, heads, rels)
	})
}
