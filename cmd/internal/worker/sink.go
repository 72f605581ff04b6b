package worker

import (
	"bufio"
	"io"
	"reflect"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"dateline/load"
)

// A batch is written when it has so many rows, or about so many bytes.
const (
	batchRows  = 512
	batchBytes = 8 << 20
)

// layout is what the output stream is made of.
type layout struct {
	schema *arrow.Schema
	add    func(b *array.RecordBuilder, r *load.Rows)
	reject func(b *array.RecordBuilder, r *load.RejectRow)
}

// plans are those of the four tables.
func plans() map[string]plan {
	out := map[string]plan{}
	for _, t := range load.Schema() {
		out[t.Name] = planOf(rowTypes[t.Name], t)
	}
	return out
}

var rowTypes = map[string]reflect.Type{
	load.TableArticles: reflect.TypeFor[load.ArticleRow](),
	load.TableMentions: reflect.TypeFor[load.MentionRow](),
	load.TableEvents:   reflect.TypeFor[load.EventRow](),
	load.TableRejects:  reflect.TypeFor[load.RejectRow](),
}

func metadata() *arrow.Metadata {
	m := arrow.NewMetadata([]string{"dateline.schema_version"}, []string{load.SchemaVersion})
	return &m
}

// nested is one row per article, its mentions and events within it, or per reject: what is
// computed once can be split into four tables later, and an article is dropped whole.
func nested() layout {
	p := plans()
	list := func(t string) arrow.DataType { return arrow.ListOfNonNullable(p[t].structType()) }
	schema := arrow.NewSchema([]arrow.Field{
		{Name: "article", Type: p[load.TableArticles].structType(), Nullable: true},
		{Name: "signature", Type: arrow.BinaryTypes.Binary, Nullable: true},
		{Name: load.TableMentions, Type: list(load.TableMentions), Nullable: true},
		{Name: load.TableEvents, Type: list(load.TableEvents), Nullable: true},
		{Name: "reject", Type: p[load.TableRejects].structType(), Nullable: true},
	}, metadata())
	return layout{
		schema: schema,
		add: func(b *array.RecordBuilder, r *load.Rows) {
			appendStruct(b.Field(0), p[load.TableArticles], reflect.ValueOf(&r.Article).Elem())
			if s := load.Signature(r.Article.Text); s != nil {
				b.Field(1).(*array.BinaryBuilder).Append(s)
			} else {
				b.Field(1).AppendNull()
			}
			appendList(b.Field(2), p[load.TableMentions], reflect.ValueOf(r.Mentions))
			appendList(b.Field(3), p[load.TableEvents], reflect.ValueOf(r.Events))
			b.Field(4).AppendNull()
		},
		reject: func(b *array.RecordBuilder, r *load.RejectRow) {
			for i := range 4 {
				b.Field(i).AppendNull()
			}
			appendStruct(b.Field(4), p[load.TableRejects], reflect.ValueOf(r).Elem())
		},
	}
}

func appendStruct(b array.Builder, p plan, v reflect.Value) {
	s := b.(*array.StructBuilder)
	s.Append(true)
	p.appendTo(s.FieldBuilder, v)
}

func appendList(b array.Builder, p plan, v reflect.Value) {
	l := b.(*array.ListBuilder)
	l.Append(true)
	for i := range v.Len() {
		appendStruct(l.ValueBuilder(), p, v.Index(i))
	}
}

// flat is one table alone, its columns at the top.
func flat(table string) layout {
	p := plans()[table]
	each := func(b *array.RecordBuilder, rows reflect.Value) {
		for i := range rows.Len() {
			p.appendTo(b.Field, rows.Index(i))
		}
	}
	l := layout{schema: arrow.NewSchema(p.fields, metadata()), add: func(*array.RecordBuilder, *load.Rows) {}, reject: func(*array.RecordBuilder, *load.RejectRow) {}}
	switch table {
	case load.TableArticles:
		l.add = func(b *array.RecordBuilder, r *load.Rows) { p.appendTo(b.Field, reflect.ValueOf(&r.Article).Elem()) }
	case load.TableMentions:
		l.add = func(b *array.RecordBuilder, r *load.Rows) { each(b, reflect.ValueOf(r.Mentions)) }
	case load.TableEvents:
		l.add = func(b *array.RecordBuilder, r *load.Rows) { each(b, reflect.ValueOf(r.Events)) }
	case load.TableRejects:
		l.reject = func(b *array.RecordBuilder, r *load.RejectRow) { p.appendTo(b.Field, reflect.ValueOf(r).Elem()) }
	}
	return l
}

// sink writes rows to the output stream, batch by batch.
type sink struct {
	layout  layout
	builder *array.RecordBuilder
	buffer  *bufio.Writer
	stream  *ipc.Writer
	rows    int // since the last batch
	bytes   int
}

func newSink(w io.Writer, l layout) *sink {
	buffer := bufio.NewWriterSize(w, 256<<10)
	return &sink{
		layout: l, builder: array.NewRecordBuilder(memory.DefaultAllocator, l.schema), buffer: buffer,
		stream: ipc.NewWriter(buffer, ipc.WithSchema(l.schema)),
	}
}

// Add appends an article's rows.
func (s *sink) Add(r *load.Rows) (bool, error) {
	s.layout.add(s.builder, r)
	return true, s.count(1024 + len(r.Article.Text) + 400*len(r.Mentions) + 800*len(r.Events))
}

// Reject appends a reject.
func (s *sink) Reject(r load.RejectRow) error {
	s.layout.reject(s.builder, &r)
	return s.count(256 + len(r.Bytes))
}

// Due and Checkpoint are a dataset's: a stream has none.
func (s *sink) Due() bool            { return false }
func (s *sink) Checkpoint(any) error { return nil }

// count notes what a record was, and writes the batch when it is full.
func (s *sink) count(bytes int) error {
	s.rows++
	s.bytes += bytes
	if s.rows < batchRows && s.bytes < batchBytes {
		return nil
	}
	return s.flush()
}

func (s *sink) flush() error {
	batch := s.builder.NewRecordBatch()
	defer batch.Release()
	s.rows, s.bytes = 0, 0
	if batch.NumRows() == 0 {
		return nil
	}
	if err := s.stream.Write(batch); err != nil {
		return err
	}
	return s.buffer.Flush()
}

// close writes what is left and ends the stream.
func (s *sink) close() error {
	if err := s.flush(); err != nil {
		return err
	}
	if err := s.stream.Close(); err != nil {
		return err
	}
	return s.buffer.Flush()
}
