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

// rank orders ways to a label, by score and then by the label before, the first in front,
// as numbers: to take the highest needs no jump that a processor must guess.
func rank(score int32, before uint8) int64 { return int64(score)<<4 + 15 - int64(before) }

// Decode finds the best labels of a sentence from its words' scores. back is memory for
// it, of len(scores); the labels are written to out.
func Decode(out []uint8, scores []Scores, trans *Transitions, back [][NumLabels]uint8) {
	var best Scores
	for i := range scores {
		var next Scores
		for c := range uint8(NumLabels) {
			way := rank(never, 0)
			switch {
			case i == 0 && Allowed(Start, c):
				way = rank(trans[Start][c], Start)
			case i == 0:
			case c == 0 || c%2 == 1: // Allowed after any label
				for p := range uint8(NumLabels) {
					way = max(way, rank(best[p]+trans[p][c], p))
				}
			default:
				way = max(rank(best[c-1]+trans[c-1][c], c-1), rank(best[c]+trans[c][c], c))
			}
			next[c] = int32(way>>4) + scores[i][c]
			back[i][c] = 15 - uint8(way&15)
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
	ends   []int // where the features of each word of buf end
	rows   []linear.Weights
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
				l.ends = append(l.ends, len(l.buf))
				l.weigh(m, l.scores[i:i+1])
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
	l.buf, l.ends = l.buf[:0], l.ends[:0]
	for i := range d.Words {
		l.buf = l.Features(l.buf, i)
		l.ends = append(l.ends, len(l.buf))
		if len(l.buf) >= atOnce || i == n-1 {
			l.weigh(m, l.scores[i+1-len(l.ends):i+1])
		}
	}
	lo := 0
	for _, hi := range d.Ends {
		Decode(l.first[lo:hi], l.scores[lo:hi], &m.trans, l.back[lo:hi])
		lo = hi
	}
	return l.first
}

// atOnce is how many features are collected before they are weighed.
const atOnce = 96

// weigh adds what the features in buf weigh to their words' scores, and empties buf.
func (l *Labeller) weigh(m *Model, scores []Scores) {
	if len(l.rows) < len(l.buf) {
		l.rows = make([]linear.Weights, 2*len(l.buf))
	}
	m.t.Gather(l.rows, l.buf)
	from := 0
	for i, end := range l.ends {
		s := &scores[i]
		for _, r := range l.rows[from:end] {
			s[uint8(r.First)] += r.First >> 8
			for _, e := range m.t.Rest(r) {
				s[uint8(e)] += e >> 8
			}
		}
		from = end
	}
	l.buf, l.ends = l.buf[:0], l.ends[:0]
}
