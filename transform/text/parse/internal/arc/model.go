package arc

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"dateline/transform/text/huge"
)

const magic = "dateline arcs 4\n"

// Header is what a model file begins with, in little-endian numbers: magic, then margin
// (4 bytes), the length of the relations' names (4), the names with blanks between, the
// number of certain relations (4), and for each its key (4) and relation (1).
type Header struct {
	Labels []string         // names of the relations, the root's first
	Margin int32            // by how much given trees had to win, in the packed weights' unit
	Sure   map[uint32]uint8 // relations that need no weighing, by Tree.Keys
}

// Encode gives the header's bytes.
func (h *Header) Encode() []byte {
	names := strings.Join(h.Labels, " ")
	le := binary.LittleEndian
	b := le.AppendUint32([]byte(magic), uint32(h.Margin))
	b = append(le.AppendUint32(b, uint32(len(names))), names...)
	b = le.AppendUint32(b, uint32(len(h.Sure)))
	for _, k := range slices.Sorted(maps.Keys(h.Sure)) {
		b = append(le.AppendUint32(b, k), h.Sure[k])
	}
	return b
}

func readHeader(r io.Reader) (*Header, error) {
	le := binary.LittleEndian
	var head struct {
		Magic  [len(magic)]byte
		Margin int32
		Names  uint32
	}
	if err := binary.Read(r, le, &head); err != nil {
		return nil, err
	}
	if string(head.Magic[:]) != magic {
		return nil, errors.New("not a parser model of this version")
	}
	if head.Names > 1<<12 {
		return nil, fmt.Errorf("%d bytes of relation names", head.Names)
	}
	names := make([]byte, head.Names)
	if _, err := io.ReadFull(r, names); err != nil {
		return nil, err
	}
	h := &Header{Labels: strings.Fields(string(names)), Margin: head.Margin, Sure: map[uint32]uint8{}}
	if len(h.Labels) < 2 || len(h.Labels) > MaxLabels {
		return nil, fmt.Errorf("%d relations", len(h.Labels))
	}
	var n uint32
	if err := binary.Read(r, le, &n); err != nil {
		return nil, err
	}
	for range n {
		var e struct {
			Key uint32
			Rel uint8
		}
		if err := binary.Read(r, le, &e); err != nil {
			return nil, err
		}
		if int(e.Rel) >= len(h.Labels) {
			return nil, fmt.Errorf("certain relation %d of %d", e.Rel, len(h.Labels))
		}
		h.Sure[e.Key] = e.Rel
	}
	return h, nil
}

// labelWords is how many words hold a row of relation weights; a row fills a cache line.
const labelWords = 8

// Model is a trained model. Its weights are whole numbers above zero, so that a row is
// read in one or few words and summed in lanes.
type Model struct {
	Header
	sure      []sure                              // Header.Sure, open addressing, for speed
	words     int                                 // words of a row that hold weights
	structure *[1 << Bits]uint32                  // three weights of ten bits, for Shift, Left, Right; 512 is zero
	relations *[1 << LabelBits][labelWords]uint64 // weights of eight bits; 128 is zero
}

// sure is a relation that needs no weighing.
type sure struct {
	key   uint32
	rel   uint8
	taken bool
}

func index(all map[uint32]uint8) []sure {
	t := make([]sure, 1<<bits.Len(uint(2*len(all)))) // at most half full
	for key, rel := range all {
		i := key
		for t[i&uint32(len(t)-1)].taken {
			i++
		}
		t[i&uint32(len(t)-1)] = sure{key, rel, true}
	}
	return t
}

func (m *Model) find(key uint32) *sure {
	for i := key; ; i++ {
		if s := &m.sure[i&uint32(len(m.sure)-1)]; !s.taken || s.key == key {
			return s
		}
	}
}

// Certain is Header.Certain, faster.
func (m *Model) Certain(t *Tree, d int32) (uint8, bool) {
	word, tags := t.Keys(d)
	if s := m.find(word); s.taken {
		return s.rel, true
	}
	s := m.find(tags)
	return s.rel, s.taken
}

// ReadModel reads what the trainer wrote.
func ReadModel(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	h, err := readHeader(z)
	if err != nil {
		return nil, err
	}
	m := &Model{Header: *h, words: (len(h.Labels) + 7) / 8, sure: index(h.Sure)}
	m.structure = (*[1 << Bits]uint32)(huge.Make[uint32](1 << Bits))
	m.relations = (*[1 << LabelBits][labelWords]uint64)(huge.Make[[labelWords]uint64](1 << LabelBits))
	// The structure's weights come as planes, which pack better: for each action the low
	// bytes of all rows, then the high bytes.
	plane := make([]byte, 1<<Bits)
	for shift := 0; shift < 10*Actions; shift += 10 {
		for half := 0; half < 16; half += 8 {
			if _, err := io.ReadFull(z, plane); err != nil {
				return nil, err
			}
			for i, b := range plane {
				m.structure[i] |= uint32(b) << half & 0x3FF << shift
			}
		}
	}
	row := make([]byte, MaxLabels<<10)
	for i := 0; i < len(m.relations); {
		if _, err := io.ReadFull(z, row); err != nil {
			return nil, err
		}
		for b := row; len(b) > 0; b = b[MaxLabels:] {
			for k := range MaxLabels / 8 {
				m.relations[i][k] = binary.LittleEndian.Uint64(b[8*k:])
			}
			i++
		}
	}
	return m, nil
}

// Sums implements Scorer. Lanes are twenty bits apart, which no sum of ten-bit weights over
// all features fills: Shift's and Right's weights are added in one word, Left's in another.
func (m *Model) Sums(out []Sum, features []uint32, ends []int32) {
	for i, f := range features {
		features[i] = m.structure[Row(f)] // nothing but memory accesses: many run at once
	}
	const lane, apart = 1<<10 - 1, 20
	from := int32(0)
	for i, end := range ends {
		var outer, left uint64
		for _, w := range features[from:end] {
			outer += uint64(w & (lane | lane<<apart))
			left += uint64(w >> 10 & lane)
		}
		out[i] = Sum{int32(outer & (1<<apart - 1)), int32(left), int32(outer >> apart)}
		from = end
	}
}

// Label gives the best relation, never the root's.
func (m *Model) Label(f *LabelFeatures) uint8 {
	const lanes = 0x00FF00FF00FF00FF
	var even, odd [labelWords]uint64
	// The first words of all rows come first: the memory of all is asked for at once.
	for _, r := range f {
		w := m.relations[r%(1<<LabelBits)][0]
		even[0] += w & lanes
		odd[0] += w >> 8 & lanes
	}
	for _, r := range f {
		row := &m.relations[r%(1<<LabelBits)]
		for k := 1; k < labelWords && k < m.words; k++ {
			even[k] += row[k] & lanes
			odd[k] += row[k] >> 8 & lanes
		}
	}
	best, top := 1, -1
	for k := 1; k < len(m.Labels); k++ {
		v := even[k/8%labelWords]
		if k&1 == 1 {
			v = odd[k/8%labelWords]
		}
		if s := int(v >> (k % 8 / 2 * 16) & 0xFFFF); s > top {
			best, top = k, s
		}
	}
	return uint8(best)
}
