package main

import (
	"dateline/transform/text/linear"
	"dateline/transform/text/ner"
)

// structured is an averaged structured perceptron.
type structured struct {
	margin int32 // by how much a word's right label must win
	w      []ner.Scores
	trans  ner.Transitions
	tsum   [ner.NumLabels + 1][ner.NumLabels]int64
	wsum   [][ner.NumLabels]int64
	now    int64

	scores []ner.Scores
	back   [][ner.NumLabels]uint8
	out    []uint8
}

func newStructured(n int) *structured {
	return &structured{w: make([]ner.Scores, n), wsum: make([][ner.NumLabels]int64, n)}
}

// learn decodes a sentence and moves the weights towards its gold labels.
func (p *structured) learn(ex example) (wrong float64) {
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
	if p.margin > 0 {
		for i, g := range ex.gold {
			scores[i][g] -= p.margin
		}
	}
	ner.Decode(out, scores, &p.trans, back)
	p.now++
	by := int32(ex.weight * 10)
	at := p.now * int64(by)
	gp, op := uint8(ner.Start), uint8(ner.Start)
	for i := range out {
		g, o := ex.gold[i], out[i]
		if g != o {
			wrong++
			for _, f := range ex.features[i] {
				p.w[f][g] += by
				p.w[f][o] -= by
				p.wsum[f][g] += at
				p.wsum[f][o] -= at
			}
		}
		if g != o || gp != op {
			p.trans[gp][g] += by
			p.trans[op][o] -= by
			p.tsum[gp][g] += at
			p.tsum[op][o] -= at
		}
		gp, op = g, o
	}
	return wrong
}

// mean is the mean of several models.
type mean struct {
	w     [][ner.NumLabels]float32
	trans [ner.NumLabels + 1][ner.NumLabels]float32
	n     float32
}

func newMean(n int) *mean { return &mean{w: make([][ner.NumLabels]float32, n)} }

// add adds a model, whose weights are averaged over all it has seen.
func (m *mean) add(p *structured) {
	avg := func(w int32, sum int64) float32 { return float32(float64(w) - float64(sum)/float64(p.now+1)) }
	for f := range p.w {
		for c, w := range p.w[f] {
			m.w[f][c] += avg(w, p.wsum[f][c])
		}
	}
	for q := range p.trans {
		for c, w := range p.trans[q] {
			m.trans[q][c] += avg(w, p.tsum[q][c])
		}
	}
	m.n++
}

// build writes the weights down in thousandths.
func (m *mean) build(x *indexer, cut int32) *linear.Builder {
	b := &linear.Builder{Classes: ner.Labels}
	for f := range m.w {
		for c, w := range m.w[f] {
			if v := int32(w / m.n * 100); v >= cut || v <= -cut {
				b.Set(x.names[f], uint8(c), v)
			}
		}
	}
	for q := range m.trans {
		for c, w := range m.trans[q] {
			b.Set(ner.Transition(uint8(q)), uint8(c), int32(w/m.n*100))
		}
	}
	return b
}
