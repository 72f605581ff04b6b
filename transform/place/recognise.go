package place

import (
	"math"
	"strings"

	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// The features that tell a place from a person, an organisation or a word. Their weights
// are learned by train; most are 0 or 1.
const (
	rBias          = iota
	rEntLoc        // the entity model says place
	rEntOrg        // … organisation
	rEntPer        // … person
	rEntMisc       // … something else with a name
	rEntNone       // … no name at all
	rInsideOrg     // the entity is longer than the name and an organisation
	rInsidePer     // … a person
	rLocative      // in, at, near … before it
	rOf            // of before it
	rThe           // the before it
	rPrevName      // a capitalised word right before it
	rNextName      // a capitalised word right behind it
	rNextOrg       // University, Police, Times … behind it
	rPress         // it is part of the name of a newspaper, a university, a club
	rNextRoad      // Street, Avenue … behind it
	rNextNature    // River, Lake … behind it
	rContainer     // it names what it lies in
	rContains      // another name lies in it
	rHint          // a type word calls it a city, province …
	rDemonym       // the Iraqi city of …
	rDirection     // northern …
	rWords         // two words or more
	rCountry       // it may be a country
	rAdmin         // it may be a first-level area
	rRegion        // it may be a region, a water or a site of the tables
	rSite          // it may be a seat of government
	rCounty        // its own name says County
	rMagnitude     // the largest reading's population, log2/10, above 10 bits
	rSmall         // no reading with a thousand people
	rAlternate     // known by other spellings only
	rLoose         // known by the loose key only
	rAbbreviated   // Ill.
	rCommon        // an everyday word
	rCommonInitial // an everyday word at the beginning of a sentence
	rInitial       // at the beginning of a sentence
	rNotName       // the tagger says it is no proper noun
	rTitle         // Mr., Senator … before it
	rGivenBefore   // a first name before it
	rGiven         // it is itself a first name
	rSurname       // somewhere in the text it ends a person's name
	rLower         // somewhere in the text it stands in lower case
	rSaid          // said, says, told behind it
	rPossessive    // 's behind it
	rShouted       // in capitals
	rHyphen        // a hyphen on either side: Britain-based
	rRepeat        // the best probability of its other mentions
	rCloseness     // how near the chosen reading is to others (second pass)
	rShare         // how much of the text is in the chosen reading's country (second pass)
	rLead          // how far the chosen reading is ahead of the next (second pass)
	rNumber        // a number on either side: "1200 Lincoln", "Decatur 12"
	rVersus        // a list of names: ", X ,"
	nRecognise
)

// RecogniseVector holds the features of a name, or their weights.
type RecogniseVector [nRecognise]float64

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// recogniseFeatures fills what the first pass knows of a span.
func (w *work) recogniseFeatures(d *transform.Document, s *span, x *RecogniseVector) {
	*x = RecogniseVector{rBias: 1}
	w.entityFeatures(d, s, x)
	sent := &d.Sentences[d.Tokens[s.first].Sentence]
	prev, next := "", ""
	if s.first > sent.First {
		prev = word(d, s.first-1)
	}
	if s.last < sent.Last {
		next = word(d, s.last)
	}
	name := d.Text[s.start:s.end]
	x[rLocative] = flag(locative[strings.ToLower(prev)])
	x[rOf] = flag(prev == "of")
	x[rThe] = flag(prev == "the" || prev == "The")
	x[rTitle] = flag(titles[prev])
	x[rGivenBefore] = flag(given()[prev] && s.first > sent.First)
	x[rPrevName] = flag(capital(prev) && s.first-1 > sent.First && !titles[prev] && !given()[prev] && !w.isSpanEnd(s.first))
	x[rNextOrg] = flag(orgWords[next])
	x[rPress] = flag(pressWords[next] || pressBefore[prev] || prev == "of" && pressBefore[word(d, s.first-2)])
	x[rNextRoad] = flag(roadWords[next])
	x[rNextNature] = flag(natureWords[next])
	x[rNextName] = flag(capital(next) && !orgWords[next] && !pressWords[next] && !roadWords[next] && !natureWords[next] && !adminWords[next])
	x[rContainer] = flag(s.container >= 0)
	x[rContains] = flag(s.contains >= 0)
	x[rHint] = flag(s.hint != noHint || siteWords[next])
	x[rDemonym] = flag(s.country != nil)
	x[rDirection] = flag(s.dir != "")
	x[rWords] = flag(s.last-s.first > 1)
	x[rLoose], x[rAbbreviated] = flag(s.loose), flag(s.abbreviated)
	initial := s.first == sent.First
	x[rInitial] = flag(initial)
	if s.last == s.first+1 {
		lower := strings.ToLower(name)
		everyday := common()[lower]
		x[rCommon], x[rCommonInitial] = flag(everyday && !initial), flag(everyday && initial)
		x[rGiven] = flag(given()[name])
		x[rLower] = flag(w.lower[lower])
	}
	tag := d.Tokens[s.last-1].Tag
	x[rNotName] = flag(tag != "NNP" && tag != "NNPS")
	x[rSurname] = flag(w.surnames[word(d, s.last-1)] && s.last == s.first+1)
	x[rSaid] = flag(next == "said" || next == "says" || next == "told" || next == "added" || next == "was" && x[rGiven] == 1)
	x[rPossessive] = flag(next == "'s" || next == "’s")
	x[rShouted] = flag(len(name) > 4 && shouted(name))
	x[rHyphen] = flag(prev == "-" || next == "-")
	x[rNumber] = flag(next != "" && next[0] >= '0' && next[0] <= '9' || prev != "" && prev[0] >= '0' && prev[0] <= '9')
	x[rVersus] = flag((prev == "," || prev == "and") && (next == "," || next == "and"))
	w.candidateFeatures(s, x)
	if x[rRegion] > 0 { // the Donbas, the Euphrates
		x[rThe] = 0
	}
}

// entityFeatures says how the name and the entity model's labels meet.
func (w *work) entityFeatures(d *transform.Document, s *span, x *RecogniseVector) {
	label := ""
	for i := s.first; i < s.last; i++ {
		if e := d.Tokens[i].Entity; e != "" {
			label = e[2:]
			break
		}
	}
	switch label {
	case "LOC":
		x[rEntLoc] = 1
	case "ORG":
		x[rEntOrg] = 1
	case "PER":
		x[rEntPer] = 1
	case "MISC":
		x[rEntMisc] = 1
	default:
		x[rEntNone] = 1
	}
	inside := s.last < len(d.Tokens) && strings.HasPrefix(d.Tokens[s.last].Entity, "I-") || strings.HasPrefix(d.Tokens[s.first].Entity, "I-")
	x[rInsideOrg] = flag(inside && label == "ORG")
	x[rInsidePer] = flag(inside && label == "PER")
}

// candidateFeatures says what the gazetteer knows of the name.
func (w *work) candidateFeatures(s *span, x *RecogniseVector) {
	best, own := 0.0, false
	for _, c := range w.cands[s.lo:s.hi] {
		switch w.g.Feature(c.ID) {
		case gazetteer.CountryF, gazetteer.Continent:
			x[rCountry] = 1
		case gazetteer.Admin1:
			if c.Kind == gazetteer.ByName {
				x[rAdmin] = 1
			}
		case gazetteer.Region, gazetteer.Water, gazetteer.Site:
			x[rRegion] = 1
		case gazetteer.SeatF:
			x[rSite] = 1
		case gazetteer.Admin2:
			if n := w.g.Name(c.ID); strings.HasSuffix(n, " County") || strings.HasSuffix(n, " Parish") {
				x[rCounty] = 1
			}
		}
		if c.Kind == gazetteer.ByName {
			own = true
			best = max(best, w.g.Magnitude(c.ID))
		} else {
			best = max(best, w.g.Magnitude(c.ID)-3)
		}
	}
	x[rMagnitude] = max(0, best-10) / 10
	x[rSmall] = flag(best < 10)
	x[rAlternate] = flag(!own && !s.loose)
}

// isSpanEnd reports whether a span ends right before token i.
func (w *work) isSpanEnd(i int) bool {
	for k := range w.spans {
		if w.spans[k].last == i {
			return true
		}
	}
	return false
}

// people notes the surnames of the text and the words that stand in lower case.
func (w *work) people(d *transform.Document) {
	clear(w.surnames)
	clear(w.lower)
	clear(w.alone)
	for i := range d.Tokens {
		t := word(d, i)
		if !capital(t) {
			if len(t) > 3 && common()[t] {
				w.lower[t] = true
			}
			continue
		}
		if i == 0 || d.Tokens[i-1].Sentence != d.Tokens[i].Sentence {
			w.alone[t]++
			continue
		}
		prev := word(d, i-1)
		if !capital(prev) {
			w.alone[t]++
		}
		switch {
		case given()[prev], titles[prev] && prev != "President":
			w.surnames[t] = true
		case d.Tokens[i].Entity == "I-PER" && (i+1 == len(d.Tokens) || d.Tokens[i+1].Entity != "I-PER"):
			w.surnames[t] = true
		}
	}
}

func (x *RecogniseVector) dot(weights *RecogniseVector) float64 {
	s := 0.0
	for i, v := range x {
		s += v * weights[i]
	}
	return s
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
