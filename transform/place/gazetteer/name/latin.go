package name

import (
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// undecomposed are the Latin letters that NFKD leaves whole.
var undecomposed = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ð': "d", 'þ': "th", 'đ': "d", 'ħ': "h", 'ı': "i", 'ĸ': "k", 'ł': "l",
	'ŋ': "n", 'ŧ': "t", 'ə': "a", 'ɨ': "i", 'ƀ': "b", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ɛ': "e", 'ɔ': "o", 'ŉ': "n",
}

const latinFrom, latinTo = 0xC0, 0x1F00

// letters maps the marked letters of the Latin blocks to plain ones.
var letters = sync.OnceValue(func() *[latinTo - latinFrom]string {
	var t [latinTo - latinFrom]string
	for r := rune(latinFrom); r < latinTo; r++ {
		if !unicode.Is(unicode.Latin, r) {
			continue
		}
		l := unicode.ToLower(r)
		if s, ok := undecomposed[l]; ok {
			t[r-latinFrom] = s
			continue
		}
		b := norm.NFKD.String(string(l))
		if c := b[0]; 'a' <= c && c <= 'z' {
			t[r-latinFrom] = string(c)
		}
	}
	return &t
})

// latin gives the plain letters of a marked Latin letter; "" for anything else.
func latin(r rune) string {
	if r < latinFrom || r >= latinTo {
		return ""
	}
	return letters()[r-latinFrom]
}
