package number

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// lexKind tells words, digits and marks apart.
type lexKind uint8

const (
	lexWord  lexKind = iota // a run of letters
	lexDigit                // a figure with its separators: 1,234.5
	lexMark                 // one other rune that is not a space
)

// Properties of a figure.
const (
	figGrouped = 1 << iota // has thousands separators
	figDecimal             // has a decimal part
	figZero                // begins with a superfluous 0
	figBroken              // more dots or commas than a number has: 1.2.3
)

// lexeme is the smallest piece the rules look at. It is finer than a token: figures are
// cut from the letters that touch them ("1.2bn", "300mm"), so that the rules do not
// depend on how the tokeniser treats such clusters.
type lexeme struct {
	start, end int // bytes of the text
	kind       lexKind
	flags      uint8
	digits     uint8 // digits before the decimal point
	mark       rune
	value      float64
	w          *word // what the lexicon knows of it; nil otherwise
}

// appendLexemes cuts s[start:end] into lexemes.
func appendLexemes(out []lexeme, lex *lexicon, s string, start, end int) []lexeme {
	for i := start; i < end; {
		c := s[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			i++
		case isDigit(c):
			l := scanFigure(s, i, end)
			out = append(out, l)
			i = l.end
		case c == '.' && i+1 < end && isDigit(s[i+1]) && (i == start || !isDigit(s[i-1]) && !isLetter(s[i-1])):
			l := scanFigure(s, i, end) // ".22"
			out = append(out, l)
			i = l.end
		case isLetter(c):
			j := i + 1
			for j < end && isLetter(s[j]) {
				j++
			}
			out = append(out, lexeme{start: i, end: j, kind: lexWord, w: lex.lookup(s[i:j])})
			i = j
		case c < utf8.RuneSelf:
			out = append(out, lexeme{start: i, end: i + 1, kind: lexMark, mark: rune(c)})
			i++
		default:
			i = scanRune(&out, lex, s, i, end)
		}
	}
	return out
}

// scanRune takes one lexeme that begins with a rune beyond ASCII.
func scanRune(out *[]lexeme, lex *lexicon, s string, i, end int) int {
	r, n := utf8.DecodeRuneInString(s[i:end])
	if unicode.IsSpace(r) {
		return i + n
	}
	if v := vulgarFraction(r); v != 0 {
		*out = append(*out, lexeme{start: i, end: i + n, kind: lexDigit, flags: figDecimal, value: v})
		return i + n
	}
	if !unicode.IsLetter(r) {
		*out = append(*out, lexeme{start: i, end: i + n, kind: lexMark, mark: r})
		return i + n
	}
	j := i + n
	for j < end {
		r, n := utf8.DecodeRuneInString(s[j:end])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		j += n
	}
	*out = append(*out, lexeme{start: i, end: j, kind: lexWord, w: lex.lookup(s[i:j])})
	return j
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetter takes every byte beyond ASCII but the marks that scanRune must see first.
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// vulgarFraction is the value of a one-rune fraction, 0 for other runes.
func vulgarFraction(r rune) float64 {
	switch r {
	case '¼':
		return 1. / 4
	case '½':
		return 1. / 2
	case '¾':
		return 3. / 4
	case '⅓':
		return 1. / 3
	case '⅔':
		return 2. / 3
	case '⅛':
		return 1. / 8
	case '⅜':
		return 3. / 8
	case '⅝':
		return 5. / 8
	case '⅞':
		return 7. / 8
	}
	return 0
}

// scanFigure reads a figure at s[i]: digits, groups of thousands, decimals. Groups may be
// Indian (12,34,567); a comma before exactly two last digits is a decimal comma (5,00).
func scanFigure(s string, i, end int) lexeme {
	l := lexeme{start: i, kind: lexDigit}
	j := i
	for j < end && isDigit(s[j]) {
		l.value = l.value*10 + float64(s[j]-'0')
		j++
	}
	l.digits = uint8(min(j-i, 255))
	if l.digits > 1 && s[i] == '0' {
		l.flags |= figZero
	}
	if k := groups(s, j, end); l.digits <= 3 && k > j {
		for ; j < k; j++ {
			if s[j] != ',' {
				l.value = l.value*10 + float64(s[j]-'0')
				l.digits++
			}
		}
		l.flags |= figGrouped
	} else if j+2 < end && s[j] == ',' && isDigit(s[j+1]) && isDigit(s[j+2]) && (j+3 >= end || !isDigit(s[j+3])) && l.digits > 0 {
		l.value += float64(int(s[j+1]-'0')*10+int(s[j+2]-'0')) / 100
		l.flags |= figDecimal
		j += 3
	}
	if l.flags&figDecimal == 0 && j+1 < end && s[j] == '.' && isDigit(s[j+1]) {
		j = scanDecimals(&l, s, j+1, end)
	}
	if l.flags&figDecimal != 0 && j+1 < end && s[j] == '.' && isDigit(s[j+1]) {
		l.flags |= figBroken
		for j < end && (isDigit(s[j]) || s[j] == '.' && j+1 < end && isDigit(s[j+1])) {
			j++
		}
	}
	l.end = j
	return l
}

// scanDecimals adds the decimals that begin at s[j] to l.
func scanDecimals(l *lexeme, s string, j, end int) int {
	mantissa, scale := l.value, 0
	for j < end && isDigit(s[j]) {
		if scale < 15 { // more decimals than a float64 holds
			mantissa = mantissa*10 + float64(s[j]-'0')
			scale++
		}
		j++
	}
	l.value = mantissa / math.Pow10(scale)
	l.flags |= figDecimal
	return j
}

// groups returns the end of well-formed comma groups at s[j], or j if there are none.
func groups(s string, j, end int) int {
	k := j
	for k+3 < end+1 && k < end && s[k] == ',' {
		n := 0
		for k+1+n < end && isDigit(s[k+1+n]) {
			n++
		}
		switch n {
		case 3:
			k += 4
		case 2: // Indian, if a group of three follows
			if k+3 < end && s[k+3] == ',' && groups(s, k+3, end) > k+3 {
				k += 3
				continue
			}
			return j
		default:
			return k
		}
	}
	return k
}
