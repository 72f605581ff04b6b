package parse

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"dateline/transform/text/parse/internal/arc"
)

//go:embed model.bin.gz
var packed []byte

// model is unpacked once, at the first sentence.
var model = sync.OnceValue(func() *arc.Model {
	m, err := arc.ReadModel(bytes.NewReader(packed))
	if err != nil {
		panic(fmt.Sprintf("parse: embedded model: %v", err)) // the build is broken
	}
	return m
})

// beamWidth is how many derivations are kept; see doc.go for what each width brings.
const beamWidth = 8

// A derivation that trails the best one by more than slack margins is given up.
const slack = 2.4

// maxRun is the longest run of words that is parsed as one. No sentence is that long; a
// table or a list without a full stop may be, and its pieces are joined.
const maxRun = 512

// Parser parses sentences and keeps its memory between them. It is not safe for
// concurrent use: each worker needs its own. The model is shared.
type Parser struct {
	model *arc.Model
	beam  arc.Beam
	tree  arc.Tree
	toks  []arc.Token
	marks []mark
	heads []int32
	rels  []string
}

// New makes a parser. The first one in a process unpacks the model.
func New() *Parser {
	m := model()
	return &Parser{model: m, beam: arc.Beam{Width: beamWidth, Slack: int32(slack * float64(m.Margin))}}
}

// Reset forgets the sentence.
func (p *Parser) Reset() { p.toks, p.marks = p.toks[:0], p.marks[:0] }

// Add appends a word and its Penn tag to the sentence. The strings are not kept.
func (p *Parser) Add(form, tag string) {
	p.toks = append(p.toks, arc.Encode(form, tag))
	m := markOf(form, tag)
	if n := len(p.marks); n > 0 && p.marks[n-1]&weekday != 0 {
		m |= oneOf(form, dayparts[:], weekday)
	}
	p.marks = append(p.marks, m)
}

// Parse gives the head of every word added since Reset, counted from 0, -1 for the one
// root, and the UD relation to it. The slices are valid until the next call.
func (p *Parser) Parse() (heads []int32, rels []string) {
	p.heads, p.rels = p.heads[:0], p.rels[:0]
	root := int32(-1)
	for first := 0; first < len(p.toks); first += maxRun {
		run := p.toks[first:min(first+maxRun, len(p.toks))]
		root = p.parse(run, int32(first), root)
	}
	if len(p.toks) <= maxRun {
		p.repair()
	}
	return p.heads, p.rels
}

// parse appends the tree of a run that begins at word first. The root of a later run
// hangs on the first run's.
func (p *Parser) parse(run []arc.Token, first, root int32) int32 {
	for range run {
		p.heads = append(p.heads, 0)
		p.rels = append(p.rels, "")
	}
	heads, rels := p.heads[first:], p.rels[first:]
	p.beam.Parse(run, p.model, heads)
	p.tree.Set(run, heads)
	var f arc.LabelFeatures
	for _, d := range p.tree.Order {
		rel := uint8(0)
		if heads[d] >= 0 {
			var ok bool
			if rel, ok = p.model.Certain(&p.tree, d); !ok {
				p.tree.Features(d, &f)
				rel = p.model.Label(&f)
			}
		}
		p.tree.Decide(d, rel)
		rels[d] = p.model.Labels[rel]
	}
	for d, h := range heads {
		switch {
		case h >= 0:
			heads[d] = h + first
		case root >= 0:
			heads[d], rels[d] = root, "parataxis"
		default:
			root = int32(d)
		}
	}
	return root
}
