package reader

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"strings"

	"dateline/extract"
	"dateline/extract/archive"
	"dateline/extract/bucket"
	"dateline/extract/jsonl"
	"dateline/extract/warc"
)

// Containers are all formats that hold records.
var Containers = []*extract.Container{jsonl.Container, warc.Container, archive.Tar, archive.Zip}

// Reader reads inputs under limits.
type Reader struct {
	Limits extract.Limits
	Stdin  io.Reader
}

// Digest identifies what was read of an input.
type Digest struct {
	SHA256 string // of the input's bytes as stored
	Bytes  int64
}

// Read emits the records of an input in order. What cannot be read is emitted as a
// record whose Err is set; the error returned is emit's own.
func (r *Reader) Read(in Input, emit func(*extract.Record) error) (Digest, error) {
	src, closer, err := r.open(in)
	if err != nil {
		return Digest{}, emit(unreadable(in.URI, err))
	}
	defer closer.Close()
	raw := &counter{r: src, sum: sha256.New()}
	err = r.stream(raw, in, emit)
	var stop *emitError
	if errors.As(err, &stop) {
		return Digest{}, stop.err
	}
	if err != nil {
		if err := emit(streamReject(in.URI, raw, err)); err != nil {
			return Digest{}, err
		}
	}
	// What a container left unread still belongs to the input's digest.
	io.Copy(io.Discard, raw)
	if raw.err != nil {
		return Digest{Bytes: raw.n}, nil // not read to its end: to be read again
	}
	return Digest{SHA256: hex.EncodeToString(raw.sum.Sum(nil)), Bytes: raw.n}, nil
}

func (r *Reader) open(in Input) (io.Reader, io.Closer, error) {
	if in.object != nil {
		o, err := in.object.open()
		return o, o, err
	}
	if in.Stdin() {
		return r.Stdin, io.NopCloser(nil), nil
	}
	f, err := os.Open(in.Path)
	if err != nil {
		return nil, nil, err
	}
	return f, f, nil
}

// emitError carries emit's error through a container's Split.
type emitError struct{ err error }

func (e *emitError) Error() string { return e.err.Error() }

// stream decompresses raw and splits it into records.
func (r *Reader) stream(raw *counter, in Input, emit func(*extract.Record) error) error {
	w := &walk{limits: r.Limits, raw: raw, emit: func(rec *extract.Record) error {
		if err := emit(rec); err != nil {
			return &emitError{err}
		}
		return nil
	}}
	return w.open(extract.Source{URI: in.URI}, raw, in.at(raw), 0)
}

// at is the input's file for reading at will, when it is one.
func (in Input) at(raw *counter) *extract.Stream {
	if in.object != nil {
		return &extract.Stream{At: &objectAt{o: in.object}, Size: in.object.attrs.Size}
	}
	if f, ok := raw.r.(*os.File); ok && in.Path != "" {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return &extract.Stream{At: f, Size: info.Size()}
		}
	}
	return &extract.Stream{}
}

// walk goes through one input, containers within containers.
type walk struct {
	limits extract.Limits
	raw    *counter
	emit   func(*extract.Record) error
}

// open reads one file or member: it undoes compression, then splits or reads it whole.
func (w *walk) open(src extract.Source, r io.Reader, s *extract.Stream, depth int) error {
	plain, done, compressed, err := decompress(bufio.NewReaderSize(r, 1<<16))
	if err != nil {
		return err
	}
	defer done()
	if compressed {
		s.At = nil
	}
	head, rest := headOf(&limiter{r: plain, raw: w.raw, lim: w.limits})
	s.Reader = bufio.NewReaderSize(rest, 1<<16)
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	for _, c := range Containers {
		if c.Sniff(head, memberName(src.URI)) {
			return w.split(c, s, src, depth)
		}
	}
	return w.whole(src, s)
}

// headOf reads the first bytes of r, and returns them with a reader that gives everything
// from the start, an error at its own place. (bufio's Peek would swallow it.)
func headOf(r io.Reader) ([]byte, io.Reader) {
	head := make([]byte, extract.SniffLen)
	n, err := io.ReadFull(r, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // the end comes again, and a stream that was cut says so again
	}
	return head[:n], io.MultiReader(bytes.NewReader(head[:n]), &once{err}, r)
}

// once gives an error once.
type once struct{ err error }

func (o *once) Read([]byte) (int, error) {
	if err := o.err; err != nil {
		o.err = nil
		return 0, err
	}
	return 0, io.EOF
}

// split hands a container's records or members on.
func (w *walk) split(c *extract.Container, s *extract.Stream, src extract.Source, depth int) error {
	if c.Split != nil {
		return c.Split(s, src, w.limits, w.emit)
	}
	if depth >= w.limits.Depth {
		rec := &extract.Record{Source: src, Name: memberName(src.URI)}
		rec.Err = extract.Rejectf(rec, "read", extract.CodeTooDeep, "unpack it first", "archives nested more than %d deep", w.limits.Depth)
		return w.emit(rec)
	}
	return c.Members(s, src, w.limits, func(member extract.Source, r io.Reader) error {
		err := w.open(member, r, &extract.Stream{}, depth+1)
		var stop *emitError
		if err == nil || errors.As(err, &stop) || errors.Is(err, errTooLarge) {
			return err
		}
		return w.emit(streamReject(member.URI, w.raw, err)) // the other members are read
	}, w.emit)
}

// whole reads a file or member as one record.
func (w *walk) whole(src extract.Source, s *extract.Stream) error {
	data, err := io.ReadAll(io.LimitReader(s, w.limits.RecordBytes+1))
	if err != nil {
		return err
	}
	rec := &extract.Record{Source: src, Name: memberName(src.URI), Data: data}
	if int64(len(data)) > w.limits.RecordBytes {
		rec.Err = extract.Rejectf(rec, "read", extract.CodeTooLarge, "split it, or raise --max-article-bytes",
			"over the limit of %d bytes for one article", w.limits.RecordBytes)
		rec.Data = nil
	}
	return w.emit(rec)
}

// memberName is a path without the endings of compression.
func memberName(uri string) string {
	for _, ext := range []string{".gz", ".zst", ".zstd"} {
		uri = strings.TrimSuffix(uri, ext)
	}
	return uri
}

// counter counts and digests what is read of the stored bytes.
type counter struct {
	r   io.Reader
	n   int64
	sum hash.Hash
	err error // what ended the reading early
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.sum.Write(p[:n])
	if err != nil && !errors.Is(err, io.EOF) {
		c.err = err
	}
	return n, err
}

// limiter ends a stream that expands beyond reason.
type limiter struct {
	r   io.Reader
	raw *counter
	lim extract.Limits
	n   int64
}

// errTooLarge is a limit on the whole input.
var errTooLarge = errors.New("expands over the limit")

func (l *limiter) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	l.n += int64(n)
	if l.n > l.lim.TotalBytes {
		return n, fmt.Errorf("%w of %d bytes for one input", errTooLarge, l.lim.TotalBytes)
	}
	if l.n > extract.RatioFrom && l.n > l.raw.n*l.lim.Ratio {
		return n, fmt.Errorf("%w of %d times its compressed size", errTooLarge, l.lim.Ratio)
	}
	return n, err
}

func unreadable(uri string, err error) *extract.Record {
	rec := &extract.Record{Source: extract.Source{URI: uri}, Name: uri}
	rec.Err = extract.Rejectf(rec, "read", extract.CodeUnreadable, "check that the file exists and may be read by this user", "%w", err)
	return rec
}

// streamReject is the reject for a stream that broke off.
func streamReject(uri string, raw *counter, err error) *extract.Record {
	rec := &extract.Record{Source: extract.Source{URI: uri, Offset: raw.n}, Name: uri}
	code, hint := extract.CodeMalformed, "the compressed data is damaged: fetch the file again"
	var pathErr *os.PathError
	var storeErr *bucket.Error
	switch {
	case errors.As(err, &storeErr):
		code, hint = extract.CodeUnreadable, "the next run reads it again; "+storeErr.Hint()
	case errors.Is(err, io.ErrUnexpectedEOF):
		code, hint = extract.CodeTruncated, "the file ends early: fetch it again"
	case errors.Is(err, errTooLarge):
		code, hint = extract.CodeTooLarge, "if the input is sound, raise --max-input-bytes or --max-ratio"
	case errors.As(err, &pathErr):
		code, hint = extract.CodeUnreadable, "check the disk or the network mount"
	}
	rec.Err = extract.Rejectf(rec, "read", code, hint, "reading stopped at stored byte %d: %w", raw.n, err)
	return rec
}
