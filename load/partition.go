package load

import (
	"github.com/parquet-go/parquet-go"
)

// table buffers the rows of one table by partition.
type table[T Row] struct {
	name    string
	sorting []parquet.SortingColumn
	compare func(a, b *T) int
	key     func(*T) string // what compare asks first
	parts   map[string][]*T // rows are too large to be moved about
}

func newTable[T Row](name string, compare func(a, b *T) int, key func(*T) string, sorting ...string) table[T] {
	return table[T]{name: name, compare: compare, key: key, sorting: ascending(sorting...), parts: map[string][]*T{}}
}

func (t *table[T]) add(part string, row *T) { t.parts[part] = append(t.parts[part], row) }

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
