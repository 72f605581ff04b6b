package load

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"dateline/load/store"
)

// idSets are the article ids of partitions, read when a partition is first written to.
type idSets struct {
	store  store.Store
	loaded map[string]map[articleID]struct{}
}

// articleID is an article_id in half the space: a long run remembers very many.
type articleID [16]byte

func packID(id string) (packed articleID) {
	if b, err := hex.DecodeString(id); err == nil && len(b) == len(packed) {
		return articleID(b)
	}
	sum := sha256.Sum256([]byte(id)) // not one of ours
	return articleID(sum[:16])
}

// of are the ids of a partition. Those that are to be dropped are as good as gone.
func (s *idSets) of(part string, state *State, drop map[string]bool) (map[articleID]struct{}, error) {
	if set := s.loaded[part]; set != nil {
		return set, nil
	}
	set := map[articleID]struct{}{}
	for _, f := range state.files(TableArticles, part) {
		err := readKeys(s.store, f.Path, func(k *rowKey) {
			if !drop[k.ArticleID] {
				set[packID(k.ArticleID)] = struct{}{}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	s.loaded[part] = set
	return set, nil
}

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
