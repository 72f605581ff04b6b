package inspect

import (
	"cmp"
	"slices"
)

// span is a stretch of an article's characters that is to be marked.
type span struct {
	start, end int // code points, half open
	rank       int // of spans over the same characters the lower one is outside
	mark       *mark
	rest       bool // not the first piece of its mark
}

// node is a stretch of text, or a mark around nodes.
type node struct {
	Text string
	Mark *mark
	Rest bool // a further piece of a mark that another one cuts in two
	Kids []node
}

// nest turns characters and spans into a tree. A span that begins inside another and ends
// behind it is cut in two there, for elements cannot overlap.
func nest(text []rune, from, to int, spans []span) []node {
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, outerFirst)
	var out []node
	for len(spans) > 0 {
		s := spans[0]
		s.start, s.end = max(s.start, from), min(s.end, to)
		if s.start >= s.end {
			spans = spans[1:]
			continue
		}
		var inner, behind []span
		n := 1
		for ; n < len(spans) && spans[n].start < s.end; n++ {
			in := spans[n]
			if in.end > s.end {
				behind = append(behind, span{s.end, in.end, in.rank, in.mark, true})
				in.end = s.end
			}
			inner = append(inner, in)
		}
		if from < s.start {
			out = append(out, node{Text: string(text[from:s.start])})
		}
		out = append(out, node{Mark: s.mark, Rest: s.rest, Kids: nest(text, s.start, s.end, inner)})
		from, spans = s.end, spans[n:]
		if len(behind) > 0 {
			spans = append(behind, spans...)
			slices.SortStableFunc(spans, outerFirst)
		}
	}
	if from < to {
		out = append(out, node{Text: string(text[from:to])})
	}
	return out
}

func outerFirst(a, b span) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.rank, b.rank))
}
