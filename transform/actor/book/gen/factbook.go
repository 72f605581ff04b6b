package main

import (
	"encoding/json"
	"regexp"
	"strings"
)

// country is a line of factbook.jsonl; only what the book takes from it. Some countries
// have a plain text where others have fields.
type country struct {
	GEC         string `json:"gec"`
	Parties     any    `json:"Political parties"`
	Legislature any    `json:"Legislative branch"`
}

// readFactbook adds legislatures and parties.
func readFactbook(es *entries, path string, codes map[string]string) error {
	return eachJSON(path, func(line []byte) error {
		var c country
		if err := json.Unmarshal(line, &c); err != nil {
			return err
		}
		code := codes[c.GEC]
		if code == "" {
			return nil
		}
		if l, ok := c.Legislature.(map[string]any); ok {
			name, _ := l["legislature name"].(string)
			if names := legislature(name); len(names) > 0 {
				es.add("o", names, row{country: code, sector: "LEG"})
			}
		}
		for _, p := range partyLines(c.Parties) {
			if names := partyNames(p); len(names) > 0 {
				es.add("o", names, row{country: code, sector: "PTY"})
			}
		}
		return nil
	})
}

// legislature parts "Grand National Assembly of Türkiye (Türkiye Büyük Millet Meclisi)".
func legislature(s string) []string {
	var out []string
	for _, n := range strings.FieldsFunc(s, func(r rune) bool { return r == '(' || r == ')' }) {
		n = strings.TrimSpace(n)
		if len(n) > 3 && !genericBody[strings.ToLower(n)] {
			out = append(out, n)
		}
	}
	return out
}

// genericBody are names that say nothing about the country; the lexicon has them.
var genericBody = map[string]bool{
	"parliament": true, "assembly": true, "house": true, "national assembly": true, "congress": true, "senate": true, "house of assembly": true,
	"national congress": true, "legislative assembly": true, "federal assembly": true, "house of representatives": true,
	"people's assembly": true, "national council": true, "federal parliament": true, "general assembly": true, "n/a": true,
	"supreme council": true, "none": true, "parliamentary assembly": true, "legislature": true, "legislative council": true,
}

func partyLines(v any) []string {
	switch v := v.(type) {
	case string:
		return strings.Split(v, "\n")
	case map[string]any:
		return partyLines(v["text"])
	}
	return nil
}

var (
	// "Justice and Development Party or AKP"
	orAcronym = regexp.MustCompile(`^(.*?)\s+or\s+([A-Z][A-Za-z'-]{2,11})\s*$`)
	bracketed = regexp.MustCompile(`\(([^)]*)\)|\[[^\]]*\]`)
)

// partyNames are a party's name, its acronym and its name in brackets; none for a line
// that is not one name.
func partyNames(s string) []string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 120 || strings.HasSuffix(s, ":") || strings.Contains(s, ";") || strings.Contains(s, ":") {
		return nil
	}
	var acronym, other string
	if m := orAcronym.FindStringSubmatch(s); m != nil {
		s, acronym = m[1], m[2]
	}
	if m := bracketed.FindStringSubmatch(s); m != nil {
		other = strings.TrimSpace(m[1])
		s = bracketed.ReplaceAllString(s, " ")
	}
	name := strings.Join(strings.Fields(s), " ")
	if strings.ContainsAny(name, ",0123456789/") || !strings.Contains(name, " ") || name == "" || len(strings.Fields(name)) > 9 || !isUpper(name[0]) {
		return nil
	}
	out := []string{name}
	if len(acronym) > 2 && strings.ToUpper(acronym) == acronym {
		out = append(out, acronym)
	}
	if len(strings.Fields(other)) > 1 && isUpper(other[0]) && !strings.ContainsAny(other, ",;0123456789") {
		out = append(out, other)
	} else if len(other) > 2 && strings.ToUpper(other) == other && !strings.ContainsAny(other, " ,.0123456789") {
		out = append(out, other)
	}
	return out
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 0x80 }
