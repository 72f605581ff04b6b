package ner

import (
	"strings"
	"testing"

	"dateline/transform/text/linear"
	"dateline/transform/text/word"
)

func doc(sentences ...string) *Doc {
	d := &Doc{}
	for _, s := range sentences {
		for _, f := range strings.Fields(s) {
			d.Words = append(d.Words, word.Word{})
			d.Words[len(d.Words)-1].Make(f)
			d.Tags = append(d.Tags, 0)
			d.Voice = append(d.Voice, 0)
		}
		d.Ends = append(d.Ends, len(d.Words))
	}
	d.Forms.Reset(len(d.Words))
	d.Forms.Count(d.Words)
	return d
}

func TestDecodeKeepsBIO(t *testing.T) {
	// Every word would be I-PER for itself: the first must become something else.
	scores := make([]Scores, 3)
	for i := range scores {
		scores[i][8] = 10
		scores[i][7] = 9
	}
	out := make([]uint8, 3)
	Decode(out, scores, &Transitions{}, make([][NumLabels]uint8, 3))
	if want := [3]uint8{7, 8, 8}; [3]uint8(out) != want {
		t.Errorf("labels %v, want %v", out, want)
	}
}

func TestDecodeWeighsTransitions(t *testing.T) {
	var trans Transitions
	trans[7][8] = 5 // I-PER after B-PER
	scores := make([]Scores, 2)
	scores[0][7] = 1
	scores[1][0] = 3
	out := make([]uint8, 2)
	Decode(out, scores, &trans, make([][NumLabels]uint8, 2))
	if out[0] != 7 || out[1] != 8 {
		t.Errorf("labels %v, want B-PER I-PER", out)
	}
}

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		p, c uint8
		want bool
	}{{0, 2, false}, {1, 2, true}, {2, 2, true}, {3, 2, false}, {Start, 1, true}, {Start, 8, false}, {8, 7, true}, {8, 0, true}} {
		if Allowed(c.p, c.c) != c.want {
			t.Errorf("Allowed(%d, %d) is %v", c.p, c.c, !c.want)
		}
	}
}

func TestLists(t *testing.T) {
	has := func(m uint32, list string, in bool) bool {
		for i, n := range ListNames {
			if n == list {
				if in {
					return m&inside(uint8(i)) != 0
				}
				return m&begin(uint8(i)) != 0
			}
		}
		t.Fatalf("no list %s", list)
		return false
	}
	d := doc("The United States and New York met Ahmed in Baghdad , not us in turkey .")
	marks := make([]uint32, len(d.Words))
	DefaultLists().mark(marks, d.Words)
	at := func(w string) uint32 {
		for i := range d.Words {
			if d.Words[i].Text == w {
				return marks[i]
			}
		}
		t.Fatalf("no word %s", w)
		return 0
	}
	for _, c := range []struct {
		word, list string
		in, want   bool
	}{
		{"United", "country", false, true}, {"States", "country", true, true}, {"New", "city", false, true}, {"York", "city", true, true},
		{"Ahmed", "first", false, true}, {"Baghdad", "city", false, true}, {"us", "country", false, false}, {"turkey", "country", false, false},
	} {
		if has(at(c.word), c.list, c.in) != c.want {
			t.Errorf("%s in list %s: %v", c.word, c.list, !c.want)
		}
	}
}

func TestRuns(t *testing.T) {
	d := doc("He left the Bank of England in London with Maria de la Cruz .")
	var x Extractor
	x.Prepare(d)
	for i, want := range map[int][2]int32{0: {0, 1}, 1: {}, 3: {3, 6}, 4: {3, 6}, 5: {3, 6}, 7: {7, 8}, 9: {9, 10}, 12: {12, 13}} {
		if r := x.runs[i]; r.first != want[0] || r.last != want[1] {
			t.Errorf("%s: run %v, want %v", d.Words[i].Text, r, want)
		}
	}
}

func TestDefined(t *testing.T) {
	for s, want := range map[string]string{
		"Lower Foo ( Old Foo ) is a small fishing village in Ardland .": "village",
		"Nordbank , the country 's largest lender , said so .":          "lender",
		"He heard the rapper Yung Foo .":                                "",
		"Foo is here .":                                                 "",
		"Foo , who left , is a singer .":                                "",
	} {
		d := doc(s)
		var x Extractor
		x.Prepare(d)
		got := ""
		if n := x.runs[0].noun; n >= 0 {
			got = d.Words[n].Text
		}
		if got != want {
			t.Errorf("%s: %q says what the name is, want %q", s, got, want)
		}
	}
	d := doc("He heard the rapper Yung Foo in the village of Lower Foo .")
	var x Extractor
	x.Prepare(d)
	if a, b := x.runs[4].noun, x.runs[10].noun; a != 3 || b != 8 {
		t.Errorf("words %d and %d say what the names are, want 3 and 8", a, b)
	}
}

func TestMemory(t *testing.T) {
	d := doc("Maria Lopez spoke .", "Lopez left .", "Later Lopez slept .")
	labels := make([]uint8, len(d.Words))
	labels[0], labels[1], labels[4] = 7, 8, 7
	var m Memory
	m.Fill(d, labels)
	if f := m.Features(nil, d, labels, 8, 7, 11); len(f) == 0 {
		t.Error("nothing remembered of the third Lopez")
	}
	if f := m.Features(nil, d, labels, 0, 0, 4); f != nil {
		t.Error("something remembered of a name that stands once")
	}
	if f := m.Features(nil, d, labels, 2, 0, 4); f != nil {
		t.Error("something remembered of a word in lower case")
	}
	r := m.recall(d, labels, 8)
	if kind := (r - 1) >> 2 & 7; kind != uint64(typeOf(7)) {
		t.Errorf("remembers type %d, want %d", kind, typeOf(7))
	}
}

// One weight for a word and one for what is remembered: the second pass follows memory.
func TestLabelTwice(t *testing.T) {
	b := &linear.Builder{Classes: Labels}
	var w word.Word
	w.Make("said")
	b.Set(linear.Feature(5, w.Lower), 7, 1000) // before "said": B-PER
	for c := range uint64(4) {                 // remembered as a person, however surely
		b.Set(linear.Feature(70, 1+uint64(typeOf(7))<<2|c<<5), 7, 500)
	}
	table, err := linear.Decode(string(b.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	d := doc("Kovac said so .", "Then Kovac left .")
	var l Labeller
	m := NewModel(table)
	if first := l.FirstPass(m, d); first[0] != 7 || first[5] != 0 {
		t.Fatalf("first pass %v", first)
	}
	if both := l.Label(m, d); both[0] != 7 || both[5] != 7 {
		t.Errorf("second pass %v, want Kovac a person twice", both)
	}
}
