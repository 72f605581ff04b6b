package dateline

import "strings"

// agency is a news agency: the name it goes by, and the forms it is printed in, lower case.
type agency struct {
	name  string
	forms []string
}

// agencies is in no order of rank; a form stands once.
var agencies = []agency{
	{"AFP", []string{"afp", "agence france-presse", "agence france presse", "أ ف ب", "ا ف ب", "أ.ف.ب", "أ. ف. ب", "فرانس برس", "afp relaxnews", "法新社", "afp通信", "afp＝時事", "afp=時事", "afp=연합뉴스"}},
	{"AP", []string{"ap", "associated press", "the associated press", "أ ب", "a.p", "美联社", "美聯社", "ap通信", "ap＝共同", "ap=연합뉴스"}},
	{"Reuters", []string{"reuters", "thomson reuters", "رويترز", "reuters health", "reuters life!", "reuters breakingviews", "路透社", "路透", "ロイター", "로이터", "로이터=연합뉴스", "로이터=뉴스1"}},
	{"Thomson Reuters Foundation", []string{"thomson reuters foundation", "trf"}},
	{"dpa", []string{"dpa", "deutsche presse-agentur", "dpa-afx", "dpa international", "德新社"}},
	{"AAP", []string{"aap", "australian associated press"}},
	{"PA", []string{"pa", "pa media", "press association"}},
	{"APA", []string{"apa"}},
	{"Keystone-SDA", []string{"sda", "keystone-sda"}},
	{"ATS", []string{"ats", "keystone-ats"}},
	{"ANP", []string{"anp", "algemeen nederlands persbureau"}},
	{"Belga", []string{"belga"}},
	{"Ritzau", []string{"ritzau"}},
	{"NTB", []string{"ntb"}},
	{"TT", []string{"tt"}},
	{"STT", []string{"stt"}},
	{"TASS", []string{"tass", "itar-tass", "тасс", "塔斯社"}},
	{"RIA Novosti", []string{"ria novosti", "риа новости"}},
	{"Interfax", []string{"interfax", "интерфакс", "interfax-ukraine"}},
	{"Sputnik", []string{"sputnik"}},
	{"Ukrinform", []string{"ukrinform"}},
	{"PAP", []string{"pap"}},
	{"CTK", []string{"ctk", "čtk"}},
	{"MTI", []string{"mti"}},
	{"Tanjug", []string{"tanjug"}},
	{"EFE", []string{"efe", "agencia efe"}},
	{"ACAN-EFE", []string{"acan-efe", "acan - efe"}},
	{"Europa Press", []string{"europa press", "ep"}},
	{"Notimex", []string{"notimex"}},
	{"Télam", []string{"télam", "telam"}},
	{"Prensa Latina", []string{"prensa latina"}},
	{"Agência Brasil", []string{"agência brasil"}},
	{"Lusa", []string{"lusa"}},
	{"ANSA", []string{"ansa", "ansamed"}},
	{"Adnkronos", []string{"adnkronos"}},
	{"AGI", []string{"agi"}},
	{"Kyodo", []string{"kyodo", "kyodo news", "kyodonews", "共同", "共同通信", "共同社"}},
	{"Jiji", []string{"jiji", "jiji press", "時事", "時事通信"}},
	{"Xinhua", []string{"xinhua", "xinhua news agency", "新华社", "新華社"}},
	{"CNA", []string{"cna", "中央社"}},
	{"Yonhap", []string{"yonhap", "yonhap news agency", "연합뉴스", "韩联社", "聯合"}},
	{"Newsis", []string{"newsis", "뉴시스"}},
	{"News1", []string{"news1", "뉴스1"}},
	{"China News Service", []string{"中新社", "中新网"}},
	{"KCNA", []string{"kcna"}},
	{"Bernama", []string{"bernama"}},
	{"Antara", []string{"antara", "antara news"}},
	{"PTI", []string{"pti", "press trust of india"}},
	{"UNI", []string{"uni"}},
	{"ANI", []string{"ani"}},
	{"IANS", []string{"ians"}},
	{"APP", []string{"app"}},
	{"BSS", []string{"bss"}},
	{"IRNA", []string{"irna"}},
	{"SANA", []string{"sana", "سانا"}},
	{"WAFA", []string{"wafa", "وفا"}},
	{"Anadolu", []string{"aa", "anadolu", "anadolu agency"}},
	{"MENA", []string{"mena"}},
	{"SPA", []string{"spa", "واس"}},
	{"WAM", []string{"wam", "وام"}},
	{"KUNA", []string{"kuna", "كونا"}},
	{"QNA", []string{"qna", "قنا"}},
	{"Petra", []string{"petra", "بترا"}},
	{"APS", []string{"aps", "واج"}},
	{"MAP", []string{"map", "و م ع"}},
	{"TAP", []string{"tap", "وات"}},
	{"NAN", []string{"nan"}},
	{"GNA", []string{"gna"}},
	{"PANA", []string{"pana"}},
	{"UPI", []string{"upi", "united press international"}},
	{"The Canadian Press", []string{"canadian press", "the canadian press", "cp"}},
	{"Bloomberg", []string{"bloomberg", "bloomberg news"}},
	{"Dow Jones", []string{"dow jones", "dow jones newswires", "dj"}},
	{"RNS", []string{"rns", "religion news service"}},
	{"CNS", []string{"cns", "catholic news service"}},
	{"JTA", []string{"jta"}},
	{"IPS", []string{"ips", "inter press service"}},
	{"VNA", []string{"vna"}},
	{"Mehr", []string{"mna", "mehr", "mehr news"}},
	{"Tasnim", []string{"tasnim", "tasnim news agency"}},
	{"Fars", []string{"fna", "fars", "fars news agency"}},
	{"ISNA", []string{"isna"}},
	{"SUNA", []string{"suna"}},
	{"ENA", []string{"ena"}},
	{"SONNA", []string{"sonna"}},
	{"KNA", []string{"kna"}},
	{"NAMPA", []string{"nampa"}},
	{"New Ziana", []string{"new ziana", "ziana"}},
	{"Angop", []string{"angop"}},
	{"SAPA", []string{"sapa"}},
	{"ACN", []string{"acn"}},
	{"PNA", []string{"pna"}},
	{"TNA", []string{"tna"}},
	{"KPL", []string{"kpl"}},
	{"AKP", []string{"akp"}},
	{"NINA", []string{"nina"}},
	{"INA", []string{"ina"}},
	{"NNA", []string{"nna"}},
	{"Saba", []string{"saba", "saba news"}},
	{"ANA-MPA", []string{"ana-mpa", "ana"}},
	{"BTA", []string{"bta"}},
	{"Agerpres", []string{"agerpres"}},
	{"Hina", []string{"hina"}},
	{"FENA", []string{"fena"}},
	{"STA", []string{"sta"}},
	{"BNS", []string{"bns"}},
	{"LETA", []string{"leta"}},
	{"ELTA", []string{"elta"}},
	{"BelTA", []string{"belta"}},
	{"Azertac", []string{"azertac", "azərtac"}},
	{"Armenpress", []string{"armenpress"}},
	{"Kazinform", []string{"kazinform"}},
	{"UzA", []string{"uza"}},
	{"IRIN", []string{"irin", "the new humanitarian"}},
	{"Pajhwok", []string{"pajhwok"}},
	{"CNW", []string{"cnw", "cnw group", "cnw telbec"}},
	{"Nyhetsbyrån Direkt", []string{"nyhetsbyrån direkt"}},
	{"Andina", []string{"andina"}},
	{"Al Jazeera", []string{"al jazeera"}},
	{"Deutsche Welle", []string{"dw"}},
	{"CNN", []string{"cnn", "cnn business", "cnn wire", "cnn newsource"}},
	{"BBC", []string{"bbc", "bbc news"}},
	{"VOA", []string{"voa"}},
	{"RFE/RL", []string{"rfe/rl"}},
	{"States Newsroom", []string{"states newsroom"}},
	{"The Center Square", []string{"the center square"}},
	{"Tribune News Service", []string{"tns"}},
	{"PR Newswire", []string{"prnewswire", "pr newswire", "prnewswire-prweb", "prnewswire-firstcall", "prnewswire-usnewswire", "prnewswire-asianet"}},
	{"Business Wire", []string{"business wire", "businesswire"}},
	{"GlobeNewswire", []string{"globe newswire", "globenewswire"}},
	{"Newsfile", []string{"newsfile corp.", "newsfile corp", "newsfile"}},
	{"Accesswire", []string{"accesswire", "access newswire"}},
	{"Marketwired", []string{"marketwired", "marketwire"}},
	{"EQS", []string{"eqs", "eqs news"}},
	{"AsiaNet", []string{"asianet"}},
	{"PRWEB", []string{"prweb"}},
}

// Agency is the usual name of an agency as printed: "Agence France-Presse" is AFP.
func Agency(printed string) (name string, known bool) { return agencyNamed(printed) }

// agencyNamed is the usual name of an agency as printed. Where two share a credit ("ats
// afp", "AP/Reuters") it is the first; a regional desk is its agency's ("dpa/lsw").
func agencyNamed(printed string) (string, bool) {
	s := strings.ToLower(strings.Join(strings.Fields(printed), " "))
	if name, ok := agencyForm(s); ok {
		return name, true
	}
	for _, sep := range []string{"/", " - ", "-", " "} {
		first, rest, found := strings.Cut(s, sep)
		if !found {
			continue
		}
		a, okA := agencyForm(strings.TrimSpace(first))
		_, okB := agencyForm(strings.TrimSpace(rest))
		switch {
		case okA && okB, okA && sep != " " && len(rest) <= 3: // ats afp; dpa/lsw, dpa/bw
			return a, true
		}
	}
	return "", false
}

func agencyForm(s string) (string, bool) {
	for i := range agencies {
		for _, f := range agencies[i].forms {
			if f == s {
				return agencies[i].name, true
			}
		}
	}
	return "", false
}

// outlet is the name of a paper or station in an agency's stead, when it can be nothing
// else: a domain ("Variety.com") or an American call sign ("WABC", "KTLA-TV").
func outlet(printed string) (string, bool) {
	if strings.HasSuffix(printed, ".com") || strings.HasSuffix(printed, ".org") || strings.HasSuffix(printed, ".net") {
		return printed, !strings.Contains(printed, " ")
	}
	call, tail, _ := strings.Cut(printed, "-")
	if len(call) < 3 || len(call) > 4 || call[0] != 'W' && call[0] != 'K' || !isUpper(call) {
		return "", false
	}
	return printed, tail == "" || tail == "TV" || tail == "FM" || tail == "AM" || tail == "DT"
}
