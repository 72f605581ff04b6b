package dateline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// connectors are the small words within the names of places.
var connectors = []string{"de", "la", "le", "les", "du", "des", "el", "al", "of", "the", "on", "upon", "sur", "sous", "en", "an", "der", "am",
	"im", "bei", "ob", "da", "do", "dos", "das", "del", "di", "van", "den", "y", "e", "and", "und", "et"}

// abbreviations keep their point within a place: saints and mounts, and the states and
// provinces as AP prints them.
var abbreviations = []string{"ST", "STE", "MT", "FT", "PT", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "D.C", "Fla", "Ga", "Ill",
	"Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "N.H", "N.J", "N.M", "N.Y", "N.C", "N.D",
	"Okla", "Ore", "Pa", "R.I", "S.C", "S.D", "Tenn", "Tex", "Vt", "Va", "Wash", "W.Va", "W. Va", "Wis", "Wyo", "Ont", "Que", "B.C", "Alta",
	"Sask", "Man", "N.S", "N.B", "P.E.I", "U.S", "U.K", "U.A.E"}

// isAbbreviation reports whether the word keeps a point behind it.
func isAbbreviation(w string) bool {
	if utf8.RuneCountInString(w) == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r)
	}
	return slices.ContainsFunc(abbreviations, func(a string) bool { return strings.EqualFold(a, w) }) ||
		len(w) > 2 && w[len(w)-2] == '.' // N.M.
}

// rivers tell "Frankfurt/Main", one place, from "Rom/Sydney", two.
var rivers = []string{"main", "oder", "saale", "neckar", "rhein", "elbe", "donau", "weser", "isar", "inn", "lahn", "see", "ruhr", "steiermark", "ots"}

func riverOf(place, river string) bool {
	return !isUpper(place) && slices.Contains(rivers, strings.ToLower(river)) && !strings.Contains(place, "/")
}

// place reads a phrase of up to six words that may name a place; the first and the last
// begin with a capital or have no case (Arabic). A run of capitals ends where they end.
func (p *scanner) place() bool {
	from, end, upper := p.pos, p.pos, false
	for n := 0; n < 6; n++ {
		at := p.pos
		if !p.word() {
			break
		}
		w := p.s[at:p.pos]
		small := slices.Contains(connectors, w)
		switch {
		case n == 0 && (small || !startsUpper(w)):
			p.pos = from
			return false
		case n == 0:
			upper = isUpper(w) && len(w) > 1
		case !small && (!startsUpper(w) || upper && !isUpper(w)):
			p.pos = end
			return end > from
		case monthNamed(w) > 0 && p.digitNext():
			p.pos = end
			return true
		case upper && (w == "and" || w == "et" || w == "und" || w == "y"): // NEW YORK and WASHINGTON
			p.pos = end
			return true
		}
		if !small {
			end = p.pos
		}
		if p.pos-from > 60 || !p.take(" ") {
			break
		}
	}
	p.pos = end
	return end > from
}

func (p *scanner) digitNext() bool {
	t := strings.TrimLeft(p.rest(), ". ")
	return t != "" && t[0] >= '0' && t[0] <= '9'
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }

// startsUpper reports whether the word begins with a capital, or with a letter of a
// script without case; "al-Arish" and "d'Ivoire" count.
func startsUpper(w string) bool {
	for i, r := range w {
		if unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r) {
			return i == 0 || i <= 4 && strings.ContainsAny(w[:i], "-'’")
		}
	}
	return false
}

// isUpper reports whether s has letters and none of them is small. "McALLEN" and
// "MEXICO CITY" are upper.
func isUpper(s string) bool {
	letters, small := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsLower(r) {
				small++
			}
		}
	}
	return letters > 1 && (small == 0 || small <= 2 && letters > 3 && (strings.HasPrefix(s, "Mc") || strings.HasPrefix(s, "De")) && unicode.IsUpper(rune(s[2])))
}

func isUpperPhrase(places []string) bool {
	return len(places) > 0 && isUpper(places[0])
}

// titleCase makes "NEW YORK" "New York", "PORT-AU-PRINCE" "Port-au-Prince"; what is not
// in capitals stays as printed.
func titleCase(s string) string {
	if !isUpper(s) {
		return s
	}
	var b strings.Builder
	for from := 0; from < len(s); {
		end := from + strings.IndexAny(s[from:]+" ", " -/")
		w := strings.ToLower(s[from:end])
		if from == 0 || !slices.Contains(connectors, w) && w != "au" || end == len(s) {
			w = capital(w)
		}
		if w == "Uss" || w == "Hms" || w == "Uae" {
			w = strings.ToUpper(w)
		}
		b.WriteString(w)
		if end < len(s) {
			b.WriteByte(s[end])
		}
		from = end + 1
	}
	return b.String()
}

// capital makes the first letter of a small word a capital, and that behind "Mc" or an
// apostrophe or point within.
func capital(w string) string {
	out := []rune(w)
	for i, r := range out {
		switch {
		case i == 0, i > 0 && out[i-1] == '.', i == 2 && strings.HasPrefix(w, "mc"), i == 2 && (out[1] == '\'' || out[1] == '’'):
			out[i] = unicode.ToUpper(r)
		}
	}
	return string(out)
}

// regions are what stands behind a place in a dateline without an agency: countries, and
// the states and provinces in full and as AP abbreviates them. Names as the agencies print
// them; the resolved country is found later, in the gazetteer.
var regions = []string{
	"Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho",
	"Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota",
	"Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina",
	"North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas",
	"Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming", "Puerto Rico", "Guam",
	"Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "D.C.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "La.", "Md.", "Mass.",
	"Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "N.D.", "Okla.", "Ore.", "Pa.", "R.I.",
	"S.C.", "S.D.", "Tenn.", "Tex.", "Vt.", "Va.", "Wash.", "W.Va.", "W. Va.", "Wis.", "Wyo.",
	"AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI",
	"MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT",
	"VA", "WA", "WV", "WI", "WY",
	"Ontario", "Quebec", "British Columbia", "Alberta", "Manitoba", "Saskatchewan", "Nova Scotia", "New Brunswick", "Newfoundland",
	"Prince Edward Island", "Nunavut", "Yukon", "Ont.", "Que.", "B.C.", "Alta.", "Sask.", "Man.", "N.S.", "N.B.", "N.L.", "P.E.I.",
	"England", "Scotland", "Wales", "Northern Ireland", "UK", "U.K.", "United Kingdom", "Britain", "United States", "U.S.", "USA",
	"West Bank", "Gaza Strip", "Gaza", "Palestinian Territories", "Occupied West Bank", "Golan Heights", "Kashmir", "Crimea", "Hong Kong",
	"Afghanistan", "Albania", "Algeria", "Andorra", "Angola", "Argentina", "Armenia", "Australia", "Austria", "Azerbaijan", "Bahamas",
	"Bahrain", "Bangladesh", "Barbados", "Belarus", "Belgium", "Belize", "Benin", "Bermuda", "Bhutan", "Bolivia", "Bosnia",
	"Bosnia-Herzegovina", "Bosnia and Herzegovina", "Botswana", "Brazil", "Brunei", "Bulgaria", "Burkina Faso", "Burma", "Burundi",
	"Cambodia", "Cameroon", "Canada", "Cape Verde", "Central African Republic", "Chad", "Chile", "China", "Colombia", "Comoros", "Congo",
	"DR Congo", "Democratic Republic of Congo", "Costa Rica", "Croatia", "Cuba", "Cyprus", "Czech Republic", "Czechia", "Denmark",
	"Djibouti", "Dominica", "Dominican Republic", "East Timor", "Ecuador", "Egypt", "El Salvador", "Equatorial Guinea", "Eritrea",
	"Estonia", "Eswatini", "Ethiopia", "Fiji", "Finland", "France", "French Guiana", "Gabon", "Gambia", "Germany", "Ghana", "Greece",
	"Greenland", "Grenada", "Guatemala", "Guinea", "Guinea-Bissau", "Guyana", "Haiti", "Honduras", "Hungary", "Iceland", "India",
	"Indonesia", "Iran", "Iraq", "Ireland", "Israel", "Italy", "Ivory Coast", "Côte d'Ivoire", "Jamaica", "Japan", "Jordan", "Kazakhstan",
	"Kenya", "Kosovo", "Kuwait", "Kyrgyzstan", "Laos", "Latvia", "Lebanon", "Lesotho", "Liberia", "Libya", "Liechtenstein", "Lithuania",
	"Luxembourg", "Madagascar", "Malawi", "Malaysia", "Maldives", "Mali", "Malta", "Mauritania", "Mauritius", "Mexico", "Moldova",
	"Monaco", "Mongolia", "Montenegro", "Morocco", "Mozambique", "Myanmar", "Namibia", "Nepal", "Netherlands", "New Caledonia",
	"New Zealand", "Nicaragua", "Niger", "Nigeria", "North Korea", "North Macedonia", "Macedonia", "Norway", "Oman", "Pakistan", "Panama",
	"Papua New Guinea", "Paraguay", "Peru", "Philippines", "Poland", "Portugal", "Qatar", "Romania", "Russia", "Rwanda", "Samoa",
	"Saudi Arabia", "Senegal", "Serbia", "Seychelles", "Sierra Leone", "Singapore", "Slovakia", "Slovenia", "Solomon Islands", "Somalia",
	"Somaliland", "South Africa", "South Korea", "South Sudan", "Spain", "Sri Lanka", "Sudan", "Suriname", "Swaziland", "Sweden",
	"Switzerland", "Syria", "Taiwan", "Tajikistan", "Tanzania", "Thailand", "Togo", "Tonga", "Trinidad and Tobago", "Tunisia", "Turkey",
	"Türkiye", "Turkmenistan", "Uganda", "Ukraine", "United Arab Emirates", "UAE", "Uruguay", "Uzbekistan", "Vanuatu", "Vatican City",
	"Venezuela", "Vietnam", "Western Sahara", "Yemen", "Zambia", "Zimbabwe",
}

// isRegion reports whether the phrase is a country, a state or a province.
func isRegion(s string) bool {
	s = strings.TrimSpace(s)
	return slices.ContainsFunc(regions, func(r string) bool { return strings.EqualFold(r, s) || r == s+"." })
}
