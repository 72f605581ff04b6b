package text

import "unicode/utf8"

// abbrevs are abbreviations that keep their dot, with what they allow behind them. Those
// of prose's Punkt data that news use, and news' own (AP style: states, months, ranks).
var abbrevs = func() map[string]rule {
	m := make(map[string]rule, 300)
	for _, g := range abbrevGroups {
		for _, w := range g.words {
			m[w] = g.rule
		}
	}
	return m
}()

// rule says when a word with a dot is an abbreviation.
type rule uint8

const (
	always   rule = iota + 1 // never ends a sentence: "Gen. Smith"
	may                      // may end one: "Acme Inc. The …"
	number                   // only before a number: "No. 5"
	state                    // only after a comma: "Springfield, Ill."
	nextName                 // only before a capital or a number: "St. Louis"
)

var abbrevGroups = []struct {
	rule  rule
	words []string
}{
	// Titles and ranks: "Mr. Smith", "Lt. Gen. Jones"
	{always, []string{"Mr", "Mrs", "Ms", "Messrs", "Mme", "Mmes", "Mlle", "Dr", "Drs", "Prof", "Rev", "Fr", "Hon", "Msgr",
		"Gov", "Govs", "Sen", "Sens", "Rep", "Reps", "Pres", "Amb", "Atty", "Supt", "Det", "Insp", "Asst", "Assoc",
		"Gen", "Lt", "Maj", "Col", "Capt", "Cpt", "Cmdr", "Comdr", "Sgt", "Cpl", "Pvt", "PVT", "Pfc", "Adm", "Brig", "Spc", "Ens", "Cdr",
		"MR", "MRS", "DR", "GEN", "SEN", "GOV", "REP", "COL", "CAPT", "SGT", "PROF", "REV", "Sra"}},
	// "Smith vs. Jones", "approx. 5"
	{always, []string{"vs", "approx", "cf", "viz", "al", "incl", "est", "tel", "ext", "Tel", "Ext", "esp"}},
	// "Acme Corp.", "Sons & Co.", "etc."
	{may, []string{"Inc", "INC", "Corp", "CORP", "Co", "Cos", "Ltd", "LTD", "Bros", "Assn", "Dept", "Univ", "Inst", "Natl", "Intl", "Ctr", "Jr", "JR", "Sr", "SR", "Esq",
		"etc", "Pty", "Plc", "PLC", "Pvt", "Pte", "Mfg", "Govt", "dept", "Ed", "Eds", "eds", "Ph", "sq", "cu"}},
	// "Jan. 5", "since Sept."
	{may, []string{"Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Apr", "Jun", "Jul"}},
	{number, []string{"Mar", "JAN", "FEB", "AUG", "SEPT", "OCT", "NOV", "DEC", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"}},
	// "No. 5", "pp. 3-4"
	{number, []string{"No", "Nos", "no", "nos", "p", "pp", "vol", "Vol", "vols", "ch", "Ch", "sec", "Sec", "fig", "Fig", "figs", "Figs", "art", "Art", "para", "c", "ca", "b", "d", "m", "v", "pt", "Pt", "op", "Op", "Sect", "div", "chap"}},
	// "St. Louis", "Mt. Everest"
	{nextName, []string{"St", "ST", "Ste", "Sts", "Mt", "MT", "Ft", "FT", "Pt", "Pte", "Bldg", "Hwy", "Rte"}},
	{may, []string{"Ave", "Blvd", "Rd", "Str"}},
	// "Springfield, Ill."
	{state, []string{"Ala", "Ariz", "Ark", "Cal", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ida", "Ill", "Ind", "Kan", "Kans", "Ky", "La", "Mass", "Md", "Me", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nebr", "Nev", "Okla", "Ont", "Ore", "Pa", "Penn", "Que", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wisc", "Wyo", "Alta", "Sask", "Man"}},
}

// abbreviation says what the word s[i:j] is with the dot at j: title or abbr when the dot
// belongs to it, plain when not.
func (z *scanner) abbreviation(i, j, e int) kind {
	s := z.s
	w := s[i:j]
	if j+1 < e && s[j+1] == '.' {
		return plain // an ellipsis follows
	}
	next, glued := z.peek(j + 1)
	if acronym(w) {
		return abbr
	}
	if len(w) == 1 && isUpper(w[0]) {
		// "George W. Bush", but "Plan B." at the end and "than I."
		if w == "I" && !startsUpper(next) || next == "" || !glued && !startsUpper(next) {
			return plain
		}
		return abbr
	}
	digitNext := next != "" && classOfFirst(next) == digit
	switch abbrevs[w] {
	case always:
		return title
	case may:
		return abbr
	case number:
		if digitNext {
			return title
		}
	case nextName:
		if startsUpper(next) || digitNext {
			return title
		}
	case state:
		if n := len(z.pieces); n > 0 && s[z.pieces[n-1].start] == ',' {
			return abbr
		}
	}
	if z.para && len(w) <= 3 && allDigits(w) && next != "" && !glued {
		return title // "1. First item"
	}
	return plain
}

// peek returns the text from the next character that is not white space, and whether
// none stands before it. Behind a blank line there is nothing.
func (z *scanner) peek(i int) (next string, glued bool) {
	j := i
	lines := 0
	for j < len(z.s) && j < i+8 && asciiAt(z.s, j) == blank {
		if z.s[j] == '\n' {
			lines++
		}
		j++
	}
	if j >= len(z.s) || lines > 1 {
		return "", false
	}
	return z.s[j:], j == i
}

func classOfFirst(s string) class {
	r, _ := utf8.DecodeRuneInString(s)
	return classOf(r)
}

// acronym says whether w is letters, one or two at a time, with dots between: "U.S",
// "a.m", "Ph.D".
func acronym(w string) bool {
	run, dots := 0, 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c == '.':
			if run == 0 || run > 2 {
				return false
			}
			run = 0
			dots++
		case isUpper(c) || isLower(c):
			run++
		default:
			return false
		}
	}
	return dots > 0 && run > 0 && run <= 2
}
