package worker

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"

	"dateline/extract"
	"dateline/extract/bucket"
	"dateline/extract/jsonl"
	"dateline/extract/reader"
)

// The columns that say what a stream is made of.
const (
	ColumnText    = "text"
	ColumnContent = "content"
	ColumnPath    = "path"
	ColumnName    = "name"
	ColumnOffset  = "offset"
)

const schemaHint = "see 'dateline help spark' for the columns"

// unnamed is the source of a row without a name.
const unnamed = "stdin"

// source reads the rows of a stream as records.
type source func(r row, emit func(*extract.Record) error) error

// sourceOf chooses by the columns: content before text before path.
func sourceOf(ctx context.Context, schema *arrow.Schema, limits extract.Limits) (source, error) {
	c := &columns{schema: schema}
	var s source
	switch {
	case c.has(ColumnContent):
		s = contents(c, limits)
	case c.has(ColumnText):
		s = articles(c, limits)
	case c.has(ColumnPath):
		s = paths(ctx, c, limits)
	default:
		var got []string
		for _, f := range schema.Fields() {
			got = append(got, f.Name)
		}
		return nil, &SchemaError{fmt.Sprintf("no column %q, %q or %q among %q", ColumnContent, ColumnText, ColumnPath, got), schemaHint}
	}
	return s, c.err
}

// articles reads the columns of the jsonl source. The record is the line that they would be
// in a file, so that digest, rejects and all else are those of that line.
func articles(c *columns, limits extract.Limits) source {
	id, url, headline, text, agency, language := c.text("id"), c.text("url"), c.text("headline"), c.text(ColumnText), c.text("agency"), c.text("language")
	published, bylines, name, offset := c.when("published_at"), c.texts("bylines"), c.text(ColumnName), c.long(ColumnOffset)
	return func(r row, emit func(*extract.Record) error) error {
		var a jsonl.Line
		a.ID, _ = r.text(id)
		a.URL, _ = r.text(url)
		a.Headline, _ = r.text(headline)
		if t, ok := r.text(text); ok {
			a.Text = &t
		}
		a.PublishedAt, _ = r.when(published)
		a.Agency, _ = r.text(agency)
		a.Language, _ = r.text(language)
		a.Bylines = r.texts(bylines)
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		err := enc.Encode(&a)
		uri := nameOf(r, name)
		rec := &extract.Record{Source: extract.Source{URI: uri, Format: "jsonl", Offset: r.long(offset)}, Name: uri, Data: bytes.TrimSpace(line.Bytes())}
		if err != nil {
			rec.Err = extract.Rejectf(rec, "read", extract.CodeMalformed, "", "%w", err)
		}
		if n := int64(len(rec.Data)); n > limits.RecordBytes {
			rec.Err = extract.Rejectf(rec, "read", extract.CodeTooLarge, "raise --max-article-bytes", "a row of %d bytes, over the limit of %d", n, limits.RecordBytes)
		}
		return emit(rec)
	}
}

func nameOf(r row, at int) string {
	if s, ok := r.text(at); ok && s != "" {
		return s
	}
	return unnamed
}

// contents reads bytes in any format, containers among them, with the name they have.
func contents(c *columns, limits extract.Limits) source {
	content, name := c.bytes(ColumnContent), c.text(ColumnName)
	return func(r row, emit func(*extract.Record) error) error {
		rd := reader.Reader{Limits: limits, Stdin: bytes.NewReader(r.bytes(content))}
		_, err := rd.Read(reader.Input{URI: nameOf(r, name)}, emit)
		return err
	}
}

// paths reads files that this machine can open, and objects in buckets where the program
// is built for them.
func paths(ctx context.Context, c *columns, limits extract.Limits) source {
	path, name := c.text(ColumnPath), c.text(ColumnName)
	return func(r row, emit func(*extract.Record) error) error {
		arg, _ := r.text(path)
		inputs, err := inputsOf(ctx, arg)
		if err != nil {
			var usage *reader.UsageError
			if !errors.As(err, &usage) {
				return err // a bucket that does not answer: the task is tried again
			}
			rec := &extract.Record{Source: extract.Source{URI: cmp.Or(arg, nameOf(r, name))}}
			rec.Err = extract.Rejectf(rec, "read", extract.CodeUnreadable, "leave rows out that name no file", "%w", err)
			return emit(rec)
		}
		for _, in := range inputs {
			if n, ok := r.text(name); ok && n != "" && len(inputs) == 1 {
				in.URI = n
			}
			if _, err := (&reader.Reader{Limits: limits}).Read(in, emit); err != nil {
				return err
			}
		}
		return nil
	}
}

// inputsOf is the file that a path names, or the objects that a URL does.
func inputsOf(ctx context.Context, arg string) ([]reader.Input, error) {
	if bucket.Is(arg) {
		return reader.List(ctx, []string{arg}, func(string, error) {})
	}
	path, isFile, err := bucket.FilePath(arg)
	if err != nil {
		return nil, &reader.UsageError{Arg: arg, Problem: err.Error()}
	}
	if !isFile {
		path = arg
	}
	if path == "" {
		return nil, &reader.UsageError{Arg: arg, Problem: "the row has no path"}
	}
	return []reader.Input{{URI: path, Path: path}}, nil
}
