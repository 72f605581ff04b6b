// Package text reads plain text: a story as an agency's printer would give it, paragraphs
// apart by blank lines, with or without headline and dateline.
package text

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/dateline"
	"dateline/extract/wire"
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
	data := bytes.TrimPrefix(rec.Data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		return nil, extract.Rejectf(rec, "parse", extract.CodeBadEncoding, "convert the file to UTF-8", "the text is not valid UTF-8")
	}
	paragraphs := extract.SplitParagraphs(string(data))
	a := &extract.Article{}
	paragraphs = head(a, paragraphs)
	if a.Text = extract.JoinParagraphs(paragraphs); a.Text == "" {
		return nil, extract.Rejectf(rec, "parse", extract.CodeEmpty, "", "no text in the file")
	}
	return []*extract.Article{a}, nil
}

// head takes what stands above the story: a word that tells the status ("URGENT"), and
// the headline. Bylines and the dateline stay: they are found later, in every format.
func head(a *extract.Article, paragraphs []string) []string {
	for len(paragraphs) > 1 && isSlug(paragraphs[0]) {
		paragraphs = paragraphs[1:]
	}
	if len(paragraphs) > 1 {
		if a.Status = wire.Spoken(kicker(paragraphs[0])+":", ""); a.Status != "" {
			paragraphs = paragraphs[1:]
		}
	}
	if len(paragraphs) > 1 && isHeadline(paragraphs[0], paragraphs[1]) {
		a.Headline = extract.CleanLine(paragraphs[0])
		paragraphs = paragraphs[1:]
		if a.Status == "" {
			a.Status = wire.Spoken(a.Headline, "")
		}
	}
	return paragraphs
}

// slugs begin the lines that press offices set above a headline.
var slugs = []string{"source:", "media release", "news release", "press release", "for immediate release", "for release", "embargoed until", "contact:", "contacts:"}

// isSlug reports whether a paragraph is such a line: "Source: Some Company, Inc.", "MEDIA
// RELEASE PR12345".
func isSlug(s string) bool {
	if len(s) > 90 || strings.Contains(s, "\n") || strings.Contains(s, ". ") {
		return false
	}
	low := strings.ToLower(s)
	for _, p := range slugs {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// kicker is a line of capitals, at most three words, without a full stop; else empty.
func kicker(s string) string {
	if len(s) > 30 || strings.ToUpper(s) != s || strings.Count(s, " ") > 2 || strings.ContainsAny(s, ".,(/") {
		return ""
	}
	return strings.TrimSuffix(s, ":")
}

// maxHeadline is the longest headline, in bytes.
const maxHeadline = 200

// isHeadline reports whether a paragraph is the headline of the one below it: a line
// without a full stop, neither byline nor dateline, above a byline, a dateline or a
// sentence.
func isHeadline(s, below string) bool {
	if len(s) > maxHeadline || strings.Count(s, " ") < 2 || strings.ContainsAny(s[len(s)-1:], ".:;,") || dateline.IsHead(s) {
		return false
	}
	return dateline.IsHead(below) || strings.ContainsAny(below[len(below)-1:], ".!?\")”") || strings.HasSuffix(below, "”")
}
