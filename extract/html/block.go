package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// block is a run of text between two block-level borders.
type block struct {
	text  string
	tag   atom.Atom // of the nearest block-level element
	elem  int32     // index into page.elems
	flags flag      // of all elements around it
	links int       // bytes of text within links
	jumps int       // bytes of text within links to other parts of the page
	bold  int       // bytes of text within b and strong
	words int
}

// elem is a block-level element: what of the page lies within it.
type elem struct {
	node        *html.Node
	parent      int32
	first, last int32 // half-open range of page.blocks
	own         flag  // of this element alone
	all         flag  // of this element and those around it
	form        bool  // holds a form or a button
}

// page is a parsed page, flat.
type page struct {
	blocks []block
	elems  []elem
	root   *html.Node
	raw    []byte               // the page as UTF-8, scripts included
	news   bool                 // the page says it is a news story
	kinds  []kind               // of the blocks by their words alone; see kind
	kept   []int8               // what keeps found out: 0 not asked, 1 yes, -1 no
	byNode map[*html.Node]int32 // elems by their nodes; see around
}

// skipped elements hold no text of the page.
func skipped(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Embed, atom.Audio, atom.Video,
		atom.Canvas, atom.Head, atom.Input, atom.Datalist, atom.Meter, atom.Progress, atom.Map, atom.Img, atom.Noframes:
		return true
	}
	return false
}

// inline elements do not break a paragraph.
func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
		atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span,
		atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Nobr, atom.Label, atom.Slot:
		return true
	}
	return false
}

// walker turns the tree into blocks.
type walker struct {
	page    *page
	classes classes
	buf     strings.Builder
	links   int
	jumps   int
	bold    int
	breaks  int // <br> since the last text
}

// flatten walks the body of a parsed page.
func flatten(root *html.Node) *page {
	w := &walker{page: &page{root: root}, classes: classes{}}
	w.page.elems = append(w.page.elems, elem{node: root, parent: -1})
	w.children(root, 0, 0)
	w.flush(0)
	w.page.elems[0].last = int32(len(w.page.blocks))
	w.page.inherit()
	return w.page
}

// inherit hands the flags of elements down to their blocks. An element that holds much of
// the page's prose is no furniture whatever its name says ("modal-page", <form> around
// all), and neither is what stands around an element that says it is the story's body.
func (p *page) inherit() {
	sums := make([]int, len(p.blocks)+1)
	for i := range p.blocks {
		sums[i+1] = sums[i]
		if p.blocks[i].prose() {
			sums[i+1] += p.blocks[i].words
		}
	}
	hidden, hiddenTo, total := 0, int32(0), sums[len(p.blocks)]
	for i := range p.elems {
		e := &p.elems[i]
		words := sums[e.last] - sums[e.first]
		if e.own&inHidden != 0 && e.first >= hiddenTo { // not within one that has been counted
			hidden, hiddenTo = hidden+words, e.last
		}
		if 3*words > total {
			e.own &^= furniture | inAside | inFigure | inByline | inHeader | inSocial
		}
		if e.own&inHeading != 0 && e.node.Parent != nil && e.node.Parent.DataAtom != atom.Figure { // class="gallery-title"
			e.own &^= inFigure
		}
		if words > 40 { // navigation has no sentences
			e.own &^= inNav
			if e.node.DataAtom != atom.Figure {
				e.own &^= inFigure
			}
		}
		if e.parent < 0 {
			continue
		}
		up := p.elems[e.parent].all
		if e.own&inBody != 0 {
			up &^= inAd | inAside | inTeaser | inPromo | inForm | inShare | inFigure | inHeader | inByline
		}
		e.all = e.own | up
	}
	paywalled := 4*hidden > 3*total // the story is there, only not shown
	for i := range p.blocks {
		b := &p.blocks[i]
		b.flags = p.elems[b.elem].all
		if paywalled && b.flags&(inBody|inArticle) != 0 {
			b.flags &^= inHidden
		}
	}
	p.boxes()
}

// maxBox is how many words of prose may stand in a box besides what asks.
const maxBox = 50

// boxes marks the boxes that ask readers to sign up or to pay, all of what stands in them:
// small elements with a form and a phrase of that kind, or those where such phrases are a
// third of the words.
//
//	<div><h4>Like what you read?</h4><p>Sign up for our weekly letter.</p><form>…</form>
//	<p>Your subscription has been confirmed.</p></div>
//
// What holds half of the page's prose is no box.
func (p *page) boxes() {
	asks, words, prose := make([]int, len(p.blocks)+1), make([]int, len(p.blocks)+1), make([]int, len(p.blocks)+1)
	for i := range p.blocks {
		b := &p.blocks[i]
		asks[i+1], words[i+1], prose[i+1] = asks[i], words[i]+b.words, prose[i]
		if b.words > 2 && b.flags&inHeading == 0 && p.kind(i) == promo {
			asks[i+1] += b.words
		} else if b.words >= 10 && ends(b.text) {
			prose[i+1] += b.words
		}
	}
	for i := len(p.elems) - 1; i > 0; i-- { // children first
		e, up := &p.elems[i], &p.elems[p.elems[i].parent]
		if e.node.DataAtom == atom.Form || e.node.DataAtom == atom.Button {
			e.form = true
		}
		up.form = up.form || e.form
		in := func(sums []int) int { return sums[e.last] - sums[e.first] }
		if in(asks) == 0 || 2*in(prose) > prose[len(p.blocks)] || e.own&(inBody|inArticle) != 0 || !(e.form && in(prose) <= maxBox || 3*in(asks) >= in(words)) {
			continue
		}
		for j := e.first; j < e.last; j++ {
			p.blocks[j].flags |= inPromo
		}
	}
}

// prose reports whether a block reads like sentences.
func (b *block) prose() bool { return b.words >= 10 && b.links*5 < len(b.text)*2 && ends(b.text) }

// What the walk knows of inline elements and passes on.
const (
	inJump flag = 1 << 29
	inLink flag = 1 << 30
	inBold flag = 1 << 31
)

func (w *walker) children(n *html.Node, at int32, f flag) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data, at, f)
		case html.ElementNode:
			w.element(c, at, f)
		}
	}
}

func (w *walker) element(n *html.Node, at int32, f flag) {
	tag := n.DataAtom
	switch {
	case tag == atom.Br:
		w.breaks++
		return
	case tag == atom.Hr:
		w.flush(at)
		return
	case skipped(tag):
		return
	}
	own := ofTag(tag)
	if tag == atom.Figure && frames(n) {
		own = 0
	}
	if tag != atom.Body && tag != atom.Html {
		own |= w.classes.of(n)
	}
	if inline(tag) && !(tag == atom.Span && own&(furniture|inByline) != 0 && w.buf.Len() == 0) {
		in := f
		if tag == atom.A {
			if href := attr(n, "href"); !strings.HasPrefix(href, "#") {
				in |= inLink
			} else if len(href) > 1 {
				in |= inJump
			}
		}
		if tag == atom.B || tag == atom.Strong {
			in |= inBold
		}
		if own&inHidden != 0 { // a hidden word in the middle of a sentence
			return
		}
		w.children(n, at, in)
		return
	}
	w.flush(at)
	i := int32(len(w.page.elems))
	w.page.elems = append(w.page.elems, elem{node: n, parent: at, first: int32(len(w.page.blocks)), own: own})
	w.children(n, i, f&inLink) // <a><div>a teaser</div></a>
	w.flush(i)
	w.page.elems[i].last = int32(len(w.page.blocks))
}

// frames reports whether a figure holds a table or a quotation, no picture:
// <figure><table>.
func frames(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Table || c.DataAtom == atom.Blockquote {
			return true
		}
	}
	return false
}

// text adds a text node. Two line breaks in a row end a paragraph.
func (w *walker) text(s string, at int32, f flag) {
	blank := strings.TrimSpace(s) == ""
	if w.breaks > 0 && !blank {
		if w.breaks > 1 {
			w.flush(at)
		} else if w.buf.Len() > 0 {
			w.buf.WriteByte(' ')
		}
		w.breaks = 0
	}
	if blank && w.buf.Len() == 0 {
		return
	}
	if glued(w.buf.String(), s) {
		w.buf.WriteByte(' ')
	}
	w.buf.WriteString(s)
	if f&inLink != 0 {
		w.links += len(strings.TrimSpace(s))
	}
	if f&inJump != 0 {
		w.jumps += len(strings.TrimSpace(s))
	}
	if f&inBold != 0 {
		w.bold += len(strings.TrimSpace(s))
	}
}

// minGlued is how many small letters end a word of its own: but Mc<b>Donald</b>, e<i>Bay</i>.
const minGlued = 3

// glued reports whether two texts on both sides of an element's border are words of their
// own, which only the page's style keeps apart: <b>Location</b><span>The office is …</span>.
func glued(a, b string) bool {
	if r, _ := utf8.DecodeRuneInString(b); !unicode.IsUpper(r) {
		return false
	}
	n := len(a)
	for n > 0 && len(a)-n < minGlued && a[n-1] >= 'a' && a[n-1] <= 'z' {
		n--
	}
	return len(a)-n == minGlued
}

// flush ends the block of element at.
func (w *walker) flush(at int32) {
	if w.buf.Len() == 0 {
		return
	}
	links, jumps, bold := w.links, w.jumps, w.bold
	w.links, w.jumps, w.bold, w.breaks = 0, 0, 0, 0
	tag := w.page.elems[at].node.DataAtom
	text := extract.CleanLine(w.buf.String())
	w.buf.Reset()
	if text == "" {
		return
	}
	w.page.blocks = append(w.page.blocks, block{text: text, tag: tag, elem: at, links: links, jumps: jumps, bold: bold, words: countWords(text)})
}

// countWords counts words; in scripts without spaces, two letters count as one.
func countWords(s string) int {
	n, in, han := 0, false, 0
	for _, r := range s {
		switch {
		case r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)):
			han++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || unicode.Is(unicode.M, r):
			if !in {
				n++
			}
			in = true
		default:
			in = false
		}
	}
	return n + (han+1)/2
}

// ends reports whether s ends as a sentence does.
func ends(s string) bool {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '”', '’', '\'', ')', ']', '»', '*', '›':
			s = s[:len(s)-n]
			continue
		case '.', '!', '?', '…', ':', '。', '！', '？', '؟', '।', ';':
			return true
		}
		return false
	}
}

// within reports whether element e lies in element anc (or is it).
func (p *page) within(e, anc int32) bool {
	for ; e >= 0; e = p.elems[e].parent {
		if e == anc {
			return true
		}
	}
	return false
}
