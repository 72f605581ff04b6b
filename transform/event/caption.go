package event

import "dateline/transform"

// caption reports whether an event is told below a picture between the paragraphs, whose day
// is not that of the story around it: "FILE - A minister greets his guest in Oslo, Oct. 15,
// 2015." The present tells of the day that is printed behind it in full.
func (b *builder) caption(e *transform.Event) bool {
	g, s := b.g, b.doc.Sentences[e.Sentence]
	if w := g.word(s.First); w == "FILE" || w == "File" {
		return true
	}
	if e.DateBasis != "explicit" || e.DatePrecision != "day" {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if g.tok[i].Head < 0 {
			return g.tok[i].Tag == "VBZ" || g.tok[i].Tag == "VBP"
		}
	}
	return false
}
