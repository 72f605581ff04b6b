package ner

import (
	_ "embed"
	"sync"

	"dateline/transform/text/linear"
	"dateline/transform/text/word"
)

// lists.bin holds the name lists of train/lists as hashes, made by `make models`; see model.md.
//
//go:embed lists.bin
var listsData string

// DefaultLists loads the name lists once.
var DefaultLists = sync.OnceValue(func() *Lists { return NewLists(listsData) })

// NewLists reads what ListBuilder wrote.
func NewLists(data string) *Lists {
	t, err := linear.Decode(data)
	if err != nil {
		panic(err)
	}
	return &Lists{t}
}

// ListNames are the lists, by their number.
var ListNames = []string{"country", "people", "city", "town", "region", "first", "last", "team", "org", "acronym",
	"body", "site", "title", "work"}

// KindNames are the lists of nouns that say what a name is; a noun of several lists is of
// the first.
var KindNames = []string{"persons", "groups", "places", "things"}

// typeWords are the lists of words that say of what type the name is that ends or begins
// with them.
const (
	firstTypeList = 10
	typeWords     = 0xF << firstTypeList
)

// prefixClass marks a row of which longer names exist.
const prefixClass = 31

// maxName is the longest name in tokens.
const maxName = 6

// Lists says which lists of names hold a run of words.
type Lists struct{ t *linear.Table }

// ListBuilder collects names.
type ListBuilder struct{ b linear.Builder }

// Add adds a name, as its tokens, to a list.
func (b *ListBuilder) Add(list int, name []word.Word) {
	h := uint64(0)
	for i := range name[:min(len(name), maxName)] {
		h = linear.Pair(h, name[i].Lower)
		if i+1 < len(name) {
			b.set(h, prefixClass)
		} else {
			b.set(h, uint8(list))
		}
	}
}

func (b *ListBuilder) set(h uint64, class uint8) { b.b.Max(linear.Feature(0, h), class, 1) }

// AddKind adds a noun to a list of KindNames.
func (b *ListBuilder) AddKind(kind int, noun *word.Word) {
	b.b.Set(kindFeature(noun), uint8(kind), 1)
}

func kindFeature(noun *word.Word) uint64 { return linear.Feature(1, noun.Lower) }

// kind is the first list, counted from 1, that a noun is in; 0 for none.
func (l *Lists) kind(w *word.Word) uint64 {
	if row := l.t.Row(kindFeature(w)); len(row) > 0 {
		return 1 + uint64(uint8(row[0]))
	}
	return 0
}

// Encode writes the lists down.
func (b *ListBuilder) Encode() []byte { return b.b.Encode() }

// begin and inside are the bits of a list in a word's marks.
func begin(list uint8) uint32  { return 1 << list }
func inside(list uint8) uint32 { return 1 << (list + 16) }

// mark sets the marks of a sentence's words: for each list, whether a name of it begins
// at the word or runs through it. Names begin with a word that is not all lower case.
func (l *Lists) mark(marks []uint32, words []word.Word) {
	for i := range words {
		if c := words[i].Case; c == word.Lower || c == word.Other {
			continue
		}
		h := uint64(0)
		for j := i; j < len(words) && j < i+maxName; j++ {
			h = linear.Pair(h, words[j].Lower)
			row := l.t.Row(linear.Feature(0, h))
			more := false
			for _, e := range row {
				list := uint8(e)
				if list == prefixClass {
					more = true
					continue
				}
				marks[i] |= begin(list)
				for k := i + 1; k <= j; k++ {
					marks[k] |= inside(list)
				}
			}
			if !more {
				break
			}
		}
	}
}
