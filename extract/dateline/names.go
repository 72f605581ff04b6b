package dateline

import (
	_ "embed"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// namesBin is a Bloom filter of place names, built by `make gazetteer` from GeoNames
// (geonames.org, CC BY 4.0); see transform/place/gazetteer/filter.
//
//go:embed names.bin
var namesBin []byte

// filterHashes and filterBits give one false positive in about 1,000 names.
const (
	filterHashes = 10
	filterBits   = 14.4
)

// NewFilter makes a Bloom filter of keys as [Key] makes them.
func NewFilter(keys []string) []byte {
	b := make([]byte, int(float64(len(keys))*filterBits/8)+1)
	for _, k := range keys {
		probe(k, len(b), func(i uint64) bool {
			b[i/8] |= 1 << (i % 8)
			return true
		})
	}
	return b
}

// probe calls f with the bits of a key until f says false, and returns what it said last.
func probe(key string, size int, f func(bit uint64) bool) bool {
	h := fnv.New64a()
	h.Write([]byte(key))
	a := h.Sum64()
	b := a>>32 | 1
	for range filterHashes {
		if !f(a % uint64(size*8)) {
			return false
		}
		a += b * 0x9E3779B97F4A7C15
	}
	return true
}

// Key folds the spelling of a place name: letters and digits alone, small, without marks;
// "St." and "Saint" meet.
func Key(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(norm.NFD.String(name)) {
		if strings.EqualFold(strings.TrimSuffix(w, "."), "saint") {
			w = "st"
		}
		for _, r := range w {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return b.String()
}

// others are places of datelines that the gazetteer has under another name.
var others = []string{"unitednations", "kiev", "bombay", "calcutta", "madras", "peking", "rangoon", "saigon", "gaza", "westbank", "thehague", "brussels", "mecca", "capecanaveral",
	"campdavid", "capitolhill", "flushingmeadows", "wallstreet", "guantanamobay", "vaticancity", "newyork", "quebec", "cologne", "munich", "vienna", "prague", "warsaw", "lisbon",
	"rome", "milan", "naples", "venice", "florence", "turin", "athens", "geneva", "zurich", "copenhagen", "moscow", "bucharest", "belgrade", "seville", "thenetherlands"}

// endings are the last words of names that only places have: "FLUSHING MEADOWS".
var endings = []string{"beach", "city", "springs", "heights", "falls", "creek", "meadows", "island", "islands", "harbor", "harbour", "valley", "township", "county", "lake",
	"junction", "crossing", "airport", "province", "camp", "prison"}

// isPlaceName reports whether s is the name of a place.
func isPlaceName(s string) bool {
	if isRegion(s) {
		return true
	}
	k := Key(s)
	if len(k) < 3 {
		return false
	}
	for _, o := range others {
		if o == k {
			return true
		}
	}
	if i := strings.LastIndexByte(s, ' '); i > 2 {
		last := strings.ToLower(s[i+1:])
		for _, e := range endings {
			if e == last && strings.Count(s, " ") <= 2 {
				return true
			}
		}
	}
	return len(namesBin) > 0 && probe(k, len(namesBin), func(i uint64) bool { return namesBin[i/8]&(1<<(i%8)) != 0 })
}
