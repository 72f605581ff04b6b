// Package truecase gives headlines and datelines in capitals the case of running text, so
// that models trained on running text can read them.
//
// In: the words of a sentence and how the rest of the text writes them. Out: the same
// words, with hashes and shapes as if written in ordinary case. The text keeps its own.
package truecase

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/transform/text/linear"
	"dateline/transform/text/word"
)

// words.bin holds the words that running text writes in lower case (class 0) and the
// acronyms it writes in capitals (class 1), made by `make models`.
//
//go:embed words.bin
var wordsData string

var lexicon = sync.OnceValue(func() *linear.Table {
	t, err := linear.Decode(wordsData)
	if err != nil {
		panic(err)
	}
	return t
})

// Classes of words.bin.
const (
	Lower = iota
	Upper
)

// Feature is the hash under which a word is stored in words.bin, given its lower-case hash.
func Feature(lower uint64) uint64 { return linear.Feature(0, lower) }

// AllCaps says whether a sentence is written in capitals: most of its words of two
// letters or more, and at least two of them.
func AllCaps(words []word.Word) bool {
	upper, all := 0, 0
	for i := range words {
		switch words[i].Case {
		case word.Upper:
			upper++
			all++
		case word.Lower, word.Title, word.Mixed:
			all++
		}
	}
	return upper >= 2 && upper*10 >= all*7
}

// Restore rewrites the words of a sentence in capitals; forms are those of the text's other
// sentences.
func Restore(words []word.Word, forms *word.Forms) {
	var b strings.Builder
	for i := range words {
		b.Grow(2 * len(words[i].Text))
	}
	for i := range words {
		w := &words[i]
		if w.Case != word.Upper && w.Case != word.Initial || strings.IndexByte(w.Text, '.') >= 0 {
			continue
		}
		how := decide(w, forms)
		if how == asIs {
			continue
		}
		from := b.Len()
		recase(&b, w.Text, how == title)
		w.Make(b.String()[from:])
	}
}

type caseOf uint8

const (
	asIs caseOf = iota
	lower
	title
)

func decide(w *word.Word, forms *word.Forms) caseOf {
	f := forms.Get(w.Lower)
	if f.Lower > f.Middle {
		return lower
	}
	row := lexicon().Row(Feature(w.Lower))
	known := len(row) > 0
	switch {
	case known && uint8(row[0]) == Upper && f.Middle == 0:
		return asIs
	case f.Middle > 0:
		return title
	case known:
		return lower
	case w.Case == word.Initial:
		return asIs
	}
	return title
}

// recase writes s in lower case, with a capital first letter (and one after "O'") for a title.
func recase(b *strings.Builder, s string, title bool) {
	up := title
	for i, r := range s {
		if up {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = title && (r == '\'' || r == '’') && i == utf8.RuneLen(firstRune(s)) && i+utf8.RuneLen(r) < len(s)
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
