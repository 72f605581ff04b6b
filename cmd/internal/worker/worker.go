package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/apache/arrow-go/v18/arrow/ipc"

	"dateline/cmd/internal/batch"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

// Options are a worker's.
type Options struct {
	Table    string // one table alone; empty for all, nested
	Extract  extract.Options
	Window   batch.Window
	Limits   extract.Limits
	Workers  int // 0: one per core
	Pipeline *pipeline.Pipeline
}

// Layout is the output of a worker without its input: what --schema writes.
func layoutOf(table string) (layout, error) {
	if table == "" {
		return nested(), nil
	}
	if !slices.Contains(load.Tables, table) {
		return layout{}, fmt.Errorf("no table %q: want one of %q", table, load.Tables)
	}
	return flat(table), nil
}

// WriteSchema writes a stream of no rows: what a worker will write.
func WriteSchema(w io.Writer, table string) error {
	l, err := layoutOf(table)
	if err != nil {
		return err
	}
	return newSink(w, l).close()
}

// Run reads the stream in to its end and writes out. It fails with *SchemaError where in
// has not the columns to read; a row that cannot be read becomes a reject. Both streams
// have to be served at once: how far Run reads ahead of what it writes is bounded.
func Run(ctx context.Context, in io.Reader, out io.Writer, opt Options) error {
	l, err := layoutOf(opt.Table)
	if err != nil {
		return err
	}
	stream, err := open(ctx, in)
	if err != nil {
		return err
	}
	read, err := sourceOf(ctx, stream.Schema(), opt.Limits)
	if err != nil {
		return err
	}
	s := newSink(out, l)
	_, err = batch.Run(ctx, batch.Options{
		Inputs: []reader.Input{{URI: unnamed}},
		Feed: func(_ context.Context, emit func(*extract.Record) error) error {
			return eachRow(stream, func(r row) error { return read(r, emit) })
		},
		Extract: opt.Extract, Window: opt.Window, Pipeline: opt.Pipeline, Workers: opt.Workers, Sink: s,
	})
	if err != nil {
		return err // without the mark that ends it: the stream is not whole
	}
	return s.close()
}

// continuation begins every message of a stream; anything else would be taken for a length.
const continuation = "\xff\xff\xff\xff"

// open reads the schema of an input stream.
func open(ctx context.Context, in io.Reader) (*ipc.Reader, error) {
	head := make([]byte, len(continuation))
	in = batch.Interruptible(ctx, in)
	n, err := io.ReadFull(in, head)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	const hint = "write it with pyarrow.ipc.new_stream or its like; " + schemaHint
	if n == 0 {
		return nil, &SchemaError{"empty, want an Arrow IPC stream", hint}
	}
	if err != nil || string(head) != continuation {
		return nil, &SchemaError{fmt.Sprintf("not an Arrow IPC stream: it begins with %q", head[:n]), hint}
	}
	r, err := ipc.NewReader(io.MultiReader(bytes.NewReader(head), in))
	if err != nil {
		return nil, errors.Join(ctx.Err(), &SchemaError{fmt.Sprintf("not an Arrow IPC stream: %v", err), hint})
	}
	return r, nil
}

// eachRow hands the rows of a stream to fn, batch by batch.
func eachRow(stream *ipc.Reader, fn func(row) error) (err error) {
	n := int64(0)
	defer func() {
		if p := recover(); p != nil { // offsets that lead out of a batch's buffers
			err = fmt.Errorf("standard input: the Arrow stream is damaged at row %d: %v", n, p)
		}
	}()
	for stream.Next() {
		b := stream.RecordBatch()
		for i := range int(b.NumRows()) {
			if err := fn(row{b, i}); err != nil {
				return err
			}
			n++
		}
	}
	if err := stream.Err(); err != nil {
		if errors.Is(err, context.Canceled) {
			return err
		}
		return fmt.Errorf("standard input: the Arrow stream breaks off behind row %d: %w", n, err)
	}
	return nil
}
