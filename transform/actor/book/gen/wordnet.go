package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// wordnet is the noun part of a WordNet database.
type wordnet struct {
	senses   map[string][]int // lemma → synsets, the most frequent first
	hyponyms map[int][]int
	words    map[int][]string
	slurs    map[int]bool // synsets whose gloss calls them offensive
}

// readWordnet reads index.noun and data.noun.
func readWordnet(dir string) (*wordnet, error) {
	w := &wordnet{senses: map[string][]int{}, hyponyms: map[int][]int{}, words: map[int][]string{}, slurs: map[int]bool{}}
	err := eachLine(filepath.Join(dir, "index.noun"), func(f []string) error {
		// lemma pos synset_cnt p_cnt ptr… sense_cnt tagsense_cnt offset…
		pointers, err := strconv.Atoi(f[3])
		if err != nil {
			return err
		}
		for _, o := range f[4+pointers+2:] {
			n, err := strconv.Atoi(o)
			if err != nil {
				return err
			}
			w.senses[f[0]] = append(w.senses[f[0]], n)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return w, eachLine(filepath.Join(dir, "data.noun"), w.synset)
}

// synset reads: offset file ss_type w_cnt(hex) (word id)… p_cnt (symbol offset pos st)… | gloss.
func (w *wordnet) synset(f []string) error {
	offset, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	n, err := strconv.ParseInt(f[3], 16, 32)
	if err != nil {
		return err
	}
	for _, g := range f {
		switch strings.Trim(g, "();,.") {
		case "offensive", "slur", "disparaging", "derogatory", "obscene", "ethnic":
			w.slurs[offset] = true
		}
	}
	for i := range int(n) {
		w.words[offset] = append(w.words[offset], f[4+2*i])
	}
	rest := f[4+2*n:]
	pointers, err := strconv.Atoi(rest[0])
	if err != nil {
		return err
	}
	for i := range pointers {
		p := rest[1+4*i:]
		if p[0] == "~" {
			to, err := strconv.Atoi(p[1])
			if err != nil {
				return err
			}
			w.hyponyms[offset] = append(w.hyponyms[offset], to)
		}
	}
	return nil
}

// closure yields the lemmas of a synset and all below it whose first sense that synset is.
func (w *wordnet) closure(lemma string, sense int, yield func(word string)) error {
	s := w.senses[lemma]
	if sense < 1 || sense > len(s) {
		return fmt.Errorf("wordnet has no sense %d of %q", sense, lemma)
	}
	seen := map[int]bool{}
	var visit func(o int)
	visit = func(o int) {
		if seen[o] || w.slurs[o] {
			return
		}
		seen[o] = true
		for _, word := range w.words[o] {
			if word == strings.ToLower(word) && w.senses[word][0] == o {
				yield(word)
			}
		}
		for _, h := range w.hyponyms[o] {
			visit(h)
		}
	}
	visit(s[sense-1])
	return nil
}

// eachLine calls f with the fields of each line that is not part of the licence.
func eachLine(path string, f func([]string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if strings.HasPrefix(s.Text(), " ") {
			continue
		}
		if err := f(strings.Fields(s.Text())); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return s.Err()
}
