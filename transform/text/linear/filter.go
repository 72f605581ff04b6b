package linear

import "math/bits"

// Filter tells most hashes that are not in a set from those that are, in a bit map small
// enough to stay in the cache: most words are asked for in vain. The zero value knows
// no set: to it any hash may be there.
type Filter struct{ bits []uint64 }

// NewFilter makes a filter for n hashes.
func NewFilter(n int) Filter {
	return Filter{make([]uint64, 1<<bits.Len(uint(n/8)))} // eight bits a hash or more
}

// Add adds a hash to the set.
func (f *Filter) Add(hash uint64) {
	f.bits[hash>>6&uint64(len(f.bits)-1)] |= 1 << (hash & 63)
}

// May reports whether the set may have a hash; false is certain.
func (f *Filter) May(hash uint64) bool {
	if len(f.bits) == 0 {
		return true
	}
	return f.bits[hash>>6&uint64(len(f.bits)-1)]>>(hash&63)&1 != 0
}
