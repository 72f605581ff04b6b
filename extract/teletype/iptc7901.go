package teletype

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/extract"
	"dateline/extract/wire"
)

// IPTC7901 is IPTC 7901:
//
//	SOH eca062 4 i 211 xxx  dpa 061
//	Keywords/
//	STX Headline =
//	   Berlin (dpa) - Paragraph …
//	# dpa NOTEBOOK … not for publication
//	ETX 131137 GMT Nov 13
var IPTC7901 = &extract.Format{
	Name: "iptc7901",
	Doc:  "IPTC 7901, the teleprinter format of dpa, ATS and Kyodo",
	Sniff: func(head []byte, _ *extract.Record) int {
		if loc := head7901.FindIndex(head); loc != nil && bytes.IndexByte(head, stx) > loc[1] {
			return 96
		}
		return 0
	},
	Parse: parse7901,
}

// head7901 is the header line: source code and number, urgency, category, word count.
var head7901 = regexp.MustCompile(`\x01\s*([a-z]{2,4})\s?(\d{2,5}) (\d) (\S{1,3}) +(\d+)\s+([^\r\n\x02]*)`)

// stamp7901 is the trailer: day, hour and minute, month, no year.
var stamp7901 = regexp.MustCompile(`(\d\d)(\d\d)(\d\d)\s+(?:GMT\s+)?(\p{L}{3})\p{L}*(?:\s+(\d\d(?:\d\d)?))?`)

// initials are the desk and writer at the end: (SDA\/sj).
var initials = regexp.MustCompile(`^\([A-Z]{2,6}\\?/[a-z]{1,6}\)$`)

func parse7901(rec *extract.Record, opt extract.Options) ([]*extract.Article, error) {
	s := decode(rec.Data)
	m := head7901.FindStringSubmatch(s)
	keys, text, ok := strings.Cut(s, string(rune(stx)))
	if m == nil || !ok {
		return nil, extract.Rejectf(rec, "parse", extract.CodeMalformed, "fetch the transmission again", "no header or start of text (STX) in the transmission")
	}
	text, footer, _ := strings.Cut(text, string(rune(etx)))
	a := &extract.Article{Confidence: 1, ExternalID: m[1] + m[2], Urgency: wire.Number(m[3])}
	lines := strings.Split(strings.TrimSpace(printable(keys)), "\n")
	for _, k := range lines[min(1, len(lines)):] {
		wire.Keyword(a, strings.Split(strings.Trim(k, "/ \n"), "/")...)
	}
	head, body := headOf(printable(text))
	a.Headline = head
	if i := strings.Index(body, "\n# "); i >= 0 { // dpa's notebook and contacts
		a.Notes = []string{extract.CleanLine(body[i:])}
		body = body[:i]
	}
	pars := paragraphs(body)
	if n := len(pars); n > 1 && initials.MatchString(pars[n-1]) {
		a.SignOff, pars = pars[n-1], pars[:n-1]
	}
	a.Text = extract.JoinParagraphs(pars)
	published(a, footer, opt)
	wire.Dateline(a, "", "", "")
	if a.Agency == "" {
		fields := strings.Fields(m[6])
		for i := len(fields) - 1; i >= 0 && a.Agency == ""; i-- {
			if strings.Trim(fields[i], "0123456789") != "" {
				a.Agency = wire.Agency(fields[i])
			}
		}
	}
	wire.Status(a, "")
	if a.Text == "" && a.Status != extract.StatusKill {
		return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "the transmission has no paragraphs")
	}
	return []*extract.Article{a}, nil
}

// headOf divides headline and body: the headline's lines run to the one that ends in "=".
// Before it a desk may print its rubric, one line each, the last ending in a colon.
func headOf(text string) (headline, body string) {
	i := strings.Index(text, "=\n")
	if i < 0 {
		i = strings.Index(text, "= \n")
	}
	if i < 0 || i > 600 {
		first, rest, _ := strings.Cut(strings.TrimLeft(text, "\n "), "\n")
		return extract.CleanLine(first), rest
	}
	var out []string
	for line := range strings.SplitSeq(text[:i], "\n") {
		line = strings.TrimSpace(line)
		if strings.HasSuffix(line, ":") {
			out = out[:0]
			continue
		}
		if line != "" {
			out = append(out, line)
		}
	}
	_, body, _ = strings.Cut(text[i:], "\n")
	return extract.CleanLine(strings.Join(out, " ")), body
}

// published reads the trailer. The format has no year, so one is taken from the caller's
// publication time when that is given; else the time stays unknown.
func published(a *extract.Article, footer string, opt extract.Options) {
	m := stamp7901.FindStringSubmatch(footer)
	if m == nil {
		return
	}
	n := func(i int) int { v, _ := strconv.Atoi(m[i]); return v }
	month, ok := months[strings.ToLower(m[4])]
	year := n(5)
	switch {
	case !ok:
		return
	case m[5] != "" && year < 100:
		year += 2000
	case m[5] == "" && !opt.Published.IsZero():
		year = opt.Published.Year()
		if t := time.Date(year, month, n(1), 0, 0, 0, 0, time.UTC); t.Sub(opt.Published) > 31*24*time.Hour {
			year--
		}
	case m[5] == "":
		return
	}
	t := time.Date(year, month, n(1), n(2), n(3), 0, 0, time.UTC)
	if t.Day() == n(1) && n(2) < 24 && n(3) < 60 {
		a.PublishedAt, a.PublishedBasis = t, extract.BasisMetadata
	}
}
