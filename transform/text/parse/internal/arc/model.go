package arc

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

const magic = "dateline arcs 1\n"

// Header is what a model file begins with: its version and the relations' names.
func Header(labels []string) []byte {
	names := strings.Join(labels, " ")
	b := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(names)))
	return append(b, names...)
}

// Model is a trained model: weights in bytes, 128 for zero, so that a row is read in one
// or few words and summed in lanes of 16 bits.
type Model struct {
	Labels    []string // the root's relation first
	structure []uint32 // a row: Shift, Left, Right, unused
	relations []uint64 // MaxLabels/8 words a row
}

// ReadModel reads what the trainer wrote.
func ReadModel(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	head := make([]byte, len(magic)+4)
	if _, err := io.ReadFull(z, head); err != nil {
		return nil, err
	}
	if string(head[:len(magic)]) != magic {
		return nil, errors.New("not a parser model of this version")
	}
	n := binary.LittleEndian.Uint32(head[len(magic):])
	if n > 1<<12 {
		return nil, fmt.Errorf("%d bytes of relation names", n)
	}
	names := make([]byte, n)
	if _, err := io.ReadFull(z, names); err != nil {
		return nil, err
	}
	m := &Model{Labels: strings.Fields(string(names))}
	if len(m.Labels) < 2 || len(m.Labels) > MaxLabels {
		return nil, fmt.Errorf("%d relations", len(m.Labels))
	}
	m.structure = make([]uint32, 1<<Bits)
	m.relations = make([]uint64, MaxLabels/8<<LabelBits)
	if err := binary.Read(z, binary.LittleEndian, m.structure); err != nil {
		return nil, err
	}
	return m, binary.Read(z, binary.LittleEndian, m.relations)
}

// Score implements Scorer.
func (m *Model) Score(f *Features) [Actions]int32 {
	const lanes = 0x00FF00FF
	var even, odd uint32
	for _, r := range f {
		w := m.structure[r&(1<<Bits-1)]
		even += w & lanes
		odd += w >> 8 & lanes
	}
	return [Actions]int32{int32(even & 0xFFFF), int32(odd & 0xFFFF), int32(even >> 16)}
}

// Label gives the best relation, never the root's.
func (m *Model) Label(f *LabelFeatures) uint8 {
	const (
		lanes = 0x00FF00FF00FF00FF
		words = MaxLabels / 8
	)
	var even, odd [words]uint64
	for _, r := range f {
		row := m.relations[int(r)*words:][:words]
		for k, w := range row {
			even[k] += w & lanes
			odd[k] += w >> 8 & lanes
		}
	}
	best, top := 1, -1
	for k := 1; k < len(m.Labels); k++ {
		v := even[k/8]
		if k&1 == 1 {
			v = odd[k/8]
		}
		if s := int(v >> (k % 8 / 2 * 16) & 0xFFFF); s > top {
			best, top = k, s
		}
	}
	return uint8(best)
}
