package wire

import (
	"strings"

	"dateline/extract"
)

// block elements begin and end a paragraph: HTML's, NITF's.
var block = map[string]bool{
	"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "li": true,
	"dl": true, "dt": true, "dd": true, "blockquote": true, "pre": true, "section": true, "article": true, "header": true, "footer": true,
	"hr": true, "block": true, "hl1": true, "hl2": true, "bq": true, "tagline": true, "fn": true, "body": true, "body.content": true, "main": true,
}

// skipped elements hold no sentences of the story.
var skipped = map[string]bool{
	"script": true, "style": true, "head": true, "title": true, "media": true, "figure": true, "figcaption": true, "table": true,
	"nitf-table": true, "nav": true, "aside": true, "form": true, "svg": true, "iframe": true, "noscript": true, "object": true, "note": true,
}

// Paragraphs are the paragraphs below a node. Two line breaks in a row divide a
// paragraph, one does not.
func Paragraphs(n *Node) []string {
	w := writer{}
	w.node(n)
	w.flush()
	return w.out
}

type writer struct {
	out    []string
	run    strings.Builder
	breaks int
}

func (w *writer) flush() {
	if s := strings.Join(strings.Fields(w.run.String()), " "); s != "" {
		w.out = append(w.out, plain(s)...)
	}
	w.run.Reset()
	w.breaks = 0
}

func (w *writer) node(n *Node) {
	switch {
	case n == nil || skipped[n.Name]:
		return
	case n.Name == "":
		if strings.TrimSpace(n.Text) != "" {
			w.breaks = 0
		}
		w.run.WriteString(n.Text)
		return
	case n.Name == "br":
		w.run.WriteByte(' ')
		if w.breaks++; w.breaks > 1 {
			w.flush()
		}
		return
	case n.Name == "pre":
		w.flush()
		w.out = append(w.out, Lines(n.Raw())...)
		return
	}
	if block[n.Name] {
		w.flush()
		defer w.flush()
	}
	for _, c := range n.Children {
		w.node(c)
	}
}

// Raw is all text below n, white space kept.
func (n *Node) Raw() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

// plain undoes markup that was escaped into a paragraph: embeds give nothing, text
// around tags stays.
func plain(s string) []string {
	i := strings.IndexByte(s, '<')
	if i < 0 || !strings.Contains(s[i:], ">") || i+1 >= len(s) || !letter(s[i+1]) && s[i+1] != '/' {
		return []string{s}
	}
	w := writer{}
	for _, c := range Fragment(s).Children {
		w.node(c)
	}
	if t := strings.Join(strings.Fields(w.run.String()), " "); t != "" {
		w.out = append(w.out, t)
	}
	return w.out
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// Lines are the paragraphs of plain text: apart by blank lines, or by an indent where the
// lines are broken at a width.
func Lines(s string) []string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	var out []string
	var par []string
	flush := func() {
		if t := strings.Join(par, " "); t != "" {
			out = append(out, t)
		}
		par = par[:0]
	}
	for line := range strings.SplitSeq(s, "\n") {
		t := strings.Join(strings.Fields(line), " ")
		if t == "" || strings.HasPrefix(line, "   ") || strings.HasPrefix(line, "\t") {
			flush()
		}
		if t != "" {
			par = append(par, t)
		}
	}
	flush()
	return out
}

// WithoutHeadline drops a first paragraph that repeats the headline.
func WithoutHeadline(paragraphs []string, headline string) []string {
	if len(paragraphs) > 1 && headline != "" && strings.EqualFold(extract.CleanLine(paragraphs[0]), headline) {
		return paragraphs[1:]
	}
	return paragraphs
}
