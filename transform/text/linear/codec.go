package linear

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"

	"dateline/transform/text/huge"
)

// Builder collects weights and writes them down. The zero value is ready for use.
type Builder struct {
	Classes []string
	rows    map[uint64][]int32
}

// Set gives a feature's weight for a class; a second call for the same pair adds up.
// Weights are within ±2^22, classes below 256.
func (b *Builder) Set(hash uint64, class uint8, weight int32) {
	if b.rows == nil {
		b.rows = make(map[uint64][]int32)
	}
	key := hash >> 24
	for i, e := range b.rows[key] {
		if uint8(e) == class {
			b.rows[key][i] += weight << 8
			return
		}
	}
	b.rows[key] = append(b.rows[key], weight<<8|int32(class))
}

// Max gives a feature's weight for a class unless it has a higher one.
func (b *Builder) Max(hash uint64, class uint8, weight int32) {
	for _, e := range b.rows[hash>>24] {
		if uint8(e) == class && e>>8 >= weight {
			return
		}
	}
	b.Set(hash, class, weight)
}

// Len is the number of features.
func (b *Builder) Len() int { return len(b.rows) }

const magic = "DLM1"

// Encode writes the model: classes, then features in the order of their keys, each as the
// difference to the key before, its number of entries, and class and weight of each.
func (b *Builder) Encode() []byte {
	out := []byte(magic)
	out = binary.AppendUvarint(out, uint64(len(b.Classes)))
	for _, c := range b.Classes {
		out = binary.AppendUvarint(out, uint64(len(c)))
		out = append(out, c...)
	}
	keys := make([]uint64, 0, len(b.rows))
	total := 0
	for k, row := range b.rows {
		if row = dropZero(row); len(row) > 0 {
			keys = append(keys, k)
			total += len(row)
		}
	}
	slices.Sort(keys)
	out = binary.AppendUvarint(out, uint64(len(keys)))
	out = binary.AppendUvarint(out, uint64(total))
	prev := uint64(0)
	for _, k := range keys {
		row := dropZero(b.rows[k])
		slices.SortFunc(row, func(x, y int32) int { return int(uint8(x)) - int(uint8(y)) })
		out = binary.AppendUvarint(out, k-prev)
		prev = k
		out = append(out, byte(len(row)))
		for _, e := range row {
			out = append(out, uint8(e))
			out = binary.AppendVarint(out, int64(e>>8))
		}
	}
	return out
}

func dropZero(row []int32) []int32 {
	out := make([]int32, 0, len(row))
	for _, e := range row {
		if e>>8 != 0 {
			out = append(out, e)
		}
	}
	return out
}

var errFormat = errors.New("linear: not a model of this format")

// Decode reads what Encode wrote.
func Decode(data string) (*Table, error) {
	if len(data) < len(magic) || data[:len(magic)] != magic {
		return nil, errFormat
	}
	r := reader{s: data, i: len(magic)}
	t := &Table{Classes: make([]string, r.uvarint())}
	for i := range t.Classes {
		n := int(r.uvarint())
		t.Classes[i] = data[r.i : r.i+n]
		r.i += n
	}
	n, total := int(r.uvarint()), int(r.uvarint())
	size := max(256, 1<<bits.Len(uint(n+n/2)))
	t.slots = huge.Make[slot](size)
	t.mask = uint32(size - 1)
	t.shift = uint(40 - bits.TrailingZeros(uint(size)))
	t.entries = huge.Make[int32](total + 1) // entry 0 stays empty: row 0 marks a free slot
	at, key := 1, uint64(0)
	for range n {
		key += r.uvarint()
		count := int(data[r.i])
		r.i++
		first := at
		for range count {
			class := data[r.i]
			r.i++
			t.entries[at] = int32(r.varint())<<8 | int32(class)
			at++
		}
		i := uint32(key>>t.shift) & t.mask
		for t.slots[i].row != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{uint32(key), uint32(first)<<8 | uint32(count)}
	}
	return t, nil
}

// reader reads varints from a string, which encoding/binary does not.
type reader struct {
	s string
	i int
}

func (r *reader) uvarint() (v uint64) {
	for shift := 0; ; shift += 7 {
		c := r.s[r.i]
		r.i++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v
		}
	}
}

func (r *reader) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}
