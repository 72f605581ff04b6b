// Command train makes the parser's model.
//
//	train -out model.bin.gz [-dev dev.conllu] gold.conllu…
//
// Given the same files and flags it writes the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"strings"
	"time"

	"dateline/transform/text/parse/internal/arc"
)

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.out, "out", "", "where to write the model")
	flag.StringVar(&o.dev, "dev", "", "CoNLL-U file to report figures on")
	flag.StringVar(&o.silver, "silver", "", "CoNLL-U files with a teacher's trees, separated by commas")
	flag.IntVar(&o.beam, "beam", 8, "width of the beam")
	flag.IntVar(&o.epochs, "epochs", 4, "passes over the gold trees")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		log.Fatal("train: ", err)
	}
}

type options struct {
	out, dev, silver string
	beam, epochs     int
}

func run(o options, files []string) error {
	gold, err := readAll(files, false)
	if err != nil {
		return err
	}
	t0 := time.Now()
	rng := rand.New(rand.NewPCG(3, 1))
	jackknife(gold, rng)
	full := trainTagger(gold, 4, rng)
	log.Printf("%d sentences; tagged in %v", len(gold), time.Since(t0).Round(time.Second))
	var silver []*sentence
	if o.silver != "" {
		if silver, err = readAll(strings.Split(o.silver, ","), true); err != nil {
			return err
		}
		for _, s := range silver {
			s.auto = full.run(s.forms, nil)
		}
	}
	var dev []*sentence
	if o.dev != "" {
		if dev, err = readAll([]string{o.dev}, false); err != nil {
			return err
		}
		for _, s := range dev {
			s.auto = full.run(s.forms, nil)
		}
	}
	m := &model{labels: labels(gold)}
	m.trainStructure(gold, silver, dev, o, rng)
	m.trainLabels(gold, silver, dev, o, rng)
	if o.out == "" {
		return nil
	}
	return m.write(o.out)
}

func readAll(files []string, silver bool) ([]*sentence, error) {
	var out []*sentence
	for _, name := range files {
		list, err := readCoNLLU(name)
		if err != nil {
			return nil, err
		}
		for i, s := range list {
			if !s.valid() {
				return nil, fmt.Errorf("%s: sentence %d is no tree", name, i+1)
			}
			s.silver = silver
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no sentences in %s", strings.Join(files, " "))
	}
	return out, nil
}

// jackknife gives every sentence the tags of a tagger that has not seen it.
func jackknife(sents []*sentence, rng *rand.Rand) {
	const folds = 5
	for k := range folds {
		var rest []*sentence
		for i, s := range sents {
			if i/20%folds != k {
				rest = append(rest, s)
			}
		}
		t := trainTagger(rest, 4, rng)
		for i, s := range sents {
			if i/20%folds == k {
				s.auto = t.run(s.forms, nil)
			}
		}
	}
}

func encode(forms, tags []string) []arc.Token {
	out := make([]arc.Token, len(forms))
	for i := range forms {
		out[i] = arc.Encode(forms[i], tags[i])
	}
	return out
}
