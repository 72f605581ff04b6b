package date

import (
	"unicode"
	"unicode/utf8"

	"dateline/transform/text"
	"dateline/transform/text/linear"
)

// atom is the smallest piece a pattern can match. Atoms are finer than the engine's
// tokens ("third-quarter", "5pm", "1998-99" fall apart) and do not depend on how it
// splits; tok leads back to it for tags.
type atom struct {
	start, end int32
	tok        int32 // token that holds start; -1 none
	set        classSet
	word       *word // nil for what the lexicon does not know
	n          int32 // value of a number, year, clock …
	glued      bool  // no space before
	upper      bool  // starts with a capital
	half       bool  // and a half
	digits     int8  // how many, for a number
}

// value is what the atom stands for as class c.
func (a *atom) value(c class) int {
	if a.word != nil {
		return int(a.word.val[c])
	}
	return int(a.n)
}

// lex makes the atoms of a text. A line break is an atom that nothing matches.
func (g *compiled) lex(s string, tokens []text.Token) []atom {
	tok, end := 0, len(s)
	dst := make([]atom, 0, len(tokens)+len(tokens)/8)
	for i := 0; i < end; {
		c := s[i]
		if c == ' ' || c == '\n' || c == '\t' {
			if c == '\n' {
				dst = append(dst, atom{start: int32(i), end: int32(i + 1), tok: -1, word: g.paragraph})
			}
			i++
			continue
		}
		for tok < len(tokens) && tokens[tok].End <= i {
			tok++
		}
		a := atom{start: int32(i), tok: -1, glued: i > 0 && s[i-1] != ' ' && s[i-1] != '\n'}
		if tok < len(tokens) && tokens[tok].Start <= i {
			a.tok = int32(tok)
		}
		switch {
		case c >= '0' && c <= '9':
			i = g.lexNumber(&a, s, i, end)
		case isLetter(c) || c >= utf8.RuneSelf:
			i = g.lexWord(&a, s, i, end)
		case c == '\'':
			i = g.lexQuote(&a, s, i, end)
		default:
			i++
			a.word = g.punct[c]
		}
		a.end = int32(i)
		if a.word != nil {
			a.set |= a.word.set
		}
		dst = append(dst, a)
	}
	return dst
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// lexWord reads a run of letters, or one other rune; dashes become a hyphen and curly
// quotes a straight one.
func (g *compiled) lexWord(a *atom, s string, i, end int) int {
	start := i
	var buf [16]byte
	n := 0
	a.upper = s[i] >= 'A' && s[i] <= 'Z'
	for i < end && (isLetter(s[i]) || s[i] >= utf8.RuneSelf) {
		if s[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:end])
			if i == start && !unicode.IsLetter(r) {
				switch r {
				case '–', '—', '‐', '‑':
					a.word = g.punct['-']
				case '’', '‘':
					return g.lexQuote(a, s, i, end)
				}
				return i + size
			}
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			i += size
			n = len(buf) + 1
			continue
		}
		if n < len(buf) {
			buf[n] = s[i] | 0x20
		}
		n++
		i++
	}
	if n > len(buf) {
		return i
	}
	// a.m. and p.m. in all their forms
	if n == 1 && (buf[0] == 'a' || buf[0] == 'p') && i+1 < end && s[i] == '.' && s[i+1]|0x20 == 'm' && (i+2 >= end || !isLetter(s[i+2])) {
		a.word = g.vocab["a.m."]
		if buf[0] == 'p' {
			a.word = g.vocab["p.m."]
		}
		if i += 2; i < end && s[i] == '.' {
			i++
		}
		return i
	}
	if g.known.May(linear.HashBytes(buf[:n])) {
		a.word = g.vocab[string(buf[:n])]
	}
	if a.word != nil && a.word.set.has(cAbbrev) && i < end && s[i] == '.' {
		i++
	}
	return i
}

// lexQuote reads 's, '98 and '80s, or a bare quote.
func (g *compiled) lexQuote(a *atom, s string, i, end int) int {
	if s[i] == '\'' {
		i++
	} else {
		i += len("’")
	}
	if i < end && s[i]|0x20 == 's' && a.glued && (i+1 >= end || !isLetter(s[i+1])) {
		a.word = g.vocab["'s"]
		return i + 1
	}
	if i+1 < end && isDigit(s[i]) && isDigit(s[i+1]) && !a.glued {
		y := 1900 + int32(s[i]-'0')*10 + int32(s[i+1]-'0')
		switch {
		case i+2 < end && s[i+2] == 's' && s[i+1] == '0':
			a.set, a.n = 1<<cDecade, y
			return i + 3
		case i+2 >= end || !isDigit(s[i+2]) && !isLetter(s[i+2]):
			if y < 1930 {
				y += 100
			}
			a.set, a.n = 1<<cYear, y
			return i + 2
		}
	}
	a.word = g.punct['\'']
	return i
}

// lexNumber reads a number and what grows on it: 1,000 10:35 5pm 20th 1990s 2011-03-05 3/5/2011.
func (g *compiled) lexNumber(a *atom, s string, i, end int) int {
	start := i
	n, digits := scanInt(s, i, end)
	i += digits
	a.n, a.digits = int32(min(n, 1<<30)), int8(min(digits, 100))
	if e, y, m, d := scanDate(s, start, end, n, digits); e > 0 {
		a.set, a.n = 1<<cISO, int32(y*10000+m*100+d)
		return e
	}
	next := func(k int) byte {
		if i+k < end {
			return s[i+k]
		}
		return 0
	}
	switch c := next(0); {
	case (c == ':' || c == '.' && digits <= 2) && digits <= 2 && n < 24 && isDigit(next(1)) && isDigit(next(2)) && !isDigit(next(3)):
		m, _ := scanInt(s, i+1, i+3)
		if m < 60 && (c == ':' || next(3) == 'a' || next(3) == 'p' || next(3) == ' ' && (next(4) == 'a' || next(4) == 'p') && (next(5) == '.' || next(5) == 'm')) {
			a.set, a.n = 1<<cClock, int32(n*60+m)
			if c == ':' && next(3) == ':' && isDigit(next(4)) && isDigit(next(5)) {
				return i + 6
			}
			return i + 3
		}
		return skipNumber(s, i, end)
	case c == ',' && isDigit(next(1)) && isDigit(next(2)) && isDigit(next(3)) && !isDigit(next(4)):
		v, _ := scanInt(s, i+1, i+4)
		a.n, a.digits = int32(min(n*1000+v, 1<<30)), 10
		a.set = 1 << cNum
		return skipNumber(s, i+4, end)
	case c == '.' && next(1) == '5' && !isDigit(next(2)) && digits < 4: // 2.5 years
		a.set, a.half = 1<<cNum, true
		return i + 2
	case c == '.' && isDigit(next(1)):
		return skipNumber(s, i, end)
	case c == 's' && !isLetter(next(1)) && n%10 == 0 && digits == 4 && n >= 1000 && n < 2100:
		a.set = 1 << cDecade
		return i + 1
	case (c == '\'') && next(1) == 's' && !isLetter(next(2)) && n%10 == 0 && digits == 4 && n%100 != 0:
		a.set = 1 << cDecade
		return i + 2
	case isLetter(c):
		return lexSuffix(a, s, i, end)
	}
	a.set = 1 << cNum
	if digits == 4 && n >= 1000 && n < 2200 {
		a.set |= 1 << cYear
	}
	return i
}

// lexSuffix reads the letters that grow on a number, from i on: 20th 5pm 3Q; with others it is
// no number: 747s, A320neo.
func lexSuffix(a *atom, s string, i, end int) int {
	next := func(k int) byte {
		if i+k < end {
			return s[i+k]
		}
		return 0
	}
	c := next(0)
	if isLetter(next(1)) && !isLetter(next(2)) {
		if suf := string([]byte{c | 0x20, next(1) | 0x20}); suf == "st" || suf == "nd" || suf == "rd" || suf == "th" {
			a.set = 1 << cOrd
			return i + 2
		}
		if (c|0x20 == 'a' || c|0x20 == 'p') && next(1)|0x20 == 'm' {
			a.set = 1 << cNum
			return i
		}
	}
	if (c|0x20 == 'a' || c|0x20 == 'p') && next(1) == '.' && next(2)|0x20 == 'm' {
		a.set = 1 << cNum
		return i
	}
	if (c|0x20 == 'q' || c|0x20 == 'h') && !isLetter(next(1)) && !isDigit(next(1)) { // 3Q, 1H
		a.set = 1 << cNum
		return i
	}
	for i < end && (isLetter(s[i]) || isDigit(s[i])) {
		i++
	}
	a.n = 0
	return i
}

// skipNumber passes the rest of a decimal or grouped number, which dates never are.
func skipNumber(s string, i, end int) int {
	for i+1 < end && (s[i] == '.' || s[i] == ',' || s[i] == ':') && isDigit(s[i+1]) || i < end && isDigit(s[i]) {
		i++
	}
	return i
}

func scanInt(s string, i, end int) (n, digits int) {
	for i < end && isDigit(s[i]) {
		if n < 1<<30 {
			n = n*10 + int(s[i]-'0')
		}
		i++
		digits++
	}
	return n, digits
}

// scanDate reads 2011-03-05, 3/5/2011, 3-5-2011 and 05.03.2011; American order unless it cannot be.
func scanDate(s string, i, end, n, digits int) (e, y, m, d int) {
	if digits > 4 || digits == 3 || i+digits >= end {
		return 0, 0, 0, 0
	}
	sep := s[i+digits]
	if sep != '-' && sep != '/' && sep != '.' {
		return 0, 0, 0, 0
	}
	p := i + digits + 1
	b, bd := scanInt(s, p, end)
	p += bd
	if bd == 0 || bd > 2 || p >= end || s[p] != sep {
		return 0, 0, 0, 0
	}
	p++
	c, cd := scanInt(s, p, end)
	p += cd
	if cd == 0 || p < end && (isDigit(s[p]) || isLetter(s[p]) && s[p] != 'T' || s[p] == sep) {
		return 0, 0, 0, 0
	}
	switch {
	case digits == 4 && cd <= 2 && sep != '.':
		y, m, d = n, b, c
	case digits <= 2 && cd == 4 && sep == '.':
		y, m, d = c, b, n
	case digits <= 2 && cd == 4:
		y, m, d = c, n, b
		if m > 12 {
			m, d = d, m
		}
	case digits <= 2 && cd == 2 && sep == '/':
		y, m, d = 2000+c, n, b
		if c >= 30 {
			y -= 100
		}
		if m > 12 {
			m, d = d, m
		}
	default:
		return 0, 0, 0, 0
	}
	if !validDay(y, m, d) {
		return 0, 0, 0, 0
	}
	return p, y, m, d
}
