package near

import "testing"

func TestOf(t *testing.T) {
	known := []string{"out", "workers", "max-reject-rate", "max-articles", "ASSAULT", "PROTEST"}
	for word, want := range map[string]string{
		"worker": "workers", "wrokers": "workers", "max-reject-rat": "max-reject-rate", "max_articles": "max-articles",
		"ot": "out", "max-rej": "max-reject-rate", "ASAULT": "ASSAULT", "PRTOEST": "PROTEST", "colour": "", "": "", "x": "", "wörkers": "workers",
	} {
		if got := Of(word, known); got != want {
			t.Errorf("Of(%q) = %q, want %q", word, got, want)
		}
	}
	if d := distance([]rune("kitten"), []rune("sitting")); d != 3 {
		t.Errorf("kitten to sitting: %d, want 3", d)
	}
}
