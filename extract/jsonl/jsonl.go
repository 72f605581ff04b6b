// Package jsonl reads the jsonl source: one article per line, what exports of other
// crawlers become.
package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"dateline/extract"
)

// Format is the jsonl source; a record is one line.
var Format = &extract.Format{
	Name:  "jsonl",
	Doc:   `one JSON object per line: {"id","url","headline","text","published_at","agency","language","bylines"}, all but text optional`,
	Sniff: sniff,
	Parse: parse,
}

// Line is one article, its keys in the order of the documentation; unknown keys are
// ignored when it is read, empty ones left out when it is written.
type Line struct {
	ID          string   `json:"id,omitempty"`
	URL         string   `json:"url,omitempty"`
	Headline    string   `json:"headline,omitempty"`
	Text        *string  `json:"text,omitempty"`
	PublishedAt string   `json:"published_at,omitempty"`
	Agency      string   `json:"agency,omitempty"`
	Language    string   `json:"language,omitempty"`
	Bylines     []string `json:"bylines,omitempty"`
}

func sniff(head []byte, _ *extract.Record) int {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return 0
	}
	if bytes.Contains(head, []byte(`"text"`)) {
		return 60
	}
	return 10
}

func parse(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
	var l Line
	if err := json.Unmarshal(rec.Data, &l); err != nil {
		return nil, malformed(rec, err)
	}
	if l.Text == nil {
		return nil, extract.Rejectf(rec, "parse", extract.CodeNotAnArticle, `give each line a "text" string`, `the object has no "text"`)
	}
	a := &extract.Article{
		ExternalID: l.ID, URL: l.URL, Headline: extract.CleanLine(l.Headline), Agency: l.Agency, Language: l.Language,
		Text: extract.JoinParagraphs(extract.SplitParagraphs(*l.Text)),
	}
	for _, b := range l.Bylines {
		if b = extract.CleanLine(b); b != "" {
			a.Bylines = append(a.Bylines, b)
		}
	}
	if l.PublishedAt != "" {
		t, day, err := parseTime(l.PublishedAt)
		if err != nil {
			return nil, extract.Rejectf(rec, "parse", extract.CodeMalformed, "write published_at as RFC 3339 or YYYY-MM-DD", "published_at: %v", err)
		}
		a.PublishedAt, a.PublishedDay, a.PublishedBasis = t, day, extract.BasisMetadata
	}
	return []*extract.Article{a}, nil
}

// parseTime reads RFC 3339 or a bare day.
func parseTime(s string) (t time.Time, day bool, err error) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04:05"} {
		if t, err = time.Parse(layout, s); err == nil {
			return t, false, nil
		}
	}
	if t, err = time.Parse(time.DateOnly, s); err == nil {
		return t, true, nil
	}
	return time.Time{}, false, fmt.Errorf("%q is neither RFC 3339 nor YYYY-MM-DD", s)
}

func malformed(rec *extract.Record, err error) *extract.Reject {
	hint := "each line must be one JSON object"
	var syn *json.SyntaxError
	if errors.As(err, &syn) {
		return extract.Rejectf(rec, "parse", extract.CodeMalformed, hint, "not valid JSON at byte %d: %w", syn.Offset, err)
	}
	return extract.Rejectf(rec, "parse", extract.CodeMalformed, hint, "not an article object: %w", err)
}
