package wire

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"dateline/extract"
)

// Node is an element or, with an empty Name, a run of text. Names are local names as
// written; HTML elements are lower case.
type Node struct {
	Name     string
	Attr     []xml.Attr
	Text     string
	Children []*Node
}

// Bounds of a tree: far over any real item, far under what hurts.
const (
	maxDepth = 200
	maxNodes = 400_000
)

// ErrDeep and ErrLarge are trees over the bounds.
var (
	ErrDeep  = fmt.Errorf("nested more than %d elements deep", maxDepth)
	ErrLarge = fmt.Errorf("more than %d elements", maxNodes)
)

// Malformed is the reject for XML that cannot be read.
func Malformed(rec *extract.Record, err error) *extract.Reject {
	switch {
	case errors.Is(err, ErrDeep):
		return extract.Rejectf(rec, "parse", extract.CodeTooDeep, "no news item nests like that", "%w", err)
	case errors.Is(err, ErrLarge):
		return extract.Rejectf(rec, "parse", extract.CodeTooLarge, "split the file", "%w", err)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return extract.Rejectf(rec, "parse", extract.CodeTruncated, "fetch the file again", "%w", err)
	}
	return extract.Rejectf(rec, "parse", extract.CodeMalformed, "the file is not well-formed XML", "%w", err)
}

// Parse reads an XML document and returns its root. Entities are HTML's own and XML's
// five; nothing is fetched, no entity of a document type expands.
func Parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, r) }
	d.Entity = xml.HTMLEntity
	b := builder{}
	b.push(&Node{})
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ := d.InputPos()
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			b.open(t.Name.Local, append([]xml.Attr(nil), t.Attr...))
		case xml.EndElement:
			if err := b.close(t.Name.Local); err != nil {
				line, _ := d.InputPos()
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		case xml.CharData:
			b.text(string(t))
		}
		if b.err != nil {
			return nil, b.err
		}
	}
	if len(b.stack) > 1 {
		return nil, fmt.Errorf("element %s is not closed: %w", b.top().Name, io.ErrUnexpectedEOF)
	}
	for _, c := range b.stack[0].Children {
		if c.Name != "" {
			return c, nil
		}
	}
	return nil, errors.New("no root element")
}

// builder makes a tree within the bounds.
type builder struct {
	stack []*Node
	nodes int
	err   error
}

func (b *builder) top() *Node { return b.stack[len(b.stack)-1] }

func (b *builder) push(n *Node) { b.stack = append(b.stack, n) }

func (b *builder) open(name string, attr []xml.Attr) {
	if b.nodes++; b.nodes > maxNodes {
		b.err = ErrLarge
		return
	}
	if len(b.stack) > maxDepth {
		b.err = ErrDeep
		return
	}
	n := &Node{Name: name, Attr: attr}
	b.top().Children = append(b.top().Children, n)
	b.push(n)
}

func (b *builder) close(name string) error {
	if len(b.stack) < 2 || b.top().Name != name {
		return fmt.Errorf("end of %s where %s is open", name, b.top().Name)
	}
	b.stack = b.stack[:len(b.stack)-1]
	return nil
}

func (b *builder) text(s string) {
	if b.nodes++; b.nodes > maxNodes {
		b.err = ErrLarge
		return
	}
	b.top().Children = append(b.top().Children, &Node{Text: s})
}

// Fragment reads a piece of HTML, which need not be well formed. What nests beyond the
// bounds is left out.
func Fragment(s string) *Node {
	b := builder{}
	root := &Node{Name: "body"}
	b.push(root)
	z := html.NewTokenizer(strings.NewReader(s))
	for b.err == nil {
		switch z.Next() {
		case html.ErrorToken:
			return root
		case html.TextToken:
			b.text(string(z.Text()))
			if b.top().Children != nil {
				last := b.top().Children[len(b.top().Children)-1]
				last.Text = html.UnescapeString(last.Text)
			}
		case html.StartTagToken:
			name, more := z.TagName()
			b.start(string(name), attributes(z, more), false)
		case html.SelfClosingTagToken:
			name, more := z.TagName()
			b.start(string(name), attributes(z, more), true)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(string(name))
		}
	}
	return root
}

func attributes(z *html.Tokenizer, more bool) (out []xml.Attr) {
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		out = append(out, xml.Attr{Name: xml.Name{Local: string(k)}, Value: string(v)})
	}
	return out
}

// void elements of HTML have no end tag.
var void = map[string]bool{"br": true, "img": true, "hr": true, "meta": true, "link": true, "input": true, "source": true, "wbr": true, "embed": true, "area": true, "col": true, "param": true, "track": true}

func (b *builder) start(name string, attr []xml.Attr, closed bool) {
	if block[name] && b.top().Name == "p" { // a paragraph ends where a block begins
		b.stack = b.stack[:len(b.stack)-1]
	}
	b.open(name, attr)
	if (closed || void[name]) && b.err == nil {
		b.stack = b.stack[:len(b.stack)-1]
	}
}

// end closes the innermost open element of the name; an end tag without one is passed over.
func (b *builder) end(name string) {
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].Name == name {
			b.stack = b.stack[:i]
			return
		}
	}
}

// Child is the first child element of the name, or nil. All methods work on nil.
func (n *Node) Child(name string) *Node {
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				return c
			}
		}
	}
	return nil
}

// At follows a path of child names, "contentMeta/headline".
func (n *Node) At(path string) *Node {
	for name := range strings.SplitSeq(path, "/") {
		n = n.Child(name)
	}
	return n
}

// All are the child elements of the name.
func (n *Node) All(name string) (out []*Node) {
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// Find is the first element of the name below n, depth first, or nil.
func (n *Node) Find(name string) *Node {
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				return c
			}
			if f := c.Find(name); f != nil {
				return f
			}
		}
	}
	return nil
}

// Every are all elements of the name below n, outermost only.
func (n *Node) Every(name string) (out []*Node) {
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				out = append(out, c)
			} else {
				out = append(out, c.Every(name)...)
			}
		}
	}
	return out
}

// Get is an attribute's value by local name, or "".
func (n *Node) Get(attr string) string {
	if n != nil {
		for _, a := range n.Attr {
			if a.Name.Local == attr {
				return strings.TrimSpace(a.Value)
			}
		}
	}
	return ""
}

// String is all text below n, white space folded.
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (n *Node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.Text)
	for _, c := range n.Children {
		if c.Name == "br" {
			b.WriteByte(' ')
		}
		c.write(b)
	}
}
