package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/extract"
	"dateline/extract/dateline"
)

// isByline reports whether an element says that it names the author.
func isByline(n *html.Node) bool {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "rel", "itemprop":
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

// bylineRank tells how closely an element names the author: 0 by rel or itemprop, 1 by a
// class that says name, 2 by being a byline.
func bylineRank(n *html.Node) int {
	if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" {
		return 0
	}
	for _, key := range []string{"class", "data-testid"} {
		if c := strings.ToLower(attr(n, key)); strings.Contains(c, "name") && !strings.Contains(c, "username") {
			return 1
		}
	}
	return 2
}

// authorTags name meta tags with the author, best first.
var authorTags = []string{"author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author", "byl",
	"article:author", "twitter:creator:name", "authors"}

// authors are the names of those who wrote the story: JSON-LD, then meta, then bylines,
// then a block beside the headline that begins with "By". Where none names a person, the
// agency or desk that JSON-LD or meta name.
func (m *metadata) authors(p *page, head int) []string {
	site := m.siteName()
	if a := cleanAuthors(m.ld.authors, site); len(a) > 0 {
		return a
	}
	for _, tag := range authorTags {
		if a := cleanAuthors(m.tags[tag], site); len(a) > 0 {
			return a
		}
	}
	if a := m.shownAuthors(site); len(a) > 0 {
		return a
	}
	for _, i := range p.beside(head) {
		s := p.blocks[i].text
		if len(s) < 150 && (strings.HasPrefix(s, "By ") || strings.HasPrefix(s, "BY ")) {
			if a := cleanAuthors([]string{s}, site); len(a) > 0 {
				return a
			}
		}
	}
	for _, raw := range [][]string{m.ld.authors, m.tags["author"]} {
		for _, s := range raw {
			if s = desk(s, site); s != "" {
				return []string{s}
			}
		}
	}
	return nil
}

// shownAuthors reads bylines in the page, the most specific kind there is; several
// elements of that kind beside each other name several authors.
func (m *metadata) shownAuthors(site string) (out []string) {
	for rank := range 3 {
		var first *html.Node
		for _, n := range m.bylines {
			if bylineRank(n) != rank {
				continue
			}
			s := extract.CleanLine(textOf(n, 300))
			if len(s) > 150 || first != nil && !near(first, n) {
				continue
			}
			for _, a := range cleanAuthors([]string{s}, site) {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
			if first == nil && len(out) > 0 {
				first = n
			}
			if rank == 2 && len(out) > 0 {
				return out
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// near reports whether two elements share a parent or grandparent.
func near(a, b *html.Node) bool {
	up := func(n *html.Node) *html.Node {
		if n == nil {
			return nil
		}
		return n.Parent
	}
	for _, x := range []*html.Node{up(a), up(up(a))} {
		if x != nil && (x == up(b) || x == up(up(b))) {
			return true
		}
	}
	return false
}

// cleanAuthors makes names of what pages put into author fields.
func cleanAuthors(raw []string, site string) (out []string) {
	for _, s := range raw {
		s = extract.CleanLine(html.UnescapeString(s))
		if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || len(s) > 200 {
			continue
		}
		for i, name := range splitAuthors(s) {
			full := len(strings.Fields(name))
			name = cleanName(name, site)
			if n := len(strings.Fields(name)); n == 1 && (n < full && !strings.HasPrefix(strings.ToLower(s), "by ") || i > 0) {
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

// splitAuthors splits "By A, B and C".
func splitAuthors(s string) []string {
	for _, sep := range []string{" and ", " And ", " AND ", " & ", " | ", ";", " with ", " • ", " · ", " und ", " et ", " / "} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	return strings.Split(s, ",")
}

// bylineHeads stand before a name, lower case.
var bylineHeads = []string{"written by:", "written by", "reported by", "reporting by", "story by", "posted by", "published by", "reviewed by", "review by", "by:", "by", "author:", "authors:", "author",
	"von", "par", "por", "di", "from", "photographs by", "text by", "words by", "analysis by", "opinion by"}

// credits end a name: roles, degrees, publishers and what bylines run into. Lower case.
var credits = []string{"staff", "editor", "editors", "admin", "administrator", "newsroom", "editorial", "team", "desk", "reporter", "reporters", "correspondent", "contributor",
	"contributors", "contributing", "contribution", "contributions", "writer", "writers", "columnist", "producer", "critic", "senior", "chief", "head", "deputy", "managing", "special", "press",
	"reuters", "afp", "ap", "associated", "agence", "dpa", "bloomberg", "agency", "agencies", "news", "service", "services", "phd", "ph.d", "ph.d.", "md", "m.d.", "ms", "rdn", "rd", "mba", "cnn",
	"bbc", "wire", "wires", "unknown", "guest", "anonymous", "inc", "inc.", "llc", "magazine", "network", "university", "department", "office", "updated", "published", "posted", "contact",
	"follow", "author", "authors", "by", "times", "tribune", "gazette", "herald", "journal", "telegram", "enquirer", "media", "advance", "today", "usa", "report", "redazione", "sponsored", "image", "images", "photo",
	"photos", "getty", "about", "online", "broadcasting", "foundation", "institute", "edited", "fact", "email", "twitter", "facebook", "share", "tips", "the", "wbez", "npr", "nbc", "abc", "cbs", "pbs",
	"science", "blog", "website", "school", "college", "officer", "partner", "brand", "brands", "commerce", "shopping", "digital", "tv", "radio", "for", "at", "of", "in", "is", "via", "view", "read", "more", "min"}

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
	for _, cut := range []string{" (", " - ", " – ", " — ", " @", ": ", " ["} {
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(s, " .,;:|-–—/*")
	if strings.HasPrefix(s, "(") || fold(s) == fold(site) {
		return ""
	}
	words := strings.Fields(s)
	for i, w := range words {
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
	if len(s) > 5 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if n := len(strings.Fields(s)); strings.Contains(s, "://") || strings.ContainsAny(s, "@_|") || n == 0 || n > 5 || fold(s) == fold(site) || !unicode.IsUpper([]rune(s)[0]) {
		return ""
	}
	return s
}
