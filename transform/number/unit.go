package number

import "strings"

// unitPhrase is one spelling of a unit of measure.
type unitPhrase struct {
	unit  string
	kind  unitKind
	words []string
	exact bool // an abbreviation: case matters
}

// unitKind says what a unit measures, as far as the rules care.
type unitKind uint8

const (
	kindMeasure unitKind = iota
	kindTime             // durations and ages
	kindPercent
)

// units: canonical name (SI or UCUM where there is one), kind, spellings and abbreviations,
// each list one phrase per "|". Spellings stand for their plural too.
var units = []struct {
	unit    string
	kind    unitKind
	names   string
	symbols string
}{
	// "15 percent", "20%", "half a percentage point", "25 basis points"
	{"percent", kindPercent, "percent|per cent|percentage|pct|pc|percents", ""},
	{"percentage point", kindPercent, "percentage point|percent point|per cent point", ""},
	{"basis point", kindPercent, "basis point|bp", "bps"},
	// length: "400 km", "10 feet", "six-mile"
	{"km", kindMeasure, "kilometer|kilometre|km|kms|klick", ""},
	{"m", kindMeasure, "meter|metre", "m"},
	{"cm", kindMeasure, "centimeter|centimetre", "cm|cms"},
	{"mm", kindMeasure, "millimeter|millimetre", "mm"},
	{"mi", kindMeasure, "mile", "mi"},
	{"ft", kindMeasure, "foot|feet", "ft"},
	{"in", kindMeasure, "inch|inches", ""},
	{"yd", kindMeasure, "yard", "yd|yds"},
	{"nautical mile", kindMeasure, "nautical mile", "nmi"},
	{"light year", kindMeasure, "light year|lightyear", ""},
	// area
	{"km2", kindMeasure, "square kilometer|square kilometre|sq km|sq kilometer|square km", ""},
	{"m2", kindMeasure, "square meter|square metre|sq m|sq meter", ""},
	{"mi2", kindMeasure, "square mile|sq mi|sq mile", ""},
	{"ft2", kindMeasure, "square foot|square feet|sq ft", ""},
	{"ha", kindMeasure, "hectare", "ha"},
	{"acre", kindMeasure, "acre", "ac"},
	// volume: "90 million barrels a day" keeps the rate
	{"m3", kindMeasure, "cubic meter|cubic metre|cu m", ""},
	{"cm3", kindMeasure, "cubic centimeter|cubic centimetre", "cc"},
	{"ft3", kindMeasure, "cubic foot|cubic feet|cu ft", ""},
	{"l", kindMeasure, "liter|litre", "L|l"},
	{"ml", kindMeasure, "milliliter|millilitre", "ml"},
	{"gal", kindMeasure, "gallon", "gal"},
	{"bbl", kindMeasure, "barrel|barrel of oil", "bbl"},
	{"bbl/day", kindMeasure, "barrel a day|barrel per day|barrels a day|barrels per day", "bpd"},
	{"bushel", kindMeasure, "bushel", ""},
	// mass
	{"kg", kindMeasure, "kilogram|kilogramme|kilo", "kg|kgs"},
	{"g", kindMeasure, "gram|gramme", "g"},
	{"mg", kindMeasure, "milligram|milligramme", "mg"},
	{"t", kindMeasure, "tonne|metric ton|metric tonne|ton|short ton|long ton", "t"},
	{"t/day", kindMeasure, "ton per day|tons per day|tonnes per day|tons a day|tonnes a day", ""},
	{"kiloton", kindMeasure, "kiloton|kilotonne", "kt"},
	{"megaton", kindMeasure, "megaton", ""},
	{"lb", kindMeasure, "lb", "lb|lbs"},
	{"oz", kindMeasure, "ounce|troy ounce", "oz"},
	{"carat", kindMeasure, "carat", ""},
	// speed
	{"km/h", kindMeasure, "kilometer per hour|kilometre per hour|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km per hour|km an hour|kph|kmh|kmph|km h", ""},
	{"mph", kindMeasure, "mile per hour|miles per hour|mile an hour|miles an hour|mph", ""},
	{"knot", kindMeasure, "knot", "kt"},
	{"m/s", kindMeasure, "meters per second|metres per second", ""},
	// energy, power, other
	{"kW", kindMeasure, "kilowatt", "kW"},
	{"MW", kindMeasure, "megawatt", "MW"},
	{"GW", kindMeasure, "gigawatt", "GW"},
	{"W", kindMeasure, "watt", "W"},
	{"kWh", kindMeasure, "kilowatt hour", "kWh"},
	{"MWh", kindMeasure, "megawatt hour", "MWh"},
	{"GWh", kindMeasure, "gigawatt hour", "GWh"},
	{"TWh", kindMeasure, "terawatt hour", "TWh"},
	{"Wh", kindMeasure, "watt hour", "Wh"},
	{"V", kindMeasure, "volt", "V"},
	{"Hz", kindMeasure, "hertz", "Hz"},
	{"MHz", kindMeasure, "megahertz", "MHz"},
	{"GHz", kindMeasure, "gigahertz", "GHz"},
	{"hp", kindMeasure, "horsepower", "hp|bhp"},
	{"dB", kindMeasure, "decibel", "dB"},
	{"magnitude", kindMeasure, "magnitude", ""},
	{"caliber", kindMeasure, "caliber|calibre", ""},
	{"byte", kindMeasure, "byte", ""},
	{"MB", kindMeasure, "megabyte", "MB"},
	{"GB", kindMeasure, "gigabyte", "GB"},
	{"TB", kindMeasure, "terabyte", "TB"},
	{"megapixel", kindMeasure, "megapixel", ""},
	{"Cel", kindMeasure, "degree celsius|degrees celsius|degree centigrade|degrees centigrade|celsius|centigrade|degree c|degrees c", "C"},
	{"[degF]", kindMeasure, "degree fahrenheit|degrees fahrenheit|fahrenheit|degree f|degrees f", "F"},
	{"deg", kindMeasure, "degree", ""},
	{"kcal", kindMeasure, "calorie|kilocalorie", "kcal"},
	// time; a duration is a date mention, an age is not
	{"s", kindTime, "second|sec", ""},
	{"ms", kindTime, "millisecond", ""},
	{"min", kindTime, "minute|min", ""},
	{"h", kindTime, "hour|hr", ""},
	{"day", kindTime, "day", ""},
	{"week", kindTime, "week|wk", ""},
	{"month", kindTime, "month", ""},
	{"year", kindTime, "year|yr", ""},
	{"decade", kindTime, "decade", ""},
	{"century", kindTime, "century|centuries", ""},
}

func (l *lexicon) addUnits() {
	for _, u := range units {
		for _, name := range strings.Split(u.names, "|") {
			words := strings.Fields(name)
			l.addUnit(&unitPhrase{unit: u.unit, kind: u.kind, words: words})
			plural := append([]string(nil), words...)
			plural[len(plural)-1] += "s"
			l.addUnit(&unitPhrase{unit: u.unit, kind: u.kind, words: plural})
		}
		if u.symbols == "" {
			continue
		}
		for _, s := range strings.Split(u.symbols, "|") {
			l.addUnit(&unitPhrase{unit: u.unit, kind: u.kind, words: strings.Fields(s), exact: true})
		}
	}
}

func (l *lexicon) addUnit(u *unitPhrase) {
	w := l.at(strings.ToLower(u.words[0]))
	w.units = append(w.units, u)
}

// unitAt returns the longest unit at lexeme i; nil if there is none.
func (p *pass) unitAt(i int) (*unitPhrase, int) {
	if p.isMark(i, '%') {
		return &percentSign, i + 1
	}
	if p.isMark(i, '°') && (p.isWord(i+1, "c") || p.isWord(i+1, "f")) {
		return p.unitAt(i + 1)
	}
	if i >= len(p.lex) || p.lex[i].w == nil {
		return nil, i
	}
	var best *unitPhrase
	end := i
	for _, u := range p.lex[i].w.units {
		if j, ok := p.unitWords(i, u); ok && j > end && p.unitFits(i, u) {
			best, end = u, j
		}
	}
	if best != nil && end == i+1 && p.touches(i) {
		for k := range powers {
			f := &powers[k]
			if f.base == best.unit && (p.isFigure(end) && p.lex[end].value == f.power || p.isMark(end, f.mark)) {
				return &f.unitPhrase, end + 1
			}
		}
	}
	return best, end
}

var percentSign = unitPhrase{unit: "percent", kind: kindPercent}

// powers are units with an exponent that touches them. "301,338 km2", "40 m³"
var powers = []struct {
	base  string
	power float64
	mark  rune
	unitPhrase
}{
	{"km", 2, '²', unitPhrase{unit: "km2"}},
	{"m", 2, '²', unitPhrase{unit: "m2"}},
	{"mi", 2, '²', unitPhrase{unit: "mi2"}},
	{"m", 3, '³', unitPhrase{unit: "m3"}},
	{"cm", 3, '³', unitPhrase{unit: "cm3"}},
}

// unitWords matches the words of a unit; a hyphen or slash may join them: "mega-watt", "km/h".
func (p *pass) unitWords(i int, u *unitPhrase) (int, bool) {
	for k, s := range u.words {
		if k > 0 && (p.isMark(i, '/') || p.hyphen(i)) {
			i++
		}
		if u.exact && (i >= len(p.lex) || p.lex[i].text(p.text) != s) || !p.isWord(i, s) {
			return 0, false
		}
		i++
	}
	return i, true
}

// unitFits rules out abbreviations that are words too.
func (p *pass) unitFits(i int, u *unitPhrase) bool {
	if !u.exact {
		return true
	}
	if len(u.words[0]) > 1 {
		return true
	}
	// one letter: touching, or alone behind a figure and not an initial
	if p.touches(i-1) && p.isFigure(i-1) {
		return true
	}
	return p.isFigure(i-1) && !p.touches(i) || i+1 == len(p.lex) || p.isMark(i+1, ',') || p.isMark(i+1, ';') || p.isMark(i+1, ')')
}

// unitAhead reports whether a unit of measure stands at lexeme i.
func (p *pass) unitAhead(i int) bool {
	u, _ := p.unitAt(i)
	return u != nil
}
