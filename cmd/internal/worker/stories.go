package worker

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"dateline/load"
)

// Stories reads the keys of articles in the order in which a run would read the articles,
// and writes the story of each under its row_id, in the same order; behind them, with
// row_id NULL, which articles a later version supersedes. It keeps a bounded index of the
// articles, not the articles. Both streams have to be served at once.
func Stories(ctx context.Context, in io.Reader, out io.Writer, window int) error {
	stream, err := open(ctx, in)
	if err != nil {
		return err
	}
	keys, err := storyKeys(stream.Schema())
	if err != nil {
		return err
	}
	s := newSink(out, layout{schema: storySchema})
	index := load.NewStoryIndex(window)
	err = eachRow(stream, func(r row) error {
		id, k := keys(r)
		story, err := index.Assign(&k)
		if err != nil {
			return &SchemaError{err.Error(), "take the keys from the output of 'dateline worker'"}
		}
		s.story(&id, k.PublishedDate, k.ArticleID, story, "")
		return s.count(150)
	})
	if err != nil {
		return err
	}
	for _, m := range superseded(index) {
		s.story(nil, m.day, m.older, "", m.newer)
		if err := s.count(150); err != nil {
			return err
		}
	}
	return s.close()
}

// WriteStoriesSchema writes a stream of no rows: what Stories will write.
func WriteStoriesSchema(w io.Writer) error { return newSink(w, layout{schema: storySchema}).close() }

var storySchema = arrow.NewSchema([]arrow.Field{
	{Name: "row_id", Type: arrow.PrimitiveTypes.Int64, Nullable: true},
	{Name: "published_date", Type: arrow.FixedWidthTypes.Date32, Nullable: true},
	{Name: "article_id", Type: arrow.BinaryTypes.String},
	{Name: "story_id", Type: arrow.BinaryTypes.String, Nullable: true},
	{Name: "superseded_by", Type: arrow.BinaryTypes.String, Nullable: true},
}, metadata())

// story appends a row of storySchema.
func (s *sink) story(id *int64, day *load.Day, article, story, newer string) {
	b := s.builder
	if id != nil {
		b.Field(0).(*array.Int64Builder).Append(*id)
	} else {
		b.Field(0).AppendNull()
	}
	if day != nil {
		b.Field(1).(*array.Date32Builder).Append(arrow.Date32(*day))
	} else {
		b.Field(1).AppendNull()
	}
	for i, v := range []string{article, story, newer} {
		if v != "" {
			b.Field(2 + i).(*array.StringBuilder).Append(v)
		} else {
			b.Field(2 + i).AppendNull()
		}
	}
}

// storyKeys finds the columns of the keys.
func storyKeys(schema *arrow.Schema) (func(row) (int64, load.StoryKey), error) {
	c := &columns{schema: schema}
	id, article, external, agency, status := c.long("row_id"), c.text("article_id"), c.text("external_id"), c.text("agency"), c.text("status")
	date, at, signature := c.day("published_date"), c.instant("published_at"), c.bytes("signature")
	for _, name := range []string{"row_id", "article_id", "external_id", "agency", "status", "published_date", "published_at", "signature"} {
		if !c.has(name) && c.err == nil {
			c.err = &SchemaError{fmt.Sprintf("no column %q", name), schemaHint}
		}
	}
	return func(r row) (int64, load.StoryKey) {
		var k load.StoryKey
		k.ArticleID, _ = r.text(article)
		k.ExternalID, _ = r.text(external)
		k.Agency, _ = r.text(agency)
		k.Status, _ = r.text(status)
		if col, ok := r.column(date); ok {
			d := load.Day(col.(*array.Date32).Value(r.i))
			k.PublishedDate = &d
		}
		if col, ok := r.column(at); ok {
			m := load.Micros(col.(*array.Timestamp).Value(r.i))
			k.PublishedAt = &m
		}
		k.Signature = bytes.Clone(r.bytes(signature))
		return r.long(id), k
	}, c.err
}

// day is a calendar day; instant one in microseconds.
func (c *columns) day(name string) int {
	return c.at(name, "date32", func(t arrow.DataType) bool { return t.ID() == arrow.DATE32 })
}

func (c *columns) instant(name string) int {
	return c.at(name, "timestamp in microseconds", func(t arrow.DataType) bool {
		ts, ok := t.(*arrow.TimestampType)
		return ok && ts.Unit == arrow.Microsecond
	})
}

// mark is one article that is superseded.
type mark struct {
	day          *load.Day
	older, newer string
}

// superseded are the marks of an index in a fixed order.
func superseded(index *load.StoryIndex) []mark {
	var out []mark
	index.Superseded(func(day *load.Day, older, newer string) { out = append(out, mark{day, older, newer}) })
	slices.SortFunc(out, func(a, b mark) int {
		return cmp.Or(strings.Compare(a.older, b.older), strings.Compare(dayName(a.day), dayName(b.day)))
	})
	return out
}

func dayName(d *load.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}
