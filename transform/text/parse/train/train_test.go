package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/transform/text/parse/internal/arc"
)

func TestReadCoNLLU(t *testing.T) {
	sents, err := readCoNLLU("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	if len(sents) != 5 {
		t.Fatalf("%d sentences", len(sents))
	}
	s := sents[2]
	if want := []string{"Two", "civilians", "were", "killed", "in", "the", "raid", "."}; !reflect.DeepEqual(s.forms, want) {
		t.Errorf("forms %q", s.forms)
	}
	if want := []int32{1, 3, 3, -1, 6, 6, 3, 3}; !reflect.DeepEqual(s.heads, want) {
		t.Errorf("heads %v", s.heads)
	}
	if s.rels[1] != "nsubj:pass" || s.tags[0] != "CD" {
		t.Errorf("relation %q, tag %q", s.rels[1], s.tags[0])
	}
	if n := len(sents[4].forms); n != 5 {
		t.Errorf("a multiword line counts as a word: %d words", n)
	}
}

func TestReadRejectsBadTrees(t *testing.T) {
	row := func(id, head string) string {
		return id + "\tword\tword\t_\tNN\t_\t" + head + "\tdep\t_\t_\n"
	}
	for name, text := range map[string]string{
		"cycle":        row("1", "2") + row("2", "1") + row("3", "0"),
		"two roots":    row("1", "0") + row("2", "0"),
		"no root":      row("1", "2") + row("2", "1"),
		"head too far": row("1", "0") + row("2", "7"),
		"no number":    row("1", "x"),
		"few columns":  "1\tword\n",
		"nothing":      "# only a comment\n",
	} {
		file := filepath.Join(t.TempDir(), "bad.conllu")
		if err := os.WriteFile(file, []byte(text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readAll([]string{file}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestTaggerLearns(t *testing.T) {
	sents, err := readAll([]string{"testdata/tiny.conllu"})
	if err != nil {
		t.Fatal(err)
	}
	tg := trainTagger(sents, 10, rand.New(rand.NewPCG(1, 1)))
	for _, s := range sents {
		if got := tg.run(s.forms, nil); !reflect.DeepEqual(got, s.tags) {
			t.Errorf("%s: %v, want %v", strings.Join(s.forms, " "), got, s.tags)
		}
	}
}

func TestAverage(t *testing.T) {
	w := newWeights(1, 2)
	w.add(1, 0, 4) // before the first example
	w.now = 4
	w.add(1, 0, -2) // behind the third of four
	w.now = 5
	avg := w.average()
	if want := float32(2) - (4-8)/float32(5); avg[2] != want {
		t.Errorf("average %v, want %v", avg[2], want)
	}
	w.restart()
	if avg := w.average(); avg[2] != 2 {
		t.Errorf("average after a restart %v, want the weight", avg[2])
	}
}

func TestQuantize(t *testing.T) {
	w := []float32{0, 2, -1, 0.5, 0.02}
	if got, _ := quantize(w, 100, 0, 1); !reflect.DeepEqual(got, []int{0, 100, -50, 25, 1}) {
		t.Errorf("%v", got)
	}
	if got, _ := quantize(w, 100, 0.25, 3); !reflect.DeepEqual(got, []int{0, 100, -100, 50, 0}) {
		t.Errorf("clipped: %v", got)
	}
}

// TestTrainTwice trains on a few sentences: the same bytes twice, and a model that has
// learnt them.
func TestTrainTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("fills the weight tables twice")
	}
	var out [2][]byte
	for i := range out {
		o := options{out: filepath.Join(t.TempDir(), "model.gz"), dev: "testdata/tiny.conllu", beam: 4, epochs: 6, relations: 6, repeat: 2, runs: 2, margin: 20, labelMargin: 5}
		if err := run(o, []string{"testdata/tiny.conllu"}); err != nil {
			t.Fatal(err)
		}
		var err error
		if out[i], err = os.ReadFile(o.out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out[0], out[1]) {
		t.Fatal("two trainings, two models")
	}
	m, err := arc.ReadModel(bytes.NewReader(out[0]))
	if err != nil {
		t.Fatal(err)
	}
	sents, _ := readAll([]string{"testdata/tiny.conllu"})
	b, heads := &arc.Beam{Width: 4}, make([]int32, 6)
	s := sents[0]
	s.auto = engineTags(s.forms)
	b.Parse(encode(s), m, heads)
	if !reflect.DeepEqual(heads, s.heads) {
		t.Errorf("heads %v, want %v", heads, s.heads)
	}
}
