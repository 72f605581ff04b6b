package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"dateline/transform/text/linear"
	"dateline/transform/text/ner"
)

// example is a sentence with its features as numbers.
type example struct {
	features [][]int32
	gold     []uint8
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

func trainNER(args []string) error {
	fs := flag.NewFlagSet("ner", flag.ContinueOnError)
	shared := fs.String("shared", "../../../shared", "where the training data is")
	epochs := fs.Int("epochs", 8, "passes over the data")
	cut := fs.Int("cut", 20, "leave out weights below this many thousandths")
	if err := fs.Parse(args); err != nil {
		return err
	}
	texts, err := readCoNLL(filepath.Join(*shared, "train/ner/*.conll"))
	if err != nil {
		return err
	}
	var docs []*nerDoc
	for _, t := range texts {
		docs = append(docs, prepare(t))
	}
	dev := map[string][]*nerDoc{}
	for _, name := range devSets {
		texts, err := readEval(filepath.Join(*shared, "eval/ner", name+".jsonl"))
		if err != nil {
			return err
		}
		for _, t := range texts {
			dev[name] = append(dev[name], prepare(t))
		}
	}
	x := &indexer{ids: map[uint64]int32{}}
	examples := makeExamples(x, docs)
	fmt.Fprintf(os.Stderr, "%d sentences, %d features\n", len(examples), len(x.names))
	p := newStructured(len(x.names))
	rng := rand.New(rand.NewPCG(1, 2))
	for e := range *epochs {
		rng.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		wrong := 0
		for _, ex := range examples {
			wrong += p.learn(ex)
		}
		fmt.Fprintf(os.Stderr, "epoch %d: %d wrong labels\n", e+1, wrong)
		if e%4 == 3 || e == *epochs-1 {
			data := p.build(x, int32(*cut)).Encode()
			report(data, dev)
			if e == *epochs-1 {
				return os.WriteFile("ner/model.bin", data, 0o644)
			}
		}
	}
	return nil
}

var devSets = []string{"conll2003_testa", "worldwide", "wikigold", "re3d", "uner_ewt_dev", "wnut17"}

func report(data []byte, dev map[string][]*nerDoc) {
	t, err := linear.Decode(string(data))
	if err != nil {
		panic(err)
	}
	m := ner.NewModel(t)
	var l ner.Labeller
	fmt.Fprintf(os.Stderr, "  %d features, %d bytes\n", t.Len(), len(data))
	for _, name := range devSets {
		fmt.Fprintf(os.Stderr, "  %-16s %s\n", name, scoreDocs(dev[name], func(d *nerDoc) []uint8 { return l.Label(m, d.Doc) }))
	}
}

// makeExamples computes the features of all sentences.
func makeExamples(x *indexer, docs []*nerDoc) []example {
	var out []example
	var ext ner.Extractor
	var buf []uint64
	for _, d := range docs {
		ext.Prepare(d.Doc)
		lo := 0
		for _, hi := range d.Ends {
			ex := example{gold: d.gold[lo:hi]}
			for i := lo; i < hi; i++ {
				buf = ext.Features(buf[:0], i)
				ids := make([]int32, len(buf))
				for k, h := range buf {
					ids[k] = x.id(h)
				}
				ex.features = append(ex.features, ids)
			}
			out = append(out, ex)
			lo = hi
		}
	}
	return out
}

// structured is an averaged structured perceptron.
type structured struct {
	w     []ner.Scores
	trans ner.Transitions
	tsum  [ner.NumLabels + 1][ner.NumLabels]int64
	wsum  [][ner.NumLabels]int64
	now   int64

	scores []ner.Scores
	back   [][ner.NumLabels]uint8
	out    []uint8
}

func newStructured(n int) *structured {
	return &structured{w: make([]ner.Scores, n), wsum: make([][ner.NumLabels]int64, n)}
}

// learn decodes a sentence and moves the weights towards its gold labels.
func (p *structured) learn(ex example) (wrong int) {
	n := len(ex.gold)
	if cap(p.scores) < n {
		p.scores, p.back, p.out = make([]ner.Scores, n), make([][ner.NumLabels]uint8, n), make([]uint8, n)
	}
	scores, back, out := p.scores[:n], p.back[:n], p.out[:n]
	for i, ids := range ex.features {
		scores[i] = ner.Scores{}
		for _, f := range ids {
			w := &p.w[f]
			for c := range w {
				scores[i][c] += w[c]
			}
		}
	}
	ner.Decode(out, scores, &p.trans, back)
	p.now++
	gp, op := uint8(ner.Start), uint8(ner.Start)
	for i := range out {
		g, o := ex.gold[i], out[i]
		if g != o {
			wrong++
			for _, f := range ex.features[i] {
				p.w[f][g]++
				p.w[f][o]--
				p.wsum[f][g] += p.now
				p.wsum[f][o] -= p.now
			}
		}
		if g != o || gp != op {
			p.trans[gp][g]++
			p.trans[op][o]--
			p.tsum[gp][g] += p.now
			p.tsum[op][o] -= p.now
		}
		gp, op = g, o
	}
	return wrong
}

// build writes the averaged weights down in thousandths.
func (p *structured) build(x *indexer, cut int32) *linear.Builder {
	b := &linear.Builder{Classes: ner.Labels}
	avg := func(w int32, sum int64) int32 {
		return int32((float64(w) - float64(sum)/float64(p.now+1)) * 1000)
	}
	for f := range p.w {
		for c := range p.w[f] {
			if v := avg(p.w[f][c], p.wsum[f][c]); v >= cut || v <= -cut {
				b.Set(x.names[f], uint8(c), v)
			}
		}
	}
	for q := range p.trans {
		for c := range p.trans[q] {
			b.Set(ner.Transition(uint8(q)), uint8(c), avg(p.trans[q][c], p.tsum[q][c]))
		}
	}
	return b
}
