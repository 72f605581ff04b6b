package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// credited are the names and the places of those who reported, by a story's credits:
//
//	(Reporting by Ann Lee in Osh and Bo Kim in Khujand; Writing by Cy Poe; Editing by Di Fox)
//	Associated Press writers Ann Lee in Osh and Bo Kim contributed to this report.
//
// Writers and editors at the desk are not reporters.
func credited(signOff string) (reporters, places []string) {
	add := func(list []string, s string) []string {
		if s = strings.Trim(s, " .,;()[]-—_"); s == "" || !isName(s) || slices.Contains(list, s) {
			return list
		}
		return append(list, s)
	}
	for clause := range strings.FieldsFuncSeq(signOff, func(r rune) bool { return r == ';' || r == '\n' }) {
		s := reported(strings.Trim(clause, " ()[]-—_*."))
		for _, part := range strings.Split(strings.NewReplacer(" and ", ",", " & ", ",").Replace(s), ",") {
			name, place, _ := strings.Cut(part, " in ")
			if from, at, ok := strings.Cut(name, " from "); ok {
				name, place = from, at
			}
			reporters, places = add(reporters, name), add(places, place)
		}
	}
	return reporters, places
}

// reported is the part of a clause of credits that names reporters; empty if there is none.
func reported(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	for _, head := range []string{"additional reporting by ", "reporting and writing by ", "reporting and editing by ", "reporting by ", "with reporting by ", "writing and reporting by "} {
		if strings.HasPrefix(low, head) {
			return s[len(head):]
		}
	}
	if i := strings.Index(low, " contributed"); i > 0 {
		s = s[:i]
		for _, who := range []string{"writers", "writer", "reporters", "reporter", "journalists", "journalist", "correspondents", "correspondent", "photographer", "video journalist"} {
			if j := strings.Index(s, who+" "); j >= 0 {
				return s[j+len(who)+1:]
			}
		}
		return s
	}
	return ""
}

// isName reports whether a phrase reads like a name: up to five words, the first and the
// last with a capital.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return !slices.Contains([]string{"The", "Reuters", "AP", "AFP", "Staff"}, s)
}
