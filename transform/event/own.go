package event

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"dateline/transform/actor/book"
	"dateline/transform/own"
)

// PatternError is a line of the user's patterns that cannot be used.
type PatternError struct {
	Line    int
	Problem string
	// Word is what is not known, and Known what could stand there; Word is empty where that
	// is not the problem.
	Word  string
	Known []string
}

func (e *PatternError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Problem) }

// ownWeight puts the user's patterns before all others.
const ownWeight = 1000

// mostClasses is how many noun classes there may be.
const mostClasses = len(bits{}) * 64

type patternFile struct{ name, text string }

var ownFiles own.Entries[patternFile]

// Merge puts patterns before those of the lexicon: rules, and classes ("&name word …")
// which are new or get more words, written as the package's doc says. name stands in the
// column rule, with the line. Errors are of type *PatternError, all that there are, joined.
// It fails when the lexicon is in use already.
func Merge(name, text string) error {
	return ownFiles.Add("the lexicon", func(files []patternFile) error {
		l, err := parseLexicon()
		if err != nil {
			return err
		}
		return l.mergeAll(files)
	}, patternFile{name, text})
}

// mergeOwn puts the user's patterns into a lexicon; they were checked by Merge.
func (l *lexicon) mergeOwn() error { return l.mergeAll(ownFiles.Take()) }

func (l *lexicon) mergeAll(files []patternFile) error {
	for _, f := range files {
		if err := l.merge(f); err != nil {
			return err
		}
	}
	return nil
}

func (l *lexicon) merge(file patternFile) error {
	k := l.known()
	var errs []error
	for _, classes := range []bool{true, false} { // classes first: rules above them may ask for them
		n := 0
		for line := range strings.Lines(file.text) {
			n++
			line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
			if line == "" || line[0] == '#' || line[0] == '>' || (line[0] == '&') != classes {
				continue
			}
			if e := l.mergeLine(k, fmt.Sprintf("%s:%d", file.name, n), line); e != nil {
				e.Line = n
				errs = append(errs, e)
			}
		}
	}
	for _, rules := range []map[string][]*rule{l.verbs, l.nouns, l.adjs} {
		for _, rs := range rules {
			sort.SliceStable(rs, func(i, j int) bool {
				a, b := rs[i], rs[j]
				if a.weight != b.weight || a.weight < ownWeight {
					return a.weight > b.weight
				}
				return precision(a.code) > precision(b.code)
			})
		}
	}
	return errors.Join(errs...)
}

func (l *lexicon) mergeLine(k *known, name, line string) *PatternError {
	f := strings.Fields(line)
	if line[0] == '&' {
		return l.mergeClass(k, f, line)
	}
	if len(f) < 2 {
		return &PatternError{Problem: "want a code and a predicate: CODE predicate [slot=filler] …"}
	}
	if e := k.head(f[0]); e != nil {
		return e
	}
	for _, p := range strings.Split(f[1], ",") {
		if strings.Trim(strings.TrimPrefix(strings.TrimPrefix(p, "n:"), "a:"), "_-") == "" {
			return &PatternError{Problem: fmt.Sprintf("predicates %q: want words with commas between them", f[1])}
		}
	}
	for _, w := range f[2:] {
		if e := k.field(l, w); e != nil {
			return e
		}
	}
	if err := l.parseRule(name, line+" weight="+strconv.Itoa(ownWeight)); err != nil {
		return &PatternError{Problem: err.Error()}
	}
	return nil
}

func (l *lexicon) mergeClass(k *known, f []string, line string) *PatternError {
	class := f[0][1:]
	switch {
	case class == "" || len(f) < 2:
		return &PatternError{Problem: "want a class and its words: &name word …"}
	case l.classIDs[class] == 0 && len(l.classIDs) >= mostClasses:
		return &PatternError{Problem: fmt.Sprintf("one class too many: %d is the most", mostClasses)}
	}
	for _, w := range f[1:] {
		if w[0] == '&' {
			if e := k.class(l, w[1:]); e != nil {
				return e
			}
		}
	}
	if err := l.parseClass(line); err != nil {
		return &PatternError{Problem: err.Error()}
	}
	return nil
}

// known is what may stand in a pattern.
type known struct{ codes, modes, contexts, slots, sectors []string }

// adpositions may be slots beside those of the lexicon.
const adpositions = "about above across after against along amid among around as at before behind below beneath beside between beyond by despite down during except for from in inside into like near of off on onto out outside over past per since than through throughout to toward towards under until up upon via with within without"

func (l *lexicon) known() *known {
	k := &known{codes: slices.Sorted(maps.Keys(operators)), slots: append(slices.Sorted(maps.Keys(slotNames)), strings.Fields(adpositions)...)}
	modes, contexts, slots := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range codes().list {
		k.codes = append(k.codes, c.CAMEO)
		modes[c.Mode] = true
		for _, x := range c.Contexts {
			contexts[x] = true
		}
	}
	for _, rules := range []map[string][]*rule{l.verbs, l.nouns, l.adjs} {
		for _, rs := range rules {
			for _, r := range rs {
				modes[r.mode] = true
				for _, x := range r.contexts {
					contexts[x] = true
				}
				for _, c := range r.conds {
					slots[c.slot.prep] = true
				}
				for _, s := range slices.Concat(r.source, r.target) {
					slots[s.prep] = true
				}
			}
		}
	}
	for _, set := range []map[string]bool{modes, contexts, slots} {
		delete(set, "")
	}
	k.modes, k.contexts = slices.Sorted(maps.Keys(modes)), slices.Sorted(maps.Keys(contexts))
	k.slots = append(k.slots, slices.Sorted(maps.Keys(slots))...)
	k.sectors = append(slices.Clone(book.Sectors()), "IGO", "NGO", "IMG", "MNC")
	return k
}

func among(what, word string, known []string) *PatternError {
	if slices.Contains(known, word) {
		return nil
	}
	return &PatternError{Problem: fmt.Sprintf("unknown %s %q", what, word), Word: word, Known: known}
}

// head checks CODE[.mode][+context…].
func (k *known) head(w string) *PatternError {
	head, contexts, more := strings.Cut(w, "+")
	code, mode, moded := strings.Cut(head, ".")
	if e := among("code", code, k.codes); e != nil {
		return e
	}
	if moded {
		if e := among("mode", mode, k.modes); e != nil {
			return e
		}
	}
	if !more {
		return nil
	}
	for _, c := range strings.Split(contexts, "+") {
		if e := among("context", c, k.contexts); e != nil {
			return e
		}
	}
	return nil
}

func (k *known) class(l *lexicon, name string) *PatternError {
	if _, ok := l.classIDs[name]; ok {
		return nil
	}
	return among("class", name, slices.Sorted(maps.Keys(l.classIDs)))
}

// field checks a flag, S=, T=, weight= or a condition.
func (k *known) field(l *lexicon, w string) *PatternError {
	key, value, pair := strings.Cut(w, "=")
	if !pair {
		return among("flag", w, slices.Sorted(maps.Keys(flagNames)))
	}
	values := strings.Split(value, ",")
	if slices.Contains(values, "") {
		return &PatternError{Problem: fmt.Sprintf("%q: want %s=value, with commas between values", w, key)}
	}
	switch key {
	case "weight":
		if n, err := strconv.Atoi(value); err != nil || n < -100 || n > 100 {
			return &PatternError{Problem: fmt.Sprintf("%q: want weight=-100 … 100", w)}
		}
		return nil
	case "S", "T":
		for _, s := range values {
			if e := among("slot", s, k.slots); e != nil {
				return e
			}
		}
		return nil
	}
	slot := strings.TrimSuffix(key, "!")
	if e := among("slot", slot, k.slots); e != nil {
		return e
	}
	for _, v := range values {
		if e := k.filler(l, slot, v); e != nil {
			return e
		}
	}
	return nil
}

func (k *known) filler(l *lexicon, slot, v string) *PatternError {
	plain := v[0] != '*' && v[0] != '@' && v[0] != '&' && !(v[0] >= 'A' && v[0] <= 'Z')
	switch {
	case slot == "prt" && !plain:
		return &PatternError{Problem: fmt.Sprintf("prt=%s: want a particle", v)}
	case plain:
		if strings.HasPrefix(v, "_") || strings.HasSuffix(v, "_") {
			return &PatternError{Problem: fmt.Sprintf("%q: want modifier_noun", v)}
		}
		return nil
	case v == "*" || v == "@":
		return nil
	case v[0] == '*':
		return &PatternError{Problem: fmt.Sprintf("%q: want * alone", v)}
	case v[0] == '&':
		return k.class(l, v[1:])
	}
	return among("sector", strings.TrimPrefix(v, "@"), k.sectors)
}

// Types are the PLOVER types that events can have.
var Types = sync.OnceValue(func() []string {
	var out []string
	for _, c := range codes().list {
		if c.Type != "" && !slices.Contains(out, c.Type) {
			out = append(out, c.Type)
		}
	}
	slices.Sort(out)
	return out
})
