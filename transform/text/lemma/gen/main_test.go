package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/transform/text/lemma"
)

func TestInflect(t *testing.T) {
	for _, c := range []struct {
		word  string
		class lemma.Class
		want  []string
	}{
		{"army", lemma.Plural, []string{"armies"}}, {"day", lemma.Plural, []string{"days"}},
		{"bus", lemma.Plural, []string{"buses"}}, {"hero", lemma.Plural, []string{"heros", "heroes"}},
		{"clash", lemma.Present, []string{"clashes"}}, {"deny", lemma.Past, []string{"denied"}},
		{"agree", lemma.Past, []string{"agreed"}}, {"agree", lemma.Gerund, []string{"agreeing"}},
		{"make", lemma.Gerund, []string{"making"}}, {"heavy", lemma.Superlative, []string{"heaviest"}},
		{"large", lemma.Comparative, []string{"larger"}}, {"catastrophic", lemma.Comparative, nil},
	} {
		if got := inflect(c.word, c.class); !slices.Equal(got, c.want) {
			t.Errorf("%s %c: %q, want %q", c.word, c.class, got, c.want)
		}
	}
}

// TestRun makes a table from a dictionary and a treebank of a few lines.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"noun.exc": "crises crisis\n", "verb.exc": "went go\nstopped stop\n", "adj.exc": "", "adv.exc": "",
		"index.noun":  "  licence lines begin with two spaces\ncrisis n 1 0 1 1 01\nmovie n 1 0 1 1 01\nseries n 1 0 1 1 01\nbudgie n 1 0 1 0 01\nsoldier n 1 0 1 1 01\n",
		"index.verb":  "stop v 1 0 1 1 01\nseize v 1 0 1 1 01\n",
		"index.adj":   "",
		"index.adv":   "",
		"gold.conllu": "1\tn't\tnot\t_\tRB\t_\t2\tadvmod\t_\t_\n2\tN't\tnot\t_\tRB\t_\t0\troot\t_\t_\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "table.txt")
	if err := run(out, dir, []string{filepath.Join(dir, "gold.conllu")}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	// "stopped" and "seized" follow the rules; no sense of "budgie" is attested.
	for _, want := range []string{"RB n't not\n", "d went go\n", "n crises crisis\n", "n movies movie\n", "n series series\n"} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, not := range []string{"stopped", "seized", "budgie"} {
		if bytes.Contains(got, []byte(not)) {
			t.Errorf("%q in\n%s", not, got)
		}
	}
	if err := run(out, t.TempDir(), nil); err == nil {
		t.Error("no error without WordNet")
	}
}
