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
	"os"
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
	flag.StringVar(&o.clusters, "clusters", "", "file of words and their groups")
	flag.IntVar(&o.beam, "beam", 8, "width of the beam")
	flag.IntVar(&o.repeat, "repeat", 1, "times a gold tree is seen in a pass")
	flag.IntVar(&o.epochs, "epochs", 4, "passes over the gold trees")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		log.Fatal("train: ", err)
	}
}

type options struct {
	out, dev, silver, clusters string
	beam, epochs, repeat       int
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
	if o.clusters != "" {
		if m.clusters, err = readClusters(o.clusters); err != nil {
			return err
		}
	}
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

func (m *model) encode(s *sentence) []arc.Token {
	out := make([]arc.Token, len(s.forms))
	for i := range s.forms {
		out[i] = m.clusters.Encode(s.forms[i], s.auto[i])
	}
	return out
}

// readClusters reads lines of a lower-case word, its group and its larger group.
func readClusters(name string) (arc.Clusters, error) {
	var c arc.Clusters
	data, err := os.ReadFile(name)
	if err != nil {
		return c, err
	}
	for line := range strings.Lines(string(data)) {
		var word string
		var group uint16
		var coarse uint8
		if _, err := fmt.Sscan(line, &word, &group, &coarse); err != nil {
			return c, fmt.Errorf("%s: %q: %w", name, line, err)
		}
		for int(group) >= len(c.Coarse) {
			c.Coarse = append(c.Coarse, 0)
		}
		c.Coarse[group] = coarse
		c.Words = append(c.Words, arc.Cluster{Hash: uint32(c.Encode(word, "").W >> 32), Group: group})
	}
	c.Index()
	return c, nil
}
