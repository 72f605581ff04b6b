package linear

import (
	"unicode"
	"unicode/utf8"
)

const (
	k1 = 0x9E3779B97F4A7C15
	k2 = 0xD6E8FEB86659FD93
)

// Hash is a 64-bit hash of a string, the same on every machine.
func Hash(s string) uint64 {
	h := uint64(len(s)) * k1
	for len(s) >= 8 {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = (h ^ v) * k2
		h ^= h >> 32
		s = s[8:]
	}
	var v uint64
	for i := 0; i < len(s); i++ {
		v |= uint64(s[i]) << (8 * i)
	}
	h = (h ^ v) * k2
	return h ^ h>>32
}

// HashLower is Hash(strings.ToLower(s)), without allocation for words of up to 64 bytes.
func HashLower(s string) uint64 {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return Hash(s)
	}
	var buf [64]byte
	return HashBytes(AppendLower(buf[:0], s))
}

// AppendLower appends strings.ToLower(s) to b.
func AppendLower(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = utf8.AppendRune(b, unicode.ToLower(r))
		i += n
	}
	return b
}

// HashBytes is Hash(string(b)).
func HashBytes(b []byte) uint64 {
	h := uint64(len(b)) * k1
	for len(b) >= 8 {
		v := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		h = (h ^ v) * k2
		h ^= h >> 32
		b = b[8:]
	}
	var v uint64
	for i, c := range b {
		v |= uint64(c) << (8 * i)
	}
	h = (h ^ v) * k2
	return h ^ h>>32
}

// Feature is the hash of a feature made of a template's number and one value.
func Feature(template uint64, a uint64) uint64 {
	h := (a ^ (template+1)*k1) * k2
	return h ^ h>>29
}

// Pair is the hash of two values in order.
func Pair(a, b uint64) uint64 {
	h := (a*k1 ^ (b + k2)) * k2
	return h ^ h>>31
}
