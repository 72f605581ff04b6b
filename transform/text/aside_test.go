package text

import "testing"

// TestAsides holds that a caption's sentence reads the same with and without what it says
// of where people stand.
func TestAsides(t *testing.T) {
	const caption = "Joe Berg, left, meets Tomas Lind, second from right, before their talks in Oslo."
	a := Analyze(caption)
	for i := range a.Tokens {
		switch w := caption[a.Tokens[i].Start:a.Tokens[i].End]; w {
		case "meets":
			if a.Tokens[i].Tag != "VBZ" || a.Tokens[i].Head != -1 {
				t.Errorf("meets is %s with head %d", a.Tokens[i].Tag, a.Tokens[i].Head)
			}
		case "left", "right", "second":
			if a.Tokens[i].Rel != "dep" {
				t.Errorf("%s hangs by %s", w, a.Tokens[i].Rel)
			}
		}
	}
	if a := Analyze("He turned left, right, and left again."); a.Tokens[2].Rel == "dep" && a.Tokens[4].Rel == "dep" {
		t.Error("turns taken for asides")
	}
}
