package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// Where neither metadata nor a byline names the author, less direct signs do.

// authorPaths are parts of the addresses of authors' pages.
var authorPaths = []string{"/author/", "/authors/", "/contributor/", "/contributors/", "/staff/", "?author=", "_author="}

// maxLinked is how many words a byline has that tells what its authors do.
const maxLinked = 80

// linkedAuthors are the names beside the headline, or else in the page's first byline, that
// link to authors' pages: <p><a href="/author/ann/">Ann Lee</a></p>.
func (p *page) linkedAuthors(head int, site string) (out []string) {
	add := func(i int) {
		for _, name := range p.linkedIn(i, site) {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	for _, i := range p.beside(head) {
		add(i)
	}
	for i := 0; i < len(p.blocks) && len(out) == 0; i++ {
		if p.blocks[i].flags&inByline != 0 {
			add(i)
		}
	}
	return out
}

// linkedIn are the names in block i that link to authors' pages.
func (p *page) linkedIn(i int, site string) (out []string) {
	b := &p.blocks[i]
	if b.links == 0 || b.words > maxChip && (b.flags&inByline == 0 || b.words > maxLinked) || b.flags&(inComment|inNav|others|inCaption) != 0 {
		return nil
	}
	p.anchors(p.elems[b.elem].node, func(a *html.Node) {
		href := attr(a, "href")
		if !slices.ContainsFunc(authorPaths, func(s string) bool { return strings.Contains(href, s) }) {
			return
		}
		for _, name := range cleanAuthors([]string{textOf(a, 100)}, site) {
			if capital(name) {
				out = append(out, name)
			}
		}
	})
	return out
}

// anchors calls fn for each link that stands in n's own text.
func (p *page) anchors(n *html.Node, fn func(*html.Node)) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode || !inline(c.DataAtom):
		case c.DataAtom == atom.A:
			fn(c)
		default:
			p.anchors(c, fn)
		}
	}
}

// maxChip is how many words a box with a portrait and its name may have, and how many
// elements around the name it may lie.
const (
	maxChip   = 25
	chipDepth = 4
)

// portrayed is a name beside the headline, or in a box about the author, that a picture in
// the same small box bears too, or that the box says more of: "Ann Lee is a reporter."
// <div><img alt="Ann Lee"><p>Ann Lee</p><p>5 min read</p></div>.
func (p *page) portrayed(head int, site string) []string {
	near := p.beside(head)
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.flags&inByline == 0 && !slices.Contains(near, i) || b.words < 2 || b.words > 4 || b.flags&(inComment|inNav|others|inCaption|inHeading) != 0 {
			continue
		}
		names := cleanAuthors([]string{b.text}, site)
		if len(names) != 1 || names[0] != b.text || !capital(b.text) {
			continue
		}
		if i+1 < len(p.blocks) && b.flags&inByline != 0 && strings.HasPrefix(p.blocks[i+1].text, b.text+" is ") {
			return names
		}
		for e, depth := b.elem, 0; e > 0 && depth < chipDepth && p.count(e) <= maxChip; e, depth = p.elems[e].parent, depth+1 {
			if pictured(p.elems[e].node, fold(b.text)) {
				return names
			}
		}
	}
	return nil
}

// count is how many words an element holds, counted up to maxChip.
func (p *page) count(e int32) (n int) {
	for i := p.elems[e].first; i < p.elems[e].last && n <= maxChip; i++ {
		n += p.blocks[i].words
	}
	return n
}

// pictured reports whether a picture within n has the name, folded, as its text.
func pictured(n *html.Node, name string) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Img && fold(attr(c, "alt")) == name || pictured(c, name) {
			return true
		}
	}
	return false
}

// minFirstPerson is how many paragraphs of a story say "I" before its site is someone's own.
const minFirstPerson = 3

// owner is who writes a site of their own: the name that the site bears, where the story
// speaks of itself as "I".
//
//	<title>Home servers | Ann Lee</title> … I ran mine for years. I sold it. I miss it.
func (m *metadata) owner(p *page) []string {
	said := 0
	for i := range p.blocks {
		if b := &p.blocks[i]; b.words > 8 && b.flags&(inComment|others|inQuote) == 0 && firstPerson(b.text) {
			said++
		}
	}
	if said < minFirstPerson || p.news {
		return nil
	}
	tails := []string{m.siteName()}
	for _, sep := range []string{" | ", " - ", " – ", " — "} {
		if i := strings.LastIndex(m.title, sep); i > 0 {
			tails = append(tails, m.title[i+len(sep):])
		}
	}
	for i := range p.blocks {
		if b := &p.blocks[i]; b.words <= 25 && (strings.HasPrefix(b.text, "©") || strings.HasPrefix(b.text, "Copyright")) {
			tails = append(tails, copyrightHolder(b.text))
		}
	}
	for _, s := range tails {
		for _, own := range []string{"'s", "’s"} { // "Ann Lee's blog"
			s, _, _ = strings.Cut(s, own)
		}
		words := strings.Fields(s)
		if names := cleanAuthors([]string{s}, ""); len(words) > 1 && len(words) <= 3 && len(names) == 1 && names[0] == s && capital(s) && !slices.ContainsFunc(words, noName) {
			return names
		}
	}
	return nil
}

// noName reports whether a word is in no person's name.
func noName(w string) bool {
	lower := strings.ToLower(w)
	for i := 1; i < len(w); i++ {
		if upper(w[i]) && w[i-1] >= 'a' && w[i-1] <= 'z' && !strings.HasPrefix(w, "Mc") && !strings.HasPrefix(w, "Mac") {
			return true // PostgreSQL, MonsGeek
		}
	}
	return len(w) > 2 && w == strings.ToUpper(w) || slices.Contains(groups, lower) || slices.Contains(siteWords, lower) || isOrganisation(lower)
}

// siteWords are parts of the names of sites and of firms, lower case.
var siteWords = []string{"a", "my", "our", "your", "with", "on", "blog", "blogs", "home", "life", "style", "daily", "weekly", "world", "tech", "labs", "lab", "studio", "studios", "design", "designs",
	"guide", "guides", "group", "company", "co", "co.", "ltd", "gmbh", "llc", "solutions", "systems", "software", "health", "care", "kitchen", "garden", "farm", "travel", "money", "finance", "review",
	"reviews", "hub", "online", "academy", "club", "society", "church", "consulting", "services", "insights", "notes", "stories", "post", "times", "report", "reports", "digest", "review", "all", "rights", "reserved"}

// firstPerson reports whether a paragraph says "I" outside quotation.
func firstPerson(s string) bool {
	if strings.ContainsAny(s, "\"“") {
		return false
	}
	return strings.HasPrefix(s, "I ") || strings.HasPrefix(s, "I'") || strings.HasPrefix(s, "I’") || strings.Contains(s, " I ") || strings.Contains(s, " I'") || strings.Contains(s, " I’")
}

// copyrightHolder is what follows the years of a notice: "© 2019–2025 Ann Lee. All rights
// reserved."
func copyrightHolder(s string) string {
	if _, behind, ok := strings.Cut(s, "©"); ok {
		s = behind
	}
	s = strings.TrimPrefix(s, "Copyright")
	s = strings.TrimLeftFunc(s, func(r rune) bool { return notWord(r) || r >= '0' && r <= '9' })
	for _, end := range []string{". ", " | ", ", ", " - ", " – ", "."} {
		s, _, _ = strings.Cut(s, end)
	}
	return extract.CleanLine(s)
}

// logins are what metadata has as the author where it has no name, but for those that
// every system has.
func (m *metadata) logins() []string {
	for _, list := range [][]string{m.ld.authors, m.tags["author"]} {
		for _, s := range list {
			lower := strings.ToLower(s)
			if n := len(strings.Fields(s)); n == 0 || n > 2 || len(s) > 40 || strings.ContainsAny(s, "@/:|.") || slices.ContainsFunc(everySystem, func(w string) bool { return strings.Contains(lower, w) }) {
				continue
			}
			return []string{extract.CleanLine(s)}
		}
	}
	return nil
}

// everySystem are parts of logins that name nobody, lower case.
var everySystem = []string{"admin", "root", "webmaster", "editor", "user", "unknown", "anonymous", "guest", "author", "null", "undefined", "test"}
