package main

// weights is an averaged perceptron: rows of weights, updated a row and class at a time.
type weights struct {
	width int
	w     []int32
	sum   []int64 // what averaging takes off, see average
	now   int64   // examples seen
}

func newWeights(bits, width int) *weights {
	return &weights{width: width, w: make([]int32, width<<bits), sum: make([]int64, width<<bits), now: 1}
}

func (m *weights) add(row uint32, class int, by int32) {
	i := int(row)*m.width + class
	m.w[i] += by
	m.sum[i] += int64(by) * m.now
}

// average gives the mean of each weight over all examples seen.
func (m *weights) average() []float32 {
	out := make([]float32, len(m.w))
	for i, w := range m.w {
		out[i] = float32(w) - float32(m.sum[i])/float32(m.now)
	}
	return out
}

// restart forgets the averages, not the weights.
func (m *weights) restart() {
	clear(m.sum)
	m.now = 1
}

// whole gives averaged weights for scoring, scaled to whole numbers.
func whole(avg []float32, width int) *weights {
	out := &weights{width: width, w: make([]int32, len(avg))}
	for i, v := range avg {
		out.w[i] = int32(v * 1024)
	}
	return out
}
