package date

import "strings"

// scanner reads an element that one class cannot: an amount, a time of day.
type scanner struct {
	name   string
	starts []class
	scan   func(p *pass, i int) (int, capture)
}

// The slots of scanners follow those of the classes.
const (
	slotQuant slot = slot(numClasses) + iota
	slotYear
	slotClock
	slotDom
	slotHoliday
	numSlots
)

var scanners = [...]scanner{
	{"quant", []class{cNum, cFew, cScale}, (*pass).scanQuant},
	{"year", []class{cYear, cNum}, (*pass).scanYear},
	{"clock", []class{cNum, cClock, cSound}, (*pass).scanClock},
	{"dom", []class{cNum, cOrd}, (*pass).scanDom},
	{"holiday", []class{cHoliday}, (*pass).scanHoliday},
}

// quantity is an amount of units.
type quantity struct {
	n     int
	hi    int  // of "two to three", else 0
	half  bool // and a half
	vague bool // several, a few
	one   bool // written "a" or "an"
}

// atom i, or an empty one behind the end.
func (p *pass) at(i int) *atom {
	if i >= 0 && i < len(p.atoms) {
		return &p.atoms[i]
	}
	return &noAtom
}

var noAtom atom

// is reports whether atom i is a word.
func (p *pass) is(i int, w string) bool {
	a := p.at(i)
	if a.word != nil {
		return a.word.text == w
	}
	return int(a.end-a.start) == len(w) && strings.EqualFold(p.doc.Text[a.start:a.end], w)
}

// scanCardinal reads digits or number words: 12, twenty-four, two hundred, three thousand five hundred.
func (p *pass) scanCardinal(i int) (end, n int) {
	a := p.at(i)
	if !a.set.has(cNum) && !a.set.has(cScale) {
		return 0, 0
	}
	if a.word == nil {
		return i + 1, int(a.n)
	}
	total, part, j := 0, 0, i
	for ; j < len(p.atoms) && j < i+8; j++ {
		a := &p.atoms[j]
		switch {
		case a.set.has(cNum) && a.word != nil:
			v := a.value(cNum)
			if j > i && (v >= 10 && part%100 != 0 || v < 10 && part%10 != 0 || part%100 != 0 && part%100 < 20) {
				return j, total + part
			}
			part += v
		case a.set.has(cScale):
			v := a.value(cScale)
			part = max(part, 1) * v
			if v == 1000 {
				total, part = total+part, 0
			}
		case j > i && a.word == p.g.punct['-'] && p.at(j+1).set.has(cNum) && p.at(j+1).word != nil && part%10 == 0 && part > 0 && p.at(j+1).value(cNum) < 10:
		case j > i && p.is(j, "and") && p.at(j-1).set.has(cScale) && p.at(j+1).set.has(cNum) && p.at(j+1).word != nil:
		default:
			return j, total + part
		}
	}
	return j, total + part
}

// scanQuant reads an amount: 12, two to three, 2 1/2, a couple of, several, half a, a.
func (p *pass) scanQuant(i int) (int, capture) {
	var q quantity
	j := i
	switch {
	case p.is(i, "a") || p.is(i, "an") || p.is(i, "another"):
		q.n, q.one, j = 1, true, i+1
		switch {
		case p.is(j, "couple"):
			q = quantity{n: 2}
			if j++; p.is(j, "of") {
				j++
			}
		case p.is(j, "few") || p.is(j, "several"):
			q, j = quantity{vague: true}, j+1
		case p.is(j, "half"):
			q, j = quantity{half: true}, j+1
		case p.at(j).set.has(cScale) || p.is(j, "dozen"):
			j, q.n = p.scanCardinal(j)
			q.one = false
		}
	case p.is(i, "couple"):
		q.n, j = 2, i+1
		if p.is(j, "of") {
			j++
		}
	case p.is(i, "half"):
		if !p.is(i+1, "a") && !p.is(i+1, "an") {
			return 0, capture{}
		}
		q, j = quantity{half: true}, i+2
	case p.at(i).set.has(cFew):
		q.vague, j = true, i+1
		if (p.is(i, "dozens") || p.is(i, "hundreds") || p.is(i, "thousands")) && p.is(j, "of") {
			j++
		}
	default:
		if p.at(i).set.has(cYear) && p.at(i).word == nil && p.at(i).n >= 1900 {
			return 0, capture{}
		}
		j, q.n = p.scanCardinal(i)
		if j == 0 {
			return 0, capture{}
		}
		switch {
		case p.at(j - 1).half:
			q.half = true
		case p.at(j).set.has(cNum) && p.at(j).n == 1 && p.is(j+1, "/") && p.at(j+2).n == 2: // 2 1/2
			q.half, j = true, j+3
		case p.is(j, "and") && p.is(j+1, "a") && p.is(j+2, "half"):
			q.half, j = true, j+3
		case p.is(j, "and") && p.is(j+1, "one") && p.is(j+2, "-") && p.is(j+3, "half"):
			q.half, j = true, j+4
		case p.is(j, "to") || p.is(j, "or") || p.is(j, "-"):
			if e, hi := p.scanCardinal(j + 1); e > 0 && hi > q.n {
				q.hi, j = hi, e
			}
		}
	}
	return j, capture{q: q, value: q.n}
}

// scanYear reads 1998, '98, nineteen ninety-eight, two thousand (and) three.
func (p *pass) scanYear(i int) (int, capture) {
	a := p.at(i)
	if a.set.has(cYear) {
		return i + 1, capture{value: int(a.n)}
	}
	if a.word == nil || !a.set.has(cNum) {
		return 0, capture{}
	}
	switch v := a.value(cNum); {
	case v >= 15 && v <= 20 && p.at(i+1).set.has(cNum) && p.at(i+1).word != nil:
		e, n := p.scanCardinal(i + 1)
		if n >= 10 && n < 100 {
			return e, capture{value: v*100 + n}
		}
	case v == 2 && p.is(i+1, "thousand"):
		e, n := p.scanCardinal(i)
		if n >= 2000 && n < 2100 {
			return e, capture{value: n}
		}
	}
	return 0, capture{}
}

// A clock capture's value holds minutes since midnight; its quantity.n the zone + zoneBias,
// 0 without one; half that only the hour was said.
const zoneBias = 10000

// scanClock reads 10:35 a.m., 5pm, 0337 GMT, 17:00 local time, noon.
func (p *pass) scanClock(i int) (int, capture) {
	a := p.at(i)
	var c capture
	j := i + 1
	switch {
	case a.set.has(cSound):
		c.value = a.value(cSound)
		if c.value == 0 {
			c.value = 24 * 60
		}
	case a.set.has(cClock):
		c.value = int(a.n)
	case a.half:
		return 0, capture{}
	case a.set.has(cNum) && (a.word == nil && a.digits <= 2 && a.n <= 12 && a.n > 0 || a.word != nil && a.value(cNum) <= 12 && a.value(cNum) > 0):
		n := a.value(cNum)
		switch {
		case p.at(j).set.has(cAmPm):
		case p.is(j, "o") && p.is(j+1, "'") && p.is(j+2, "clock"):
			j += 3
		case p.is(j, "in") && p.is(j+1, "the") && (p.is(j+2, "morning") || p.is(j+2, "afternoon") || p.is(j+2, "evening")):
			if !p.is(j+2, "morning") {
				n = n%12 + 12
			}
			j += 3
		case p.at(j).set.has(cZone) && p.at(j).upper && a.word == nil:
		default:
			return 0, capture{}
		}
		c.value, c.q.half = n*60, true
	case a.set.has(cNum) && a.word == nil && a.digits == 4 && a.n/100 < 24 && a.n%100 < 60 && (p.at(j).set.has(cZone) || p.militaryTime(i)):
		c.value = int(a.n/100*60 + a.n%100)
		if p.is(j, "hours") || p.is(j, "hrs") {
			j++
		}
	default:
		return 0, capture{}
	}
	if m := p.at(j); m.set.has(cAmPm) && c.value <= 12*60+59 {
		c.value = c.value%(12*60) + m.value(cAmPm)*60
		j++
	}
	if z := p.at(j); z.set.has(cZone) && (z.upper || p.is(j, "local")) {
		if p.is(j, "local") && !p.is(j+1, "time") {
			return j, c
		}
		c.q.n = z.value(cZone) + zoneBias
		if j++; p.is(j, "time") {
			j++
		}
	}
	return j, c
}

// militaryTime reports whether the four digits at atom i are a time of day without a zone:
// "at 1430 hours", "at approximately 2045", "at 1950 (0050 GMT)".
func (p *pass) militaryTime(i int) bool {
	if p.is(i+1, "(") && p.at(i+2).digits == 4 && p.at(i+3).set.has(cZone) {
		return true
	}
	hours := p.is(i+1, "hours") || p.is(i+1, "hrs")
	if p.is(i-1, "at") {
		return hours
	}
	return p.is(i-2, "at") && p.leads(i, "about", "approximately", "around", "roughly") && (hours || !nounTag(p.tag(i+1)) && !p.is(i+1, "%"))
}

// scanDom reads a day of the month: 5, 5th, fifth, twenty-first.
func (p *pass) scanDom(i int) (int, capture) {
	a := p.at(i)
	switch {
	case a.word == nil && a.set.has(cOrd) && a.n >= 1 && a.n <= 31, a.word == nil && a.set.has(cNum) && a.digits <= 2 && a.n >= 1 && a.n <= 31 && !a.half:
		return i + 1, capture{value: int(a.n)}
	case a.word != nil && a.set.has(cOrd):
		return i + 1, capture{value: a.value(cOrd)}
	case a.word != nil && a.set.has(cNum) && (a.value(cNum) == 20 || a.value(cNum) == 30) && p.is(i+1, "-") && p.at(i+2).word != nil && p.at(i+2).set.has(cOrd):
		if n := a.value(cNum) + p.at(i+2).value(cOrd); n <= 31 {
			return i + 3, capture{value: n}
		}
	}
	return 0, capture{}
}
