// Package newsmlg2 reads NewsML-G2 as Reuters, dpa, AP, ANSA, STT and Europa Press send
// it: a newsMessage, a packageItem or a bare newsItem.
//
// Out: one article per text item. Notes to editors, dpa's notepads with private contacts
// among them, are kept apart from the text.
package newsmlg2

import (
	"bytes"
	"cmp"
	"strings"

	"dateline/extract"
	"dateline/extract/nitf"
	"dateline/extract/wire"
)

// Format is NewsML-G2.
var Format = &extract.Format{
	Name: "newsml-g2",
	Doc:  "NewsML-G2: a newsMessage or newsItem with inlineXML or inlineData",
	Sniff: func(head []byte, _ *extract.Record) int {
		for _, mark := range []string{"<newsMessage", "<newsItem", "http://iptc.org/std/nar/2006-10-01/"} {
			if i := bytes.Index(head, []byte(mark)); i >= 0 && !bytes.Contains(head, []byte("<nitf")) {
				return 97
			}
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
	items := root.Every("newsItem")
	if root.Name == "newsItem" {
		items = []*wire.Node{root}
	}
	var out []*extract.Article
	for _, item := range items {
		if !isText(item) {
			continue
		}
		a := article(root, item)
		if a.Text != "" || a.Status == extract.StatusKill {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "fetch the remote content first if the message only points at it",
			"no text item with content in place")
	}
	return out, nil
}

func isText(item *wire.Node) bool {
	class := item.At("itemMeta/itemClass").Get("qcode")
	return class == "" || strings.HasSuffix(class, ":text") || strings.HasSuffix(class, ":composite")
}

func article(root, item *wire.Node) *extract.Article {
	meta, content := item.Child("itemMeta"), item.Child("contentMeta")
	a := &extract.Article{
		ExternalID: item.Get("guid"), Version: item.Get("version"), Confidence: 1,
		Headline:  extract.CleanLine(cmp.Or(mainHeadline(content), meta.Child("title").String())),
		Slug:      extract.CleanLine(content.Child("slugline").String()),
		Copyright: extract.CleanLine(item.At("rightsInfo/copyrightNotice").String()),
		Urgency:   wire.Number(cmp.Or(content.Child("urgency").String(), root.At("header/priority").String())),
		Language:  cmp.Or(content.Child("language").Get("tag"), item.Get("lang")),
	}
	wire.Published(a, meta.Child("versionCreated").String(), meta.Child("firstCreated").String(), content.Child("contentCreated").String(), root.At("header/sent").String())
	a.EmbargoedUntil = wire.Time(meta.Child("embargoed").String())
	for _, s := range content.All("subject") {
		wire.Subject(a, s.Get("qcode"))
	}
	for _, k := range content.All("keyword") {
		wire.Keyword(a, k.String())
	}
	for _, n := range meta.All("edNote") {
		if note := extract.CleanLine(n.String()); note != "" {
			a.Notes = append(a.Notes, note)
		}
	}
	a.Bylines = bylines(content)
	paragraphs := body(item.Child("contentSet"), a.Headline)
	if line := content.Child("dateline").String(); line != "" && len(paragraphs) > 1 && extract.CleanLine(paragraphs[0]) == line {
		paragraphs[1] = line + " " + paragraphs[1] // an element of its own, but one line on paper
		paragraphs = paragraphs[1:]
	}
	a.Text = extract.JoinParagraphs(paragraphs)
	dateline(content, a)
	if a.Agency == "" {
		a.Agency = agency(item, meta, content)
	}
	var signals []string
	for _, s := range meta.All("signal") {
		signals = append(signals, s.Get("qcode"))
	}
	wire.Status(a, meta.Child("pubStatus").Get("qcode"), signals...)
	if a.Status == "" && !a.EmbargoedUntil.IsZero() {
		a.Status = extract.StatusEmbargo
	}
	return a
}

// mainHeadline passes over sub-headlines.
func mainHeadline(content *wire.Node) string {
	for _, h := range content.All("headline") {
		if r := strings.ToLower(h.Get("role")); r == "" || strings.Contains(r, "main") || strings.HasSuffix(r, ":headline") {
			return h.String()
		}
	}
	return content.Child("headline").String()
}

// bylines are the by element's names; creators only where they are persons by name.
func bylines(content *wire.Node) []string {
	for _, b := range content.All("by") {
		if names := wire.Bylines(b.String()); names != nil {
			return names
		}
	}
	return nil
}

// dateline prefers the field, but Reuters puts a time into it, and its located is the
// desk's town and not the story's.
func dateline(content *wire.Node, a *extract.Article) {
	located := content.Child("located")
	country := ""
	for _, b := range located.All("broader") {
		if strings.Contains(strings.ToLower(b.Get("type")), "country") {
			country = b.Child("name").String()
		}
	}
	city := ""
	if t := strings.ToLower(located.Get("type")); strings.Contains(t, "city") && content.Child("dateline") != nil {
		city = located.Child("name").String()
	}
	wire.Dateline(a, content.Child("dateline").String(), city, country)
}

// agency is the provider; where that is a house that sends for others (dpa for Europa
// Press, AP for its members), the credit line or the copyright holder says whose it is.
func agency(item, meta, content *wire.Node) string {
	provider := meta.Child("provider")
	credit := strings.Trim(content.Child("creditline").String(), " –—-")
	if credit != "" {
		if name := wire.Agency(credit); name != "" && len(name) < 40 {
			return name
		}
	}
	holder := item.At("rightsInfo/copyrightHolder")
	source := content.Child("infoSource")
	return wire.Agency(provider.Child("name").String(), provider.Get("literal"), source.Child("name").String(), source.Get("literal"), holder.Get("literal"))
}

// body is the text of the content set: XML in place, or data.
func body(set *wire.Node, headline string) []string {
	for _, x := range set.All("inlineXML") {
		if n := x.Find("nitf"); n != nil {
			inner := &extract.Article{}
			nitf.Read(n, inner)
			if inner.Text != "" {
				return strings.Split(inner.Text, "\n\n")
			}
		}
		if out := wire.Paragraphs(story(x)); len(out) > 0 {
			return wire.WithoutHeadline(out, headline)
		}
	}
	for _, d := range set.All("inlineData") {
		if kind := d.Get("contenttype"); kind != "" && !strings.HasPrefix(kind, "text/") && !strings.Contains(kind, "html") {
			continue
		}
		s := d.Raw()
		if strings.Contains(s, "<p") || strings.Contains(s, "<P") || strings.Contains(s, "<br") {
			if out := wire.Paragraphs(wire.Fragment(s)); len(out) > 0 {
				return out
			}
		}
		if out := wire.Lines(s); len(out) > 0 {
			return wire.WithoutHeadline(out, headline)
		}
	}
	return nil
}

// story is the part of an XHTML body that holds the article: dpa marks it as a section.
func story(x *wire.Node) *wire.Node {
	for _, s := range x.Every("section") {
		if c := " " + s.Get("class") + " "; strings.Contains(c, " main ") || strings.Contains(c, " body ") {
			return s
		}
	}
	if b := x.Find("body"); b != nil {
		return b
	}
	return x
}
