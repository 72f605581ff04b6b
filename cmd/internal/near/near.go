// Package near finds the known word that a mistyped one was meant to be.
package near

import "strings"

// Of is the word of known that is closest to word, or "" where none is close: no more
// than a third of its characters may be wrong, left out, added or swapped, or it is the
// beginning of one. Of equals it is the one with the longer common beginning.
func Of(word string, known []string) string {
	best, least, share := "", (len([]rune(word))+2)/3, -1
	for _, k := range known {
		d, s := distance([]rune(word), []rune(k)), common(word, k)
		if d < least || d == least && s > share {
			best, least, share = k, d, s
		}
	}
	for _, k := range known {
		if best == "" && len(word) > 2 && strings.HasPrefix(k, word) {
			best = k
		}
	}
	return best
}

// common is how many bytes a and b begin with in common.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// distance is how many single characters make b of a, where a swap of neighbours counts
// once.
func distance(a, b []rune) int {
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
