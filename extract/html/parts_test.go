package html

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestReadTime(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-04T09:30:00+01:00":              "2024-03-04T09:30:00+01:00",
		"2024-03-04T09:30:00.123Z":               "2024-03-04T09:30:00Z",
		"2024-03-04T09:30:00+0100":               "2024-03-04T09:30:00+01:00",
		"2024-03-04T09:30Z":                      "2024-03-04T09:30:00Z",
		"2024-03-04T09:30:00+01:00[Europe/Oslo]": "2024-03-04T09:30:00+01:00",
		"Mon, 04 Mar 2024 09:30:00 GMT":          "2024-03-04T09:30:00Z",
		"2024-03-04 09:30:00 EST":                "2024-03-04T09:30:00-05:00",
		"2024-03-04 09:30:00":                    "2024-03-04T09:30:00Z",
		"March 4, 2024":                          "2024-03-04T00:00:00Z",
		"2024-03-04":                             "2024-03-04T00:00:00Z",
		"1970-01-01T00:00:00Z":                   "",
		"0001-01-01T00:00:00Z":                   "",
		"2024-02-30":                             "",
		"yesterday":                              "",
		"":                                       "",
	} {
		got := ""
		if m := readTime(in, true); m.known() {
			got = m.t.Truncate(time.Second).Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("readTime(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestPrinted(t *testing.T) {
	for in, want := range map[string]string{
		"Published 11:04 AM EST, Fri March 12, 2021": "2021-03-12",
		"Updated: 3. März 2024, 10 Uhr":              "2024-03-03",
		"By Jane Doe | Feb. 3, 2020":                 "2020-02-03",
		"3 mars 2024 à 10h":                          "2024-03-03",
		"2024-03-03 10:00":                           "2024-03-03",
		"Ann LeeDec 05, 20232 Shares1530 Views":      "2023-12-05",
		"Jane RoeDec. 21, 2023 11:00 pm EST":         "2023-12-21",
		"17.05.2021":                                 "2021-05-17",
		"March 12":                                   "",
		"Room 12, 2021 seats":                        "",
	} {
		got := ""
		if m := printed(in, true); m.known() {
			got = m.t.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("printed(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is printed tells the zone that an instant in UTC hides.
func TestLocal(t *testing.T) {
	utc := time.Date(2024, 3, 5, 3, 0, 46, 0, time.UTC)
	for in, want := range map[string]string{
		"March 4, 2024":                  "2024-03-04T23:00:46-04:00",
		"March 5, 2024":                  "2024-03-05T03:00:46Z",
		"March 6, 2024":                  "2024-03-05T03:00:46Z",
		"January 1, 2024":                "2024-03-05T03:00:46Z",
		"March 4, 2024 10:00 PM":         "2024-03-04T22:00:46-05:00",
		"Mar 5, 2024 at 8:30 a.m.":       "2024-03-05T08:30:46+05:30",
		"5 March 2024, 07:17":            "2024-03-05T03:00:46Z",
		"Posted: March 5, 2024 03:00 AM": "2024-03-05T03:00:46Z",
	} {
		if got := local(utc, printed(in, true)).Format(time.RFC3339); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestNumericDay(t *testing.T) {
	for in, want := range map[string]string{
		"17.05.2021": "2021-05-17 2021-05-17", "3.4.2021": "2021-04-03 2021-04-03", "2025.12.17": "2025-12-17 2025-12-17",
		"03-09-2026": "2026-03-09 2026-09-03", "12/31/2025": "2025-12-31 2025-12-31", "31/12/2025": "2025-12-31 2025-12-31",
		"2/30/2024": "", "1.2.3": "", "10/2023": "", "1-2/2024": "",
	} {
		got := ""
		if us, n := numericDay(in, true); n > 0 {
			other, _ := numericDay(in, false)
			got = us.Format(time.DateOnly) + " " + other.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestCleanAuthors(t *testing.T) {
	for in, want := range map[string][]string{
		"By Jane Doe": {"Jane Doe"},
		"By Jane Doe and Max Muster, Staff Writers": {"Jane Doe", "Max Muster"},
		"Jane Doe, Senior Editor":                   {"Jane Doe"},
		"Jane Doe The Associated Press":             {"Jane Doe"},
		"Jane Doe Jane DoePublished":                {"Jane Doe"},
		"Jane Doe III":                              {"Jane Doe III"},
		"Jane Doe, Ph.D.":                           {"Jane Doe"},
		"Jane Doe (Image: Example)":                 {"Jane Doe"},
		"This post was written by Jane Doe, Head of Marketing and Public Relations": {"Jane Doe"},
		"by Jane Doe, Gardener | Dec 5, 2023 | Indoor Plants":                       {"Jane Doe"},
		", Example Daily Reporter":                                                  nil,
		"By Ask the Doctors":                                                        nil,
		"By Cher":                                                                   {"Cher"},
		"Reuters":                                                                   nil,
		"Example News":                                                              nil,
		"https://example.org/jane":                                                  nil,
		"jdoe":                                                                      nil,
		"admin":                                                                     nil,
		"Staff":                                                                     nil,
	} {
		if got := cleanAuthors([]string{in}, "Example News"); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestTrimSite(t *testing.T) {
	for in, want := range map[string]string{
		"Ferry runs again | Example News":          "Ferry runs again",
		"Ferry runs again - Example News":          "Ferry runs again",
		"Ferry runs again | World | Example News":  "Ferry runs again",
		"Ferry runs again - but not for all":       "Ferry runs again - but not for all",
		"Example News":                             "Example News",
		"Ferry | A long tail that is no site name": "Ferry | A long tail that is no site name",
	} {
		if got := trimSite(in, "Example News"); got != want {
			t.Errorf("trimSite(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestClassWords(t *testing.T) {
	for in, want := range map[string]flag{
		"article-body": inBody, "ArticleBody__x1": 0, "site-nav": inNav, "relatedLinks": inRelated, "has-sidebar": 0, "no-comments": 0, "hidden": inHidden, "hidden-xs": 0,
		"newsletter-signup": inPromo, "shareTools": inShare, "standfirst": inDeck, "download": 0, "header__ad": inAd, "shadow": 0, "adapted": 0, "twitter-tweet": inSocial,
	} {
		if got := word(in); got&want != want || want == 0 && got&furniture != 0 {
			t.Errorf("word(%q) = %b, want %b", in, got, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for text, want := range map[string]kind{
		"The first crane moved at six in the morning.":                   story,
		"Read more: How the strike began":                                related,
		"Sign up for our newsletter.":                                    promo,
		"Photo: Max Muster/Example":                                      credit,
		"— Dockers (@dockers) March 4, 2024":                             embed,
		"March 4, 2024":                                                  stamp,
		"© 2024 The Example Post":                                        legal,
		"Editor’s note: This story was changed on Monday.":               note,
		"Credit is due to the dockers, who kept the peace for two weeks": story,
		"She reads more than most ministers do, her brother said.":       story,
		"Photographs of the harbour show forty ships at anchor.":         story,
	} {
		b := &block{text: text, words: countWords(text)}
		if got := kindOf(b, false); got != want {
			t.Errorf("%q: got kind %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]kind{
		"Jane Doe is a reporter in Tunis who covers ports and trade.":    bio,
		"The port is a good place for a reporter, said the man.":         story,
		"A version of this story appeared in the print edition.":         note,
		"Doe, J. et al. The gait of dockers. Quays (2024). DOI 10.1/abc": ending,
	} {
		b := &block{text: text, words: countWords(text)}
		if got := kindOf(b, true); got != want {
			t.Errorf("at the end, %q: got kind %d, want %d", text, got, want)
		}
	}
}

func TestIsBiography(t *testing.T) {
	for text, want := range map[string]bool{
		"Jane Doe covers the harbour for the Post.": true,
		"Jane has written about ports since 1990.":  true,
		"Jane Doe": true,
		"Max Muster covers the harbour for the Post.":                false,
		"The harbour, wrote Jane Doe in 1990, is a world by itself.": false,
	} {
		if got := isBiography(&block{text: text, words: countWords(text)}, []string{"Jane Doe"}); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestLinkedData(t *testing.T) {
	ld := readLinkedData([]string{
		"{ broken",
		"/*<![CDATA[*/ {\"@type\":\"Organization\",\"name\":\"Post\"} /*]]>*/",
		"[{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"Fischers &amp; Sohn\",\n\"articleBody\":\"line\none\",\"author\":\"#j\",\"publisher\":{\"@id\":\"#p\"}},{\"@id\":\"#j\",\"name\":\"Jane Doe\"}];",
		`{"@graph":[{"@id":"#p","@type":"Organization","name":"The Post"}]}`,
	})
	if !ld.news || ld.headline != "Fischers & Sohn" || !slices.Equal(ld.authors, []string{"Jane Doe"}) || ld.publisher != "The Post" || ld.body != "line one" {
		t.Errorf("got %+v", ld)
	}
	if deep := readLinkedData([]string{strings.Repeat(`{"@graph":[`, 5000) + strings.Repeat(`]}`, 5000)}); deep.headline != "" {
		t.Error("something came out of nothing")
	}
}

func TestHost(t *testing.T) {
	for in, want := range map[string]string{"https://www.Example.com/a?b": "example.com", "http://news.example.com:80": "news.example.com", "no url": ""} {
		if got := host(in); got != want {
			t.Errorf("host(%q) = %q, want %q", in, got, want)
		}
	}
}

// Every template compiles and every host is said once.
func TestPublishers(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range publishers {
		for h := range strings.FieldsSeq(p.hosts) {
			if seen[h] {
				t.Errorf("%s stands twice", h)
			}
			seen[h] = true
		}
	}
	if len(templates()) != len(seen) {
		t.Errorf("%d templates for %d hosts", len(templates()), len(seen))
	}
}

// A publisher's template gives the paragraphs that have no <p>, and falls back when the
// layout has changed.
func TestTemplate(t *testing.T) {
	pageOf := func(class string) string {
		var b strings.Builder
		b.WriteString(`<html><head><link rel="canonical" href="https://www.reuters.com/world/x"><title>Ferry runs</title></head><body><h1>Ferry runs</h1><div>`)
		for i, s := range []string{"The ferry ran again on Friday after four days in port.", "Shops had run out of milk, the mayor said.", "More storms are forecast.", "Nobody was hurt in them."} {
			b.WriteString(`<div data-testid="` + class + `-` + string(rune('0'+i)) + `">` + s + `</div>`)
		}
		return b.String() + "</div></body></html>"
	}
	for _, class := range []string{"paragraph", "changed"} {
		got := string(marshal(t, []byte(pageOf(class))))
		for _, s := range []string{"four days in port", "out of milk", "Nobody was hurt"} {
			if !strings.Contains(got, s) {
				t.Errorf("%s: %q is missing in %s", class, s, got)
			}
		}
	}
}

// Each name of a publishing system says one thing, in small letters.
func TestSystems(t *testing.T) {
	for _, s := range systems {
		for name := range strings.FieldsSeq(s.body) {
			if f := word(name); f&inBody == 0 || name != strings.ToLower(name) {
				t.Errorf("%s: %s is no body", s.name, name)
			}
		}
		for name := range strings.FieldsSeq(s.drop) {
			if f := word(name); f&furniture == 0 || wholes[name]&inBody != 0 || name != strings.ToLower(name) {
				t.Errorf("%s: %s stays, or is a body too", s.name, name)
			}
		}
	}
}

func TestUndouble(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                            "plain",
		"":                                 "",
		"caf\u00c3\u00a9":                  "café",
		"\u00e2\u20ac\u2122s \u00c3\u00bc": "’s ü",
		"café":                             "café",
		"caf\u00c3\u00a9 and café":         "caf\u00c3\u00a9 and café",
		"\u00c3":                           "\u00c3",
		"“quoted” \u00c3\u00a9":            "“quoted” \u00c3\u00a9",
		"x\u00c3\u00a9y\u00c3\u00a9":       "xéyé",
		"日本":                               "日本",
	} {
		if got := string(undouble([]byte(in))); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// Letters whose small form has another length must not move what stands behind them.
func TestOddLetters(t *testing.T) {
	for _, s := range []string{"\u212aad-\u023aside-Article", "\u0130-ad", "\u212a\u212a\u212a-related"} {
		word(s)
		behindBy(s + " by \u212a")
		printed(s+" March 4, 2024", true)
	}
	if word("\u212a-related")&inRelated == 0 {
		t.Error("a token behind an odd letter is lost")
	}
	if got := behindBy("\u212a\u023a posted BY Ann Lee"); got != "Ann Lee" {
		t.Errorf("got %q", got)
	}
}
