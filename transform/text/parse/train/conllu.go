package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// sentence is one of the treebank.
type sentence struct {
	forms, tags, rels []string
	heads             []int32  // -1: the root
	auto              []string // tags of the engine's tagger
	strange           []string // tags of a tagger that has not seen the sentence
}

// readCoNLLU reads the sentences of a file; empty nodes and multiword lines are skipped.
func readCoNLLU(name string) ([]*sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*sentence
	s := &sentence{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for line := 1; sc.Scan(); line++ {
		text := sc.Text()
		if text == "" {
			if len(s.forms) > 0 {
				out = append(out, s)
			}
			s = &sentence{}
			continue
		}
		col := strings.Split(text, "\t")
		if text[0] == '#' || strings.ContainsAny(col[0], "-.") {
			continue
		}
		if len(col) < 8 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 10", name, line, len(col))
		}
		head, err := strconv.Atoi(col[6])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		s.forms, s.tags, s.rels = append(s.forms, col[1]), append(s.tags, col[4]), append(s.rels, col[7])
		s.heads = append(s.heads, int32(head-1))
	}
	if len(s.forms) > 0 {
		out = append(out, s)
	}
	return out, sc.Err()
}

// valid reports whether the heads form one tree.
func (s *sentence) valid() bool {
	roots := 0
	for i, h := range s.heads {
		if h < 0 {
			roots++
		}
		steps := 0
		for a := int32(i); a >= 0; a = s.heads[a] {
			if steps++; steps > len(s.heads) || int(a) >= len(s.heads) {
				return false
			}
		}
	}
	return roots == 1
}
