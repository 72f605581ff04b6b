// Package ninjs reads ninjs 1.x, 2.x and 3.x, and the JSON of AP's Media API, which is a
// ninjs with fields of its own.
package ninjs

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"

	"dateline/extract"
	"dateline/extract/wire"
)

// Format is ninjs.
var Format = &extract.Format{
	Name:  "ninjs",
	Doc:   "ninjs 1.x to 3.x, one news item in a JSON object",
	Sniff: sniff,
	Parse: func(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
		var it item
		if err := json.Unmarshal(rec.Data, &it); err != nil {
			return nil, malformed(rec, err)
		}
		return one(rec, &it)
	},
}

// APFormat is an item of AP's Media API.
var APFormat = &extract.Format{
	Name:  "ap-json",
	Doc:   "an item of AP's Media API (/content with its body)",
	Sniff: sniffAP,
	Parse: func(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
		var doc struct {
			Data struct {
				Item item `json:"item"`
			} `json:"data"`
			NITF json.RawMessage `json:"nitf"` // the body, which AP keeps apart and clients add
		}
		if err := json.Unmarshal(rec.Data, &doc); err != nil {
			return nil, malformed(rec, err)
		}
		it := &doc.Data.Item
		var body item
		if it.BodyNITF = scalar(doc.NITF); it.BodyNITF == "" && json.Unmarshal(doc.NITF, &body) == nil {
			it.BodyHTML = body.BodyHTML
		}
		return one(rec, it)
	},
}

func sniff(head []byte, _ *extract.Record) int {
	head = bytes.TrimLeft(head, " \t\r\n")
	if !bytes.HasPrefix(head, []byte("{")) {
		return 0
	}
	score := 0
	for _, key := range []string{`"versioncreated"`, `"versionCreated"`, `"body_html"`, `"body_text"`, `"body_xhtml"`, `"bodies"`, `"headlines"`, `"pubstatus"`, `"pubStatus"`, `"copyrightholder"`, `"copyrightHolder"`, `"firstcreated"`, `"usageterms"`} {
		if bytes.Contains(head, []byte(key)) {
			score += 35
		}
	}
	return min(score, 92)
}

func sniffAP(head []byte, _ *extract.Record) int {
	head = bytes.TrimLeft(head, " \t\r\n")
	if bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"api_version"`)) && bytes.Contains(head, []byte(`"data"`)) {
		return 95
	}
	return 0
}

// valued is a headline or body of ninjs 2 and 3.
type valued struct {
	Role         string `json:"role"`
	Value        string `json:"value"`
	ContentType  string `json:"contenttype"`
	ContentType3 string `json:"contentType"`
}

// named is a place, subject or keyword: an object, or in some versions a string.
type named struct {
	Name    string `json:"name"`
	Code    string `json:"code"`
	Literal string `json:"literal"`
	URI     string `json:"uri"`
}

func (n *named) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &n.Name)
	}
	type plain named
	if len(b) > 0 && b[0] == '{' {
		return json.Unmarshal(b, (*plain)(n))
	}
	return nil
}

// words is a string or a list of strings.
type words []string

func (w *words) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		var list []named
		if err := json.Unmarshal(b, &list); err != nil {
			return err
		}
		for _, n := range list {
			*w = append(*w, n.Name)
		}
		return nil
	}
	var s string
	if len(b) > 0 && b[0] == '"' {
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		*w = words{s}
	}
	return nil
}

// item has the keys of all versions; encoding/json matches without regard to case, so
// versioncreated and versionCreated are one.
type item struct {
	URI, GUID, ID    string
	Version          json.RawMessage
	VersionCreated   string
	FirstCreated     string
	Embargoed        string
	PubStatus        string
	Urgency          json.RawMessage
	Language         string
	Headline         string
	Headlines        []valued
	Byline, By       string
	Bylines          []struct{ By, Title string }
	Located          string
	DatelineLocation struct{ City, CountryCode, CountryName string }
	Slugline         string
	BodyHTML         string `json:"body_html"`
	BodyText         string `json:"body_text"`
	BodyXHTML        string `json:"body_xhtml"`
	BodyNITF         string `json:"body_nitf"`
	Bodies           []valued
	CopyrightHolder  string
	CopyrightNotice  string
	Source           string
	Provider         json.RawMessage
	Ednote           string
	Keywords         words
	Subject          []named
	Subjects         []named
	Signals          []string
}

func one(rec *extract.Record, it *item) ([]*extract.Article, error) {
	a := &extract.Article{
		ExternalID: cmp.Or(it.URI, it.GUID, it.ID), Version: scalar(it.Version), Language: it.Language, Slug: extract.CleanLine(it.Slugline),
		Headline: extract.CleanLine(cmp.Or(it.Headline, main(it.Headlines))), Copyright: extract.CleanLine(it.CopyrightNotice),
		Urgency: wire.Number(scalar(it.Urgency)), Confidence: 1,
	}
	wire.Published(a, it.VersionCreated, it.FirstCreated)
	a.EmbargoedUntil = wire.Time(it.Embargoed)
	a.Bylines = wire.Bylines(cmp.Or(it.Byline, it.By))
	for _, b := range it.Bylines {
		a.Bylines = append(a.Bylines, wire.Bylines(b.By)...)
	}
	if note := extract.CleanLine(it.Ednote); note != "" {
		a.Notes = []string{note}
	}
	for _, s := range append(it.Subject, it.Subjects...) {
		wire.Subject(a, cmp.Or(s.Code, s.URI))
	}
	wire.Keyword(a, it.Keywords...)
	a.Text = extract.JoinParagraphs(it.body(a.Headline))
	wire.Dateline(a, it.Located, it.DatelineLocation.City, cmp.Or(it.DatelineLocation.CountryCode, it.DatelineLocation.CountryName))
	if a.Agency == "" {
		a.Agency = wire.Agency(it.Source, scalar(it.Provider), it.CopyrightHolder)
	}
	wire.Status(a, it.PubStatus, it.Signals...)
	if a.Text == "" && a.Status != extract.StatusKill && a.Headline == "" {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "the item has neither headline nor body")
	}
	return []*extract.Article{a}, nil
}

// body is the item's text: marked-up bodies first, for they know their paragraphs.
func (it *item) body(headline string) []string {
	candidates := []string{it.BodyXHTML, it.BodyHTML, it.BodyNITF}
	plain := []string{it.BodyText}
	for _, b := range it.Bodies {
		kind := strings.ToLower(b.ContentType + b.ContentType3 + b.Role)
		if strings.Contains(kind, "html") || strings.Contains(kind, "nitf") {
			candidates = append(candidates, b.Value)
		} else {
			plain = append(plain, b.Value)
		}
	}
	for _, c := range candidates {
		n := wire.Fragment(c)
		if body := n.Find("article"); body != nil && len(wire.Paragraphs(bodyText(body))) > 0 {
			n = bodyText(body)
		}
		if out := wire.Paragraphs(n); len(out) > 0 {
			return wire.WithoutHeadline(out, headline)
		}
	}
	for _, p := range plain {
		if strings.TrimSpace(p) != "" {
			return wire.WithoutHeadline(strings.Split(p, "\n"), headline)
		}
	}
	return nil
}

// bodyText is the element that holds the paragraphs: TT marks it among headline and
// vignette.
func bodyText(n *wire.Node) *wire.Node {
	for _, d := range n.Every("section") {
		for _, c := range d.Children {
			if strings.Contains(c.Get("class"), "bodytext") {
				return c
			}
		}
	}
	return n
}

func main(headlines []valued) string {
	for _, h := range headlines {
		if h.Role == "main" || h.Role == "" {
			return h.Value
		}
	}
	if len(headlines) > 0 {
		return headlines[0].Value
	}
	return ""
}

// scalar is a JSON string or number as a string.
func scalar(b json.RawMessage) string {
	var s string
	if json.Unmarshal(b, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(b, &n) == nil {
		return n.String()
	}
	var o named
	if json.Unmarshal(b, &o) == nil {
		return o.Name
	}
	return ""
}

func malformed(rec *extract.Record, err error) *extract.Reject {
	return extract.Rejectf(rec, "parse", extract.CodeMalformed, "the file is not the JSON object it looks like", "%w", err)
}
