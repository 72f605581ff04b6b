package main

import (
	"os"
	"path/filepath"
	"strings"

	"dateline/transform/text"
	"dateline/transform/text/ner"
	"dateline/transform/text/word"
)

// listsModel turns train/lists/*.txt into ner/lists.bin.
func listsModel() error {
	var b ner.ListBuilder
	for i, name := range ner.ListNames {
		data, err := os.ReadFile(filepath.Join("train/lists", name+".txt"))
		if err != nil {
			return err
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			b.Add(i, words(line))
		}
	}
	for i, name := range ner.KindNames {
		data, err := os.ReadFile(filepath.Join("train/lists", name+".txt"))
		if err != nil {
			return err
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			b.AddKind(i, &words(line)[0])
		}
	}
	return os.WriteFile("ner/lists.bin", b.Encode(), 0o644)
}

// words cuts a name into words.
func words(s string) []word.Word {
	a := text.Tokenize(s)
	out := make([]word.Word, len(a.Tokens))
	for i, t := range a.Tokens {
		out[i].Make(s[t.Start:t.End])
	}
	return out
}
