package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"

	"dateline/transform/place/gazetteer/name"
)

// posting says that a key is a spelling of a place.
type posting struct {
	key   uint64 // 48 bits
	place int
	kind  byte
}

// write lays the world out; see ../places.go for the reader. All numbers are
// little-endian.
//
//	header    "GAZ2", then counts: admin1, admin2, all places, keys, postings, bytes of names, countries
//	places    20 bytes each: name u24, lat i24, lon i24, geonameid u32, number of the
//	          country u8, admin1 u16, admin2 u16, feature u8, population u8
//	extents   8 bytes each, admin1: south, west, north, east in hundredths of a degree
//	countries 10 bytes each, sorted: alpha-2 and extent
//	buckets   u32 × 65537: first key of each value of a key's upper 16 bits
//	keys      u32 each: lower 32 bits of the key
//	values    u24 each: a posting, or 1<<23 | number of the first of several
//	postings  u24 each: place | kind<<19, the last of a list with 1<<23
//	names     length byte and UTF-8, each name once
func (w *world) write() []byte {
	places := slices.Concat(w.admin1, w.admin2, w.cities)
	var names bytes.Buffer
	nameAt := map[string]uint32{}
	intern := func(s string) uint32 {
		if len(s) > 255 {
			s = s[:255]
		}
		at, ok := nameAt[s]
		if !ok {
			at = uint32(names.Len())
			nameAt[s] = at
			names.WriteByte(byte(len(s)))
			names.WriteString(s)
		}
		return at
	}
	for _, p := range places { // those without a town have no extent
		if _, ok := w.countries[p.country]; !ok {
			w.countries[p.country] = extent{}
		}
	}
	var recs, tail bytes.Buffer
	codes := slices.Sorted(maps.Keys(w.countries))
	for _, p := range places {
		country, _ := slices.BinarySearch(codes, p.country)
		writeRecord(&recs, p, intern(p.best()), byte(country))
	}
	for _, e := range w.extents {
		tail.Write(e.bytes())
	}
	for _, c := range codes {
		tail.WriteString(c)
		tail.Write(w.countries[c].bytes())
	}
	keys, nkeys, nposts := writeKeys(postings(places))
	var out bytes.Buffer
	out.WriteString("GAZ2")
	for _, n := range []int{len(w.admin1), len(w.admin2), len(places), nkeys, nposts, names.Len(), len(codes)} {
		binary.Write(&out, binary.LittleEndian, uint32(n))
	}
	for _, b := range [][]byte{recs.Bytes(), tail.Bytes(), keys, names.Bytes()} {
		out.Write(b)
	}
	return out.Bytes()
}

// best is the name to show: the English one where it differs. In the USA the own name is
// English already, unless the other is what it is called for short: New York City.
func (p *place) best() string {
	if s, ok := shown[p.id]; ok {
		return s
	}
	if p.country == "US" && p.feature > featAdmin2 && !strings.HasPrefix(p.name, p.english) {
		return p.name
	}
	if p.english != "" {
		if b, ok := strings.CutSuffix(p.english, " Governorate"); ok {
			return b
		}
		if b, ok := strings.CutSuffix(p.english, " Province"); ok {
			return b
		}
		return p.english
	}
	if p.feature == featAdmin1 && p.country != "US" { // "Idlib Governorate" among the others beats "Ḩalab"
		for _, s := range p.others {
			if b := bare(s); b != s && alternate(b, p) {
				return b
			}
		}
	}
	return p.name
}

func writeRecord(b *bytes.Buffer, p *place, nameAt uint32, country byte) {
	le := binary.LittleEndian
	r := append24(nil, nameAt)
	r = append24(r, uint32(int32(math.Round(p.lat*1e4)))&0xFFFFFF)
	r = append24(r, uint32(int32(math.Round(p.lon*1e4)))&0xFFFFFF)
	r = le.AppendUint32(r, uint32(p.id))
	r = append(r, country)
	r = le.AppendUint16(r, uint16(p.admin1)) // -1 becomes 0xFFFF
	r = le.AppendUint16(r, uint16(p.admin2))
	feature := p.feature
	if !p.hasPoint {
		feature |= 0x80
	}
	b.Write(append(r, feature, byte(math.Round(8*math.Log2(float64(p.pop+1))))))
}

func append24(b []byte, n uint32) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }

func (e extent) bytes() []byte {
	var b []byte
	for _, x := range []float64{e.south, e.west, e.north, e.east} {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(x*100))))
	}
	return b
}

// postings lists all keys of all places, sorted by key, then best kind, population and id.
func postings(places []*place) []posting {
	var all []posting
	var fold, loose [name.Max + 16]byte
	own := map[string]bool{}
	for _, p := range places {
		own[string(name.Fold(nil, p.name))] = true
	}
	for i, p := range places {
		if !p.hasPoint {
			continue
		}
		have := map[uint64]byte{}
		add := func(key []byte, kind byte) {
			if len(key) == 0 {
				return
			}
			h := name.Hash(key) >> 16
			if k, ok := have[h]; !ok || kind < k {
				have[h] = kind
			}
		}
		p.spellings(func(s string, kind byte) {
			k := name.Fold(fold[:0], s)
			if kind == kindAlternate && homogeneous[p.country] && p.feature > featAdmin2 && own[string(k)] {
				return // what Columbus was called is a Franklin's name
			}
			add(k, kind)
			if romanised[p.country] {
				if bytes.HasPrefix(k, []byte("al ")) {
					add(k[3:], max(kind, kindAlternate))
				}
				add(name.Loose(loose[:0], k), kindLoose)
			}
		})
		for h, kind := range have {
			all = append(all, posting{h, i, kind})
		}
	}
	slices.SortFunc(all, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.kind, b.kind),
			cmp.Compare(places[b.place].pop, places[a.place].pop), cmp.Compare(a.place, b.place))
	})
	return all
}

// maxList bounds how many places one key leads to: beyond, the smallest are left out.
const maxList = 200

func writeKeys(all []posting) (out []byte, nkeys, nposts int) {
	var buckets [65537]uint32
	var keys, values, lists []byte
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].key == all[i].key {
			j++
		}
		keys = binary.LittleEndian.AppendUint32(keys, uint32(all[i].key))
		buckets[(all[i].key>>32)+1]++
		if j-i == 1 {
			values = append24(values, all[i].value())
		} else {
			values = append24(values, 1<<23|uint32(nposts))
			group := all[i:min(j, i+maxList)]
			for k, p := range group {
				v := p.value()
				if k == len(group)-1 {
					v |= 1 << 23
				}
				lists = append24(lists, v)
				nposts++
			}
		}
		nkeys++
		i = j
	}
	for i := 1; i < len(buckets); i++ {
		buckets[i] += buckets[i-1]
	}
	for _, n := range buckets {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return slices.Concat(out, keys, values, lists), nkeys, nposts
}

func (p posting) value() uint32 { return uint32(p.place) | uint32(p.kind)<<19 }
