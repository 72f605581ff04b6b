// Package near finds the known word that a mistyped one was meant to be.
package near

import "strings"

// Of is the word of known that is closest to word, or "" where none is close: no more
// than a third of its characters may be wrong, left out, added or swapped, or it is the
// beginning of one. Of equals it is the first.
func Of(word string, known []string) string {
	best, least := "", len([]rune(word))/3+1
	for _, k := range known {
		if d := distance([]rune(word), []rune(k)); d < least || d == least && best == "" && d <= 2 {
			best, least = k, d
		}
	}
	for _, k := range known {
		if best == "" && len(word) > 2 && strings.HasPrefix(k, word) {
			best = k
		}
	}
	return best
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
