package load

import (
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"
)

// table buffers the rows of one table by partition.
type table[T Row] struct {
	name    string
	sorting []parquet.SortingColumn
	compare func(a, b *T) int
	key     func(*T) string // what compare asks first
	parts   map[string][]*T // rows are too large to be moved about
	writer  *rowWriter[T]   // of one file after another: a new one is much work
}

func newTable[T Row](name string, compare func(a, b *T) int, key func(*T) string, sorting ...string) table[T] {
	return table[T]{name: name, compare: compare, key: key, sorting: ascending(sorting...), parts: map[string][]*T{}}
}

func (t *table[T]) add(part string, row *T) { t.parts[part] = append(t.parts[part], row) }

// write writes sorted rows as one file. The writer of the file before is used again where
// all columns with Bloom filters have values: it forgets all but the length of a filter.
func (t *table[T]) write(out io.Writer, rows []*T) error {
	sums := sumsOf(rows)
	for _, column := range stringFieldsOf(reflect.TypeFor[T]()).looked {
		if sums[column] == 0 {
			return writeSums(out, rows, t.sorting, sums)
		}
	}
	w := t.writer
	if w == nil {
		w = newRowWriter[T](out, t.sorting, defaultGroup)
	} else {
		w.reset(out)
	}
	t.writer = nil // it is not used again after an error
	if err := w.file(rows); err != nil {
		return err
	}
	t.writer = w
	return nil
}

// tables are all four.
type tables struct {
	articles table[ArticleRow]
	mentions table[MentionRow]
	events   table[EventRow]
	rejects  table[RejectRow]
}

func newTables() tables {
	return tables{
		articles: newTable(TableArticles, compareArticles, func(r *ArticleRow) string { return r.ArticleID }, "article_id", "source_uri", "source_offset"),
		mentions: newTable(TableMentions, compareMentions, func(r *MentionRow) string { return r.ArticleID }, "article_id", "start"),
		events:   newTable(TableEvents, compareEvents, func(r *EventRow) string { return r.ArticleID }, "article_id", "start"),
		rejects:  newTable(TableRejects, compareRejects, func(r *RejectRow) string { return r.SourceURI }, "source_uri", "source_offset", "code"),
	}
}
