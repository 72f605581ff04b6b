package truecase

import (
	"strings"
	"testing"

	"dateline/transform/text/word"
)

func words(s string) []word.Word {
	var out []word.Word
	for _, f := range strings.Fields(s) {
		out = append(out, word.Word{})
		out[len(out)-1].Make(f)
	}
	return out
}

func TestAllCaps(t *testing.T) {
	for s, want := range map[string]bool{
		"TROOPS SHELL NORTHERN TOWN":         true,
		"UN CHIEF MEETS LOPEZ , SAYS AFP":    true,
		"NATO and EU leaders met in Paris .": false,
		"LONDON 1996-08-30":                  false,
		"BEIRUT , Lebanon ( AFP ) -":         false,
		"":                                   false,
	} {
		if got := AllCaps(words(s)); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// Each headline stands with the text below it and what it should look like.
func TestRestore(t *testing.T) {
	for _, c := range []struct{ headline, body, want string }{
		{"TROOPS SHELL TOWN NEAR BEIRUT", "", "troops shell town near Beirut"},
		{"BUSH MEETS NATO CHIEF", "He said Bush would go .", "Bush meets NATO chief"},
		{"BUSH FIRE NEAR SYDNEY", "The bush burned .", "bush fire near Sydney"},
		{"O'REILLY SAYS U.S. WILL STAY", "", "O'Reilly says U.S. will stay"},
		{"A DEAL FOR ZAGREB AND KOPRIVNICA", "", "a deal for Zagreb and Koprivnica"},
	} {
		var f word.Forms
		body := words(c.body)
		f.Reset(len(body))
		f.Count(body)
		ws := words(c.headline)
		Restore(ws, &f)
		var got []string
		for i := range ws {
			got = append(got, ws[i].Text)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %q, want %q", c.headline, g, c.want)
		}
	}
}
