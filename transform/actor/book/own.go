package book

import (
	"slices"
	"strings"
	"sync"

	"dateline/transform/own"
)

// Own is an actor of the user's: an entry and the names it goes by. A name that begins
// with ~ is a surname, which holds while its bearer is in office.
type Own struct {
	Entry Entry
	Names []string
}

var ownActors own.Entries[Own]

// Merge puts actors over those of the book: an entry replaces the book's of the same
// canonical name, a name the book's entries that go by it. It fails when the book is in use
// already.
func Merge(actors []Own) error { return ownActors.Add("the actor book", nil, actors...) }

// loadMerged reads the book and puts the user's actors over it.
func loadMerged() *Book {
	b := parse(bookTSV)
	b.merge(ownActors.Take())
	return b
}

func (b *Book) merge(actors []Own) {
	if len(actors) == 0 {
		return
	}
	words := 0
	for _, a := range actors {
		words += countWords(strings.Join(a.Names, "|"))
	}
	b.index.grow(words)
	entries := make(map[string]*Entry, len(b.entries))
	for i := range b.entries {
		entries[b.entries[i].Name] = &b.entries[i]
	}
	cleared := map[*int32]bool{}
	for i := range actors {
		e := &actors[i].Entry
		if old := entries[e.Name]; old != nil {
			*old = *e
			e = old
		}
		for _, name := range actors[i].Names {
			at, _ := b.index.Add(strings.TrimPrefix(name, "~"))
			if at != nil && !cleared[at] {
				cleared[at] = true
				*at = None
			}
			b.add(e, name)
		}
	}
}

// grow makes room for n more words.
func (x *Index) grow(n int) {
	old := x.slots
	*x = NewIndex(x.used + n)
	for _, s := range old {
		if s.hash != 0 {
			*x.slot(s.hash) = s
			x.known.Add(s.hash)
			x.used++
		}
	}
}

// Sectors are the sectors that the book's actors have.
var Sectors = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(bookTSV) {
		if f := strings.Split(line, "\t"); line[0] != '#' && len(f) > 3 && f[3] != "" && !slices.Contains(out, f[3]) {
			out = append(out, f[3])
		}
	}
	slices.Sort(out)
	return out
})
