package ner

import "dateline/transform/text/linear"

// Memory counts, for each word that the text writes with a capital, the types of the
// entities that hold it. A second pass labels each word in the light of the others: a
// surname alone after the full name, a club called by its town.
type Memory struct {
	table []memo
	mask  uint64
}

type memo struct {
	key    uint64
	counts [numTypes]uint16
}

// numTypes counts no entity and the four types; typeOf maps a label to its type.
const numTypes = 5

func typeOf(label uint8) int { return int(label+1) / 2 }

// Fill counts the labels of a document.
func (m *Memory) Fill(d *Doc, labels []uint8) {
	size := 64
	for size < 2*len(d.Words) {
		size *= 2
	}
	m.table = resize(m.table, size)
	m.mask = uint64(size - 1)
	for i := range d.Words {
		if d.Words[i].Capital() {
			e := m.find(d.Words[i].Lower)
			e.key = d.Words[i].Lower
			if t := typeOf(labels[i]); e.counts[t] < 1000 {
				e.counts[t]++
			}
		}
	}
}

func (m *Memory) find(key uint64) *memo {
	i := key & m.mask
	for m.table[i].key != key && m.table[i].key != 0 {
		i = (i + 1) & m.mask
	}
	return &m.table[i]
}

// recall is what the document's other mentions of word i say: 0 for nothing, else the
// most frequent type and how sure it is.
func (m *Memory) recall(d *Doc, labels []uint8, i int) uint64 {
	if !d.Words[i].Capital() {
		return 0
	}
	c := m.find(d.Words[i].Lower).counts
	if own := typeOf(labels[i]); c[own] > 0 {
		c[own]--
	}
	best, sum := 0, 0
	for t, n := range c {
		sum += int(n)
		if n > c[best] {
			best = t
		}
	}
	if sum == 0 {
		return 0
	}
	sure := uint64(0)
	switch {
	case int(c[best]) == sum && sum > 1:
		sure = 2
	case int(c[best])*3 >= sum*2:
		sure = 1
	}
	return 1 + uint64(best)<<2 | sure<<5
}

// Features appends to f what the document remembers of word i, given the labels of the
// first pass; nothing when its word is found nowhere else.
func (m *Memory) Features(f []uint64, d *Doc, labels []uint8, i, lo, hi int) []uint64 {
	r := m.recall(d, labels, i)
	if r == 0 {
		return f
	}
	before, after := uint64(0), uint64(0)
	if i > lo {
		before = m.recall(d, labels, i-1)
	}
	if i+1 < hi {
		after = m.recall(d, labels, i+1)
	}
	return append(f,
		linear.Feature(70, r),
		linear.Feature(71, r<<8|uint64(labels[i])),
		linear.Feature(72, r<<8|before),
		linear.Feature(73, r<<8|after),
		linear.Feature(74, linear.Pair(r, uint64(d.Words[i].Case))),
	)
}
