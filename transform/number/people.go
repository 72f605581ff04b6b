package number

import "strings"

// person says how many people a word names.
type person uint8

const (
	onePerson  person = 1 << iota // soldier
	manyPeople                    // soldiers, people
)

// people are nouns for persons, with the category that a number of them has when no
// predicate says more. "about 3.7 million Syrian refugees", "5,000 protesters"
var people = []struct{ category, nouns string }{
	{"", "person man woman boy girl child kid infant baby newborn toddler teen teenager youth juvenile adult minor male female individual human resident citizen civilian national foreigner local villager inhabitant native neighbor neighbour bystander onlooker witness"},
	{"", "victim survivor patient casualty suspect gunman attacker assailant shooter bomber militant insurgent rebel extremist terrorist jihadist gangster criminal robber burglar thief intruder murderer killer fugitive convict offender rioter looter smuggler trafficker dealer"},
	{"", "officer policeman policewoman cop constable detective sergeant sheriff deputy trooper ranger guard bodyguard agent marshal inspector commander general colonel lieutenant captain major corporal firefighter fireman paramedic medic rescuer responder lifeguard"},
	{"", "worker laborer labourer miner farmer fisherman sailor pilot driver trucker passenger pedestrian cyclist biker motorcyclist motorist rider commuter traveler traveller tourist visitor guest shopper customer client clerk cashier owner employee manager contractor engineer technician builder"},
	{"", "student pupil schoolboy schoolgirl schoolchild teacher professor lecturer doctor nurse physician surgeon scientist researcher expert lawyer judge prosecutor attorney journalist reporter photographer cameraman editor blogger writer author artist singer actor actress musician player athlete footballer coach fan spectator supporter"},
	{"", "father mother dad mom mum parent son daughter brother sister sibling husband wife spouse boyfriend girlfriend fiancee grandfather grandmother grandparent grandson granddaughter grandchild uncle aunt nephew niece cousin relative stepfather stepson stepdaughter twin friend roommate classmate colleague bride groom orphan widow schoolmate"},
	{"", "priest jesuit sheikh imam cleric bishop pastor monk nun worshipper worshiper pilgrim missionary minister official mayor governor lawmaker legislator senator politician candidate diplomat ambassador envoy president leader activist campaigner aide adviser spokesman spokeswoman spokesperson chief chairman chairwoman director secretary magistrate rector ombudsman councilman councilor councillor commissioner servant staffer member volunteer peacekeeper observer monitor"},
	{"", "peasant tribesman warlord kingpin baker butcher chef waiter waitress bartender janitor carpenter mechanic porter courier veteran cadet trainee intern graduate trader merchant vendor businessman businesswoman banker guerrilla guerilla paramilitary rancher nomad herder hunter climber hiker skier swimmer diver astronaut crewman crewmember occupant tenant homeowner beggar prostitute transient american israeli palestinian iraqi afghan russian ukrainian turk kurd german briton frenchman italian spaniard pole mexican canadian australian indian pakistani nigerian kenyan somali syrian egyptian iranian yemeni saudi korean filipino indonesian colombian venezuelan salvadoran salvadorean peruvian cuban haitian brazilian chilean muslim christian hindu jew sikh arab african european asian"},
	{"troops", "soldier serviceman servicewoman troop marine paratrooper conscript reservist infantryman legionnaire commando recruit"},
	{"fighters", "fighter combatant mercenary"},
	{"refugees", "refugee"},
	{"migrants", "migrant immigrant"},
	{"displaced", "idp"},
	{"evacuated", "evacuee"},
	{"detained", "prisoner inmate detainee captive"},
	{"kidnapped", "hostage abductee kidnappee"},
	{"participants", "protester protestor demonstrator marcher participant attendee striker picketer reveler reveller mourner delegate"},
	{"voters", "voter"},
}

// irregular are the plurals and collectives that a rule does not make.
var irregular = []struct{ category, nouns string }{
	{"", "people men women children kids youngsters folks persons policemen policewomen firemen fishermen servicemen gunmen businessmen cameramen wives schoolchildren grandchildren families police others crew personnel staff americans british french japanese chinese swiss dutch irish vietnamese burmese lebanese sudanese portuguese taiwanese senegalese congolese teens individuals"},
	{"troops", "troops servicemembers peshmerga forces"},
}

// singular collectives that stand for a known number of people.
var collectives = []struct {
	noun  string
	value float64
}{{"couple", 2}, {"pair", 2}, {"duo", 2}, {"twins", 2}, {"trio", 3}, {"triplets", 3}, {"quartet", 4}}

func (l *lexicon) addPeople() {
	for _, g := range people {
		for _, s := range strings.Fields(g.nouns) {
			w := l.at(s)
			w.person |= onePerson
			w.category = g.category
			p := l.at(pluralOf(s))
			p.person |= manyPeople
			p.category = g.category
		}
	}
	for _, g := range irregular {
		for _, s := range strings.Fields(g.nouns) {
			w := l.at(s)
			w.person = w.person&^onePerson | manyPeople
			w.category = g.category
		}
	}
	for _, c := range collectives {
		l.at(c.noun).collective = c.value
	}
}

// pluralOf forms the regular English plural.
func pluralOf(s string) string {
	switch {
	case strings.HasSuffix(s, "man"):
		return strings.TrimSuffix(s, "man") + "men"
	case strings.HasSuffix(s, "child"):
		return s + "ren"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"), strings.HasSuffix(s, "x"):
		return s + "es"
	case strings.HasSuffix(s, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(s[len(s)-2])):
		return strings.TrimSuffix(s, "y") + "ies"
	case strings.HasSuffix(s, "wife"):
		return strings.TrimSuffix(s, "fe") + "ves"
	case strings.HasSuffix(s, "thief"):
		return "thieves"
	}
	return s + "s"
}
