package html

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"dateline/extract"
)

const twoParagraphs = "<p>Der Zug über den Brenner fährt wieder, wie die Bahn am Montag sagte, und zwar früher als gedacht.</p>" +
	"<p>Die Strecke war nach dem Bergsturz drei Wochen lang gesperrt; für Züge gilt noch ein Tempolimit.</p>"

func page1(head, body string) string {
	return "<!DOCTYPE html><html><head><title>Zug fährt wieder</title>" + head + "</head><body><h1>Zug fährt wieder</h1>" + body + "</body></html>"
}

// The same page in several encodings, declared and not, is the same article.
func TestEncodings(t *testing.T) {
	utf8Page := page1(`<meta charset="utf-8">`, twoParagraphs)
	latin, err := charmap.ISO8859_1.NewEncoder().String(page1(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`, twoParagraphs))
	if err != nil {
		t.Fatal(err)
	}
	bare, err := charmap.Windows1252.NewEncoder().String(page1("", twoParagraphs))
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(utf8Page)
	if err != nil {
		t.Fatal(err)
	}
	greek, err := charmap.ISO8859_7.NewEncoder().String("<html><head><title>x</title></head><body><p>" + strings.Repeat("Το τρένο τρέχει ξανά, είπε η εταιρεία. ", 5) + "</p></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, page, contentType, want string
	}{
		{"utf-8", utf8Page, "", "über den Brenner fährt"},
		{"utf-8 with a byte order mark", "\xef\xbb\xbf" + utf8Page, "", "über den Brenner fährt"},
		{"utf-8 that says it is latin-1", strings.Replace(utf8Page, "utf-8", "iso-8859-1", 1), "", "über den Brenner fährt"},
		{"latin-1", latin, "", "über den Brenner fährt"},
		{"windows-1252, undeclared", bare, "", "über den Brenner fährt"},
		{"utf-16", wide, "", "über den Brenner fährt"},
		{"by the container's header", greek, "text/html; charset=iso-8859-7", "τρένο"},
		{"one broken byte", strings.Replace(utf8Page, "Montag", "Mon\xfftag", 1), "", "über den Brenner fährt"},
	} {
		as, err := parse(&extract.Record{Data: []byte(tt.page), ContentType: tt.contentType}, extract.Options{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if !strings.Contains(as[0].Text, tt.want) || !utf8.ValidString(as[0].Text) {
			t.Errorf("%s: got %q", tt.name, as[0].Text)
		}
	}
}

func TestRejects(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		want extract.Code
	}{
		"too deep":   {strings.Repeat("<div>", 100_000) + "x", extract.CodeTooDeep},
		"deep spans": {strings.Repeat("<span>", 100_000) + "x", extract.CodeTooDeep},
		"binary":     {"<html>" + strings.Repeat("\x00\x01\x02\xff", 1000), extract.CodeBadEncoding},
		"no story":   {"<html><body><nav><a href=/>Home</a></nav></body></html>", extract.CodeNotAnArticle},
		"empty":      {"", extract.CodeNotAnArticle},
	} {
		_, err := parse(&extract.Record{Data: []byte(tt.page)}, extract.Options{})
		var r *extract.Reject
		if !errors.As(err, &r) || r.Code != tt.want {
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
	}
}

// A page of ten times the size takes no more than some thirty times the time, whatever it
// is made of.
func TestGrowth(t *testing.T) {
	for _, unit := range []string{
		"<p>The ferry ran again on Friday, the mayor of the islands said.</p>",
		"<div><a href=x>Ferry runs</a></div>",
		"<li>One, two and three.",
		"<h2>Ferry</h2><span class='date'>March 3, 2024</span>",
		"<p><b>unclosed",
		"<table><tr><td>1<td>2",
		"text<br><br>",
		"<a rel=author>Jane Doe</a>",
		"<div class=author><img alt='Jane Doe'><div>Jane Doe</div></div>",
		"<span class=byline><a href=/author/jane>Jane Doe</a></span>",
		"<li><a href=#x>One</a></li>",
		"<div>September 10, 2025, noon to 1 pm, room 217, Jane Doe</div>",
	} {
		took := func(n int) time.Duration {
			data := []byte("<html><body><h1>Ferry runs again</h1>" + strings.Repeat(unit, n))
			best := time.Hour
			for range 2 {
				start := time.Now()
				if _, err := parse(&extract.Record{Data: data}, extract.Options{}); err != nil {
					continue // a page of links is no article
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		if small, large := took(1000), took(10_000); small < time.Hour && large > 60*small+200*time.Millisecond {
			t.Errorf("%q: 1,000 took %v, 10,000 took %v", unit, small, large)
		}
	}
}

func TestSniff(t *testing.T) {
	for in, want := range map[string]bool{
		"<!DOCTYPE html><html>":                       true,
		"\n\n <HTML LANG=en>":                         true,
		"<?xml version=\"1.0\"?><html xmlns=\"x\">":   true,
		"<div class=x><p>One.</p></div>":              true,
		"<?xml version=\"1.0\"?><nitf><head/></nitf>": false,
		`{"text":"<html>"}`:                           false,
		"A < B, said the teacher.":                    false,
		"":                                            false,
	} {
		if got := sniff([]byte(in), nil) > 10; got != want && !strings.HasPrefix(in, "{") {
			t.Errorf("sniff(%q) = %v", in, got)
		}
	}
	if sniff([]byte("plain"), &extract.Record{ContentType: "text/html"}) == 0 {
		t.Error("the container's word counts for nothing")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(page1(`<script type="application/ld+json">{"@type":"NewsArticle","author":{"@id":"#a"}}</script>`, twoParagraphs)))
	f.Add([]byte("<h1>x</h1><p>— A (@b) March 4, 2024<table><td>1"))
	f.Add([]byte("<title>a | b</title><meta property=og:title content='a - b - c'><time datetime=2024-02-30>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		as, err := parse(&extract.Record{Data: b}, extract.Options{})
		if (err == nil) != (len(as) == 1) {
			t.Fatalf("%d articles, error %v", len(as), err)
		}
		if err != nil {
			return
		}
		a := as[0]
		if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Headline) || a.BodyStart > len(a.Text) || a.Confidence < 0 || a.Confidence > 1 {
			t.Fatalf("bad article %+v", a)
		}
	})
}
