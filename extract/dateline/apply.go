package dateline

import (
	"strings"
	"time"

	"dateline/extract"
)

// headParagraphs is how many paragraphs may stand before the one with the dateline:
// headline, byline, a note.
const headParagraphs = 4

// Apply fills what the head and the foot of a.Text tell: Dateline, Agency and Bylines
// where they are empty, BodyStart, SignOff. The sign-off is taken out of the text; the
// dateline stays in it as printed. A second call changes nothing.
func Apply(a *extract.Article) {
	takeSignOff(a)
	if a.Dateline.End > a.Dateline.Start || a.BodyStart > 0 {
		return
	}
	d, bylines, ok := Find(a.Text, a.PublishedAt)
	if !ok {
		return
	}
	if a.Dateline.Raw == "" {
		a.Dateline = d
	} else { // from the metadata of the format; where it stands in the text is news all the same
		a.Dateline.Start, a.Dateline.End = d.Start, d.End
		if a.Dateline.Date.IsZero() {
			a.Dateline.Date = d.Date
		}
		if a.Dateline.Place == "" {
			a.Dateline.Place, a.Dateline.Places, a.Dateline.Country = d.Place, d.Places, d.Country
		}
	}
	a.BodyStart = d.End
	if a.Agency == "" {
		a.Agency = d.Agency
	}
	if len(a.Bylines) == 0 {
		a.Bylines = bylines
	}
}

// Find looks for a dateline in the first paragraphs of text. published, when known,
// supplies the year of a day printed without one.
func Find(text string, published time.Time) (d extract.Dateline, bylines []string, ok bool) {
	said := false // a sentence went before: only a line with an agency is a dateline now
	for n, start := 0, 0; n < headParagraphs && start < len(text); n++ {
		end := len(text)
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end = start + i
		}
		par := text[start:end]
		if d, names, ok := line(par, published); ok && (!said || d.Agency != "") {
			d.Start += start
			d.End += start
			if strings.TrimSpace(text[d.End:end]) == "" { // a line of its own: the story begins in the next paragraph
				d.End = min(end+2, len(text))
			}
			d.Bylines = names
			return d, append(bylines, names...), true
		}
		if names := byline(par); names != nil {
			bylines = append(bylines, names...)
		} else if !isHeading(par) {
			said = true
		}
		start = end + 2
	}
	return extract.Dateline{}, nil, false
}

// IsHead reports whether a paragraph is or begins with a byline or a dateline.
func IsHead(par string) bool {
	_, _, ok := line(par, time.Time{})
	return ok || byline(par) != nil
}

// isHeading reports whether a paragraph may stand before the dateline: a headline, a
// kicker, a bracketed note; not a sentence of the story.
func isHeading(par string) bool {
	if len(par) > 200 {
		return false
	}
	switch par[max(len(par)-1, 0):] {
	case ".", "!", "\"":
		return isUpper(par)
	}
	return !strings.HasSuffix(par, "”")
}

// line reads the head of one paragraph.
func line(par string, published time.Time) (d extract.Dateline, names []string, ok bool) {
	names, at := runIn(par)
	if at > 0 {
		if d, ok := lineAt(par, at, published); ok {
			return d, names, true
		}
	}
	d, ok = lineAt(par, 0, published)
	return d, nil, ok
}

func lineAt(par string, at int, published time.Time) (d extract.Dateline, ok bool) {
	rest := par[at:]
	r, ok := read(rest)
	if !ok || !r.accept(rest) {
		return d, false
	}
	d = extract.Dateline{
		Raw:   strings.TrimSpace(strings.TrimRight(strings.TrimSpace(rest[:r.rawEnd]), "-—–―_:= ")),
		Date:  r.day.resolve(published),
		Start: at,
		End:   at + r.end,
	}
	for _, p := range r.places {
		d.Places = append(d.Places, titleCase(p))
	}
	if len(d.Places) > 0 {
		d.Place = d.Places[0]
	}
	if n := len(r.regions); n > 0 {
		d.Country = r.regions[n-1]
	}
	if name, known := agencyNamed(r.agency); known {
		d.Agency = name
	} else if name, house := outlet(r.agency); house {
		d.Agency = name
	}
	return d, true
}

// Day is the day printed in a dateline, with the year that published supplies; zero if
// none is printed.
func Day(raw string, published time.Time) time.Time {
	if r, ok := read(raw); ok {
		return r.day.resolve(published)
	}
	return time.Time{}
}
