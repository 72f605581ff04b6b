package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"dateline/extract"
)

// Container splits a JSONL file into its lines.
var Container = &extract.Container{
	Name:  "jsonl",
	Doc:   "one article per line",
	Sniff: func(head []byte, _ string) bool { return sniffLines(head) },
	Split: split,
}

// sniffLines reports whether one of the first lines is a whole object with a text, or the
// first line is longer than the head. A pretty-printed JSON document is neither.
func sniffLines(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	for n := 0; n < 5; n++ {
		line, rest, more := bytes.Cut(head, []byte("\n"))
		if hasText(line) && (json.Valid(line) || !more) {
			return true
		}
		if !more {
			return false
		}
		head = rest
	}
	return false
}

// hasText reports whether a line has the key "text".
func hasText(line []byte) bool {
	for {
		i := bytes.Index(line, []byte(`"text"`))
		if i < 0 {
			return false
		}
		line = line[i+len(`"text"`):]
		if bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte(":")) {
			return true
		}
	}
}

func split(r *extract.Stream, base extract.Source, lim extract.Limits, emit func(*extract.Record) error) error {
	base.Format = "jsonl"
	for offset := base.Offset; ; {
		line, size, err := readLine(r.Reader, lim.RecordBytes)
		rec := &extract.Record{Source: base, Name: base.URI, Data: bytes.TrimSpace(line)}
		rec.Source.Offset = offset
		offset += size
		if err != nil && !errors.Is(err, io.EOF) {
			return err // the tail of a broken stream is not a line
		}
		if size > lim.RecordBytes {
			rec.Err = extract.Rejectf(rec, "read", extract.CodeTooLarge, "split the file into one article per line, or raise --max-article-bytes",
				"a line of %d bytes, over the limit of %d", size, lim.RecordBytes)
		}
		if len(rec.Data) > 0 {
			if err := emit(rec); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}

// readLine reads up to and including a line feed. Of a line longer than limit it keeps
// the first limit bytes and passes over the rest; size counts all.
func readLine(r *bufio.Reader, limit int64) (line []byte, size int64, err error) {
	for {
		part, err := r.ReadSlice('\n')
		size += int64(len(part))
		if room := limit - int64(len(line)); room > 0 {
			line = append(line, part[:min(int64(len(part)), room)]...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, size, err
		}
	}
}
