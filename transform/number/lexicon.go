package number

import (
	"strings"
	"sync"

	"dateline/transform/text/linear"
)

// role says what part a word can play in a numeral.
type role uint16

const (
	rZero     role = 1 << iota // zero, nought
	rDigit                     // one … nine
	rTeen                      // ten … nineteen
	rTen                       // twenty … ninety
	rHundred                   // hundred
	rScale                     // thousand, million …
	rGroup                     // dozen, score
	rPlural                    // the plural of a hundred, a scale or a group: "hundreds"
	rOrdinal                   // third, twentieth
	rFraction                  // third(s) as a denominator; half, quarter
	rArticle                   // a, an
	rAnd                       // and
	rSuffix                    // k, bn, mn: only behind figures
)

// word is what the lexicon knows of one word.
type word struct {
	roles  role
	value  float64 // of a cardinal, a scale or a group
	ord    float64 // of an ordinal
	den    float64 // of a fraction's denominator
	many   bool    // the denominator is a plural: "thirds"
	suffix float64 // factor behind a figure: k, m, bn

	bounds     []*boundRule   // bounds that begin with the word
	units      []*unitPhrase  // units of measure that begin with it
	money      []*moneyPhrase // currencies that begin with it
	person     person         // the word names people
	category   string         // category of a number of them
	collective float64        // how many people a collective names
	harm       []*harmRule    // what it does to people
	flags      wordFlag       // closed-class properties the rules ask for
}

// wordFlag holds closed-class properties.
type wordFlag uint16

const (
	fMonth   wordFlag = 1 << iota // January, Jan
	fLabel                        // Route, Flight: what follows is a name's number
	fStreet                       // Street, Ave: what precedes is an address
	fChange                       // rose, fell: "from A to B" is a change, not a range
	fContest                      // won, beat, voted: "A-B" is a score
	fCost                         // paid, cost: pounds are money
	fCall                         // call, dial: a telephone number follows
	fVague                        // several, few: before a hundred or a dozen
	fRange                        // between, from
	fPronoun                      // he, her: one person
)

// scales are the powers that multiply what stands before them. "three lakh crore"
var scales = []struct {
	word  string
	value float64
}{
	{"thousand", 1e3}, {"lakh", 1e5}, {"million", 1e6}, {"crore", 1e7}, {"billion", 1e9}, {"trillion", 1e12}, {"quadrillion", 1e15},
	{"mln", 1e6}, {"bln", 1e9}, {"tln", 1e12}, {"mil", 1e6}, {"bn", 1e9}, {"tn", 1e12}, {"trn", 1e12},
}

// suffixes multiply a figure they touch: "5k", "$2.174T", "1MM", "1.2bn".
var suffixes = []struct {
	word  string
	value float64
}{
	{"k", 1e3}, {"m", 1e6}, {"mm", 1e6}, {"mn", 1e6}, {"mio", 1e6}, {"b", 1e9}, {"t", 1e12},
}

var smallNumbers = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
	"ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

var smallOrdinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
	"tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"}

var tens = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// groupsOf are nouns for a fixed number: "two dozen", "three score".
var groupsOf = []struct {
	word  string
	value float64
}{{"dozen", 12}, {"score", 20}}

// lexicon maps lower-case words to what is known of them.
type lexicon struct {
	words map[string]*word
	known linear.Filter // of the words, once they are all there
}

// maxWord is the length of the longest word worth looking up.
const maxWord = 24

// lookup finds s, whatever its case. It does not allocate.
func (l *lexicon) lookup(s string) *word {
	if len(s) > maxWord {
		return nil
	}
	var buf [maxWord]byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	if !l.known.May(linear.HashBytes(buf[:len(s)])) {
		return nil
	}
	return l.words[string(buf[:len(s)])]
}

// at returns the entry of s, made if need be.
func (l *lexicon) at(s string) *word {
	w := l.words[s]
	if w == nil {
		w = &word{}
		l.words[s] = w
	}
	return w
}

// theLexicon is built once from the tables.
var theLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: make(map[string]*word, 2048)}
	l.addCardinals()
	l.addOrdinals()
	l.addFlags()
	l.addBounds()
	l.addUnits()
	l.addMoney()
	l.addPeople()
	l.addHarm()
	l.known = linear.NewFilter(len(l.words))
	for w := range l.words {
		l.known.Add(linear.Hash(w))
	}
	return l
})

func (l *lexicon) set(s string, r role, v float64) {
	w := l.at(s)
	w.roles |= r
	w.value = v
}

func (l *lexicon) addCardinals() {
	l.set("zero", rZero, 0)
	l.set("nought", rZero, 0)
	l.set("nil", rZero, 0)
	for i, s := range smallNumbers {
		r := rDigit
		if i >= 9 {
			r = rTeen
		}
		l.set(s, r, float64(i+1))
	}
	for i, s := range tens {
		l.set(s, rTen, float64(20+10*i))
	}
	l.set("hundred", rHundred, 100)
	l.set("hundreds", rPlural, 100)
	for _, s := range scales {
		l.set(s.word, rScale, s.value)
		if len(s.word) > 3 {
			l.set(s.word+"s", rPlural, s.value)
		}
	}
	for _, s := range suffixes {
		l.at(s.word).suffix = s.value
	}
	for _, s := range scales {
		l.at(s.word).suffix = s.value
	}
	for _, g := range groupsOf {
		l.set(g.word, rGroup, g.value)
		l.set(g.word+"s", rPlural, g.value)
	}
	l.at("tens").roles |= rPlural
	l.at("tens").value = 10
	l.at("a").roles |= rArticle
	l.at("an").roles |= rArticle
	l.at("and").roles |= rAnd
}

func (l *lexicon) addOrdinals() {
	ordinal := func(s string, v float64) {
		w := l.at(s)
		w.roles |= rOrdinal
		w.ord = v
		if v > 2 {
			w.roles |= rFraction
			w.den = v
			p := l.at(s + "s")
			p.roles |= rFraction
			p.den, p.many = v, true
		}
	}
	for i, s := range smallOrdinals {
		ordinal(s, float64(i+1))
	}
	for i, s := range tens {
		ordinal(strings.TrimSuffix(s, "y")+"ieth", float64(20+10*i))
	}
	ordinal("hundredth", 100)
	ordinal("thousandth", 1e3)
	ordinal("millionth", 1e6)
	ordinal("billionth", 1e9)
	fraction := func(s string, v float64, many bool) {
		w := l.at(s)
		w.roles |= rFraction
		w.den, w.many = v, many
	}
	fraction("half", 2, false)
	fraction("halves", 2, true)
	fraction("quarter", 4, false)
	fraction("quarters", 4, true)
}

// flagged lists the words of each closed class.
var flagged = []struct {
	flag  wordFlag
	words string
}{
	{fMonth, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"},
	{fLabel, "route highway hwy interstate flight channel article section chapter resolution room apartment apt suite gate unit boeing airbus apollo voyager windows iphone psalm page volume vol part phase grade level type super precinct district ward zone line exit case docket order bill act title rule amendment proposition local covid agenda area engine ladder box extension ext version protocol directive no nos number numbers"},
	{fStreet, "street st avenue ave road rd boulevard blvd drive dr lane ln court ct place pl highway parkway pkwy terrace circle way square township block expressway route"},
	{fChange, "rose rise rises rising risen raise raised raising fell fall falls falling fallen increase increases increased increasing decrease decreased grew grow grown growing drop dropped drops dropping cut cuts cutting jump jumped jumps climbed climb climbs slid slide slipped slump slumped surged surge soared soar plunged plunge tumbled widened narrowed shrank shrunk declined decline doubled tripled improved up down revised lowered lower moved changed went swung upgraded downgraded eased edged advanced expanded reduced"},
	{fContest, "won win wins winning beat beats beating defeat defeated defeats lost lose loses victory score scored leads led lead draw drew tie tied vote voted votes voting passed approved rejected ruled ruling final game match goal set sets thrashed edged downed trailed approved"},
	{fCost, "paid pay pays paying cost costs costing fined fine worth price priced prices spent spend spends earn earned earns sold sell bought buy budget salary wage wages loan debt tax fee fees raised invest invested owed bail grant reward"},
	{fVague, "several few many both"},
	{fRange, "between from"},
	{fPronoun, "he she him her himself herself"},
	{fCall, "call called calling dial dialed dialled phone fax tel telephone hotline tips"},
}

func (l *lexicon) addFlags() {
	for _, f := range flagged {
		for _, s := range strings.Fields(f.words) {
			l.at(s).flags |= f.flag
		}
	}
}
