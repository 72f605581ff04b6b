// Command gen makes table.txt, the words that the rules of package lemma get wrong.
//
//	gen -out table.txt -wordnet /usr/share/wordnet treebank.conllu…
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"dateline/transform/text/lemma"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "table.txt", "file to write")
	dir := flag.String("wordnet", "/usr/share/wordnet", "folder of WordNet's index.* and *.exc")
	flag.Parse()
	if err := run(*out, *dir, flag.Args()); err != nil {
		log.Fatal("gen: ", err)
	}
}

type table map[string]string // "class form" to lemma

// known are WordNet's verbs.
type known map[string]bool

func run(out, dir string, treebanks []string) error {
	t, verbs := table{}, known{}
	for _, p := range parts {
		if err := t.wordnet(dir, p, verbs); err != nil {
			return err
		}
	}
	if err := t.invariant(dir); err != nil {
		return err
	}
	if err := t.treebanks(treebanks, verbs); err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, "# Made by gen from WordNet 3.0 and the treebanks; see doc.go. Do not edit.")
	keys := make([]string, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintln(&b, k, t[k])
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// part is a part of speech of WordNet and the endings its words take.
type part struct {
	name    string
	classes []lemma.Class
}

var parts = []part{
	{"noun", []lemma.Class{lemma.Plural}},
	{"verb", []lemma.Class{lemma.Present, lemma.Past, lemma.Gerund}},
	{"adj", []lemma.Class{lemma.Comparative, lemma.Superlative}},
	{"adv", []lemma.Class{lemma.Comparative, lemma.Superlative}},
}

// wordnet adds the irregular forms of a part of speech, and the regular ones that the
// rules would take to another word.
func (t table) wordnet(dir string, p part, verbs known) error {
	irregular := map[string]bool{}
	err := lines(filepath.Join(dir, p.name+".exc"), func(f []string) {
		if len(f) < 2 || !word(f[0]) || !word(f[1]) {
			return
		}
		irregular[f[0]] = true
		for _, c := range p.classes {
			if ending(f[0], c) {
				t.put(c, f[0], f[1])
			}
		}
	})
	if err != nil {
		return err
	}
	candidates := map[string][]string{}
	err = lines(filepath.Join(dir, "index."+p.name), func(f []string) {
		if len(f) == 0 || !word(f[0]) || strings.HasSuffix(f[0], "'s") {
			return
		}
		if p.name == "verb" {
			verbs[f[0]] = true
		} else if rare(f) {
			return
		}
		twice := f[0] + f[0][len(f[0])-1:] // "stopp": then "stoped" is no word
		for _, c := range p.classes {
			for _, form := range inflect(f[0], c) {
				if !irregular[form] && !irregular[twice+"ed"] && !irregular[twice+"er"] {
					k := string(c) + " " + form
					candidates[k] = append(candidates[k], f[0])
				}
			}
		}
	})
	if err != nil {
		return err
	}
	for k, words := range candidates {
		c, form := lemma.Class(k[0]), k[2:]
		best := ""
		for _, w := range words {
			if w == ruled(form, c) {
				best = ""
				break
			}
			if best == "" || len(w) > len(best) {
				best = w
			}
		}
		if best != "" {
			t.put(c, form, best)
		}
	}
	return nil
}

// invariant adds the nouns that look like a plural of no other word: "series".
func (t table) invariant(dir string) error {
	nouns := map[string]bool{}
	err := lines(filepath.Join(dir, "index.noun"), func(f []string) {
		if len(f) > 0 && !rare(f) {
			nouns[f[0]] = true
		}
	})
	for w := range nouns {
		if word(w) && w[len(w)-1] == 's' && !nouns[t.of(w, "NNS")] {
			t.put(lemma.Plural, w, w)
		}
	}
	return err
}

// rare reports whether no sense of a word occurs in WordNet's tagged texts. The fields
// are those of index.noun: lemma, part of speech, senses, number of pointers, pointers,
// senses again, tagged senses.
func rare(f []string) bool {
	if len(f) < 4 {
		return true
	}
	n, err := strconv.Atoi(f[3])
	return err != nil || len(f) <= 5+n || f[5+n] == "0"
}

// put adds an exception unless the rule says the same; the first word wins.
func (t table) put(c lemma.Class, form, word string) {
	k := string(c) + " " + form
	if _, ok := t[k]; !ok && ruled(form, c) != word {
		t[k] = word
	}
}

func ruled(form string, c lemma.Class) string {
	stem, add := lemma.Rule(form, c)
	return stem + add
}

// ending reports whether an irregular form may have the class: "went" is a past,
// "going" is not.
func ending(form string, c lemma.Class) bool {
	switch c {
	case lemma.Present:
		return strings.HasSuffix(form, "s")
	case lemma.Gerund:
		return strings.HasSuffix(form, "ing")
	case lemma.Past:
		return !strings.HasSuffix(form, "ing") && !strings.HasSuffix(form, "es")
	case lemma.Comparative:
		return !strings.HasSuffix(form, "est")
	case lemma.Superlative:
		return strings.HasSuffix(form, "est") || strings.HasSuffix(form, "st")
	}
	return true
}

// inflect gives the regular forms of a word.
func inflect(w string, c lemma.Class) []string {
	n := len(w)
	last := w[n-1]
	consonantY := n > 1 && last == 'y' && !strings.ContainsRune("aeiou", rune(w[n-2]))
	e := func(end string) string {
		switch {
		case consonantY:
			return w[:n-1] + "i" + end
		case last == 'e':
			return w + end[1:]
		}
		return w + end
	}
	switch c {
	case lemma.Plural, lemma.Present:
		switch {
		case consonantY:
			return []string{w[:n-1] + "ies"}
		case strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.ContainsRune("sxz", rune(last)):
			return []string{w + "es"}
		case last == 'o':
			return []string{w + "s", w + "es"}
		}
		return []string{w + "s"}
	case lemma.Past:
		return []string{e("ed")}
	case lemma.Gerund:
		if last == 'e' && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "ye") && !strings.HasSuffix(w, "oe") {
			return []string{w[:n-1] + "ing"}
		}
		return []string{w + "ing"}
	}
	if n > 7 { // longer adjectives are compared with "more"
		return nil
	}
	if c == lemma.Comparative {
		return []string{e("er")}
	}
	return []string{e("est")}
}

func word(w string) bool {
	for i := range len(w) {
		if c := w[i]; c-'a' >= 26 && c != '-' && c != '\'' {
			return false
		}
	}
	return len(w) > 1
}

func lines(name string, do func(fields []string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if !strings.HasPrefix(sc.Text(), "  ") { // the licence
			do(strings.Fields(sc.Text()))
		}
	}
	return sc.Err()
}

// treebanks adds what the treebanks agree on and the table and rules do not: mostly
// closed classes, by tag.
func (t table) treebanks(files []string, verbs known) error {
	seen := map[string]map[string]int{}
	for _, name := range files {
		err := lines(name, func(f []string) {
			if len(f) < 8 || f[0][0] == '#' || strings.ContainsAny(f[0], "-.") || strings.HasPrefix(f[4], "NNP") {
				return
			}
			form := strings.ToLower(f[1])
			if f[2] == "_" || strings.ContainsAny(form, "0123456789") {
				return
			}
			k := f[4] + " " + form
			if seen[k] == nil {
				seen[k] = map[string]int{}
			}
			seen[k][f[2]]++
		})
		if err != nil {
			return err
		}
	}
	for k, lemmas := range seen {
		best, n, all := "", 0, 0
		for l, c := range lemmas {
			all += c
			if c > n || c == n && l < best {
				best, n = l, c
			}
		}
		tag, form, _ := strings.Cut(k, " ")
		if tag[0] == 'V' && verbs[t.of(form, tag)] && !verbs[best] { // a slip
			continue
		}
		if n >= 2 && n*5 >= all*4 && best != t.of(form, tag) && (best == "I" || best == strings.ToLower(best)) {
			t[k] = best
		}
	}
	return nil
}

func (t table) of(form, tag string) string {
	c := lemma.ClassOf(tag)
	if l, ok := t[string(c)+" "+form]; ok {
		return l
	}
	return ruled(form, c)
}
