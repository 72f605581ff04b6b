package book

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key is the hash of one folded word.
type Key uint64

// Keys of tokens that are no words.
const (
	Skip  Key = 0 // a hyphen or an apostrophe inside a name: read over
	Break Key = 1 // any other mark: no name goes on past it
)

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// special are letters that have no decomposition.
func special(r rune) (a, b byte) {
	switch r {
	case 'ø', 'Ø':
		return 'o', 0
	case 'ł', 'Ł':
		return 'l', 0
	case 'đ', 'Đ', 'ð', 'Ð':
		return 'd', 0
	case 'ı':
		return 'i', 0
	case 'ə', 'Ə':
		return 'a', 0
	case 'ß':
		return 's', 's'
	case 'æ', 'Æ':
		return 'a', 'e'
	case 'œ', 'Œ':
		return 'o', 'e'
	case 'þ', 'Þ':
		return 't', 'h'
	}
	return 0, 0
}

// KeyOf folds a word (lower case, no diacritics, apostrophes, full stops) and hashes it.
// It does not allocate.
func KeyOf(word string) Key {
	h := uint64(fnvOffset)
	n := 0
	add := func(c byte) { h = (h ^ uint64(c)) * fnvPrime; n++ }
	marks, dots := false, false
	for i := 0; i < len(word); {
		c := word[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			add(c)
			i++
		case c >= 'A' && c <= 'Z':
			add(c + 'a' - 'A')
			i++
		case c == '&':
			add('&')
			i++
		case c < utf8.RuneSelf:
			dots = dots || c == '.'
			marks = marks || c != '-' && c != '\'' && c != '`' && c != '.'
			i++
		default:
			r, size := utf8.DecodeRuneInString(word[i:])
			if a, b := special(r); a != 0 {
				add(a)
				if b != 0 {
					add(b)
				}
			} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
				foldRune(word[i:i+size], r, add)
			} else {
				marks = marks || !skippable(r)
			}
			i += size
		}
	}
	if n == 0 {
		if marks || dots || len(word) == 0 {
			return Break
		}
		return Skip
	}
	return Key(h | 2) // never Skip or Break
}

func foldRune(s string, r rune, add func(byte)) {
	d := norm.NFKD.PropertiesString(s).Decomposition()
	if d == nil {
		var buf [utf8.UTFMax]byte
		for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
			add(c)
		}
		return
	}
	for len(d) > 0 {
		r, size := utf8.DecodeRune(d)
		d = d[size:]
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		var buf [utf8.UTFMax]byte
		for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
			add(c)
		}
	}
}

// skippable are the marks that stand for ayn, hamza, an apostrophe or a hyphen.
func skippable(r rune) bool {
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '‐', '‑':
		return true
	}
	return unicode.Is(unicode.Mn, r)
}

// join adds a word to the hash of the words before it.
func join(h uint64, k Key) uint64 {
	h ^= uint64(k)
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}
