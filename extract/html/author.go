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

// authors are the names of those who wrote the story: JSON-LD, then meta tags, then
// bylines in the page. Where the byline beside the headline names one of those that the
// metadata has, it is right about the others: metadata often adds editors and
// photographers, or names only the first. Where none names a person, the agency, desk or
// team that signs the story.
func (m *metadata) authors(p *page, head int) []string {
	site := m.siteName()
	printed := p.printedAuthors(head, site)
	for _, told := range m.toldAuthors() {
		a := m.clean(told)
		if len(a) == 0 {
			continue
		}
		return p.confirmed(a, printed, head)
	}
	shown := m.shownBylines(p)
	if a := m.shownAuthors(shown); len(a) > 0 {
		return a
	}
	if len(printed) > 0 {
		return printed
	}
	if a := p.writtenBy(site); len(a) > 0 {
		return a
	}
	return m.desks(p, shown, head)
}

// confirmed are the names that the page shows beside the headline of those that its
// metadata has, and who is printed with them; all that the metadata has where none is shown.
func (p *page) confirmed(told, printed []string, head int) []string {
	var near strings.Builder
	for _, i := range p.beside(head) {
		if p.blocks[i].words > 25 {
			continue
		}
		s, end := p.spaced(i), false
		for _, role := range helpers {
			if j := strings.Index(strings.ToLower(s), role); j >= 0 && j < len(s) {
				s, end = s[:j], true
			}
		}
		near.WriteString(fold(s))
		near.WriteByte(' ')
		if end && i > head {
			break
		}
	}
	out := slices.DeleteFunc(slices.Clone(told), func(name string) bool { return !strings.Contains(near.String(), fold(name)) })
	if len(out) == 0 {
		return told
	}
	has := func(list []string, name string) bool {
		return slices.ContainsFunc(list, func(o string) bool { return fold(o) == fold(name) })
	}
	if !slices.ContainsFunc(printed, func(name string) bool { return has(out, name) }) {
		return out
	}
	for _, name := range printed {
		if !has(out, name) && len(strings.Fields(name)) > 1 {
			out = append(out, name)
		}
	}
	return out
}

// helpers open the names of those who helped, lower case; they follow the authors.
var helpers = []string{"edited", "editor:", "photograph", "photos by", "contribut", "reviewed", "styl", "illustrat", "last updated", "additional reporting", "fact-check", "fact check"}

// toldAuthors are the lists of authors that the metadata has, best first.
func (m *metadata) toldAuthors() (lists [][]string) {
	lists = append(lists, m.ld.authors)
	for _, tag := range authorTags {
		if tag == "author" {
			slices.SortStableFunc(m.tags[tag], func(a, b string) int { return strings.Count(b, ",") - strings.Count(a, ",") })
		}
		lists = append(lists, m.tags[tag])
	}
	for i, label := range []string{"twitter:label1", "twitter:label2"} { // as WordPress's plug-ins write it
		if strings.EqualFold(m.first(label), "written by") {
			lists = append(lists, m.tags[[]string{"twitter:data1", "twitter:data2"}[i]])
		}
	}
	return lists
}

// clean makes names of an author field, without the publisher's.
func (m *metadata) clean(raw []string) []string {
	return slices.DeleteFunc(cleanAuthors(raw, m.siteName()), func(name string) bool {
		return fold(name) == fold(m.ld.publisher)
	})
}

// shownBylines are the elements that say they name the author, most specific first, but
// for those of comments and other stories.
func (m *metadata) shownBylines(p *page) (out []*html.Node) {
	for rank := range 3 {
		for _, n := range m.bylines {
			if bylineRank(n) == rank && p.around(n)&(inComment|inRelated|inNav) == 0 {
				out = append(out, n)
			}
		}
	}
	return out
}

// shownAuthors reads bylines in the page, the most specific kind there is; several
// elements of that kind beside each other name several authors.
func (m *metadata) shownAuthors(shown []*html.Node) (out []string) {
	var first *html.Node
	for _, n := range shown {
		rank := bylineRank(n)
		if first != nil && (rank != bylineRank(first) || rank == 2 || !near(first, n)) {
			continue
		}
		if rank == 2 && slices.ContainsFunc(shown, func(o *html.Node) bool { return o != n && holds1(n, o) && len(m.clean([]string{bylineText(o)})) > 0 }) {
			continue // the name stands in an element of its own
		}
		for _, a := range m.clean([]string{bylineText(n)}) {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
		if first == nil && len(out) > 0 {
			first = n
		}
	}
	return out
}

// bylineText is the text of an element that names authors; empty if it holds more.
func bylineText(n *html.Node) string {
	if s := extract.CleanLine(textOf(n, 300)); len(s) <= 150 {
		return s
	}
	return ""
}

// holds1 reports whether inner lies in outer.
func holds1(outer, inner *html.Node) bool {
	for n := inner.Parent; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

// byWords stand before the names of authors, lower case.
var byWords = []string{"by ", "by: ", "written by ", "words by ", "story by ", "von ", "par ", "por ", "di "}

// printedAuthors are the names behind "By" beside the headline: "By Ann Lee and Bo Kim |
// Dec 5, 2023", "posted on 2023-12-19 by Ann Lee", or "By" and the names in the next block.
func (p *page) printedAuthors(head int, site string) []string {
	for _, i := range p.beside(head) {
		b := &p.blocks[i]
		if b.words > 25 || b.flags&(inComment|inNav|inCaption) != 0 || b.flags&inRelated != 0 && i > head+2 {
			continue
		}
		s := p.spaced(i)
		low := strings.ToLower(s)
		switch {
		case (low == "by" || low == "by:" || low == "written by") && i+1 < len(p.blocks):
			s = "By " + p.spaced(i+1)
		case hasPrefixOf(low, byWords) && (b.words <= 12 || b.flags&inByline != 0):
		case hasPrefixOf(low, stampLabels) && strings.Contains(low, " by "):
			s = s[strings.Index(low, " by ")+1:]
		default:
			continue
		}
		names := cleanAuthors([]string{s}, site)
		if len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return !capital(n) && len(names) > 1 }) {
			return names
		}
	}
	return nil
}

// writtenBy are the names behind "Written by" wherever it stands, or in the block behind
// one that is nothing but "Author".
func (p *page) writtenBy(site string) []string {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.words > 12 || b.flags&(inRelated|inComment|inNav) != 0 {
			continue
		}
		low := strings.ToLower(b.text)
		s := ""
		switch {
		case low == "author" || low == "author:" || low == "author(s)" || low == "written by" || low == "article by" || low == "words by":
			if i+1 < len(p.blocks) && p.blocks[i+1].words <= 5 {
				s = p.blocks[i+1].text
			}
		case hasPrefixOf(low, []string{"written by ", "article by ", "words by ", "story by ", "this post was written by ", "this article was written by "}):
			s = b.text[strings.Index(low, " by ")+1:]
		}
		if a := cleanAuthors([]string{s}, site); len(a) > 0 && capital(a[0]) {
			if !strings.Contains(s, " and ") { // "by Ann Lee, dietician, Example Clinic"
				a = a[:1]
			}
			return a
		}
	}
	return nil
}

// desks is who signs a story in a person's stead.
func (m *metadata) desks(p *page, shown []*html.Node, head int) []string {
	site := m.siteName()
	lists := [][]string{m.ld.authors, m.tags["author"]}
	for _, n := range shown {
		lists = append(lists, []string{bylineText(n)})
	}
	for _, i := range p.beside(head) {
		b := &p.blocks[i]
		switch low := strings.ToLower(b.text); {
		case b.words <= 6 && hasPrefixOf(low, byWords[:1]):
			lists = append(lists, []string{p.spaced(i)})
		case (low == "by" || low == "by:") && i+1 < len(p.blocks):
			lists = append(lists, []string{p.spaced(i + 1)})
		}
	}
	for _, raw := range lists {
		for _, s := range raw {
			if s = desk(s, site); s != "" {
				return []string{s}
			}
		}
	}
	return nil
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
			if i > 0 && (strings.Contains(name, "@") || slices.ContainsFunc(strings.Fields(strings.ToLower(name)), isOrganisation)) {
				break // where the author works; what follows is part of that
			}
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

// organisations give the name of one away. Lower case.
var organisations = []string{"institute", "university", "department", "ministry", "center", "centre", "technologies", "corporation", "association", "college", "health"}

func isOrganisation(w string) bool { return slices.Contains(organisations, strings.Trim(w, ".,")) }

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

// groups end the name of a desk or a team: "Field Level Media", "Podium Staff".
var groups = []string{"staff", "team", "media", "board", "desk", "newsroom", "tribune", "times", "gazette", "herald", "journal", "magazine", "network", "university", "institute", "foundation",
	"news", "press", "service", "editors", "school", "college", "department", "office", "agency", "wire", "research", "studios", "store", "admin"}

// credits end a name: roles, degrees, publishers and what bylines run into. Lower case.
var credits = []string{"staff", "editor", "editors", "admin", "administrator", "newsroom", "editorial", "team", "desk", "reporter", "reporters", "correspondent", "contributor",
	"contributors", "contributing", "contribution", "contributions", "writer", "writers", "columnist", "producer", "critic", "senior", "chief", "head", "deputy", "managing", "special", "press",
	"reuters", "afp", "ap", "associated", "agence", "dpa", "bloomberg", "agency", "agencies", "news", "service", "services", "phd", "ph.d", "ph.d.", "md", "m.d.", "ms", "rdn", "rd", "mba", "cnn",
	"bbc", "wire", "wires", "unknown", "guest", "anonymous", "inc", "inc.", "llc", "magazine", "network", "university", "department", "office", "updated", "published", "posted", "contact",
	"follow", "author", "authors", "by", "times", "tribune", "gazette", "herald", "journal", "telegram", "enquirer", "media", "advance", "today", "usa", "report", "redazione", "sponsored", "image", "images", "photo",
	"photos", "getty", "about", "online", "broadcasting", "foundation", "institute", "edited", "fact", "email", "twitter", "facebook", "share", "tips", "the", "dvm", "expert", "reviewer", "reviewed", "licensed", "certified", "founder", "ceo", "president", "wbez", "npr", "nbc", "abc", "cbs", "pbs",
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
	if n := len(strings.Fields(s)); strings.Contains(s, "://") || strings.ContainsAny(s, "@_|0123456789") || n == 0 || n > 6 || n == 1 && slices.Contains(credits, strings.ToLower(s)) && !strings.EqualFold(s, "staff") || slices.ContainsFunc(strings.Fields(s), isMonth) || !unicode.IsUpper([]rune(s)[0]) {
		return ""
	}
	return s
}
