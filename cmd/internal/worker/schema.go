package worker

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"dateline/load"
)

// timestamp is an instant: microseconds, UTC.
var timestamp = &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"}

// put appends a value to its column, or NULL.
type put func(b array.Builder, v reflect.Value)

// plan is how a row struct becomes Arrow columns, in the order of its fields. Which of them
// may be NULL is what the schema listing says.
type plan struct {
	fields []arrow.Field
	puts   []put
}

// planOf reads the plan of one of load's row structs off its fields.
func planOf(row reflect.Type, table load.Table) plan {
	var p plan
	for i := range row.NumField() {
		c := table.Columns[i]
		t, put := columnOf(row.Field(i).Type, c.Nullable)
		p.fields = append(p.fields, arrow.Field{Name: c.Name, Type: t, Nullable: c.Nullable})
		p.puts = append(p.puts, put)
	}
	return p
}

func (p plan) structType() *arrow.StructType { return arrow.StructOf(p.fields...) }

// appendTo appends a row to a builder per column.
func (p plan) appendTo(column func(int) array.Builder, row reflect.Value) {
	for i, put := range p.puts {
		put(column(i), row.Field(i))
	}
}

// columnOf is the Arrow type of a field, and what appends to it. As in the Parquet files, a
// column that may be NULL is so where the field is zero.
func columnOf(t reflect.Type, nullable bool) (arrow.DataType, put) {
	if t.Kind() == reflect.Pointer {
		of, put := columnOf(t.Elem(), false)
		return of, func(b array.Builder, v reflect.Value) {
			if v.IsNil() {
				b.AppendNull()
				return
			}
			put(b, v.Elem())
		}
	}
	of, put := valueOf(t)
	if !nullable {
		return of, put
	}
	list := t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8
	return of, func(b array.Builder, v reflect.Value) {
		if v.IsZero() || list && v.Len() == 0 {
			b.AppendNull()
			return
		}
		put(b, v)
	}
}

func valueOf(t reflect.Type) (arrow.DataType, put) {
	switch t {
	case reflect.TypeFor[load.Day]():
		return arrow.FixedWidthTypes.Date32, func(b array.Builder, v reflect.Value) { b.(*array.Date32Builder).Append(arrow.Date32(v.Int())) }
	case reflect.TypeFor[load.Micros]():
		return timestamp, func(b array.Builder, v reflect.Value) { b.(*array.TimestampBuilder).Append(arrow.Timestamp(v.Int())) }
	case reflect.TypeFor[[]byte]():
		return arrow.BinaryTypes.Binary, func(b array.Builder, v reflect.Value) { b.(*array.BinaryBuilder).Append(v.Bytes()) }
	}
	switch t.Kind() {
	case reflect.String:
		return arrow.BinaryTypes.String, func(b array.Builder, v reflect.Value) { b.(*array.StringBuilder).Append(mended(v.String())) }
	case reflect.Int32:
		return arrow.PrimitiveTypes.Int32, func(b array.Builder, v reflect.Value) { b.(*array.Int32Builder).Append(int32(v.Int())) }
	case reflect.Int64:
		return arrow.PrimitiveTypes.Int64, func(b array.Builder, v reflect.Value) { b.(*array.Int64Builder).Append(v.Int()) }
	case reflect.Float64:
		return arrow.PrimitiveTypes.Float64, func(b array.Builder, v reflect.Value) { b.(*array.Float64Builder).Append(v.Float()) }
	case reflect.Slice:
		of, put := valueOf(t.Elem())
		return arrow.ListOfNonNullable(of), func(b array.Builder, v reflect.Value) {
			l := b.(*array.ListBuilder)
			l.Append(true)
			for i := range v.Len() {
				put(l.ValueBuilder(), v.Index(i))
			}
		}
	}
	panic("worker: no Arrow type for " + t.String()) // a row struct's field: caught by the schema test
}

// mended replaces bytes that are not UTF-8, as load does before it writes.
func mended(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
