package html

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// Pages that a script builds often show a part of the story and carry all of it as data:
//
//	<script id="__NEXT_DATA__" type="application/json">{"props":{"story":{"body":{"content":[
//	{"type":"paragraph","content":[{"type":"text","value":"Talks were held."}]},…

// Limits on what is decoded of such data.
const (
	maxState      = 1 << 20 // bytes of one script
	maxStates     = 3       // scripts
	maxStateDepth = 40
	fewWords      = 500 // a story with more is taken to be whole
)

// fromState are the story's paragraphs by the data that the page carries, where they hold
// what the page shows and half as much again; nil otherwise.
func (p *page) fromState(keep []int) []string {
	shown, words := make([]string, 0, len(keep)), 0
	for _, i := range keep {
		words += p.blocks[i].words
		if b := &p.blocks[i]; b.words >= 12 {
			shown = append(shown, fold(b.text))
		}
	}
	if words > fewWords || len(shown) == 0 {
		return nil
	}
	for n, script := range dataScripts(p.raw) {
		if n == maxStates {
			break
		}
		var v any
		if json.Unmarshal(script, &v) != nil {
			continue
		}
		var best []string
		most := 0
		longest(v, 0, &best, &most)
		if 2*most < 3*words {
			continue
		}
		all, found := fold(strings.Join(best, "")), 0
		for _, s := range shown {
			if strings.Contains(all, s) {
				found++
			}
		}
		if 5*found >= 3*len(shown) {
			return best
		}
	}
	return nil
}

// dataScripts are the contents of a page's scripts that are JSON and no JSON-LD.
func dataScripts(b []byte) (out [][]byte) {
	for len(out) < maxStates {
		i := bytes.Index(b, []byte("application/json"))
		if i < 0 {
			return out
		}
		open := bytes.LastIndexByte(b[:i], '<')
		b = b[i:]
		start := bytes.IndexByte(b, '>')
		if open < 0 || start < 0 {
			return out
		}
		end := bytes.Index(b[start:], []byte("</script"))
		if end < 0 {
			return out
		}
		if script := b[start+1 : start+end]; len(script) > 1000 && len(script) <= maxState {
			out = append(out, script)
		}
		b = b[start+end:]
	}
	return out
}

// longest finds the list with the most words in paragraphs.
func longest(v any, depth int, best *[]string, most *int) {
	if depth > maxStateDepth {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			longest(v[key], depth+1, best, most)
		}
	case []any:
		var list []string
		words := 0
		for _, e := range v {
			if s := nodeText(e); s != "" {
				list = append(list, s)
				words += countWords(s)
			}
			longest(e, depth+1, best, most)
		}
		if words > *most || words == *most && len(list) < len(*best) {
			*best, *most = list, words
		}
	}
}

// nodeText is the text of a paragraph or heading of rich text, in any of the dialects;
// empty for other nodes.
func nodeText(v any) string {
	n, _ := v.(map[string]any)
	for _, key := range []string{"type", "nodeType", "name", "tag", "__typename"} {
		kind, _ := n[key].(string)
		switch strings.ToLower(strings.ReplaceAll(kind, "-", "")) {
		case "paragraph", "p", "heading", "heading2", "heading3", "h2", "h3", "crosshead", "subheading", "textblock":
			var b strings.Builder
			leaves(n, 0, &b)
			s := b.String()
			if strings.Contains(s, "<") {
				s = plainText(s)
			}
			return extract.CleanLine(html.UnescapeString(s))
		}
	}
	return ""
}

// leaves joins the strings of a node in their order.
func leaves(n map[string]any, depth int, b *strings.Builder) {
	if depth > maxStateDepth {
		return
	}
	for _, key := range []string{"value", "text", "data", "html", "content", "children", "nodes"} {
		switch v := n[key].(type) {
		case string:
			b.WriteString(v)
			return
		case []any:
			for _, e := range v {
				if inner, ok := e.(map[string]any); ok {
					leaves(inner, depth+1, b)
				}
			}
			return
		}
	}
}

// plainText is a fragment of HTML without its elements.
func plainText(s string) string {
	nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, n := range nodes {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		} else {
			b.WriteString(textOf(n, 1<<16))
		}
	}
	return b.String()
}

// asStory drops furniture from paragraphs that come without elements around them.
func asStory(paragraphs []string) (out []string) {
	for n, s := range paragraphs {
		b := block{text: s, words: countWords(s), tag: atom.P}
		if kindOf(&b, n >= len(paragraphs)-tailBlocks) == story {
			out = append(out, s)
		}
	}
	return out
}
