package number

import "strings"

// The values of number_bound.
const (
	exact    = "exact"
	about    = "about"
	atLeast  = "at_least"
	moreThan = "more_than"
	atMost   = "at_most"
	lessThan = "less_than"
	nearly   = "nearly"
	ranged   = "range"
)

// boundRule is a phrase that bounds the number behind it, or before it when after is set.
type boundRule struct {
	phrase string
	bound  string
	after  bool
	words  []string
}

// boundRules are tried longest first among those that begin with the same word.
var boundRules = []boundRule{
	// "at least 23 people", "no fewer than 20"
	{phrase: "at least", bound: atLeast},
	{phrase: "at the least", bound: atLeast},
	{phrase: "at least or equal to", bound: atLeast},
	{phrase: "at a minimum", bound: atLeast},
	{phrase: "a minimum of", bound: atLeast},
	{phrase: "minimum of", bound: atLeast},
	{phrase: "no fewer than", bound: atLeast},
	{phrase: "no less than", bound: atLeast},
	{phrase: "not fewer than", bound: atLeast},
	{phrase: "not less than", bound: atLeast},
	{phrase: "greater than or equal to", bound: atLeast},
	{phrase: "more than or equal to", bound: atLeast},
	{phrase: "equal to or more than", bound: atLeast},
	{phrase: "equal to or greater than", bound: atLeast},
	{phrase: "bigger or equal than", bound: atLeast},
	{phrase: "greater or equal than", bound: atLeast},
	{phrase: "greater or equal to", bound: atLeast},
	{phrase: "more or equal than", bound: atLeast},
	{phrase: "larger or equal than", bound: atLeast},
	{phrase: "larger than or equal to", bound: atLeast},
	// "more than a hundred", "upwards of 40"
	{phrase: "more than", bound: moreThan},
	{phrase: "over", bound: moreThan},
	{phrase: "above", bound: moreThan},
	{phrase: "upwards of", bound: moreThan},
	{phrase: "upward of", bound: moreThan},
	{phrase: "in excess of", bound: moreThan},
	{phrase: "greater than", bound: moreThan},
	{phrase: "larger than", bound: moreThan},
	{phrase: "bigger than", bound: moreThan},
	{phrase: "higher than", bound: moreThan},
	{phrase: "longer than", bound: moreThan},
	{phrase: "older than", bound: moreThan},
	{phrase: "exceeding", bound: moreThan},
	{phrase: "exceeds", bound: moreThan},
	{phrase: "exceeded", bound: moreThan},
	{phrase: "surpassing", bound: moreThan},
	{phrase: "just over", bound: moreThan},
	{phrase: "just above", bound: moreThan},
	{phrase: "just more than", bound: moreThan},
	{phrase: "slightly more than", bound: moreThan},
	{phrase: "slightly over", bound: moreThan},
	{phrase: "a little over", bound: moreThan},
	{phrase: "a little more than", bound: moreThan},
	{phrase: "little more than", bound: moreThan},
	{phrase: "well over", bound: moreThan},
	{phrase: "well above", bound: moreThan},
	{phrase: "far more than", bound: moreThan},
	{phrase: "much more than", bound: moreThan},
	// "no more than 30", "up to 700", "as many as 60"
	{phrase: "at most", bound: atMost},
	{phrase: "at the most", bound: atMost},
	{phrase: "a maximum of", bound: atMost},
	{phrase: "maximum of", bound: atMost},
	{phrase: "no more than", bound: atMost},
	{phrase: "not more than", bound: atMost},
	{phrase: "up to", bound: atMost},
	{phrase: "as many as", bound: atMost},
	{phrase: "as much as", bound: atMost},
	{phrase: "as high as", bound: atMost},
	{phrase: "less than or equal to", bound: atMost},
	{phrase: "fewer than or equal to", bound: atMost},
	{phrase: "equal to or less than", bound: atMost},
	{phrase: "less or equal than", bound: atMost},
	{phrase: "less or equal to", bound: atMost},
	{phrase: "smaller or equal than", bound: atMost},
	{phrase: "smaller than or equal to", bound: atMost},
	// "fewer than a thousand", "just under 5 percent"
	{phrase: "less than", bound: lessThan},
	{phrase: "fewer than", bound: lessThan},
	{phrase: "lower than", bound: lessThan},
	{phrase: "smaller than", bound: lessThan},
	{phrase: "younger than", bound: lessThan},
	{phrase: "shorter than", bound: lessThan},
	{phrase: "under", bound: lessThan},
	{phrase: "below", bound: lessThan},
	{phrase: "short of", bound: lessThan},
	{phrase: "just under", bound: lessThan},
	{phrase: "just below", bound: lessThan},
	{phrase: "well under", bound: lessThan},
	{phrase: "well below", bound: lessThan},
	{phrase: "slightly less than", bound: lessThan},
	{phrase: "a little less than", bound: lessThan},
	{phrase: "a little under", bound: lessThan},
	// "nearly 700,000"
	{phrase: "nearly", bound: nearly},
	{phrase: "almost", bound: nearly},
	{phrase: "close to", bound: nearly},
	{phrase: "approaching", bound: nearly},
	{phrase: "just shy of", bound: nearly},
	{phrase: "nearing", bound: nearly},
	// "about 3.7 million", "some 200", "an estimated 50"
	{phrase: "about", bound: about},
	{phrase: "around", bound: about},
	{phrase: "some", bound: about},
	{phrase: "approximately", bound: about},
	{phrase: "approx", bound: about},
	{phrase: "roughly", bound: about},
	{phrase: "circa", bound: about},
	{phrase: "an estimated", bound: about},
	{phrase: "estimated", bound: about},
	{phrase: "an average of", bound: about},
	{phrase: "in the region of", bound: about},
	{phrase: "in the neighborhood of", bound: about},
	{phrase: "on the order of", bound: about},
	{phrase: "perhaps", bound: about},
	{phrase: "a reported", bound: about},
	// "exactly 12"
	{phrase: "exactly", bound: exact},
	{phrase: "precisely", bound: exact},
	{phrase: "equal to", bound: exact},
	// "five hundred or more", "200 or greater", "20 at least"
	{phrase: "or more", bound: atLeast, after: true},
	{phrase: "or more than", bound: atLeast, after: true},
	{phrase: "or above", bound: atLeast, after: true},
	{phrase: "or greater", bound: atLeast, after: true},
	{phrase: "or higher", bound: atLeast, after: true},
	{phrase: "or larger", bound: atLeast, after: true},
	{phrase: "or bigger", bound: atLeast, after: true},
	{phrase: "or over", bound: atLeast, after: true},
	{phrase: "or older", bound: atLeast, after: true},
	{phrase: "and above", bound: atLeast, after: true},
	{phrase: "and older", bound: atLeast, after: true},
	{phrase: "and counting", bound: atLeast, after: true},
	{phrase: "at least", bound: atLeast, after: true},
	{phrase: "plus", bound: atLeast, after: true},
	{phrase: "or less", bound: atMost, after: true},
	{phrase: "or fewer", bound: atMost, after: true},
	{phrase: "or lower", bound: atMost, after: true},
	{phrase: "or below", bound: atMost, after: true},
	{phrase: "or smaller", bound: atMost, after: true},
	{phrase: "or under", bound: atMost, after: true},
	{phrase: "or younger", bound: atMost, after: true},
	{phrase: "at most", bound: atMost, after: true},
	{phrase: "or less than", bound: atMost, after: true},
	{phrase: "or so", bound: about, after: true},
	{phrase: "or thereabouts", bound: about, after: true},
	{phrase: "more or less", bound: about, after: true},
}

func (l *lexicon) addBounds() {
	for i := range boundRules {
		r := boundRules[i]
		r.words = strings.Fields(r.phrase)
		w := l.at(r.words[0])
		w.bounds = append(w.bounds, &r)
	}
}

// phraseAt reports whether the words stand at lexeme i, and where they end. Inside a
// paragraph only: lexemes of one sentence are what p.lex holds.
func (p *pass) phraseAt(i int, words []string) (int, bool) {
	if i+len(words) > len(p.lex) {
		return 0, false
	}
	for k, s := range words {
		if !p.isWord(i+k, s) {
			return 0, false
		}
	}
	return i + len(words), true
}

// boundAt returns the longest bound phrase at lexeme i.
func (p *pass) boundAt(i int, after bool) (string, int) {
	if i >= len(p.lex) || p.lex[i].w == nil {
		return "", i
	}
	bound, end := "", i
	for _, r := range p.lex[i].w.bounds {
		if r.after != after {
			continue
		}
		if j, ok := p.phraseAt(i+1, r.words[1:]); ok && j > end {
			bound, end = r.bound, j
		}
	}
	return bound, end
}

// boundsAt reads bound phrases that follow each other; the first tells most.
// "at least about 20", "about or more than"
func (p *pass) boundsAt(i int) (string, int) {
	bound, j := p.boundAt(i, false)
	for range 2 {
		if bound == "" {
			break
		}
		b, k := p.boundAt(j, false)
		if b == "" {
			break
		}
		if bound == about || bound == exact {
			bound = b
		}
		j = k
	}
	return bound, j
}

// apply sets the sides of q from its value and bound.
func (q *quantity) apply(bound string) {
	q.bound = bound
	q.low, q.high, q.hasLow, q.hasHigh = 0, 0, false, false
	switch bound {
	case exact:
		q.low, q.high, q.hasLow, q.hasHigh = q.value, q.value, true, true
	case atLeast, moreThan:
		q.low, q.hasLow = q.value, true
	case atMost, lessThan, nearly:
		q.high, q.hasHigh = q.value, true
	}
}
