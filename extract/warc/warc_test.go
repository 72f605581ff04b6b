package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"dateline/extract"
)

func record(kind, uri, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: 2020-02-11T06:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, uri, len(block), block)
}

func page(headers, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body
}

func collect(t *testing.T, r io.Reader, lim extract.Limits) (out []*extract.Record) {
	t.Helper()
	err := split(&extract.Stream{Reader: bufio.NewReader(r)}, extract.Source{URI: "x.warc"}, lim, func(rec *extract.Record) error {
		out = append(out, rec)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSplit(t *testing.T) {
	in := record("warcinfo", "", "software: x\r\n") + record("request", "u0", "GET / HTTP/1.1\r\n\r\n") +
		record("response", "u1", page("", "<p>one</p>")) +
		record("response", "u2", "HTTP/1.1 404 Not Found\r\n\r\nno") +
		record("response", "u3", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
		record("response", "u4", page("", "<p>four</p>"))
	got := collect(t, strings.NewReader(in), extract.DefaultLimits)
	if len(got) != 2 || string(got[0].Data) != "<p>one</p>" || got[1].URL != "u4" {
		t.Fatalf("%d records", len(got))
	}
	r := got[1]
	if r.ExternalID != "urn:uuid:u4" || r.ContentType != "text/html; charset=utf-8" || r.FetchedAt.IsZero() || !strings.HasPrefix(in[r.Source.Offset:], "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:u4>") {
		t.Errorf("%+v", r)
	}
}

func TestEncodings(t *testing.T) {
	body := strings.Repeat("<p>Talks were held in Geneva.</p>", 40)
	chunks := ""
	for i := 0; i < len(body); i += 100 {
		part := body[i:min(i+100, len(body))]
		chunks += fmt.Sprintf("%x;ext=1\r\n%s\r\n", len(part), part)
	}
	for name, p := range map[string]string{
		"gzip":           page("Content-Encoding: gzip\r\n", encoded(t, "gzip", body)),
		"deflate":        page("Content-Encoding: deflate\r\n", encoded(t, "deflate", body)),
		"br":             page("Content-Encoding: br\r\n", encoded(t, "br", body)),
		"zstd":           page("Content-Encoding: zstd\r\n", encoded(t, "zstd", body)),
		"chunked":        page("Transfer-Encoding: chunked\r\n", chunks+"0\r\n\r\n"),
		"joined before":  page("Transfer-Encoding: chunked\r\n", body),
		"decoded before": page("Content-Encoding: gzip\r\n", body),
		"bare newlines":  strings.ReplaceAll(page("", "\x00"), "\r\n", "\n")[:len("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n")] + body,
	} {
		got := collect(t, strings.NewReader(record("response", "u", p)), extract.DefaultLimits)
		if len(got) != 1 || got[0].Err != nil || string(got[0].Data) != body {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestLimits(t *testing.T) {
	lim := extract.DefaultLimits
	lim.RecordBytes = 1000
	var g bytes.Buffer
	w := gzip.NewWriter(&g)
	w.Write(make([]byte, 1<<20))
	w.Close()
	in := record("response", "big", page("", strings.Repeat("x", 5000))) + record("response", "bomb", page("Content-Encoding: gzip\r\n", g.String())) + record("response", "ok", page("", "fine"))
	got := collect(t, strings.NewReader(in), lim)
	if len(got) != 3 {
		t.Fatalf("%d records", len(got))
	}
	for i, want := range []extract.Code{extract.CodeTooLarge, extract.CodeTooLarge, ""} {
		if e := got[i].Err; (e == nil) != (want == "") || e != nil && e.Code != want {
			t.Errorf("record %d: %v", i, e)
		}
	}
}

func TestBrokenRecordsAreSkipped(t *testing.T) {
	good := record("response", "good", page("", "<p>good</p>"))
	for name, in := range map[string]string{
		"garbage between":  good + "\x00garbage\nmore garbage\n" + good,
		"no length":        good + "WARC/1.0\r\nWARC-Type: response\r\n\r\nblock\r\n\r\n" + good,
		"endless header":   good + "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 20000) + "\r\n" + good,
		"not http":         good + record("response", "odd", "no status line here\r\n\r\nx") + good,
		"response no body": good + record("response", "odd", "HTTP/1.1 200 OK") + good,
	} {
		bad, ok := 0, 0
		for _, r := range collect(t, strings.NewReader(in), extract.DefaultLimits) {
			if r.Err != nil {
				bad++
			} else {
				ok++
			}
		}
		if ok != 2 || bad != 1 {
			t.Errorf("%s: %d good and %d broken records, want 2 and 1", name, ok, bad)
		}
	}
}

func TestTruncated(t *testing.T) {
	in := record("response", "u", page("", "<p>one</p>"))
	err := split(&extract.Stream{Reader: bufio.NewReader(strings.NewReader(in + in[:len(in)-20]))}, extract.Source{}, extract.DefaultLimits, func(*extract.Record) error { return nil })
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v, want an unexpected end", err)
	}
}

// FuzzSplit also holds reading to its bound on allocation, ten times the input and 16 MiB,
// beside what the limit lets a body expand to.
func FuzzSplit(f *testing.F) {
	for _, encoding := range []string{"gzip", "deflate", "br", "zstd"} {
		f.Add([]byte(record("response", "u", page("Content-Encoding: "+encoding+"\r\n", encoded(f, encoding, strings.Repeat("<p>Talks were held.</p>", 9))))))
	}
	f.Add([]byte(record("response", "u", page("Content-Encoding: gzip\r\n", "\x1f\x8b\x08"))))
	f.Add([]byte(record("response", "u", page("Transfer-Encoding: chunked\r\n", "5\r\nabc"))))
	f.Add([]byte(record("resource", "u", "<p>one</p>") + "garbage\n" + record("metadata", "u", "a: b")))
	f.Fuzz(func(t *testing.T, b []byte) {
		lim := extract.DefaultLimits
		lim.RecordBytes = 1 << 16
		before, records := allocated(), 0
		_ = split(&extract.Stream{Reader: bufio.NewReader(bytes.NewReader(b))}, extract.Source{}, lim, func(r *extract.Record) error {
			records++
			if int64(len(r.Data)) > lim.RecordBytes+1 {
				t.Errorf("a record of %d bytes", len(r.Data))
			}
			return nil
		})
		if got := allocated() - before; got > uint64(10*(len(b)+records*int(lim.RecordBytes))+16<<20) {
			t.Errorf("%d bytes of input, %d records: %d bytes allocated", len(b), records, got)
		}
	})
}

func allocated() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// encoded is a body in one of HTTP's content encodings.
func encoded(tb testing.TB, encoding, body string) string {
	var b bytes.Buffer
	var w io.WriteCloser
	var err error
	switch encoding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	default:
		w, err = zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1))
	}
	if err != nil {
		tb.Fatal(err)
	}
	io.WriteString(w, body)
	w.Close()
	return b.String()
}

// crawl is a crawl file as it comes, a gzip member per record, and the size of what is in
// it: real pages where they are at hand, else words in no order.
func crawl(b *testing.B) (file []byte, plain int) {
	var out bytes.Buffer
	for i, body := range bodies(b) {
		rec := record("response", fmt.Sprint("u", i), page("", body))
		plain += len(rec)
		w := gzip.NewWriter(&out)
		io.WriteString(w, rec)
		w.Close()
	}
	return out.Bytes(), plain
}

func bodies(b *testing.B) (out []string) {
	names, _ := filepath.Glob("../../../shared/eval/html/naeb/pages/*.gz")
	for _, name := range names[:min(len(names), 150)] {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, string(page))
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for len(out) < 150 {
		var body strings.Builder
		for body.Len() < 200<<10 {
			fmt.Fprintf(&body, "<p class=\"c%d\">%s %s <a href=\"/%d\">%s</a>.</p>\n", rnd.IntN(50), words[rnd.IntN(len(words))], words[rnd.IntN(len(words))], rnd.IntN(1e6), words[rnd.IntN(len(words))])
		}
		out = append(out, body.String())
	}
	return out
}

var words = strings.Fields("talks were held in Geneva on Monday officials said ministers agreed to meet again after the vote while police detained protesters near parliament")

// BenchmarkGzip measures reading a crawl file; BenchmarkPlainGzip is the floor, the same
// file unpacked and thrown away.
func BenchmarkGzip(b *testing.B) {
	file, plain := crawl(b)
	b.SetBytes(int64(plain))
	for b.Loop() {
		z, err := gzip.NewReader(bytes.NewReader(file))
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		err = split(&extract.Stream{Reader: bufio.NewReaderSize(z, 1<<16)}, extract.Source{}, extract.DefaultLimits, func(*extract.Record) error { n++; return nil })
		if err != nil || n != 150 {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkPlainGzip(b *testing.B) {
	file, plain := crawl(b)
	b.SetBytes(int64(plain))
	for b.Loop() {
		z, err := gzip.NewReader(bytes.NewReader(file))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, z); err != nil {
			b.Fatal(err)
		}
	}
}
