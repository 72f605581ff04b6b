package text

import (
	"reflect"
	"slices"
	"testing"
)

// The rebels who seized the town freed two hostages .
var sample = Analysis{
	Sentences: []Sentence{{First: 0, Last: 10}},
	Tokens: []Token{
		{Head: 1, Rel: "det"}, {Head: 6, Rel: "nsubj"}, {Head: 3, Rel: "nsubj"}, {Head: 1, Rel: "acl:relcl"},
		{Head: 5, Rel: "det"}, {Head: 3, Rel: "obj"}, {Head: -1, Rel: "root"}, {Head: 8, Rel: "nummod"},
		{Head: 6, Rel: "obj"}, {Head: 6, Rel: "punct"},
	},
}

func TestTree(t *testing.T) {
	a := sample
	if got := slices.Collect(a.Children(6)); !reflect.DeepEqual(got, []int{1, 8, 9}) {
		t.Errorf("children of the root: %v", got)
	}
	if got := slices.Collect(a.Children(9)); got != nil {
		t.Errorf("children of the full stop: %v", got)
	}
	for i, want := range map[int][2]int{1: {0, 6}, 3: {2, 6}, 6: {0, 10}, 8: {7, 9}, 9: {9, 10}} {
		if f, l := a.Subtree(i); [2]int{f, l} != want {
			t.Errorf("subtree of %d: %d–%d, want %v", i, f, l, want)
		}
	}
	if got := slices.Collect(a.Ancestors(4)); !reflect.DeepEqual(got, []int{5, 3, 1, 6}) {
		t.Errorf("ancestors: %v", got)
	}
	if !a.Dominates(1, 4) || a.Dominates(8, 4) || !a.Dominates(4, 4) {
		t.Error("Dominates")
	}
	up, down, ok := a.Path(5, 7)
	if !ok || !reflect.DeepEqual(up, []int{5, 3, 1, 6}) || !reflect.DeepEqual(down, []int{7, 8, 6}) {
		t.Errorf("path: %v %v %v", up, down, ok)
	}
	if c := a.Child(1, "acl"); c != 3 {
		t.Errorf("Child(acl) = %d", c)
	}
	if c := a.Child(6, "iobj", "obj"); c != 8 {
		t.Errorf("Child(obj) = %d", c)
	}
	if c := a.Child(6, "nsubj:pass"); c != -1 {
		t.Errorf("Child(nsubj:pass) = %d", c)
	}
}

func TestIs(t *testing.T) {
	for _, c := range []struct {
		rel, want string
		is        bool
	}{{"nsubj:pass", "nsubj", true}, {"nsubj", "nsubj", true}, {"nsubj", "nsubj:pass", false}, {"nmod", "n", false}, {"obj", "obl", false}} {
		if (&Token{Rel: c.rel}).Is(c.want) != c.is {
			t.Errorf("%s is %s: want %v", c.rel, c.want, c.is)
		}
	}
}

func TestAnalyzeGivesTrees(t *testing.T) {
	s := "The army said on Monday that rebels had killed two soldiers.\n\nA headline without a full stop\n\n?!"
	a := Analyze(s)
	for i, sent := range a.Sentences {
		roots := 0
		for j := sent.First; j < sent.Last; j++ {
			tok := a.Tokens[j]
			if tok.Head < 0 {
				roots++
			} else if tok.Head < sent.First || tok.Head >= sent.Last {
				t.Errorf("token %d: head %d is outside sentence %d", j, tok.Head, i)
			}
			if tok.Rel == "" {
				t.Errorf("token %d has no relation", j)
			}
		}
		if roots != 1 {
			t.Errorf("sentence %d has %d roots", i, roots)
		}
	}
}
