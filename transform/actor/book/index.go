package book

import (
	"strings"

	"dateline/transform/text/linear"
)

// Index maps names, folded and cut into words, to numbers: an open-addressing hash table
// that also knows the beginnings of names. It is immutable once filled.
type Index struct {
	slots []slot
	used  int
	known linear.Filter // of the hashes: most words begin no name
}

type slot struct {
	hash  uint64
	value int32 // None: only the beginning of longer names
}

// None is the value of what is in an index only as the beginning of a name.
const None int32 = -1

// NewIndex makes an index for about n words of names.
func NewIndex(n int) Index {
	size := 16
	for size < n*2 {
		size <<= 1
	}
	return Index{slots: make([]slot, size), known: linear.NewFilter(size / 2)}
}

// Add enters a name and returns its value, None at first, and its number of words. The
// name has no words and the value is nil when nothing is left of it by folding.
func (x *Index) Add(name string) (value *int32, words int) {
	var h uint64
	var at *slot
	for w := range Words(name) {
		k := KeyOf(w)
		if k <= Break {
			continue
		}
		h = join(h, k)
		words++
		if at = x.slot(h); at.hash == 0 {
			if x.used++; x.used >= len(x.slots) {
				panic("book: index made for too few words")
			}
			*at = slot{hash: h, value: None}
			x.known.Add(h)
		}
	}
	if at == nil {
		return nil, 0
	}
	return &at.value, words
}

// slot is where h is, or where it would go.
func (x *Index) slot(h uint64) *slot {
	mask := uint64(len(x.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s := &x.slots[i]; s.hash == h || s.hash == 0 {
			return s
		}
	}
}

// Longest finds the longest name that begins with keys[0], and how many keys it covers,
// skipped ones within it included; 0 if there is none. It does not allocate.
func (x *Index) Longest(keys []Key) (value int32, tokens int) {
	var h uint64
	value = None
	for i, k := range keys {
		if k == Break || i == 0 && k == Skip {
			break
		}
		if k == Skip {
			continue
		}
		h = join(h, k)
		if !x.known.May(h) {
			break
		}
		s := x.slot(h)
		if s.hash == 0 {
			break
		}
		if s.value >= 0 {
			value, tokens = s.value, i+1
		}
	}
	return value, tokens
}

// Words cuts a name as the tokeniser does: at spaces, hyphens and slashes, and before 's.
func Words(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for name != "" {
			i := strings.IndexAny(name, " -/")
			if i < 0 {
				i = len(name)
			}
			word := name[:i]
			name = name[min(i+1, len(name)):]
			clitic := ""
			for _, s := range [...]string{"'s", "’s"} {
				if strings.HasSuffix(word, s) && len(word) > len(s) {
					word, clitic = strings.TrimSuffix(word, s), "s"
				}
			}
			if word != "" && !yield(word) || clitic != "" && !yield(clitic) {
				return
			}
		}
	}
}

// IsAcronym reports whether a name has capitals and no small letter: it must then be
// printed so ("who" is not "WHO").
func IsAcronym(s string) bool {
	upper := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= 0x80:
			return false
		case c >= 'A' && c <= 'Z':
			upper = true
		}
	}
	return upper
}

// SameAcronym compares two acronyms, full stops, spaces and hyphens aside.
func SameAcronym(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && (a[i] == '.' || a[i] == ' ' || a[i] == '-') {
			i++
		}
		for j < len(b) && (b[j] == '.' || b[j] == ' ' || b[j] == '-') {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}
