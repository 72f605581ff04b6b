package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// leaderText is a line of leaders_factbook.jsonl.
type leaderText struct {
	GEC    string `json:"gec"`
	Office string `json:"office"`
	Text   string `json:"text"`
	First  string `json:"first_seen"`
	Last   string `json:"last_seen"`
}

// since ends what one office-holder is said to be: "President Recep Tayyip ERDOGAN (since 28 August 2014)".
var since = regexp.MustCompile(`\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})[^)]*\)`)

// lastEdition is when the last texts were sampled: who is in them is in office.
const lastEdition = "2026-04"

// holder is somebody whom a text has in an office.
type holder struct {
	name string
	row  row
	days int // for how long texts had the name so
}

// term is what tells terms of office apart: whoever came into the same office on the same
// day with the same surname is one person, however the first name is spelt: "Benjamin" and
// "Benyamin NETANYAHU (since 29 December 2022)".
type term struct{ country, from, surname string }

func (h *holder) term() term { return term{h.row.country, h.row.from, surname(h.name)} }

// readLeaders makes dated rows from the texts on heads of state and government.
func readLeaders(es *entries, path string, codes map[string]string) error {
	holders, err := leaders(path, codes)
	if err != nil {
		return err
	}
	spelt := map[term][]*holder{} // each spelling once
	for _, h := range holders {
		same := spelt[h.term()]
		if i := slices.IndexFunc(same, func(o *holder) bool { return o.name == h.name }); i >= 0 {
			same[i].days += h.days
			continue
		}
		one := *h
		spelt[h.term()] = append(same, &one)
	}
	for _, same := range spelt { // the name that a hand table has, or that was printed for longest
		slices.SortStableFunc(same, func(a, b *holder) int {
			if has := es.person(a); has != es.person(b) {
				if has {
					return -1
				}
				return 1
			}
			return cmp.Compare(b.days, a.days)
		})
	}
	for _, h := range holders {
		var names []string
		for _, o := range spelt[h.term()] {
			names = append(names, personNames(o.name)...)
		}
		es.add("p", names, h.row)
	}
	return nil
}

// person reports whether the book has somebody of the holder's name and country.
func (es *entries) person(h *holder) bool { return es.index[id("p", h.row.country, h.name)] != nil }

// leaders are all whom the texts have in an office, text by text.
func leaders(path string, codes map[string]string) (out []*holder, err error) {
	err = eachJSON(path, func(line []byte) error {
		var t leaderText
		if err := json.Unmarshal(line, &t); err != nil {
			return err
		}
		country := codes[t.GEC]
		if country == "" || country == "VAT" { // popes are in the hand table, as clergy
			return nil
		}
		pos, office := 0, ""
		for _, m := range since.FindAllStringSubmatchIndex(t.Text, -1) {
			before := t.Text[pos:m[0]]
			pos = m[1]
			if i := strings.LastIndexAny(before, ";:"); i >= 0 {
				before = before[i+1:]
			}
			before = strings.TrimPrefix(strings.TrimSpace(before), "note - ")
			title, name := splitTitle(strings.TrimPrefix(before, "represented by "))
			if strings.Contains(before, "-elect") {
				continue // not yet in office
			}
			if strings.ContainsAny(title, "0123456789") { // a sentence on how the office went over
				title, name = t.Office, withoutMonth(name)
			}
			if title = oneOffice(strings.TrimPrefix(title, "and ")); title == "and" {
				title = office // "Deputy Prime Ministers … (since …) and … (since …)"
			} else if title != "" {
				office = title
			}
			if !strings.Contains(name, " ") || title == "" || foreignHead(t.GEC, name) {
				continue
			}
			r := row{country: country, sector: "GOV", from: sinceDay(t.Text, m), role: title, seen: true}
			if t.Last < lastEdition {
				r.to = strings.ReplaceAll(t.Last, "-", "")
			}
			out = append(out, &holder{name, r, t.days()})
		}
		return nil
	})
	return out, err
}

// withoutMonth drops a date's month that runs into a name: "on 24 June Abdelaziz DJERAD".
func withoutMonth(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	if _, err := time.Parse("January", first); err == nil {
		return rest
	}
	return name
}

// days is for how long the text was printed, one at least.
func (t *leaderText) days() int {
	first, err1 := time.Parse(time.DateOnly, t.First)
	last, err2 := time.Parse(time.DateOnly, t.Last)
	if err1 != nil || err2 != nil {
		return 1
	}
	return 1 + int(last.Sub(first).Hours()/24)
}

// foreignHead are the sovereigns of other realms, who would else be coded for each.
func foreignHead(gec, name string) bool {
	switch {
	case strings.HasPrefix(name, "Elizabeth"), strings.HasPrefix(strings.ToUpper(name), "CHARLES II"): // no Charles Michel
		return gec != "uk"
	case strings.HasPrefix(name, "Willem"):
		return gec != "nl"
	case strings.HasPrefix(name, "Margrethe"), strings.HasPrefix(name, "Frederik"):
		return gec != "da"
	case strings.Contains(name, "Macron"), strings.Contains(name, "Hollande"):
		return gec != "fr"
	case strings.Contains(name, "Trump"), strings.Contains(name, "Biden"), strings.Contains(name, "Obama"):
		return gec != "us"
	case strings.Contains(name, "Pence"), strings.Contains(name, "Harris"), strings.Contains(name, "Vance"), strings.Contains(name, "Cheney"):
		return gec == "aq" || gec == "cq" || gec == "gq" || gec == "rq" || gec == "vq" // America's islands
	}
	return false
}

func sinceDay(s string, m []int) string {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	day, month := group(1), group(2)
	if day == "" {
		day = "1"
	}
	if t, err := time.Parse("2 January 2006", day+" "+month+" "+group(3)); err == nil {
		return t.Format("20060102")
	}
	return group(3) + "0101"
}

// splitTitle parts "Prime Minister Michiel \"Mike\" Godfried EMAN": the name is the
// surname in capitals and the words before it that are no part of a title.
func splitTitle(s string) (title, name string) {
	s = parens.ReplaceAllString(s, " ")
	words := strings.Fields(strings.TrimLeft(strings.Trim(s, " ,."), "])"))
	caps := -1
	for i, w := range words {
		if isCaps(w) {
			caps = i
		}
	}
	if caps < 0 {
		return "", ""
	}
	start := 0
	for i := 0; i < caps; i++ {
		if titleWords[strings.ToLower(strings.Trim(words[i], ".,'\""))] || strings.HasSuffix(words[i], ",") || unicode.IsDigit(rune(words[i][0])) {
			start = i + 1
		}
	}
	for _, w := range words[start : caps+1] {
		if w[0] == '"' || w[0] == '\'' {
			continue // a nickname
		}
		name += " " + titleCase(strings.Trim(w, ","))
	}
	return strings.Trim(strings.Join(words[:start], " "), " ,"), strings.TrimSpace(name)
}

// oneOffice is the office of one of several: "Deputy Prime Ministers Juan PEREZ, Ana".
func oneOffice(title string) string {
	words := strings.Fields(title)
	for i, w := range words {
		if len(w) > 3 && isCaps(strings.Trim(w, ",")) {
			words = words[:i]
			for len(words) > 0 && !titleWords[strings.ToLower(words[len(words)-1])] {
				words = words[:len(words)-1] // given names
			}
			break
		}
	}
	if n := len(words) - 1; n > 0 && words[n-1] != "of" { // the Council of Ministers has one
		switch words[n] {
		case "Ministers", "Presidents", "Premiers":
			words[n] = strings.TrimSuffix(words[n], "s")
		}
	}
	return strings.Join(words, " ")
}

var parens = regexp.MustCompile(`\([^)]*\)|\[[^\]]*\]|["“][^"”]*["”]`)

var titleWords = words(`president minister prime premier king queen emir sultan chancellor vice deputy first second third
	governor general dr sir dame transitional interim acting chairman chairwoman chairperson co-chairman of the state council chief
	administrator executive captain-regent captains prince crown lieutenant colonel brigadier marshal sheikh shaykh gen lt col maj
	pope cardinal taoiseach ayatollah supreme leader commission affairs and foreign defense for represented by since his her
	majesty highness commissioner high secretary member presidency presiding grand duke duchess sovereign co-prince ruler amir
	prefect house assembly speaker director authority palestinian national republic federal council-president party sr s. e. imam
	admiral rear air senior lady field ret. ret hon hajji coordinator paramount military junta head government ministers spiritual adm cabinet royal
	premiers presidents representatives swiss confederation french polynesia new zealand australia china spain
	interior transport development`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// isCaps reports whether a word is a surname in capitals, particles as in "al-ASAD" aside.
func isCaps(w string) bool {
	w = strings.Trim(w, ".,'\"")
	if i := strings.LastIndexByte(w, '-'); i >= 0 && w[:i] == strings.ToLower(w[:i]) {
		w = w[i+1:]
	}
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1 && w != "II" && w != "III" && w != "VI" && w != "IV" && w != "XVI"
}

// titleCase turns "AL-SHARA" into "Al-Shara" and leaves words with small letters alone.
func titleCase(w string) string {
	if !isCaps(w) {
		return w
	}
	var b strings.Builder
	up := true
	for _, r := range w {
		if up || !unicode.IsLetter(r) || !unicode.IsUpper(r) {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = r == '-'
		if unicode.IsLower(r) {
			up = false
		}
	}
	return b.String()
}

// personNames are the full name, the name without its middle names, and the surname.
func personNames(name string) []string {
	f := strings.Fields(name)
	names := []string{name}
	last := surname(name)
	n := len(f) - len(strings.Fields(last))
	if n > 1 {
		names = append(names, f[0]+" "+last, strings.Join(f[n-1:], " "))
	}
	return append(names, shortNames(name)...)
}

// readWikidata reads presidents and prime ministers with their years.
func readWikidata(es *entries, path string, codes map[string]string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	recs, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return err
	}
	for _, f := range recs[1:] {
		country := codes[f[1]] // by name
		if country == "" || f[6] == "" || country == "VAT" || country == "AND" || country != "GBR" && strings.HasPrefix(f[5], "Elizabeth II") || !strings.Contains(f[5], " ") || strings.Contains(f[5], " of ") {
			continue
		}
		role, _, _ := strings.Cut(f[3], " of ")
		r := row{country: country, sector: "GOV", from: f[6] + "0101", role: role}
		if f[7] != "" {
			r.to = f[7] + "1231"
		}
		es.add("p", personNames(f[5]), r)
	}
	return nil
}

func eachJSON(path string, f func([]byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<24)
	for n := 1; s.Scan(); n++ {
		if err := f(s.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return s.Err()
}
