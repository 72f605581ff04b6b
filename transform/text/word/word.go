// Package word computes once, for each token, what every model wants to know of its
// characters: hashes of the word, its parts and its shape.
package word

import (
	"unicode"
	"unicode/utf8"

	"dateline/transform/text/linear"
)

// Word is a token as the models see it.
type Word struct {
	Text  string
	Exact uint64 // hash of Text
	Lower uint64 // hash of Text in lower case
	Norm  uint64 // hash of Text as prose's tagger normalises it
	Suf   [5]uint64
	Pre   [5]uint64 // hashes of the first and last 1 to 4 bytes, lower case; index 0 unused
	Last3 uint64    // hash of the last 3 bytes as they stand
	Norm3 uint64    // hash of the last 3 bytes of what Norm stands for
	First uint64    // hash of the first byte, as a rune
	Shape uint64    // "Xx", "X.X.", "d-d": runs cut to two
	Case  Case
	Alpha bool // nothing but ASCII letters
}

// Case is how a word is written.
type Case uint8

const (
	Other Case = iota
	Lower
	Title // first letter a capital, the rest lower case
	Upper // two letters or more, all capitals
	Mixed
	Initial // one capital, with or without a dot
	Digits
)

// hashes of prose's classes of words
var (
	normHyphen, normHyphen3 = linear.Hash("!HYPHEN"), linear.Hash("HEN")
	normYear, normYear3     = linear.Hash("!YEAR"), linear.Hash("EAR")
	normDigits, normDigits3 = linear.Hash("!DIGITS"), linear.Hash("ITS")
)

// Make fills w for the token s.
func (w *Word) Make(s string) {
	w.Text = s
	w.Exact = linear.Hash(s)
	var buf [64]byte
	lower := linear.AppendLower(buf[:0], s)
	w.Lower = linear.HashBytes(lower)
	n := len(lower)
	for k := 1; k <= 4; k++ {
		m := min(k, n)
		w.Suf[k] = linear.HashBytes(lower[n-m:])
		w.Pre[k] = linear.HashBytes(lower[:m])
	}
	w.Last3 = w.Suf[3]
	if n := len(s); n > 0 {
		w.Last3 = linear.Hash(s[n-min(3, n):])
		w.First = firstHash[s[0]]
	}
	w.Norm, w.Norm3 = w.normal(s)
	w.shape(s)
}

// firstHash holds the hashes of string(rune(b)) for every byte b.
var firstHash = func() (t [256]uint64) {
	for b := range t {
		t[b] = linear.Hash(string(rune(b)))
	}
	return t
}()

// normal is the hash of prose's normalize(s) and of its last three bytes.
func (w *Word) normal(s string) (whole, last3 uint64) {
	if s == "" {
		return w.Lower, w.Suf[3]
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '-' && s[0] != '-' {
			return normHyphen, normHyphen3
		}
	}
	if len(s) == 4 && isInt(s) {
		return normYear, normYear3
	}
	if s[0] >= '0' && s[0] <= '9' {
		return normDigits, normDigits3
	}
	return w.Lower, w.Suf[3]
}

// isInt says whether strconv.Atoi accepts a short s.
func isInt(s string) bool {
	if len(s) > 1 && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// shape sets Shape and Case.
func (w *Word) shape(s string) {
	var buf [16]byte
	out := buf[:0]
	upper, lower, digits, others := 0, 0, 0, 0
	first := byte(0)
	for _, r := range s {
		c := byte('.')
		switch {
		case r < utf8.RuneSelf && r >= 'a' && r <= 'z':
			c = 'x'
		case r < utf8.RuneSelf && r >= 'A' && r <= 'Z':
			c = 'X'
		case r < utf8.RuneSelf && r >= '0' && r <= '9':
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r), unicode.IsMark(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		}
		switch c {
		case 'x':
			lower++
		case 'X':
			upper++
		case 'd':
			digits++
		default:
			others++
		}
		if first == 0 {
			first = c
		}
		if n := len(out); n < cap(buf) && (n < 2 || out[n-1] != c || out[n-2] != c) {
			out = append(out, c)
		}
	}
	w.Shape = linear.HashBytes(out)
	w.Alpha = digits+others == 0 && upper+lower == len(s)
	letters := upper + lower
	switch {
	case letters == 0 && digits > 0:
		w.Case = Digits
	case letters == 0:
		w.Case = Other
	case upper == 0:
		w.Case = Lower
	case upper == 1 && letters == 1 && digits == 0 && others <= 1:
		w.Case = Initial
	case lower == 0:
		w.Case = Upper
	case first == 'X' && upper == 1:
		w.Case = Title
	default:
		w.Case = Mixed
	}
}
