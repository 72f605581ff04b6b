package actor

import "dateline/transform/actor/book"

// Words that decide how the name of a state is meant. Each list stands beside an example
// of what it lets through.
var (
	// prepositions that begin a clause: "demanded that [Israel] ease"
	clauseWords = keySet("that", "if", "because", "while", "as", "since", "unless", "whether", "than", "although", "though", "until")

	keyHave   = book.KeyOf("have")
	keyBe     = book.KeyOf("be")
	keyWill   = book.KeyOf("will")
	keyWould  = book.KeyOf("would")
	keyNot    = book.KeyOf("not")
	keyMay    = book.KeyOf("may")
	keyMight  = book.KeyOf("might")
	keyCould  = book.KeyOf("could")
	keyCan    = book.KeyOf("can")
	keyMust   = book.KeyOf("must")
	keyShould = book.KeyOf("should")
	keyDo     = book.KeyOf("do")

	keyBorder   = book.KeyOf("border")
	keyFrontier = book.KeyOf("frontier")

	// "urged [Russia]", "given [Damascus] until"
	addressVerbs = keySet("urge", "tell", "ask", "accuse", "warn", "blame", "condemn", "criticize", "criticise", "support", "back", "arm",
		"threaten", "sanction", "recognize", "recognise", "thank", "press", "help", "give", "offer", "grant", "sue", "defeat", "isolate",
		"allow", "persuade", "convince", "force", "pressure", "reassure", "remind", "assist", "aid", "praise", "denounce", "slam", "fault",
		"rebuke", "invite", "assure", "punish", "permit", "order", "beg", "implore", "advise", "charge", "suspect", "inform", "notify",
		"join", "represent", "fight", "face", "confront", "oppose", "trust", "supply", "lobby", "caution", "compel", "congratulate",
		"defy", "deter", "provoke", "anger", "enrage", "infuriate", "irk", "alarm", "worry", "appease", "placate", "embarrass", "lend",
		"owe", "pay", "promise", "refuse", "sell", "send", "deny", "show", "target", "challenge", "engage", "antagonize", "snub", "shun",
		"beat", "betray", "chide", "lambast", "lambaste", "scold", "encourage", "exhort", "push", "prod", "task", "authorize", "request",
		"petition", "sway", "entreat", "consult", "contact", "approach", "meet", "expel", "exclude", "suspend", "admit", "empower")

	// "invaded [Ukraine]", "visited [France]": a place, and what it was done to
	attackVerbs = keySet("invade", "attack", "bomb", "shell", "strike", "hit", "occupy", "annex", "liberate", "blockade", "destabilize",
		"destabilise", "visit", "bombard", "raid", "conquer", "defend", "protect", "rule", "govern", "lead", "control", "divide", "unify",
		"demoralize", "pound", "boycott", "embargo", "ravage", "devastate", "unite", "dominate", "monitor", "quit")

	// "the invasion of [Kuwait]"
	attackNouns = keySet("invasion", "occupation", "annexation", "bombing", "bombardment", "blockade", "liberation", "recognition",
		"criticism", "condemnation", "support", "denunciation", "defense", "defence", "isolation", "embargo", "boycott", "accusation",
		"partition", "reunification", "ally", "enemy", "friend", "critic", "favor", "favour", "behalf")

	// "the [rebels]" after a group has been named
	armedWords = keySet("rebel", "militant", "insurgent", "group", "movement", "militia", "guerrilla", "jihadist", "extremist",
		"fighter", "faction", "insurgency", "organization", "organisation")

	// "Turkey sent in [troops]"
	sendVerbs = keySet("send", "deploy", "withdraw", "have", "move", "pull", "mobilize", "mobilise", "lose", "reinforce", "station",
		"dispatch", "order", "commit", "recall", "mass", "amass", "gather", "contribute", "bring", "use", "put", "pour")

	// a capital that is the subject of these is the city: "Paris lies on the Seine"
	placeVerbs = keySet("lie", "have", "host", "be", "see", "wake", "stand", "sit", "fall", "feel", "grow", "become", "remain", "burn", "lose")

	// a capital that is the subject of these is the government: "Ankara warned"
	actVerbs = keySet("say", "warn", "accuse", "deny", "urge", "call", "reject", "announce", "agree", "insist", "threaten", "demand", "claim",
		"back", "support", "want", "hope", "fear", "vow", "pledge", "refuse", "ask", "send", "consider", "believe", "argue", "respond",
		"impose", "condemn", "offer", "plan", "seek", "try", "decide", "expel", "recognize", "ban", "withdraw", "deploy", "launch")

	// "Turkish [offensive]", "Russia's [decision]": their possessor acts
	actNouns = keySet("attack", "assault", "offensive", "strike", "airstrike", "raid", "shelling", "bombardment", "bombing", "fire",
		"invasion", "incursion", "operation", "advance", "blockade", "siege", "threat", "warning", "decision", "plan", "proposal", "offer",
		"request", "demand", "call", "appeal", "statement", "claim", "accusation", "allegation", "criticism", "condemnation", "refusal",
		"rejection", "denial", "support", "aid", "assistance", "pressure", "sanction", "embargo", "ban", "visit", "mission", "move",
		"effort", "attempt", "policy", "pledge", "promise", "vow", "response", "reaction", "retaliation", "protest", "concern",
		"intervention", "involvement", "withdrawal", "pullout", "deployment", "arrest", "crackdown", "talk", "negotiation", "bid",
		"opposition", "objection", "veto", "vote", "recognition", "occupation", "aggression", "provocation", "test", "launch", "missile",
		"rocket", "artillery", "interference", "meddling", "ultimatum", "complaint", "order", "action", "reprisal", "massacre", "killing",
		"ambush", "retreat", "surrender", "approval", "consent", "permission", "commitment", "backing", "ambition", "stance", "position",
		"willingness", "readiness", "desire", "intention", "determination", "insistence", "reluctance", "failure", "bombardments", "gunfire",
		"bullet", "shell", "mortar", "riot", "rule", "raid", "veto", "boycott", "plot", "coup", "reform", "peace", "plan", "curb", "abuse", "violation", "rejection", "hostility", "control", "influence", "behavior", "behaviour", "conduct", "effort", "ceasefire", "truce", "strategy", "tactic", "stand", "view", "line", "answer", "reply", "help", "role", "silence", "delay", "handling", "treatment", "use", "capture", "seizure", "arm", "agreement", "pact", "resolution", "initiative", "campaign", "war", "maneuver", "exercise", "drill", "patrol", "negotiating",
		"target", "hideout", "diplomacy", "proposals", "account", "report", "announcement", "move", "counterattack", "counteroffensive", "onslaught", "push")

	// endings of nouns that name acts, and nouns with such an ending that do not
	actEndings = []string{"tion", "sion", "ment", "ance", "ence", "sal", "rule", "ship"}
	noActs     = keySet("population", "nation", "region", "section", "television", "station", "government", "parliament", "department",
		"apartment", "monument", "province", "residence", "science", "audience", "ambulance", "environment", "location", "destination",
		"constitution", "institution", "organization", "organisation", "corporation", "association", "federation", "plantation", "ration",
		"mention", "fraction", "portion", "generation", "tradition", "condition", "situation", "dimension", "mansion", "pension", "independence",
		"existence", "importance", "territory", "establishment", "airport", "settlement", "insurance", "distance", "entrance", "finance",
		"balance", "difference", "consequence", "citizenship", "township", "warship", "battleship", "membership", "flagship", "leadership")

	// "tensions between [Russia] and Turkey"
	relationNouns = keySet("relation", "tie", "tension", "talk", "war", "conflict", "agreement", "deal", "pact", "treaty", "dispute", "row",
		"rift", "ceasefire", "truce", "negotiation", "dialogue", "dialog", "cooperation", "clash", "hostility", "link", "peace", "trust",
		"spat", "feud", "meeting", "summit", "accord", "fighting", "standoff", "confrontation", "trade", "alliance", "friction", "strain",
		"relationship", "contact", "exchange", "mediate", "understanding", "rapprochement", "partnership", "hostilities", "friendship", "crisis")

	// "the border between [Syria] and Turkey"
	borderNouns = keySet("border", "frontier", "road", "flight", "route", "highway", "line", "boundary", "distance", "crossing", "bridge",
		"railway", "train", "pipeline", "travel", "located", "area", "zone", "strip", "strait")

	// "aid to [Syria]", "sold arms to [Taiwan]"
	transferWords = keySet("aid", "appeal", "message", "warning", "ambassador", "envoy", "sell", "give", "provide", "hand", "offer", "promise",
		"extradite", "extradition", "sale", "supply", "deliver", "delivery", "loan", "support", "assistance", "letter", "threat", "response", "answer", "reply",
		"concession", "commitment", "pledge", "visit", "loyal", "allegiance", "help", "lend", "grant", "donate", "donation", "challenge",
		"opposition", "surrender", "apologize", "apologise", "apology", "apologies", "link", "tie", "belong", "talk", "speak", "complain", "complaint", "blow",
		"boost", "close", "hostile", "sympathetic", "grateful", "proposal", "ultimatum", "protest", "return", "cede", "pay", "owe", "yield", "bow",
		"arm", "weapon", "food", "money", "technology", "equipment", "reminder", "missile", "oil", "gas", "tank", "convey", "communicate", "demand", "invitation", "note", "submit", "bring", "condolences", "hostage", "restore", "grant", "remark", "attack", "refer", "reference", "damage", "danger", "say", "according", "signal", "transfer", "leak", "appeals", "shipment", "export", "report", "present", "recommend", "send", "addition", "thanks", "condolence")

	// "attack on [Israel]", "called on [Russia]"
	pressureWords = keySet("attack", "sanction", "pressure", "call", "war", "assault", "ban", "embargo", "strike", "impose", "declare", "rely", "depend",
		"dependence", "reliance", "blame", "pin", "prevail", "restriction", "tariff", "crackdown", "raid", "spy", "lean", "restrictions",
		"penalty", "ultimatum", "measure", "demand", "criticism", "condition", "put", "report", "press", "bombing", "airstrike", "invasion", "urge")

	// "alarm from [Turkey]"
	sourceWords = keySet("demand", "request", "reply", "response", "aid", "support", "condemnation", "permission", "independence", "pressure", "alarm",
		"criticism", "protest", "reaction", "approval", "help", "backing", "assistance", "recognition", "apology", "loan", "come", "buy", "receive",
		"seek", "gain", "win", "secede", "hear", "purchase", "objection", "threat", "concession", "compensation", "extradition", "complaint",
		"assurance", "guarantee", "pledge", "opposition", "invitation", "warning", "message", "letter", "accusation", "call", "distance", "split", "freedom", "obtain", "demands")

	// "a blow for [Kyiv]", "support for [Ukraine]"
	supportWords = keySet("support", "aid", "help", "blow", "victory", "backing", "defeat", "setback", "assistance", "spy", "fight", "speak", "sympathy",
		"solidarity", "respect", "praise", "guarantee", "concern", "threat", "membership", "fund", "bailout", "loan", "recognition", "embarrassment", "spokesman", "spokeswoman")
)
