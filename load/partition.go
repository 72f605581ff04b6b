package load

import (
	"github.com/parquet-go/parquet-go"
)

// table buffers the rows of one table by partition.
type table[T Row] struct {
	name    string
	sorting []parquet.SortingColumn
	compare func(a, b *T) int
	parts   map[string][]T
}

func newTable[T Row](name string, compare func(a, b *T) int, sorting ...string) table[T] {
	return table[T]{name: name, compare: compare, sorting: ascending(sorting...), parts: map[string][]T{}}
}

func (t *table[T]) add(part string, row T) { t.parts[part] = append(t.parts[part], row) }

// tables are all four.
type tables struct {
	articles table[ArticleRow]
	mentions table[MentionRow]
	events   table[EventRow]
	rejects  table[RejectRow]
}

func newTables() tables {
	return tables{
		articles: newTable(TableArticles, compareArticles, "article_id", "source_uri", "source_offset"),
		mentions: newTable(TableMentions, compareMentions, "article_id", "start"),
		events:   newTable(TableEvents, compareEvents, "article_id", "start"),
		rejects:  newTable(TableRejects, compareRejects, "source_uri", "source_offset", "code"),
	}
}
