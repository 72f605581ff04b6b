package worker

import (
	"fmt"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// SchemaError is an input stream whose columns are not what a worker reads.
type SchemaError struct{ Problem, hint string }

func (e *SchemaError) Error() string { return "standard input: " + e.Problem }

// Hint says what to do.
func (e *SchemaError) Hint() string { return e.hint }

// columns finds the columns of a stream by name.
type columns struct {
	schema *arrow.Schema
	err    error // the first column of a wrong type
}

func (c *columns) has(name string) bool { return c.schema.HasField(name) }

// at is a column's place, or -1. Its type must be one of want.
func (c *columns) at(name string, want string, ok func(arrow.DataType) bool) int {
	at := c.schema.FieldIndices(name)
	if len(at) == 0 {
		return -1
	}
	if t := c.schema.Field(at[0]).Type; !ok(t) && c.err == nil {
		c.err = &SchemaError{fmt.Sprintf("column %q is %s, want %s", name, t, want), "cast the column before it is sent"}
	}
	return at[0]
}

func (c *columns) text(name string) int {
	return c.at(name, "string", func(t arrow.DataType) bool {
		return t.ID() == arrow.STRING || t.ID() == arrow.LARGE_STRING || t.ID() == arrow.STRING_VIEW
	})
}

func (c *columns) bytes(name string) int {
	return c.at(name, "binary", func(t arrow.DataType) bool {
		return t.ID() == arrow.BINARY || t.ID() == arrow.LARGE_BINARY || t.ID() == arrow.BINARY_VIEW
	})
}

func (c *columns) long(name string) int {
	return c.at(name, "int64", func(t arrow.DataType) bool { return t.ID() == arrow.INT64 || t.ID() == arrow.INT32 })
}

func (c *columns) texts(name string) int {
	return c.at(name, "list of string", func(t arrow.DataType) bool {
		l, ok := t.(arrow.ListLikeType)
		return ok && (t.ID() == arrow.LIST || t.ID() == arrow.LARGE_LIST) && (l.Elem().ID() == arrow.STRING || l.Elem().ID() == arrow.LARGE_STRING)
	})
}

// when is a time as the jsonl source writes it, or one of Arrow's own types.
func (c *columns) when(name string) int {
	return c.at(name, "string, timestamp or date", func(t arrow.DataType) bool {
		switch t.ID() {
		case arrow.STRING, arrow.LARGE_STRING, arrow.STRING_VIEW, arrow.TIMESTAMP, arrow.DATE32, arrow.DATE64:
			return true
		}
		return false
	})
}

// row is one row of a batch; a column that is missing is at -1 and reads as NULL.
type row struct {
	batch arrow.RecordBatch
	i     int
}

func (r row) column(at int) (arrow.Array, bool) {
	if at < 0 || r.batch.Column(at).IsNull(r.i) {
		return nil, false
	}
	return r.batch.Column(at), true
}

// text is a string of its own: the batch may be gone when it is read.
func (r row) text(at int) (string, bool) {
	c, ok := r.column(at)
	if !ok {
		return "", false
	}
	return strings.Clone(c.(array.StringLike).Value(r.i)), true
}

// bytes are the batch's own: they are valid until the next one is read.
func (r row) bytes(at int) []byte {
	c, ok := r.column(at)
	if !ok {
		return nil
	}
	return c.(interface{ Value(int) []byte }).Value(r.i)
}

func (r row) long(at int) int64 {
	c, ok := r.column(at)
	if !ok {
		return 0
	}
	if n, ok := c.(*array.Int32); ok {
		return int64(n.Value(r.i))
	}
	return c.(*array.Int64).Value(r.i)
}

func (r row) texts(at int) []string {
	c, ok := r.column(at)
	if !ok {
		return nil
	}
	list := c.(array.ListLike)
	from, to := list.ValueOffsets(r.i)
	values := list.ListValues()
	var out []string
	for i := from; i < to; i++ {
		if !values.IsNull(int(i)) {
			out = append(out, strings.Clone(values.(array.StringLike).Value(int(i))))
		}
	}
	return out
}

// when is a time in a form that the jsonl source reads: an instant in UTC, a time without a
// zone as it stands, a day as a day.
func (r row) when(at int) (string, bool) {
	c, ok := r.column(at)
	if !ok {
		return "", false
	}
	switch c := c.(type) {
	case *array.Timestamp:
		t := c.DataType().(*arrow.TimestampType)
		layout := time.RFC3339Nano
		if t.TimeZone == "" {
			layout = "2006-01-02T15:04:05.999999999"
		}
		return c.Value(r.i).ToTime(t.Unit).UTC().Format(layout), true
	case *array.Date32:
		return c.Value(r.i).ToTime().Format(time.DateOnly), true
	case *array.Date64:
		return c.Value(r.i).ToTime().Format(time.DateOnly), true
	}
	return r.text(at)
}
