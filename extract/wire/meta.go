package wire

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"dateline/extract"
	"dateline/extract/dateline"
)

// layouts of instants in wire metadata: ISO 8601 extended and basic, with and without
// zone. Without one the time is taken as UTC.
var layouts = []string{
	"2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
	"20060102T150405Z0700", "20060102T150405Z07:00", "20060102T150405", "20060102T1504Z0700",
	"2006-01-02 15:04:05", "2006.01.02 15:04:05", time.RFC1123Z, time.RFC1123,
}

// Time reads an instant; zero when s is none.
func Time(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// Published sets the publication time to the first of the strings that is an instant, or
// else a day.
func Published(a *extract.Article, candidates ...string) {
	for _, c := range candidates {
		if t := Time(c); !t.IsZero() {
			a.PublishedAt, a.PublishedBasis = t, extract.BasisMetadata
			return
		}
	}
	for _, c := range candidates {
		for _, layout := range []string{"20060102", time.DateOnly} {
			if t, err := time.Parse(layout, strings.TrimSpace(c)); err == nil {
				a.PublishedAt, a.PublishedDay, a.PublishedBasis = t, true, extract.BasisMetadata
				return
			}
		}
	}
}

// Dateline fills the article's dateline: as printed in the text if it is there, else from
// metadata. raw is the dateline field, which some agencies fill with a time (Reuters, EFE)
// and which then says nothing; city and country are the place fields.
func Dateline(a *extract.Article, raw, city, country string) {
	takeByline(a)
	dateline.Apply(a)
	if a.Dateline.Raw != "" {
		a.Dateline.CountryCode = countryCode(country)
		return
	}
	raw = strings.TrimRight(strings.Join(strings.Fields(raw), " "), " -–—_:=")
	if stamp(raw) {
		raw = ""
	}
	d, _, ok := dateline.Find(raw+" - The story.", a.PublishedAt)
	switch {
	case raw != "" && ok:
		d.Raw, d.Start, d.End, d.Bylines = raw, 0, 0, nil
		a.Dateline = d
		if a.Agency == "" {
			a.Agency = d.Agency
		}
	case raw != "":
		place, rest, _ := strings.Cut(raw, ",")
		place, _, _ = strings.Cut(place, "(")
		a.Dateline = extract.Dateline{Raw: raw, Place: strings.TrimSpace(place), Country: strings.TrimSpace(rest)}
	case city != "":
		a.Dateline = extract.Dateline{Raw: city, Place: city}
	}
	if a.Dateline.Raw != "" && a.Dateline.Country == "" {
		a.Dateline.Country = country
	}
	a.Dateline.CountryCode = countryCode(country)
	if a.Dateline.Place != "" && len(a.Dateline.Places) == 0 {
		a.Dateline.Places = []string{a.Dateline.Place}
	}
}

// countryCode is s if it is shaped like a code of ISO 3166-1.
func countryCode(s string) string {
	if len(s) < 2 || len(s) > 3 || strings.ContainsFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) {
		return ""
	}
	return s
}

// takeByline takes a byline at the head of the text out of it; bracketed notes may stand
// before it.
func takeByline(a *extract.Article) {
	paragraphs := strings.SplitN(a.Text, "\n\n", 4)
	for i, p := range paragraphs[:len(paragraphs)-1] {
		if strings.HasPrefix(p, "(") {
			continue
		}
		if len(p) > 80 || !strings.HasPrefix(strings.ToLower(p), "by ") {
			return
		}
		names := dateline.Names(p[len("by "):])
		if names == nil {
			return
		}
		a.Text = strings.Join(slices.Delete(paragraphs, i, i+1), "\n\n")
		if len(a.Bylines) == 0 {
			a.Bylines = names
		}
		return
	}
}

// stamp reports whether a dateline field holds a time.
func stamp(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// Bylines are the names in a byline field; initials of editors ("cae/tcr") are none.
func Bylines(s string) []string {
	s = strings.Join(strings.Fields(s), " ")
	for _, by := range []string{"By ", "by ", "BY ", "Von ", "Par ", "Por ", "Av ", "Af "} {
		s = strings.TrimPrefix(s, by)
	}
	s, _, _ = strings.Cut(s, " / ")
	if !strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊÖØÜ") {
		return nil
	}
	if names := dateline.Names(s); names != nil {
		for i := range names {
			names[i] = titled(names[i])
		}
		return names
	}
	name, _, _ := strings.Cut(s, ",")
	if name = strings.TrimSpace(name); name == "" || len(name) > 60 {
		return nil
	}
	if _, agency := dateline.Agency(name); agency {
		return nil
	}
	return []string{titled(name)}
}

// titled is a name printed in capitals in title case; other names stay as they are.
func titled(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	prev := ' '
	return strings.Map(func(r rune) rune {
		defer func() { prev = r }()
		if unicode.IsLetter(prev) {
			return unicode.ToLower(r)
		}
		return r
	}, name)
}

// Agency is the usual name of an agency as metadata spell it ("Agence France Presse",
// "reuters.com", "KYODONEWS"); the first candidate that is known wins, else the first
// that is not empty.
func Agency(candidates ...string) string {
	first := ""
	for _, c := range candidates {
		c = strings.Join(strings.Fields(c), " ")
		if c == "" {
			continue
		}
		host, tld, _ := strings.Cut(c, ".")
		for _, form := range []string{c, host} {
			if form == host && tld != "" && len(tld) > 4 {
				continue
			}
			if name, ok := dateline.Agency(form); ok {
				return name
			}
		}
		if first == "" {
			first = c
		}
	}
	return first
}

// Subject keeps IPTC codes: eight digits, with or without their scheme.
func Subject(a *extract.Article, code string) {
	code = strings.TrimSpace(code)
	bare := code[strings.LastIndexAny(code, ":/")+1:]
	if len(bare) != 8 || strings.Trim(bare, "0123456789") != "" {
		return
	}
	for _, s := range a.Subjects {
		if s == bare {
			return
		}
	}
	a.Subjects = append(a.Subjects, bare)
}

// Keyword adds a keyword once.
func Keyword(a *extract.Article, words ...string) {
	for _, k := range words {
		k = extract.CleanLine(k)
		if k == "" {
			continue
		}
		seen := false
		for _, have := range a.Keywords {
			seen = seen || strings.EqualFold(have, k)
		}
		if !seen && len(a.Keywords) < 50 {
			a.Keywords = append(a.Keywords, k)
		}
	}
}

// Number is a small positive number at the head of s, 0 if there is none.
func Number(s string) int {
	n := 0
	for _, c := range strings.TrimSpace(s) {
		if c < '0' || c > '9' || n > 99 {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}
