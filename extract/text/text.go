// Package text reads plain text: a story as an agency's printer would give it, paragraphs
// apart by blank lines, with or without headline and dateline.
package text

import (
	"unicode/utf8"

	"dateline/extract"
)

// Format is plain text.
var Format = &extract.Format{
	Name:  "text",
	Doc:   "plain text, paragraphs apart by blank lines",
	Sniff: sniff,
	Parse: parse,
}

func sniff(head []byte, _ *extract.Record) int {
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			return 0
		}
	}
	return 5
}

func parse(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
	if !utf8.Valid(rec.Data) {
		return nil, extract.Rejectf(rec, "parse", extract.CodeBadEncoding, "convert the file to UTF-8", "the text is not valid UTF-8")
	}
	text := extract.JoinParagraphs(extract.SplitParagraphs(string(rec.Data)))
	if text == "" {
		return nil, extract.Rejectf(rec, "parse", extract.CodeEmpty, "", "no text in the file")
	}
	return []*extract.Article{{Text: text}}, nil
}
