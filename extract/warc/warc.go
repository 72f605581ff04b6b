package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/extract"
)

// Container is a WARC file.
var Container = &extract.Container{
	Name:  "warc",
	Doc:   "WARC 1.0 and 1.1: HTTP responses and resources of textual types",
	Sniff: func(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("WARC/1.")) },
	Split: split,
}

// maxHeader bounds a record's header lines.
const maxHeader = 64 << 10

// header is a record's named fields, in lower case.
type header struct {
	kind, id, uri, mime string
	date                time.Time
	length              int64
}

var errNoRecord = errors.New("no record begins here")

func split(s *extract.Stream, base extract.Source, lim extract.Limits, emit func(*extract.Record) error) error {
	w := &walker{s: s, base: base, lim: lim, emit: emit}
	for {
		err := w.next()
		var corrupt *extract.CorruptError
		switch {
		case err == nil:
		case errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
			return nil
		case errors.As(err, &corrupt), errors.Is(err, errNoRecord):
			if err := w.broken(err); err != nil {
				return err
			}
			if err := w.resync(); err != nil {
				return ignoreEOF(err)
			}
		default:
			return err
		}
	}
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

type walker struct {
	s      *extract.Stream
	base   extract.Source
	lim    extract.Limits
	emit   func(*extract.Record) error
	offset int64 // of the next byte
	start  int64 // of the current record
	uri    string
}

// next reads one record and emits it if it can be an article.
func (w *walker) next() error {
	w.start, w.uri = w.offset, ""
	h, err := w.header()
	if err != nil {
		return err
	}
	w.uri = h.uri
	keep := h.kind == "response" || h.kind == "resource" && textual(h.mime)
	size := h.length
	if keep {
		size = min(size, w.lim.RecordBytes+1)
	}
	var data []byte
	if keep {
		if data, err = w.read(size); err != nil {
			return err
		}
	}
	if err := w.skip(h.length - int64(len(data))); err != nil {
		return err
	}
	if !keep {
		return nil
	}
	rec := &extract.Record{
		Source: extract.Source{URI: w.base.URI, Offset: w.base.Offset + w.start}, Name: h.uri, Data: data,
		ContentType: h.mime, URL: h.uri, FetchedAt: h.date, ExternalID: h.id,
	}
	if h.length > w.lim.RecordBytes {
		rec.Err = extract.Rejectf(rec, "read", extract.CodeTooLarge, "raise --max-article-bytes", "a record of %d bytes, over the limit of %d", h.length, w.lim.RecordBytes)
		return w.emit(rec)
	}
	if h.kind == "response" && !unwrap(rec, w.lim) {
		return nil
	}
	return w.emit(rec)
}

// header reads the version line and the named fields. Blank lines before it belong to the
// record before.
func (w *walker) header() (header, error) {
	var h header
	line, err := w.line()
	for err == nil && len(line) == 0 {
		w.start = w.offset
		line, err = w.line()
	}
	if err != nil {
		return h, err
	}
	if !bytes.HasPrefix(line, []byte("WARC/1.")) {
		return h, fmt.Errorf("%w: found %.40q where WARC/1.x was expected", errNoRecord, line)
	}
	h.length = -1
	for {
		if line, err = w.line(); err != nil {
			return h, unexpected(err)
		}
		if len(line) == 0 {
			break
		}
		if w.offset-w.start > maxHeader {
			return h, fmt.Errorf("%w: a header of more than %d bytes", errNoRecord, maxHeader)
		}
		name, value, _ := strings.Cut(string(line), ":")
		h.set(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value))
	}
	if h.length < 0 {
		return h, fmt.Errorf("%w: the record has no Content-Length", errNoRecord)
	}
	return h, nil
}

func (h *header) set(name, value string) {
	switch name {
	case "warc-type":
		h.kind = strings.ToLower(value)
	case "warc-record-id":
		h.id = strings.Trim(value, "<>")
	case "warc-target-uri":
		h.uri = strings.Trim(value, "<>")
	case "content-type":
		h.mime = value
	case "warc-date":
		h.date, _ = time.Parse(time.RFC3339, value)
	case "content-length":
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && n >= 0 {
			h.length = n
		}
	}
}

// line reads one line without its end.
func (w *walker) line() ([]byte, error) {
	b, err := w.s.ReadSlice('\n')
	w.offset += int64(len(b))
	if err != nil {
		if len(b) > 0 && errors.Is(err, io.EOF) {
			return nil, io.ErrUnexpectedEOF
		}
		if errors.Is(err, io.EOF) || isCorrupt(err) {
			return nil, err
		}
		return nil, fmt.Errorf("%w: %v", errNoRecord, err)
	}
	return bytes.TrimRight(b, "\r\n"), nil
}

func isCorrupt(err error) bool {
	var c *extract.CorruptError
	return errors.As(err, &c)
}

// maxAhead is how many bytes are made ready for a record that only promises them.
const maxAhead = 1 << 20

// read reads n bytes; beyond a first piece the buffer grows with what is there, not with
// what is promised.
func (w *walker) read(n int64) ([]byte, error) {
	buf := make([]byte, 0, min(n, maxAhead))
	for int64(len(buf)) < n {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, int(min(n-int64(len(buf)), int64(len(buf)))))
		}
		room := buf[len(buf):min(int64(cap(buf)), n)]
		got, err := io.ReadFull(w.s, room)
		buf = buf[:len(buf)+got]
		w.offset += int64(got)
		if err != nil {
			return buf, unexpected(err)
		}
	}
	return buf, nil
}

func (w *walker) skip(n int64) error {
	got, err := io.CopyN(io.Discard, w.s, n)
	w.offset += got
	return unexpected(err)
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// broken emits the reject of the record that could not be read.
func (w *walker) broken(err error) error {
	rec := &extract.Record{Source: extract.Source{URI: w.base.URI, Offset: w.base.Offset + w.start}, Name: w.uri, URL: w.uri}
	rec.Err = extract.Rejectf(rec, "read", extract.CodeMalformed, "the record is skipped; fetch the file again if there are many", "broken WARC record: %w", err)
	return w.emit(rec)
}

// resync passes over bytes until a line begins a record.
func (w *walker) resync() error {
	for {
		head, err := w.s.Peek(len("WARC/1."))
		if err != nil && !isCorrupt(err) {
			return err
		}
		if bytes.Equal(head, []byte("WARC/1.")) {
			return nil
		}
		b, err := w.s.ReadSlice('\n')
		w.offset += int64(len(b))
		if err != nil && !isCorrupt(err) && len(b) == 0 {
			return err
		}
	}
}
