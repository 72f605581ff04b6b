package main

import (
	"os"
	"path/filepath"
	"strings"

	"dateline/transform/text"
	"dateline/transform/text/linear"
	"dateline/transform/text/truecase"
	"dateline/transform/text/word"
)

// caseCounts says how often each word, by its lower-case key, stands in which case.
type caseCounts map[uint64]*struct{ lower, title, upper int }

// add counts the words of a text; the first of a sentence says nothing by its capital.
func (counts caseCounts) add(s string) {
	a := text.Tokenize(s)
	for _, sent := range a.Sentences {
		ws := make([]word.Word, 0, sent.Last-sent.First)
		for _, t := range a.Tokens[sent.First:sent.Last] {
			ws = append(ws, word.Word{})
			ws[len(ws)-1].Make(s[t.Start:t.End])
		}
		if truecase.AllCaps(ws) {
			continue
		}
		for i := range ws {
			c := counts[ws[i].Lower]
			if c == nil {
				c = &struct{ lower, title, upper int }{}
				counts[ws[i].Lower] = c
			}
			switch ws[i].Case {
			case word.Lower:
				c.lower++
			case word.Upper:
				c.upper++
			case word.Title, word.Mixed:
				if i > 0 {
					c.title++
				}
			}
		}
	}
}

// caseModel counts how running text writes its words and writes truecase/words.bin.
func caseModel(shared string) error {
	counts := caseCounts{}
	for _, pattern := range []string{"train/ud/*.conllu", "train/ner/*.conll", "train/text/*.txt"} {
		files, err := filepath.Glob(filepath.Join(shared, pattern))
		if err != nil {
			return err
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			for _, line := range strings.Split(string(data), "\n") {
				if s, ok := strings.CutPrefix(line, "# text = "); ok || strings.HasPrefix(pattern, "train/text") {
					counts.add(s)
				}
			}
		}
	}
	b := linear.Builder{Classes: []string{"lower", "upper"}}
	for key, c := range counts {
		switch {
		case c.lower > 2*(c.title+c.upper):
			b.Set(truecase.Feature(key), truecase.Lower, 1)
		case c.upper > c.title+c.lower && c.upper > 1:
			b.Set(truecase.Feature(key), truecase.Upper, 1)
		}
	}
	return os.WriteFile("truecase/words.bin", b.Encode(), 0o644)
}
