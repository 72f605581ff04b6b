package main

import (
	"math/rand/v2"
	"sort"
)

// tagger is a plain averaged perceptron over Penn tags, left to right. It exists to give
// the training sentences the tags a tagger would give: each fifth of them is tagged by
// one trained on the others.
type tagger struct {
	tags []string
	id   map[string]int
	m    *weights
}

const tagBits = 18

func trainTagger(sents []*sentence, epochs int, rng *rand.Rand) *tagger {
	t := &tagger{id: map[string]int{}}
	for _, s := range sents {
		for _, tag := range s.tags {
			if _, ok := t.id[tag]; !ok {
				t.id[tag] = 0
				t.tags = append(t.tags, tag)
			}
		}
	}
	sort.Strings(t.tags)
	for i, tag := range t.tags {
		t.id[tag] = i
	}
	t.m = newWeights(tagBits, len(t.tags))
	order := rng.Perm(len(sents))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.run(sents[i].forms, sents[i].tags)
		}
	}
	t.m = whole(t.m.average(), len(t.tags))
	return t
}

// run tags a sentence; with gold tags it learns as it goes.
func (t *tagger) run(forms, gold []string) []string {
	out := make([]string, len(forms))
	scores := make([]int32, len(t.tags))
	for i := range forms {
		rows := tagFeatures(forms, out, i)
		clear(scores)
		for _, r := range rows {
			for k, w := range t.m.w[int(r)*t.m.width:][:len(scores)] {
				scores[k] += w
			}
		}
		best := 0
		for k, s := range scores {
			if s > scores[best] {
				best = k
			}
		}
		out[i] = t.tags[best]
		if gold == nil {
			continue
		}
		if want := t.id[gold[i]]; want != best {
			for _, r := range rows {
				t.m.add(r, want, 1)
				t.m.add(r, best, -1)
			}
		}
		t.m.now++
	}
	return out
}

func tagFeatures(forms, tags []string, i int) []uint32 {
	at := func(list []string, i int) string {
		if i < 0 || i >= len(list) {
			return "\x00"
		}
		return list[i]
	}
	w, p1, p2 := forms[i], at(tags, i-1), at(tags, i-2)
	var rows []uint32
	put := func(parts ...string) {
		h := uint64(len(rows)) + 0x9E3779B97F4A7C15
		for _, p := range parts {
			for k := range len(p) {
				h = (h ^ uint64(p[k])) * 0xD6E8FEB86659FD93
				h ^= h >> 32
			}
			h = (h + 77) * 0xC2B2AE3D27D4EB4F
		}
		rows = append(rows, uint32(h>>(64-tagBits)))
	}
	suffix := func(n int) string { return w[max(0, len(w)-n):] }
	put("bias")
	put(w)
	put(lower(w))
	put(suffix(1))
	put(suffix(2))
	put(suffix(3))
	put(suffix(4))
	put(w[:1])
	put(shape(w))
	put(shape(w), shape(at(forms, i-1)), shape(at(forms, i+1)))
	put(p1)
	put(p1, p2)
	put(p1, w)
	put(at(forms, i-1))
	put(at(forms, i-2))
	put(at(forms, i+1))
	put(at(forms, i+2))
	put(at(forms, i-1), w)
	put(w, at(forms, i+1))
	n := at(forms, i+1)
	put(n[max(0, len(n)-3):])
	put(p1, n[max(0, len(n)-3):])
	return rows
}

func lower(w string) string {
	b := []byte(w)
	for i, c := range b {
		if c-'A' < 26 {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

func shape(w string) string {
	var b []byte
	for i := range len(w) {
		c := w[i]
		switch {
		case c-'A' < 26:
			c = 'X'
		case c-'a' < 26:
			c = 'x'
		case c-'0' < 10:
			c = '0'
		}
		if n := len(b); n > 0 && b[n-1] == c {
			continue
		}
		b = append(b, c)
	}
	return string(b)
}
