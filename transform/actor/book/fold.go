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
	f := folder{hash: fnvOffset}
	for i := 0; i < len(word); {
		c := word[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '&':
			f.add(c)
		case c >= 'A' && c <= 'Z':
			f.add(c + 'a' - 'A')
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(word[i:])
			f.rune(word[i:i+size], r)
			i += size
			continue
		case c != '-' && c != '\'' && c != '`':
			f.marks = true
		}
		i++
	}
	switch {
	case f.letters:
		return Key(f.hash | 2) // never Skip or Break
	case f.marks || word == "":
		return Break
	}
	return Skip
}

// folder hashes a word's folded bytes.
type folder struct {
	hash    uint64
	letters bool
	marks   bool // one that no name goes on past
}

func (f *folder) add(c byte) {
	f.hash = (f.hash ^ uint64(c)) * fnvPrime
	f.letters = true
}

// rune adds a rune beyond ASCII; s is its bytes.
func (f *folder) rune(s string, r rune) {
	if a, b := special(r); a != 0 {
		f.add(a)
		if b != 0 {
			f.add(b)
		}
		return
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		f.marks = f.marks || !skippable(r)
		return
	}
	d := norm.NFKD.PropertiesString(s).Decomposition()
	if d == nil {
		f.lower(r)
		return
	}
	for len(d) > 0 {
		r, size := utf8.DecodeRune(d)
		d = d[size:]
		if !unicode.Is(unicode.Mn, r) {
			f.lower(r)
		}
	}
}

func (f *folder) lower(r rune) {
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
		f.add(c)
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
