package arc

import (
	"math/rand/v2"
	"testing"
)

// noise weighs every feature at random, the same each time.
type noise struct{}

func (noise) Sums(out []Sum, features []uint32, ends []int32) {
	from := int32(0)
	for i, end := range ends {
		out[i] = Sum{}
		for _, f := range features[from:end] {
			for a := range out[i] {
				out[i][a] += int32(mix(uint64(f)+uint64(a)*k3)%201) - 100
			}
		}
		from = end
	}
}

// TestScoresAreSums asks for the states of sentences in groups, as a beam does, and adds
// up each state's features one by one.
func TestScoresAreSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 3))
	tags := []string{"NN", "VBD", "DT", "IN", ",", "CC"}
	b := &Beam{Width: 6}
	for range 60 {
		toks := make([]Token, 1+rng.IntN(50))
		for i := range toks {
			toks[i] = Encode(string(rune('a'+rng.IntN(9))), tags[rng.IntN(len(tags))])
		}
		b.Parse(toks, noise{}, make([]int32, len(toks)))
		for first := 0; first < len(b.arena); first += 4 {
			states := b.arena[first:min(first+4, len(b.arena))]
			for i := range states {
				b.sums.ask(&b.view, b.arena, &states[i])
			}
			for i, got := range b.sums.answer() {
				var f Features
				var want [1]Sum
				b.view.features(b.arena, &states[i], &f)
				noise{}.Sums(want[:], f[:], []int32{NumFeatures})
				if got != want[0] {
					t.Fatalf("%d words, state %d: %v, want %v", len(toks), first+i, got, want[0])
				}
			}
		}
	}
}

// TestSlackGivesUpStragglers compares a beam that keeps all with one that keeps the near.
func TestSlackGivesUpStragglers(t *testing.T) {
	toks := make([]Token, 30)
	for i := range toks {
		toks[i] = Encode(string(rune('a'+i%7)), "NN")
	}
	var sizes [2]int
	for i, slack := range []int32{0, 300} {
		b := &Beam{Width: 8, Slack: slack}
		b.Parse(toks, noise{}, make([]int32, len(toks)))
		sizes[i] = len(b.arena)
	}
	if sizes[1] >= sizes[0] || sizes[1] < 2*len(toks)-1 {
		t.Errorf("%d states with slack, %d without", sizes[1], sizes[0])
	}
}
