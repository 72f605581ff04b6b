package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
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
	for _, sign := range []func() []string{
		func() []string { return p.linkedAuthors(head, site) },
		func() []string { return p.writtenBy(site) },
		func() []string { return p.portrayed(head, site) },
		func() []string { return m.desks(p, shown, head) },
		func() []string { return m.owner(p) },
		m.logins,
	} {
		if a := sign(); len(a) > 0 {
			return a
		}
	}
	return nil
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
	if len(out) == 0 && len(printed) > 0 && !slices.ContainsFunc(printed, func(name string) bool { return len(strings.Fields(name)) < 2 }) {
		return printed
	}
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
		list := m.tags[tag]
		if tag == "citation_author" {
			list = turned(list)
		}
		lists = append(lists, list)
	}
	for i, label := range []string{"twitter:label1", "twitter:label2"} { // as WordPress's plug-ins write it
		if strings.EqualFold(m.first(label), "written by") {
			lists = append(lists, m.tags[[]string{"twitter:data1", "twitter:data2"}[i]])
		}
	}
	return lists
}

// turned puts the given name first: "Lee, Ann", as papers are cited.
func turned(list []string) []string {
	out := slices.Clone(list)
	for i, s := range out {
		if last, given, ok := strings.Cut(s, ", "); ok && !strings.Contains(given, ",") {
			out[i] = given + " " + last
		}
	}
	return out
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
			if bylineRank(n) == rank && p.around(n)&(inComment|others|inNav) == 0 {
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
		if rank == 2 && slices.ContainsFunc(shown, func(o *html.Node) bool { return o != n && inside(n, o) && len(m.clean([]string{bylineText(o)})) > 0 }) {
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

// inside reports whether inner lies in outer.
func inside(outer, inner *html.Node) bool {
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
		if b.words > 25 || b.flags&(inComment|inNav|inCaption) != 0 || b.flags&others != 0 && i > head+2 {
			continue
		}
		s := p.spaced(i)
		low := strings.ToLower(s)
		switch {
		case (low == "by" || low == "by:" || low == "written by") && i+1 < len(p.blocks):
			s = "By " + p.spaced(i+1)
		case hasPrefixOf(low, byWords) && (b.words <= 12 || b.flags&inByline != 0):
		case hasPrefixOf(low, stampLabels) && behindBy(s) != "":
			s = behindBy(s)
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
		if b.words > 12 || b.flags&(others|inComment|inNav) != 0 {
			continue
		}
		low := strings.ToLower(b.text)
		s := ""
		switch {
		case slices.Contains(authorHeads, strings.TrimRight(low, ":")):
			s = p.listed(i + 1)
		case hasPrefixOf(low, []string{"written by ", "article by ", "words by ", "story by ", "this post was written by ", "this article was written by ", "last updated"}):
			s = behindBy(b.text)
		case hasPrefixOf(low, []string{"author: ", "authors: ", "contributors: "}):
			_, s, _ = strings.Cut(b.text, ": ")
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

// authorHeads are blocks that names follow, lower case.
var authorHeads = []string{"author", "author(s)", "authors", "written by", "article by", "words by"}

// listed are the names in block i, or in the items of the list that begins with it.
func (p *page) listed(i int) string {
	if i >= len(p.blocks) || p.blocks[i].words > 5 {
		return ""
	}
	s := p.blocks[i].text
	for j := i + 1; j < len(p.blocks) && j < i+10; j++ {
		if b := &p.blocks[j]; b.tag != atom.Li || b.words > 5 || p.elems[b.elem].parent != p.elems[p.blocks[i].elem].parent {
			break
		}
		s += " and " + p.blocks[j].text
	}
	return s
}

// behindBy is what follows the first " by " of s; empty if there is none.
func behindBy(s string) string {
	for i := 0; i+4 < len(s); i++ {
		if s[i] == ' ' && s[i+3] == ' ' && strings.EqualFold(s[i+1:i+3], "by") {
			return s[i+4:]
		}
	}
	return ""
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
		case (low == "by" || low == "by:" || low == "written by") && i+1 < len(p.blocks):
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
