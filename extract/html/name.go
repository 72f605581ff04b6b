package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"dateline/extract"
	"dateline/extract/dateline"
)

// cleanAuthors makes names of what pages put into author fields.
func cleanAuthors(raw []string, site string) (out []string) {
	for _, s := range raw {
		s = extract.CleanLine(html.UnescapeString(s))
		if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, ",") || len(s) > 200 { // ", Staff Writer"
			continue
		}
		for i, name := range splitAuthors(s) {
			words := strings.Fields(name)
			if i > 0 && (strings.Contains(name, "@") || slices.ContainsFunc(words, isOrganisation) || startsDay(words)) {
				break // where the author works, a day: what follows is part of that
			}
			told := name
			name = cleanName(name, site)
			if name == "" && i > 0 && strings.Contains(told, " of ") {
				break // "Head of Marketing and Public Relations"
			}
			if len(words) > 1 && strings.EqualFold(strings.TrimRight(words[0], ":"), "by") {
				words = words[1:]
			}
			if n := len(strings.Fields(name)); n == 1 && (n < len(words) || i > 0) {
				continue // what is left of "Financial Times", a town, a role
			}
			if name == "" || slices.ContainsFunc(out, func(o string) bool { return fold(o) == fold(name) }) {
				continue
			}
			out = append(out, name)
		}
	}
	return out
}

// organisations give the name of one away. Lower case.
var organisations = []string{"institute", "university", "department", "ministry", "center", "centre", "technologies", "corporation", "association", "college", "health"}

func isOrganisation(w string) bool {
	return slices.Contains(organisations, strings.ToLower(strings.Trim(w, ".,")))
}

// startsDay reports whether a part of a byline begins with a day: "Dec 5, 2023".
func startsDay(words []string) bool {
	return len(words) > 0 && (figure(words[0][0]) || len(words) > 1 && isMonth(words[0]) && figure(words[1][0]))
}

// splitAuthors splits "By A, B and C".
func splitAuthors(s string) []string {
	for _, sep := range []string{" and ", " And ", " AND ", " & ", " | ", ";", " with ", " • ", " · ", " und ", " et ", " / "} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	return strings.Split(s, ",")
}

// bylineHeads stand before a name, lower case.
var bylineHeads = []string{"this post was written by", "this article was written by", "article by", "contributors:", "contributor:", "written by:", "written by", "reported by", "reporting by", "story by", "posted by", "published by", "reviewed by", "review by", "by:", "by", "author:", "authors:", "author",
	"von", "par", "por", "di", "from", "photographs by", "text by", "words by", "analysis by", "opinion by"}

// groups end the name of a desk or a team: "Upland Media", "The Lantern Staff".
var groups = []string{"staff", "team", "media", "board", "desk", "newsroom", "tribune", "times", "gazette", "herald", "journal", "magazine", "network", "university", "institute", "foundation",
	"news", "press", "service", "editors", "school", "college", "department", "office", "agency", "wire", "research", "studios", "store", "admin"}

// credits end a name: roles, degrees, publishers and what bylines run into. Lower case.
var credits = []string{"staff", "editor", "editors", "admin", "administrator", "newsroom", "editorial", "team", "desk", "reporter", "reporters", "correspondent", "contributor",
	"contributors", "contributing", "contribution", "contributions", "writer", "writers", "columnist", "producer", "critic", "senior", "chief", "head", "deputy", "managing", "special", "press",
	"reuters", "afp", "ap", "associated", "agence", "dpa", "bloomberg", "agency", "agencies", "news", "service", "services", "phd", "ph.d", "ph.d.", "md", "m.d.", "ms", "rdn", "rd", "mba", "cnn",
	"bbc", "wire", "wires", "unknown", "guest", "anonymous", "inc", "inc.", "llc", "magazine", "network", "university", "department", "office", "updated", "published", "posted", "contact",
	"follow", "author", "authors", "by", "times", "tribune", "gazette", "herald", "journal", "telegram", "enquirer", "media", "advance", "today", "usa", "report", "redazione", "sponsored", "image", "images", "photo",
	"photos", "getty", "about", "online", "broadcasting", "foundation", "institute", "edited", "fact", "email", "twitter", "facebook", "share", "tips", "the", "dvm", "expert", "reviewer", "reviewed", "licensed", "certified", "founder", "ceo", "president", "wbez", "npr", "nbc", "abc", "cbs", "pbs",
	"science", "blog", "website", "executive", "m.a.", "b.a.", "m.sc.", "school", "college", "officer", "partner", "brand", "brands", "commerce", "shopping", "digital", "tv", "radio", "for", "at", "of", "in", "is", "via", "view", "read", "more", "min"}

// suffixes belong to a name.
var suffixes = []string{"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}

// cleanName is a person's name without what stands around it; empty if it is none.
func cleanName(s, site string) string {
	s = strings.TrimSpace(s)
	for changed := true; changed; {
		changed = false
		for _, h := range bylineHeads {
			if len(s) > len(h) && strings.EqualFold(s[:len(h)], h) && (s[len(h)] == ' ' || strings.HasSuffix(h, ":")) {
				s, changed = strings.TrimSpace(s[len(h):]), true
			}
		}
	}
	for _, cut := range []string{" (", " - ", " – ", " — ", " @", ": ", " [", " on behalf of ", " as told to ", "Published", "Updated", " in ", " on "} {
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	s = strings.TrimSuffix(strings.Trim(s, " .,;:|-–—/*\"“”"), " on")
	if strings.HasPrefix(s, "(") || fold(s) == fold(site) {
		return ""
	}
	words := strings.Fields(s)
	if n := len(words); n > 1 && n <= 4 && slices.Contains(groups, strings.ToLower(words[n-1])) && !strings.EqualFold(words[n-1], "admin") {
		if _, agency := dateline.Agency(strings.Join(words[2:], " ")); n < 4 || !agency { // but "Jane Doe Associated Press"
			return ""
		}
	}
	for i, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsDigit(r) || i > 0 && i+1 < len(words) && isMonth(w) && unicode.IsDigit(rune(words[i+1][0])) {
			words = words[:i] // "Ann Lee December 5, 2023"
			break
		}
		lower := strings.ToLower(strings.Trim(w, ",;:"))
		if slices.Contains(credits, strings.TrimRight(lower, ".")) || slices.Contains(credits, lower) || i >= 2 && slices.Contains(words[:i], w) {
			words = words[:i]
			break
		}
	}
	s = strings.Join(words, " ")
	if len(words) < 1 || len(words) > 6 || len(s) > 60 || len(words) == 1 && (slices.Contains(suffixes, strings.ToLower(s)) || !looksLikeHandle(s)) {
		return ""
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
		if r == '@' || r == '{' || r == '<' || r == '(' || unicode.IsDigit(r) {
			return ""
		}
	}
	if _, agency := dateline.Agency(s); letters < 3 || agency || strings.HasSuffix(strings.ToLower(s), ".com") {
		return ""
	}
	return s
}

// looksLikeHandle reports whether one word alone may name an author: a pen name with
// capitals within or without, but no lower-case login.
func looksLikeHandle(s string) bool { return unicode.IsUpper([]rune(s)[0]) }

// desk is an agency, staff or team that signs a story in a person's stead.
func desk(s, site string) string {
	s = extract.CleanLine(html.UnescapeString(s))
	for _, cut := range []string{" | ", " • ", " on ", " in ", " - "} {
		s, _, _ = strings.Cut(s, cut)
	}
	s = strings.TrimSpace(strings.TrimRight(s, "-–—,;: "))
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, " on"), " in"))
	if len(s) > 5 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if name, ok := dateline.Agency(s); ok && fold(s) == fold(name) {
		return s
	}
	if n := len(strings.Fields(s)); strings.Contains(s, "://") || strings.ContainsAny(s, "@_|0123456789") || n == 0 || n > 6 || n == 1 && slices.Contains(credits, strings.ToLower(s)) && !strings.EqualFold(s, "staff") || slices.ContainsFunc(strings.Fields(s), isMonth) || !unicode.IsUpper([]rune(strings.TrimPrefix(s, "the "))[0]) {
		return ""
	}
	return s
}

// capital reports whether all words of a name but the particles begin with a capital.
func capital(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !slices.Contains(particles, w) {
			return false
		}
	}
	return true
}

// particles are parts of names in small letters.
var particles = []string{"de", "del", "della", "der", "den", "des", "di", "da", "do", "dos", "du", "el", "al", "bin", "ben", "ibn", "la", "le", "van", "von", "und", "y", "e", "ter", "ten", "zu", "af", "av"}
