package html

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// story picks the paragraphs of the story and tells how sure the choice is, 0 to 1.
func (p *page) story(doc *goquery.Document, m *metadata, a *extract.Article, head int) ([]string, float64) {
	w, sums := p.weights(head)
	e := p.bestElement(sums)
	first, last := bestRun(w)
	told := p.told(m.ld.body)
	v := ballot{elem: e, first: first, last: last, told: told, toldWords: countWords(m.ld.body)}
	v.count(p)
	keep := v.choose(p, w)
	confidence := v.confidence()
	if t := p.templated(doc, a.URL); len(t) > 2 && v.words(p, t)*3 > v.words(p, keep)*2 {
		keep, confidence = t, 0.95
	}
	if v.toldWords > 150 && v.words(p, keep)*2 < v.toldWords {
		return fromLinkedData(m)
	}
	if !m.ld.live {
		keep = p.cutStream(keep)
	}
	keep = p.trim(keep, head, a)
	keep = p.withDeck(keep, head, m)
	if len(keep) == 0 {
		return fromLinkedData(m)
	}
	if paragraphs := p.fromState(keep); len(paragraphs) > 0 {
		return asStory(paragraphs), 0.7
	}
	keep = p.withSignOff(keep)
	return p.paragraphs(keep), confidence
}

// ballot holds the three voices: the best element, the best run, and the page's
// articleBody.
type ballot struct {
	elem                int32
	first, last         int
	told                []bool // per block: its words are in articleBody; nil without one
	toldWords           int    // words of articleBody
	both, either        int    // words of blocks that both scorers want, that either wants
	agreed              int    // words of both that articleBody has too
	firstTold, lastTold int    // first and last block of both that articleBody has too
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
				if v.agreed == 0 {
					v.firstTold = i
				}
				v.agreed += n
				v.lastTold = i
			}
		}
	}
}

// complete reports whether articleBody covers what the scorers agree on, so that its
// silence on a block means something.
func (v *ballot) complete() bool { return v.told != nil && v.agreed*10 > v.both*8 }

// choose lists the blocks of the story.
func (v *ballot) choose(p *page, w []float64) (keep []int) {
	alone := v.both == 0 // the scorers want different parts of the page: take the run
	for i := range p.blocks {
		x, y := v.inElem(p, i), v.inRun(i)
		if alone {
			x = y
		}
		votes := 0
		if x {
			votes++
		}
		if y {
			votes++
		}
		if v.told != nil && v.told[i] && p.blocks[i].words > 8 {
			votes++
		} else if v.complete() && p.doubtful(i, v) {
			votes--
		}
		if x && i >= v.last && !p.news && p.blocks[i].flags&(inList|inBody) == inList|inBody {
			votes++ // the books, sites and shops that a guide ends with
		}
		if votes >= 2 && p.keeps(i) {
			keep = append(keep, i)
		}
	}
	return keep
}

// doubtful reports whether articleBody's silence on a block counts: not on headings,
// lists and long prose in the midst of the story, which it often leaves out.
func (p *page) doubtful(i int, v *ballot) bool {
	b := &p.blocks[i]
	if b.flags&(inHeading|inList|inTable) != 0 {
		return false
	}
	if b.words < 25 || b.links*5 > len(b.text) {
		return true
	}
	beside := p.elems[b.elem].parent == p.elems[p.blocks[v.firstTold].elem].parent
	return !beside && (i < v.firstTold || i > v.lastTold)
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
// before all others. A lesser heading with prose of the story before it is the title of a
// chapter that the page is named after.
func (p *page) headlineBlock(headline string) int {
	f := fold(headline)
	if f == "" {
		return -1
	}
	found, from, prose := -1, p.storyStart(), 0
	for i := range p.blocks[:min(p.middle()+1, len(p.blocks))] {
		b := &p.blocks[i]
		if i >= from && b.prose() && p.keeps(i) {
			prose += b.words
		}
		if b.flags&inHeading == 0 && found >= 0 || len(b.text) > 3*len(headline)+20 || fold(b.text) != f {
			continue
		}
		if b.flags&inHeading != 0 && b.flags&(inNav|others|inAside) == 0 {
			if b.tag != atom.H1 && prose > maxBeforeHeadline {
				return -1
			}
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// maxBeforeHeadline is how many words of prose may stand before a headline that is no h1.
const maxBeforeHeadline = 60

// beside lists the blocks around the headline, where bylines and dates stand: a few
// before it, more behind it.
func (p *page) beside(head int) (out []int) {
	if head < 0 {
		return nil
	}
	for i := head + 1; i < min(head+16, len(p.blocks)); i++ {
		out = append(out, i)
	}
	for i := head - 1; i >= max(head-4, 0); i-- {
		out = append(out, i)
	}
	return out
}

// keeps reports whether a block within the story is part of it.
func (p *page) keeps(i int) bool {
	if p.kept == nil {
		p.kept = make([]int8, len(p.blocks))
	}
	if p.kept[i] == 0 {
		p.kept[i] = -1
		if p.belongs(i) {
			p.kept[i] = 1
		}
	}
	return p.kept[i] > 0
}

func (p *page) belongs(i int) bool {
	b := &p.blocks[i]
	if p.jumps(i) && (p.jumps(i-1) || p.jumps(i+1)) { // a table of contents
		return false
	}
	if b.flags&(furniture|inAside|inFigure) != 0 || p.news && b.flags&inTable != 0 && !b.prose() {
		return false
	}
	density := float64(b.links) / float64(len(b.text))
	if (density > 0.6 && !ends(b.text) || density > 0.9 && b.words < 30) && !p.heads(i) && !p.announced(i) {
		return false
	}
	return p.kind(i) == story || p.scheduled(i)
}

// scheduled reports whether block i is of a list of dates that are the story's matter: three
// or more in a row, of the same element, that say more than the day.
//
//	<p>September 10, 2025, noon, room 217, Ann Lee</p><p>September 17, 2025, noon, room …
func (p *page) scheduled(i int) bool {
	row := 1
	for _, step := range []int{-1, 1} {
		for j := i + step; row < minRow && j >= 0 && j < len(p.blocks) && p.dates(j, i); j += step {
			row++
		}
	}
	return row >= minRow && p.dates(i, i)
}

// minRow is how many dates in a row make a schedule.
const minRow = 3

// dates reports whether block j is a date and more, beside block i.
func (p *page) dates(j, i int) bool {
	b := &p.blocks[j]
	return b.words >= minDated && p.elems[b.elem].parent == p.elems[p.blocks[i].elem].parent && p.kind(j) == stamp
}

// minDated is how many words an entry of a schedule has.
const minDated = 7

// jumps reports whether block i is nothing but a link to another part of the page; headings
// often link to themselves.
func (p *page) jumps(i int) bool {
	return i >= 0 && i < len(p.blocks) && p.blocks[i].flags&inHeading == 0 && p.blocks[i].jumps*10 > len(p.blocks[i].text)*8
}

// kind is the type of block i by its words, wherever it stands.
func (p *page) kind(i int) kind {
	if p.kinds == nil {
		p.kinds = make([]kind, len(p.blocks))
		for i := range p.kinds {
			p.kinds[i] = unknown
		}
	}
	if p.kinds[i] == unknown {
		p.kinds[i] = kindOf(&p.blocks[i], false)
	}
	return p.kinds[i]
}

// announced reports whether block i is an item of a list that a paragraph of the story
// announces: "Many changes were sent for review:". Its links are what the story is about.
func (p *page) announced(i int) bool {
	e := p.blocks[i].elem
	for e >= 0 && p.elems[e].node.DataAtom != atom.Ul && p.elems[e].node.DataAtom != atom.Ol {
		e = p.elems[e].parent
	}
	if e < 0 || p.elems[e].first == 0 {
		return false
	}
	before := int(p.elems[e].first) - 1
	b := &p.blocks[before]
	return strings.HasSuffix(b.text, ":") && b.words > 3 && b.flags&(furniture|inAside|inHeading|inList) == 0 && p.kind(before) == story
}

// heads reports whether block i is a heading over a paragraph of the same part of the page:
// one that is a link may head a chapter as well as a link to another story.
func (p *page) heads(i int) bool {
	if i+1 >= len(p.blocks) {
		return false
	}
	b, next := &p.blocks[i], &p.blocks[i+1]
	if b.flags&inHeading == 0 || !next.prose() {
		return false
	}
	if b.words <= 4 || b.words <= 12 && next.words > 40 {
		return true
	}
	up := p.elems[b.elem].parent
	if up != p.elems[next.elem].parent {
		return false
	}
	rest := 0
	for j := i + 2; j < int(p.elems[up].last) && j < i+maxChapter && rest < minChapter; j++ {
		if o := &p.blocks[j]; o.prose() && p.elems[o.elem].parent == up {
			rest += o.words
		}
	}
	return rest >= minChapter
}

// A heading that is a link heads a chapter where at least minChapter words of prose stand
// behind its paragraph in the same element, within maxChapter blocks.
const (
	minChapter = 40
	maxChapter = 12
)

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
