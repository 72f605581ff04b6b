package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// town and speech are the texts of the tests, trees their teacher's trees; the last one is
// not in the texts: its second stop is the first one's.
const (
	town = `The mayor  resigned on Monday.
It's the town’s second vote, a court in Zürich
said; 2 1/2 years passed. They came by rail, etc.
`
	speech = "We thank you. We thank you.\n"
	trees  = `# text = We thank you.
1	We	_	_	PRP	_	2	nsubj	_	_
2	thank	_	_	VBP	_	0	root	_	_
3	you	_	_	PRP	_	2	obj	_	_
4	.	_	_	.	_	2	punct	_	_

1	It	_	_	PRP	_	7	nsubj	_	_
2	's	_	_	VBZ	_	7	cop	_	_
3	the	_	_	DT	_	4	det	_	_
4	town	_	_	NN	_	7	nmod:poss	_	_
5	’s	_	_	POS	_	4	case	_	_
6	second	_	_	JJ	_	7	amod	_	_
7	vote	_	_	NN	_	12	ccomp	_	_
8	,	_	_	,	_	7	punct	_	_
9	a	_	_	DT	_	10	det	_	_
10	court	_	_	NN	_	12	nsubj	_	_
11	in Zürich	_	_	NNP	_	10	nmod	_	_
12	said	_	_	VBD	_	0	root	_	_
13	;	_	_	:	_	12	punct	_	_

1	2` + "\u00a0" + `1/2	_	_	CD	_	2	nummod	_	_
2	years	_	_	NNS	_	3	nsubj	_	_
3	passed	_	_	VBD	_	0	root	_	_
4	.	_	_	.	_	3	punct	_	_

1	The	_	_	DT	_	2	det	_	_
2	mayor	_	_	NN	_	3	nsubj	_	_
3	resigned	_	_	VBD	_	0	root	_	_
4	on	_	_	IN	_	5	case	_	_
5	Monday	_	_	NNP	_	3	obl	_	_
6	.	_	_	.	_	3	punct	_	_

1	We	_	_	PRP	_	2	nsubj	_	_
2	thank	_	_	VBP	_	0	root	_	_
3	you	_	_	PRP	_	2	obj	_	_
4	.	_	_	.	_	2	punct	_	_

1	They	_	_	PRP	_	2	nsubj	_	_
2	came	_	_	VBD	_	0	root	_	_
3	etc.	_	_	FW	_	2	conj	_	_
4	.	_	_	.	_	2	punct	_	_

`
)

// lay writes the texts and the trees below a folder of the test's own.
func lay(t *testing.T) (folders, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"shared/train/text/factbook.txt":  town,
		"shared/train/ner/re3d.conll":     "# text = One line.\nOne\tO\nline\tO\n.\tO\n",
		"shared/train/ner/uner_ewt.conll": "",
		"sotu/1899_a.txt":                 speech,
		"sotu/1900_b.txt":                 speech,
		"trees.conllu":                    trees,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folders{filepath.Join(dir, "shared"), filepath.Join(dir, "sotu")}, filepath.Join(dir, "trees.conllu")
}

func TestPackAndRead(t *testing.T) {
	from, file := lay(t)
	want, err := readCoNLLU(file)
	if err != nil {
		t.Fatal(err)
	}
	want[1].forms[10] = "in\u00a0Zürich" // white space in a word comes back as one kind
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(trees, "in Zürich", "in\u00a0Zürich")), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "silver.gz")
	if err := pack([]string{"-out", out, "-shared", from.shared, "-sotu", from.sotu, file}); err != nil {
		t.Fatal(err)
	}
	got, err := readSilver(out, from)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want)-1 {
		t.Fatalf("%d sentences, want %d: all but the last", len(got), len(want)-1)
	}
	for i, s := range got {
		if !reflect.DeepEqual(s, want[i]) {
			t.Errorf("sentence %d: %+v, want %+v", i+1, s, want[i])
		}
	}
}

func TestPackSources(t *testing.T) {
	from, _ := lay(t)
	got, err := from.list()
	want := []string{"train/text/factbook.txt", "train/ner/re3d.conll", "train/ner/uner_ewt.conll", "sotu/1900_b.txt"}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
	from.sotu = t.TempDir()
	if _, err := from.list(); err == nil {
		t.Error("no speeches, no error")
	}
}

func TestPackLeavesOut(t *testing.T) {
	from, file := lay(t)
	sents, err := readCoNLLU(file)
	if err != nil {
		t.Fatal(err)
	}
	data, lost, err := packed(sents, []string{"sotu/1900_b.txt"}, from)
	if err != nil || lost != 4 {
		t.Fatalf("%d left out, %v; want 4", lost, err)
	}
	got, err := unpack(data, from)
	if err != nil || len(got) != 2 || !reflect.DeepEqual(got[0], got[1]) {
		t.Errorf("%v, %v; want the same sentence twice", got, err)
	}
}

func TestReadSilverRejects(t *testing.T) {
	from, file := lay(t)
	dir := t.TempDir()
	if _, err := readSilver(filepath.Join(dir, "none.gz"), from); err == nil {
		t.Error("no file, no error")
	}
	if _, err := readSilver(file, from); err == nil {
		t.Error("not packed, no error")
	}
	out := filepath.Join(dir, "silver.gz")
	if err := pack([]string{"-out", out, "-shared", from.shared, "-sotu", from.sotu, file}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(from.sotu, "1900_b.txt"), []byte("Other words."), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readSilver(out, from); err == nil || !strings.Contains(err.Error(), "another text") {
		t.Errorf("another text: %v", err)
	}
	if err := os.Remove(filepath.Join(from.sotu, "1900_b.txt")); err != nil {
		t.Fatal(err)
	}
	if _, err := readSilver(out, from); err == nil {
		t.Error("a text is missing, no error")
	}
}

// TestUnpackDamaged changes and cuts a packed file: an error or trees, never a panic.
func TestUnpackDamaged(t *testing.T) {
	from, file := lay(t)
	sents, err := readCoNLLU(file)
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := packed(sents, []string{"train/text/factbook.txt", "sotu/1900_b.txt"}, from)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		if _, err := unpack(data[:i], from); err == nil {
			t.Errorf("cut at %d: no error", i)
		}
		for _, v := range []byte{0, 1, 0x7f, 0x80, 0xff} {
			bad := append([]byte(nil), data...)
			bad[i] = v
			got, _ := unpack(bad, from)
			for _, s := range got {
				if !s.valid() {
					t.Fatalf("byte %d is %d: no tree", i, v)
				}
			}
		}
	}
}
