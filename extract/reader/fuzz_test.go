package reader

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

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

// One target a format: real files of other people's agencies where they are at hand, the
// project's own stories, and fragments that are nearly right.

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, html.Format, `<!doctype html><title>a - b | c</title><script type="application/ld+json">{"@type":"NewsArticle","author":{"@id":"#a"},"@id":"#a"}</script><h1>x</h1><p>— A (@b) March 4, 2024<table><td>1`,
		`<form><div class="hidden"><p>Sign up for our letter.</p></div></form><a href="/"><div><h2>T</h2><p>3/9/2026 10:00 PM`)
}

func FuzzText(f *testing.F) {
	fuzzFormat(f, text.Format, "PARIS, Feb 10 (AFP) - Talks.\r\n\r\nMore.", "CORRECTED: x\nBy A B\n")
}

func FuzzNITF(f *testing.F) {
	fuzzFormat(f, nitf.Format, `<nitf><head><docdata><date.issue norm="20200210T100000Z"/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline><byline>By A<byttl>B</byttl></byline></body.head><body.content><p>Talks.</p></body.content></body></nitf>`)
}

func FuzzNewsML(f *testing.F) {
	fuzzFormat(f, newsml.Format, `<NewsML><NewsItem><Identification><NewsIdentifier><DateId>20200210</DateId></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent><p>Talks.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`)
}

func FuzzNewsMLG2(f *testing.F) {
	fuzzFormat(f, newsmlg2.Format, `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="x"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentSet><inlineXML><html><body><p>Talks.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`)
}

func FuzzNinjs(f *testing.F) {
	fuzzFormat(f, ninjs.Format, `{"uri":"x","versioncreated":"2020-02-10T00:00:00Z","pubstatus":"usable","headlines":[{}],"bodies":[null,{"value":"x"}]}`, `{"uri":"x","body_xhtml":"<p>Talks."}`)
}

func FuzzAPJSON(f *testing.F) {
	fuzzFormat(f, ninjs.APFormat, `{"data":{"item":{"headline":"H","renditions":{},"body":{"nitf":"<p>Talks.</p>"}}}}`)
}

func FuzzANPA(f *testing.F) {
	fuzzFormat(f, teletype.ANPA, "\x16\x16\x01a\x02^x<\r\n\tCITY (AP) _ Text.\r\n\x03")
}

func FuzzIPTC7901(f *testing.F) {
	fuzzFormat(f, teletype.IPTC7901, "\x01abc0001 4 pl 10 xyz\r\n\x02Text of it.\r\n\x03101000 feb 20\r\n\x04")
}

func FuzzFeed(f *testing.F) {
	fuzzFormat(f, feed.Format, `<rss><channel><item><title>T</title><pubDate>Mon, 10 Feb 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;Talks.</description></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>Talks.</div></content></entry></feed>`)
}

func FuzzJSONL(f *testing.F) {
	fuzzFormat(f, jsonl.Format, `{"id":"x","text":"One.\nTwo.","published_at":"2024-03-04"}`, `{"text":"\ud800"}`)
}

// fuzzFormat parses whatever comes as a record of one format.
func fuzzFormat(f *testing.F, format *extract.Format, own ...string) {
	for _, s := range own {
		f.Add([]byte(s))
	}
	for _, b := range seeds(f) {
		if got := Sniff(&extract.Record{Data: b}); got != nil && got.Name == format.Name {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		within(t, len(b), func() {
			articles, rej := Parse(&extract.Record{Data: b, Name: "fuzz", Source: extract.Source{URI: "fuzz", Format: format.Name}}, extract.Options{})
			if rej != nil && rej.Code == extract.CodeInternal {
				t.Fatalf("panic: %s", rej.Message)
			}
			if rej == nil && len(articles) == 0 {
				t.Fatal("a record is lost")
			}
			for _, a := range articles {
				whole(t, a)
			}
		})
	})
}

// whole fails where an article breaks the contract of its type.
func whole(t *testing.T, a *extract.Article) {
	t.Helper()
	for name, s := range map[string]string{"text": a.Text, "headline": a.Headline, "agency": a.Agency, "dateline": a.Dateline.Raw, "sign-off": a.SignOff, "bylines": strings.Join(a.Bylines, " ")} {
		if !utf8.ValidString(s) {
			t.Fatalf("%s is no UTF-8: %q", name, s)
		}
	}
	if d := a.Dateline; a.BodyStart < 0 || a.BodyStart > len(a.Text) || d.Start < 0 || d.Start > d.End || d.End > len(a.Text) {
		t.Fatalf("offsets: body %d, dateline %d to %d of %d bytes", a.BodyStart, d.Start, d.End, len(a.Text))
	}
	if a.Confidence < 0 || a.Confidence > 1 {
		t.Fatalf("confidence %f", a.Confidence)
	}
}

// maxSeed is how large a file may be to be a seed: mutations of larger ones are slow.
const maxSeed = 32 << 10

// seeds are the agencies' files of the development set, where it is at hand, and the
// project's own.
func seeds(tb testing.TB) (out [][]byte) {
	for _, pattern := range []string{"../../../shared/eval/wire/files/*", "../../fixtures/articles/*"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			tb.Fatal(err)
		}
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			if len(b) <= maxSeed {
				out = append(out, b)
			}
		}
	}
	return out
}

// What reading an input of n bytes may take at most.
const (
	maxAllocBase   = 16 << 20
	maxAllocFactor = 10
	maxReadTime    = 20 * time.Second
)

// within fails where fn, on an input of n bytes, allocates more than ten times as much and
// 16 MiB, or takes too long.
func within(t *testing.T, n int, fn func()) {
	t.Helper()
	start, before := time.Now(), allocated()
	fn()
	if got := allocated() - before; got > uint64(maxAllocFactor*n+maxAllocBase) {
		t.Fatalf("%d bytes of input: %d bytes allocated", n, got)
	}
	if took := time.Since(start); took > maxReadTime {
		t.Fatalf("%d bytes of input took %s", n, took)
	}
}

func allocated() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// The limits hold for whole files too, larger ones than the fuzzer starts from.
func TestReadIsBounded(t *testing.T) {
	page := "<html><h1>Talks</h1>" + strings.Repeat("<div class='x y'><p>Talks were held in <a href=/>Geneva</a> on Monday, officials said.</p></div>\n", 4000)
	nitf := "<nitf><body><body.content>" + strings.Repeat("<p>Talks were held in Geneva on Monday.</p>", 8000) + "</body.content></body></nitf>"
	all := append(seeds(t), []byte(page), []byte(nitf), bytes.Repeat([]byte("Talks were held in Geneva on Monday, officials said.\n\n"), 8000))
	for _, b := range all {
		within(t, len(b), func() {
			Parse(&extract.Record{Data: b}, extract.Options{})
		})
	}
}
