package load

import (
	"cmp"
	"encoding/binary"
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
	if c := strings.Compare(a.ArticleID, b.ArticleID); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(a.SourceURI, b.SourceURI), cmp.Compare(a.SourceOffset, b.SourceOffset))
}

func compareMentions(a, b *MentionRow) int {
	if c := strings.Compare(a.ArticleID, b.ArticleID); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), strings.Compare(a.Kind, b.Kind))
}

func compareEvents(a, b *EventRow) int {
	if c := strings.Compare(a.ArticleID, b.ArticleID); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), strings.Compare(a.EventID, b.EventID))
}

func compareRejects(a, b *RejectRow) int {
	return cmp.Or(strings.Compare(a.SourceURI, b.SourceURI), cmp.Compare(a.SourceOffset, b.SourceOffset), strings.Compare(a.Code, b.Code))
}

// sort puts rows in the table's order; equal rows stay as they are. Most are told apart by
// the beginning of their key.
func (t *table[T]) sort(rows []*T) {
	type head struct {
		key   uint64
		row   *T
		place int32
	}
	heads := make([]head, len(rows))
	for i, row := range rows {
		var b [8]byte
		copy(b[:], t.key(row))
		heads[i] = head{binary.BigEndian.Uint64(b[:]), row, int32(i)}
	}
	slices.SortFunc(heads, func(a, b head) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return cmp.Or(t.compare(a.row, b.row), cmp.Compare(a.place, b.place))
	})
	for i, h := range heads {
		rows[i] = h.row
	}
}

func ascending(columns ...string) []parquet.SortingColumn {
	var out []parquet.SortingColumn
	for _, c := range columns {
		out = append(out, parquet.Ascending(c))
	}
	return out
}
