package html

import (
	"testing"

	"dateline/extract"
)

// Which of a page's days is that of publication.
func TestPublishedDay(t *testing.T) {
	ld := `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Zug fährt wieder","datePublished":"2024-08-07T12:01:51Z"}</script>`
	for name, tt := range map[string]struct{ head, body, want string }{
		"metadata alone":                   {ld, twoParagraphs, "2024-08-07"},
		"the page is older than its copy":  {ld, "<p>Ann Lee · Dec 30, 2013</p>" + twoParagraphs, "2013-12-30"},
		"a later day that may be a change": {ld, "<p>Ann Lee · Dec 30, 2024</p>" + twoParagraphs, "2024-08-07"},
		"the day of the change is shown":   {ld + `<meta property="article:modified_time" content="2024-12-30T10:00:00Z">`, "<p>Ann Lee · Dec 30, 2024</p>" + twoParagraphs, "2024-08-07"},
		"published again, then changed":    {ld + `<meta property="article:modified_time" content="2025-02-03T10:00:00Z">`, "<p>Ann Lee · Dec 30, 2024</p>" + twoParagraphs, "2024-12-30"},
		"a label for the change":           {ld, "<p>Updated Dec 30, 2013</p>" + twoParagraphs, "2024-08-07"},
		"a tag of the publisher's own":     {`<meta name="x-published-date" content="2024-05-27T06:03:43Z">`, twoParagraphs, "2024-05-27"},
		"a tag that speaks of the last":    {`<meta name="x-last-published-date" content="2024-05-27">`, twoParagraphs, ""},
		"an element says it better":        {"", `<time datetime="2024-12-20">August 28, 2024</time>` + twoParagraphs, "2024-12-20"},
	} {
		as, err := parse(&extract.Record{Data: []byte(page1(`<meta charset="utf-8">`+tt.head, tt.body))}, extract.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		if at := as[0].PublishedAt; !at.IsZero() {
			got = at.Format("2006-01-02")
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}
