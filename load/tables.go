package load

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// The tables, named as their directories.
const (
	TableArticles = "articles"
	TableMentions = "mentions"
	TableEvents   = "events"
	TableRejects  = "rejects"
)

// Tables are all of them, in the order they are committed: a mention or event is never
// visible before its article.
var Tables = []string{TableArticles, TableMentions, TableEvents, TableRejects}

// HiveDefaultPartition holds the rows whose publication date is unknown.
const HiveDefaultPartition = "__HIVE_DEFAULT_PARTITION__"

// partitionOf is the directory of a row's partition.
func partitionOf(column string, d *Day) string {
	if d == nil {
		return column + "=" + HiveDefaultPartition
	}
	return column + "=" + d.String()
}

func compareArticles(a, b *ArticleRow) int {
	return cmp.Or(strings.Compare(a.ArticleID, b.ArticleID), strings.Compare(a.SourceURI, b.SourceURI), cmp.Compare(a.SourceOffset, b.SourceOffset))
}

func compareMentions(a, b *MentionRow) int {
	return cmp.Or(strings.Compare(a.ArticleID, b.ArticleID), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), strings.Compare(a.Kind, b.Kind))
}

func compareEvents(a, b *EventRow) int {
	return cmp.Or(strings.Compare(a.ArticleID, b.ArticleID), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), strings.Compare(a.EventID, b.EventID))
}

func compareRejects(a, b *RejectRow) int {
	return cmp.Or(strings.Compare(a.SourceURI, b.SourceURI), cmp.Compare(a.SourceOffset, b.SourceOffset), strings.Compare(a.Code, b.Code))
}

// sorted sorts rows in place and says by which columns, for the file's metadata.
func sorted[T any](rows []T, compare func(a, b *T) int) {
	slices.SortStableFunc(rows, func(a, b T) int { return compare(&a, &b) })
}

func ascending(columns ...string) []parquet.SortingColumn {
	var out []parquet.SortingColumn
	for _, c := range columns {
		out = append(out, parquet.Ascending(c))
	}
	return out
}
