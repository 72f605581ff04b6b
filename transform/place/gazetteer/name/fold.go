package name

import (
	"unicode"
	"unicode/utf8"
)

// Max is the length in bytes of the longest key; longer names are cut.
const Max = 96

// Fold appends the key of a name to dst: lower case, marks off letters, ayn and hamza and
// apostrophes dropped, anything else between letters one space, and the first words that
// Romanisations disagree on made one (see words). It allocates only if dst is too small.
func Fold(dst []byte, s string) []byte {
	begin := len(dst)
	word := begin // start of the current word in dst
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
				dst = append(dst, byte(r))
				break
			}
			if r == '\'' || r == '`' {
				break
			}
			if r == '.' && i < len(s) && s[i] != ' ' && s[i] != '-' { // U.S. is "us", St. Louis two words
				break
			}
			dst, word = endWord(dst, word, begin)
		case dropped(r):
		case unicode.Is(unicode.Mn, r):
		default:
			if r >= 0x600 && r < 0x700 {
				r = arabic(r)
			}
			if t := latin(r); t != "" {
				dst = append(dst, t...)
			} else if unicode.IsLetter(r) {
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
			} else {
				dst, word = endWord(dst, word, begin)
			}
		}
		if len(dst)-begin > Max-8 {
			break
		}
	}
	dst, _ = endWord(dst, word, begin)
	if len(dst) > begin && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return articles(dst, begin)
}

// dropped reports the marks that stand for ayn, hamza, a glottal stop or a soft sign, and
// what Arabic script writes or not: a lone hamza, a lengthened line, a non-joiner.
func dropped(r rune) bool {
	switch r {
	case '\u2018', '\u2019', '\u201b', '\u02bb', '\u02bc', '\u02bd', '\u02be', '\u02bf', '\u02b9', '\u02ba', '\u02c8', '\u00b4', '\u2032', '\u00ad', '\u200b', '\u200c', '\u0621', '\u0640':
		return true
	}
	return false
}

// arabic gives the bare form of a letter in Arabic script: alif without hamza or madda, ya
// and kaf in one shape, ta marbuta as ha. Agencies differ in all of these.
func arabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ئ', 'ې':
		return 'ي'
	case 'ؤ':
		return 'و'
	case 'ة', 'ۀ', 'ہ', 'ھ':
		return 'ه'
	case 'ک':
		return 'ك'
	}
	return r
}

// endWord closes the word that began at word: a known spelling becomes its standard one,
// and a space follows.
func endWord(dst []byte, word, begin int) ([]byte, int) {
	if len(dst) == word {
		return dst, word
	}
	if std, ok := standard(dst[word:]); ok {
		dst = append(dst[:word], std...)
	} else if n := len(dst); n-word >= 5 && dst[n-1] == 'h' && dst[n-2] == 'a' {
		dst = dst[:n-1] // Raqqah, Hamah: the silent h of a feminine ending
	}
	dst = append(dst, ' ')
	return dst, len(dst)
}

// standard gives the spelling that stands for all spellings of a word. A switch on a
// converted byte slice does not allocate.
func standard(w []byte) (string, bool) {
	switch string(w) {
	case "st", "ste", "sainte":
		return "saint", true
	case "mt":
		return "mount", true
	case "ft":
		return "fort", true
	case "el", "ul", "il":
		return "al", true
	case "dayr", "dair", "deyr", "der":
		return "deir", true
	case "bayt", "bait", "beyt", "bet":
		return "beit", true
	case "tall", "tell", "tal", "tel":
		return "tel", true
	case "kfar", "kufr", "kafar", "kefar", "kufur":
		return "kafr", true
	case "jebel", "djebel", "jabel", "gebel", "jebal":
		return "jabal", true
	case "ayn", "ein", "ayin", "eyn", "en":
		return "ain", true
	case "um", "oum", "umm", "om":
		return "umm", true
	case "beni", "banu":
		return "bani", true
	case "abou":
		return "abu", true
	case "bourj", "borj", "bordj", "burg":
		return "burj", true
	case "oued", "ouadi":
		return "wadi", true
	case "and", "und", "y":
		return "and", true
	}
	return "", false
}

// articles makes an assimilated Arabic article plain: "ash shaykh", "as suwayda" and "ar
// raqqa" begin with "al". The next word's first letters tell: it is the article only if
// they are the article's own consonant.
func articles(b []byte, begin int) []byte {
	for w := begin; w < len(b); {
		e := w
		for e < len(b) && b[e] != ' ' {
			e++
		}
		if n := e - w; n >= 2 && n <= 3 && e+n < len(b) && b[w] == 'a' && sun(b[w+1]) && string(b[w+1:e]) == string(b[e+1:e+n]) {
			b[w+1] = 'l'
			if n == 3 {
				b = append(b[:w+2], b[e:]...)
				e--
			}
		}
		w = e + 1
	}
	return b
}

func sun(c byte) bool {
	switch c {
	case 't', 'd', 'r', 'z', 's', 'n':
		return true
	}
	return false
}

// Hash is a 64-bit hash of a key: FNV-1a with a final mix, so that all bits count.
func Hash(key []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range key {
		h ^= uint64(c)
		h *= 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	return h
}
