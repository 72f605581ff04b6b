package dateline

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// lines are datelines with what must be read from them. The sentences behind are ours;
// "|" marks where the story begins.
var lines = []struct {
	text, raw, place, country, agency, day string
	bylines                                []string
}{
	{text: "TUNIS (AP) — |Dockers ended a strike.", raw: "TUNIS (AP)", place: "Tunis", agency: "AP"},
	{text: "PEORIA, Ill. (AP) — |Dockers ended a strike.", raw: "PEORIA, Ill. (AP)", place: "Peoria", country: "Ill.", agency: "AP"},
	{text: "ST. PAUL, Minn. (AP) _ |Dockers ended a strike.", raw: "ST. PAUL, Minn. (AP)", place: "St. Paul", country: "Minn.", agency: "AP"},
	{text: "LAS CRUCES, N.M. (AP) -- |Dockers ended a strike.", raw: "LAS CRUCES, N.M. (AP)", place: "Las Cruces", country: "N.M.", agency: "AP"},
	{text: "GRAND FORKS, N.D. (AP) |Dockers ended a strike.", raw: "GRAND FORKS, N.D. (AP)", place: "Grand Forks", country: "N.D.", agency: "AP"},
	{text: "RABAT, March 4 (Reuters) - |Dockers ended a strike.", raw: "RABAT, March 4 (Reuters)", place: "Rabat", agency: "Reuters", day: "2024-03-04"},
	{text: "CEDAR RAPIDS, Iowa, March 2 (Reuters) - |Dockers ended a strike.", raw: "CEDAR RAPIDS, Iowa, March 2 (Reuters)", place: "Cedar Rapids", country: "Iowa", agency: "Reuters", day: "2024-03-02"},
	{text: "March 4 (Reuters) - |Dockers ended a strike.", raw: "March 4 (Reuters)", agency: "Reuters", day: "2024-03-04"},
	{text: "AMMAN/DOHA, March 4 (Reuters) - |Dockers ended a strike.", raw: "AMMAN/DOHA, March 4 (Reuters)", place: "Amman", agency: "Reuters", day: "2024-03-04"},
	{text: "NEW YORK and BOSTON, March 4 (Reuters) - |Dockers ended a strike.", raw: "NEW YORK and BOSTON, March 4 (Reuters)", place: "New York", agency: "Reuters", day: "2024-03-04"},
	{text: "KHARTOUM (Thomson Reuters Foundation) - |Dockers ended a strike.", raw: "KHARTOUM (Thomson Reuters Foundation)", place: "Khartoum", agency: "Thomson Reuters Foundation"},
	{text: "Gaza City, Palestinian Territories, March 3, 2024 (AFP) - |Dockers ended a strike.", raw: "Gaza City, Palestinian Territories, March 3, 2024 (AFP)", place: "Gaza City", country: "Palestinian Territories", agency: "AFP", day: "2024-03-03"},
	{text: "Bangui (AFP) – |Dockers ended a strike.", raw: "Bangui (AFP)", place: "Bangui", agency: "AFP"},
	{text: "Lyon, 3 mars 2024 (AFP) |Des dockers ont repris le travail.", raw: "Lyon, 3 mars 2024 (AFP)", place: "Lyon", agency: "AFP", day: "2024-03-03"},
	{text: "OSLO, March 4 AFP - |Dockers ended a strike.", raw: "OSLO, March 4 AFP", place: "Oslo", agency: "AFP", day: "2024-03-04"},
	{text: "AFP, TAFTANAZ, Syria\n\n|Dockers ended a strike.", raw: "AFP, TAFTANAZ, Syria", place: "Taftanaz", country: "Syria", agency: "AFP"},
	{text: "AP, DHAKA\n\n|Dockers ended a strike.", raw: "AP, DHAKA", place: "Dhaka", agency: "AP"},
	{text: "بغداد, 03-03-2024 (أ ف ب) - |أنهى عمال الموانئ إضرابهم.", raw: "بغداد, 03-03-2024 (أ ف ب)", place: "بغداد", agency: "AFP", day: "2024-03-03"},
	{text: "طنجة (المغرب) (أ ف ب) |أنهى عمال الموانئ إضرابهم.", raw: "طنجة (المغرب) (أ ف ب)", place: "طنجة", country: "المغرب", agency: "AFP"},
	{text: "Vaduz (Liechtenstein), 3 mars 2024 (AFP) - |Des dockers ont repris le travail.", raw: "Vaduz (Liechtenstein), 3 mars 2024 (AFP)", place: "Vaduz", country: "Liechtenstein", agency: "AFP", day: "2024-03-03"},
	{text: "新华社天津3月4日电（记者张三）|码头工人结束罢工。", raw: "新华社天津3月4日电", place: "天津", agency: "Xinhua", day: "2024-03-04"},
	{text: "（路透釜山3月4日电）|码头工人结束罢工。", raw: "（路透釜山3月4日电）", place: "釜山", agency: "Reuters", day: "2024-03-04"},
	{text: "【リヨン共同】|港湾労働者はストライキを終えた。", raw: "【リヨン共同】", place: "リヨン", agency: "Kyodo"},
	{text: "【リヨン＝時事】|港湾労働者はストライキを終えた。", raw: "【リヨン＝時事】", place: "リヨン", agency: "Jiji"},
	{text: "(부산=연합뉴스) 홍길동 기자 = |부두 노동자들이 파업을 끝냈다.", raw: "(부산=연합뉴스)", place: "부산", agency: "Yonhap"},
	{text: "Bremen (dpa) - |Die Hafenarbeiter arbeiten wieder.", raw: "Bremen (dpa)", place: "Bremen", agency: "dpa"},
	{text: "Frankfurt/Oder (dpa) - |Die Hafenarbeiter arbeiten wieder.", raw: "Frankfurt/Oder (dpa)", place: "Frankfurt/Oder", agency: "dpa"},
	{text: "Mainz/Bonn (dpa/lrs) - |Die Hafenarbeiter arbeiten wieder.", raw: "Mainz/Bonn (dpa/lrs)", place: "Mainz", agency: "dpa"},
	{text: "Genève (ats afp) |Des dockers ont repris le travail.", raw: "Genève (ats afp)", place: "Genève", agency: "ATS"},
	{text: "Aarhus /ritzau/: |Havnearbejderne er tilbage.", raw: "Aarhus /ritzau/", place: "Aarhus", agency: "Ritzau"},
	{text: "KAZAN, March 4. /TASS/. |Dockers ended a strike.", raw: "KAZAN, March 4. /TASS/", place: "Kazan", agency: "TASS", day: "2024-03-04"},
	{text: "МОСКВА, 4 марта. /ТАСС/. |Докеры прекратили забастовку.", raw: "МОСКВА, 4 марта. /ТАСС/", place: "Москва", agency: "TASS", day: "2024-03-04"},
	{text: "КАЗАНЬ, 4 мар - РИА Новости. |Докеры прекратили забастовку.", raw: "КАЗАНЬ, 4 мар - РИА Новости", place: "Казань", agency: "RIA Novosti", day: "2024-03-04"},
	{text: "HAMA, (SANA)- |Dockers ended a strike.", raw: "HAMA, (SANA)", place: "Hama", agency: "SANA"},
	{text: "Hama, SANA_ |Dockers ended a strike.", raw: "Hama, SANA", place: "Hama", agency: "SANA"},
	{text: "LUXOR - 4 March 2024: |Dockers ended a strike.", raw: "LUXOR - 4 March 2024", place: "Luxor", day: "2024-03-04"},
	{text: "Agadir – |Dockers ended a strike that had kept the harbour shut for two weeks, their union said.", raw: "Agadir", place: "Agadir"},
	{text: "By Reuters Staff BREMEN (Reuters) - |Dockers ended a strike.", raw: "BREMEN (Reuters)", place: "Bremen", agency: "Reuters"},
	{text: "Quito, Mar 4 (EFE).- |Dockers ended a strike.", raw: "Quito, Mar 4 (EFE)", place: "Quito", agency: "EFE", day: "2024-03-04"},
	{text: "VIGO, 3 Mar. 2024 (Europa Press) - |Los estibadores vuelven al trabajo.", raw: "VIGO, 3 Mar. 2024 (Europa Press)", place: "Vigo", agency: "Europa Press", day: "2024-03-03"},
	{text: "(ANSA) - BARI, 04 MAR - |I portuali tornano al lavoro.", raw: "(ANSA) - BARI, 04 MAR", place: "Bari", agency: "ANSA", day: "2024-03-04"},
	{text: "OSAKA, Japan, March 4 Kyodo - |Dockers ended a strike.", raw: "OSAKA, Japan, March 4 Kyodo", place: "Osaka", country: "Japan", agency: "Kyodo", day: "2024-03-04"},
	{text: "WUHAN, March 4 (Xinhua) -- |Dockers ended a strike.", raw: "WUHAN, March 4 (Xinhua)", place: "Wuhan", agency: "Xinhua", day: "2024-03-04"},
	{text: "(Bloomberg) -- |Dockers ended a strike.", raw: "(Bloomberg)", agency: "Bloomberg"},
	{text: "LEEDS, March 4, 2024 /PRNewswire/ -- |Dockers ended a strike.", raw: "LEEDS, March 4, 2024 /PRNewswire/", place: "Leeds", agency: "PR Newswire", day: "2024-03-04"},
	{text: "TACOMA, Wash.--(BUSINESS WIRE)--|Dockers ended a strike.", raw: "TACOMA, Wash.--(BUSINESS WIRE)", place: "Tacoma", country: "Wash.", agency: "Business Wire"},
	{text: "PUEBLO (KRDO) -- |Dockers ended a strike.", raw: "PUEBLO (KRDO)", place: "Pueblo", agency: "KRDO"},
	{text: "PORT-AU-PRINCE — |Dockers ended a strike.", raw: "PORT-AU-PRINCE", place: "Port-au-Prince"},
	{text: "MOMBASA: |Dockers ended a strike.", raw: "MOMBASA", place: "Mombasa"},
	{text: "IPOH, March 4 — |Dockers ended a strike.", raw: "IPOH, March 4", place: "Ipoh", day: "2024-03-04"},
	{text: "SALEM, Ore., March 4 - |Dockers ended a strike.", raw: "SALEM, Ore., March 4", place: "Salem", country: "Ore.", day: "2024-03-04"},
	{text: "HARBIN, March 4\n\n|Dockers ended a strike.", raw: "HARBIN, March 4", place: "Harbin", day: "2024-03-04"},
	{text: "TENNIS - RESULTS FROM LYON.\n\nLYON 2024-03-04\n\n|Dockers ended a strike.", raw: "LYON 2024-03-04", place: "Lyon", day: "2024-03-04"},
	{text: "San Salvador, 3 Mar 90 -- |Dockers ended a strike.", raw: "San Salvador, 3 Mar 90", place: "San Salvador", day: "1990-03-03"},
	{text: "Clandestine, 3 Mar 90 (Radio Nueva) -- |Dockers ended a strike.", raw: "Clandestine, 3 Mar 90 (Radio Nueva)", day: "1990-03-03"},
	{text: "No city (Peru), no date (Radio Nueva) -- |Dockers ended a strike.", raw: "No city (Peru), no date (Radio Nueva)", country: "Peru"},
	{text: "Lima, 3 Mar 90 (Canal 5 Television) -- |Dockers ended a strike.", raw: "Lima, 3 Mar 90 (Canal 5 Television)", place: "Lima", day: "1990-03-03"},
	{text: "By Jane Doe\n\nBUSAN, South Korea, March 4 (Reuters) - |Dockers ended a strike.", raw: "BUSAN, South Korea, March 4 (Reuters)", place: "Busan", country: "South Korea", agency: "Reuters", day: "2024-03-04", bylines: []string{"Jane Doe"}},
	{text: "By Jane Doe and Ali al-Tikriti BUSAN, March 4 (Reuters) - |Dockers ended a strike.", raw: "BUSAN, March 4 (Reuters)", place: "Busan", agency: "Reuters", day: "2024-03-04", bylines: []string{"Jane Doe", "Ali al-Tikriti"}},
	{text: "By Jane Doe, dpa\n\nBerlin (dpa) - |Dockers ended a strike.", raw: "Berlin (dpa)", place: "Berlin", agency: "dpa", bylines: []string{"Jane Doe"}},
	{text: "Dockers end strike in Tunis\n\nTUNIS (AP) — |Dockers ended a strike.", raw: "TUNIS (AP)", place: "Tunis", agency: "AP"},
}

func TestFind(t *testing.T) {
	published := time.Date(2024, 3, 5, 8, 0, 0, 0, time.UTC)
	for _, tt := range lines {
		text := strings.Replace(tt.text, "|", "", 1)
		d, bylines, ok := Find(text, published)
		if !ok {
			t.Errorf("%q: no dateline", text)
			continue
		}
		day := ""
		if !d.Date.IsZero() {
			day = d.Date.Format(time.DateOnly)
		}
		if d.Raw != tt.raw || d.Place != tt.place || d.Country != tt.country || d.Agency != tt.agency || day != tt.day || !slices.Equal(bylines, tt.bylines) {
			t.Errorf("%q:\n got %q place %q country %q agency %q day %q bylines %q\nwant %q place %q country %q agency %q day %q bylines %q", text,
				d.Raw, d.Place, d.Country, d.Agency, day, bylines, tt.raw, tt.place, tt.country, tt.agency, tt.day, tt.bylines)
		}
		if want := strings.Index(tt.text, "|"); d.End != want {
			t.Errorf("%q: the story begins at %d, want %d", text, d.End, want)
		}
		if got := text[d.Start:d.End]; !strings.HasPrefix(got, tt.raw[:3]) {
			t.Errorf("%q: range holds %q", text, got)
		}
	}
}

func TestBarred(t *testing.T) {
	const line = "Lyon, France | AFP | Monday 04/03/2024 - 10:13 UTC+2 | 312 words"
	d, _, ok := Find(line+"\n\nDockers ended a strike.", time.Time{})
	if !ok || d.Raw != line || d.Place != "Lyon" || d.Country != "France" || d.Agency != "AFP" || d.Date.Format(time.DateOnly) != "2024-03-04" || d.End != len(line)+2 {
		t.Errorf("%v %+v", ok, d)
	}
	if d, _, ok := Find("ENTEBBE | Dockers ended a strike.", time.Time{}); !ok || d.Raw != "ENTEBBE" || d.Place != "Entebbe" || d.End != len("ENTEBBE | ") {
		t.Errorf("%v %+v", ok, d)
	}
	for _, s := range []string{"Lyon | Nice | 10/07/2020", "Home | News | AFP", "AFP | Lyon", "| AFP |", "Lyon, France | AFP\nx"} {
		if d, _, ok := Find(s+"\n\nDockers ended a strike.", time.Time{}); ok && d.Agency != "" && d.Place != "" {
			t.Errorf("%q gives %+v", s, d)
		}
	}
}

func TestFindPlaces(t *testing.T) {
	for text, want := range map[string][]string{
		"AMMAN/DOHA, March 4 (Reuters) - Talks go on.":          {"Amman", "Doha"},
		"NEW YORK and BOSTON, March 4 (Reuters) - Talks go on.": {"New York", "Boston"},
		"Frankfurt/Main (dpa) - Es wird verhandelt.":            {"Frankfurt/Main"},
		"Frankfurt/Paris (dpa) - Es wird verhandelt.":           {"Frankfurt", "Paris"},
	} {
		if d, _, _ := Find(text, time.Time{}); !slices.Equal(d.Places, want) {
			t.Errorf("%q: got %q, want %q", text, d.Places, want)
		}
	}
}

// What only looks like a dateline gives none.
func TestFalseFriends(t *testing.T) {
	for _, text := range []string{
		"WARNING: The dam may break, engineers said in a letter that was never sent.",
		"ASK AMY: My neighbour borrows my ladder and never brings it back.",
		"JOHN SMITH, HOST: The council sat all night and decided nothing.",
		"EXCLUSIVE - The mayor knew of the letter a year ago, documents show.",
		"VIDEO: Dockers cheer as the first ship leaves the harbour of Lindi.",
		"GERMAN PATIENCE: Berlin has waited for its airport for fourteen years.",
		"LEEDS (4-4-2): Smith; Jones, Brown, White; Black, Green.",
		"ARSENAL 3-0 EVERTON - An early goal settled the nerves.",
		"LONDON 2012 — The games cost more than anybody had planned.",
		"BERLIN: A CITY — The book won a prize.",
		"VIENNA TENG — the singer and writer — has a new record.",
		"KENYA MOORE (Jane Doe) — The star is back in a film.",
		"The Central Bank (CB) - which sets the rates - said nothing.",
		"Leeds Building Society (LBS) - Savers will get less.",
		"Acme Corp (ticker: AC) reported a profit.",
		"Monday, March 4 - The council meets.",
		"We met in TUNIS (AP) — or so he says.",
		"He said March 4 (Reuters) was the day.",
		"",
		"\n\n\n",
	} {
		if d, _, ok := Find(text, time.Time{}); ok {
			t.Errorf("%q: got %q", text, d.Raw)
		}
	}
}

// A day without a year gets the one nearest to the publication, also across New Year.
func TestYear(t *testing.T) {
	for _, tt := range []struct{ text, published, want string }{
		{"RABAT, Dec 31 (Reuters) - Talks go on.", "2025-01-01", "2024-12-31"},
		{"RABAT, Jan 1 (Reuters) - Talks go on.", "2024-12-31", "2025-01-01"},
		{"RABAT, Feb 29 (Reuters) - Talks go on.", "2023-03-01", "2024-02-29"},
		{"RABAT, Feb 30 (Reuters) - Talks go on.", "2023-03-01", "0001-01-01"},
		{"RABAT, Dec 31 (Reuters) - Talks go on.", "", "0001-01-01"},
	} {
		var published time.Time
		if tt.published != "" {
			published, _ = time.Parse(time.DateOnly, tt.published)
		}
		d, _, ok := Find(tt.text, published)
		if got := d.Date.Format(time.DateOnly); !ok || got != tt.want {
			t.Errorf("%q of %q: got %s, want %s", tt.text, tt.published, got, tt.want)
		}
	}
}
