package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// maxHeadings is how many headings other than h1 are compared with the page's metadata.
const maxHeadings = 40

// headline is the story's title as the page shows it: the heading that the page's
// metadata agrees with most, else the one h1 that stands before the story, else what the
// metadata says. Titles for search engines and for sharing often differ from it.
func (m *metadata) headline(p *page) string {
	site := m.siteName()
	var told []string
	for _, s := range []string{m.ld.headline, m.first("og:title"), m.first("twitter:title"), m.first("dc.title", "title", "headline", "sailthru.title", "parsely-title"), m.title} {
		if s = trimSite(extract.CleanLine(html.UnescapeString(s)), site); s != "" {
			told = append(told, s)
		}
	}
	shown := p.headings(site)
	if h := closest(shown, told, 1, 0); h != nil {
		return withoutKicker(h, told)
	}
	if h := closest(shown, told, 2, 0.9); h != nil {
		return withoutKicker(h, told)
	}
	var plain []*heading
	for i := range shown {
		if shown[i].plain {
			plain = append(plain, &shown[i])
		}
	}
	if len(plain) == 1 {
		return withoutKicker(plain[0], told)
	}
	if h := closest(shown, told, 2, 0.6); h != nil {
		return withoutKicker(h, told)
	}
	if len(told) > 0 {
		return told[0]
	}
	if i := slices.IndexFunc(shown, func(h heading) bool { return h.level == 1 }); i >= 0 {
		return shown[i].text
	}
	return ""
}

// closest is the heading of a level that is most like what the metadata says; nil if none
// is like enough, floor or more.
func closest(shown []heading, told []string, level int, floor float64) (best *heading) {
	top := floor
	for i := range shown {
		h := &shown[i]
		for j, s := range told {
			if score := likeness(h.text, s) - 0.02*float64(j); h.level == level && score >= h.need && score > top {
				best, top = h, score
			}
		}
	}
	return best
}

// heading is an element that may show the headline.
type heading struct {
	node  *html.Node
	text  string
	level int     // 1 for h1
	plain bool    // nothing speaks against it
	need  float64 // likeness to the metadata without which it is not the headline
}

// headings lists h1 to h3 in page order, without the site's own name and what stands behind
// the middle of the story, as the titles of other stories do.
func (p *page) headings(site string) (out []heading) {
	middle := p.middle()
	for i := range p.elems {
		e := &p.elems[i]
		level := 0
		switch e.node.DataAtom {
		case atom.H1:
			level = 1
		case atom.H2, atom.H3:
			level = 2
		}
		if level == 0 || level > 1 && len(out) > maxHeadings || e.first == e.last {
			continue
		}
		text := extract.CleanLine(textOf(e.node, 600))
		if text == "" || len(text) > 500 || fold(text) == fold(site) || int(e.first) > middle {
			continue
		}
		h := heading{node: e.node, text: text, level: level, need: 0.5}
		switch {
		case e.all&(others|inComment|inFooter|inNav|inAside|inHidden) != 0:
			h.need = 0.8
		case level == 1:
			h.plain = (e.all&(inHeader|inAd) == 0 || e.all&inArticle != 0) && !p.home(e.node) && countWords(text) > 2
		}
		out = append(out, h)
	}
	return out
}

// home reports whether an element holds a link to the site's front page, as logos do.
func (p *page) home(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if c.DataAtom == atom.A {
			_, rest, ok := strings.Cut(attr(c, "href"), "://")
			if !ok {
				rest = attr(c, "href")
			}
			if rest == "/" || ok && strings.Count(strings.TrimSuffix(rest, "/"), "/") == 0 {
				return true
			}
		}
		if p.home(c) {
			return true
		}
	}
	return false
}

// withoutKicker is a heading's text without the name of a section that stands within it as
// an element of its own, where the metadata has the title without it:
// <h1><div>Politics | </div>Governor vetoes ban</h1>.
func withoutKicker(h *heading, told []string) string {
	first := h.node.FirstChild
	for first != nil && (first.Type != html.ElementNode || strings.TrimSpace(textOf(first, 100)) == "") {
		if first.Type == html.TextNode && strings.TrimSpace(first.Data) != "" {
			return h.text
		}
		first = first.NextSibling
	}
	if first == nil {
		return h.text
	}
	kicker := fold(textOf(first, 100))
	for _, s := range told {
		if fold(h.text) == kicker+fold(s) && len(s) > len(kicker) {
			return strings.TrimLeftFunc(cutFolded(h.text, kicker), notWordOrQuote)
		}
	}
	return h.text
}

// cutFolded cuts the letters and digits of head, which is folded, off s.
func cutFolded(s, head string) string {
	for head != "" && s != "" {
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			_, n = utf8.DecodeRuneInString(head)
			head = head[n:]
		}
	}
	return s
}

func notWordOrQuote(r rune) bool {
	return notWord(r) && !strings.ContainsRune("\"'‘’“”«»„(¿¡#$€£", r)
}

// siteName is the publisher's name as the page gives it.
func (m *metadata) siteName() string {
	if s := m.first("og:site_name", "application-name", "cre", "dc.publisher", "source"); s != "" {
		return strings.TrimPrefix(s, "@")
	}
	return m.ld.publisher
}

// trimSite takes the site's name off the end or the head of a title: "Story | The Paper".
func trimSite(title, site string) string {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := strings.TrimSpace(title[i+len(sep):])
		words, before := len(strings.Fields(tail)), len(strings.Fields(title[:i]))
		if isSite(tail, site) || sep == " | " && words <= 4 && before > words {
			return trimSite(strings.TrimSpace(title[:i]), site)
		}
		if head, rest, _ := strings.Cut(title, sep); isSite(head, site) && len(strings.Fields(rest)) > 2 {
			return trimSite(strings.TrimSpace(rest), site)
		}
	}
	return title
}

// isSite reports whether a part of a title is the site's name or most of it.
func isSite(s, site string) bool {
	if site == "" || len(strings.Fields(s)) > len(strings.Fields(site))+3 {
		return false
	}
	a, b := fold(s), fold(site)
	return a == b || strings.Contains(a, b) || len(a) > 3 && strings.Contains(b, a)
}

// fold keeps small letters and digits alone.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// likeness is how many words two titles share: twice the common ones over all.
func likeness(a, b string) float64 {
	if fold(a) == fold(b) {
		return 1
	}
	seen := map[string]int{}
	total := 0
	for w := range strings.FieldsFuncSeq(a, notWord) {
		seen[strings.ToLower(w)]++
		total++
	}
	common := 0
	for w := range strings.FieldsFuncSeq(b, notWord) {
		total++
		if w = strings.ToLower(w); seen[w] > 0 {
			seen[w]--
			common++
		}
	}
	if total == 0 {
		return 0
	}
	return float64(2*common) / float64(total)
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
