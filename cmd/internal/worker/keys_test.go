package worker

import (
	"bytes"
	"io"
	"sync/atomic"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"dateline/load"
)

var memoryOf = memory.DefaultAllocator

// counting counts what is read.
type counting struct {
	r io.Reader
	n atomic.Int64
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// keySchema is what a client takes out of the nested stream.
var keySchema = arrow.NewSchema([]arrow.Field{
	{Name: "row_id", Type: arrow.PrimitiveTypes.Int64}, {Name: "article_id", Type: arrow.BinaryTypes.String},
	{Name: "external_id", Type: arrow.BinaryTypes.String, Nullable: true}, {Name: "agency", Type: arrow.BinaryTypes.String, Nullable: true},
	{Name: "status", Type: arrow.BinaryTypes.String, Nullable: true}, {Name: "published_date", Type: arrow.FixedWidthTypes.Date32, Nullable: true},
	{Name: "published_at", Type: timestamp, Nullable: true}, {Name: "signature", Type: arrow.BinaryTypes.Binary, Nullable: true},
}, nil)

func appendKey(b *array.RecordBuilder, id int64, r *load.Rows) {
	a := &r.Article
	b.Field(0).(*array.Int64Builder).Append(id)
	for i, s := range []string{a.ArticleID, a.ExternalID, a.Agency, a.Status} {
		if s == "" {
			b.Field(1 + i).AppendNull()
		} else {
			b.Field(1 + i).(*array.StringBuilder).Append(s)
		}
	}
	if a.PublishedDate == nil {
		b.Field(5).AppendNull()
	} else {
		b.Field(5).(*array.Date32Builder).Append(arrow.Date32(*a.PublishedDate))
	}
	b.Field(6).(*array.TimestampBuilder).Append(arrow.Timestamp(*a.PublishedAt))
	if s := load.Signature(a.Text); s != nil {
		b.Field(7).(*array.BinaryBuilder).Append(s)
	} else {
		b.Field(7).AppendNull()
	}
}

// FuzzStories reads garbage behind a schema that is right: an error, never a panic.
func FuzzStories(f *testing.F) {
	f.Add([]byte("\xff\xff\xff\xff\x10\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var out bytes.Buffer
		if err := Stories(t.Context(), bytes.NewReader(b), &out, 0); err == nil && out.Len() == 0 {
			t.Error("no error, and nothing written")
		}
	})
}
