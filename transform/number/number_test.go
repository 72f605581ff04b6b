package number_test

import (
	"testing"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/number"
	"dateline/transform/text"
)

// read annotates a text the way the pipeline does, without dates.
func read(t testing.TB, s string) *transform.Document {
	t.Helper()
	d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: *text.Analyze(s)}
	if err := number.Annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTolls(t *testing.T) {
	d := read(t, "Turkey said that five of its soldiers were killed, adding that it “neutralized” 101 Syrian soldiers.")
	if len(d.Numbers) != 2 {
		t.Fatalf("%d numbers, want 2: %+v", len(d.Numbers), d.Numbers)
	}
	for i, want := range []float64{5, 101} {
		if n := d.Numbers[i]; *n.Value != want || n.Category != "killed" || d.Text[d.Tokens[n.NounToken].Start:d.Tokens[n.NounToken].End] != "soldiers" {
			t.Errorf("number %d: %v %s, want %v soldiers killed", i, *n.Value, n.Category, want)
		}
	}
}
