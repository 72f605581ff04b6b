package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SplitParagraphs splits plain text. A blank line ends a paragraph. A single line break
// ends one too, unless the text is hard-wrapped there: in a text of narrow lines, after a
// line that the next word would have overfilled; anywhere, before a small letter that goes
// on with the sentence.
func SplitParagraphs(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2029", "\n\n", "\u2028", "\n", "\f", "\n\n").Replace(s)
	lines := strings.Split(s, "\n")
	width := wrapWidth(lines)
	var out []string
	var par strings.Builder
	flush := func() {
		if par.Len() > 0 {
			out = append(out, par.String())
			par.Reset()
		}
	}
	prev := ""
	for _, l := range lines {
		l = strings.TrimRightFunc(l, unicode.IsSpace)
		if strings.TrimSpace(l) == "" {
			flush()
			continue
		}
		if par.Len() > 0 {
			if !goesOn(prev, l, width) {
				flush()
			} else {
				par.WriteByte(' ')
			}
		}
		par.WriteString(strings.TrimSpace(l))
		prev = l
	}
	flush()
	return out
}

// wrapLimit is the longest line of a hard-wrapped text, in code points.
const wrapLimit = 100

// wrapWidth is the width of a hard-wrapped text's lines; 0 when the lines are not wrapped.
func wrapWidth(lines []string) int {
	width := 0
	for _, l := range lines {
		if len(l) <= width {
			continue
		}
		if width = max(width, utf8.RuneCountInString(l)); width > wrapLimit {
			return 0
		}
	}
	if width < 40 {
		return 0
	}
	return width
}

// goesOn reports whether line b goes on with the paragraph of line a.
func goesOn(a, b string, width int) bool {
	first, _ := utf8.DecodeRuneInString(b)
	if unicode.IsLower(first) && !strings.ContainsAny(a[len(a)-1:], ".!?:") {
		return true
	}
	if width == 0 || unicode.IsSpace(first) && !unicode.IsSpace(rune(a[0])) {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimSpace(b), " ")
	return utf8.RuneCountInString(a)+1+utf8.RuneCountInString(word) > width*4/5
}
