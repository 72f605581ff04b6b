package dateline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels are words in capitals before a colon or dash that head a story and are no
// place: "CLAIM:", "EXCLUSIVE -", "PHOTO:".
var labels = []string{"claim", "summary", "tldr", "photo", "photos", "video", "audio", "breaking", "exclusive", "updated", "update", "correction",
	"corrected", "clarification", "editor's note", "note", "opinion", "analysis", "editorial", "explainer", "factbox", "timeline", "watch",
	"listen", "read", "more", "related", "caption", "question", "answer", "host", "byline", "rating", "verdict", "fact", "facts", "context",
	"background", "warning", "spoiler", "spoilers", "review", "interview", "profile", "feature", "live", "alert", "urgent", "kill",
	"advisory", "attention", "disclaimer", "disclosure", "about", "source", "sources", "topic", "issue", "today", "tomorrow", "yesterday",
	"important", "conclusion", "introduction", "abstract", "contents", "news", "sport", "sports", "business", "world", "politics", "weather",
	"commentary", "comment", "column", "letter", "letters", "poll", "quiz", "results", "scores", "score", "what", "where", "when", "who", "why",
	"how", "dear", "hello", "true", "false", "the", "here", "this", "that", "in", "on", "at", "by", "from", "for", "and", "but", "new", "hot",
	"sponsored", "advertisement", "promoted", "myth", "reality", "pros", "cons", "tip", "tips", "step", "day", "night", "week", "month"}

// accept reports whether a reading is a dateline. after is the text behind it.
func (r *reading) accept(line string) bool {
	if len(r.places) > 0 && bylineRest(r.places[0]+" ") != "" { // "By Helen Maguire, dpa"
		return false
	}
	after := line[min(r.end, len(line)):]
	if r.sure {
		return startsSentence(after)
	}
	whole := strings.TrimSpace(after) == ""
	known, house := r.agencyKind()
	if r.agency != "" && !known && !house && (!r.placeSure() || !credit(r.agency)) {
		return false
	}
	if len(r.places) == 0 {
		return r.acceptBare(after, known)
	}
	if !r.placesPlausible() || !whole && !startsSentence(after) {
		return false
	}
	dated := r.day.known() || r.noDate
	switch {
	case r.closer == "|": // not "Home | News | AFP"
		return r.placeSure() && (known || isUpper(r.places[0])) || known && dated
	case r.lead && !r.paren: // AFP, QAMINAS, Syria
		return whole
	case known || house:
		return r.closer != "" && r.closer != "." || r.paren || r.slashed || whole
	case r.agency != "":
		return r.closer != "" && r.closer != "."
	case dated && whole:
		return isUpper(r.places[0]) || r.placeSure()
	case dated && r.closer == ":":
		return isUpper(r.places[0]) && r.placeSure()
	case dated:
		return r.isDash() && (isUpper(r.places[0]) || r.placeSure() || r.day.year > 0 && r.closer != "-")
	case !isUpper(r.places[0]): // "Rabat – The ministry said": a town, a long dash, a sentence
		return len(r.places) == 1 && len(r.regions) == 0 && spacedDash(line[:r.end]) && r.placeSure() && len(after) > 60 && strings.ContainsAny(after, ".!?")
	case len(r.regions) > 0:
		return isRegion(r.regions[len(r.regions)-1]) && (r.isDash() || r.closer == ":")
	case r.isDash() || r.closer == ":":
		return r.placeSure() && !shouts(after)
	}
	return false
}

// spacedDash reports whether a line ends in a long dash with spaces around it.
func spacedDash(line string) bool {
	return strings.HasSuffix(line, " – ") || strings.HasSuffix(line, " — ")
}

// credit reports whether what stands in brackets may name a source: letters, at most four
// words. "(4-3-3)" and "(ticker: HD)" do not.
func credit(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != ' ' && r != '.' && r != '-' && r != '/' && r != '&':
			return false
		}
	}
	return letters > 1 && strings.Count(s, " ") < 4
}

// acceptBare judges a line without a place: "March 4 (Reuters) -", "(Bloomberg) --".
func (r *reading) acceptBare(after string, known bool) bool {
	if !known || !startsSentence(after) {
		return false
	}
	return r.lead && r.isDash() || r.day.known() && r.closer != ""
}

// agencyKind reports whether the agency is a known one, or a paper or station.
func (r *reading) agencyKind() (known, house bool) {
	if r.agency == "" {
		return false, false
	}
	if _, known = agencyNamed(r.agency); known {
		return true, false
	}
	_, house = outlet(r.agency)
	return false, house
}

func (r *reading) isDash() bool { return strings.ContainsAny(r.closer, "-—–―_") }

// placesPlausible rejects what cannot be a place: an agency, a label, a weekday.
func (r *reading) placesPlausible() bool {
	for _, p := range r.places {
		if _, agency := agencyForm(strings.ToLower(p)); agency && !isPlaceName(p) || isWeekday(p) || monthNamed(p) > 0 {
			return false
		}
		first, _, _ := strings.Cut(strings.ToLower(p), " ")
		if slices.Contains(labels, first) && (!strings.Contains(p, " ") || !isPlaceName(p)) && r.agency == "" {
			return false
		}
	}
	return true
}

// placeSure reports whether the first place is one by name, not by its looks.
func (r *reading) placeSure() bool {
	if len(r.places) == 0 {
		return false
	}
	if n := len(r.regions); n > 0 && isRegion(r.regions[n-1]) {
		return true
	}
	return isPlaceName(r.places[0])
}

// shouts reports whether s goes on in capitals, as a title does: "WASHINGTON: A LIFE".
func shouts(s string) bool {
	words := strings.Fields(s[:min(len(s), 60)])
	return len(words) > 1 && isUpper(words[0]+words[1])
}

// startsSentence reports whether s may begin a sentence: a capital, a digit, a quotation
// mark, a letter without case. "PARIS HILTON — the reality star" goes on in small letters.
func startsSentence(s string) bool {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return r != '—' && r != '–' && r != '-'
	}
	w, _, _ := strings.Cut(s, " ")
	return startsUpper(w) // al-Qaeda, d'Estaing
}
