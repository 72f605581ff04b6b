package gazetteer

import "dateline/transform/place/gazetteer/name"

// Lookup appends the places that a name as printed may stand for to dst, the tables of
// facts first, then own names before alternates, larger before smaller. It allocates only
// if dst is too small.
func (g *Gazetteer) Lookup(dst []Candidate, s string) []Candidate {
	var buf [name.Max + 16]byte
	return g.current(g.byKey(dst, name.Fold(buf[:0], s)), len(dst))
}

// LookupLoose is Lookup by the loose key: for names of which Lookup knows nothing.
func (g *Gazetteer) LookupLoose(dst []Candidate, s string) []Candidate {
	var buf, loose [name.Max + 16]byte
	return g.current(g.byKey(dst, name.Loose(loose[:0], name.Fold(buf[:0], s))), len(dst))
}

func (g *Gazetteer) byKey(dst []Candidate, key []byte) []Candidate {
	if len(key) == 0 {
		return dst
	}
	h := name.Hash(key) >> 16
	begin := len(dst)
	dst = append(dst, g.extraKeys[h]...)
	facts := len(dst)
	lo, hi := int(u32(g.bin, g.buckets+4*int(h>>32))), int(u32(g.bin, g.buckets+4*int(h>>32)+4))
	want := uint32(h)
	for lo < hi {
		mid := (lo + hi) / 2
		if u32(g.bin, g.keys+4*mid) < want {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo >= int(u32(g.bin, g.buckets+4*int(h>>32)+4)) || u32(g.bin, g.keys+4*lo) != want {
		return dst
	}
	v := u24(g.bin, g.values+3*lo)
	if v>>23 == 0 {
		return addNew(dst, dst[begin:facts], candidate(v))
	}
	for at := g.postings + 3*int(v&(1<<23-1)); ; at += 3 {
		p := u24(g.bin, at)
		dst = addNew(dst, dst[begin:facts], candidate(p))
		if p>>23 == 1 {
			return dst
		}
	}
}

// addNew appends c unless the tables of facts gave the place already.
func addNew(dst, facts []Candidate, c Candidate) []Candidate {
	for _, f := range facts {
		if f.ID == c.ID {
			return dst
		}
	}
	return append(dst, c)
}

func candidate(v uint32) Candidate {
	return Candidate{ID: ID(v & (1<<19 - 1)), Kind: Kind(v >> 19 & 3)}
}
