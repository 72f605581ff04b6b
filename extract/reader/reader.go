// Package reader opens inputs: it walks paths, splits containers into records, sniffs
// each record's format and parses it.
package reader

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"dateline/extract"
	"dateline/extract/jsonl"
	"dateline/extract/text"
)

// Formats are all wire formats, asked in this order; the highest score wins.
var Formats = []*extract.Format{jsonl.Format, text.Format}

// Walk reads every path and calls emit with each record in order. An input that cannot
// be read becomes a record whose Err is set.
func Walk(paths []string, emit func(*extract.Record) error) error {
	for _, p := range paths {
		if err := file(p, emit); err != nil {
			return err
		}
	}
	return nil
}

func file(path string, emit func(*extract.Record) error) error {
	f, err := os.Open(path)
	if err != nil {
		rec := &extract.Record{Source: extract.Source{URI: path}, Name: path}
		rec.Err = extract.Rejectf(rec, "read", extract.CodeUnreadable, "check the path and its permissions", "%w", err)
		return emit(rec)
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<16)
	head, _ := r.Peek(extract.SniffLen)
	if jsonl.Format.Sniff(head, nil) > 50 {
		return lines(path, r, emit)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return emit(&extract.Record{Source: extract.Source{URI: path}, Name: path, Data: data})
}

func lines(path string, r *bufio.Reader, emit func(*extract.Record) error) error {
	for offset := int64(0); ; {
		b, err := r.ReadBytes('\n')
		if line := bytes.TrimSpace(b); len(line) > 0 {
			if err := emit(&extract.Record{Source: extract.Source{URI: path, Format: "jsonl", Offset: offset}, Name: path, Data: line}); err != nil {
				return err
			}
		}
		offset += int64(len(b))
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Parse turns a record into articles. The error is a *extract.Reject; articles read
// before it are returned with it.
func Parse(rec *extract.Record, opt extract.Options) ([]*extract.Article, error) {
	if rec.Err != nil {
		return nil, rec.Err
	}
	f := sniff(rec)
	if f == nil {
		return nil, extract.Rejectf(rec, "sniff", extract.CodeUnknownFormat, "see 'dateline help formats'", "no known format")
	}
	articles, err := f.Parse(rec, opt)
	sum := sha256.Sum256(rec.Data)
	for _, a := range articles {
		finish(a, rec, f, opt)
		a.Source.SHA256 = hex.EncodeToString(sum[:])
	}
	return articles, err
}

// finish fills what every format has in common.
func finish(a *extract.Article, rec *extract.Record, f *extract.Format, opt extract.Options) {
	a.Source = rec.Source
	a.Source.Format = f.Name
	if !a.HasPublished() {
		a.PublishedBasis = extract.BasisNone
		if !opt.Published.IsZero() {
			a.PublishedAt, a.PublishedBasis = opt.Published, extract.BasisFlag
		}
	}
	if a.Language == "" {
		a.Language = "en"
	}
	a.ID = extract.ArticleID(a.Agency, a.Headline, a.Text)
}

func sniff(rec *extract.Record) *extract.Format {
	head := rec.Data[:min(len(rec.Data), extract.SniffLen)]
	var best *extract.Format
	score := 0
	for _, f := range Formats {
		if s := f.Sniff(head, rec); s > score {
			best, score = f, s
		}
	}
	return best
}
