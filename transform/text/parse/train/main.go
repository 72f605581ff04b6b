// Command train makes the parser's model.
//
//	train -out model.bin.gz [-dev dev.conllu] [-silver silver.gz -shared DIR -sotu DIR] gold.conllu…
//	train pack -out silver.gz -shared DIR -sotu DIR teacher.conllu…
//
// Given the same files and flags it writes the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"strings"
	"sync"

	"dateline/transform/text/parse/internal/arc"
)

func main() {
	log.SetFlags(log.Ltime)
	if len(os.Args) > 1 && os.Args[1] == "pack" {
		if err := pack(os.Args[2:]); err != nil {
			log.Fatal("train: pack: ", err)
		}
		return
	}
	var o options
	flag.StringVar(&o.out, "out", "", "where to write the model")
	flag.StringVar(&o.dev, "dev", "", "CoNLL-U file to report figures on")
	flag.StringVar(&o.silver, "silver", "", "packed file with a teacher's trees")
	o.texts.flags(flag.CommandLine)
	flag.IntVar(&o.beam, "beam", 8, "width of the beam")
	flag.IntVar(&o.epochs, "epochs", 3, "passes over the trees to learn heads")
	flag.IntVar(&o.relations, "relations", 4, "passes over the trees to learn relations")
	flag.IntVar(&o.repeat, "repeat", 3, "times a gold tree is seen in a pass")
	flag.IntVar(&o.runs, "runs", 4, "models, each of another order of the trees, that are added up")
	flag.IntVar(&o.margin, "margin", 100, "by how much a given tree must win")
	flag.IntVar(&o.labelMargin, "relation-margin", 40, "by how much a given relation must win")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		log.Fatal("train: ", err)
	}
}

type options struct {
	out, dev, silver     string
	beam, epochs, repeat int
	relations            int
	runs                 int
	margin, labelMargin  int
	texts                folders
}

func run(o options, files []string) error {
	gold, err := readAll(files)
	if err != nil {
		return err
	}
	var silver, dev []*sentence
	if o.silver != "" {
		if silver, err = readSilver(o.silver, o.texts); err != nil {
			return err
		}
	}
	if o.dev != "" {
		if dev, err = readAll([]string{o.dev}); err != nil {
			return err
		}
	}
	for _, list := range [][]*sentence{gold, silver, dev} {
		for _, s := range list {
			s.auto = engineTags(s.forms)
		}
	}
	rng := rand.New(rand.NewPCG(3, 1))
	jackknife(gold, rng)
	log.Printf("%d gold and %d silver sentences", len(gold), len(silver))
	all := repeated(gold, silver, o.repeat)
	m := &model{Header: arc.Header{Labels: labels(gold)}, margin: float64(o.margin * o.runs)}
	m.findSure(all)
	var wg sync.WaitGroup
	structure, relations := make([][]float32, o.runs), make([][]float32, o.runs)
	for k := range o.runs {
		wg.Go(func() { structure[k] = trainStructure(all, o, rand.New(rand.NewPCG(3, uint64(k)))) })
		wg.Go(func() { relations[k] = m.trainLabels(all, o, rand.New(rand.NewPCG(4, uint64(k)))) })
	}
	wg.Wait()
	m.structure, m.relations = total(structure), total(relations)
	if len(dev) > 0 {
		uas, las, full := m.attachment(dev, o.beam)
		log.Printf("dev: UAS %.4f LAS %.4f with subtypes %.4f", uas, las, full)
	}
	if o.out == "" {
		return nil
	}
	return m.write(o.out)
}

// total adds up the weights of several runs.
func total(runs [][]float32) []float32 {
	sum := runs[0]
	for _, run := range runs[1:] {
		for i, v := range run {
			sum[i] += v
		}
	}
	return sum
}

// repeated is what a pass goes over. The engine's tagger errs too seldom on gold trees, so
// that two times of three they carry the tags of one that errs too often.
func repeated(gold, silver []*sentence, times int) []*sentence {
	all := silver
	for k := range times {
		for _, s := range gold {
			if k%2 == 0 {
				t := *s
				t.auto = s.strange
				s = &t
			}
			all = append(all, s)
		}
	}
	return all
}

func readAll(files []string) ([]*sentence, error) {
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
	block := 20 // neighbours are of one document
	if len(sents) < block*folds {
		block = 1
	}
	for k := range folds {
		var rest []*sentence
		for i, s := range sents {
			if i/block%folds != k {
				rest = append(rest, s)
			}
		}
		t := trainTagger(rest, 3, rng)
		for i, s := range sents {
			if i/block%folds == k {
				s.strange = t.run(s.forms, nil)
			}
		}
	}
}

func encode(s *sentence) []arc.Token {
	out := make([]arc.Token, len(s.forms))
	for i := range s.forms {
		out[i] = arc.Encode(s.forms[i], s.auto[i])
	}
	return out
}
