package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/extract"
)

// headline is the story's title as the page shows it: the h1 that the page's metadata
// agrees with most, else what the metadata says.
func (m *metadata) headline() string {
	site := m.siteName()
	var meta []string
	for _, s := range []string{m.ld.headline, m.first("og:title"), m.first("twitter:title"), m.first("dc.title", "title", "headline", "sailthru.title", "parsely-title"), m.title} {
		if s = trimSite(extract.CleanLine(html.UnescapeString(s)), site); s != "" {
			meta = append(meta, s)
		}
	}
	best, bestScore := "", 0.0
	for i, n := range m.headings {
		if i > 20 {
			break
		}
		h := extract.CleanLine(textOf(n, 600))
		if h == "" || len(h) > 500 || strings.EqualFold(h, site) {
			continue
		}
		score := 0.0
		for j, s := range meta {
			score = max(score, likeness(h, s)-0.02*float64(j))
		}
		if score > bestScore {
			best, bestScore = h, score
		}
	}
	if bestScore >= 0.5 {
		return best
	}
	if len(m.headings) > 0 && len(meta) == 0 {
		return extract.CleanLine(textOf(m.headings[0], 600))
	}
	if m.ld.headline != "" || m.first("og:title") != "" {
		return meta[0]
	}
	if h := m.onlyHeading(); h != "" {
		return h
	}
	if len(meta) > 0 {
		return meta[0]
	}
	return ""
}

// onlyHeading is the text of the h1 when there is just one.
func (m *metadata) onlyHeading() string {
	if len(m.headings) != 1 {
		return ""
	}
	return extract.CleanLine(textOf(m.headings[0], 600))
}

// siteName is the publisher's name as the page gives it.
func (m *metadata) siteName() string {
	if s := m.first("og:site_name", "application-name", "cre", "dc.publisher", "source"); s != "" {
		return s
	}
	return m.ld.publisher
}

// trimSite takes the site's name off the end or the head of a title: "Story | The Paper".
func trimSite(title, site string) string {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := strings.TrimSpace(title[i+len(sep):])
		words := len(strings.Fields(tail))
		if site != "" && (fold(tail) == fold(site) || strings.Contains(fold(site), fold(tail)) || strings.Contains(fold(tail), fold(site))) ||
			sep == " | " && words <= 4 && len(strings.Fields(title[:i])) > words {
			return trimSite(strings.TrimSpace(title[:i]), site)
		}
	}
	return title
}

// fold keeps small letters and digits alone.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// likeness is how many words two titles share: twice the common ones over all.
func likeness(a, b string) float64 {
	if fold(a) == fold(b) {
		return 1
	}
	seen := map[string]int{}
	total := 0
	for w := range strings.FieldsFuncSeq(a, notWord) {
		seen[strings.ToLower(w)]++
		total++
	}
	common := 0
	for w := range strings.FieldsFuncSeq(b, notWord) {
		total++
		if w = strings.ToLower(w); seen[w] > 0 {
			seen[w]--
			common++
		}
	}
	if total == 0 {
		return 0
	}
	return float64(2*common) / float64(total)
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
