package word

import (
	"strings"
	"testing"

	"dateline/transform/text/linear"
)

func TestCase(t *testing.T) {
	for _, c := range []struct {
		s     string
		want  Case
		alpha bool
	}{
		{"town", Lower, true}, {"Paris", Title, true}, {"NATO", Upper, true}, {"McDonald", Mixed, true}, {"iPhone", Mixed, true},
		{"J.", Initial, false}, {"A", Initial, true}, {"U.S.", Upper, false}, {"1996", Digits, false}, {"1990s", Lower, false},
		{",", Other, false}, {"'s", Lower, false}, {"Élysée", Title, false}, {"", Other, true}, {"\xff", Other, false},
	} {
		var w Word
		w.Make(c.s)
		if w.Case != c.want || w.Alpha != c.alpha {
			t.Errorf("%q: case %d alpha %v, want %d %v", c.s, w.Case, w.Alpha, c.want, c.alpha)
		}
	}
}

func TestShapesAndParts(t *testing.T) {
	same := func(a, b string) bool {
		var v, w Word
		v.Make(a)
		w.Make(b)
		return v.Shape == w.Shape
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"Paris", "London", true}, {"Paris", "paris", false}, {"1996", "2001", true}, {"U.S.", "U.N.", true}, {"3.5", "35", false}} {
		if same(c.a, c.b) != c.want {
			t.Errorf("%q and %q: same shape %v, want %v", c.a, c.b, !c.want, c.want)
		}
	}
	var w Word
	w.Make("Shelling")
	for k, want := range map[int]string{1: "g", 2: "ng", 3: "ing", 4: "ling"} {
		if w.Suf[k] != linear.Hash(want) {
			t.Errorf("suffix %d is not %q", k, want)
		}
	}
	if w.Pre[3] != linear.Hash("she") || w.Lower != linear.Hash("shelling") || w.Last3 != linear.Hash("ing") || w.First != linear.Hash("S") {
		t.Error("parts of Shelling are wrong")
	}
}

// Prose's normalize, by its code: a hyphen inside, a year, a digit first, lower case.
func TestNormal(t *testing.T) {
	for s, want := range map[string]string{"two-year": "!HYPHEN", "-ish": "-ish", "1996": "!YEAR", "-199": "!YEAR", "1990s": "!DIGITS", "5": "!DIGITS", "Troops": "troops"} {
		var w Word
		w.Make(s)
		if w.Norm != linear.Hash(want) || w.Norm3 != linear.Hash(want[max(0, len(want)-3):]) {
			t.Errorf("%q is not normalised to %q", s, want)
		}
	}
}

func TestForms(t *testing.T) {
	words := func(s string) []Word {
		var out []Word
		for _, f := range strings.Fields(s) {
			out = append(out, Word{})
			out[len(out)-1].Make(f)
		}
		return out
	}
	var f Forms
	for range 2 { // the second text must not see the first
		f.Reset(10)
		f.Count(words("Police met Police Chief Bush near the bush ."))
	}
	for s, want := range map[string][2]uint16{"police": {0, 1}, "bush": {1, 1}, "near": {1, 0}, "absent": {0, 0}} {
		got := f.Get(linear.Hash(s))
		if got.Lower != want[0] || got.Middle != want[1] {
			t.Errorf("%s: %d lower, %d capital, want %v", s, got.Lower, got.Middle, want)
		}
	}
}
