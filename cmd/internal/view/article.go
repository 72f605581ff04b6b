package view

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dateline/load"
	"dateline/load/store"
)

// head is what of an article a list shows.
type head struct {
	ArticleID string `parquet:"article_id"`
	Headline  string `parquet:"headline,optional"`
	Agency    string `parquet:"agency,optional"`
}

// owned is a row that belongs to an article.
type owned struct {
	ArticleID string `parquet:"article_id"`
}

// heads fills in the articles' heads, one pass over each partition that the events are of.
func heads(st store.Store, s *load.State, events []event) error {
	wanted := map[string][]*event{}
	for i := range events {
		wanted[events[i].Partition] = append(wanted[events[i].Partition], &events[i])
	}
	for part, list := range wanted {
		for _, f := range files(s, load.TableArticles, part) {
			err := load.Scan(st, f, 0, func(_ int64, h *head) bool {
				for _, e := range list {
					if e.ArticleID == h.ArticleID {
						e.Headline, e.Agency = strings.Clone(h.Headline), strings.Clone(h.Agency)
					}
				}
				return true
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// article reads one article with its mentions and events. It fails with fs.ErrNotExist
// where the dataset has none.
func article(st store.Store, s *load.State, part, id string) (*load.Rows, error) {
	articles, err := rowsOf[load.ArticleRow](st, s, load.TableArticles, part, id)
	if err != nil {
		return nil, err
	}
	if len(articles) == 0 {
		return nil, fmt.Errorf("article %s in %s: %w", id, part, fs.ErrNotExist)
	}
	out := &load.Rows{Article: articles[0]}
	out.Article.PublishedDate = load.PartitionDay(part)
	if out.Mentions, err = rowsOf[load.MentionRow](st, s, load.TableMentions, part, id); err != nil {
		return nil, err
	}
	out.Events, err = rowsOf[load.EventRow](st, s, load.TableEvents, part, id)
	return out, err
}

// rowsOf reads the rows of one article, which stand together: files are sorted by article.
func rowsOf[T load.Row](st store.Store, s *load.State, table, part, id string) ([]T, error) {
	var out []T
	for _, f := range files(s, table, part) {
		var numbers []int64
		err := load.Scan(st, f, 0, func(n int64, o *owned) bool {
			if o.ArticleID == id {
				numbers = append(numbers, n)
			}
			return o.ArticleID <= id
		})
		if err != nil {
			return nil, err
		}
		rows, err := load.ReadNumbers[T](st, f, numbers)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

// files are the names of a table's files of one partition, in order.
func files(s *load.State, table, part string) []string {
	var out []string
	prefix := table + "/" + part + "/"
	for name := range s.Files {
		if strings.HasPrefix(name, prefix) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
