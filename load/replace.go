package load

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"

	"dateline/load/store"
)

// idSets are the article ids of partitions, read when a partition is first written to.
type idSets struct {
	store  store.Store
	loaded map[string]map[string]bool
}

// add reports whether the id is new to the partition. Ids that are to be dropped are as
// good as gone.
func (s *idSets) add(part, id string, files []ManifestFile, drop map[string]bool) (bool, error) {
	set := s.loaded[part]
	if set == nil {
		set = map[string]bool{}
		for _, f := range files {
			err := readKeys(s.store, f.Path, func(k articleKey) {
				if !drop[k.ArticleID] {
					set[k.ArticleID] = true
				}
			})
			if err != nil {
				return false, err
			}
		}
		s.loaded[part] = set
	}
	if set[id] {
		return false, nil
	}
	set[id] = true
	return true, nil
}

// articleKey is the part of an article row that finds it.
type articleKey struct {
	ArticleID string `parquet:"article_id"`
	SourceURI string `parquet:"source_uri"`
}

// readKeys hands the keys of an articles file to each.
func readKeys(st store.Store, name string, each func(articleKey)) error {
	f, err := st.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	keys, err := parquet.Read[articleKey](f, f.Size())
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, k := range keys {
		each(k)
	}
	return nil
}

// findReplaced finds the articles of the inputs that this run replaces or prunes.
func (w *Writer) findReplaced() error {
	uris := map[string]bool{}
	parts := map[string]bool{}
	for _, k := range slices.Concat(w.opt.Replaced, w.opt.Pruned) {
		uris[k.URI] = true
		for _, p := range k.Partitions {
			parts[p] = true
		}
	}
	for part := range parts {
		for _, f := range w.state.files(TableArticles, part) {
			err := readKeys(w.store, f.Path, func(k articleKey) {
				container, _, _ := strings.Cut(k.SourceURI, "!/")
				if !uris[k.SourceURI] && !uris[container] {
					return
				}
				if w.drop[part] == nil {
					w.drop[part] = map[string]bool{}
				}
				w.drop[part][k.ArticleID] = true
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// rewrite stages the files of earlier runs anew without the rows that go, and marks
// articles that a later version supersedes, in files of earlier runs and of this one.
func (w *Writer) rewrite() error {
	marks := w.stories.superseded
	parts := map[string]bool{}
	for p := range w.drop {
		parts[p] = true
	}
	for p := range marks {
		parts[p] = true
	}
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		gone := func(id string) bool { return w.drop[part][id] }
		mark := func(a *ArticleRow) bool {
			by := marks[part][a.ArticleID]
			if by == "" || by == a.SupersededBy {
				return false
			}
			a.SupersededBy = by
			return true
		}
		if err := rewriteTable(w, &w.articles, part, func(a *ArticleRow) bool { return gone(a.ArticleID) }, mark); err != nil {
			return err
		}
		if err := rewriteTable(w, &w.mentions, part, func(m *MentionRow) bool { return gone(m.ArticleID) }, nil); err != nil {
			return err
		}
		if err := rewriteTable(w, &w.events, part, func(e *EventRow) bool { return gone(e.ArticleID) }, nil); err != nil {
			return err
		}
	}
	return nil
}

// rewriteTable does one partition of one table: rows of earlier runs for which gone holds
// are left out, rows that change reports as changed are written anew.
func rewriteTable[T Row](w *Writer, t *table[T], part string, gone func(*T) bool, change func(*T) bool) error {
	mine := map[string]int{}
	prefix := t.name + "/" + part + "/"
	for i, f := range w.manifest.Files {
		if strings.HasPrefix(f.Path, prefix) {
			mine[f.Path] = i
		}
	}
	for _, f := range w.state.files(t.name, part) {
		if err := rewriteFile(w, t, f.Path, f.Path, gone, change, func(n ManifestFile) { w.manifest.Files = append(w.manifest.Files, n) }); err != nil {
			return err
		}
	}
	if change == nil {
		return nil
	}
	for path, i := range mine {
		keep := func(*T) bool { return false }
		if err := rewriteFile(w, t, path, stagedName(w.opt.RunID, path), keep, change, func(n ManifestFile) { w.manifest.Files[i] = n }); err != nil {
			return err
		}
	}
	return nil
}

// rewriteFile stages the file at from anew as rel, when anything in it changes.
func rewriteFile[T Row](w *Writer, t *table[T], rel, from string, gone, change func(*T) bool, staged func(ManifestFile)) error {
	rows, err := ReadRows[T](w.store, from)
	if err != nil {
		return err
	}
	before, changed := len(rows), false
	rows = slices.DeleteFunc(rows, func(r T) bool { return gone(&r) })
	for i := range rows {
		if change != nil && change(&rows[i]) {
			changed = true
		}
	}
	if len(rows) == before && !changed {
		return nil
	}
	if len(rows) == 0 {
		w.manifest.Removed = append(w.manifest.Removed, rel)
		return nil
	}
	f, err := stageRows(w, rel, t, rows)
	if err != nil {
		return err
	}
	staged(f)
	return nil
}
