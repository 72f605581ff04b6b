package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/extract"
)

// isByline reports whether an element says that it names the author.
func isByline(n *html.Node) bool {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "rel":
			if a.Val == "author" {
				return true
			}
		case "itemprop":
			if a.Val == "author" {
				return true
			}
		case "class", "data-testid", "data-qa", "id":
			if len(a.Val) < 200 && (strings.Contains(a.Val, "yline") || strings.Contains(a.Val, "uthor")) {
				return true
			}
		}
	}
	return false
}

// authorTags name meta tags with the author, best first.
var authorTags = []string{"author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author", "byl", "article:author", "twitter:creator:name"}

// authors are the names of those who wrote the story: JSON-LD, then meta, then bylines.
func (m *metadata) authors() []string {
	site := m.siteName()
	if a := cleanAuthors(m.ld.authors, site); len(a) > 0 {
		return a
	}
	for _, tag := range authorTags {
		if a := cleanAuthors(m.tags[tag], site); len(a) > 0 {
			return a
		}
	}
	for _, n := range m.bylines {
		s := extract.CleanLine(textOf(n, 300))
		if len(s) > 150 {
			continue
		}
		if a := cleanAuthors([]string{s}, site); len(a) > 0 {
			return a
		}
	}
	return nil
}

// cleanAuthors makes names of what pages put into author fields.
func cleanAuthors(raw []string, site string) (out []string) {
	for _, s := range raw {
		s = extract.CleanLine(html.UnescapeString(s))
		if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || len(s) > 200 {
			continue
		}
		for _, name := range splitAuthors(s) {
			if name = cleanName(name); name == "" || fold(name) == fold(site) || slices.ContainsFunc(out, func(o string) bool { return fold(o) == fold(name) }) {
				continue
			}
			out = append(out, name)
		}
	}
	return out
}

// splitAuthors splits "By A, B and C".
func splitAuthors(s string) []string {
	for _, sep := range []string{" and ", " And ", " AND ", " & ", " | ", ";", " with ", " • ", " · ", "\n", " und ", " et "} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	return strings.Split(s, ",")
}

// bylineHeads stand before a name, longest first, lower case.
var bylineHeads = []string{"written by:", "written by", "reported by", "story by", "posted by", "published by", "reviewed by", "medically reviewed by", "by:", "by", "author:", "authors:",
	"von", "par", "por", "di", "from", "the associated press", "photographs by", "text by"}

// notNames are parts of an author field that are no person, lower case.
var notNames = []string{"staff", "editor", "editors", "admin", "administrator", "newsroom", "editorial", "team", "desk", "reporter", "correspondent", "contributor",
	"contributors", "writer", "writers", "press", "reuters", "afp", "ap", "associated press", "agence france-presse", "dpa", "bloomberg", "agencies", "news", "service", "services",
	"jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "ph.d.", "md", "m.d.", "cnn", "bbc", "wire", "wires", "unknown", "guest", "anonymous", "inc", "inc.", "llc", "magazine",
	"com", "network", "university", "department", "office", "updated", "published", "contact", "follow"}

// cleanName is a person's name without what stands around it; empty if it is none.
func cleanName(s string) string {
	s = strings.TrimSpace(s)
	for changed := true; changed; {
		changed = false
		for _, h := range bylineHeads {
			if len(s) > len(h) && strings.EqualFold(s[:len(h)], h) && (s[len(h)] == ' ' || strings.HasSuffix(h, ":")) {
				s, changed = strings.TrimSpace(s[len(h):]), true
			}
		}
	}
	for _, cut := range []string{" (", " - ", " – ", " — ", " / ", " for ", " at ", " of ", " in ", " is ", " @", "\t", " |", ": "} {
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(s, " .,;:|-–—/*")
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || len(s) > 60 {
		return ""
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
		if r == '@' || r == '{' || r == '<' || unicode.IsDigit(r) {
			return ""
		}
	}
	if letters < 3 {
		return ""
	}
	for _, w := range words {
		if slices.Contains(notNames, strings.ToLower(strings.Trim(w, ",;:"))) && !(len(words) > 1 && strings.HasPrefix(strings.ToLower(w), "jr")) {
			return ""
		}
	}
	return s
}
