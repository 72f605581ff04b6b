package number

import "strings"

// is reports whether lexeme i exists and has the role.
func (p *pass) is(i int, r role) bool {
	return i >= 0 && i < len(p.lex) && p.lex[i].w != nil && p.lex[i].w.roles&r != 0
}

// has reports whether lexeme i is a word with the flag.
func (p *pass) has(i int, f wordFlag) bool {
	return i >= 0 && i < len(p.lex) && p.lex[i].w != nil && p.lex[i].w.flags&f != 0
}

// isMark reports whether lexeme i is the mark.
func (p *pass) isMark(i int, r rune) bool {
	return i >= 0 && i < len(p.lex) && p.lex[i].kind == lexMark && p.lex[i].mark == r
}

// isFigure reports whether lexeme i is a figure.
func (p *pass) isFigure(i int) bool {
	return i >= 0 && i < len(p.lex) && p.lex[i].kind == lexDigit
}

// touches reports whether nothing stands between lexemes i and i+1.
func (p *pass) touches(i int) bool {
	return i >= 0 && i+1 < len(p.lex) && p.lex[i].end == p.lex[i+1].start
}

// isWord reports whether lexeme i is the lower-case word s, whatever its case.
func (p *pass) isWord(i int, s string) bool {
	if i < 0 || i >= len(p.lex) || p.lex[i].kind != lexWord {
		return false
	}
	l := &p.lex[i]
	return l.end-l.start == len(s) && strings.EqualFold(p.text[l.start:l.end], s)
}

// hyphen reports whether lexeme i is a hyphen with words touching both sides.
func (p *pass) hyphen(i int) bool {
	return (p.isMark(i, '-') || p.isMark(i, '‑')) && p.touches(i-1) && p.touches(i)
}

func (l *lexeme) capital(text string) bool {
	return text[l.start] >= 'A' && text[l.start] <= 'Z'
}

// bareNounAhead reports whether a word for people follows: "one in five children".
func (p *pass) bareNounAhead(i int) bool {
	return i < len(p.lex) && p.lex[i].w != nil && p.lex[i].w.person != 0
}

func (l *lexeme) text(s string) string { return s[l.start:l.end] }
