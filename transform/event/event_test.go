package event

import "testing"

func TestLexiconParses(t *testing.T) {
	l, err := parseLexicon()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d patterns, %d classes", l.count, len(l.classIDs))
	if l.count < 2000 {
		t.Errorf("only %d patterns", l.count)
	}
}
