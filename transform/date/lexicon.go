package date

import (
	"strings"
	"sync"
)

// class is a lexical class: what a word may stand for in a pattern. A word may be in
// several ("second" counts, orders and measures) with a value for each.
type class uint8

const (
	cLiteral   class = iota // no class: the word matters only by itself
	cNum                    // cardinal; the number
	cOrd                    // ordinal; the number
	cMonth                  // 1…12
	cWeekday                // 1 (Monday) … 7, as ISO
	cUnit                   // a unit, singular or plural
	cPlural                 // the unit is plural
	cSeason                 // index into seasons
	cPart                   // index into parts
	cYear                   // four digits or '98
	cDecade                 // 1990s, '80s, nineties; its first year
	cClock                  // 10:35, 5pm, 0337; minutes since midnight
	cISO                    // 2011-03-05, 3/5/2011; days are in atom.n
	cZone                   // time zone; minutes from UTC, zoneLocal for "local time"
	cAmPm                   // 0 a.m., 12 p.m.
	cDir                    // last -1, this 0, next +1
	cRef                    // the direction counts from the story's own date
	cMod                    // a mod
	cApprox                 // a mod of amounts
	cDayWord                // yesterday -1, today 0, tomorrow +1
	cSense                  // ago, earlier, later, hence
	cHoliday                // index into holidays
	cSet                    // every, each
	cFreq                   // daily, weekly: the unit
	cVague                  // index into vagueValues
	cFew                    // several, few: an amount without a number
	cScale                  // hundred, thousand
	cAbbrev                 // takes a full stop: Sept.
	cWeak                   // too common to start a match before a plain word
	cPluralDay              // Fridays
	cSound                  // noon, midnight: a time by itself; minutes since midnight
	numClasses
)

type classSet uint32

func (s classSet) has(c class) bool { return s&(1<<c) != 0 }

// word is an entry of the lexicon.
type word struct {
	text string
	set  classSet
	val  [numClasses]int16
}

// unit is a unit of time, finest first.
type unit int8

const (
	second unit = iota
	minute
	hour
	day
	week
	weekend
	month
	quarter
	half
	season
	year
	decade
	century
	millennium
	fortnight
)

// Mods, as TIMEX3 names them.
var modNames = [...]string{"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}

const (
	modNone = iota
	modStart
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modAtLeast
	modAtMost
)

// Day parts and seasons, as TIMEX3 writes them.
var (
	partNames   = [...]string{"MO", "AF", "EV", "NI"}
	seasonNames = [...]string{"SP", "SU", "FA", "WI"}
)

const (
	partMorning = iota
	partAfternoon
	partEvening
	partNight
)

// senses of a distance.
const (
	senseAgo     = -2 // before publication
	senseEarlier = -1 // before the story's date
	senseLater   = 1  // after the story's date
	senseHence   = 2  // after publication
)

// zoneLocal marks "local time".
const zoneLocal = 9999

var vagueValues = [...]string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}

// entries lists words of one class. The first word has the value, each further one a step
// more; a - takes a step without a word.
type entries struct {
	class class
	value int
	step  int
	words string
}

// lexicon is the whole vocabulary, by class.
var lexicon = []entries{
	{cNum, 0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"},
	{cNum, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"},
	{cScale, 100, 0, "hundred"},
	{cScale, 1000, 0, "thousand"},
	{cNum, 12, 0, "dozen"},
	{cOrd, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"},
	{cMonth, 1, 1, "january february march april may june july august september october november december"},
	{cMonth, 1, 1, "jan feb mar apr - jun jul aug sep oct nov dec"},
	{cMonth, 9, 0, "sept"},
	{cAbbrev, 0, 0, "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"},
	{cWeekday, 1, 1, "monday tuesday wednesday thursday friday saturday sunday"},
	{cWeekday, 1, 1, "mon tue wed thu fri sat -"},
	{cWeekday, 2, 0, "tues"},
	{cWeekday, 4, 0, "thur thurs"},
	{cPluralDay, 1, 1, "mondays tuesdays wednesdays thursdays fridays saturdays sundays"},
	{cUnit, 0, 1, "second minute hour day week weekend month quarter half season year decade century millennium fortnight"},
	{cUnit, 0, 1, "seconds minutes hours days weeks weekends months quarters - seasons years decades centuries millennia fortnights"},
	{cPlural, 0, 0, "seconds minutes hours days weeks weekends months quarters seasons years decades centuries millennia fortnights mornings afternoons evenings nights"},
	{cUnit, int(hour), 0, "hr"},
	{cUnit, int(hour), 0, "hrs"},
	{cUnit, int(minute), 0, "min mins"},
	{cSeason, 0, 1, "spring summer autumn winter"},
	{cSeason, 2, 0, "fall"},
	{cSeason, 0, 1, "springtime summertime - wintertime"},
	{cPart, partMorning, 0, "morning dawn daybreak mornings"},
	{cPart, partAfternoon, 0, "afternoon afternoons"},
	{cPart, partEvening, 0, "evening dusk evenings"},
	{cPart, partNight, 0, "night nights overnight"},
	{cSound, 720, 0, "noon midday"},
	{cSound, 0, 0, "midnight"},
	{cDecade, 1920, 10, "twenties thirties forties fifties sixties seventies eighties nineties"},
	{cZone, 0, 0, "gmt utc"},
	{cZone, 60, 0, "bst cet"},
	{cZone, 120, 0, "cest eet sast"},
	{cZone, 180, 0, "msk eest"},
	{cZone, 330, 0, "ist"},
	{cZone, 480, 0, "sgt hkt"},
	{cZone, 540, 0, "jst kst"},
	{cZone, 600, 0, "aest"},
	{cZone, 660, 0, "aedt"},
	{cZone, -240, 0, "edt"},
	{cZone, -300, 0, "est cdt et"},
	{cZone, -360, 0, "cst mdt"},
	{cZone, -420, 0, "mst pdt"},
	{cZone, -480, 0, "pst pt"},
	{cZone, zoneLocal, 0, "local"},
	{cAmPm, 0, 0, "a.m. a.m am"},
	{cAmPm, 12, 0, "p.m. p.m pm"},
	{cDir, -1, 0, "last past previous preceding"},
	{cDir, 0, 0, "this that same current"},
	{cDir, 1, 0, "next coming upcoming following"},
	{cRef, 0, 0, "previous preceding following that same"},
	{cMod, modStart, 0, "early earlier beginning start"},
	{cMod, modMid, 0, "mid middle"},
	{cMod, modEnd, 0, "late later end close"},
	{cApprox, modApprox, 0, "approximately roughly some"},
	{cApprox, modLess, 0, "nearly almost under"},
	{cApprox, modMore, 0, "over"},
	{cDayWord, -1, 0, "yesterday"},
	{cDayWord, 0, 0, "today"},
	{cDayWord, 1, 0, "tomorrow"},
	{cSense, senseAgo, 0, "ago"},
	{cSense, senseEarlier, 0, "earlier before previously"},
	{cSense, senseLater, 0, "later after afterward afterwards"},
	{cSense, senseHence, 0, "hence"},
	{cSet, 0, 0, "every each"},
	{cFreq, int(hour), 0, "hourly"},
	{cFreq, int(day), 0, "daily nightly"},
	{cFreq, int(week), 0, "weekly"},
	{cFreq, int(month), 0, "monthly"},
	{cFreq, int(year), 0, "annually yearly"},
	{cVague, 0, 0, "now currently nowadays"},
	{cVague, 1, 0, "recently lately"},
	{cVague, 2, 0, "soon"},
	{cFew, 0, 0, "several few many a an another half couple some dozens hundreds thousands"},
	{cWeak, 0, 0, "the a an of in on at to and or , - . ' ( ) one some many over before after under earlier later second first this that last past same next end local"},
}

// vocabulary is the lexicon by lower-case word; patterns add their literals to it.
type vocabulary map[string]*word

func (v vocabulary) word(text string) *word {
	w := v[text]
	if w == nil {
		w = &word{text: text}
		v[text] = w
	}
	return w
}

func (v vocabulary) add(w *word, c class, value int) {
	w.set |= 1 << c
	w.val[c] = int16(value)
}

func buildVocabulary() vocabulary {
	v := vocabulary{}
	for _, e := range lexicon {
		value := e.value
		for _, text := range strings.Fields(e.words) {
			if text != "-" || e.class == cWeak {
				v.add(v.word(text), e.class, value)
			}
			value += e.step
		}
	}
	return v
}

// grammar is the vocabulary with the compiled rules: one for the process.
var grammar = sync.OnceValue(func() *compiled { return compileRules(buildVocabulary(), rules()) })
