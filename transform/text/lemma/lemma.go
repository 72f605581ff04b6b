package lemma

import (
	_ "embed"
	"strings"
	"sync"

	"dateline/transform/text/linear"
)

//go:embed table.txt
var packed string

// table maps a class or a tag, a space and a lower-case form to a lemma.
type table struct {
	lemmas map[string]string
	known  linear.Filter // of the keys
}

func (t *table) find(key []byte) (string, bool) {
	if !t.known.May(linear.HashBytes(key)) {
		return "", false
	}
	l, ok := t.lemmas[string(key)]
	return l, ok
}

var exceptions = sync.OnceValue(func() *table {
	n := strings.Count(packed, "\n")
	t := &table{make(map[string]string, n), linear.NewFilter(n)}
	for line := range strings.Lines(packed) {
		line = strings.TrimSuffix(line, "\n")
		if i := strings.LastIndexByte(line, ' '); i > 0 && line[0] != '#' {
			t.lemmas[line[:i]] = line[i+1:]
			t.known.Add(linear.Hash(line[:i]))
		}
	}
	return t
})

// maxForm is the longest form that is looked up; longer ones are no words.
const (
	maxForm = 48
	maxTag  = 8
)

// Of gives the lemma of a form with a Penn tag. It allocates only when the lemma is
// neither in the table nor a part of the form.
func Of(form, tag string) string {
	if tag == "NNP" || tag == "NNPS" || form == "" {
		return form
	}
	if len(form) > maxForm {
		return strings.ToLower(form)
	}
	var buf [maxTag + 1 + maxForm]byte
	key := append(append(buf[:0], tag[:min(len(tag), maxTag)]...), ' ')
	at := len(key)
	low := form
	for i := range len(form) {
		b := form[i]
		if b >= 0x80 {
			low = strings.ToLower(form)
			key = append(key[:at], low[:min(len(low), maxForm)]...)
			break
		}
		if b-'A' < 26 {
			b, low = b+'a'-'A', ""
		}
		key = append(key, b)
	}
	table := exceptions()
	if l, ok := table.find(key); ok {
		return l
	}
	c := ClassOf(tag)
	if c != Keep {
		key[at-2] = byte(c) // "VBD went" becomes "d went"
		if l, ok := table.find(key[at-2:]); ok {
			return l
		}
	}
	if low == "" {
		low = string(key[at:])
	}
	stem, add := Rule(low, c)
	if add == "" {
		return stem
	}
	return stem + add
}
