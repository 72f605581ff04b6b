package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"dateline/transform/place/gazetteer"
)

// languages are those whose agencies' datelines name a country, English left out.
var languages = []string{
	"ar", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "ur", "zh", "zh-Hant",
}

const territoriesHead = `# Countries and territories in other languages than English: ISO 3166-1 alpha-3, names (|).
# Written by gen from CLDR (Unicode License v3; npm cldr-localenames-full 48.0.0); datelines
# print them: "Rennes (France)", "Moskau, Russland".
`

// territories writes what other languages call countries, short forms and variants included.
func territories(cache, out string) error {
	byCode := map[string][]string{}
	for _, lang := range languages {
		b, err := member(cache, packages[3].file, "package/main/"+lang+"/territories.json")
		if err != nil {
			return err
		}
		var doc struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
		if err := json.Unmarshal(b, &doc); err != nil {
			return fmt.Errorf("%s: %w", lang, err)
		}
		for code, name := range doc.Main[lang].LocaleDisplayNames.Territories {
			code, _, _ = strings.Cut(code, "-alt-")
			byCode[code] = append(byCode[code], name)
		}
	}
	var w strings.Builder
	w.WriteString(territoriesHead)
	for _, c := range gazetteer.Countries() {
		names := byCode[c.Alpha2]
		slices.Sort(names)
		names = slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == c.Name || slices.Contains(c.Aliases, n) })
		if len(names) > 0 {
			fmt.Fprintf(&w, "%s\t%s\n", c.Alpha3, strings.Join(names, "|"))
		}
	}
	return os.WriteFile(out, []byte(w.String()), 0o644)
}
