package date

import (
	"fmt"
	"time"

	"dateline/transform"
)

// Annotator appends Document.Dates.
var Annotator = &transform.Annotator{
	Name: "date",
	Doc:  "dates, times, durations and sets with their TIMEX3 values and calendar intervals",
	Run:  run,
}

func run(d *transform.Document) error {
	p := &pass{g: grammar(), doc: d}
	p.pub, p.today = publicationDay(d)
	p.atoms = p.g.lex(d.Text, d.Tokens)
	for i := 0; i < len(p.atoms); {
		if !p.find(i) {
			i++
			continue
		}
		m := &p.best
		p.sentence = p.sentenceOf(m.start)
		span := transform.Span{Start: int(p.atoms[m.start].start), End: int(p.atoms[m.end-1].end)}
		date := transform.Date{Mention: transform.Mention{Span: span, Sentence: p.sentence, Rule: p.g.rules[m.rule].name}}
		if p.resolve(m, &date) {
			p.settleClock(m, &date)
			date.Confidence = confidence(&date)
			if d.Explain != nil {
				d.Explain("date", fmt.Sprintf("%s: %q is %s %s (%s)", date.Rule, d.Text[span.Start:span.End], date.Type, date.Value, date.Basis))
			}
			d.Dates = append(d.Dates, date)
		}
		p.last, p.lastEnd = m.frame, m.end
		i = m.end
	}
	return nil
}

// confidence is the share of a basis's dates that are dates with the right value on
// development texts, rounded.
func confidence(d *transform.Date) float64 {
	switch {
	case d.Value == "":
		return 0.5
	case d.Basis == basisExplicit:
		return 0.9
	case d.Basis == basisAnchored:
		return 0.65
	case d.Basis == basisVague:
		return 0.6
	}
	return 0.85
}

// publicationDay is the day that dates count from: the dateline's own where it is beside
// publication, else the day of publication; zero if unknown. today is the day that
// "today" means: in universal time's stead the place's own.
func publicationDay(d *transform.Document) (day, today time.Time) {
	a := d.Article
	if a == nil || !a.HasPublished() {
		return time.Time{}, time.Time{}
	}
	at := a.PublishedAt
	day = ymd(at.Year(), int(at.Month()), at.Day())
	if line := a.Dateline.Date; !line.IsZero() && absDays(line, day) <= 1 {
		day = ymd(line.Year(), int(line.Month()), line.Day())
		return day, day
	}
	if _, offset := at.Zone(); offset == 0 && !a.PublishedDay && d.DatelinePlace != nil && d.DatelinePlace.HasPoint {
		// The sun tells the place's hour well enough. Weekdays do not need it: they name
		// their day, and they show when the universal time was none.
		at = at.Add(time.Duration(d.DatelinePlace.Lon / 15 * float64(time.Hour)))
	}
	return day, ymd(at.Year(), int(at.Month()), at.Day())
}

// sentenceOf is the sentence of atom i.
func (p *pass) sentenceOf(i int) int {
	if t := p.atoms[i].tok; t >= 0 {
		return p.doc.Tokens[t].Sentence
	}
	return p.sentence
}
