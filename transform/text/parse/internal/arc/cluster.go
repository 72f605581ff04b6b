package arc

import "slices"

// Clusters groups words that are used alike. A word is known by 32 bits of its hash; the
// zero value knows none.
type Clusters struct {
	Words  []Cluster // sorted by hash
	Coarse []uint8   // the larger group of each group

	index []uint32 // first word whose hash begins with these bits
}

// Cluster puts a word into a group.
type Cluster struct {
	Hash  uint32
	Group uint16
}

const indexBits = 16

// Index must be called once before the clusters are used.
func (c *Clusters) Index() {
	slices.SortFunc(c.Words, func(a, b Cluster) int {
		return int(int64(a.Hash) - int64(b.Hash))
	})
	c.index = make([]uint32, 1<<indexBits+1)
	for _, w := range c.Words {
		c.index[w.Hash>>(32-indexBits)+1]++
	}
	for i := 1; i < len(c.index); i++ {
		c.index[i] += c.index[i-1]
	}
}

// Of gives the group and the larger group of a word, 0 for unknown words.
func (c *Clusters) Of(word uint64) (group, coarse uint64) {
	if c.index == nil {
		return 0, 0
	}
	h := uint32(word >> 32)
	k := h >> (32 - indexBits)
	for _, w := range c.Words[c.index[k]:c.index[k+1]] {
		if w.Hash == h {
			return uint64(w.Group), uint64(c.Coarse[w.Group])
		}
	}
	return 0, 0
}
