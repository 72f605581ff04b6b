package place

import (
	_ "embed"
	"strings"
	"sync"
)

// set makes a set of the words of a list.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// connectors are the lower-case words inside place names: "Port-au-Prince", "Rio de
// Janeiro", "Deir ez-Zor", "Stoke-on-Trent".
var connectors = set("of the de la le du des del di da do dos das al el ul ez ash az as ar an ad at au aux en les sur and on upon e y i am ob bei van der den by in el-")

// calendar words are places too (March, May), but not in news.
var calendar = set(`January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
Saturday Sunday Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Mon Tue Wed Thu Fri Sat Sun Christmas Easter Ramadan Eid`)

// titles stand before a person's name.
var titles = set(`Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Lord Lady Prof Prof. Professor Sen Sen. Senator Rep Rep. Gov Gov. Governor President Chancellor Premier
Minister Secretary Judge Justice Officer Sgt Sgt. Sergeant Lt Lt. Lieutenant Capt Capt. Captain Col Col. Colonel Gen Gen. General Maj Maj. Major Cpl Cpl. Pvt Pvt.
Detective Chief Sheriff Deputy Mayor Councilman Councilwoman Councilor Councillor Commissioner Chairman Chairwoman Chairperson Director Coach Rev Rev. Reverend
Father Sister Brother Bishop Archbishop Cardinal Pope Imam Sheikh Rabbi King Queen Prince Princess Ambassador Spokesman Spokeswoman Attorney Superintendent
Principal Trooper Adm Adm. Admiral Marshal Inspector Constable Saint Aunt Uncle`)

// orgWords end the name of an organisation or a building that begins with a place.
var orgWords = set(`School Schools High Elementary Hospital Center Centre Clinic Church Cathedral Police Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC Company Corporation Group
Bank Trust Fund Foundation Association Society Club City Council Department Office Board Commission Committee Court Courthouse Authority Agency
Bureau Museum Library Theatre Theater Hall Hotel Inn Stadium Arena Field Airport Airlines Airways Railway Party Union Army Navy Guard Fire Sheriff Jail Prison
District Chamber League Conference Festival Games Cup Open Accord Accords Treaty Agreement Protocol Declaration Convention Summit Symphony Orchestra Medical
Health Community Memorial State Tech Correctional Facility Senate House Legislature Parliament Government Ministry Mall Plaza Building Tower Bridge`)

// pressWords end the name of a newspaper, a university or a sports club: what stands before
// them tells of a name, not of a place ("the Washington Post").
var pressWords = set(`University College Academy Institute Post Times Herald Tribune News Journal Gazette Chronicle Observer Star Sun Globe Press Magazine Daily
Weekly Presse Telegraph Enquirer Inquirer Examiner Sentinel Courier Dispatch Review Review-Journal FC United Rovers Lions Tigers Eagles Bulldogs Bears Dodgers
Yankees Redskins Cowboys Lakers Open Opera Orchestra Symphony Ballet Accord Accords Treaty Protocol Declaration Convention Embassy flu virus ebolavirus`)

// pressBefore begin the name of an agency or a broadcaster that ends with a place.
var pressBefore = set(`Agence Voice Bank Radio Air Telecom Cable Royal Miss`)

// roadWords end the name of a street.
var roadWords = set(`Street St St. Road Rd Rd. Avenue Ave Ave. Drive Dr Dr. Boulevard Blvd Blvd. Lane Ln Ln. Highway Hwy Parkway Pkwy Way Court Ct Circle Place Pike
Turnpike Trail Expressway Freeway Terrace Square Interchange Route`)

// streetWords are those of them that end nothing else: what stands before is no place.
var streetWords = set("Street Road Rd. Avenue Ave Ave. Drive Boulevard Blvd Blvd. Lane Highway Hwy Parkway Expressway Freeway Turnpike Terrace")

// siteWords in lower case call a place by its kind, too.
var siteWords = set("camp camps dam airport airfield airbase crossing prison island islands river valley mountains desert peninsula strait area basin forest plateau")

// natureWords end the name of a water, a mountain or another feature of the land.
var natureWords = set(`River Creek Lake Bay Sea Ocean Gulf Strait Straits Channel Canal Sound Falls Dam Reservoir Pond Brook Island Islands Isle Peninsula Cape
Coast Beach Mountain Mountains Mount Hill Hills Valley Desert Forest Park Canyon Pass Plateau Basin Delta Swamp Springs Ridge Harbor Harbour Port Strip Heights`)

// cityWords call a populated place by its kind.
var cityWords = set(`city town village township borough hamlet suburb neighborhood neighbourhood municipality settlement capital port resort community district
quarter enclave stronghold bastion hometown City Town Village Township Borough cities towns villages suburbs`)

// adminWords call an area by its kind.
var adminWords = set(`province governorate state region oblast county department prefecture canton territory republic parish district raion division voivodeship
provinces governorates states regions counties districts krai wilaya emirate Province Governorate State Region Oblast County Department Prefecture Canton Territory
Republic Parish District Raion Division Voivodeship Provinces Counties Krai Emirate`)

// locative are the words that most often stand before a location.
var locative = set("in at near around outside across throughout inside within toward towards into through via between over along off from to leaving entering reached reach visit visited visiting bomb bombed bombing bombard bombarded bombarding shell shelled shelling patrol patrolled patrolling besiege besieged besieging overrun overran overrunning recapture recaptured recapturing retake retook retaking captured seized invade invaded invading evacuate evacuated")

// directions are the adjectives and nouns of direction.
var directions = map[string]bearing{
	"north": {1, 0}, "northern": {1, 0}, "south": {-1, 0}, "southern": {-1, 0}, "east": {0, 1}, "eastern": {0, 1}, "west": {0, -1}, "western": {0, -1},
	"northeast": {1, 1}, "northeastern": {1, 1}, "northwest": {1, -1}, "northwestern": {1, -1}, "southeast": {-1, 1}, "southeastern": {-1, 1},
	"southwest": {-1, -1}, "southwestern": {-1, -1}, "north-east": {1, 1}, "north-eastern": {1, 1}, "north-west": {1, -1}, "north-western": {1, -1},
	"south-east": {-1, 1}, "south-eastern": {-1, 1}, "south-west": {-1, -1}, "south-western": {-1, -1}, "central": {0, 0}, "upstate": {1, 0},
}

// parts are other words that only divide what has a name.
var parts = set("Middle Upper Lower Greater Inner Outer Downtown Midtown Uptown Far Near")

//go:embed words/given.txt
var givenTXT string

//go:embed words/common.txt
var commonTXT string

// given are first names: what follows one is a surname, not a place.
var given = sync.OnceValue(func() map[string]bool { return set(givenTXT) })

// common are words of everyday English that are also names of places (Reading, Mobile,
// Nice), in lower case.
var common = sync.OnceValue(func() map[string]bool { return set(commonTXT) })
