package teletype

import (
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"dateline/extract/wire"
)

// Control characters of both formats.
const (
	soh = 0x01 // start of header
	stx = 0x02 // start of text
	etx = 0x03 // end of text
	eot = 0x04
	syn = 0x16
)

// decode makes UTF-8 of a transmission: Latin-1 where it is not UTF-8 already.
func decode(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	s, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(s)
}

// section is the text between two control characters; ok is false when the first is missing.
// Without the second it reaches to the end.
func section(s string, from, to byte) (text, rest string, ok bool) {
	i := strings.IndexByte(s, from)
	if i < 0 {
		return "", s, false
	}
	s = s[i+1:]
	if j := strings.IndexByte(s, to); j >= 0 {
		return s[:j], s[j+1:], true
	}
	return s, "", true
}

// printable drops control characters but line feeds and tabs.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// months in the languages of the senders.
var months = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"fev": 2, "fév": 2, "avr": 4, "mai": 5, "jui": 6, "aou": 8, "aoû": 8, "déc": 12, "mär": 3, "okt": 10, "dez": 12,
}

// undo turns the wire's own ASCII signs into what they stand for.
var undo = strings.NewReplacer("``", "“", "''", "”", " _ ", " — ", "{", "½")

func paragraphs(body string) []string { return wire.Lines(body) }
