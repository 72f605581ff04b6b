package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"dateline/transform/text/linear"
	"dateline/transform/text/tag"
)

// trainTagger trains the tagger on UD and writes tag/tagger.bin.
func trainTagger(args []string) error {
	fs := flag.NewFlagSet("tagger", flag.ContinueOnError)
	shared := fs.String("shared", "../../../shared", "where the training data is")
	epochs := fs.Int("epochs", 8, "passes over the data")
	margin := fs.Int("margin", 5, "by how much the right tag must win, in updates")
	out := fs.String("out", "tag/tagger.bin", "the file to write")
	cut := fs.Int("cut", 12, "leave out weights below this many thousandths")
	if err := fs.Parse(args); err != nil {
		return err
	}
	train, err := readConllu(filepath.Join(*shared, "train/ud/*.conllu"))
	if err != nil || len(train) == 0 {
		return fmt.Errorf("no training data in %s: %v", *shared, err)
	}
	dev, err := readConllu(filepath.Join(*shared, "eval/parse/*.conllu"))
	if err != nil {
		return err
	}
	seen := map[string]int{}
	for _, s := range train {
		for _, g := range s.gold {
			seen[g]++
		}
	}
	var classes []string
	for c := range seen {
		classes = append(classes, c)
	}
	slices.Sort(classes)
	number := map[string]uint8{}
	for i, c := range classes {
		number[c] = uint8(i)
	}
	for _, set := range [][]sentence{train, dev} {
		for i := range set {
			set[i].voice = tag.Prose().Tag(nil, set[i].words)
		}
	}
	fixed := fixedWords(train, number)
	p := newPerceptron(len(classes))
	rng := rand.New(rand.NewPCG(1, 2))
	for e := range *epochs {
		rng.Shuffle(len(train), func(i, j int) { train[i], train[j] = train[j], train[i] })
		right, n := tagPass(p, train, number, fixed, int32(*margin))
		fmt.Fprintf(os.Stderr, "pass %d: %.4f right, %d features\n", e+1, float64(right)/float64(n), len(p.rows))
	}
	b := p.build(classes, 1000, int32(*cut))
	for f, c := range fixed {
		b.Set(f, c, 1)
	}
	data := b.Encode()
	if err := reportTagger(data, dev); err != nil {
		return err
	}
	return os.WriteFile(*out, data, 0o644)
}

// reportTagger measures a tagger on sentences it has not seen.
func reportTagger(data []byte, dev []sentence) error {
	t, err := linear.Decode(string(data))
	if err != nil {
		return err
	}
	tagger := tag.New(t)
	right, n := 0, 0
	for _, s := range dev {
		for i, c := range tagger.Tag(nil, s.words, s.voice) {
			if t.Classes[c] == s.gold[i] {
				right++
			}
			n++
		}
	}
	fmt.Fprintf(os.Stderr, "development texts: %.4f right, %d bytes\n", float64(right)/float64(max(n, 1)), len(data))
	return nil
}

// tagPass tags sentences and updates on every tag that does not win by margin.
func tagPass(p *perceptron, set []sentence, number map[string]uint8, fixed map[uint64]uint8, margin int32) (right, n int) {
	var f [tag.NumFeatures]uint64
	scores := make([]int32, p.classes)
	for _, s := range set {
		t1, t2 := uint8(255), uint8(255)
		for i := range s.words {
			if c, ok := fixed[tag.Fixed(&s.words[i])]; ok {
				if number[s.gold[i]] == c {
					right++
				}
				n++
				t1, t2 = c, t1
				continue
			}
			tag.Features(&f, s.words, s.voice, i, t1, t2)
			clear(scores)
			p.score(scores, f[:])
			truth := number[s.gold[i]]
			scores[truth] -= margin
			guess := uint8(0)
			for c := range scores {
				if scores[c] > scores[guess] {
					guess = uint8(c)
				}
			}
			p.now++
			if guess != truth {
				p.update(f[:], truth, 1)
				p.update(f[:], guess, -1)
			} else {
				right++
			}
			n++
			t1, t2 = guess, t1
		}
	}
	return right, n
}

// fixedWords are the words seen often and all but always with one tag.
func fixedWords(set []sentence, number map[string]uint8) map[uint64]uint8 {
	counts := map[uint64]map[uint8]int{}
	for _, s := range set {
		for i := range s.words {
			f := tag.Fixed(&s.words[i])
			if counts[f] == nil {
				counts[f] = map[uint8]int{}
			}
			counts[f][number[s.gold[i]]]++
		}
	}
	out := map[uint64]uint8{}
	for f, by := range counts {
		total, most, class := 0, 0, uint8(0)
		for c, n := range by {
			total += n
			if n > most {
				most, class = n, c
			}
		}
		if total >= 30 && most*1000 >= total*995 {
			out[f] = class
		}
	}
	return out
}
