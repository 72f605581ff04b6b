package reader

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"

	"dateline/extract"
	"dateline/extract/jsonl"
)

// Containers are all formats that hold records.
var Containers = []*extract.Container{jsonl.Container}

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
	return Digest{SHA256: hex.EncodeToString(raw.sum.Sum(nil)), Bytes: raw.n}, nil
}

func (r *Reader) open(in Input) (io.Reader, io.Closer, error) {
	if in.Path == "" {
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
	stop := func(rec *extract.Record) error {
		if err := emit(rec); err != nil {
			return &emitError{err}
		}
		return nil
	}
	plain, done, err := decompress(bufio.NewReaderSize(raw, 1<<16))
	if err != nil {
		return err
	}
	defer done()
	limited := &limiter{r: plain, raw: raw, lim: r.Limits}
	br := bufio.NewReaderSize(limited, 1<<16)
	head, err := br.Peek(extract.SniffLen)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	base := extract.Source{URI: in.URI}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	for _, c := range Containers {
		if c.Sniff(head, memberName(in.URI)) {
			return c.Split(br, base, r.Limits, stop)
		}
	}
	data, err := io.ReadAll(io.LimitReader(br, r.Limits.RecordBytes+1))
	if err != nil {
		return err
	}
	rec := &extract.Record{Source: base, Name: memberName(in.URI), Data: data}
	if int64(len(data)) > r.Limits.RecordBytes {
		rec.Err = extract.Rejectf(rec, "read", extract.CodeTooLarge, "split it, or raise --max-article-bytes",
			"over the limit of %d bytes for one article", r.Limits.RecordBytes)
		rec.Data = nil
	}
	return stop(rec)
}

// memberName is a path without the endings of compression.
func memberName(uri string) string {
	for _, ext := range []string{".gz", ".zst", ".zstd"} {
		uri = strings.TrimSuffix(uri, ext)
	}
	return uri
}

// decompress recognises gzip and zstd by their magic numbers.
func decompress(r *bufio.Reader) (io.Reader, func(), error) {
	magic, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, err
		}
		return z, func() { z.Close() }, nil
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return nil, nil, err
		}
		return z, z.Close, nil
	}
	return r, func() {}, nil
}

// counter counts and digests what is read of the stored bytes.
type counter struct {
	r   io.Reader
	n   int64
	sum hash.Hash
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.sum.Write(p[:n])
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
	switch {
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
