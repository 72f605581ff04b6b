package event

import "strings"

// Operators are predicates whose code depends on what they are about: an appeal for aid
// is another code than an appeal for a truce. Each maps the code of its content to its
// own; base is its code where the content has none.
type operator struct {
	base string
	maps []prefixMap // first prefix that fits wins
	// emitsContent: the content is told as a fact or a claim and is an event of its own.
	emitsContent bool
	// conflict is the operator to use where the content is hostile ("vowed to strike").
	conflict string
}

type prefixMap struct{ from, to string }

// asked are the suffixes that requests, demands, promises share by CAMEO's design:
// material cooperation 1, diplomatic 2, aid 3, reform 4, yielding 5, talks 6, settlement 7.
func asked(root string) []prefixMap {
	return withRoot(root, []prefixMap{
		{"061", "11"}, {"062", "12"}, {"063", "13"}, {"064", "14"}, {"06", "1"},
		{"071", "31"}, {"072", "32"}, {"073", "33"}, {"074", "34"}, {"075", "33"}, {"07", "3"},
		{"0831", "41"}, {"0832", "42"}, {"0833", "43"}, {"0834", "44"}, {"083", "4"},
		{"081", "51"}, {"082", "52"}, {"084", "53"}, {"085", "54"}, {"086", "55"}, {"087", "56"}, {"08", "5"},
		{"045", "8"}, {"04", "6"}, {"057", "7"}, {"05", "2"},
		{"0211", "11"}, {"03", "1"}, {"173", "13"}, {"174", "13"}, {"09", "13"}, {"116", "13"}, {"154", "34"},
	})
}

func withRoot(root string, maps []prefixMap) []prefixMap {
	for i := range maps {
		maps[i].to = root + maps[i].to
	}
	return maps
}

var refused = []prefixMap{
	{"061", "1211"}, {"062", "1212"}, {"063", "1213"}, {"064", "1214"}, {"06", "121"},
	{"071", "1221"}, {"072", "1222"}, {"073", "1223"}, {"074", "1224"}, {"07", "122"},
	{"0831", "1231"}, {"0832", "1232"}, {"0833", "1233"}, {"0834", "1234"}, {"083", "123"},
	{"081", "1241"}, {"082", "1242"}, {"084", "1243"}, {"085", "1244"}, {"086", "1245"}, {"087", "1246"}, {"08", "124"},
	{"045", "126"}, {"04", "125"}, {"057", "127"}, {"05", "120"}, {"173", "1213"},
	{"023", "122"}, {"033", "122"}, {"036", "125"}, {"037", "127"}, {"024", "123"}, {"026", "125"}, {"025", "124"}, {"021", "121"},
}

var threatened = []prefixMap{
	{"1621", "1311"}, {"162", "1311"}, {"163", "1312"}, {"161", "1313"}, {"164", "134"}, {"165", "135"}, {"166", "136"}, {"16", "131"},
	{"1721", "1321"}, {"1722", "1322"}, {"1723", "1323"}, {"1724", "1324"}, {"172", "132"}, {"175", "137"}, {"17", "132"},
	{"14", "133"}, {"191", "1381"}, {"192", "1382"}, {"204", "1385"}, {"18", "1383"}, {"19", "1384"}, {"20", "138"}, {"15", "138"},
	{"115", "132"}, {"12", "131"},
}

var accused = []prefixMap{
	{"204", "1124"}, {"20", "1124"}, {"128", "112"}, {"18", "1123"}, {"19", "1123"}, {"15", "1123"}, {"138", "1123"},
	{"1822", "1122"}, {"170", "112"}, {"17", "1122"}, {"175", "1122"}, {"14", "112"},
}

var halted = []prefixMap{
	{"071", "1621"}, {"072", "1622"}, {"073", "1623"}, {"07", "162"}, {"045", "165"}, {"042", "161"}, {"043", "161"}, {"04", "164"}, {"06", "160"}, {"05", "160"}, {"03", "160"},
	{"163", "085"}, {"162", "085"}, {"1721", "0811"}, {"1722", "0812"}, {"1723", "0813"}, {"1724", "0814"}, {"172", "081"}, {"173", "0841"}, {"17", "081"},
	{"14", "082"}, {"191", "0872"}, {"192", "0874"}, {"15", "0873"}, {"18", "087"}, {"19", "087"}, {"20", "087"},
	{"16", "080"}, {"13", "080"}, {"087", "196"}, {"11", "080"}, {"12", "080"}, {"09", "080"},
}

var investigated = []prefixMap{
	{"204", "094"}, {"20", "094"}, {"195", "093"}, {"19", "093"}, {"1822", "092"}, {"175", "092"}, {"18", "091"}, {"17", "091"},
}

var permitted = []prefixMap{
	{"074", "0861"}, {"073", "0863"}, {"07", "0863"}, {"14", "0811"}, {"042", "086"}, {"09", "0862"}, {"087", "087"}, {"15", "0861"},
	{"06", "060"}, {"05", "083"}, {"08", "080"},
}

// Accepting a thing is promising it; where it is hostile the threat map is used instead.
var operators = map[string]*operator{
	"APPEAL":      {base: "020", maps: asked("02")},
	"DEMAND":      {base: "100", maps: asked("10")},
	"INTEND":      {base: "030", maps: asked("03"), conflict: "THREATEN"},
	"REFUSE":      {base: "120", maps: refused},
	"THREATEN":    {base: "130", maps: threatened},
	"ACCUSE":      {base: "112", maps: accused, emitsContent: true},
	"HALT":        {base: "", maps: halted},
	"INVESTIGATE": {base: "090", maps: investigated, emitsContent: true},
	"ALLOW":       {base: "", maps: permitted},
	"LIGHT":       {},
	"ASPECT":      {},
	"FAIL":        {},
	"SAY":         {emitsContent: true},
	"DENY":        {emitsContent: true},
	"OCCUR":       {},
	"NONE":        {}, // an accident, a figure of speech: looks like an event and is none
}

func isOperator(code string) bool { return operators[code] != nil }

// compose gives the code of an operator over content of the given code, negated or not.
func compose(op, content string, negated bool) string {
	o := operators[op]
	if content == "" {
		return o.base
	}
	if negated {
		if c := compose("HALT", content, false); c != "" {
			content = c
		} else {
			return o.base
		}
	}
	if o.conflict != "" && hostile(content) {
		return compose(o.conflict, content, false)
	}
	if c := nested(op, content); c != "" {
		return c
	}
	for _, m := range o.maps {
		if strings.HasPrefix(content, m.from) {
			return m.to
		}
	}
	return o.base
}

// hostile codes are those of protests, force, broken relations, coercion and violence.
func hostile(code string) bool { return code >= "14" && code < "3" }

// nested composes an operator over another's code. Appeals, intentions and demands share
// their last digits by CAMEO's design, so that what one is asked to agree to, or refuses to
// promise, keeps them; "" where the codes do not nest.
func nested(op, content string) string {
	if len(content) < 3 || content[:2] != "02" && content[:2] != "03" && content[:2] != "10" || content[2] == '0' {
		return ""
	}
	code, suffix := "", content[2:]
	if suffix == "9" { // to be ready to mediate
		suffix = "8"
	}
	switch op {
	case "INTEND":
		if content[:2] != "03" {
			return ""
		}
		code = content // "agreed to accept mediation"
	case "APPEAL", "DEMAND":
		code = operators[op].base[:2] + suffix
	case "REFUSE":
		switch suffix[0] {
		case '2':
			code = "120"
		case '3', '4', '5':
			code = "12" + string(suffix[0]-1) + suffix[1:]
		case '6':
			code = "125"
		case '7':
			code = "127"
		case '8':
			code = "126"
		default:
			code = "12" + suffix
		}
	default:
		return ""
	}
	if _, ok := Lookup(code); !ok {
		return ""
	}
	return code
}
