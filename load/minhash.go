package load

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// signature is a one-permutation MinHash of a text's word 4-grams, a byte a bucket: the
// share of equal buckets estimates the share of 4-grams two texts have in common
// (Li, Owen and Zhang 2012; empty buckets are filled by rotation, Shrivastava and Li 2014).
type signature [buckets]uint8

const (
	buckets  = 64
	gram     = 4 // words
	bands    = 16
	bandRows = buckets / bands
	minGrams = 12  // a shorter text has no signature: any two would look alike by chance
	alike    = 0.5 // estimated share from which two texts are one story
)

// sign makes a text's signature; ok is false for a text too short.
func sign(text string) (sig signature, ok bool) {
	var mins [buckets]uint64
	for i := range mins {
		mins[i] = ^uint64(0)
	}
	var last [gram]uint64
	words, grams := 0, 0
	wordHashes(text, func(h uint64) {
		last[words%gram] = h
		words++
		if words < gram {
			return
		}
		var g uint64
		for i := range gram {
			g = mix(g*31 + last[(words+i)%gram])
		}
		grams++
		b := g >> (64 - 6)
		if v := g << 6; v < mins[b] {
			mins[b] = v
		}
	})
	if grams < minGrams {
		return sig, false
	}
	fillEmpty(&mins)
	for i, m := range mins {
		sig[i] = uint8(mix(m))
	}
	return sig, true
}

// bandKey is one of the keys that near-duplicates are found by: two texts that share half
// their 4-grams share one of the keys in two cases of three, at seven tenths in 98 of 100.
func (s *signature) bandKey(band int) uint64 {
	k := uint64(band) + 1
	for _, row := range s[band*bandRows : (band+1)*bandRows] {
		k = mix(k<<8 ^ uint64(row))
	}
	return k
}

// fillEmpty gives an empty bucket the value of the next full one, marked by the distance.
func fillEmpty(mins *[buckets]uint64) {
	full := *mins
	for i := range mins {
		for d := 1; mins[i] == ^uint64(0) && d < buckets; d++ {
			if v := full[(i+d)%buckets]; v != ^uint64(0) {
				mins[i] = mix(v + uint64(d))
			}
		}
	}
}

// likeness estimates the share of 4-grams in common, chance agreement of bytes taken off.
func likeness(a, b *signature) float64 {
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return (float64(same)/buckets - 1.0/256) / (1 - 1.0/256)
}

// wordHashes calls fn with the hash of each word, letter case and marks aside.
func wordHashes(text string, fn func(uint64)) {
	h, in := uint64(0), false
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !in {
				h, in = 14695981039346656037, true
			}
			h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
		case in && r != '\'' && r != '’':
			fn(h)
			in = false
		}
	}
	if in {
		fn(h)
	}
}

// mix spreads the bits of a hash (the finaliser of MurmurHash3).
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return bits.RotateLeft64(x^x>>33, 7)
}
