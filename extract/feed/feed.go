// Package feed reads RSS, Atom and JSON feeds with gofeed: one article per item, its full
// content where the feed carries it, else the description.
package feed

import (
	"bytes"
	"strings"

	"github.com/mmcdole/gofeed"

	"dateline/extract"
	"dateline/extract/wire"
)

// Format is an RSS or Atom feed.
var Format = &extract.Format{
	Name: "feed",
	Doc:  "RSS 0.9 to 2.0 and Atom, one article per item",
	Sniff: func(head []byte, _ *extract.Record) int {
		for _, mark := range []string{"<rss", "<rdf:RDF", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/"} {
			if i := bytes.Index(head, []byte(mark)); i >= 0 && !bytes.Contains(head[:i], []byte("<html")) {
				return 94
			}
		}
		return 0
	},
	Parse: parse,
}

func parse(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(bytes.TrimLeft(rec.Data, " \t\r\n")))
	if err != nil {
		return nil, extract.Rejectf(rec, "parse", extract.CodeMalformed, "the file is not a well-formed feed", "%w", err)
	}
	var out []*extract.Article
	for _, it := range f.Items {
		if a := article(f, it); a.Text != "" {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "the feed has no item with a text")
	}
	return out, nil
}

func article(f *gofeed.Feed, it *gofeed.Item) *extract.Article {
	a := &extract.Article{
		ExternalID: it.GUID, URL: it.Link, Headline: strings.Join(wire.Paragraphs(wire.Fragment(it.Title)), " "),
		Language: f.Language, Copyright: extract.CleanLine(f.Copyright), Confidence: 0.9,
	}
	body := it.Content
	if strings.TrimSpace(body) == "" {
		body, a.Confidence = it.Description, 0.6 // mostly a teaser
	}
	a.Text = extract.JoinParagraphs(wire.Paragraphs(wire.Fragment(body)))
	if t := it.PublishedParsed; t != nil {
		a.PublishedAt, a.PublishedBasis = *t, extract.BasisMetadata
	} else if t := it.UpdatedParsed; t != nil {
		a.PublishedAt, a.PublishedBasis = *t, extract.BasisMetadata
	}
	if t := it.UpdatedParsed; t != nil {
		a.ModifiedAt = *t
	}
	for _, p := range it.Authors {
		if p != nil && p.Name != "" && !strings.EqualFold(p.Name, f.Title) {
			a.Bylines = append(a.Bylines, names(p.Name)...)
		}
	}
	for _, c := range it.Categories {
		wire.Keyword(a, strings.Trim(c, ", "))
	}
	wire.Dateline(a, "", "", "")
	if a.Agency == "" {
		a.Agency = extract.CleanLine(f.Title)
	}
	wire.Status(a, "")
	return a
}

// names are the names in an author field; what is no list of names stays whole.
func names(s string) []string {
	if n := wire.Bylines(s); n != nil {
		return n
	}
	if s = extract.CleanLine(s); s != "" {
		return []string{s}
	}
	return nil
}
