package number

import "strings"

// moneyPhrase is a currency as named in words behind or before a figure.
type moneyPhrase struct {
	code  string
	words []string
}

// currencies: ISO 4217 code, then its names, one phrase per "|". The name in the singular
// stands for the plural too. A name alone that many states share is resolved by the
// country of the story (see shared).
var currencies = []struct{ code, names string }{
	{"USD", "us dollar|usd|u s dollar|american dollar|greenback|buck|united states dollar"},
	{"EUR", "euro|eur"},
	{"GBP", "pound sterling|british pound|sterling|gbp|quid|pounds sterling|uk pound"},
	{"GBX", "pence|p|british pence|british penny"},
	{"JPY", "yen|jpy|japanese yen"},
	{"CNY", "yuan|cny|renminbi|rmb|chinese yuan"},
	{"CAD", "canadian dollar|cad"},
	{"AUD", "australian dollar|aussie dollar|aud"},
	{"NZD", "new zealand dollar|kiwi dollar|nzd"},
	{"HKD", "hong kong dollar|hkd"},
	{"SGD", "singapore dollar|sgd"},
	{"TWD", "taiwan dollar|new taiwan dollar|twd"},
	{"CHF", "swiss franc|chf"},
	{"FRF", "french franc"},
	{"BEF", "belgian franc"},
	{"XOF", "cfa franc|xof"},
	{"CDF", "congolese franc"},
	{"RWF", "rwandan franc"},
	{"DEM", "deutsche mark|deutschmark|german mark|d mark"},
	{"ITL", "italian lira|italian lire"},
	{"ESP", "peseta|spanish peseta"},
	{"NLG", "guilder|dutch guilder|netherlands guilder"},
	{"FIM", "markka|finnish markka|finmark"},
	{"ATS", "austrian schilling"},
	{"GRD", "drachma|greek drachma"},
	{"IEP", "irish pound|punt"},
	{"PTE", "portuguese escudo"},
	{"SEK", "swedish krona|swedish kronor|sek|swedish crown"},
	{"NOK", "norwegian krone|norwegian kroner|nok|norwegian crown"},
	{"DKK", "danish krone|danish kroner|dkk|danish crown"},
	{"ISK", "icelandic krona|isk"},
	{"PLN", "zloty|polish zloty|pln|zlotys"},
	{"CZK", "czech koruna|koruna|czech crown|czk"},
	{"HUF", "forint|hungarian forint|huf"},
	{"RON", "romanian leu|romanian lei|ron"},
	{"BGN", "bulgarian lev|bgn"},
	{"HRK", "kuna|croatian kuna"},
	{"RSD", "serbian dinar|rsd"},
	{"RUB", "ruble|rouble|russian ruble|russian rouble|rub"},
	{"UAH", "hryvnia|hryvnias|ukrainian hryvnia|uah"},
	{"BYN", "belarusian ruble|belarusian rouble"},
	{"KZT", "tenge|kzt"},
	{"UZS", "uzbek som"},
	{"GEL", "georgian lari|lari|gel"},
	{"AMD", "armenian dram|dram"},
	{"AZN", "manat|azerbaijani manat"},
	{"TRY", "turkish lira|try"},
	{"ILS", "shekel|israeli shekel|new israeli shekel|ils"},
	{"JOD", "jordanian dinar"},
	{"KWD", "kuwaiti dinar"},
	{"IQD", "iraqi dinar"},
	{"BHD", "bahraini dinar"},
	{"DZD", "algerian dinar"},
	{"TND", "tunisian dinar"},
	{"LYD", "libyan dinar"},
	{"SAR", "saudi riyal|sar"},
	{"QAR", "qatari riyal|qar"},
	{"IRR", "iranian rial|irr"},
	{"YER", "yemeni rial"},
	{"OMR", "omani rial"},
	{"AED", "uae dirham|emirati dirham|aed"},
	{"MAD", "moroccan dirham"},
	{"EGP", "egyptian pound|egp"},
	{"LBP", "lebanese pound|lebanese lira|lbp"},
	{"SYP", "syrian pound|syrian lira"},
	{"SDG", "sudanese pound"},
	{"INR", "indian rupee|inr"},
	{"PKR", "pakistani rupee|pkr"},
	{"LKR", "sri lankan rupee|lkr"},
	{"NPR", "nepalese rupee|nepali rupee|npr"},
	{"BDT", "taka|bangladeshi taka|bdt"},
	{"MMK", "kyat|myanmar kyat"},
	{"LAK", "lao kip|kip|laotian kip"},
	{"THB", "baht|thai baht|thb"},
	{"VND", "vietnamese dong|vnd"},
	{"KHR", "cambodian riel|riel"},
	{"MYR", "ringgit|malaysian ringgit|myr"},
	{"IDR", "rupiah|indonesian rupiah|idr"},
	{"PHP", "philippine peso|php"},
	{"KRW", "south korean won|korean won|won|krw"},
	{"KPW", "north korean won"},
	{"MNT", "tugrik|mongolian tugrik"},
	{"AFN", "afghani|afghanis"},
	{"MXN", "mexican peso|mxn"},
	{"ARS", "argentine peso|argentinian peso|ars"},
	{"CLP", "chilean peso|clp"},
	{"COP", "colombian peso"},
	{"CUP", "cuban peso"},
	{"UYU", "uruguayan peso"},
	{"DOP", "dominican peso"},
	{"BRL", "real|reais|brazilian real|brazilian reais|brl"},
	{"PEN", "peruvian sol|nuevo sol"},
	{"VES", "bolivar|venezuelan bolivar|bolivars|bolivares"},
	{"BOB", "boliviano|bolivianos"},
	{"PYG", "guarani|guaranies"},
	{"CRC", "costa rican colon|colones"},
	{"GTQ", "quetzal|quetzales"},
	{"HNL", "lempira"},
	{"NIO", "nicaraguan cordoba"},
	{"HTG", "haitian gourde|gourde"},
	{"JMD", "jamaican dollar"},
	{"ZAR", "rand|south african rand|zar"},
	{"NGN", "naira|nigerian naira|ngn"},
	{"GHS", "cedi|ghanaian cedi|ghana cedi"},
	{"KES", "kenyan shilling|kes"},
	{"UGX", "ugandan shilling|ugx"},
	{"TZS", "tanzanian shilling"},
	{"SOS", "somali shilling"},
	{"ETB", "birr|ethiopian birr"},
	{"ZMW", "kwacha|zambian kwacha"},
	{"MWK", "malawian kwacha"},
	{"AOA", "kwanza|angolan kwanza"},
	{"MZN", "metical|meticais"},
	{"ZWD", "zimbabwean dollar|zimbabwe dollar"},
	{"bitcoin", "bitcoin|btc|xbt"},
	{"satoshi", "satoshi"},
	{"cent", "cent|us cent|u s cent|american cent|eurocent|euro cent"},
	{"sen", "sen"},
	// names that several states share
	{"$", "dollar"},
	{"pound", "pound"},
	{"franc", "franc"},
	{"peso", "peso"},
	{"rupee", "rupee"},
	{"lira", "lira"},
	{"dinar", "dinar"},
	{"riyal", "riyal"},
	{"rial", "rial"},
	{"dirham", "dirham"},
	{"krona", "krona|kronor|krone|kroner"},
	{"shilling", "shilling"},
	{"mark", "mark"},
}

// shared resolves a currency name or sign that several states share by the country of
// the story (ISO alpha-3); the entry with an empty country is what it means elsewhere.
// "SYDNEY — … a $5 million grant" is in Australian dollars.
var shared = []struct{ name, country, code string }{
	{"$", "AUS", "AUD"}, {"$", "CAN", "CAD"}, {"$", "NZL", "NZD"}, {"$", "SGP", "SGD"}, {"$", "HKG", "HKD"}, {"$", "JAM", "JMD"},
	{"$", "TTO", "TTD"}, {"$", "FJI", "FJD"}, {"$", "GUY", "GYD"}, {"$", "BHS", "BSD"}, {"$", "BRB", "BBD"}, {"$", "BLZ", "BZD"}, {"$", "", "USD"},
	{"pound", "EGY", "EGP"}, {"pound", "LBN", "LBP"}, {"pound", "SYR", "SYP"}, {"pound", "SDN", "SDG"}, {"pound", "SSD", "SSP"}, {"pound", "", "GBP"},
	{"franc", "CHE", "CHF"}, {"franc", "BEL", "BEF"}, {"franc", "SEN", "XOF"}, {"franc", "CIV", "XOF"}, {"franc", "MLI", "XOF"}, {"franc", "BFA", "XOF"},
	{"franc", "NER", "XOF"}, {"franc", "TGO", "XOF"}, {"franc", "BEN", "XOF"}, {"franc", "CMR", "XAF"}, {"franc", "TCD", "XAF"}, {"franc", "GAB", "XAF"},
	{"franc", "COD", "CDF"}, {"franc", "RWA", "RWF"}, {"franc", "BDI", "BIF"}, {"franc", "FRA", "FRF"},
	{"peso", "MEX", "MXN"}, {"peso", "ARG", "ARS"}, {"peso", "CHL", "CLP"}, {"peso", "COL", "COP"}, {"peso", "PHL", "PHP"}, {"peso", "CUB", "CUP"}, {"peso", "URY", "UYU"}, {"peso", "DOM", "DOP"},
	{"rupee", "PAK", "PKR"}, {"rupee", "LKA", "LKR"}, {"rupee", "NPL", "NPR"}, {"rupee", "MUS", "MUR"}, {"rupee", "", "INR"},
	{"lira", "ITA", "ITL"}, {"lira", "LBN", "LBP"}, {"lira", "SYR", "SYP"}, {"lira", "", "TRY"},
	{"dinar", "IRQ", "IQD"}, {"dinar", "KWT", "KWD"}, {"dinar", "JOR", "JOD"}, {"dinar", "DZA", "DZD"}, {"dinar", "TUN", "TND"}, {"dinar", "LBY", "LYD"}, {"dinar", "BHR", "BHD"}, {"dinar", "SRB", "RSD"},
	{"riyal", "QAT", "QAR"}, {"riyal", "YEM", "YER"}, {"riyal", "OMN", "OMR"}, {"riyal", "IRN", "IRR"}, {"riyal", "", "SAR"},
	{"rial", "YEM", "YER"}, {"rial", "OMN", "OMR"}, {"rial", "", "IRR"},
	{"dirham", "MAR", "MAD"}, {"dirham", "", "AED"},
	{"krona", "NOR", "NOK"}, {"krona", "DNK", "DKK"}, {"krona", "ISL", "ISK"}, {"krona", "", "SEK"},
	{"shilling", "UGA", "UGX"}, {"shilling", "TZA", "TZS"}, {"shilling", "SOM", "SOS"}, {"shilling", "", "KES"},
	{"mark", "DEU", "DEM"}, {"mark", "", "DEM"},
}

// signs are currency signs of one rune.
var signs = []struct {
	sign rune
	code string
}{
	{'$', "$"}, {'€', "EUR"}, {'£', "GBP"}, {'¥', "JPY"}, {'₹', "INR"}, {'₽', "RUB"}, {'₺', "TRY"}, {'₩', "KRW"}, {'₪', "ILS"},
	{'₦', "NGN"}, {'฿', "THB"}, {'₱', "PHP"}, {'₫', "VND"}, {'₴', "UAH"}, {'₡', "CRC"}, {'₵', "GHS"}, {'₸', "KZT"}, {'₼', "AZN"}, {'₾', "GEL"}, {'﷼', "IRR"},
}

// dollars are the letters before a dollar sign. "A$5 million", "us $150 million", "HK$10"
var dollars = []struct{ letters, code string }{
	{"us", "USD"}, {"a", "AUD"}, {"au", "AUD"}, {"aus", "AUD"}, {"c", "CAD"}, {"ca", "CAD"}, {"can", "CAD"}, {"cdn", "CAD"}, {"hk", "HKD"}, {"nz", "NZD"},
	{"s", "SGD"}, {"sg", "SGD"}, {"nt", "TWD"}, {"mex", "MXN"}, {"r", "BRL"}, {"j", "JMD"}, {"tt", "TTD"}, {"z", "ZWD"}, {"b", "BSD"}, {"fj", "FJD"}, {"g", "GYD"}, {"n", "NAD"}, {"ec", "XCD"},
}

// prefixes are letters before a figure that are no sign: "Rs 500", "Rp 10,000", "R200", "RM 5", "Kshs 40".
var prefixes = []struct{ letters, code string }{
	{"Rs", "rupee"}, {"Rp", "IDR"}, {"RM", "MYR"}, {"Tk", "BDT"}, {"KSh", "KES"}, {"Ksh", "KES"}, {"Sh", "shilling"}, {"Shs", "shilling"}, {"USh", "UGX"}, {"TSh", "TZS"},
	{"Kz", "AOA"}, {"SFr", "CHF"}, {"SwFr", "CHF"}, {"FFr", "FRF"}, {"DM", "DEM"}, {"Dm", "DEM"}, {"R", "ZAR"}, {"P", "PHP"}, {"N", "NGN"}, {"sen", "sen"},
}

func (l *lexicon) addMoney() {
	for _, c := range currencies {
		for _, name := range strings.Split(c.names, "|") {
			words := strings.Fields(name)
			last := words[len(words)-1]
			for _, form := range [...]string{last, last + "s"} {
				m := &moneyPhrase{code: c.code, words: append(append([]string(nil), words[:len(words)-1]...), form)}
				w := l.at(m.words[0])
				w.money = append(w.money, m)
			}
		}
	}
}

// resolve returns the ISO code of a shared name in the story's country, or the code itself.
func (p *pass) resolve(code string) string {
	if len(code) == 3 && code[0] >= 'A' && code[0] <= 'Z' {
		return code
	}
	out := code
	for _, s := range shared {
		if s.name == code && (s.country == "" || s.country == p.country) {
			if out = s.code; s.country != "" {
				return out
			}
		}
	}
	return out
}

// signAt returns the currency of a sign at lexeme i.
func (p *pass) signAt(i int) string {
	if i < 0 || i >= len(p.lex) || p.lex[i].kind != lexMark {
		return ""
	}
	for _, s := range signs {
		if s.sign == p.lex[i].mark {
			return s.code
		}
	}
	return ""
}

// currencyAhead reads a currency that stands before a figure, and where it begins and
// ends. "$", "us $", "U.S. $", "USD", "Rs"
func (p *pass) currencyAhead(i int) (code string, end int) {
	if code := p.signAt(i); code != "" {
		return code, i + 1
	}
	if i >= len(p.lex) || p.lex[i].kind != lexWord {
		return "", i
	}
	s := p.lex[i].text(p.text)
	j := i + 1
	if p.isMark(j, '.') && p.touches(i) && len(s) == 1 && j+1 < len(p.lex) && p.isWord(j+1, "s") && p.isWord(i, "u") { // "U.S. $"
		j += 2
		if p.isMark(j, '.') {
			j++
		}
		if p.isMark(j, '$') {
			return "USD", j + 1
		}
		return "", i
	}
	if p.isMark(j, '$') && p.lex[j].start-p.lex[i].end <= 1 {
		for _, d := range dollars {
			if strings.EqualFold(d.letters, s) && (p.touches(i) || len(s) > 1 || s == "c") {
				return d.code, j + 1
			}
		}
	}
	return p.codeAhead(i, s)
}

// codeAhead reads an ISO code or an abbreviation before a figure.
func (p *pass) codeAhead(i int, s string) (string, int) {
	j := i + 1
	if p.isMark(j, '.') && p.touches(i) {
		j++
	}
	if !p.isFigure(j) && p.signAt(j) == "" {
		return "", i
	}
	for _, x := range prefixes {
		if x.letters == s && (len(s) > 1 || p.touches(i)) {
			return x.code, j
		}
	}
	if w := p.lex[i].w; w != nil && len(s) == 3 && strings.ToUpper(s) == s {
		for _, m := range w.money {
			if strings.EqualFold(m.code, s) {
				if p.signAt(j) != "" {
					j++
				}
				return m.code, j
			}
		}
	}
	if len(s) == 4 && (s[0] == 'M' || s[0] == 'B') { // "MAUD 60"
		if w := p.lexicon.lookup(s[1:]); w != nil && len(w.money) > 0 && strings.ToUpper(s) == s {
			p.codeScale = 1e6
			if s[0] == 'B' {
				p.codeScale = 1e9
			}
			return w.money[0].code, j
		}
	}
	return "", i
}

// moneyAt returns the longest currency name at lexeme i.
func (p *pass) moneyAt(i int) (string, int) {
	if code := p.signAt(i); code != "" && !p.isFigure(i+1) {
		return code, i + 1
	}
	if i >= len(p.lex) || p.lex[i].w == nil {
		return "", i
	}
	code, end := "", i
	for _, m := range p.lex[i].w.money {
		j, ok := p.moneyWords(i, m.words)
		if ok && j > end && (len(m.words) > 1 || p.soloMoney(i)) {
			code, end = m.code, j
		}
	}
	return code, end
}

// moneyWords matches words, with optional dots behind single letters: "U.S. dollars".
func (p *pass) moneyWords(i int, words []string) (int, bool) {
	for _, s := range words {
		if !p.isWord(i, s) {
			return 0, false
		}
		if i++; len(s) == 1 && p.isMark(i, '.') && len(words) > 1 {
			i++
		}
	}
	return i, true
}

// soloMoney rules out short or common words that are money only in some places.
// "10p", "200 won", "40 reais", "50 try" is none.
func (p *pass) soloMoney(i int) bool {
	s := p.lex[i].text(p.text)
	switch strings.ToLower(s) {
	case "p":
		return p.touches(i-1) && p.isFigure(i-1) && !p.isMark(i+1, '.') && s == "p"
	case "try", "all", "top", "mad", "cop", "ron", "gel", "cad", "rub", "pen", "mop", "php", "sen", "sos":
		return strings.ToUpper(s) == s
	case "won":
		return i > 0 && p.is(i-1, rScale|rHundred) || p.country == "KOR" || p.isFigure(i-1) && p.lex[i-1].value >= 1000
	case "real", "sterling", "mark", "marks", "buck", "rand":
		return s != "real" && s != "Mark"
	}
	return true
}
