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
	p.atoms = p.g.lex(d.Text, d.Tokens)
	for i := 0; i < len(p.atoms); {
		if !p.find(i) {
			i++
			continue
		}
		m := &p.best
		p.sentence = p.sentenceOf(m.start)
		span := transform.Span{Start: int(p.atoms[m.start].start), End: int(p.atoms[m.end-1].end)}
		date := transform.Date{Mention: transform.Mention{Span: span, Sentence: p.sentence, Confidence: 0.9, Rule: p.g.rules[m.rule].name}}
		if p.resolve(m, &date) {
			p.settleClock(m, &date)
			d.Dates = append(d.Dates, date)
		}
		i = m.end
	}
	return nil
}

// sentenceOf is the sentence of atom i.
func (p *pass) sentenceOf(i int) int {
	if t := p.atoms[i].tok; t >= 0 {
		return p.doc.Tokens[t].Sentence
	}
	return p.sentence
}
