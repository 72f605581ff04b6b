package inspect

import (
	"fmt"
	"strings"
	"testing"
)

// draw writes a tree as text: [name …], a further piece of a cut mark as [name+ …].
func draw(nodes []node) string {
	var b strings.Builder
	for _, n := range nodes {
		switch {
		case n.Mark == nil:
			b.WriteString(n.Text)
		case n.Rest:
			fmt.Fprintf(&b, "[%s+ %s]", n.Mark.ID, draw(n.Kids))
		default:
			fmt.Fprintf(&b, "[%s %s]", n.Mark.ID, draw(n.Kids))
		}
	}
	return b.String()
}

func TestNest(t *testing.T) {
	type s struct {
		name             string
		start, end, rank int
	}
	for _, c := range []struct {
		spans []s
		want  string
	}{
		{nil, "0123456789"},
		{[]s{{"a", 2, 4, 0}}, "01[a 23]456789"},
		{[]s{{"a", 0, 10, 0}}, "[a 0123456789]"},
		{[]s{{"b", 5, 7, 0}, {"a", 2, 4, 0}}, "01[a 23]4[b 56]789"},
		{[]s{{"a", 2, 8, 0}, {"b", 3, 5, 0}}, "01[a 2[b 34]567]89"},
		{[]s{{"b", 2, 5, 2}, {"a", 2, 5, 1}}, "01[a [b 234]]56789"},
		{[]s{{"a", 2, 5, 0}, {"b", 4, 8, 0}}, "01[a 23[b 4]][b+ 567]89"},
		{[]s{{"a", 1, 4, 0}, {"b", 2, 6, 0}, {"c", 3, 8, 0}}, "0[a 1[b 2[c 3]]][c+ [b+ 45]67]89"},
		{[]s{{"a", 3, 3, 0}, {"b", 5, 4, 0}}, "0123456789"},
		{[]s{{"a", 8, 40, 0}, {"b", -3, 1, 0}}, "[b 0]1234567[a 89]"},
	} {
		var spans []span
		for _, x := range c.spans {
			spans = append(spans, span{start: x.start, end: x.end, rank: x.rank, mark: &mark{ID: x.name}})
		}
		if got := draw(nest([]rune("0123456789"), 0, 10, spans)); got != c.want {
			t.Errorf("%v: %s, want %s", c.spans, got, c.want)
		}
	}
}

func FuzzNest(f *testing.F) {
	f.Add([]byte{1, 4, 2, 6, 3, 8})
	f.Fuzz(func(t *testing.T, b []byte) {
		text := []rune("“Qaminas” — forces")
		var spans []span
		for i := 0; i+1 < len(b) && i < 40; i += 2 {
			spans = append(spans, span{start: int(b[i]) % 24, end: int(b[i+1]) % 24, rank: i, mark: &mark{ID: fmt.Sprint(i)}})
		}
		var flat func([]node) string
		first := map[string]int{}
		flat = func(nodes []node) string {
			var s strings.Builder
			for _, n := range nodes {
				if n.Mark != nil && !n.Rest {
					first[n.Mark.ID]++
				}
				s.WriteString(n.Text + flat(n.Kids))
			}
			return s.String()
		}
		if got := flat(nest(text, 0, len(text), spans)); got != string(text) {
			t.Errorf("text became %q", got)
		}
		for _, s := range spans {
			want := 0
			if s.start < min(s.end, len(text)) {
				want = 1
			}
			if first[s.mark.ID] != want {
				t.Errorf("span %d-%d begins %d times, want %d", s.start, s.end, first[s.mark.ID], want)
			}
		}
	})
}
