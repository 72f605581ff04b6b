package html

import "golang.org/x/net/html/atom"

// weight is how much a block speaks for being (positive) or not being (negative) part of
// a story, by itself alone. Its unit is about a word of prose.
func weight(b *block) float64 {
	if b.flags&(furniture|inAside) != 0 { // it goes anyway: a box within the story must not end it
		return -2
	}
	if b.flags&(inByline|inFigure) != 0 {
		return -1
	}
	density := float64(b.links) / float64(len(b.text))
	w := float64(min(b.words, 150))
	switch {
	case b.flags&inHeading != 0:
		return 0
	case density > 0.5:
		return -w/2 - 4
	case b.flags&(inList|inTable) != 0 && density < 0.3: // lists and tables of a story seldom end in a full stop
		return max(1, w*(0.5-density))
	case b.words < 6 && !ends(b.text):
		return -3
	case b.words < 12 && !ends(b.text):
		return -1
	case b.tag == atom.P || b.flags&(inQuote|inPre) != 0:
		return w * (1 - density)
	case ends(b.text):
		return w * (0.8 - density)
	}
	return w * (0.3 - density)
}

// floor is how much one block can speak against an element that holds it: a list of links
// in the midst of a story must not make a part of the story look better than the whole.
const floor = -4

// weights of all blocks and their prefix sums. What stands before the headline, at block
// head, speaks but softly.
func (p *page) weights(head int) (w, sums []float64) {
	w = make([]float64, len(p.blocks))
	sums = make([]float64, len(p.blocks)+1)
	for i := range p.blocks {
		w[i] = weight(&p.blocks[i])
		if p.blocks[i].flags&(furniture|inAside) == 0 && p.scheduled(i) {
			w[i] = max(w[i], float64(p.blocks[i].words))
		}
		if i < head && w[i] > 0 {
			w[i] *= 0.2
		}
		sums[i+1] = sums[i] + max(w[i], floor)
	}
	return w, sums
}

// bestElement is the element whose blocks speak most for a story: the smallest one that
// has nearly all of what the best has. It is the first scorer.
func (p *page) bestElement(sums []float64) int32 {
	value := func(e int32) float64 {
		v := sums[p.elems[e].last] - sums[p.elems[e].first]
		switch own := p.elems[e].own; {
		case own&furniture != 0:
			return v / 3
		case own&(inBody|inArticle) != 0 && v > 0:
			return v * 1.1
		}
		return v
	}
	best := int32(0)
	for e := range p.elems {
		if value(int32(e)) > value(best) {
			best = int32(e)
		}
	}
	// children stand behind their parents: go down while one child keeps nearly all
	for e := best + 1; int(e) < len(p.elems) && p.elems[e].first < p.elems[best].last; e++ {
		if p.within(e, best) && value(e) > 0.96*value(best) && p.elems[e].own&furniture == 0 {
			best = e
		}
	}
	return best
}

// middle is the block at which half of the story, as the first scorer sees it without a
// headline, is over.
func (p *page) middle() int {
	w, sums := p.weights(-1)
	e := &p.elems[p.bestElement(sums)]
	left := 0.0
	for i := e.first; i < e.last; i++ {
		left += max(w[i], 0)
	}
	left /= 2
	for i := e.first; i < e.last; i++ {
		if left -= max(w[i], 0); left <= 0 {
			return int(i)
		}
	}
	return len(p.blocks)
}

// storyStart is the first block of the story as the first scorer sees it without a headline.
func (p *page) storyStart() int {
	_, sums := p.weights(-1)
	return int(p.elems[p.bestElement(sums)].first)
}

// bestRun is the run of blocks with the greatest sum of weights, wherever in the tree they
// stand. It is the second scorer.
func bestRun(w []float64) (first, last int) {
	sum, from, top := 0.0, 0, 0.0
	for i, v := range w {
		if sum <= 0 {
			sum, from = 0, i
		}
		if sum += v; sum > top {
			top, first, last = sum, from, i+1
		}
	}
	return first, last
}
