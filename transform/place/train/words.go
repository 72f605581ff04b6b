package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/transform/place/gazetteer"
)

// writeWords counts the training texts: words seen in lower case that are also places
// (common.txt), and the first words of persons' names (given.txt, to which hand adds).
func writeWords(shared, dir, hand string) error {
	common, given := map[string]int{}, map[string]int{}
	files, err := filepath.Glob(filepath.Join(shared, "train", "ner", "*.conll"))
	if err != nil {
		return err
	}
	ud, err := filepath.Glob(filepath.Join(shared, "train", "ud", "*.conllu"))
	if err != nil {
		return err
	}
	for _, f := range append(files, ud...) {
		if strings.Contains(f, "wnut") { // social media: names in lower case
			continue
		}
		if err := count(f, common, given); err != nil {
			return err
		}
	}
	g := gazetteer.Load()
	keep := func(m map[string]int, ok func(w string, n int) bool) []string {
		var out []string
		for w, n := range m {
			if ok(w, n) {
				out = append(out, w)
			}
		}
		slices.Sort(out)
		return out
	}
	words := keep(common, func(w string, n int) bool { return n > 1 && len(w) > 2 && len(g.Lookup(nil, w)) > 0 })
	for w := range strings.FieldsSeq(hand) {
		given[w] = 9
	}
	names := keep(given, func(w string, n int) bool {
		return n > 1 && len(w) > 2 && gazetteer.CountryNamed(w) == nil && gazetteer.CapitalNamed(w) == nil && common[strings.ToLower(w)] < 3
	})
	if err := os.WriteFile(filepath.Join(dir, "common.txt"), []byte(strings.Join(words, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "given.txt"), []byte(strings.Join(names, "\n")+"\n"), 0o644)
}

// count reads one file of either format; tokens are the first column, or the second
// behind a number.
func count(path string, common, given map[string]int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var prev string // a first word of a person's name that waits for its second
	for s := bufio.NewScanner(f); s.Scan(); {
		c := strings.Split(s.Text(), "\t")
		if len(c) < 3 {
			prev = ""
			continue
		}
		w, label := c[0], c[2]
		if len(c) > 5 {
			w, label = c[1], ""
		}
		if w == strings.ToLower(w) && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			common[w]++
		}
		if label == "I-PER" && prev != "" {
			given[prev]++
		}
		prev = ""
		if label == "B-PER" && w != strings.ToLower(w) && w != strings.ToUpper(w) {
			prev = w
		}
	}
	return nil
}
