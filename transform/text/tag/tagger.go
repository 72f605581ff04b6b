package tag

import (
	_ "embed"
	"sync"

	"dateline/transform/text/linear"
	"dateline/transform/text/word"
)

// tagger.bin is made by `make models` from ../shared/train/ud. See tagger.md.
//
//go:embed tagger.bin
var taggerData string

// Default loads the engine's tagger once.
var Default = sync.OnceValue(func() *Tagger {
	t, err := linear.Decode(taggerData)
	if err != nil {
		panic(err)
	}
	return New(t)
})

// Tagger gives words Penn tags as Universal Dependencies' English treebanks use them. It
// is an averaged perceptron like prose's, with prose's own tags among its features.
type Tagger struct{ model *linear.Table }

// New makes a tagger of its weights.
func New(model *linear.Table) *Tagger { return &Tagger{model} }

// Classes are the tags, by their number.
func (t *Tagger) Classes() []string { return t.model.Classes }

// NumFeatures is how many features a word has.
const NumFeatures = 25

// none stands for the tag of a word beyond the sentence.
const none = 255

// Tag appends one class per word of a sentence to tags; voice are prose's tags.
func (t *Tagger) Tag(tags []uint8, words []word.Word, voice []uint8) []uint8 {
	var f [NumFeatures]uint64
	t1, t2 := uint8(none), uint8(none)
	var fixed ahead
	for i := range words {
		if i%len(fixed) == 0 {
			fixed.ask(t.model, words[i:], Fixed)
		}
		c, ok := fixed.tag(i)
		if !ok {
			Features(&f, words, voice, i, t1, t2)
			c = t.best(&f)
		}
		t1, t2 = c, t1
		tags = append(tags, c)
	}
	return tags
}

// Fixed is the feature of a word that has one tag wherever it stands, as in prose's tagger.
func Fixed(w *word.Word) uint64 { return linear.Feature(0, w.Exact) }

// ahead are words' fixed tags, asked for many at a time.
type ahead [16]linear.Weights

// ask looks up the tags of the next words; feature is that of a fixed tag.
func (a *ahead) ask(model *linear.Table, words []word.Word, feature func(*word.Word) uint64) {
	var f [len(a)]uint64
	n := min(len(words), len(a))
	for i := range n {
		f[i] = feature(&words[i])
	}
	model.Gather(a[:], f[:n])
}

// tag is the fixed tag of word i, if it has one.
func (a *ahead) tag(i int) (uint8, bool) {
	first := a[i%len(a)].First
	return uint8(first), first != 0
}

// best gives the class of the highest score.
func (t *Tagger) best(f *[NumFeatures]uint64) uint8 {
	var rows [NumFeatures]linear.Weights
	t.model.Gather(rows[:], f[:])
	var s scores
	for k := range rows {
		r := &rows[k]
		s.sum[r.First&63] += r.First >> 8
		for _, e := range t.model.Rest(*r) {
			s.sum[e&63] += e >> 8
		}
	}
	return s.bestOf(len(t.model.Classes))
}

var outside word.Word // stands for what is beyond the sentence

func at(words []word.Word, i int) *word.Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

func voiceAt(voice []uint8, i int) uint64 {
	if i < 0 || i >= len(voice) {
		return none
	}
	return uint64(voice[i])
}

// Features fills f with the features of word i; t1 and t2 are the tags of the two words
// before it, none beyond the sentence.
func Features(f *[NumFeatures]uint64, words []word.Word, voice []uint8, i int, t1, t2 uint8) {
	w, p, n := &words[i], at(words, i-1), at(words, i+1)
	pp, nn := at(words, i-2), at(words, i+2)
	v, vn := voiceAt(voice, i), voiceAt(voice, i+1)
	tags := uint64(t1)<<8 | uint64(t2)
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	f[0] = linear.Feature(1, uint64(w.Case)<<1|first)
	f[1] = linear.Feature(2, w.Lower)
	f[2] = linear.Feature(3, w.Exact)
	f[3] = linear.Feature(4, w.Suf[1])
	f[4] = linear.Feature(5, w.Suf[2])
	f[5] = linear.Feature(6, w.Suf[3])
	f[6] = linear.Feature(7, w.Suf[4])
	f[7] = linear.Feature(8, w.Pre[1])
	f[8] = linear.Feature(9, w.Pre[3])
	f[9] = linear.Feature(10, w.Shape)
	f[10] = linear.Feature(11, uint64(t1))
	f[11] = linear.Feature(12, tags)
	f[12] = linear.Feature(13, linear.Pair(uint64(t1), w.Lower))
	f[13] = linear.Feature(14, p.Lower)
	f[14] = linear.Feature(15, n.Lower)
	f[15] = linear.Feature(16, pp.Lower)
	f[16] = linear.Feature(17, nn.Lower)
	f[17] = linear.Feature(18, n.Suf[3])
	f[18] = linear.Feature(19, linear.Pair(uint64(t1), n.Lower))
	f[19] = linear.Feature(20, v)
	f[20] = linear.Feature(21, v<<8|vn)
	f[21] = linear.Feature(22, v<<16|tags)
	f[22] = linear.Feature(23, linear.Pair(v, w.Lower))
	f[23] = linear.Feature(24, uint64(t1)<<16|v<<8|vn)
	f[24] = linear.Feature(25, linear.Pair(w.Lower, n.Lower))
}
