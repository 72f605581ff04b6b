package text

import (
	"iter"
	"strings"
)

// kin are a token's links in the tree, built once per document.
type kin struct {
	child, next int32 // first child; next sibling to the right; -1: none
	first, last int32 // the subtree's tokens, half open
}

// links builds the index at its first use. A document belongs to one goroutine.
func (a *Analysis) links() []kin {
	if len(a.kin) == len(a.Tokens) {
		return a.kin
	}
	a.kin = make([]kin, len(a.Tokens))
	for i := range a.kin {
		a.kin[i] = kin{child: -1, next: -1, first: int32(i), last: int32(i) + 1}
	}
	for i := len(a.Tokens) - 1; i >= 0; i-- {
		if h := a.Tokens[i].Head; h >= 0 {
			a.kin[i].next, a.kin[h].child = a.kin[h].child, int32(i)
		}
	}
	for i := range a.Tokens {
		for h, n := a.Tokens[i].Head, 0; h >= 0 && n < maxDepth; h, n = a.Tokens[h].Head, n+1 {
			if k := &a.kin[h]; int(k.first) <= i && i < int(k.last) {
				continue
			}
			a.kin[h].first, a.kin[h].last = min(a.kin[h].first, int32(i)), max(a.kin[h].last, int32(i)+1)
		}
	}
	return a.kin
}

// maxDepth bounds walks towards the root; real trees are rarely deeper than 20.
const maxDepth = 256

// Children gives the tokens whose head is token i, from left to right.
func (a *Analysis) Children(i int) iter.Seq[int] {
	k := a.links()
	return func(yield func(int) bool) {
		for c := k[i].child; c >= 0; c = k[c].next {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child gives the first child of token i with one of the relations, -1 if there is none.
// A relation without a subtype stands for all its subtypes.
func (a *Analysis) Child(i int, rels ...string) int {
	k := a.links()
	for c := k[i].child; c >= 0; c = k[c].next {
		for _, r := range rels {
			if a.Tokens[c].Is(r) {
				return int(c)
			}
		}
	}
	return -1
}

// Subtree gives the range of tokens, half open, that token i and its descendants span.
func (a *Analysis) Subtree(i int) (first, last int) {
	k := a.links()[i]
	return int(k.first), int(k.last)
}

// Ancestors gives the heads above token i, nearest first.
func (a *Analysis) Ancestors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		n := 0
		for h := a.Tokens[i].Head; h >= 0 && n < maxDepth; h = a.Tokens[h].Head {
			if n++; !yield(h) {
				return
			}
		}
	}
}

// Dominates reports whether token i is token j or above it.
func (a *Analysis) Dominates(i, j int) bool {
	if i == j {
		return true
	}
	for h := range a.Ancestors(j) {
		if h == i {
			return true
		}
	}
	return false
}

// Path gives the way from token i to token j of the same sentence: the tokens from i up
// to where the ways to the root meet, and those from j up to it. Both end with the
// meeting token; ok is false when there is none.
func (a *Analysis) Path(i, j int) (up, down []int, ok bool) {
	if a.Tokens[i].Sentence != a.Tokens[j].Sentence {
		return nil, nil, false
	}
	up, down = append(up, i), append(down, j)
	for !a.Dominates(i, j) {
		if i = a.Tokens[i].Head; i < 0 {
			return nil, nil, false
		}
		up = append(up, i)
	}
	for j != i {
		j = a.Tokens[j].Head
		down = append(down, j)
	}
	return up, down, true
}

// Is reports whether the token's relation is rel or, if rel has no subtype, a subtype of
// it: Is("nsubj") holds for "nsubj:pass".
func (t *Token) Is(rel string) bool {
	return strings.HasPrefix(t.Rel, rel) && (len(t.Rel) == len(rel) || t.Rel[len(rel)] == ':')
}
