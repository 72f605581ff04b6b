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

// Len is the number of features.
func (t *Table) Len() (n int) {
	for _, s := range t.slots {
		if s.row != 0 {
			n++
		}
	}
	return n
}
