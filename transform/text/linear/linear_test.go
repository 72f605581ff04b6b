package linear

import (
	"fmt"
	"strings"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	b := Builder{Classes: []string{"a", "b", "c"}}
	weight := func(i, c int) int32 { return int32((i*7+c*13)%2001 - 1000) }
	for i := range 5000 {
		for c := range 3 {
			b.Set(Hash(fmt.Sprint("feature ", i)), uint8(c), weight(i, c))
		}
	}
	m, err := Decode(string(b.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(m.Classes, " "); got != "a b c" {
		t.Errorf("classes %q", got)
	}
	for i := range 5000 {
		want := map[uint8]int32{}
		for c := range 3 {
			if w := weight(i, c); w != 0 {
				want[uint8(c)] = w
			}
		}
		row := m.Row(Hash(fmt.Sprint("feature ", i)))
		if len(row) != len(want) {
			t.Fatalf("feature %d: %d entries, want %d", i, len(row), len(want))
		}
		for _, e := range row {
			if e>>8 != want[uint8(e)] {
				t.Fatalf("feature %d class %d: weight %d, want %d", i, uint8(e), e>>8, want[uint8(e)])
			}
		}
	}
	for i := range 20000 {
		if row := m.Row(Hash(fmt.Sprint("unseen ", i))); row != nil {
			t.Fatalf("unseen feature %d has weights", i)
		}
	}
}

func TestSetAddsAndMaxDoesNot(t *testing.T) {
	b := Builder{Classes: []string{"a"}}
	b.Set(1<<30, 0, 2)
	b.Set(1<<30, 0, 3)
	b.Max(2<<30, 0, 1)
	b.Max(2<<30, 0, 1)
	b.Set(3<<30, 0, 5)
	b.Set(3<<30, 0, -5)
	m, err := Decode(string(b.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Row(1 << 30)[0] >> 8; got != 5 {
		t.Errorf("sum %d, want 5", got)
	}
	if got := m.Row(2 << 30)[0] >> 8; got != 1 {
		t.Errorf("max %d, want 1", got)
	}
	if row := m.Row(3 << 30); row != nil {
		t.Errorf("a feature without weight is kept: %v", row)
	}
	if got := m.Len(); got != 2 {
		t.Errorf("%d features, want 2", got)
	}
}

func TestFilter(t *testing.T) {
	for _, n := range []int{1, 7, 8, 5000} {
		f := NewFilter(n)
		for i := range n {
			f.Add(Hash(fmt.Sprint("member ", i)))
		}
		for i := range n {
			if !f.May(Hash(fmt.Sprint("member ", i))) {
				t.Fatalf("member %d of %d is not in the set", i, n)
			}
		}
		strangers := 0
		for i := range 10000 {
			if f.May(Hash(fmt.Sprint("stranger ", i))) {
				strangers++
			}
		}
		if strangers > 2500 {
			t.Errorf("%d of 10,000 strangers pass among %d", strangers, n)
		}
	}
	var none Filter
	if !none.May(1) {
		t.Error("a filter without a set is sure of something")
	}
}

func TestDecodeRefusesOtherFiles(t *testing.T) {
	for _, s := range []string{"", "DLM", "PK\x03\x04 something else"} {
		if _, err := Decode(s); err == nil {
			t.Errorf("%q: no error", s)
		}
	}
}

func FuzzHashLower(f *testing.F) {
	for _, s := range []string{"", "The", "ÉCOLE", "\xff\xff's", "İstanbul", "a long word of more than sixty-four bytes, so that it leaves the buffer on the stack"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if HashLower(s) != Hash(strings.ToLower(s)) {
			t.Errorf("%q: HashLower differs from Hash of %q", s, strings.ToLower(s))
		}
		if HashBytes([]byte(s)) != Hash(s) {
			t.Errorf("%q: HashBytes differs from Hash", s)
		}
	})
}
