package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/extract"
)

// wireSets are sets of whole articles: of a broadcaster, of local papers, of transcripts.
var wireSets = []string{"voa", "gva", "muc4"}

// wire takes up to n articles of each set in dir. The fixtures are few and short, and come
// again and again, so that the cache keeps what they need; these do not.
func wire(dir string, n int) ([]*extract.Record, error) {
	var out []*extract.Record
	for _, set := range wireSets {
		f, err := os.Open(filepath.Join(dir, set, "docs.jsonl"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		d := json.NewDecoder(bufio.NewReader(f))
		for range n {
			var doc struct{ ID, Text string }
			if !d.More() {
				break
			}
			if err := d.Decode(&doc); err != nil {
				f.Close()
				return nil, fmt.Errorf("%s: a document: %w", f.Name(), err)
			}
			out = append(out, &extract.Record{Source: extract.Source{URI: doc.ID}, Name: doc.ID + ".txt", Data: []byte(doc.Text)})
		}
		f.Close()
	}
	return out, nil
}
