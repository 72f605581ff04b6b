package actor

// cameo is a PLOVER sector's code in CAMEO, where it differs.
var cameo = map[string]string{
	"JRN": "MED", // PLOVER's MED is medicine, CAMEO's the media
	"MED": "HLH",
	"PRM": "UAF",
	"PRE": "",
	"UNK": "",
	"SOC": "CVL",
}

// code concatenates country, sector and further codes in CAMEO's order: country, role,
// speciality. An actor of an unknown country has "---" in its place, as TABARI writes it.
func code(country, sector, spec string) string {
	role, ok := cameo[sector]
	if !ok {
		role = sector
	}
	switch {
	case country == "" && role+spec != "":
		country = "---"
	case country == "IGO" && len(spec) >= 3:
		return country + spec[:3] + role + spec[3:] // IGOUNOHLHWHO: the family, then the role
	case country == "NGO" && spec != "" && role == "CVL":
		role = "" // NGOHRIAMN
	}
	return country + role + spec
}

// strength orders sectors as modifiers of a force: the armed decide over the rest.
func strength(sector string) int {
	switch sector {
	case "REB", "PRM", "UAF", "CRM", "SPY":
		return 3
	case "COP", "OPP", "MIL":
		return 2
	case "":
		return 0
	}
	return 1
}
