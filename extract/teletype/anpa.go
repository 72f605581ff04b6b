package teletype

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/extract"
	"dateline/extract/language"
	"dateline/extract/wire"
)

// ANPA is ANPA 1312:
//
//	SYN SYN SOH a1234 US _abcde CR LF
//	r i DC3 DC1 US BC-US--Slug 1stLd-Writethru   02-20 0500
//	STX ^BC-US--Slug, 1st Ld-Writethru,416<
//	^Headline<
//	^By A. WRITER=
//	^AP Sports Writer=
//	TAB    CITY (AP) _ Paragraph …
//	ETX AP-WF-02-20-16 0337GMT<
var ANPA = &extract.Format{
	Name: "anpa",
	Doc:  "ANPA 1312, the teleprinter format of AP and AAP",
	Sniff: func(head []byte, _ *extract.Record) int {
		head = bytes.TrimLeft(head, "\x00\r\n ")
		if bytes.HasPrefix(head, []byte{syn, syn, soh}) || bytes.HasPrefix(head, []byte{soh}) && bytes.Contains(head, []byte{stx, '^'}) {
			return 96
		}
		return 0
	},
	Parse: func(rec *extract.Record, _ extract.Options) ([]*extract.Article, error) {
		s := decode(rec.Data)
		header, s, ok := section(s, soh, stx)
		if !ok || s == "" {
			return nil, extract.Rejectf(rec, "parse", extract.CodeTruncated, "fetch the transmission again", "no start of text (STX) in the transmission")
		}
		body, footer, _ := strings.Cut(s, string(rune(etx)))
		a := anpa(header, printable(body), footer)
		if a.Text == "" && a.Status != extract.StatusKill {
			return nil, extract.Rejectf(rec, "extract", extract.CodeNotAnArticle, "", "the transmission has no paragraphs")
		}
		return []*extract.Article{a}, nil
	},
}

// stamped is the footer's time: AP-WF-02-20-16 0337GMT.
var stamped = regexp.MustCompile(`(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)GMT`)

func anpa(header, text, footer string) *extract.Article {
	a := &extract.Article{Confidence: 1}
	if m := stamped.FindStringSubmatch(footer); m != nil {
		n := func(i int) int { v, _ := strconv.Atoi(m[i]); return v }
		year := 2000 + n(3)
		if n(3) > 70 {
			year -= 100
		}
		a.PublishedAt = time.Date(year, time.Month(n(1)), n(2), n(4), n(5), 0, 0, time.UTC)
		a.PublishedBasis = extract.BasisMetadata
	}
	a.Agency = wire.Agency(sender(footer))
	a.ExternalID, _, _ = strings.Cut(printable(header), "\x1f")
	a.ExternalID = strings.TrimSpace(firstLine(a.ExternalID))
	var body strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		head, isHead := strings.CutPrefix(strings.TrimSpace(line), "^")
		if !isHead {
			body.WriteString(undo.Replace(line) + "\n")
			continue
		}
		headerLine(a, head)
	}
	a.Text = extract.JoinParagraphs(paragraphs(body.String()))
	wire.Dateline(a, "", "", "")
	wire.Status(a, "")
	if language.Detect(a.Text) == "" {
		a.Language = "en" // too short to tell; the format is American
	}
	return a
}

// sender is the mark before the footer's time: AP-WF-…
func sender(footer string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(footer), "-")
	return name
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// headerLine reads one ^-line of the text's head: slug, headline, byline, note.
func headerLine(a *extract.Article, line string) {
	end := strings.TrimRight(line, " ")
	text := extract.CleanLine(strings.TrimRight(end, "<="))
	switch by, isBy := strings.CutPrefix(text, "By "); {
	case text == "":
	case a.Slug == "":
		a.Slug = text
	case isBy && strings.HasSuffix(end, "="):
		a.Bylines = append(a.Bylines, wire.Bylines(by)...)
	case strings.HasSuffix(end, "="): // the writer's title
	case strings.HasPrefix(text, "Eds:"), strings.HasPrefix(text, "AP Photo"), strings.HasPrefix(text, "EDITOR'S NOTE"), strings.HasPrefix(text, "Editors:"):
		a.Notes = append(a.Notes, text)
	case a.Headline == "":
		a.Headline = text
	}
}
