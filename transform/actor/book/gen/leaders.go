package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
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

// readLeaders makes dated rows from the texts on heads of state and government.
//
// Whoever came into the same office on the same day with the same surname is one person,
// however the first name is spelt: "Benjamin" and "Benyamin NETANYAHU (since 29 December 2022)".
func readLeaders(es *entries, path string, codes map[string]string) error {
	spelt := map[[3]string]string{} // country, first day and surname → the name met first
	return eachJSON(path, func(line []byte) error {
		var t leaderText
		if err := json.Unmarshal(line, &t); err != nil {
			return err
		}
		country := codes[t.GEC]
		if country == "" || country == "VAT" { // popes are in the hand table, as clergy
			return nil
		}
		pos := 0
		for _, m := range since.FindAllStringSubmatchIndex(t.Text, -1) {
			before := t.Text[pos:m[0]]
			pos = m[1]
			if i := strings.LastIndexAny(before, ";:"); i >= 0 {
				before = before[i+1:]
			}
			before = strings.TrimPrefix(strings.TrimSpace(before), "note - ")
			title, name := splitTitle(strings.TrimPrefix(before, "represented by "))
			if !strings.Contains(name, " ") || title == "" || foreignHead(t.GEC, name) {
				continue
			}
			r := row{country: country, sector: "GOV", from: sinceDay(t.Text, m), role: title, seen: true}
			if t.Last < lastEdition {
				r.to = strings.ReplaceAll(t.Last, "-", "")
			}
			names := personNames(name)
			start := [3]string{country, r.from, surname(name)}
			if first := spelt[start]; first == "" {
				spelt[start] = name
			} else if first != name {
				names = append(personNames(first), names...)
			}
			es.add("p", names, r)
		}
		return nil
	})
}

// foreignHead are the sovereigns of other realms, who would else be coded for each.
func foreignHead(gec, name string) bool {
	switch {
	case strings.HasPrefix(name, "Elizabeth"), strings.HasPrefix(name, "Charles"):
		return gec != "uk"
	case strings.HasPrefix(name, "Willem"):
		return gec != "nl"
	case strings.HasPrefix(name, "Margrethe"), strings.HasPrefix(name, "Frederik"):
		return gec != "da"
	case strings.Contains(name, "Macron"), strings.Contains(name, "Hollande"):
		return gec != "fr"
	case strings.Contains(name, "Trump"), strings.Contains(name, "Biden"), strings.Contains(name, "Obama"):
		return gec != "us"
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
		if titleWords[strings.ToLower(strings.Trim(words[i], ".,'\""))] || strings.HasSuffix(words[i], ",") {
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

var parens = regexp.MustCompile(`\([^)]*\)|\[[^\]]*\]|["“][^"”]*["”]`)

var titleWords = words(`president minister prime premier king queen emir sultan chancellor vice deputy first second third
	governor general dr sir dame transitional interim acting chairman chairwoman chairperson co-chairman of the state council chief
	administrator executive captain-regent captains prince crown lieutenant colonel brigadier marshal sheikh shaykh gen lt col maj
	pope cardinal taoiseach ayatollah supreme leader commission affairs and foreign defense for represented by since his her
	majesty highness commissioner high secretary member presidency presiding grand duke duchess sovereign co-prince ruler amir
	prefect house assembly speaker director authority palestinian national republic federal council-president party sr s. e. imam
	admiral rear air senior lady field ret. ret hon hajji coordinator paramount military junta head government ministers spiritual adm cabinet royal`)

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
		if country == "" || f[6] == "" || country == "VAT" || !strings.Contains(f[5], " ") || strings.Contains(f[5], " of ") {
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
