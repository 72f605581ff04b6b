package name

// Loose appends the loose key of a folded key to dst: what is left of an Arabic, Persian,
// Pashto or like name when the habits of Romanisation are evened out: article and h gone,
// doubled letters single, vowels one of a, i, u, and letters that stand for one another
// made one ("Khan Shaykhun", "Khan Sheikhoun"; "Qaminas", "Kaminas"). It begins with '~',
// which no folded key has. Keys of fewer than four letters come back empty.
func Loose(dst, key []byte) []byte {
	begin := len(dst)
	dst = append(dst, '~')
	for w := 0; w < len(key); {
		e := w
		for e < len(key) && key[e] != ' ' {
			e++
		}
		if string(key[w:e]) != "al" || e == len(key) {
			dst = looseWord(dst, key[w:e])
		}
		w = e + 1
	}
	if len(dst)-begin < 5 {
		return dst[:begin]
	}
	return dst
}

func looseWord(dst, w []byte) []byte {
	start := len(dst)
	for i, c := range w {
		switch c {
		case 'e', 'y', 'j':
			if c == 'j' {
				break
			}
			c = 'i'
		case 'o', 'w', 'v':
			c = 'u'
		case 'q', 'c', 'g':
			c = 'k'
		case 'p':
			c = 'b'
		case 'z':
			c = 's'
		case 'h':
			if i > 0 {
				continue
			}
		}
		last := byte(0)
		if len(dst) > start {
			last = dst[len(dst)-1]
		}
		if c == last {
			continue
		}
		if vowel(c) && vowel(last) { // ai, ei, ay → i; ou, au, aw → u
			if c != 'a' {
				dst[len(dst)-1] = c
			}
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

func vowel(c byte) bool { return c == 'a' || c == 'i' || c == 'u' }
