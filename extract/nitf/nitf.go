// Package nitf reads NITF 3.x, IPTC's News Industry Text Format.
//
// In: an XML document whose root is nitf. Out: one article. Newsml reuses [Read] for the
// NITF that NewsML items carry inline.
package nitf

import (
	"bytes"
	"cmp"
	"strings"

	"dateline/extract"
	"dateline/extract/wire"
)

// Format is NITF 3.x.
var Format = &extract.Format{
	Name: "nitf",
	Doc:  "NITF 3.x, one story in an XML document",
	Sniff: func(head []byte, _ *extract.Record) int {
		if i := bytes.Index(head, []byte("<nitf")); i >= 0 && !bytes.Contains(head[:i], []byte("<NewsML")) {
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
	a := &extract.Article{Confidence: 1}
	Read(root, a)
	if a.Text == "" && a.Status != extract.StatusKill {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "the nitf document has no text in body.content")
	}
	return []*extract.Article{a}, nil
}

// Read fills what an nitf element tells; fields that are set already stay.
func Read(root *wire.Node, a *extract.Article) {
	head, body := root.Child("head"), root.Child("body")
	data, top := head.Child("docdata"), body.Child("body.head")
	metadata(root, head, data, a)
	if a.Headline == "" {
		a.Headline = extract.CleanLine(strings.TrimLeft(cmp.Or(top.At("hedline/hl1").String(), head.Child("title").String()), "*"))
	}
	if len(a.Bylines) == 0 {
		for _, b := range top.All("byline") {
			a.Bylines = append(a.Bylines, wire.Bylines(withoutTitle(b))...)
		}
	}
	distributor := top.Child("distributor").String()
	if a.Agency == "" {
		a.Agency = wire.Agency(data.At("doc.copyright").Get("holder"), distributor, data.Child("doc-id").Get("regsrc"),
			data.At("del-list/from-src").Get("src-name"))
	}
	if a.Text == "" {
		a.Text = extract.JoinParagraphs(wire.Paragraphs(body.Child("body.content")))
	}
	line := top.Child("dateline")
	place, country := line.Child("location"), line.Find("country")
	city := cmp.Or(place.Child("city").String(), place.String())
	raw := strings.TrimSpace(withoutDate(line))
	wire.Dateline(a, cmp.Or(raw, city), city, cmp.Or(country.Get("iso-cc"), country.String()))
	a.SignOff = extract.CleanLine(body.At("body.end/tagline").String())
	wire.Status(a, data.Get("management-status"))
}

// metadata reads head and docdata.
func metadata(root, head, data *wire.Node, a *extract.Article) {
	if !a.HasPublished() {
		wire.Published(a, data.Child("date.issue").Get("norm"), data.Child("date.release").Get("norm"),
			head.Child("pubdata").Get("date.publication"), data.Child("pubdata").Get("date.publication"))
	}
	if a.ExternalID == "" {
		a.ExternalID = data.Child("doc-id").Get("id-string")
	}
	if a.Urgency == 0 {
		a.Urgency = wire.Number(data.Child("urgency").Get("ed-urg"))
	}
	if a.Language == "" {
		a.Language = cmp.Or(root.Get("baselang"), root.Get("lang"))
	}
	if a.Slug == "" {
		a.Slug = extract.CleanLine(data.Child("du-key").Get("key"))
	}
	if a.Version == "" {
		a.Version = data.Child("du-key").Get("version")
	}
	if a.Copyright == "" {
		c := data.Child("doc.copyright")
		a.Copyright = extract.CleanLine(strings.TrimSpace(c.Get("year") + " " + c.Get("holder")))
	}
	for _, s := range head.At("tobject").All("tobject.subject") {
		wire.Subject(a, s.Get("tobject.subject.refnum"))
	}
	for _, k := range data.At("key-list").All("keyword") {
		wire.Keyword(a, k.Get("key"))
	}
	for _, m := range head.All("meta") {
		if m.Get("name") == "anpa-keyword" {
			wire.Keyword(a, m.Get("content"))
		}
	}
	for _, m := range data.All("ed-msg") {
		if note := extract.CleanLine(m.Get("info")); note != "" {
			a.Notes = append(a.Notes, note)
		}
	}
}

// withoutTitle is a byline without the byttl element inside it.
func withoutTitle(b *wire.Node) string {
	var parts []string
	for _, c := range b.Children {
		if c.Name != "byttl" {
			parts = append(parts, c.String())
		}
	}
	return strings.Join(parts, " ")
}

// withoutDate is a dateline element without its story.date.
func withoutDate(d *wire.Node) string {
	var parts []string
	if d != nil {
		for _, c := range d.Children {
			if c.Name != "story.date" {
				parts = append(parts, c.String())
			}
		}
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
