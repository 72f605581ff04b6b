package main

import (
	"slices"
	"strings"
	"testing"

	"dateline/transform/text/ner"
)

func TestConllSentence(t *testing.T) {
	s := conllSentence("# text = Maria Lopez left Port Said.\nMaria\tNNP\tB-PER\t_\nLopez\tNNP\tI-PER\t_\nleft\tVBD\tO\t_\nPort\tNNP\tB-LOC\t_\nSaid\tNNP\tI-LOC\tSpaceAfter=No\n.\t.\tO\t_")
	want := []span{{0, 11, "PER"}, {17, 26, "LOC"}}
	if !slices.Equal(s.spans, want) {
		t.Errorf("spans %v, want %v", s.spans, want)
	}
}

func TestPrepareLaysSpansOverTokens(t *testing.T) {
	text := "The Port Said-based Lopez Corp. left."
	d := prepare(nerText{text: text, spans: []span{{4, 13, "LOC"}, {20, 31, "ORG"}}})
	var got []string
	for i, k := range d.tokens {
		if d.gold[i] > 0 {
			got = append(got, text[k.Start:k.End]+"/"+ner.Labels[d.gold[i]])
		}
	}
	if g, w := strings.Join(got, " "), "Port/B-LOC Said/I-LOC Lopez/B-ORG Corp./I-ORG"; g != w {
		t.Errorf("labels %s, want %s", g, w)
	}
	if back := spansOf(d.tokens, d.gold, d.Ends); !slices.Equal(back, d.text.spans) {
		t.Errorf("spans %v, want %v", back, d.text.spans)
	}
}

func TestSplitSpeech(t *testing.T) {
	got := splitSpeech("We met in 1955. They left! Mr. Brown stayed.\n\nNext line? yes. No")
	want := []string{"We met in 1955.", "They left!", "Mr.", "Brown stayed.", "Next line? yes.", "No"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Offsets of the teacher are code points; articles and 's leave the names.
func TestSilverSpans(t *testing.T) {
	text := "– The Red Cross's men met the Swiss in May."
	got := silverSpans(text, "2,15,ORG 26,9,NORP 39,3,DATE")
	if len(got) != 2 || text[got[0].start:got[0].end] != "Red Cross" || text[got[1].start:got[1].end] != "Swiss" || got[0].kind != "ORG" || got[1].kind != "MISC" {
		t.Errorf("spans %v", got)
	}
}

func TestSynth(t *testing.T) {
	make := func() []nerText {
		s := &synth{rng: newRand(), lists: map[string][]string{}}
		for _, name := range []string{"country", "people", "city", "town", "first", "last", "team", "org"} {
			s.lists[name] = []string{"A" + name, "B" + name}
		}
		return s.texts(30)
	}
	a, b := make(), make()
	for i := range a {
		if a[i].text != b[i].text {
			t.Fatalf("story %d differs from run to run", i)
		}
		if strings.ContainsAny(a[i].text, "{}") {
			t.Errorf("a slot is left in %q", a[i].text)
		}
		end := 0
		for _, s := range a[i].spans {
			if s.start < end || s.end > len(a[i].text) || strings.TrimSpace(a[i].text[s.start:s.end]) == "" {
				t.Errorf("span %v after %d in %q", s, end, a[i].text)
			}
			end = s.end
		}
	}
}

func TestStructuredLearns(t *testing.T) {
	examples := []example{
		{features: [][]int32{{0}, {1}, {2}}, gold: []uint8{7, 8, 0}, weight: 1},
		{features: [][]int32{{3}, {1}}, gold: []uint8{1, 2}, weight: 1},
	}
	p := newStructured(4)
	for range 10 {
		for _, ex := range examples {
			p.learn(ex)
		}
	}
	for _, ex := range examples {
		if wrong := p.learn(ex); wrong > 0 {
			t.Errorf("%.0f labels wrong after training", wrong)
		}
	}
}

func TestPruneKeepsFrequentFeatures(t *testing.T) {
	x := &indexer{ids: map[uint64]int32{}}
	ex := example{gold: []uint8{0}}
	ex.features = append(ex.features, []int32{x.id(10), x.id(20), x.id(10)})
	out := x.prune([]example{ex}, 2)
	if len(x.names) != 1 || x.names[0] != 10 || !slices.Equal(out[0].features[0], []int32{0, 0}) {
		t.Errorf("names %v, features %v", x.names, out[0].features)
	}
}
