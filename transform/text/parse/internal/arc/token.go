package arc

// Token is a word as the features see it.
type Token struct {
	W  uint64 // hash of the lower-case form, digits as 0
	T  uint64 // tag
	WT uint64 // both
	S  uint64 // hash of the last three bytes
	P  Kind
}

// Kind marks what the features count between two words.
type Kind uint8

// Kinds of token.
const (
	Other Kind = iota
	Verb
	Punct
	Conj
)

const (
	k1 = 0x9E3779B97F4A7C15
	k2 = 0xC2B2AE3D27D4EB4F
	k3 = 0x165667B19E3779F9
	k4 = 0xD6E8FEB86659FD93
	k5 = 0x9FB21C651E98DF25
	k6 = 0xA0761D6478BD642F
)

// Encode codes a form and its Penn tag.
func Encode(form, tag string) Token {
	w, s := uint64(k4), uint64(k4)
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c-'A' < 26 {
			c += 'a' - 'A'
		} else if c-'0' < 10 {
			c = '0'
		}
		w = (w ^ uint64(c)) * k1
		w ^= w >> 29
		if i+3 >= len(form) {
			s = (s ^ uint64(c)) * k1
			s ^= s >> 29
		}
	}
	t := uint64(k4)
	for i := 0; i < len(tag); i++ {
		t = (t ^ uint64(tag[i])) * k1
		t ^= t >> 29
	}
	return Token{W: w, T: t, WT: w*k2 ^ t, S: s, P: kind(tag)}
}

func kind(tag string) Kind {
	if tag == "" {
		return Other
	}
	switch tag[0] {
	case 'V', 'M':
		return Verb
	case ',', '.', ':', '`', '\'', '-':
		return Punct
	case 'C':
		if tag == "CC" {
			return Conj
		}
	}
	return Other
}
