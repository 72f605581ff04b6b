package html

import (
	"slices"
	"strings"

	"dateline/extract"
)

// story picks the paragraphs of the story and tells how sure the choice is, 0 to 1.
func (p *page) story(m *metadata, a *extract.Article) ([]string, float64) {
	if len(p.blocks) == 0 {
		return fromLinkedData(m)
	}
	w, sums := p.weights()
	e := p.bestElement(sums)
	first, last := bestRun(w)
	inElem := func(i int) bool { return i >= int(p.elems[e].first) && i < int(p.elems[e].last) }
	inRun := func(i int) bool { return i >= first && i < last }
	both, either := 0, 0
	var keep []int
	for i := range p.blocks {
		b := &p.blocks[i]
		x, y := inElem(i), inRun(i)
		if x || y {
			either += b.words
		}
		if x && y {
			both += b.words
		}
		if x && y && p.keeps(i) {
			keep = append(keep, i)
		}
	}
	keep = p.trim(keep, a)
	var out []string
	for _, i := range keep {
		out = append(out, p.blocks[i].text)
	}
	if len(out) == 0 {
		return fromLinkedData(m)
	}
	return out, 0.3 + 0.7*float64(both)/float64(max(either, 1))
}

// keeps reports whether a block within the story is part of it.
func (p *page) keeps(i int) bool {
	b := &p.blocks[i]
	if b.flags&(furniture|inAside|inFigure) != 0 {
		return false
	}
	density := float64(b.links) / float64(len(b.text))
	if b.words > 0 && density > 0.6 && !ends(b.text) {
		return false
	}
	return !isFurniture(b)
}

// trim drops the headline, what stands before it, and headings at the end.
func (p *page) trim(keep []int, a *extract.Article) []int {
	head := fold(a.Headline)
	for n, i := range keep {
		if n < 10 && head != "" && fold(p.blocks[i].text) == head {
			keep = keep[n+1:]
			break
		}
	}
	keep = slices.DeleteFunc(keep, func(i int) bool { return p.blocks[i].flags&inByline != 0 && p.blocks[i].words < 40 })
	for len(keep) > 0 && p.blocks[keep[len(keep)-1]].flags&inHeading != 0 {
		keep = keep[:len(keep)-1]
	}
	return keep
}

// fromLinkedData is the last resort: a page that shows nothing but tells all.
func fromLinkedData(m *metadata) ([]string, float64) {
	if len(m.ld.body) < 200 {
		return nil, 0
	}
	body := m.ld.body
	if strings.Contains(body, "<p") {
		body = strings.NewReplacer("<p>", "\n\n", "</p>", "\n\n", "<br>", "\n").Replace(body)
	}
	return extract.SplitParagraphs(body), 0.4
}
