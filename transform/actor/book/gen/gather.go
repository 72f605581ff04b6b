package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dateline/transform/actor/book"
)

// gather reads all sources into one book. Hand tables come first: their spelling is the
// canonical one.
func gather(data, tables string) (*entries, error) {
	es := &entries{index: map[string]*entry{}, acronyms: map[string]bool{}}
	codes := map[string]string{} // GEC → alpha-3
	err := eachRow(filepath.Join(tables, "gec.tsv"), func(f []string) error {
		codes[f[0]] = f[1]
		return nil
	})
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(tables, "actors_*.tsv"))
	if err != nil {
		return nil, err
	}
	for _, path := range files {
		if err := eachRow(path, es.hand); err != nil {
			return nil, err
		}
	}
	es.sealed = true
	if err := readLeaders(es, filepath.Join(data, "leaders_factbook.jsonl"), codes); err != nil {
		return nil, err
	}
	if err := readWikidata(es, filepath.Join(data, "world_leaders_wikidata.csv"), codes); err != nil {
		return nil, err
	}
	if err := readFactbook(es, filepath.Join(data, "factbook.jsonl"), codes); err != nil {
		return nil, err
	}
	return es, nil
}

// hand reads a line of a hand table: names, kind, country, sector, further codes, from,
// to, role. Days are yyyy, yyyymm or yyyymmdd.
func (es *entries) hand(f []string) error {
	if len(f[1]) != 1 || !strings.Contains("posg", f[1]) {
		return fmt.Errorf("kind %q of %q", f[1], f[0])
	}
	r := row{country: f[2], sector: f[3], spec: f[4], from: pad(f[5], "0101"), to: pad(f[6], "1231"), role: f[7]}
	names := strings.Split(f[0], "|")
	if f[1] == "p" && (strings.Contains(names[0], " ")) {
		names = append(names, shortNames(names[0])...)
	}
	if f[1] != "p" {
		for _, n := range names[:len(names):len(names)] {
			if len(n) >= 5 && book.IsAcronym(n) && !strings.ContainsAny(n, " .-/") {
				names = append(names, n[:1]+strings.ToLower(n[1:])) // "Unicef", "Ecowas"
			}
		}
	}
	es.add(f[1], names, r)
	return nil
}

// pad completes a year or a month to a day.
func pad(s, rest string) string {
	if s == "" || len(s) >= 8 {
		return s
	}
	return s + rest[len(s)-4:]
}

// surname is the last word of a name, with the particles before it ("van der Bellen" → "der Bellen" is none: particles stay).
func surname(name string) string {
	f := strings.Fields(name)
	i := len(f) - 1
	if i > 0 && (f[i] == "Jr." || f[i] == "Jr" || f[i] == "II" || f[i] == "III") {
		i--
	}
	for i > 1 && strings.ToLower(f[i-1]) == f[i-1] {
		i--
	}
	return strings.Join(f[i:], " ")
}

// shortNames are the surname, with and without its article, marked as short.
func shortNames(name string) (out []string) {
	last := surname(name)
	for _, s := range []string{last, strings.TrimPrefix(strings.TrimPrefix(last, "al-"), "el-")} {
		if len(s) > 2 && s != name && !commonWord[strings.ToLower(s)] && !slices.Contains(out, "~"+s) {
			out = append(out, "~"+s)
		}
	}
	return out
}

// commonWord are surnames that as words of their own mean something else in most news.
var commonWord = words(`friday sunday monday march may june king prince min street chance law bell young white black green day
	gates slim cook ma page ban park hill church west north south east small long short rich best price
	wine wood forest field rock stone lake bay cross marsh hope love joy grace faith justice judge bishop pope
	baker cooper fisher potter shepherd miller farmer khan singh ali ahmed mohamed mohammed muhammad hassan hussein abdullah
	ibrahim ismail salem saleh said mahmoud kumar sharma nguyen kim levy cohen garcia lopez gonzalez rodriguez fernandez
	martin jones smith williams taylor wilson thompson robinson walker wright allen scott adams hughes
	marine union general president banda le li wang zhang yang wu win mao noon
	roberto may ii iii iv vi xiv taro park al-din wright house bush-era george palin mansour omar aziz faisal fahd salman son`)
