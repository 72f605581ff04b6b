package text

import "dateline/transform/text/word"

// Captions say where people stand: "Joe Biden, left, shakes hands with Ahmet Davutoglu,
// second from right, in Istanbul", "From left, Angela Merkel and Alexis Tsipras chat".
// Tagger and parser read their sentences without these asides.

// sideWords make an aside; others may stand in one.
var sideWords = map[string]bool{"left": true, "right": true, "center": true, "centre": true, "foreground": true, "background": true}

var asideWords = map[string]bool{
	"second": true, "third": true, "fourth": true, "from": true, "far": true, "the": true, "top": true, "bottom": true, "front": true, "back": true, "at": true,
	"in": true, "on": true, "hidden": true, "seated": true, "standing": true, "2nd": true, "3rd": true, "4th": true,
}

// asideLongest is how many words an aside has at most.
const asideLongest = 4

// asides marks in skip the words of a sentence that stand in asides, their commas
// included; it is nil without any.
func asides(words []word.Word) (skip []bool) {
	for i := range words {
		w := words[i].Text
		if (w == "left" || w == "right" || w == "center" || w == "centre" || w == "foreground" || w == "background") && i > 0 {
			if first, last := aside(words, i); first >= 0 {
				if skip == nil {
					skip = make([]bool, len(words))
				}
				for k := first; k < last; k++ {
					skip[k] = true
				}
			}
		}
	}
	return skip
}

// aside is the range of words of the aside around word i, first -1 if there is none.
func aside(words []word.Word, i int) (first, last int) {
	first, last = i, i+1
	for first > 0 && i-first < asideLongest && (asideWords[words[first-1].Text] || sideWords[words[first-1].Text]) {
		first--
	}
	for last < len(words) && last-i < asideLongest && (asideWords[words[last].Text] || sideWords[words[last].Text]) {
		last++
	}
	if last >= len(words) || words[last].Text != "," {
		return -1, 0
	}
	switch {
	case first == 1 && (words[0].Text == "From" || words[0].Text == "Pictured"):
		first = 0
	case first < 2 || words[first-1].Text != "," || words[first-2].Case != word.Title && words[first-2].Case != word.Mixed:
		return -1, 0
	default:
		first--
	}
	return first, last + 1
}

// without are the words that skip does not mark, with their places in the sentence.
func without(words []word.Word, skip []bool) (kept []word.Word, at []int) {
	for i := range words {
		if !skip[i] {
			kept, at = append(kept, words[i]), append(at, i)
		}
	}
	return kept, at
}

// hang attaches the tokens that skip marks to the one before them, else the one behind.
func hang(toks []Token, skip []bool, first int) {
	for i := range toks {
		if !skip[i] {
			continue
		}
		h := i - 1
		for h >= 0 && skip[h] {
			h--
		}
		if h < 0 {
			for h = i + 1; h < len(toks)-1 && skip[h]; {
				h++
			}
		}
		toks[i].Head, toks[i].Rel = first+h, "dep"
		if toks[i].Tag == "," {
			toks[i].Rel = "punct"
		}
	}
}
