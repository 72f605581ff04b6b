package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"

	"dateline/transform/text/word"
)

// sentence is a gold sentence: its words and what is to be learnt of each.
type sentence struct {
	doc   string
	words []word.Word
	gold  []string
	voice []uint8 // prose's tags
}

// readConllu reads the words and Penn tags of all files that match a pattern.
func readConllu(pattern string) ([]sentence, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var out []sentence
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		var s sentence
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			line := in.Text()
			if d, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				s.doc = d
			}
			cols := strings.Split(line, "\t")
			if line == "" && len(s.words) > 0 {
				out = append(out, s)
				s = sentence{doc: s.doc}
			}
			if len(cols) != 10 || strings.ContainsAny(cols[0], "-.") {
				continue
			}
			s.words = append(s.words, word.Word{})
			s.words[len(s.words)-1].Make(cols[1])
			s.gold = append(s.gold, cols[4])
		}
		if len(s.words) > 0 {
			out = append(out, s)
		}
		f.Close()
		if err := in.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
