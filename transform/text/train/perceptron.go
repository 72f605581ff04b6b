package main

import "dateline/transform/text/linear"

// perceptron is an averaged perceptron over hashed features.
type perceptron struct {
	classes int
	rows    map[uint64]*row
	now     int32 // instances seen
}

type row struct {
	cells []cell
}

type cell struct {
	class uint8
	w     int32
	sum   int64 // of w over all instances up to stamp
	stamp int32
}

func newPerceptron(classes int) *perceptron {
	return &perceptron{classes: classes, rows: make(map[uint64]*row)}
}

// score adds the weights of features to s.
func (p *perceptron) score(s []int32, features []uint64) {
	for _, f := range features {
		if r := p.rows[f]; r != nil {
			for i := range r.cells {
				s[r.cells[i].class] += r.cells[i].w
			}
		}
	}
}

// update moves the weights of features for a class.
func (p *perceptron) update(features []uint64, class uint8, by int32) {
	for _, f := range features {
		r := p.rows[f]
		if r == nil {
			r = &row{}
			p.rows[f] = r
		}
		c := r.cell(class)
		c.sum += int64(c.w) * int64(p.now-c.stamp)
		c.stamp = p.now
		c.w += by
	}
}

func (r *row) cell(class uint8) *cell {
	for i := range r.cells {
		if r.cells[i].class == class {
			return &r.cells[i]
		}
	}
	r.cells = append(r.cells, cell{class: class})
	return &r.cells[len(r.cells)-1]
}

// build writes the averaged weights down, in units of 1/scale; weights below cut units and
// what then has none are left out.
func (p *perceptron) build(classes []string, scale float64, cut int32) *linear.Builder {
	b := &linear.Builder{Classes: classes}
	for f, r := range p.rows {
		for _, c := range r.cells {
			sum := c.sum + int64(c.w)*int64(p.now-c.stamp)
			w := int32(float64(sum) / float64(p.now) * scale)
			if w >= cut || w <= -cut {
				b.Set(f, c.class, w)
			}
		}
	}
	return b
}
