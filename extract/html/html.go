package html

import (
	"bytes"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"dateline/extract"
	"dateline/extract/dateline"
)

// Format is a web page with one article.
var Format = &extract.Format{
	Name:  "html",
	Doc:   "a web page with one article; metadata from JSON-LD, meta tags and microdata",
	Sniff: sniff,
	Parse: parse,
}

func sniff(head []byte, rec *extract.Record) int {
	head = bytes.ToLower(bytes.TrimLeft(head, " \t\r\n\x00\xff\xfe\xef\xbb\xbf"))
	head = bytes.ReplaceAll(head, []byte{0}, nil) // UTF-16
	switch {
	case bytes.HasPrefix(head, []byte("<!doctype html")):
		return 95
	case bytes.HasPrefix(head, []byte("<?xml")) && !bytes.Contains(head, []byte("<html")):
		return 0
	case bytes.Contains(head, []byte("<html")):
		return 90
	case len(head) > 0 && head[0] == '<' && (bytes.Contains(head, []byte("<head")) || bytes.Contains(head, []byte("<body")) || bytes.Contains(head, []byte("<meta"))):
		return 80
	case rec != nil && strings.Contains(rec.ContentType, "html"):
		return 70
	case len(head) > 0 && head[0] == '<' && (bytes.Contains(head, []byte("<p>")) || bytes.Contains(head, []byte("<div")) || bytes.Contains(head, []byte("<p "))):
		return 50
	}
	return 0
}

func parse(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
	data, err := decode(rec)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(strip(data)))
	if err != nil {
		code, hint := extract.CodeMalformed, ""
		if tooDeep(err) {
			code, hint = extract.CodeTooDeep, "the page nests more than 512 elements; no article does"
		}
		return nil, extract.Rejectf(rec, "parse", code, hint, "%w", err)
	}
	a := article(goquery.NewDocumentFromNode(root), data, rec)
	if a.Text == "" {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "no body text found in the page")
	}
	return []*extract.Article{a}, nil
}

// article reads a parsed page.
func article(doc *goquery.Document, data []byte, rec *extract.Record) *extract.Article {
	m := readMeta(doc.Nodes[0])
	p := flatten(doc.Nodes[0])
	p.news, p.raw = m.ld.news, data
	headline := m.headline(p)
	head := p.headlineBlock(headline)
	near := head // bylines and dates stand around the headline, or at the start of the story
	if near < 0 {
		near = p.storyStart()
	}
	a := &extract.Article{
		Headline:  headline,
		Bylines:   m.authors(p, near),
		URL:       m.url(rec),
		Language:  m.language(),
		Copyright: extract.CleanLine(m.ld.copyright),
		Keywords:  m.keywords(),
	}
	if t := m.published(p, near); t.known() {
		a.PublishedAt, a.PublishedDay, a.PublishedBasis = t.t, t.day, extract.BasisMetadata
	}
	if t := m.modified(); t.known() {
		a.ModifiedAt = t.t
	}
	paragraphs, confidence := p.story(doc, m, a, head)
	a.Text, a.Confidence = extract.JoinParagraphs(paragraphs), confidence
	dateline.Apply(a)
	if a.Agency == "" {
		a.Agency = m.agency()
	}
	return a
}

// agency is the news agency that signs the story, else the publisher.
func (m *metadata) agency() string {
	for _, list := range [][]string{m.ld.authors, m.tags["author"], m.tags["article:author"]} {
		for _, s := range list {
			for part := range strings.SplitSeq(s, ",") {
				part = strings.TrimSpace(part)
				if len(part) > 3 && strings.EqualFold(part[:3], "by ") {
					part = part[3:]
				}
				if name, ok := dateline.Agency(part); ok {
					return name
				}
			}
		}
	}
	return extract.CleanLine(m.siteName())
}

func (m *metadata) modified() moment {
	if t := readTime(m.ld.modified, m.us()); t.known() {
		return t
	}
	return m.firstTime(modifiedTags)
}

// url is the page's canonical address.
func (m *metadata) url(rec *extract.Record) string {
	for _, u := range []string{m.canonical, m.first("og:url"), m.ld.url, rec.URL} {
		if strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://") {
			return strings.TrimSpace(u)
		}
	}
	return rec.URL
}

// language is what the page says of itself, as BCP 47.
func (m *metadata) language() string {
	for _, l := range []string{m.lang, m.ld.language, m.first("content-language", "og:locale", "language", "dc.language")} {
		l = strings.ReplaceAll(strings.TrimSpace(l), "_", "-")
		if n := len(l); n >= 2 && n <= 11 && !strings.ContainsAny(l, " ,;") {
			return l
		}
	}
	return ""
}

// maxKeywords is how many keywords are kept; some pages list hundreds.
const maxKeywords = 50

func (m *metadata) keywords() (out []string) {
	seen := map[string]bool{}
	for _, list := range [][]string{m.ld.keywords, m.all("news_keywords", "keywords"), m.all("article:tag", "parsely-tags")} {
		for _, s := range list {
			for k := range strings.SplitSeq(s, ",") {
				if k = extract.CleanLine(k); k != "" && !seen[strings.ToLower(k)] && len(out) < maxKeywords {
					seen[strings.ToLower(k)] = true
					out = append(out, k)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
