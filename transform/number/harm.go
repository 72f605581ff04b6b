package number

import "strings"

// harmForm is how a word tells what happened to people.
type harmForm uint8

const (
	hPast    harmForm = iota // killed: active past or passive participle
	hPassive                 // struck: a participle only behind a form of be
	hGerund                  // killing
	hBase                    // kill, kills
	hActive                  // slew, shot down: never a participle
	hIntrans                 // die, died, dying: the subject is who it happens to
	hState                   // dead, missing, homeless: an adjective
	hNoun                    // deaths, fatalities: counted themselves
	hNominal                 // death of, killing of
)

// harmRule is one word form and the category it gives.
type harmRule struct {
	category string
	form     harmForm
	weak     bool // only with a noun for people: "released 20 documents"
}

// harmTable: category, form, words. Forms of transitive verbs are given as past|gerund|base.
var harmTable = []struct {
	category string
	form     harmForm
	weak     bool
	words    string
}{
	// "killed eight Turkish soldiers", "five of its soldiers were killed"
	{"killed", hPast, false, "killed slain murdered assassinated executed massacred beheaded lynched slaughtered electrocuted strangled martyred neutralized neutralised decapitated gunned"},
	{"killed", hGerund, false, "killing slaying murdering assassinating executing massacring beheading slaughtering"},
	{"killed", hBase, false, "kill kills murder murders assassinate assassinates massacre massacres"},
	{"killed", hActive, false, "slew"},
	{"killed", hIntrans, false, "die dies died dying perish perished perishes perishing succumbed drowned drown drowning drowns"},
	{"killed", hState, false, "dead deceased"},
	{"killed", hNoun, false, "death deaths fatality fatalities dead body bodies corpse corpses homicide homicides murders killings murder"},
	{"killed", hNominal, false, "death deaths killing killings murder murders assassination assassinations execution executions slaying slayings massacre bodies body"},
	// "wounding 50 others", "seven people were shot"
	{"wounded", hPast, false, "wounded injured hurt maimed hospitalized hospitalised"},
	{"wounded", hPast, true, "shot stabbed burned burnt gored bitten beaten grazed"},
	{"wounded", hPassive, true, "struck hit"},
	{"wounded", hGerund, false, "wounding injuring maiming hurting"},
	{"wounded", hGerund, true, "shooting stabbing hitting striking grazing"},
	{"wounded", hBase, false, "wound injure injures maim hurts"},
	{"wounded", hBase, true, "shoots stabs strikes hits grazes"},
	{"wounded", hNoun, false, "injured wounded injuries"},
	{"wounded", hNominal, false, "wounding shooting stabbing beating"},
	// "30 are still missing"
	{"missing", hState, false, "missing unaccounted"},
	{"missing", hIntrans, true, "disappeared vanished disappear"},
	{"missing", hNominal, false, "disappearance disappearances"},
	// "police detained 40 protesters"
	{"detained", hPast, false, "arrested detained jailed imprisoned apprehended interned"},
	{"detained", hPast, true, "captured rounded nabbed"},
	{"detained", hGerund, false, "arresting detaining jailing"},
	{"detained", hGerund, true, "capturing"},
	{"detained", hBase, false, "arrest arrests detain detains"},
	{"detained", hNominal, false, "arrest arrests detention"},
	{"detained", hNoun, false, "arrests"},
	// "gunmen abducted 276 girls"
	{"kidnapped", hPast, false, "kidnapped abducted"},
	{"kidnapped", hGerund, false, "kidnapping abducting"},
	{"kidnapped", hBase, false, "kidnap kidnaps abduct abducts"},
	{"kidnapped", hNominal, false, "kidnapping kidnappings abduction abductions"},
	// "the militia freed 12 hostages"
	{"freed", hPast, true, "freed released liberated pardoned acquitted"},
	{"freed", hGerund, true, "freeing releasing liberating"},
	{"freed", hBase, true, "free frees release releases"},
	{"freed", hNominal, true, "release"},
	{"rescued", hPast, true, "rescued saved"},
	{"rescued", hGerund, true, "rescuing saving"},
	{"rescued", hBase, true, "rescue rescues"},
	// "20,000 residents were evacuated"
	{"evacuated", hPast, true, "evacuated relocated"},
	{"evacuated", hGerund, true, "evacuating"},
	{"evacuated", hBase, true, "evacuate evacuates"},
	{"evacuated", hNominal, true, "evacuation"},
	// "has displaced 689,000 people", "nearly 700,000 people have fled"
	{"displaced", hPast, false, "displaced uprooted"},
	{"displaced", hGerund, false, "displacing uprooting"},
	{"displaced", hBase, false, "displace displaces uproot uproots"},
	{"displaced", hIntrans, true, "fled flee flees fleeing"},
	{"displaced", hState, true, "homeless"},
	{"displaced", hNominal, true, "displacement exodus"},
	{"deported", hPast, true, "deported expelled extradited repatriated"},
	{"deported", hGerund, true, "deporting expelling"},
	// "infecting more than 40,000"
	{"infected", hPast, true, "infected sickened"},
	{"infected", hGerund, true, "infecting sickening"},
	{"infected", hBase, true, "infect infects sicken sickens"},
	{"infected", hNoun, false, "infections cases"},
	{"infected", hIntrans, true, "contracted"},
	// "thousands gathered in the square"
	{"participants", hIntrans, true, "gathered marched protested rallied demonstrated attended participated gather march protest rally attend demonstrate participate gathering marching protesting rallying attending demonstrating"},
	{"voters", hIntrans, true, "voted"},
	// "Turkey sent 500 troops"
	{"troops", hPast, true, "deployed"},
	{"troops", hGerund, true, "deploying"},
	{"troops", hBase, true, "deploy deploys"},
}

func (l *lexicon) addHarm() {
	for _, t := range harmTable {
		r := &harmRule{category: t.category, form: t.form, weak: t.weak}
		for _, s := range strings.Fields(t.words) {
			w := l.at(s)
			w.harm = append(w.harm, r)
		}
	}
}

// harmAs returns the rule of lexeme i with one of the forms.
func (p *pass) harmAs(i int, forms ...harmForm) *harmRule {
	if i < 0 || i >= len(p.lex) || p.lex[i].w == nil {
		return nil
	}
	for _, h := range p.lex[i].w.harm {
		for _, f := range forms {
			if h.form == f {
				return h
			}
		}
	}
	return nil
}
