package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"dateline/extract"
)

// textual reports whether a media type can hold an article.
func textual(mime string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(mime), ";")
	switch kind = strings.TrimSpace(kind); kind {
	case "", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/json", "application/ld+json":
		return true
	}
	return strings.HasPrefix(kind, "text/") && kind != "text/css" && kind != "text/javascript"
}

// unwrap replaces a record's HTTP response by its body. It returns false where the
// response is no article: another status than 200, another type than text.
func unwrap(rec *extract.Record, lim extract.Limits) bool {
	head, body, ok := bytes.Cut(rec.Data, []byte("\r\n\r\n"))
	if !ok {
		if head, body, ok = bytes.Cut(rec.Data, []byte("\n\n")); !ok {
			rec.Err = extract.Rejectf(rec, "read", extract.CodeTruncated, "", "an HTTP response without a body")
			return true
		}
	}
	r := textproto.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(head), strings.NewReader("\r\n\r\n"))))
	status, err := r.ReadLine()
	if err != nil || !strings.HasPrefix(status, "HTTP/") {
		rec.Err = extract.Rejectf(rec, "read", extract.CodeMalformed, "", "a response record that begins with %.40q, not with an HTTP status", status)
		return true
	}
	if f := strings.Fields(status); len(f) < 2 || f[1] != "200" {
		return false
	}
	h, _ := r.ReadMIMEHeader() // what could be read of a broken header is enough
	rec.ContentType = h.Get("Content-Type")
	if !textual(rec.ContentType) {
		return false
	}
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") {
		body = dechunk(body, lim)
	}
	decoded, err := decode(body, h.Get("Content-Encoding"), lim)
	if err != nil && len(decoded) == 0 {
		rec.Err = extract.Rejectf(rec, "read", extract.CodeMalformed, "", "a body encoded as %s that cannot be decoded: %w", h.Get("Content-Encoding"), err)
		return true
	}
	if int64(len(decoded)) > lim.RecordBytes {
		rec.Err = extract.Rejectf(rec, "read", extract.CodeTooLarge, "raise --max-article-bytes", "the body expands to more than %d bytes", lim.RecordBytes)
		decoded = nil
	}
	rec.Data = decoded
	return true
}

// dechunk undoes chunked transfer; crawlers that stored the body already joined have no
// chunks, and it stays as it is.
func dechunk(body []byte, lim extract.Limits) []byte {
	out, err := io.ReadAll(io.LimitReader(httputil.NewChunkedReader(bytes.NewReader(body)), lim.RecordBytes+1))
	if err != nil && len(out) == 0 {
		return body
	}
	return out
}

// maxWindow is the window that zstd may have as a content encoding, RFC 9659.
const maxWindow = 8 << 20

// decode undoes a content encoding up to the limit plus one byte. Crawlers that stored
// the body already decoded leave the header: bytes that do not begin as the encoding does
// stay as they are.
func decode(body []byte, encoding string, lim extract.Limits) ([]byte, error) {
	var r io.Reader
	var err error
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
			return body, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		if bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("<")) {
			return body, nil
		}
		r = brotli.NewReader(bytes.NewReader(body))
	case "zstd":
		var z *zstd.Decoder
		if z, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow)); err == nil {
			defer z.Close()
			r = z
		}
	default:
		return body, nil
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, lim.RecordBytes+1))
}
