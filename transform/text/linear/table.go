package linear

// Table is a sparse linear model. It is read-only and safe for concurrent use.
type Table struct {
	Classes []string
	shift   uint
	mask    uint32
	slots   []slot
	entries []int32 // weight<<8 | class
}

// slot is a feature: the low half of its key, and where its entries are.
type slot struct {
	key uint32
	row uint32 // first<<8 | count; 0 for an empty slot
}

// Row returns the entries of a feature, each weight<<8 | class; nil when it has none.
func (t *Table) Row(hash uint64) []int32 {
	key := hash >> 24
	i := uint32(key>>t.shift) & t.mask
	for {
		s := t.slots[i]
		if s.row == 0 {
			return nil
		}
		if s.key == uint32(key) {
			first := s.row >> 8
			return t.entries[first : first+s.row&0xff]
		}
		i = (i + 1) & t.mask
	}
}

// Weights are the entries of a feature: the first of them, weight<<8 | class, 0 when there
// is none, and where the others are; see Rest.
type Weights struct {
	First int32
	row   uint32
}

// Rest are a feature's entries but the first.
func (t *Table) Rest(w Weights) []int32 {
	if w.row == 0 {
		return nil
	}
	return t.entries[w.row>>8+1 : w.row>>8+w.row&0xff]
}

// Gather looks up a batch of features, as many as out has room for. What may not be in the
// cache is read in loops of its own, so that the memory of all features is asked for at
// once: this is several times as fast as one Row after the other.
func (t *Table) Gather(out []Weights, hashes []uint64) {
	var slots [batch]slot
	for len(hashes) > 0 {
		n := min(len(hashes), batch)
		for k, h := range hashes[:n] {
			slots[k] = t.slots[uint32(h>>24>>t.shift)&t.mask]
		}
		for k, h := range hashes[:n] {
			s := slots[k]
			for i := uint32(h >> 24 >> t.shift); s.row != 0 && s.key != uint32(h>>24); {
				i++
				s = t.slots[i&t.mask]
			}
			slots[k] = s
		}
		for k := range n {
			out[k] = Weights{t.entries[slots[k].row>>8], slots[k].row} // an empty slot leads to entry 0, which is 0
		}
		out, hashes = out[n:], hashes[n:]
	}
}

const batch = 32

// Len is the number of features.
func (t *Table) Len() (n int) {
	for _, s := range t.slots {
		if s.row != 0 {
			n++
		}
	}
	return n
}
