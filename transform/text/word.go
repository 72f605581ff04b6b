package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word cuts one token that begins with a letter, a digit or a sign of a number, and
// returns where it ends. s[i:e] holds no white space.
func (z *scanner) word(i, e int) int {
	s := z.s
	_, n := utf8.DecodeRuneInString(s[i:e])
	j := i + n
	for j < e {
		r, n := utf8.DecodeRuneInString(s[j:e])
		if c := classOf(r); c == letter || c == digit {
			j += n
			continue
		}
		k := z.inner(i, j, e, r, n)
		if k == j {
			break
		}
		j = k
	}
	if k := negation(s, i, j, e); k > i {
		z.add(i, k, plain)
		i = k
		j = k + len("n't")
		if s[k+1] != '\'' {
			j = k + len("n’t")
		}
		z.add(i, j, plain)
		return j
	}
	if k := unitAt(s[i:j]); k > 0 {
		z.add(i, i+k, plain)
		z.add(i+k, j, plain)
		return j
	}
	if k := contraction(s[i:j]); k > 0 {
		z.add(i, i+k, plain)
		z.add(i+k, j, plain)
		return j
	}
	if j < e && s[j] == '.' {
		if k := z.abbreviation(i, j, e); k != plain {
			z.add(i, j+1, k)
			return j + 1
		}
	}
	z.add(i, j, plain)
	return j
}

// inner says how far a word s[i:j] goes on over the mark r of n bytes at j; j when the
// word ends there.
func (z *scanner) inner(i, j, e int, r rune, n int) int {
	s := z.s
	if j+n >= e {
		if r == '/' && (s[i:j] == "w" || s[i:j] == "W") {
			return j + n
		}
		return j
	}
	before, after := asciiAt(s, j-1), asciiAt(s, j+n)
	if after == mark || after == blank {
		return j
	}
	if after == letter && s[j+n] >= utf8.RuneSelf {
		if next, _ := utf8.DecodeRuneInString(s[j+n:]); classOf(next) != letter {
			return j
		}
	}
	digits := before == digit && after == digit
	switch r {
	case '.':
		if digits || dotted(s, i, j, n) {
			return j + n
		}
	case ',':
		if digits && thousands(s[j+1:e]) {
			return j + n
		}
	case ':':
		if digits {
			return j + n
		}
	case '\'', '’':
		if clitic(s, j, e, n) == 0 || decade(s[i:j]) {
			if after == letter && !(s[j-1] == 'n' && (s[j+n] == 't')) {
				return j + n
			}
		}
	case '-', '‐', '‑':
		if digits && numberCode(s, i, j, e) || after == letter && hyphenPrefix(s[i:j]) {
			return j + n
		}
	case '/':
		if digits && j-i <= 8 && allDigits(s[i:j]) || s[i:j] == "s" || s[i:j] == "b" || s[i:j] == "c" {
			return j + n
		}
	case '&':
		if j-i <= 3 && isUpper(s[j-1]) && isUpper(s[j+1]) {
			return j + n
		}
	}
	return j
}

// thousands says whether s, behind a comma in a number, goes on with a group of three
// digits (or, as in India, of two with more groups behind them).
func thousands(s string) bool {
	k := 0
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	return k == 3 || k == 2 && k+1 < len(s) && s[k] == ',' && thousands(s[k+1:min(len(s), k+5)])
}

// decade says whether s may stand before 's for a decade: "1930's", "80's".
func decade(s string) bool {
	return (len(s) == 2 || len(s) == 4) && s[len(s)-1] == '0' && allDigits(s)
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && c != '/' {
			return false
		}
	}
	return s != ""
}

// dotted says whether the dot at j joins two parts of one token: "U.S", "x.org", not
// "end.The".
func dotted(s string, i, j, n int) bool {
	if j-i == 1 || j-i > 1 && s[j-2] == '.' {
		return true
	}
	prev, next := s[j-1], s[j+n]
	if isUpper(next) && isLower(prev) {
		// "Ph.D", "Newsfeed.Com", but "ended.The"
		return j-i <= 2 || !isLowerAt(s, j+n+1)
	}
	return true
}

func isLowerAt(s string, i int) bool { return i < len(s) && isLower(s[i]) }

// clitic returns the end of the clitic that begins with the apostrophe at i; 0 when none does.
func clitic(s string, i, e, n int) int {
	j := i + n
	k := j
	for k < e && k < j+3 && asciiAt(s, k) == letter {
		k++
	}
	if k == j || k-j > 2 || k < e && asciiAt(s, k) != mark {
		return 0
	}
	if k-j == 1 {
		switch s[j] {
		case 's', 'S', 'm', 'M', 'd', 'D':
			return k
		}
		return 0
	}
	switch s[j:k] {
	case "re", "RE", "ve", "VE", "ll", "LL", "Re", "Ve", "Ll":
		return k
	}
	return 0
}

// negation returns where n't begins when the word s[i:j] ends in n and 't follows or
// the word holds it: "do|n't"; 0 when not.
func negation(s string, i, j, e int) int {
	if j-i < 2 || s[j-1] != 'n' && s[j-1] != 'N' {
		return 0
	}
	rest := s[j:e]
	n := 0
	switch {
	case strings.HasPrefix(rest, "'"):
		n = 1
	case strings.HasPrefix(rest, "’"):
		n = len("’")
	default:
		return 0
	}
	if len(rest) <= n || rest[n] != 't' && rest[n] != 'T' || asciiAt(rest, n+1) == letter {
		return 0
	}
	return j - 1
}

// contraction returns where the second word of a fused pair begins; 0 when s is none.
func contraction(s string) int {
	if len(s) < 5 || len(s) > 6 {
		return 0
	}
	switch s {
	case "cannot", "Cannot", "CANNOT", "gonna", "Gonna", "wanna", "Wanna", "gotta", "Gotta":
		return 3
	}
	return 0
}

// units are written behind their number without a space; UD splits them: "5km", "10am".
var units = map[string]bool{
	"am": true, "pm": true, "AM": true, "PM": true, "km": true, "m": true, "cm": true, "mm": true,
	"kg": true, "g": true, "mg": true, "lb": true, "lbs": true, "oz": true, "ft": true, "in": true,
	"mph": true, "kph": true, "kmh": true, "MW": true, "GW": true, "kW": true, "GB": true, "gb": true,
	"MB": true, "TB": true, "Hz": true, "MHz": true, "GHz": true, "hrs": true, "hr": true, "min": true,
	"bn": true, "tn": true, "mn": true, "k": true, "K": true, "M": true, "B": true, "p": true, "c": true,
	"mln": true, "bln": true, "trn": true, "ha": true, "km²": true, "m²": true, "bpd": true, "GMT": true,
	"million": true, "billion": true, "trillion": true,
}

// unitAt returns where the unit begins in a number with its unit; 0 when s is none.
func unitAt(s string) int {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' {
		return 0
	}
	k := 1
	for k < len(s) && !isLower(s[k]) && !isUpper(s[k]) {
		k++
	}
	if k == len(s) || s[k-1] < '0' || s[k-1] > '9' || len(s)-k > 8 || !units[s[k:]] {
		return 0
	}
	return k
}

// prefixes keep their hyphen in UD's English treebanks: "non-profit", "ex-husband".
var prefixes = map[string]bool{
	"anti": true, "co": true, "counter": true, "cross": true, "e": true, "ex": true, "inter": true,
	"intra": true, "micro": true, "mid": true, "mini": true, "mis": true, "multi": true, "non": true,
	"over": false, "pan": true, "post": true, "pre": true, "pro": true, "re": true, "semi": true,
	"sub": true, "super": false, "trans": true, "ultra": true, "un": true, "vice": true,
}

func hyphenPrefix(s string) bool {
	if len(s) > 7 || len(s) == 0 {
		return false
	}
	if isUpper(s[0]) {
		var buf [8]byte
		n := copy(buf[:], s)
		buf[0] |= 0x20
		return prefixes[string(buf[:n])]
	}
	return prefixes[s]
}

// numberCode says whether the hyphen at j stands inside a telephone number or an ISO date
// and not in a range or score.
func numberCode(s string, i, j, e int) bool {
	k := j + 1
	for k < e && asciiAt(s, k) == digit {
		k++
	}
	left := j - i
	for q := j - 1; q >= i; q-- {
		if s[q] == '-' {
			left = j - q - 1
			break
		}
	}
	right := k - j - 1
	more := k < e && s[k] == '-'
	switch {
	case left == 3 && right == 4 && !more: // 555-0199
		return true
	case left == 3 && right == 3 && more: // 212-555-0199
		return true
	case left == 4 && right == 2 && (more || j-i > 4), left == 2 && right == 2 && j-i == 7: // 2020-02-10
		return true
	case i > 0 && s[i] == '+' && left <= 4:
		return true
	}
	return false
}

// link returns the end of a web link or mail address that begins at i; i when none does.
func (z *scanner) link(i, e int) int {
	s := z.s[i:e]
	j := i
	switch {
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "www."), strings.HasPrefix(s, "ftp://"):
		j = e
	case z.at > i && i > z.notMail:
		j = z.mail(i, e)
	}
	if j == i {
		return i
	}
	for j > i { // closing marks belong to the sentence
		r, n := utf8.DecodeLastRuneInString(z.s[i:j])
		if !strings.ContainsRune(".,;:!?)]}>\"'”’", r) || strings.HasSuffix(z.s[i:j], "...") {
			break
		}
		j -= n
	}
	return j
}

// mail returns the end of an address whose '@' is at z.at, if all from i to it are
// characters of a mailbox name.
func (z *scanner) mail(i, e int) int {
	s := z.s
	for k := i; k < z.at; k++ {
		if c := s[k]; asciiAt(s, k) == mark && c != '.' && c != '-' && c != '+' {
			z.notMail = k // nor does any begin before it
			return i
		}
	}
	if asciiAt(s, i) == mark {
		return i
	}
	k := z.at + 1
	for k < e && (asciiAt(s, k) == letter || asciiAt(s, k) == digit || s[k] == '.' || s[k] == '-') {
		k++
	}
	z.at = -1
	if k == i {
		return i
	}
	return k
}

// emoticon returns the length of a smiley that is all of s or all but a final stop.
func emoticon(s string) int {
	if len(s) < 2 || len(s) > 4 || s[0] != ':' && s[0] != ';' && s[0] != '=' {
		return 0
	}
	t := strings.TrimRight(s, ".")
	switch t {
	case ":)", ":(", ";)", ":P", ":p", ":D", ":-)", ":-(", ";-)", "=)", ":o)", ":/", ":))":
		return len(t)
	}
	return 0
}

// startsUpper and startsLower look at the first letter.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
