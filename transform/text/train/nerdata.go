package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/transform/text"
	"dateline/transform/text/ner"
)

// span is an entity: bytes of a text and a type.
type span struct {
	start, end int
	kind       string
}

// nerText is a text with its entities.
type nerText struct {
	source string
	text   string
	spans  []span
}

// nerDoc is a text as the models see it, with the gold label of every word; 255 where it
// is not known.
type nerDoc struct {
	*ner.Doc
	source string
	gold   []uint8
	first  []uint8 // labels of a first pass by a model that has not seen the document
	text   nerText
	tokens []text.Token
}

func label(name string) uint8 { return uint8(slices.Index(ner.Labels, name)) }

// prepare tokenises and tags a text and lays the spans over its tokens.
func prepare(t nerText) *nerDoc {
	a, doc := text.Tagged(t.text)
	d := &nerDoc{Doc: doc, source: t.source, gold: make([]uint8, len(a.Tokens)), text: t, tokens: a.Tokens}
	if without == "voice" {
		clear(doc.Voice)
	}
	k := 0
	for _, s := range t.spans {
		for k < len(a.Tokens) && a.Tokens[k].End <= s.start {
			k++
		}
		begin := true
		for j := k; j < len(a.Tokens) && a.Tokens[j].Start < s.end; j++ {
			if begin {
				d.gold[j] = label("B-" + s.kind)
			} else {
				d.gold[j] = label("I-" + s.kind)
			}
			begin = false
		}
	}
	lo := 0
	for _, hi := range doc.Ends { // a sentence cannot begin inside an entity
		if d.gold[lo] > 0 && d.gold[lo]%2 == 0 {
			d.gold[lo]--
		}
		lo = hi
	}
	return d
}

// readCoNLL reads ../shared/train/ner files: sentences become paragraphs of their document.
func readCoNLL(pattern string) ([]nerText, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var out []nerText
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		source := strings.TrimSuffix(filepath.Base(name), ".conll")
		for _, block := range strings.Split(string(data), "\n\n") {
			sentence := conllSentence(block)
			if strings.HasPrefix(block, "# newdoc") || strings.HasPrefix(block, "\n# newdoc") || len(out) == 0 || out[len(out)-1].source != source {
				out = append(out, nerText{source: source})
			}
			d := &out[len(out)-1]
			if d.text != "" {
				d.text += "\n\n"
			}
			for _, s := range sentence.spans {
				d.spans = append(d.spans, span{s.start + len(d.text), s.end + len(d.text), s.kind})
			}
			d.text += sentence.text
		}
	}
	return out, nil
}

// conllSentence reads one block: its "# text" line and the spans of its rows.
func conllSentence(block string) nerText {
	var t nerText
	at := 0
	for _, line := range strings.Split(block, "\n") {
		if v, ok := strings.CutPrefix(line, "# text = "); ok {
			t.text = v
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) < 4 {
			continue
		}
		k := strings.Index(t.text[at:], cols[0])
		if k < 0 {
			continue
		}
		start, end := at+k, at+k+len(cols[0])
		at = end
		prefix, kind, _ := strings.Cut(cols[2], "-")
		switch prefix {
		case "B":
			t.spans = append(t.spans, span{start, end, kind})
		case "I":
			if n := len(t.spans); n > 0 {
				t.spans[n-1].end = end
			}
		}
	}
	return t
}

// readEval reads the JSONL of ../shared/eval/ner; its offsets are code points.
func readEval(name string) ([]nerText, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []nerText
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var r struct {
			Text string
			Gold []struct {
				Start, End int
				Type       string
			}
		}
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			return nil, err
		}
		at := codePoints(r.Text)
		t := nerText{source: strings.TrimSuffix(filepath.Base(name), ".jsonl"), text: r.Text}
		for _, g := range r.Gold {
			t.spans = append(t.spans, span{at[g.Start], at[g.End], g.Type})
		}
		out = append(out, t)
	}
	return out, in.Err()
}

// codePoints lists the byte offset of each code point of s, and its length.
func codePoints(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}
