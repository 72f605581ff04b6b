package word

// Forms counts how a text writes its words: in lower case, or with a capital where no
// sentence begins. It is a table of open addressing, kept from text to text.
type Forms struct {
	table []Form
	mask  uint64
}

// Form is the count for one word, whatever its case.
type Form struct {
	key           uint64
	Lower, Middle uint16
}

// Reset empties the table for a text of n words.
func (f *Forms) Reset(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if cap(f.table) < size {
		f.table = make([]Form, size)
	}
	f.table = f.table[:size]
	clear(f.table)
	f.mask = uint64(size - 1)
}

// Count counts the words of a sentence.
func (f *Forms) Count(words []Word) {
	for i := range words {
		switch w := &words[i]; {
		case w.Case == Lower:
			e := f.entry(w.Lower)
			e.Lower += uint16(1 - e.Lower>>15)
		case i > 0 && w.Capital():
			e := f.entry(w.Lower)
			e.Middle += uint16(1 - e.Middle>>15)
		}
	}
}

// Get returns the counts of the word with a hash.
func (f *Forms) Get(key uint64) Form { return *f.find(key) }

func (f *Forms) find(key uint64) *Form {
	i := key & f.mask
	for f.table[i].key != key && f.table[i].key != 0 {
		i = (i + 1) & f.mask
	}
	return &f.table[i]
}

func (f *Forms) entry(key uint64) *Form {
	e := f.find(key)
	e.key = key
	return e
}

// Capital says whether the word is written like a name.
func (w *Word) Capital() bool {
	return w.Case == Title || w.Case == Upper || w.Case == Mixed || w.Case == Initial
}
