package extract

import "time"

// Record is the unit of work: the bytes that one Format parses in one call. A plain file
// is one record, a JSONL file has one per line, a WARC one per response.
type Record struct {
	Source      Source
	Data        []byte
	Name        string // file or member name: a hint, never trusted alone
	ContentType string // media type as the container's headers give it; may carry a charset
	URL         string // from the container (WARC-Target-URI) when it has one
	FetchedAt   time.Time
	ExternalID  string  // WARC-Record-ID and the like
	Err         *Reject // set by a container for a member it could not read; Data may be partial
}

// Options are what the caller knows about all inputs.
type Options struct {
	Published time.Time // for inputs that carry no date; zero = none
	Language  string    // for inputs that carry no language; empty = detect
}

// Format is a wire format as a value: what it is called, how it is recognised, how it is
// parsed. Parse is a pure function of the record: no files, no network, no shared state.
// An article that needs a reject of its own (one of several in a file) is reported
// through an error of type *Reject; articles parsed before it are still returned.
type Format struct {
	Name string
	Doc  string
	// Sniff scores head (the first SniffLen bytes, BOM removed, decoded enough to be
	// searched as ASCII) and the record's hints: 0 not mine, 100 certain.
	Sniff func(head []byte, rec *Record) int
	Parse func(rec *Record, opt Options) ([]*Article, error)
}

// SniffLen is how many bytes of a record a Format's Sniff sees.
const SniffLen = 4096
