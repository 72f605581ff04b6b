package extract

import (
	"bufio"
	"io"
)

// Limits keep hostile or broken input from taking the machine with it.
type Limits struct {
	RecordBytes int64 // one record, uncompressed
	TotalBytes  int64 // all records of one input, uncompressed
	Ratio       int64 // uncompressed to compressed bytes of one input, past RatioFrom
	Depth       int   // containers within containers
}

// RatioFrom is how much an input may expand to before Limits.Ratio is looked at: small
// inputs of repeated text compress a thousandfold in all innocence.
const RatioFrom = 64 << 20

// DefaultLimits suit news: the longest wire story is under a megabyte.
var DefaultLimits = Limits{RecordBytes: 32 << 20, TotalBytes: 256 << 30, Ratio: 200, Depth: 2}

// Stream is what a container is read from.
type Stream struct {
	*bufio.Reader
	// At reads the same bytes at will; nil where they only come in sequence.
	At   io.ReaderAt
	Size int64 // of At
}

// CorruptError is a part of a compressed stream that could not be undone. Reading goes on
// behind it.
type CorruptError struct{ Err error }

func (e *CorruptError) Error() string { return e.Err.Error() }
func (e *CorruptError) Unwrap() error { return e.Err }

// Container is a format that holds records: a JSONL file, a WARC, an archive. It has one
// of Split and Members.
//
// Split reads s from its first byte and emits each record in order; base is the source of
// the container itself. A record that cannot be read is emitted with Record.Err set and the
// next one is tried; the error returned is the caller's (from emit) or the stream's.
//
// Members does the same for members that may be containers themselves.
type Container struct {
	Name    string
	Doc     string
	Sniff   func(head []byte, name string) bool
	Split   func(s *Stream, base Source, lim Limits, emit func(*Record) error) error
	Members func(s *Stream, base Source, lim Limits, visit func(member Source, r io.Reader) error, emit func(*Record) error) error
}
