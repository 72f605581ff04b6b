package text

import (
	"unicode"
	"unicode/utf8"
)

// piece is a token before anything is known of it but its characters.
type piece struct {
	start, end int
	kind       kind
	space      bool // white space stands before it
	para       bool // a blank line stands before it
}

// kind says what the sentence splitter has to know of a piece.
type kind uint8

const (
	plain  kind = iota // words, numbers, marks that end nothing
	stop               // . ! ? … as tokens of their own
	title              // abbreviation that never ends a sentence: "Gen.", "No."
	abbr               // abbreviation that may: "U.S.", "Inc.", "a.m."
	opener             // ( [ “ and straight quotes after white space
	closer             // ) ] ” and straight quotes before it
	dash
)

// class is the class of a character.
type class uint8

const (
	mark class = iota
	letter
	digit
	blank
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsNumber(r):
		return digit
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff':
		return blank
	}
	return mark
}

var asciiClass = func() (t [128]class) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
			t[c] = letter
		case c >= '0' && c <= '9':
			t[c] = digit
		case c <= ' ' || c == 0x7f:
			t[c] = blank
		}
	}
	return t
}()

// scanner cuts a text into pieces, in one pass: every step moves on by at least one byte,
// and what looks ahead (an address, a web link) consumes what it has seen.
type scanner struct {
	s       string
	pieces  []piece
	space   bool
	para    bool
	at      int // position of the first '@' of the current chunk; -1 none
	notMail int // no mail address begins at or before this position
}

// scan appends the pieces of s to dst.
func scan(dst []piece, s string) []piece {
	z := scanner{s: s, pieces: dst, para: true, notMail: -1}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if classOf(r) == blank {
			i = z.blanks(i)
			continue
		}
		e := i + n
		z.at = -1
		for e < len(s) {
			r, n = utf8.DecodeRuneInString(s[e:])
			if classOf(r) == blank {
				break
			}
			if r == '@' && z.at < 0 {
				z.at = e
			}
			e += n
		}
		z.chunk(i, e)
		i = e
	}
	return z.pieces
}

// blanks skips white space and notes a blank line.
func (z *scanner) blanks(i int) int {
	lines := 0
	for i < len(z.s) {
		r, n := utf8.DecodeRuneInString(z.s[i:])
		if classOf(r) != blank {
			break
		}
		if r == '\n' || r == '\u2029' {
			lines++
		}
		i += n
	}
	z.space = true
	if lines > 1 {
		z.para = true
	}
	return i
}

// add appends the piece s[i:j].
func (z *scanner) add(i, j int, k kind) {
	z.pieces = append(z.pieces, piece{start: i, end: j, kind: k, space: z.space, para: z.para})
	z.space, z.para = false, false
}

// chunk cuts a run s[i:e] without white space.
func (z *scanner) chunk(i, e int) {
	if j := emoticon(z.s[i:e]); j > 0 {
		z.add(i, i+j, plain)
		i += j
	}
	for i < e {
		if j := z.link(i, e); j > i {
			z.add(i, j, plain)
			i = j
			continue
		}
		r, n := utf8.DecodeRuneInString(z.s[i:e])
		switch classOf(r) {
		case letter, digit:
			i = z.word(i, e)
		default:
			i = z.mark(i, e, r, n)
		}
	}
}

// mark cuts a token that begins with the mark r of n bytes.
func (z *scanner) mark(i, e int, r rune, n int) int {
	s := z.s
	next, _ := utf8.DecodeRuneInString(s[i+n : e])
	nextClass := classOf(next)
	if i+n == e {
		nextClass = blank
	}
	switch r {
	case '(', '[', '{', '“', '‘', '«', '„':
		z.add(i, i+n, opener)
		return i + n
	case ')', ']', '}', '”', '»':
		z.add(i, i+n, closer)
		return i + n
	case '\'', '’':
		return z.apostrophe(i, e, n)
	case '"':
		k := closer
		if z.space || z.para || len(z.pieces) > 0 && z.pieces[len(z.pieces)-1].kind == opener {
			k = opener
		}
		z.add(i, i+n, k)
		return i + n
	case '.':
		if nextClass == digit && (z.space || z.para || n == 1 && i == 0) {
			return z.word(i, e) // ".265"
		}
	case '#', '@':
		if nextClass == letter {
			return z.handle(i, e)
		}
	case '+':
		if nextClass == digit && (z.space || z.para) {
			return z.word(i, e)
		}
	}
	j := i + n
	for j < e { // a run of one mark is one token: "...", "--", "!!"
		q, m := utf8.DecodeRuneInString(s[j:e])
		if q != r && !(isStop(r) && isStop(q)) || m != n && q == utf8.RuneError {
			break
		}
		j += m
	}
	k := plain
	switch {
	case isStop(r):
		k = stop
	case r == '-' || r == '–' || r == '—' || r == '―':
		k = dash
	}
	z.add(i, j, k)
	return j
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// apostrophe cuts what begins with one: a clitic, a shortened year, a quote.
func (z *scanner) apostrophe(i, e, n int) int {
	s := z.s
	if !z.space && !z.para {
		if j := clitic(s, i, e, n); j > 0 {
			z.add(i, j, plain)
			return j
		}
	}
	if i+n+1 < e && s[i+n:min(i+2*n, e)] == s[i:i+n] { // '' for a double quote
		z.add(i, i+2*n, closer)
		return i + 2*n
	}
	if j := i + n; j+2 < e+1 && j+2 <= e && asciiAt(s, j) == digit && asciiAt(s, j+1) == digit {
		return z.word(i, e) // '90s
	}
	k := closer
	if z.space || z.para || len(z.pieces) > 0 && z.pieces[len(z.pieces)-1].kind == opener {
		k = opener
	}
	z.add(i, i+n, k)
	return i + n
}

// asciiAt is the class of byte i of s; of a byte beyond ASCII it is letter.
func asciiAt(s string, i int) class {
	if i >= len(s) {
		return blank
	}
	if s[i] >= utf8.RuneSelf {
		return letter
	}
	return asciiClass[s[i]]
}

// handle cuts "#topic" or "@name".
func (z *scanner) handle(i, e int) int {
	j := i + 1
	for j < e && (asciiAt(z.s, j) == letter || asciiAt(z.s, j) == digit) {
		j++
	}
	j = trimRune(z.s, i, j)
	z.add(i, j, plain)
	return j
}

// trimRune moves j back to the end of the last whole word character before it.
func trimRune(s string, i, j int) int {
	for k := i; k < j; {
		r, n := utf8.DecodeRuneInString(s[k:])
		if k > i && classOf(r) != letter && classOf(r) != digit {
			return k
		}
		k += n
	}
	return j
}
