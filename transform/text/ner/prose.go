package ner

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/transform/text/linear"
	"dateline/transform/text/tag"
	"dateline/transform/text/word"
)

// prose.bin holds prose's maximum-entropy entity model, made from prose.Asset by
// `make models` (see model.md): a linear model whose weights are places in a list of float64, and the list.
//
//go:embed prose.bin
var proseData string

// Prose loads prose's entity model once.
var Prose = sync.OnceValue(func() *ProseModel { return newProse(proseData, tag.Prose().Classes()) })

// ProseModel gives the labels that prose's own entity model gives, by the same additions
// in the same order. Of equal scores the label that comes first wins.
type ProseModel struct {
	features *linear.Table
	weights  []float64
	pos      []posHash // by prose's tag
	outside  uint8     // the label O
}

type posHash struct{ exact, lower uint64 }

// Names of prose's features in the order of its sums.
var proseNames = [...]string{"bias", "en-wordlist", "nextpos", "nextword", "pos", "pos+prevtag",
	"prefix3", "prevpos", "prevtag", "prevword", "shape", "shape+prevtag",
	"suffix3", "word", "word+nextpos", "word.lower", "wordlen"}

const (
	fBias = iota
	fBasic
	fNextPos
	fNextWord
	fPos
	fPosTag
	fPrefix
	fPrevPos
	fPrevTag
	fPrevWord
	fShape
	fShapeTag
	fSuffix
	fWord
	fWordNextPos
	fLower
	fLength
	fBasicWord // the word is in prose's list of basic words
)

// ProseFeature is the hash under which prose's feature "name-value" is stored.
func ProseFeature(feature string) (uint64, bool) {
	best := -1
	for i, n := range proseNames {
		if strings.HasPrefix(feature, n+"-") && (best < 0 || len(n) > len(proseNames[best])) {
			best = i
		}
	}
	if best < 0 {
		return 0, false
	}
	value := feature[len(proseNames[best])+1:]
	switch best {
	case fPosTag, fShapeTag, fWordNextPos:
		k := strings.LastIndexByte(value, '+')
		return linear.Feature(uint64(best), linear.Pair(linear.Hash(value[:k]), linear.Hash(value[k+1:]))), true
	}
	return linear.Feature(uint64(best), linear.Hash(value)), true
}

// ProseBasic is the hash under which a word of prose's list of basic words is stored.
func ProseBasic(w string) uint64 { return linear.Feature(fBasicWord, linear.Hash(w)) }

// EncodeProse writes a model down: features whose weights are places in list, from 1.
func EncodeProse(features *linear.Builder, list []float64) []byte {
	table := features.Encode()
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(table)))
	out = append(out, table...)
	for _, w := range list {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(w))
	}
	return out
}

func newProse(data string, tags []string) *ProseModel {
	n := int(data[0]) | int(data[1])<<8 | int(data[2])<<16 | int(data[3])<<24
	t, err := linear.Decode(data[4 : 4+n])
	if err != nil {
		panic(err)
	}
	m := &ProseModel{features: t, weights: make([]float64, (len(data)-4-n)/8+1)}
	rest := data[4+n:]
	for i := range m.weights[1:] {
		var v uint64
		for k := range 8 {
			v |= uint64(rest[8*i+k]) << (8 * k)
		}
		m.weights[i+1] = math.Float64frombits(v)
	}
	m.outside = uint8(slices.Index(t.Classes, "O"))
	for _, s := range tags {
		m.pos = append(m.pos, posHash{linear.Hash(s), linear.HashLower(s)})
	}
	return m
}

// Labels are prose's labels by their number: "B-GPE", "I-PERSON", "O" …
func (m *ProseModel) Labels() []string { return m.features.Classes }

var (
	hashNone  = linear.Hash("None")
	hashTrue  = linear.Hash("True")
	hashFalse = linear.Hash("False")
	hashB     = linear.Hash("B")
	hashI     = linear.Hash("I")
	hashO     = linear.Hash("O")
)

// Label appends one label per word to labels; tags are prose's.
func (m *ProseModel) Label(labels []uint8, words []word.Word, tags []uint8) []uint8 {
	return m.label(labels, words, tags, false)
}

// Voice is Label with words in lower case and marks taken to be outside unasked: prose
// hardly ever says otherwise, and the engine asks it about names only.
func (m *ProseModel) Voice(labels []uint8, words []word.Word, tags []uint8) []uint8 {
	return m.label(labels, words, tags, true)
}

func (m *ProseModel) label(labels []uint8, words []word.Word, tags []uint8, names bool) []uint8 {
	prev := hashNone
	shape := hashNone // of the word before
	for i := range words {
		if names && (words[i].Case == word.Lower || words[i].Case == word.Other) {
			labels = append(labels, m.outside)
			prev, shape = hashO, 0
			continue
		}
		before := shape
		if before == 0 {
			before = proseShape(words[i-1].Text)
		}
		shape = proseShape(words[i].Text)
		if i < 2 {
			before = hashNone
		}
		c := m.best(words, tags, i, prev, shape, before)
		labels = append(labels, c)
		switch m.features.Classes[c][0] {
		case 'B':
			prev = hashB
		case 'I':
			prev = hashI
		default:
			prev = hashO
		}
	}
	return labels
}

func (m *ProseModel) best(words []word.Word, tags []uint8, i int, prev, shape, before uint64) uint8 {
	w := &words[i]
	pos := m.pos[tags[i]].exact
	nextWord, nextPos, prevWord, prevPos := hashNone, hashNone, hashNone, hashNone
	if i+1 < len(words) {
		nextWord, nextPos = words[i+1].Lower, m.pos[tags[i+1]].lower
	}
	if i > 0 {
		prevWord, prevPos = words[i-1].Lower, m.pos[tags[i-1]].exact
	}
	basic := hashFalse
	if m.features.Row(linear.Feature(fBasicWord, w.Exact)) != nil {
		basic = hashTrue
	}
	suffix, prefix := w.Suf[3], w.Pre[3]
	if !w.Alpha {
		s := w.Text
		suffix, prefix = linear.HashLower(s[len(s)-min(3, len(s)):]), linear.HashLower(s[:min(3, len(s))])
	}
	var hashes [fLength + 1]uint64
	row := func(template, value uint64) { hashes[template] = linear.Feature(template, value) }
	row(fBias, hashTrue)
	row(fBasic, basic)
	row(fNextPos, nextPos)
	row(fNextWord, nextWord)
	row(fPos, pos)
	row(fPosTag, linear.Pair(pos, prev))
	row(fPrefix, prefix)
	row(fPrevPos, prevPos)
	row(fPrevTag, prev)
	row(fPrevWord, prevWord)
	row(fShape, shape)
	row(fShapeTag, linear.Pair(before, prev))
	row(fSuffix, suffix)
	row(fWord, w.Exact)
	row(fWordNextPos, linear.Pair(w.Lower, nextPos))
	row(fLower, w.Lower)
	row(fLength, lengthHash(len(w.Text)))
	var rows [fLength + 1]linear.Weights
	m.features.Gather(rows[:], hashes[:])
	var s [16]float64
	for k := range rows {
		r := &rows[k]
		s[r.First&15] += m.weights[r.First>>8] // of none: 0
		for _, e := range m.features.Rest(*r) {
			s[e&15] += m.weights[e>>8]
		}
	}
	best := 0
	for c := 1; c < len(m.features.Classes); c++ {
		if s[c] > s[best] {
			best = c
		}
	}
	return uint8(best)
}

var lengthHashes = func() (t [40]uint64) {
	for n := range t {
		t[n] = linear.Hash(strconv.Itoa(n))
	}
	return t
}()

func lengthHash(n int) uint64 {
	if n < len(lengthHashes) {
		return lengthHashes[n]
	}
	return linear.Hash(strconv.Itoa(n))
}

var (
	shapeNumber = linear.Hash("number")
	shapePunct  = linear.Hash("punct")
	shapeDown   = linear.Hash("downcase")
	shapeUp     = linear.Hash("upcase")
	shapeMixed  = linear.Hash("mixedcase")
)

// proseShape is the hash of prose's shape(s), without its regular expressions.
func proseShape(s string) uint64 {
	if isFloat(s) {
		return shapeNumber
	}
	if c := s[len(s)-1]; c >= utf8.RuneSelf || !(c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
		return shapePunct
	}
	down, up, start := true, true, true
	for _, r := range s {
		if down && unicode.ToLower(r) != r {
			down = false
		}
		if start && unicode.ToTitle(r) != r {
			up = false
		}
		start = separates(r)
	}
	switch {
	case down:
		return shapeDown
	case up:
		return shapeUp
	}
	return shapeMixed
}

// separates says whether strings.Title takes what follows r for a new word.
func separates(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return !(r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return false
	}
	return unicode.IsSpace(r)
}

// isFloat says whether strconv.ParseFloat accepts s; it is asked only when s is not
// plainly a number or a word, since it allocates its errors.
func isFloat(s string) bool {
	digits, dots := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			dots++
		case (c == '+' || c == '-') && i == 0:
		case c == ',' || c >= utf8.RuneSelf || i == 0 && c != 'i' && c != 'I' && c != 'n' && c != 'N':
			return false
		default:
			if digits == 0 && dots == 0 {
				t := strings.TrimLeft(s, "+-")
				return strings.EqualFold(t, "inf") || strings.EqualFold(t, "infinity") || strings.EqualFold(s, "nan")
			}
			_, err := strconv.ParseFloat(s, 64)
			return err == nil
		}
	}
	return digits > 0 && dots < 2
}
