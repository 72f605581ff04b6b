package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// metadata is what the page says of itself outside its text.
type metadata struct {
	tags      map[string][]string // meta tags by lower-case name, property or itemprop
	title     string
	lang      string
	canonical string
	scripts   []string     // JSON-LD
	times     []*html.Node // <time> and elements with itemprop datePublished
	bylines   []*html.Node // elements that say they are a byline
	ld        linkedData
}

// readMeta walks the tree once for all that is not body text.
func readMeta(root *html.Node) *metadata {
	m := &metadata{tags: map[string][]string{}}
	m.walk(root)
	m.ld = readLinkedData(m.scripts)
	return m
}

func (m *metadata) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Html:
			m.lang = attr(c, "lang")
		case atom.Meta:
			m.meta(c)
		case atom.Title:
			if m.title == "" && c.Namespace == "" {
				m.title = extract.CleanLine(textOf(c, 2000))
			}
		case atom.Link:
			if strings.EqualFold(attr(c, "rel"), "canonical") && m.canonical == "" {
				m.canonical = attr(c, "href")
			}
		case atom.Script:
			if strings.Contains(attr(c, "type"), "ld+json") && c.FirstChild != nil && len(m.scripts) < 50 {
				m.scripts = append(m.scripts, c.FirstChild.Data)
			}
			continue
		case atom.Time:
			m.times = append(m.times, c)
		case atom.Style, atom.Svg, atom.Template, atom.Noscript:
			continue
		default:
			switch attr(c, "itemprop") {
			case "datePublished", "dateCreated":
				m.times = append(m.times, c)
			}
		}
		if isByline(c) && len(m.bylines) < 40 {
			m.bylines = append(m.bylines, c)
		}
		m.walk(c)
	}
}

func (m *metadata) meta(n *html.Node) {
	content := extract.CleanLine(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		v := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if v != "" && len(m.tags[v]) < 50 {
			m.tags[v] = append(m.tags[v], content)
		}
		if ofPublication(v) && len(m.tags[otherPublished]) < 50 {
			m.tags[otherPublished] = append(m.tags[otherPublished], content)
		}
	}
}

// otherPublished stands for all tags whose names speak of the time of publication; no tag
// has a space in its name.
const otherPublished = "time of publication"

// ofPublication reports whether a tag's name speaks of the time of publication, as those
// that publishers make up for themselves do: "w-published-date".
func ofPublication(name string) bool {
	has := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(s string) bool { return strings.Contains(name, s) })
	}
	return has("publi") && has("date", "time") && !has("last", "modif", "updat", "expir", "unpubli", "until", "end")
}

// first is the first value of the first of names that has one.
func (m *metadata) first(names ...string) string {
	for _, n := range names {
		if v := m.tags[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// all are the values of the first of names that has any.
func (m *metadata) all(names ...string) []string {
	for _, n := range names {
		if v := m.tags[n]; len(v) > 0 {
			return v
		}
	}
	return nil
}

// publishedTags and modifiedTags name meta tags, best first.
var (
	publishedTags = []string{"article:published_time", "datepublished", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date",
		"cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date",
		"dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.created", "dc.date", "dc.created", "citation_publication_date",
		"citation_online_date", "date", "published", "published-date", "article_date_original", "originalpublicationdate", "pub_date", "timestamp", "analyticsattributes.articledate",
		"vr:published_time", "bt:pubdate", "created", "article:post_date", "rnews:datepublished", "iso-8601-publish-date", "dat:article:publish"}
	modifiedTags = []string{"article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"}
)

// told is what JSON-LD and meta tags say.
func (m *metadata) told() moment {
	ld := readTime(m.ld.published, m.us())
	meta := m.firstTime(publishedTags)
	switch {
	case ld.known() && !ld.day && ld.zoned:
		if _, offset := ld.t.Zone(); offset == 0 && meta.zoned && meta.t.Equal(ld.t) {
			return meta // the same instant, perhaps with the local zone
		}
		return ld
	case ld.known() && meta.known() && !meta.day && meta.zoned && meta.t.Sub(ld.t).Abs().Hours() < 48: // the day alone, or no zone
		return meta
	case ld.known() && !ld.day:
		return ld
	case meta.known() && !meta.day:
		return meta
	case ld.known():
		return ld
	case meta.known():
		return meta
	}
	return m.firstTime([]string{otherPublished})
}

func (m *metadata) firstTime(names []string) (day moment) {
	for _, n := range names {
		for _, v := range m.tags[n] {
			t := readTime(v, m.us())
			if t.known() && !t.day {
				return t
			}
			if t.known() && !day.known() {
				day = t
			}
		}
	}
	return day
}

// attr is the value of an attribute, empty if there is none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// textOf is the text within n, at most about limit bytes of it.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && b.Len() < limit; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case c.Type == html.ElementNode && !skipped(c.DataAtom):
				if !inline(c.DataAtom) {
					b.WriteByte(' ')
				}
				walk(c)
			}
		}
	}
	walk(n)
	return b.String()
}
