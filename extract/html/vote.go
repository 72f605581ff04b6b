package html

import (
	"slices"
	"strings"

	"dateline/extract"
)

// story picks the paragraphs of the story and tells how sure the choice is, 0 to 1.
func (p *page) story(m *metadata, a *extract.Article) ([]string, float64) {
	head := p.headlineBlock(a.Headline)
	w, sums := p.weights(head)
	e := p.bestElement(sums)
	first, last := bestRun(w)
	told := p.told(m.ld.body)
	v := ballot{elem: e, first: first, last: last, told: told, toldWords: countWords(m.ld.body)}
	v.count(p)
	keep := v.choose(p, w)
	if v.toldWords > 150 && v.words(p, keep)*2 < v.toldWords {
		return fromLinkedData(m)
	}
	keep = p.trim(keep, head, a)
	keep = p.withDeck(keep, head, m)
	if len(keep) == 0 {
		return fromLinkedData(m)
	}
	return p.paragraphs(keep), v.confidence()
}

// ballot holds the three voices: the best element, the best run, and the page's
// articleBody.
type ballot struct {
	elem         int32
	first, last  int
	told         []bool // per block: its words are in articleBody; nil without one
	toldWords    int    // words of articleBody
	both, either int    // words of blocks that both scorers want, that either wants
	agreed       int    // words of both that articleBody has too
}

func (v *ballot) inElem(p *page, i int) bool {
	return i >= int(p.elems[v.elem].first) && i < int(p.elems[v.elem].last)
}

func (v *ballot) inRun(i int) bool { return i >= v.first && i < v.last }

func (v *ballot) count(p *page) {
	for i := range p.blocks {
		x, y := v.inElem(p, i), v.inRun(i)
		if !p.keeps(i) || !x && !y {
			continue
		}
		n := p.blocks[i].words
		v.either += n
		if x && y {
			v.both += n
			if v.told != nil && v.told[i] {
				v.agreed += n
			}
		}
	}
}

// complete reports whether articleBody covers what the scorers agree on, so that its
// silence on a block means something.
func (v *ballot) complete() bool { return v.told != nil && v.agreed*10 > v.both*8 }

// choose lists the blocks of the story.
func (v *ballot) choose(p *page, w []float64) (keep []int) {
	for i := range p.blocks {
		x, y := v.inElem(p, i), v.inRun(i)
		votes := 0
		if x {
			votes++
		}
		if y {
			votes++
		}
		if v.told != nil && v.told[i] && p.blocks[i].words > 8 {
			votes++
		} else if v.complete() && p.blocks[i].flags&inHeading == 0 {
			votes--
		}
		if votes >= 2 && p.keeps(i) {
			keep = append(keep, i)
		}
	}
	return keep
}

func (v *ballot) words(p *page, keep []int) (n int) {
	for _, i := range keep {
		n += p.blocks[i].words
	}
	return n
}

// confidence is how far the voices agree.
func (v *ballot) confidence() float64 {
	c := float64(v.both) / float64(max(v.either, 1))
	if v.complete() {
		return 0.5 + 0.5*c
	}
	return 0.2 + 0.7*c
}

// told marks the blocks whose words are in the page's articleBody.
func (p *page) told(body string) []bool {
	if len(body) < 200 {
		return nil
	}
	all := fold(body)
	out := make([]bool, len(p.blocks))
	for i := range p.blocks {
		s := p.blocks[i].text
		if len(s) > 120 {
			s = strings.ToValidUTF8(s[:120], "")
		}
		if f := fold(s); len(f) > 6 {
			out[i] = strings.Contains(all, f)
		}
	}
	return out
}

// headlineBlock is the block that shows the headline, -1 if there is none; an h1 comes
// before all others.
func (p *page) headlineBlock(headline string) int {
	f := fold(headline)
	if f == "" {
		return -1
	}
	found := -1
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.flags&inHeading == 0 && found >= 0 || len(b.text) > 3*len(headline)+20 || fold(b.text) != f {
			continue
		}
		if b.flags&inHeading != 0 && b.flags&(inNav|inRelated|inAside) == 0 {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
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

// trim drops the headline, what stands before it, bylines, repetitions, and headings at
// the end.
func (p *page) trim(keep []int, head int, a *extract.Article) []int {
	keep = slices.DeleteFunc(keep, func(i int) bool { return i <= head })
	keep = slices.DeleteFunc(keep, func(i int) bool { return p.blocks[i].flags&inByline != 0 && p.blocks[i].words < 40 })
	seen := map[string]bool{}
	keep = slices.DeleteFunc(keep, func(i int) bool {
		b := &p.blocks[i]
		if b.words < 8 {
			return false
		}
		again := seen[b.text]
		seen[b.text] = true
		return again
	})
	for len(keep) > 0 && p.blocks[keep[len(keep)-1]].flags&inHeading != 0 {
		keep = keep[:len(keep)-1]
	}
	return keep
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
	for i := head + 1; i < min(head+maxDeckGap, keep[0]); i++ {
		b := &p.blocks[i]
		if b.words < 4 || b.words > 80 || b.flags&(furniture&^inPromo|inFigure|inByline) != 0 || b.links*2 > len(b.text) || isFurniture(b) {
			continue
		}
		f := fold(b.text)
		described := slices.ContainsFunc(descriptions, func(d string) bool {
			return d == f || strings.HasPrefix(f, d) || len(f) > 20 && strings.HasPrefix(d, f)
		})
		heading := b.flags&inHeading != 0 && i <= head+2
		if described || heading || p.elems[b.elem].own&inDeck != 0 || p.elems[b.elem].parent >= 0 && p.elems[p.elems[b.elem].parent].own&inDeck != 0 {
			return append([]int{i}, keep...)
		}
	}
	return keep
}

func (p *page) paragraphs(keep []int) []string {
	out := make([]string, len(keep))
	for n, i := range keep {
		out[n] = p.blocks[i].text
	}
	return out
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
