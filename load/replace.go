package load

import (
	"fmt"
	"slices"
	"strings"

	"dateline/load/store"
)

// rowKey is the part of a row that finds it; what its table does not have is empty.
type rowKey struct {
	ArticleID    string `parquet:"article_id,optional"`
	SourceURI    string `parquet:"source_uri,optional"`
	SupersededBy string `parquet:"superseded_by,optional"`
}

// input is the input that the row is from: the outermost container, where the row's own
// name is not one of the inputs.
func (k *rowKey) input(inputs map[string]bool) (string, bool) {
	if inputs[k.SourceURI] {
		return k.SourceURI, true
	}
	container, _, _ := strings.Cut(k.SourceURI, "!/")
	return container, inputs[container]
}

// readKeys hands the keys of a file to each.
func readKeys(st store.Store, name string, each func(*rowKey)) error {
	err := Scan(st, name, 0, func(_ int64, k *rowKey) bool { each(k); return true })
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// findReplaced finds the articles of the inputs that this run replaces or prunes, and
// those of them that have rejects.
func (w *Writer) findReplaced() (err error) {
	known := slices.Concat(w.opt.Replaced, w.opt.Pruned)
	w.failed = map[string]bool{}
	for _, uri := range w.opt.Retried {
		w.failed[uri] = true
	}
	for _, k := range known {
		if k.Rejects > 0 || k.SHA256 == "" {
			w.failed[k.URI] = true
		}
	}
	w.drop, err = w.articlesOf(known)
	return err
}

// articlesOf are the ids of the articles that inputs have in the dataset, by partition.
func (w *Writer) articlesOf(known []KnownInput) (map[string]map[string]bool, error) {
	uris := map[string]bool{}
	parts := map[string]bool{}
	for _, k := range known {
		uris[k.URI] = true
		for _, p := range k.Partitions {
			parts[p] = true
		}
	}
	out := map[string]map[string]bool{}
	for part := range parts {
		for _, f := range w.state.files(TableArticles, part) {
			err := readKeys(w.store, f.Path, func(k *rowKey) {
				if _, ok := k.input(uris); !ok {
					return
				}
				if out[part] == nil {
					out[part] = map[string]bool{}
				}
				out[part][k.ArticleID] = true
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
