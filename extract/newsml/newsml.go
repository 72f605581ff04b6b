// Package newsml reads NewsML 1.x as AFP, ANP, EFE, Kyodo, TASS and Business Wire send it.
//
// In: an XML document whose root is NewsML. Out: one article per NewsItem; where an item
// holds the same text in several languages, the first one.
package newsml

import (
	"bytes"
	"cmp"
	"strings"

	"dateline/extract"
	"dateline/extract/nitf"
	"dateline/extract/wire"
)

// Format is NewsML 1.x.
var Format = &extract.Format{
	Name: "newsml",
	Doc:  "NewsML 1.x, one article per NewsItem, with inline NITF or XHTML",
	Sniff: func(head []byte, _ *extract.Record) int {
		if bytes.Contains(head, []byte("<NewsML")) {
			return 97
		}
		return 0
	},
	Parse: parse,
}

func parse(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
	root, err := wire.Parse(rec.Data)
	if err != nil {
		return nil, wire.Malformed(rec, err)
	}
	var out []*extract.Article
	for _, item := range root.All("NewsItem") {
		a := article(root, item)
		if a.Text != "" || a.Status == extract.StatusKill {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "no NewsItem with a text")
	}
	return out, nil
}

func article(root, item *wire.Node) *extract.Article {
	a := &extract.Article{Confidence: 1}
	id, manage := item.At("Identification"), item.Child("NewsManagement")
	a.ExternalID = id.At("NewsIdentifier/PublicIdentifier").String()
	a.Version = id.At("NewsIdentifier/RevisionId").String()
	wire.Published(a, manage.Child("ThisRevisionCreated").String(), manage.Child("FirstCreated").String(), root.At("NewsEnvelope/DateAndTime").String())
	a.Urgency = wire.Number(cmp.Or(manage.Child("Urgency").Get("FormalName"), root.At("NewsEnvelope/Priority").Get("FormalName")))
	if a.Urgency > 8 {
		a.Urgency = 0
	}
	var m metadata
	component := item.Child("NewsComponent")
	m.read(component)
	a.Headline, a.Copyright, a.Slug = extract.CleanLine(m.headline), extract.CleanLine(m.copyright), extract.CleanLine(cmp.Or(m.slug, id.Child("NameLabel").String()))
	a.Language = cmp.Or(item.Get("lang"), component.Get("lang"), m.language)
	a.Bylines = wire.Bylines(m.byline)
	a.Subjects = nil
	for _, s := range m.subjects {
		wire.Subject(a, s)
	}
	wire.Keyword(a, m.keywords...)
	a.Notes = m.notes
	sender := root.At("NewsEnvelope/SentFrom/Party")
	a.Agency = wire.Agency(m.provider, sender.Get("FormalName"), m.credit, id.At("NewsIdentifier/ProviderId").String())
	m.content(component, a)
	wire.Dateline(a, m.dateline, m.origin["City"], m.origin["Country"])
	wire.Status(a, manage.Child("Status").Get("FormalName"))
	if manage.Child("NewsItemType").Get("FormalName") == "Correction" && a.Status == "" {
		a.Status = extract.StatusCorrection
	}
	return a
}

// metadata is what the components of an item say, outer ones first: the first value of
// each field holds.
type metadata struct {
	headline, byline, dateline, copyright, slug, credit, language, provider string
	subjects, keywords, notes                                               []string
	origin                                                                  map[string]string
}

func (m *metadata) read(c *wire.Node) {
	if c == nil || picture(c) {
		return
	}
	set := func(to *string, n *wire.Node) {
		if *to == "" {
			*to = n.String()
		}
	}
	lines, d := c.Child("NewsLines"), c.Child("DescriptiveMetadata")
	set(&m.headline, lines.Child("HeadLine"))
	set(&m.byline, lines.Child("ByLine"))
	set(&m.dateline, lines.Child("DateLine"))
	set(&m.copyright, lines.Child("CopyrightLine"))
	set(&m.slug, lines.Child("SlugLine"))
	set(&m.credit, lines.Child("CreditLine"))
	if m.language == "" {
		m.language = d.Child("Language").Get("FormalName")
	}
	if m.provider == "" {
		admin := c.Child("AdministrativeMetadata")
		m.provider = cmp.Or(admin.At("Provider/Party").Get("FormalName"))
	}
	for _, s := range d.All("SubjectCode") {
		for _, code := range s.Children {
			m.subjects = append(m.subjects, code.Get("FormalName"))
		}
	}
	for _, p := range d.All("Property") {
		if p.Get("FormalName") == "Keyword" {
			m.keywords = append(m.keywords, strings.Split(p.Get("Value"), ";")...)
		}
	}
	for _, l := range d.All("Location") {
		if how := l.Get("HowPresent"); how == "Origin" && m.origin == nil || how == "Event" && m.origin == nil {
			m.origin = map[string]string{}
			for _, p := range l.All("Property") {
				m.origin[p.Get("FormalName")] = p.Get("Value")
			}
		}
	}
	for _, l := range lines.All("NewsLine") {
		if t := l.Child("NewsLineText").String(); t != "" {
			m.notes = append(m.notes, extract.CleanLine(t))
		}
	}
	for _, child := range c.All("NewsComponent") {
		m.read(child)
	}
}

// picture reports whether a component is of something else than the story: a photo, a
// style sheet, the headline by itself.
func picture(c *wire.Node) bool {
	switch strings.ToLower(c.At("ContentItem/MediaType").Get("FormalName")) {
	case "photo", "graphic", "video", "picture", "audio", "animation":
		return true
	}
	switch strings.ToLower(c.Child("Role").Get("FormalName")) {
	case "stylesheet", "caption", "photo", "graphic", "thumbnail", "preview", "quicklook", "hires", "logo", "highdef", "subheadline", "headline", "contact":
		return true
	}
	return false
}

// content reads the first text of a component, depth first.
func (m *metadata) content(c *wire.Node, a *extract.Article) bool {
	if c == nil || picture(c) {
		return false
	}
	for _, item := range c.All("ContentItem") {
		data := item.Child("DataContent")
		if data == nil || strings.Contains(strings.ToLower(item.Child("MimeType").Get("FormalName")), "css") {
			continue
		}
		if n := data.Find("nitf"); n != nil {
			m.inline(n, a)
		} else {
			a.Text = extract.JoinParagraphs(paragraphs(data))
		}
		if a.Text != "" {
			return true
		}
	}
	for _, child := range c.All("NewsComponent") {
		if m.content(child, a) {
			return true
		}
	}
	return false
}

// inline reads an item's NITF; the item's own metadata hold where they say something.
func (m *metadata) inline(n *wire.Node, a *extract.Article) {
	nitf.Read(n, a)
	a.Status = ""
	if m.dateline != "" && a.Dateline.Start == a.Dateline.End {
		a.Dateline = extract.Dateline{}
	}
}

func paragraphs(data *wire.Node) []string {
	if len(data.Children) == 1 && data.Children[0].Name == "" {
		return wire.Lines(data.Children[0].Text)
	}
	return wire.Paragraphs(data)
}
