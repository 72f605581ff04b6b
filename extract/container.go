package extract

import "bufio"

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

// Container is a format that holds records: a JSONL file, an archive, a WARC. Split reads
// r from its first byte and emits each record in order; base is the source of the
// container itself. A member that cannot be read is emitted with Record.Err set and the
// next one is tried; the error returned is the caller's (from emit) or the stream's.
type Container struct {
	Name  string
	Doc   string
	Sniff func(head []byte, name string) bool
	Split func(r *bufio.Reader, base Source, lim Limits, emit func(*Record) error) error
}
