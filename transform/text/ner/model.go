package ner

import (
	_ "embed"
	"sync"

	"dateline/transform/text/linear"
)

// model.bin is made by `make models`. See model.md.
//
//go:embed model.bin
var modelData string

// Default loads the engine's entity model once.
var Default = sync.OnceValue(func() *Model {
	t, err := linear.Decode(modelData)
	if err != nil {
		panic(err)
	}
	return NewModel(t)
})

// Labels are the BIO labels by their number. An inside label follows its beginning.
var Labels = []string{"O", "B-LOC", "I-LOC", "B-MISC", "I-MISC", "B-ORG", "I-ORG", "B-PER", "I-PER"}

// NumLabels is len(Labels); Start stands for the label before a sentence.
const (
	NumLabels = 9
	Start     = NumLabels
)

// Scores are a word's scores by label; Transitions those of a label by the one before it.
type (
	Scores      [NumLabels]int32
	Transitions [NumLabels + 1]Scores
)

// Allowed says whether label c may follow label p.
func Allowed(p, c uint8) bool {
	if c == 0 || c%2 == 1 {
		return true
	}
	return p == c || p == c-1
}

// Transition is the feature of the label before.
func Transition(p uint8) uint64 { return linear.Feature(60, uint64(p)) }

// Model labels entities: a linear model over features of words with a score for each pair
// of neighbouring labels, decoded by Viterbi's algorithm.
type Model struct {
	t     *linear.Table
	trans Transitions
}

// NewModel makes a model of a table of weights.
func NewModel(t *linear.Table) *Model {
	m := &Model{t: t}
	for p := range m.trans {
		for _, e := range t.Row(Transition(uint8(p))) {
			m.trans[p][uint8(e)] += e >> 8
		}
	}
	return m
}

const never = -1 << 29

// Decode finds the best labels of a sentence from its words' scores. back is memory for
// it, of len(scores); the labels are written to out.
func Decode(out []uint8, scores []Scores, trans *Transitions, back [][NumLabels]uint8) {
	var best Scores
	for i := range scores {
		var next Scores
		for c := range uint8(NumLabels) {
			high, from := int32(never), uint8(0)
			if i == 0 {
				if Allowed(Start, c) {
					high, from = trans[Start][c], Start
				}
			} else {
				for p := range uint8(NumLabels) {
					if v := best[p] + trans[p][c]; v > high && Allowed(p, c) {
						high, from = v, p
					}
				}
			}
			next[c] = high + scores[i][c]
			back[i][c] = from
		}
		best = next
	}
	c := uint8(0)
	for k := range uint8(NumLabels) {
		if best[k] > best[c] {
			c = k
		}
	}
	for i := len(scores) - 1; i >= 0; i-- {
		out[i] = c
		c = back[i][c]
	}
}

// Labeller holds the memory of one run of a model.
type Labeller struct {
	Extractor
	memory Memory
	buf    []uint64
	scores []Scores
	back   [][NumLabels]uint8
	first  []uint8 // labels of the first pass
	labels []uint8
}

// Label labels a document's words; the result is valid until the next call.
func (l *Labeller) Label(m *Model, d *Doc) []uint8 {
	l.FirstPass(m, d)
	l.memory.Fill(d, l.first)
	copy(l.labels, l.first)
	lo := 0
	for _, hi := range d.Ends {
		changed := false
		for i := lo; i < hi; i++ {
			if l.buf = l.memory.Features(l.buf[:0], d, l.first, i, lo, hi); len(l.buf) > 0 {
				m.add(&l.scores[i], l.buf)
				changed = true
			}
		}
		if changed {
			Decode(l.labels[lo:hi], l.scores[lo:hi], &m.trans, l.back[lo:hi])
		}
		lo = hi
	}
	l.join(l.labels)
	return l.labels
}

// FirstPass labels each sentence for itself.
func (l *Labeller) FirstPass(m *Model, d *Doc) []uint8 {
	l.Prepare(d)
	n := len(d.Words)
	l.scores = resize(l.scores, n)
	l.back = resize(l.back, n)
	l.first = resize(l.first, n)
	l.labels = resize(l.labels, n)
	for i := range d.Words {
		l.buf = l.Features(l.buf[:0], i)
		m.add(&l.scores[i], l.buf)
	}
	lo := 0
	for _, hi := range d.Ends {
		Decode(l.first[lo:hi], l.scores[lo:hi], &m.trans, l.back[lo:hi])
		lo = hi
	}
	return l.first
}

// add adds the weights of features to a word's scores.
func (m *Model) add(s *Scores, features []uint64) {
	var rows [32]linear.Weights
	for len(features) > 0 {
		n := min(len(rows), len(features))
		m.t.Gather(rows[:], features[:n])
		for k := range rows[:n] {
			r := &rows[k]
			s[uint8(r.First)] += r.First >> 8
			for _, e := range r.Rest {
				s[uint8(e)] += e >> 8
			}
		}
		features = features[n:]
	}
}
