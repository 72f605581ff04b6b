package number_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/number"
	"dateline/transform/text"
)

var ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var decades = strings.Fields("_ _ twenty thirty forty fifty sixty seventy eighty ninety")

// spell writes n in words, with or without "and" behind the hundreds.
func spell(n int, and bool) string {
	for _, s := range []struct {
		value int
		word  string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}} {
		if n >= s.value {
			out := spell(n/s.value, and) + " " + s.word
			if rest := n % s.value; rest > 0 {
				if and && rest < 100 {
					out += " and"
				}
				out += " " + spell(rest, and)
			}
			return out
		}
	}
	if n >= 100 {
		out := ones[n/100] + " hundred"
		if n%100 > 0 {
			if and {
				out += " and"
			}
			out += " " + spell(n%100, and)
		}
		return out
	}
	if n < 20 {
		return ones[n]
	}
	if n%10 == 0 {
		return decades[n/10]
	}
	return decades[n/10] + "-" + ones[n%10]
}

// comma writes n in figures with groups of thousands.
func comma(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return comma(n/1000) + fmt.Sprintf(",%03d", n%1000)
}

// A number told in figures or in words, with any bound, is read back.
func TestRendering(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	bounds := map[string]string{"": "exact", "at least ": "at_least", "nearly ": "nearly", "up to ": "at_most", "more than ": "more_than", "about ": "about"}
	for i := range 3000 {
		n := 2 + rng.Intn([]int{20, 100, 1000, 100000, 1e7, 1e13}[i%6])
		for prefix, bound := range bounds {
			for _, form := range []string{comma(n), spell(n, true), spell(n, false)} {
				s := "They counted " + prefix + form + " tents there."
				d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: tokens(s)}
				if err := number.Annotator.Run(d); err != nil {
					t.Fatal(err)
				}
				if len(d.Numbers) != 1 {
					t.Fatalf("%q: %d numbers", s, len(d.Numbers))
				}
				m := d.Numbers[0]
				if m.Value == nil || *m.Value != float64(n) || m.Bound != bound || d.Text[m.Start:m.End] != prefix+form {
					t.Fatalf("%q: read %q as %v %s", s, d.Text[m.Start:m.End], m.Value, m.Bound)
				}
			}
		}
	}
}

// tokens splits at spaces, without the engine: what the rules read must not depend on tags.
func tokens(s string) text.Analysis {
	a := text.Analysis{}
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		if j > i {
			a.Tokens = append(a.Tokens, text.Token{Start: i, End: j, Tag: "NN", Lemma: strings.ToLower(s[i:j]), Head: -1})
		}
		i = j + 1
	}
	if len(a.Tokens) > 0 {
		a.Sentences = []text.Sentence{{Start: 0, End: a.Tokens[len(a.Tokens)-1].End, Last: len(a.Tokens)}}
	}
	return a
}

// Whatever the text, every mention lies in it, in order, with its tokens and its whole.
func check(t *testing.T, d *transform.Document) {
	t.Helper()
	for i, n := range d.Numbers {
		if n.Start < 0 || n.End <= n.Start || n.End > len(d.Text) || n.Sentence < 0 || n.Sentence >= len(d.Sentences) {
			t.Fatalf("number %d: span %v of %d bytes, sentence %d", i, n.Span, len(d.Text), n.Sentence)
		}
		if i > 0 && n.Start < d.Numbers[i-1].Start {
			t.Fatalf("number %d starts before the one before", i)
		}
		if n.NounToken >= len(d.Tokens) || n.VerbToken >= len(d.Tokens) || n.PartOf >= len(d.Numbers) || n.PartOf == i {
			t.Fatalf("number %d: links %d %d %d", i, n.NounToken, n.VerbToken, n.PartOf)
		}
		if n.Low != nil && n.High != nil && *n.Low > *n.High {
			t.Fatalf("number %d: low %v over high %v", i, *n.Low, *n.High)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{
		"Gunmen killed 23 people, including four children, and wounded between 20 and 30 others.",
		"$1.2bn, US$ 3m, 1,234,5678 or 1.2.3; ½ 2½ 5 1/2 half a million",
		"one two three hundred and and a million thousand trillion point five",
		"in 1 in 2 in 3-4-5 (702) 828-3521 15-year-old years old",
		"a\u00a023 \xff\xfe 45% of €",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, engine bool) {
		if len(s) > 4096 {
			s = s[:4096]
		}
		a := tokens(s)
		if engine {
			a = *text.Analyze(s)
		}
		d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: a}
		if err := number.Annotator.Run(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
	})
}

// Time grows with the text, not faster, whatever the text is made of.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"one ", "a hundred and ", "1-", "killed two men and ", "half of a quarter ", "more than "} {
		s := strings.Repeat(unit, 20000)
		a := tokens(s)
		start := time.Now()
		d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: a}
		if err := number.Annotator.Run(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
		if took := time.Since(start); took > 20*time.Second { // a fraction of a second, minutes if it is quadratic
			t.Errorf("%q: %v for %d bytes", unit, took, len(s))
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	s := strings.Repeat("Syrian and Turkish forces on Monday exchanged fire in another deadly clash in northwest Syria, where nearly 700,000 people have fled escalating violence. Five of its soldiers were killed and 12 wounded, the ministry said, adding that the $4.5 million post was hit. ", 20)
	a := text.Analyze(s)
	d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: *a}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		d.Numbers = d.Numbers[:0]
		if err := number.Annotator.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(a.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
