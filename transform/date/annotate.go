package date

import (
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
	if a := d.Article; a != nil && a.HasPublished() {
		y, m, day := a.PublishedAt.Date()
		p.pub = ymd(y, int(m), day)
		if !a.PublishedDay {
			p.pubAt = a.PublishedAt
		}
	}
	skip := datelineSpan(d)
	for k := range d.Sentences {
		s := &d.Sentences[k]
		p.atoms = p.g.lex(p.atoms[:0], d.Text, s.Start, s.End, d.Tokens, s.First)
		p.sentence, p.sentFirst, p.sentLast = k, 0, len(p.atoms)
		for i := 0; i < len(p.atoms); {
			if !p.find(i) {
				i++
				continue
			}
			m := &p.best
			span := transform.Span{Start: int(p.atoms[m.start].start), End: int(p.atoms[m.end-1].end)}
			date := transform.Date{Mention: transform.Mention{Span: span, Sentence: k, Confidence: 0.9, Rule: p.g.rules[m.rule].name}}
			if !skip.Contains(span) && p.resolve(m, &date) {
				if date.Known() {
					p.sent = k
				}
				d.Dates = append(d.Dates, date)
			}
			i = m.end
		}
	}
	return nil
}

// datelineSpan is the dateline in the text: its date is the article's, not the story's.
func datelineSpan(d *transform.Document) transform.Span {
	if d.Article == nil {
		return transform.Span{}
	}
	return transform.Span{Start: d.Article.Dateline.Start, End: d.Article.Dateline.End}
}
