package html

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"dateline/extract"
)

// decode makes UTF-8 of a page: byte order mark, then what the bytes prove (valid UTF-8
// is UTF-8 whatever the page says), then the container's header, then the page's meta.
func decode(rec *extract.Record) ([]byte, error) {
	data := rec.Data
	if d, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		data = d
	}
	head := data[:min(len(data), 1024)]
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
	if !wide && utf8.Valid(data) {
		data = undouble(data)
		return data, hopeless(rec, data)
	}
	enc, name, _ := charset.DetermineEncoding(head, rec.ContentType)
	if !wide && (name == "utf-8" || name == "windows-1252" && mostlyUTF8(data)) {
		enc = encoding.Nop // a few broken bytes in a page that is UTF-8
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return nil, extract.Rejectf(rec, "parse", extract.CodeBadEncoding, "convert the page to UTF-8", "not readable as %s: %w", name, err)
	}
	out = bytes.ToValidUTF8(out, []byte("\uFFFD"))
	return out, hopeless(rec, out)
}

// undouble undoes a UTF-8 page that somebody read as Windows-1252 or Latin-1 and wrote as
// UTF-8 again: "â€™" for "’". All that is not ASCII must prove it.
func undouble(data []byte) []byte {
	first := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	if first < 0 {
		return data
	}
	var out, run []byte // what is undone, and the bytes of the run of non-ASCII that is being read
	for i := first; i <= len(data); {
		r, n := rune(0), 1
		if i < len(data) {
			r, n = utf8.DecodeRune(data[i:])
		}
		if r < utf8.RuneSelf {
			if !utf8.Valid(run) { // nearly always at the first
				return data
			}
			if out == nil {
				out = append(make([]byte, 0, len(data)), data[:first]...)
			}
			out, run = append(out, run...), run[:0]
			end := bytes.IndexFunc(data[min(i, len(data)):], func(r rune) bool { return r >= utf8.RuneSelf })
			if end < 0 {
				return append(out, data[min(i, len(data)):]...)
			}
			out = append(out, data[i:i+end]...)
			i += end
			continue
		}
		i += n
		if r <= 0xFF {
			run = append(run, byte(r))
		} else if c, ok := charmap.Windows1252.EncodeRune(r); ok {
			run = append(run, c)
		} else {
			return data
		}
	}
	return out
}

// mostlyUTF8 reports whether most bytes beyond ASCII are parts of valid UTF-8.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case n > 1:
			good++
		case r == utf8.RuneError:
			bad++
		}
		b = b[n:]
	}
	return good > 4*bad
}

// hopeless rejects what is no text: more than one control or replacement character in ten
// of the first 64 KiB.
func hopeless(rec *extract.Record, b []byte) error {
	b = b[:min(len(b), 64<<10)]
	bad := bytes.Count(b, []byte("\uFFFD"))
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			bad++
		}
	}
	if bad*10 <= len(b) {
		return nil
	}
	return extract.Rejectf(rec, "parse", extract.CodeBadEncoding, "fetch the page again", "%d of %d bytes are no text in any encoding", bad, len(b))
}

// tooDeep reports whether the parser gave up on nesting.
func tooDeep(err error) bool { return strings.Contains(err.Error(), "exceeds") }
