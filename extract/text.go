package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// JoinParagraphs makes canonical text: each paragraph cleaned by CleanLine, empty ones
// dropped, joined by a blank line.
func JoinParagraphs(paragraphs []string) string {
	out := make([]string, 0, len(paragraphs))
	for _, p := range paragraphs {
		if p = CleanLine(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

// CleanLine makes one canonical line: valid UTF-8 in NFC, runs of white space (no-break
// spaces too) as one space, control and invisible format characters dropped.
func CleanLine(s string) string {
	if clean(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.IsControl(r), r == '\u200b', r == '\u2060', r == '\ufeff', r == '\u00ad', r >= 0xFFF9 && r <= 0xFFFB:
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// clean reports whether CleanLine would return s unchanged, for the common ASCII case.
func clean(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == 0x7f || c == ' ' && prev == ' ' {
			return false
		}
		prev = c
	}
	return prev != ' ' || s == ""
}

// ArticleID is the identity of a story's version: 128 bits of SHA-256 over agency,
// headline and canonical text, as lower-case hex. The same story from two files is the
// same article.
func ArticleID(agency, headline, text string) string {
	h := sha256.New()
	for _, s := range []string{agency, headline, text} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
