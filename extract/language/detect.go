package language

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// window is how much of a text is looked at, in bytes; minVotes is how many small words
// must speak for a language.
const (
	window   = 6000
	minVotes = 3
)

// scripts that one language stands for. Those of several languages (Arabic, Devanagari)
// name the one most wire stories are in unless a letter tells otherwise.
var scripts = []struct {
	table *unicode.RangeTable
	tag   string
}{
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "zh"}, {unicode.Hangul, "ko"}, {unicode.Arabic, "ar"}, {unicode.Hebrew, "he"},
	{unicode.Greek, "el"}, {unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Telugu, "te"},
	{unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"}, {unicode.Sinhala, "si"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Ethiopic, "am"}, {unicode.Khmer, "km"}, {unicode.Lao, "lo"}, {unicode.Myanmar, "my"},
}

// votes are the languages of each small word, as indices into the list of a script.
var votes = sync.OnceValue(func() [2]map[string][]uint8 {
	var out [2]map[string][]uint8
	for s, langs := range [][]lang{latin, cyrillic} {
		out[s] = map[string][]uint8{}
		for i, l := range langs {
			for _, w := range strings.Fields(l.words) {
				if utf8.RuneCountInString(w) == 1 { // "s", "a", "o": left over from names and scores
					continue
				}
				out[s][w] = append(out[s][w], uint8(i))
			}
		}
	}
	return out
})

// Detect is the language of text, or "" when nothing tells.
func Detect(text string) string {
	if len(text) > window {
		text = strings.ToValidUTF8(text[:window], "")
	}
	latinLetters, cyrillicLetters, total := 0, 0, 0
	counts := make([]int, len(scripts))
	for _, r := range text {
		switch {
		case r < 0x80:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				latinLetters++
				total++
			}
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latinLetters++
			total++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillicLetters++
			total++
		default:
			total++
			for i := range scripts {
				if unicode.Is(scripts[i].table, r) {
					counts[i]++
					break
				}
			}
		}
	}
	if total == 0 {
		return ""
	}
	if kana := counts[0] + counts[1]; kana*10 > counts[2] && (kana+counts[2])*2 > total {
		return "ja"
	}
	for i, n := range counts {
		if n*2 > total {
			return refine(scripts[i].tag, text)
		}
	}
	if cyrillicLetters > latinLetters {
		if tag := vote(text, cyrillic, votes()[1]); tag != "" {
			return tag
		}
		return byLetter(text)
	}
	return vote(text, latin, votes()[0])
}

// refine tells Persian and Urdu from Arabic by letters that Arabic lacks.
func refine(tag, text string) string {
	if tag != "ar" {
		return tag
	}
	urdu := strings.Count(text, "ے") + strings.Count(text, "ٹ") + strings.Count(text, "ں")
	persian := strings.Count(text, "ی") + strings.Count(text, "ک") + strings.Count(text, "پ")
	switch {
	case urdu*100 > len(text)/2:
		return "ur"
	case persian*50 > len(text)/2:
		return "fa"
	}
	return "ar"
}

// byLetter tells short Cyrillic texts apart by letters that the others lack.
func byLetter(text string) string {
	switch {
	case strings.ContainsAny(text, "їєґЇЄҐ"):
		return "uk"
	case strings.ContainsAny(text, "ђћџљњЂЋЏЉЊ"):
		return "sr"
	case strings.ContainsAny(text, "ыэЫЭ"):
		return "ru"
	}
	return ""
}

// vote counts the small words of each language.
func vote(text string, langs []lang, words map[string][]uint8) string {
	var score [32]int
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, i := range words[strings.ToLower(w)] {
			score[i]++
		}
	}
	best := 0
	for i := range langs {
		if score[i] > score[best] {
			best = i
		}
	}
	if langs[0].tag == "en" && score[0]*3 >= score[best]*2 { // foreign names in an English story vote too
		best = 0
	}
	if score[best] < minVotes {
		return ""
	}
	return langs[best].tag
}
