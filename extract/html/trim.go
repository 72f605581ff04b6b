package html

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/dateline"
)

// trim drops the headline, what stands before it, bylines, repetitions, and headings at
// the end.
func (p *page) trim(keep []int, head int, a *extract.Article) []int {
	keep = slices.DeleteFunc(keep, func(i int) bool { return i <= head })
	keep = slices.DeleteFunc(keep, func(i int) bool { return p.blocks[i].flags&inByline != 0 && p.blocks[i].words < 40 })
	keep = p.dropRepeated(keep)
	for n := 0; n < min(2, len(keep)); n++ { // the headline once more, as another version of the page has it
		if b := &p.blocks[keep[n]]; b.words > 3 && likeness(b.text, a.Headline) > 0.85 {
			keep = append(keep[:n:n], keep[n+1:]...)
			break
		}
	}
	return p.dropTail(p.cutSections(keep), a.Bylines)
}

// dropRepeated drops what stands in the story a second time, as where a page has one part
// for wide screens and one for small ones. What stands there again and again by itself,
// under headings of its own, is part of each: "Warm up: ten minutes of easy running."
func (p *page) dropRepeated(keep []int) []int {
	seen := map[string]int{}
	for _, i := range keep {
		seen[p.blocks[i].text]++
	}
	refrain := func(n int) bool {
		return seen[p.blocks[keep[n]].text] > 3 || seen[p.blocks[keep[n]].text] > 2 && n > 0 && n+1 < len(keep) && seen[p.blocks[keep[n-1]].text] == 1 && seen[p.blocks[keep[n+1]].text] == 1
	}
	met := map[string]bool{}
	out := keep[:0:0]
	for n, i := range keep {
		b := &p.blocks[i]
		if b.words >= 8 && met[b.text] && !refrain(n) {
			continue
		}
		met[b.text] = true
		out = append(out, i)
	}
	return out
}

// cutStream ends the story where a stream of others begins: behind it come two or more
// blocks that are nothing but a date, as teasers have, or a story of its own.
func (p *page) cutStream(keep []int) []int {
	if len(keep) < 4 {
		return keep
	}
	stamps, first := 0, 0
	for n := 2; n < len(keep); n++ {
		for i := keep[n-1] + 1; i <= keep[n]; i++ {
			b := &p.blocks[i]
			if b.words > 10 || b.flags&(furniture|inFigure|inTable|inQuote) != 0 || !printed(b.text, true).known() || !p.titled(i) {
				continue
			}
			if stamps == 0 {
				first = n
			}
			stamps++
			break // the times of publication and of the update stand beside each other
		}
	}
	if stamps < 2 {
		return keep
	}
	for first > 2 && !p.blocks[keep[first-1]].prose() { // the teaser's own title
		first--
	}
	words := 0
	for _, i := range keep[:first] {
		words += p.blocks[i].words
	}
	rest := 0
	for _, i := range keep[first:] {
		rest += p.blocks[i].words
	}
	if words < minBeforeStream || rest > 10*words { // a list of dated things is the story itself
		return keep
	}
	return keep[:first]
}

// minBeforeStream is how many words a story has that a stream of teasers follows.
const minBeforeStream = 50

// titled reports whether a heading, or a title that is a link, stands close to block i, as
// in a teaser.
func (p *page) titled(i int) bool {
	for j := max(i-3, 0); j < min(i+4, len(p.blocks)); j++ {
		if b := &p.blocks[j]; j != i && b.words > 1 && (b.flags&inHeading != 0 || b.words > 4 && b.links*10 > len(b.text)*8) {
			return true
		}
	}
	return false
}

// cutSections ends the story at a heading that opens a list of other stories.
func (p *page) cutSections(keep []int) []int {
	for n := max(2, len(keep)/4); n < len(keep); n++ {
		b := &p.blocks[keep[n]]
		if b.flags&inHeading != 0 && b.words <= 5 && isSection(b.text) {
			return keep[:n]
		}
	}
	return keep
}

// tailBlocks is how far before the end of a story what only stands there is looked for.
const tailBlocks = 6

// dropTail drops notes, biographies and references from the end, and headings that are
// left with nothing under them.
func (p *page) dropTail(keep []int, authors []string) []int {
	from := max(len(keep)-tailBlocks, len(keep)/2)
	out := keep[:from:from]
	signed := false
	for _, i := range keep[from:] {
		if dateline.IsSignOff(p.blocks[i].text) {
			signed = true
		} else if signed { // what stands behind the credits is about their authors
			continue
		}
		if b := &p.blocks[i]; kindOf(b, true) == story && !isBiography(b, authors) || p.scheduled(i) || dateline.IsSignOff(b.text) { // sign-offs become data later
			out = append(out, i)
		}
	}
	for len(out) > 0 && p.blocks[out[len(out)-1]].flags&inHeading != 0 {
		out = out[:len(out)-1]
	}
	return out
}

// maxDeckGap is how many blocks may stand between headline and standfirst.
const maxDeckGap = 12

// withDeck puts the standfirst, which often stands outside the story's element, before it:
// a block behind the headline that says what it is or repeats the page's description.
func (p *page) withDeck(keep []int, head int, m *metadata) []int {
	if head < 0 || len(keep) == 0 {
		return keep
	}
	var descriptions []string
	for _, d := range []string{m.first("og:description"), m.first("description"), m.first("twitter:description")} {
		if d = fold(d); len(d) > 20 {
			descriptions = append(descriptions, d)
		}
	}
	opening := fold(p.blocks[keep[0]].text)
	for i, gap := head+1, 0; i < keep[0] && gap < maxDeckGap; i++ {
		b := &p.blocks[i]
		if b.flags&(inNav|others|inAd) == 0 {
			gap++
		}
		if b.words < 3 || b.words > 80 || b.links*2 > len(b.text) || p.kind(i) != story {
			continue
		}
		f := fold(b.text)
		if likeness(b.text, p.blocks[head].text) > 0.85 {
			continue
		}
		if strings.Contains(opening, f) && len(opening) < len(f)+40 { // the opening again, without its dateline
			continue
		}
		says := false
		for e, up := b.elem, 0; e >= 0 && up < 3; e, up = p.elems[e].parent, up+1 {
			says = says || p.elems[e].own&inDeck != 0
		}
		described := slices.ContainsFunc(descriptions, func(d string) bool {
			return d == f || strings.HasPrefix(f, d) || len(f) > 20 && strings.HasPrefix(d, f)
		})
		next := i <= head+2 && b.flags&inHeading != 0 || i == head+1 && ends(b.text)
		switch {
		case b.flags&(inNav|others|inAd|inHidden|inComment|inFooter) != 0, b.flags&(inFigure|inCaption) != 0 && !says:
		case says, b.flags&(furniture&^inPromo|inByline) == 0 && (described || next && b.flags&inPromo == 0):
			return append([]int{i}, keep...)
		}
	}
	return keep
}

// withSignOff adds the credits that stand right behind the story, outside its element.
func (p *page) withSignOff(keep []int) []int {
	last := keep[len(keep)-1]
	for i := last + 1; i < min(last+4, len(p.blocks)); i++ {
		if b := &p.blocks[i]; b.words > 3 && b.flags&(inNav|others|inComment) == 0 && dateline.IsSignOff(b.text) {
			keep = append(keep, i)
		}
	}
	return keep
}
