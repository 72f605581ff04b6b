package reader

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime/debug"

	"dateline/extract"
	"dateline/extract/feed"
	"dateline/extract/html"
	"dateline/extract/jsonl"
	"dateline/extract/newsml"
	"dateline/extract/newsmlg2"
	"dateline/extract/ninjs"
	"dateline/extract/nitf"
	"dateline/extract/teletype"
	"dateline/extract/text"
)

// Formats are all wire formats; the one with the highest score parses a record, the
// earlier one where scores are equal.
var Formats = []*extract.Format{
	jsonl.Format,
	html.Format,
	text.Format,
	nitf.Format,
	newsml.Format,
	newsmlg2.Format,
	ninjs.Format,
	ninjs.APFormat,
	teletype.ANPA,
	teletype.IPTC7901,
	feed.Format,
}

// Parse turns a record into articles. Articles read before an error are returned with
// it. A panic in a parser becomes a reject with code internal.
func Parse(rec *extract.Record, opt extract.Options) (articles []*extract.Article, rej *extract.Reject) {
	if rec.Err != nil {
		return nil, rec.Err
	}
	defer func() {
		if p := recover(); p != nil {
			rej = extract.Rejectf(rec, "parse", extract.CodeInternal, "please report this with the file", "panic: %v\n%s", p, debug.Stack())
		}
	}()
	if len(bytes.TrimSpace(rec.Data)) == 0 {
		return nil, extract.Rejectf(rec, "sniff", extract.CodeEmpty, "remove the file or fetch it again", "no content: expected an article")
	}
	f := Sniff(rec)
	if f == nil {
		return nil, extract.Rejectf(rec, "sniff", extract.CodeUnknownFormat, "see 'dateline help formats' for what can be read",
			"not a format dateline knows: the bytes begin with %q", rec.Data[:min(len(rec.Data), 16)])
	}
	articles, err := f.Parse(rec, opt)
	sum := sha256.Sum256(rec.Data)
	for _, a := range articles {
		a.Source = rec.Source
		a.Source.Format = f.Name
		a.Source.SHA256 = hex.EncodeToString(sum[:])
		finish(a, rec, opt)
	}
	if err != nil && !errors.As(err, &rej) {
		rej = extract.Rejectf(rec, "parse", extract.CodeMalformed, "", "%w", err)
	}
	if rej == nil && len(articles) == 0 {
		rej = extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "read as %s, but it holds no story", f.Name)
	}
	return articles, rej
}

// Sniff finds the format of a record, or nil. Where the container has said what its
// records are, that holds: a broken line of a JSONL file is not a plain text.
func Sniff(rec *extract.Record) *extract.Format {
	if name := rec.Source.Format; name != "" {
		for _, f := range Formats {
			if f.Name == name {
				return f
			}
		}
	}
	head := bytes.TrimPrefix(rec.Data, []byte("\xef\xbb\xbf"))
	head = head[:min(len(head), extract.SniffLen)]
	var best *extract.Format
	score := 0
	for _, f := range Formats {
		if s := f.Sniff(head, rec); s > score {
			best, score = f, s
		}
	}
	return best
}
