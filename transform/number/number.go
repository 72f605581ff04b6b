package number

import (
	"dateline/transform"
	"dateline/transform/text"
)

// Annotator finds the numbers of a document.
var Annotator = &transform.Annotator{
	Name:     "number",
	Doc:      "numbers with value, bounds, unit, counted noun and, for people, what happened to them",
	Requires: []string{"date"},
	Run:      run,
}

// pass is the state of one run over a document; its slices are reused from sentence to
// sentence.
type pass struct {
	doc     *transform.Document
	text    string
	tokens  []text.Token
	lexicon *lexicon
	country string // of the story, ISO alpha-3; empty if unknown

	sentence int
	lex      []lexeme
	tok      []int // token of each lexeme
	qs       []quantity
	nps      []phrase
	out      []phrase // what keep makes of nps
	index    []int    // of nps in out
	totals   []sum
	whole    int // index in out of the total being kept
	date     int // first date mention that may touch the sentence

	figures        bool    // the numeral being read began with a figure
	currencyBefore bool    // the numeral being read has a currency before it
	codeScale      float64 // factor inside a currency code: the M of MAUD
}

func run(d *transform.Document) error {
	p := &pass{doc: d, text: d.Text, tokens: d.Tokens, lexicon: theLexicon(), codeScale: 1}
	p.country = storyCountry(d)
	for i := range d.Sentences {
		p.sentence = i
		p.read(&d.Sentences[i])
	}
	return nil
}

// read annotates one sentence.
func (p *pass) read(s *text.Sentence) {
	p.lex = appendLexemes(p.lex[:0], p.lexicon, p.text, s.Start, s.End)
	p.tok = p.tok[:0]
	t := s.First
	for i := range p.lex {
		for t+1 < s.Last && p.tokens[t].End <= p.lex[i].start {
			t++
		}
		p.tok = append(p.tok, t)
	}
	p.scan()
	p.dropDates()
	p.phrases()
	p.categorise()
	p.emit()
}

// dropDates removes the quantities whose number a date mention covers.
func (p *pass) dropDates() {
	dates := p.doc.Dates
	if len(dates) == 0 {
		return
	}
	out := p.qs[:0]
	for _, q := range p.qs {
		start, end := p.lex[q.core].start, p.lex[q.coreEnd-1].end
		for p.date < len(dates) && dates[p.date].End <= start {
			p.date++
		}
		covered := false
		for k := p.date; k < len(dates) && dates[k].Start < end; k++ {
			covered = covered || dates[k].Start <= start && end <= dates[k].End
		}
		if !covered || q.age {
			out = append(out, q)
		}
	}
	p.qs = out
}

// wires are agencies that mark every dollar that is not American.
var wires = []string{"AFP", "AP", "Reuters", "dpa", "Xinhua", "UPI", "EFE", "Bloomberg"}

// storyCountry is the country whose money an unsigned "$" is.
func storyCountry(d *transform.Document) string {
	for _, w := range wires {
		if d.Article != nil && d.Article.Agency == w {
			return ""
		}
	}
	if d.DatelinePlace != nil {
		return d.DatelinePlace.Country
	}
	return ""
}

// emit appends the sentence's numbers to the document.
func (p *pass) emit() {
	base := len(p.doc.Numbers)
	for i := range p.nps {
		n := &p.nps[i]
		m := transform.Number{NounToken: -1, VerbToken: -1, PartOf: -1}
		m.Sentence, m.Rule, m.Confidence = p.sentence, n.rule, n.confidence
		m.Start, m.End = p.lex[n.first].start, p.lex[n.last-1].end
		if n.q >= 0 {
			p.fill(&m, &p.qs[n.q])
		} else {
			v := n.value
			m.Value, m.Low, m.High, m.Bound, m.Type = &v, &v, &v, exact, countType
		}
		if n.head >= 0 && !p.isWord(n.head, "old") {
			m.NounToken = p.tok[n.head]
			if n.rule != "name" && n.rule != "surname" && n.rule != "pronoun" {
				m.Noun = p.tokens[m.NounToken].Lemma
			}
			if m.Type == cardinalType && (n.q < 0 || !p.qs[n.q].fraction) {
				m.Type = countType
			}
		}
		if m.Category = n.category; n.category != "" {
			if m.Type == cardinalType {
				m.Type = countType
			}
			if n.verb >= 0 {
				m.VerbToken = p.tok[n.verb]
			}
		}
		if n.part >= 0 {
			m.PartOf = base + n.part
		} else if n.partBefore {
			m.PartOf = p.earlier(base, n.category)
		}
		p.doc.Numbers = append(p.doc.Numbers, m)
	}
}

// earlier finds the number of an earlier sentence that this one is a part of: the last
// of the category within the story's preceding sentences.
func (p *pass) earlier(base int, category string) int {
	for i := base - 1; i >= 0 && p.sentence-p.doc.Numbers[i].Sentence <= 3; i-- {
		n := &p.doc.Numbers[i]
		if n.PartOf < 0 && n.Category == category && category != "" {
			return i
		}
	}
	return -1
}

// fill sets the value, sides and unit of m from q.
func (p *pass) fill(m *transform.Number, q *quantity) {
	m.Start, m.End = p.lex[q.first].start, p.lex[q.last-1].end
	m.Type, m.Unit, m.Bound = q.typ, q.unit, q.bound
	box := []float64{q.value, q.low, q.high}
	if !q.noValue {
		m.Value = &box[0]
	}
	if q.hasLow {
		m.Low = &box[1]
	}
	if q.hasHigh {
		m.High = &box[2]
	}
}
