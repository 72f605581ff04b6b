package dateline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineWords begin a byline, with what follows them.
var bylineWords = []string{"By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Di ", "Af ", "Av ", "by "}

// maxByline is how long a paragraph that is a byline may be, in bytes.
const maxByline = 160

// byline reads a paragraph that is nothing but a byline: "By Malcolm Foster", "By Helen
// Maguire, dpa". It returns nil when the paragraph is none.
func byline(par string) []string {
	rest := bylineRest(par)
	if rest == "" || len(par) > maxByline || strings.HasSuffix(par, "!") || strings.HasSuffix(par, "?") {
		return nil
	}
	rest = strings.TrimSuffix(rest, ".")
	return Names(rest)
}

func bylineRest(par string) string {
	for _, w := range bylineWords {
		if strings.HasPrefix(par, w) {
			return strings.TrimSpace(par[len(w):])
		}
	}
	return ""
}

// Names splits "Alana Wise and Mark Hosenball" into names; credits of agencies and roles
// behind a comma are dropped. It returns nil when a part is no name.
func Names(s string) []string {
	for _, and := range []string{" and ", " AND ", " und ", " et ", " y ", " e ", " og ", " & ", " with "} {
		s = strings.ReplaceAll(s, and, ", ")
	}
	var out []string
	for i, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '/' }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if !isName(part) {
			if i == 0 {
				return nil
			}
			continue
		}
		if !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return out
}

// isName reports whether s looks like a person's name: two to five words, each with a
// capital but for particles, and no agency or desk.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	if _, agency := agencyNamed(s); agency {
		return false
	}
	for i, w := range words {
		if strings.ContainsAny(w, "0123456789@:()") || isRole(w) {
			return false
		}
		particle := i > 0 && i < len(words)-1 && (slices.Contains(connectors, w) || w == "bin" || w == "ibn" || w == "von" || w == "ter" || w == "zu")
		if r, _ := utf8.DecodeRuneInString(w); !particle && !unicode.IsUpper(r) && !unicode.Is(unicode.Lo, r) && !startsUpper(w) {
			return false
		}
	}
	return true
}

// roles in a credit are no part of a name.
var roles = []string{"press", "writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor", "staff", "newsroom", "desk", "news",
	"agency", "bureau", "staffer", "contributor", "contributors", "columnist", "producer", "photographer", "team", "service", "services", "reports", "reuters"}

func isRole(w string) bool {
	return slices.Contains(roles, strings.ToLower(strings.TrimRight(w, ".,")))
}

// runIn splits a byline that runs into the dateline: "By Alana Wise and Mark Hosenball
// WASHINGTON, Nov 6 (Reuters) -". at is where the dateline begins.
func runIn(par string) (names []string, at int) {
	rest := bylineRest(par)
	if rest == "" {
		return nil, 0
	}
	from := strings.Index(par, rest)
	limit := min(len(par), from+maxByline)
	for i := from; i < limit; {
		j := strings.IndexByte(par[i:], ' ')
		if j < 0 || i+j >= limit {
			return nil, 0
		}
		w := par[i : i+j]
		i += j + 1
		next, _, _ := strings.Cut(par[i:], " ")
		if !isUpper(w) && isUpper(next) && utf8.RuneCountInString(next) > 2 {
			if names = Names(par[from : i-1]); names != nil || w == "Staff" { // By Reuters Staff BERLIN
				return names, i
			}
		}
	}
	return nil, 0
}
