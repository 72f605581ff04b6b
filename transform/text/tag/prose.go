package tag

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"

	"dateline/transform/text/linear"
	"dateline/transform/text/word"
)

// prose.bin holds the weights of prose's perceptron tagger, times 1000, made from
// prose.Asset by `make models`. See tagger.md.
//
//go:embed prose.bin
var proseData string

// Prose loads prose's tagger once.
var Prose = sync.OnceValue(func() *ProseTagger { return newProse(proseData) })

// ProseTagger gives the tags that prose's own tagger gives, from the same weights in flat
// tables: the sums are whole numbers, so that no order of addition matters, and of equal
// scores the class that comes first wins (in prose, the order of a map decides).
type ProseTagger struct {
	model        *linear.Table
	classes      []uint64 // hashes of the tags
	none, hyphen uint8
	symbol, noun uint8
}

// Templates of prose's features, in the order in which its code lists them.
const (
	proseBias = iota
	proseSuffix
	prosePrefix
	proseTag1
	proseTag2
	proseTags
	proseWord
	proseTag1Word
	proseWord1
	proseSuffix1
	proseWord2
	proseNext
	proseNextSuffix
	proseNext2
	proseFixed // the word has one tag
)

// proseTemplates are the names of the features in prose's weights.
var proseTemplates = [...]string{"bias", "i suffix", "i pref1", "i-1 tag", "i-2 tag", "i tag+i-2 tag", "i word",
	"i-1 tag+i word", "i-1 word", "i-1 suffix", "i-2 word", "i+1 word", "i+1 suffix", "i+2 word"}

// ProseFeature is the hash under which a feature of prose's weights ("i-1 tag+i word DT the")
// is stored; it is here, beside the code that looks it up.
func ProseFeature(name string) (uint64, bool) {
	best := -1
	for i, t := range proseTemplates {
		if (name == t || strings.HasPrefix(name, t+" ")) && (best < 0 || len(t) > len(proseTemplates[best])) {
			best = i
		}
	}
	if best < 0 {
		return 0, false
	}
	if best == proseBias {
		return linear.Feature(proseBias, 0), true
	}
	value := strings.TrimPrefix(name, proseTemplates[best]+" ")
	if best == proseTags || best == proseTag1Word {
		a, b, ok := strings.Cut(value, " ")
		return linear.Feature(uint64(best), linear.Pair(linear.Hash(a), linear.Hash(b))), ok
	}
	return linear.Feature(uint64(best), linear.Hash(value)), true
}

// ProseFixed is the hash under which the tag of a word with one tag is stored.
func ProseFixed(word string) uint64 { return linear.Feature(proseFixed, linear.Hash(word)) }

func proseFixedOf(w *word.Word) uint64 { return linear.Feature(proseFixed, w.Exact) }

func newProse(data string) *ProseTagger {
	t, err := linear.Decode(data)
	if err != nil {
		panic(err)
	}
	p := &ProseTagger{model: t}
	for i, c := range t.Classes {
		p.classes = append(p.classes, linear.Hash(c))
		switch c {
		case "-NONE-":
			p.none = uint8(i)
		case "-":
			p.hyphen = uint8(i)
		case "SYM":
			p.symbol = uint8(i)
		case "NN":
			p.noun = uint8(i)
		}
	}
	return p
}

// Classes are the tags, by their number.
func (p *ProseTagger) Classes() []string { return p.model.Classes }

var (
	hashStart  = linear.Hash("-START-")
	hashStart2 = linear.Hash("-START2-")
	hashEnd    = linear.Hash("-END-")
	hashEnd2   = linear.Hash("-END2-")
	hashBias   = linear.Feature(proseBias, 0)
	// suffixes of the marks before and behind the text: prose takes their last three bytes
	sufStart2 = linear.Hash("T2-")
	sufEnd    = linear.Hash("ND-")
)

// Tag appends one class per word of a text to tags.
func (p *ProseTagger) Tag(tags []uint8, words []word.Word) []uint8 {
	t1, t2 := hashStart, hashStart2
	var fixed ahead
	for i := range words {
		if i%len(fixed) == 0 {
			fixed.ask(p.model, words[i:], proseFixedOf)
		}
		c, ok := p.special(&words[i])
		if !ok {
			c, ok = fixed.tag(i)
		}
		if !ok {
			c = p.best(words, i, t1, t2)
		}
		tags = append(tags, c)
		t1, t2 = p.classes[c], t1
	}
	return tags
}

// special is the tag of a mark that prose does not leave to its weights.
func (p *ProseTagger) special(w *word.Word) (uint8, bool) {
	if !w.Alpha || len(w.Text) <= 3 {
		s := w.Text
		switch {
		case s == "-":
			return p.hyphen, true
		case emoticonStart[s[0]] && emoticons[s]:
			return p.symbol, true
		case isLink(s) || isMail(s) || strings.HasPrefix(s, "@"):
			return p.noun, true
		case s == "0" || s == "*":
			return p.none, true
		}
	}
	return 0, false
}

func (p *ProseTagger) best(words []word.Word, i int, t1, t2 uint64) uint8 {
	var s scores
	w := &words[i]
	w1, w1suf, w2 := hashStart2, sufStart2, hashStart
	if i > 0 {
		w1, w1suf, w2 = words[i-1].Norm, words[i-1].Norm3, hashStart2
	}
	if i > 1 {
		w2 = words[i-2].Norm
	}
	n1, n1suf, n2 := hashEnd, sufEnd, hashEnd2
	if i+1 < len(words) {
		n1, n1suf, n2 = words[i+1].Norm, words[i+1].Norm3, hashEnd
	}
	if i+2 < len(words) {
		n2 = words[i+2].Norm
	}
	features := [...]uint64{
		hashBias,
		linear.Feature(proseSuffix, w.Last3),
		linear.Feature(prosePrefix, w.First),
		linear.Feature(proseTag1, t1),
		linear.Feature(proseTag2, t2),
		linear.Feature(proseTags, linear.Pair(t1, t2)),
		linear.Feature(proseWord, w.Norm),
		linear.Feature(proseTag1Word, linear.Pair(t1, w.Norm)),
		linear.Feature(proseWord1, w1),
		linear.Feature(proseSuffix1, w1suf),
		linear.Feature(proseWord2, w2),
		linear.Feature(proseNext, n1),
		linear.Feature(proseNextSuffix, n1suf),
		linear.Feature(proseNext2, n2),
	}
	var rows [len(features)]linear.Weights
	p.model.Gather(rows[:], features[:])
	for k := range rows {
		r := &rows[k]
		if r.First == 0 {
			continue
		}
		s.sum[r.First&63] += r.First >> 8
		s.seen |= 1 << (r.First & 63)
		for _, e := range p.model.Rest(*r) {
			s.sum[e&63] += e >> 8
			s.seen |= 1 << (e & 63)
		}
	}
	return s.best()
}

// scores sums weights per class and remembers which classes had any.
type scores struct {
	sum  [64]int32
	seen uint64
}

// best is the class of the highest score among those seen.
func (s *scores) best() uint8 {
	best, high := 0, int32(-1<<31)
	for left := s.seen; left != 0; left &= left - 1 {
		c := bits.TrailingZeros64(left)
		if s.sum[c] > high {
			best, high = c, s.sum[c]
		}
	}
	return uint8(best)
}

// bestOf is the class of the highest score among the first n, seen or not.
func (s *scores) bestOf(n int) uint8 {
	best := 0
	for c, v := range s.sum[:n] {
		if v > s.sum[best] {
			best = c
		}
	}
	return uint8(best)
}

// isLink says what commonregex.LinkRegex says of a token without brackets in its middle:
// a dot behind a letter, digit, dot or hyphen, and at least one character more before
// one that may end a link. It reads the token once, from its end.
func isLink(s string) bool {
	last := -1 // last character that may end a link, before the next bracket
	for p := len(s) - 1; p >= 0; p-- {
		c := s[p]
		if p+3 < len(s) && last >= p+3 && s[p+1] == '.' && !bracket(s[p+2]) &&
			(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-') {
			return true
		}
		switch {
		case bracket(c):
			last = -1
		case last < 0 && strings.IndexByte("![]{};:'\".,?", c) < 0:
			last = p
		}
	}
	return false
}

func bracket(c byte) bool { return c == '(' || c == ')' || c == '<' || c == '>' }

// isMail says what commonregex.EmailRegex says of a token.
func isMail(s string) bool {
	at := strings.LastIndexByte(s, '@')
	if at < 1 {
		return false
	}
	name := s[at-1]
	if !alnum(name) && strings.IndexByte("!#$%&'*+/=?^_{|.}~-", name) < 0 {
		return false
	}
	labels, run := 0, 0
	for _, c := range []byte(s[at+1:]) {
		switch {
		case alnum(c):
			if run == 0 {
				labels++
			}
			run++
		case c == '.' && run > 0:
			run = 0
		case c != '-' || run == 0:
			return labels > 1
		}
	}
	return labels > 1
}

func alnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// emoticons are those of prose's table that a token can be.
var emoticons = map[string]bool{
	"(-8": true, "(-;": true, "(-_-)": true, "(._.)": true, "(:": true, "(=": true, "(o:": true, "(¬_¬)": true,
	"(ಠ_ಠ)": true, "(╯°□°）╯︵┻━┻": true, "-__-": true, "8-)": true, "8-D": true, "8D": true, ":(": true, ":((": true,
	":(((": true, ":()": true, ":)))": true, ":-)": true, ":-))": true, ":-)))": true, ":-*": true, ":-/": true,
	":-X": true, ":-]": true, ":-o": true, ":-p": true, ":-x": true, ":-|": true, ":-}": true, ":0": true, ":3": true,
	":P": true, ":]": true, ":`(": true, ":`)": true, ":`-(": true, ":o": true, ":o)": true, "=(": true, "=)": true,
	"=D": true, "=|": true, "@_@": true, "O.o": true, "O_o": true, "V_V": true, "XDD": true, "[-:": true,
	"^___^": true, "o_0": true, "o_O": true, "o_o": true, "v_v": true, "xD": true, "xDD": true, "¯\\(ツ)/¯": true,
}

// emoticonStart are the bytes that emoticons begin with.
var emoticonStart = func() (t [256]bool) {
	for s := range emoticons {
		t[s[0]] = true
	}
	return t
}()
