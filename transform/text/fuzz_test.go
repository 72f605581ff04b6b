package text

import (
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// check holds what must be true of any analysis of any bytes.
func check(t *testing.T, s string, a *Analysis) {
	t.Helper()
	end := 0
	for i, k := range a.Tokens {
		if k.Start < end || k.End <= k.Start || k.End > len(s) {
			t.Fatalf("%q: token %d is %d..%d after %d", s, i, k.Start, k.End, end)
		}
		for j, r := range s[end:k.Start] {
			if classOf(r) != blank {
				t.Fatalf("%q: byte %d is in no token", s, end+j)
			}
		}
		for _, r := range s[k.Start:k.End] {
			if classOf(r) == blank {
				t.Fatalf("%q: token %q holds white space", s, s[k.Start:k.End])
			}
		}
		if !utf8.ValidString(s[k.Start:k.End]) && utf8.ValidString(s) {
			t.Fatalf("%q: token %d cuts a character", s, i)
		}
		end = k.End
	}
	for j, r := range s[end:] {
		if classOf(r) != blank {
			t.Fatalf("%q: byte %d is in no token", s, end+j)
		}
	}
	last := 0
	for i, q := range a.Sentences {
		if q.First != last || q.Last <= q.First || q.Start != a.Tokens[q.First].Start || q.End != a.Tokens[q.Last-1].End {
			t.Fatalf("%q: sentence %d is %+v", s, i, q)
		}
		prev := ""
		for j := q.First; j < q.Last; j++ {
			k := &a.Tokens[j]
			if k.Sentence != i {
				t.Fatalf("%q: token %d says sentence %d, is in %d", s, j, k.Sentence, i)
			}
			if kind, inside := strings.CutPrefix(k.Entity, "I-"); inside && prev != "B-"+kind && prev != "I-"+kind {
				t.Fatalf("%q: label %s after %q", s, k.Entity, prev)
			}
			prev = k.Entity
		}
		last = q.Last
	}
	if last != len(a.Tokens) {
		t.Fatalf("%q: %d of %d tokens are in sentences", s, last, len(a.Tokens))
	}
}

var seeds = []string{
	"", " ", "\n\n", "\xff\xff's", "\"\"\"\"", "'''", "....", "((((", "’’’s", "n't", "'t", "don't can't won’t", "a.b.c.d", "U.S.", "@@@", "a@b", "http://", "#", "$", "1,000.5%", "10-12/13:14",
	"Troops shelled the northern town on Monday, killing at least 12 people. Gen. Smith didn't say more.",
	"BEIRUT, Feb. 10 (AFP) - The U.N. said\n\n“We go,” he said. ‘No!’ Smith asked.", "司空图 谿山琴况", "e\u0301cole İstanbul ǅ", "\u2028\u2029\u00a0\u200b", "O'Reilly's two-year-old re-elected co-", "-a", "a-", "'90s 90's", "\x00\x01", "I.= x@y.z.", "No. no. 5", "1. 2. a) (b)",
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		a := Analyze(s)
		check(t, s, a)
		b := Tokenize(s)
		if len(a.Tokens) != len(b.Tokens) || len(a.Sentences) != len(b.Sentences) {
			t.Fatalf("%q: Tokenize differs from Analyze", s)
		}
	})
}

func TestAnyBytes(t *testing.T) {
	for _, a := range seeds {
		for _, b := range seeds {
			s := a + b
			check(t, s, Analyze(s))
		}
	}
}

// Runs of one character are where tokenisers turn quadratic: sixteen times the text would
// then take 256 times the time. The bound is wide, for busy machines.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	var p []piece
	count := 0
	measure := func(s string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			p = scan(p[:0], s)
			sentences(s, p, func(first, last int) { count += last - first })
			best = min(best, time.Since(start))
		}
		return best
	}
	measure(strings.Repeat("(", 1<<20)) // make room
	for _, unit := range []string{"a", "A", "1", ".", "'", "’", "\"", "(", "-", "@", "#", ":", "$", "\xff", "é", "中", " ", "\n", "a.", "A. ", "a@", "n't", "1,", "1-", "http://", "“", "U.S. ", "!?", "a/", "a-", "'s"} {
		const n = 1 << 16
		short, long := measure(strings.Repeat(unit, n/len(unit))), measure(strings.Repeat(unit, 16*n/len(unit)))
		if long > 80*short+200*time.Millisecond {
			t.Errorf("run of %q: %v for %d bytes, %v for sixteen times as many", unit, short, n, long)
		}
	}
}

func TestMegabyteRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, s := range []string{strings.Repeat("a", 1<<20), strings.Repeat(".", 1<<20), strings.Repeat("\xff", 1<<20), strings.Repeat("A ", 1<<15)} {
		check(t, s, Analyze(s))
	}
}

func TestConcurrentUse(t *testing.T) {
	text := strings.Join(seeds, " ") + "\n\nMaria Lopez met John Smith of the Northern Bank in Berlin. Lopez left."
	want := Analyze(text)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				got := Analyze(text)
				for i := range want.Tokens {
					if got.Tokens[i] != want.Tokens[i] {
						t.Errorf("token %d: %+v, alone %+v", i, got.Tokens[i], want.Tokens[i])
						return
					}
				}
			}
		})
	}
	wg.Wait()
}

// After the first texts, tokens, tags and entities of a text take a handful of
// allocations, however many words it has.
func TestAllocations(t *testing.T) {
	text := strings.Repeat("Troops from France shelled the northern town near Baghdad on Monday, the ministry said. ", 50)
	w := new(work)
	w.entities(w.tagged(text))
	runtime.GC()
	tokens := len(w.pieces)
	n := testing.AllocsPerRun(10, func() { w.entities(w.tagged(text)) })
	if n > float64(tokens)/20 {
		t.Errorf("%.0f allocations for %d tokens", n, tokens)
	}
}
