package date

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/transform"
)

// samples are what a scanner, or a class without words, reads.
var samples = map[string][]string{
	"quant": {"three", "2 1/2", "a couple of", "several", "twenty-four"}, "year": {"2011", "'98", "two thousand and three"},
	"clock": {"10:30", "5pm", "0337 GMT", "noon"}, "dom": {"5", "5th", "twenty-first"}, "holiday": {"Easter", "Christmas Eve"},
	"iso": {"2011-03-05"}, "num": {"7", "seven"},
}

// speak writes a random text that the pattern must match.
func speak(r *rand.Rand, g *compiled, n *node) []string {
	var out []string
	for !n.done {
		var ways []*node
		for k := n; k != nil; k = k.alt {
			ways = append(ways, k)
		}
		n = ways[r.IntN(len(ways))]
		switch {
		case n.done:
			return out
		case n.empty:
		case n.words != nil:
			out = append(out, n.words[r.IntN(len(n.words))].text)
		case n.scan != nil:
			s := samples[scanners[n.class].name]
			out = append(out, s[r.IntN(len(s))])
		default:
			out = append(out, wordOf(r, g, n.class))
		}
		n = n.next
	}
	return out
}

// wordOf is a random word of a class.
func wordOf(r *rand.Rand, g *compiled, c class) string {
	for name, k := range classNames {
		if k == c && samples[name] != nil {
			return samples[name][r.IntN(len(samples[name]))]
		}
	}
	var words []string
	for text, w := range g.vocab {
		if w.set.has(c) && isLetter(text[0]) {
			words = append(words, text)
		}
	}
	slices.Sort(words)
	return words[r.IntN(len(words))]
}

// TestPatternsMatchWhatTheySay: a text spoken by a pattern is matched by it, to its end,
// and the index leads there.
func TestPatternsMatchWhatTheySay(t *testing.T) {
	g := grammar()
	r := rand.New(rand.NewPCG(5, 6))
	for i, rule := range g.rules {
		for range 60 {
			s := strings.ReplaceAll(strings.Join(speak(r, g, g.starts[i]), " "), " 's", "'s")
			p := &pass{g: g, doc: &transform.Document{Text: s}}
			p.atoms = g.lex(s, nil)
			if !slices.Contains(g.candidates(&p.atoms[0]), i) {
				t.Errorf("rule %s is not tried at %q", rule.name, s)
			}
			if !reaches(p, g.starts[i], 0) {
				t.Errorf("rule %s does not match %q", rule.name, s)
			}
		}
	}
}

// candidates are the rules that the index tries at an atom.
func (g *compiled) candidates(a *atom) []int {
	out := slices.Clone(g.byWord[a.word])
	for c := class(0); c < numClasses; c++ {
		if a.set.has(c) {
			out = append(out, g.byClass[c]...)
		}
	}
	return out
}

// reaches reports whether the pattern can match all atoms from i on.
func reaches(p *pass, n *node, i int) bool {
	for ; n != nil; n = n.alt {
		switch {
		case n.done:
			if i == len(p.atoms) {
				return true
			}
		case n.empty:
			if reaches(p, n.next, i) {
				return true
			}
		case i >= len(p.atoms):
		case n.words != nil:
			if slices.Contains(n.words, p.atoms[i].word) && reaches(p, n.next, i+1) {
				return true
			}
		case n.scan != nil:
			if end, _ := n.scan(p, i); end > i && reaches(p, n.next, end) {
				return true
			}
		case p.atoms[i].set.has(n.class) && reaches(p, n.next, i+1):
			return true
		}
	}
	return false
}

// TestRuleTable: names are unique, and every rule is said to do something.
func TestRuleTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules() {
		if seen[r.name] || r.pattern == "" || r.build == nil || !strings.Contains(r.example, "]{") {
			t.Errorf("rule %q: twice, or without pattern, example or build", r.name)
		}
		seen[r.name] = true
	}
}

func TestBadPatternsPanic(t *testing.T) {
	for _, pattern := range []string{"$nothing", "( a b", "{nothing}"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q compiled", pattern)
				}
			}()
			compileRules(buildVocabulary(), []rule{{"bad", pattern, "", point}})
		}()
	}
}

// TestLongestWins: the longer reading takes the words, the earlier rule a tie.
func TestLongestWins(t *testing.T) {
	for _, tc := range []struct{ in, want, rule string }{
		{"It fell in March 2011.", "March 2011", "month"},
		{"It fell on March 5, 2011.", "March 5, 2011", "date"},
		{"It fell on March 5-7, 2011.", "March 5-7, 2011", "date-range"},
		{"It fell last week.", "last week", "deictic"},
		{"It fell on Friday last week.", "Friday last week", "weekday"},
		{"It fell in the last three weeks.", "the last three weeks", "recent-units"},
		{"It fell three weeks ago.", "three weeks ago", "ago"},
	} {
		d := annotate(t, tc.in, published)
		if len(d.Dates) != 1 || d.Text[d.Dates[0].Start:d.Dates[0].End] != tc.want || d.Dates[0].Rule != tc.rule {
			t.Errorf("%q: %s", tc.in, markup(d))
		}
	}
}
