package load

import (
	"maps"
	"slices"
	"strings"
)

// Returning are the inputs that have to be read again when others are replaced or pruned:
// they have articles that were skipped for the others' sake.
func (w *Writer) Returning(going []KnownInput) ([]KnownInput, error) {
	var candidates []KnownInput
	gone := map[string]bool{}
	for _, k := range going {
		gone[k.URI] = true
	}
	for _, uri := range slices.Sorted(maps.Keys(w.state.Inputs)) {
		if k := w.state.Inputs[uri]; len(k.Duplicates) > 0 && !gone[uri] {
			candidates = append(candidates, k)
		}
	}
	if len(candidates) == 0 || len(going) == 0 {
		return nil, nil
	}
	dropped, err := w.articlesOf(going)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(candidates, func(k KnownInput) bool { return !loses(k, dropped) }), nil
}

// loses reports whether an article goes for whose sake one of the input was skipped.
func loses(k KnownInput, dropped map[string]map[string]bool) bool {
	return slices.ContainsFunc(k.Partitions, func(part string) bool {
		ids := dropped[part]
		return k.DuplicatesCut && len(ids) > 0 || slices.ContainsFunc(k.Duplicates, func(id string) bool { return ids[id] })
	})
}

// Failed are the URIs of the inputs that have rejects, in order: of files that were read,
// and of paths that could not even be listed. Standard input does not come again and is
// left out.
func (w *Writer) Failed() ([]string, error) {
	known := map[string]bool{}
	for uri := range w.state.Inputs {
		known[uri] = true
	}
	uris := map[string]bool{}
	for _, f := range w.state.Files {
		if f.Table != TableRejects {
			continue
		}
		err := readKeys(w.store, f.Path, func(k *rowKey) {
			if uri, ok := k.input(known); ok {
				uris[uri] = true
			} else if !strings.Contains(k.SourceURI, "!/") {
				uris[k.SourceURI] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	delete(uris, stdinURI)
	return slices.Sorted(maps.Keys(uris)), nil
}

// stdinURI is how standard input is called in source_uri.
const stdinURI = "stdin"
