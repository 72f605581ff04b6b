package text

import (
	"strings"
	"unicode"
)

// maxSentence bounds a sentence in tokens: what is longer is a table or garbage.
const maxSentence = 500

// maxClosers bounds the quotes and brackets that may follow a stop.
const maxClosers = 8

// sentences cuts pieces into sentences and calls close with each one's token range.
func sentences(s string, p []piece, close func(first, last int)) {
	first := 0
	for i := 0; i < len(p); i++ {
		end := i
		if i == first && (i == 0 || p[i].para) {
			end = afterDateline(s, p, i)
		}
		switch {
		case end > i: // the dateline
		case i+1 == len(p) || p[i+1].para || i+1-first >= maxSentence:
			end = i + 1
		case p[i].kind == stop:
			end = afterStop(s, p, i)
		case p[i].kind == abbr && p[i+1].space && starts(s, p, i+1):
			end = i + 1
		}
		if end > i {
			close(first, end)
			first, i = end, end-1
		}
	}
}

// maxDateline bounds a dateline in pieces, maxLabel what stands in brackets behind it.
const maxDateline, maxLabel = 24, 40

// afterDateline returns where the dateline ends with which the paragraph at p[i] begins; i
// when there is none. It is a sentence of its own: its place is nobody's subject.
//
//	SARDA, Feb 10 (AFP) - Rebels attacked
//	PORT SAID, Egypt — Two men
//	Port Said, 3 Jan 90 (AFP) -- [Text] Two men
func afterDateline(s string, p []piece, i int) int {
	first := s[p[i].start:p[i].end]
	if len(first) < 3 || !startsUpper(first) {
		return i
	}
	loud := capitals(first) // else only a day makes it a dateline
	dated, month, number := loud && len(first) > 3 && !strings.Contains(first, "."), false, false
	for j := i + 1; j+1 < len(p) && j < i+maxDateline && !p[j].para; j++ {
		switch word := s[p[j].start:p[j].end]; {
		case p[j].kind == dash && p[j].space && p[j+1].space && !p[j+1].para:
			next := s[p[j+1].start:p[j+1].end]
			if !loud && !(month && number && word == "--") || loud && !dated || startsLower(next) || len(next) > 1 && capitals(next) {
				return i // a headline goes on in capitals: "SOCCER - LIONS BEAT TIGERS"
			}
			return afterLabels(s, p, j+1)
		case p[j].kind == stop || startsLower(word) && (loud || !monthName(word)):
			return i
		case asciiAt(word, 0) == digit: // a day
			dated, number = true, true
		case word == ")": // an agency
			dated = true
		case monthName(word):
			month = true
		}
	}
	return i
}

// afterLabels skips the labels in brackets that a dateline may be followed by, "[Report] [by
// our correspondent] [Text]", from p[i] on.
func afterLabels(s string, p []piece, i int) int {
	for k := i; k < len(p) && !p[k].para && s[p[k].start:p[k].end] == "["; {
		end := k + 1
		for end < len(p) && end < k+maxLabel && !p[end].para && s[p[end].start:p[end].end] != "]" {
			end++
		}
		if end+1 >= len(p) || p[end+1].para || s[p[end].start:p[end].end] != "]" || startsLower(s[p[end+1].start:]) {
			break
		}
		k = end + 1
		i = k
	}
	return i
}

// monthName reports whether a word is a month, in full or cut to three letters or four.
func monthName(w string) bool {
	if len(w) < 3 || len(w) > 9 {
		return false
	}
	const months = " january february march april may june july august september october november december "
	k := strings.Index(months, " "+strings.ToLower(strings.TrimSuffix(w, ".")))
	if k < 0 {
		return false
	}
	rest := months[k+1:]
	n := len(strings.TrimSuffix(w, "."))
	return n <= 4 || rest[n] == ' '
}

// capitals says whether s is of capitals, with dots or marks between them perhaps.
func capitals(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return startsUpper(s)
}

// afterStop returns where the sentence that the stop p[i] may close ends; i when it goes on.
func afterStop(s string, p []piece, i int) int {
	j, quoted := i+1, false
	for j < len(p) && j < i+maxClosers && !p[j].para && !p[j].space && (p[j].kind == closer || p[j].kind == stop) {
		quoted = quoted || p[j].kind == closer && s[p[j].start] != ')' && s[p[j].start] != ']'
		j++
	}
	if j == len(p) || p[j].para {
		return j
	}
	if !p[j].space {
		if i > 0 && glued(s[p[i-1].start:p[i-1].end], s[p[j].start:p[j].end]) && p[i-1].end == p[i].start {
			return j
		}
		return i
	}
	full := s[p[i].start:p[i].end] == "."
	next := s[p[j].start:p[j].end]
	switch {
	case p[j].kind == dash:
		return i
	case p[j].kind == opener:
		if j+1 < len(p) && startsLower(s[p[j+1].start:]) && !full {
			return i
		}
		return j
	case p[j].kind == closer || p[j].kind == stop:
		return i
	case startsLower(next):
		return i
	case quoted && !full && spoken(s, p, j):
		return i
	case startsUpper(next), classOfFirst(next) == digit, classOfFirst(next) == letter:
		return j
	}
	if full {
		return j
	}
	return i
}

// glued says whether the words around a stop are the end and the beginning of two sentences
// that were joined without a space: "police said.The girl".
func glued(before, after string) bool {
	if len(before) < 2 || len(after) < 2 || after[0] < 'A' || after[0] > 'Z' || after[1] < 'a' || after[1] > 'z' {
		return false
	}
	for i := 0; i < len(before); i++ {
		if before[i] < 'a' || before[i] > 'z' {
			return false
		}
	}
	return true
}

// spoken says whether p[j:] is who said the quotation before: "Why?" Smith asked.
func spoken(s string, p []piece, j int) bool {
	for k := j; k < len(p) && k < j+5; k++ {
		switch w := s[p[k].start:p[k].end]; w {
		case "said", "says", "asked", "asks", "told", "wrote", "shouted", "added", "replied", "tweeted", "cried", "yelled":
			return k > j
		default:
			if k > j && startsLower(w) || p[k].kind != plain {
				return false
			}
		}
	}
	return false
}

// starts says whether a sentence begins at p[i], seen from an abbreviation before it:
// only words that names seldom begin with are taken for a beginning.
func starts(s string, p []piece, i int) bool {
	if p[i].kind == opener && i+1 < len(p) {
		return s[p[i].start] != '(' && s[p[i].start] != '[' && startsUpper(s[p[i+1].start:])
	}
	return starters[s[p[i].start:p[i].end]]
}

// starters are the words that Punkt's English data lists as frequent sentence starters,
// and other function words.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range [...]string{"A", "After", "All", "Also", "Although", "An", "And", "Another", "Any", "As", "At", "Back", "Because", "Before",
		"Besides", "Both", "But", "By", "Despite", "During", "Each", "Earlier", "Even", "Every", "Few", "First", "For", "From",
		"He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Indeed", "Instead", "Is", "It", "Its", "Last", "Later", "Like", "Many",
		"Meanwhile", "More", "Most", "Much", "My", "Neither", "Nevertheless", "No", "Nobody", "None", "Nor", "Not", "Nothing", "Now", "Of", "On", "Once", "One",
		"Only", "Or", "Other", "Others", "Our", "Over", "Perhaps", "Several", "She", "Since", "So", "Some", "Still", "Such", "That", "The", "Their", "Then",
		"There", "These", "They", "This", "Those", "Though", "Through", "Thus", "To", "Today", "Two", "Under", "Unlike", "Until", "Using", "Was", "We", "Well",
		"Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Without", "Yes", "Yesterday", "Yet", "You", "Your", "Police", "Officials", "Asked", "Among"} {
		m[w] = true
	}
	return m
}()

// isHeadline says whether the first sentence of a text is a headline: a short first
// paragraph without a final stop, with more text behind it.
func isHeadline(s string, p []piece, last int) bool {
	if last >= len(p) || !p[last].para || last > 30 || last < 2 {
		return false
	}
	k := p[last-1].kind
	return k == plain || k == abbr || k == closer && last > 1 && p[last-2].kind != stop
}
