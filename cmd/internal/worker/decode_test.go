package worker

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"dateline/load"
)

// output is what a worker wrote, as row structs again.
type output struct {
	rows    []*load.Rows
	rejects []load.RejectRow
	batches int
}

// decode reads a nested output stream, which has to be whole.
func decode(t *testing.T, stream []byte) output {
	t.Helper()
	if !bytes.HasSuffix(stream, []byte("\xff\xff\xff\xff\x00\x00\x00\x00")) {
		t.Fatal("the stream has no end")
	}
	r, err := ipc.NewReader(bytes.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	p := plans()
	var out output
	for r.Next() {
		out.batches++
		b := r.RecordBatch()
		for i := range int(b.NumRows()) {
			if b.Column(0).IsNull(i) {
				var reject load.RejectRow
				take(b.Column(4), i, p[load.TableRejects], reflect.ValueOf(&reject).Elem())
				out.rejects = append(out.rejects, reject)
				continue
			}
			rows := &load.Rows{Mentions: []load.MentionRow{}, Events: []load.EventRow{}}
			take(b.Column(0), i, p[load.TableArticles], reflect.ValueOf(&rows.Article).Elem())
			takeList(b.Column(2), i, p[load.TableMentions], reflect.ValueOf(&rows.Mentions).Elem())
			takeList(b.Column(3), i, p[load.TableEvents], reflect.ValueOf(&rows.Events).Elem())
			out.rows = append(out.rows, rows)
		}
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func take(a arrow.Array, i int, p plan, to reflect.Value) {
	s := a.(*array.Struct)
	for f := range p.fields {
		set(s.Field(f), i, to.Field(f))
	}
}

func takeList(a arrow.Array, i int, p plan, to reflect.Value) {
	l := a.(*array.List)
	from, end := l.ValueOffsets(i)
	for k := from; k < end; k++ {
		row := reflect.New(to.Type().Elem()).Elem()
		take(l.ListValues(), int(k), p, row)
		to.Set(reflect.Append(to, row))
	}
}

// set sets a field from an array; NULL leaves it zero.
func set(a arrow.Array, i int, to reflect.Value) {
	if a.IsNull(i) {
		return
	}
	if to.Kind() == reflect.Pointer {
		to.Set(reflect.New(to.Type().Elem()))
		to = to.Elem()
	}
	switch a := a.(type) {
	case *array.String:
		to.SetString(a.Value(i))
	case *array.Binary:
		to.SetBytes(bytes.Clone(a.Value(i)))
	case *array.Int32:
		to.SetInt(int64(a.Value(i)))
	case *array.Int64:
		to.SetInt(a.Value(i))
	case *array.Float64:
		to.SetFloat(a.Value(i))
	case *array.Date32:
		to.SetInt(int64(a.Value(i)))
	case *array.Timestamp:
		to.SetInt(int64(a.Value(i)))
	case *array.List:
		from, end := a.ValueOffsets(i)
		for k := from; k < end; k++ {
			v := reflect.New(to.Type().Elem()).Elem()
			set(a.ListValues(), int(k), v)
			to.Set(reflect.Append(to, v))
		}
	default:
		panic(fmt.Sprintf("no such column: %T", a))
	}
}

// stream writes an input stream of batches of so many rows.
func stream(t *testing.T, fields []arrow.Field, batch int, rows ...[]any) []byte {
	t.Helper()
	schema := arrow.NewSchema(fields, nil)
	var out bytes.Buffer
	w := ipc.NewWriter(&out, ipc.WithSchema(schema))
	for len(rows) > 0 {
		n := min(batch, len(rows))
		b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
		for _, r := range rows[:n] {
			for i, v := range r {
				appendAny(t, b.Field(i), v)
			}
		}
		if err := w.Write(b.NewRecordBatch()); err != nil {
			t.Fatal(err)
		}
		rows = rows[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func appendAny(t *testing.T, b array.Builder, v any) {
	t.Helper()
	switch b := b.(type) {
	case array.StringLikeBuilder:
		if s, ok := v.(string); ok {
			b.Append(s)
			return
		}
	case *array.BinaryBuilder:
		if s, ok := v.([]byte); ok {
			b.Append(s)
			return
		}
	case *array.Int64Builder:
		if n, ok := v.(int); ok {
			b.Append(int64(n))
			return
		}
	case *array.TimestampBuilder:
		if n, ok := v.(int); ok {
			b.Append(arrow.Timestamp(n))
			return
		}
	case *array.ListBuilder:
		if l, ok := v.([]string); ok {
			b.Append(true)
			for _, s := range l {
				appendAny(t, b.ValueBuilder(), s)
			}
			return
		}
	}
	if v != nil {
		t.Fatalf("%T into %T", v, b)
	}
	b.AppendNull()
}
