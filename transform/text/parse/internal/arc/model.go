package arc

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

const magic = "dateline arcs 3\n"

// Header is what a model file begins with: its version and the relations' names.
func Header(labels []string) []byte {
	names := strings.Join(labels, " ")
	b := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(names)))
	return append(b, names...)
}

const labelWords = MaxLabels / 8

// Model is a trained model. Its weights are whole numbers above zero, so that a row is
// read in one or few words and summed in lanes.
type Model struct {
	Labels    []string                            // the root's relation first
	structure *[1 << Bits]uint32                  // three weights of ten bits, for Shift, Left, Right; 512 is zero
	relations *[1 << LabelBits][labelWords]uint64 // weights of eight bits; 128 is zero
}

// ReadModel reads what the trainer wrote.
func ReadModel(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	var head struct {
		Magic [len(magic)]byte
		Names uint32
	}
	le := binary.LittleEndian
	if err := binary.Read(z, le, &head); err != nil {
		return nil, err
	}
	if string(head.Magic[:]) != magic {
		return nil, errors.New("not a parser model of this version")
	}
	if head.Names > 1<<12 {
		return nil, fmt.Errorf("%d bytes of relation names", head.Names)
	}
	names := make([]byte, head.Names)
	if _, err := io.ReadFull(z, names); err != nil {
		return nil, err
	}
	m := &Model{Labels: strings.Fields(string(names))}
	if len(m.Labels) < 2 || len(m.Labels) > MaxLabels {
		return nil, fmt.Errorf("%d relations", len(m.Labels))
	}
	m.structure = new([1 << Bits]uint32)
	m.relations = new([1 << LabelBits][labelWords]uint64)
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
	return m, binary.Read(z, le, m.relations)
}

// Score implements Scorer. The sums have 21 bits each, which no sum of ten-bit weights
// over all features fills.
func (m *Model) Score(f *Features) [Actions]int32 {
	const lane = 1<<10 - 1
	var sum uint64
	for _, r := range f {
		w := uint64(m.structure[r%(1<<Bits)])
		sum += w&lane | w<<11&(lane<<21) | w<<22&(lane<<42)
	}
	const all = 1<<21 - 1
	return [Actions]int32{int32(sum & all), int32(sum >> 21 & all), int32(sum >> 42)}
}

// Label gives the best relation, never the root's.
func (m *Model) Label(f *LabelFeatures) uint8 {
	const lanes = 0x00FF00FF00FF00FF
	var even, odd [labelWords]uint64
	for _, r := range f {
		row := &m.relations[r%(1<<LabelBits)]
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
