package load

import (
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// rewrite stages the files of earlier runs anew without the rows that go, in the columns
// of today where they have others, and marks articles that a later version supersedes, in
// files of earlier runs and of this one.
func (w *Writer) rewrite() error {
	own, removed := slices.Clone(w.manifest.Files), w.removed()
	for _, p := range slices.Sorted(maps.Keys(w.state.Files)) {
		if removed[p] {
			continue
		}
		f, err := w.rewriteFile(w.state.Files[p], p, true)
		if err != nil {
			return err
		}
		if f != nil {
			w.manifest.Files = append(w.manifest.Files, *f)
		}
	}
	for i, f := range own {
		if f.Table != TableArticles {
			continue
		}
		f, err := w.rewriteFile(f, stagedName(w.opt.RunID, f.Path), false)
		if err != nil {
			return err
		}
		if f != nil {
			w.manifest.Files[i] = *f
		}
	}
	return nil
}

// removed are the files of earlier runs that this one has listed to go.
func (w *Writer) removed() map[string]bool {
	out := make(map[string]bool, len(w.manifest.Removed))
	for _, p := range w.manifest.Removed {
		out[p] = true
	}
	return out
}

// rewriteFile stages a file anew that lies at from, or lists it as removed when no row is
// left. It returns nil where nothing changes. Rows are taken out of files of earlier runs
// only.
func (w *Writer) rewriteFile(f ManifestFile, from string, earlier bool) (*ManifestFile, error) {
	e := w.editOf(f, earlier)
	if e == nil {
		return nil, nil
	}
	var gone int64
	touched := e.old
	if e.gone != nil || e.change != nil {
		err := readKeys(w.store, from, func(k *rowKey) {
			switch {
			case e.gone != nil && e.gone(k):
				gone++
			case e.change != nil && e.change(k):
				touched = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	switch {
	case gone == 0 && !touched:
		return nil, nil
	case gone == f.Rows && gone > 0:
		w.manifest.Removed = append(w.manifest.Removed, f.Path)
		return nil, nil
	}
	if !earlier { // what a checkpoint needs stays as it is until the run is decided
		f.Path = strings.TrimSuffix(f.Path, ".parquet") + "-marked.parquet"
	}
	switch f.Table {
	case TableArticles:
		return rewriteRows(w, &w.articles, f.Path, from, e, func(a *ArticleRow) rowKey { return rowKey{a.ArticleID, a.SourceURI, a.SupersededBy} },
			func(a *ArticleRow, k *rowKey) { a.SupersededBy = k.SupersededBy })
	case TableMentions:
		return rewriteRows(w, &w.mentions, f.Path, from, e, func(m *MentionRow) rowKey { return rowKey{ArticleID: m.ArticleID} }, nil)
	case TableEvents:
		return rewriteRows(w, &w.events, f.Path, from, e, func(e *EventRow) rowKey { return rowKey{ArticleID: e.ArticleID} }, nil)
	}
	return rewriteRows(w, &w.rejects, f.Path, from, e, func(r *RejectRow) rowKey { return rowKey{SourceURI: r.SourceURI} }, nil)
}

// edit is what happens to a file's rows.
type edit struct {
	old    bool                 // the file has other columns than today's
	gone   func(*rowKey) bool   // the row goes; nil: none does
	change func(k *rowKey) bool // changes the key and reports whether it did; nil: none does
}

// editOf is what may happen to a file; nil where nothing does.
func (w *Writer) editOf(f ManifestFile, earlier bool) *edit {
	e := &edit{old: earlier && w.old[f.Path]}
	part := path.Base(path.Dir(f.Path))
	if f.Table == TableRejects {
		if len(w.failed) > 0 && earlier {
			e.gone = func(k *rowKey) bool { _, ok := k.input(w.failed); return ok }
		}
	} else if drop := w.drop[part]; len(drop) > 0 && earlier {
		e.gone = func(k *rowKey) bool { return drop[k.ArticleID] }
	}
	if marks := w.stories.superseded[part]; len(marks) > 0 && f.Table == TableArticles {
		e.change = func(k *rowKey) bool {
			by := marks[k.ArticleID]
			if by == "" || by == k.SupersededBy {
				return false
			}
			k.SupersededBy = by
			return true
		}
	}
	if !e.old && e.gone == nil && e.change == nil {
		return nil
	}
	return e
}

// rewriteRows stages the file at from as rel. set takes a changed key back into its row.
func rewriteRows[T Row](w *Writer, t *table[T], rel, from string, e *edit, key func(*T) rowKey, set func(*T, *rowKey)) (*ManifestFile, error) {
	in, err := openRows[T](w.store, from)
	if err != nil {
		return nil, err
	}
	defer in.close()
	f := &ManifestFile{Path: rel, Table: t.name}
	err = stage(w.store, stagedName(w.opt.RunID, rel), f, func(out io.Writer) error {
		rw := newRowWriter[T](out, t.sorting, defaultGroup)
		for {
			row, err := in.next()
			if err == io.EOF {
				return rw.close()
			}
			if err != nil {
				return err
			}
			k := key(row)
			if e.gone != nil && e.gone(&k) {
				continue
			}
			if e.change != nil && e.change(&k) {
				set(row, &k)
			}
			f.Rows++
			if _, _, err := rw.write([]T{*row}); err != nil {
				return err
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", rel, err)
	}
	return f, nil
}
