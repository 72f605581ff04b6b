package extract

import "fmt"

// Code is the stable word of a reject: what data engineers group and alert by.
type Code string

// The values of rejects.code. A code once released keeps its meaning.
const (
	CodeUnreadable    Code = "unreadable"     // the file could not be opened or read
	CodeEmpty         Code = "empty_input"    // nothing but white space
	CodeUnknownFormat Code = "unknown_format" // no format recognised the bytes
	CodeNotAnArticle  Code = "not_an_article" // recognised, but holds no story
	CodeTruncated     Code = "truncated"      // the stream ended early
	CodeTooLarge      Code = "too_large"      // over a limit on bytes, ratio or members
	CodeTooDeep       Code = "too_deep"       // over a limit on nesting
	CodeBadEncoding   Code = "bad_encoding"   // not text in any encoding we can find
	CodeMalformed     Code = "malformed"      // broken syntax of its format
	CodeInternal      Code = "internal"       // a bug of ours; the record is kept for a report
)

// Reject is an input that yielded no article. It is an error with a place and a hint.
type Reject struct {
	Source  Source
	Stage   string // read, sniff, parse, extract, transform, load
	Code    Code
	Message string // what was found and what was expected, lower case
	Hint    string // what to do about it
	Bytes   []byte // first RejectBytes bytes of the record
	Err     error
}

// RejectBytes is how much of a rejected record is kept.
const RejectBytes = 64 << 10

func (r *Reject) Error() string {
	s := fmt.Sprintf("%s: %s: %s", r.Source.URI, r.Code, r.Message)
	if r.Hint != "" {
		s += " (hint: " + r.Hint + ")"
	}
	return s
}

func (r *Reject) Unwrap() error { return r.Err }

// Rejectf makes a reject for rec at a stage.
func Rejectf(rec *Record, stage string, code Code, hint, format string, args ...any) *Reject {
	err := fmt.Errorf(format, args...)
	b := rec.Data
	if len(b) > RejectBytes {
		b = b[:RejectBytes]
	}
	return &Reject{Source: rec.Source, Stage: stage, Code: code, Message: err.Error(), Hint: hint, Bytes: b, Err: err}
}
