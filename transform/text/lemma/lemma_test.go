package lemma

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ form, tag, want string }{
		{"soldiers", "NNS", "soldier"}, {"Armies", "NNS", "army"}, {"people", "NNS", "person"},
		{"children", "NNS", "child"}, {"viruses", "NNS", "virus"}, {"houses", "NNS", "house"},
		{"crises", "NNS", "crisis"}, {"casualties", "NNS", "casualty"}, {"buses", "NNS", "bus"},
		{"series", "NNS", "series"}, {"gunmen", "NNS", "gunman"}, {"1990s", "NNS", "1990s"},
		{"schoolchildren", "NNS", "schoolchild"}, {"headquarters", "NNS", "headquarters"},
		{"police", "NN", "police"}, {"Missile", "NN", "missile"}, {"women", "NNS", "woman"},
		{"killed", "VBN", "kill"}, {"shot", "VBD", "shoot"}, {"fled", "VBD", "flee"},
		{"stopped", "VBD", "stop"}, {"agreed", "VBD", "agree"}, {"denied", "VBD", "deny"},
		{"seized", "VBN", "seize"}, {"acquired", "VBD", "acquire"}, {"wounded", "VBN", "wound"},
		{"opened", "VBD", "open"}, {"visited", "VBD", "visit"}, {"urged", "VBD", "urge"},
		{"Saying", "VBG", "say"}, {"lying", "VBG", "lie"}, {"making", "VBG", "make"},
		{"beginning", "VBG", "begin"}, {"bombing", "NN", "bombing"}, {"targeting", "VBG", "target"},
		{"has", "VBZ", "have"}, {"is", "VBZ", "be"}, {"were", "VBD", "be"}, {"'s", "VBZ", "be"},
		{"goes", "VBZ", "go"}, {"accuses", "VBZ", "accuse"}, {"clashes", "VBZ", "clash"},
		{"n't", "RB", "not"}, {"n’t", "RB", "not"}, {"'ll", "MD", "will"}, {"wo", "MD", "will"},
		{"'s", "POS", "'s"}, {"them", "PRP", "they"}, {"I", "PRP", "I"}, {"an", "DT", "a"},
		{"worst", "JJS", "bad"}, {"larger", "JJR", "large"}, {"heaviest", "JJS", "heavy"},
		{"biggest", "JJS", "big"}, {"more", "JJR", "more"},
		{"NATO", "NNP", "NATO"}, {"States", "NNPS", "States"}, {"THE", "DT", "the"},
		{"Élections", "NNS", "élection"}, {"", "NN", ""}, {"x", "", "x"}, {"s", "NNS", "s"},
	} {
		if got := Of(c.form, c.tag); got != c.want {
			t.Errorf("Of(%q, %s) = %q, want %q", c.form, c.tag, got, c.want)
		}
	}
}

func TestOfDoesNotAllocate(t *testing.T) {
	Of("a", "DT")
	if n := testing.AllocsPerRun(100, func() {
		Of("soldiers", "NNS")
		Of("The", "DT")
		Of("shot", "VBD")
		Of("killed", "VBN")
		Of("government", "NN")
	}); n > 1 { // "The" is put into lower case
		t.Errorf("%v allocations", n)
	}
}

// TestTreebank holds the lemmas against the development treebank.
func TestTreebank(t *testing.T) {
	f, err := os.Open("../../../../shared/eval/parse/gum_dev.conllu")
	if err != nil {
		t.Skip("shared data not here")
	}
	defer f.Close()
	right, all := 0, 0
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 8 || col[2] == "_" || strings.Contains(col[0], "-") {
			continue
		}
		all++
		if got := Of(col[1], col[4]); strings.EqualFold(got, col[2]) {
			right++
		} else if testing.Verbose() {
			t.Logf("%s %s: %s, want %s", col[1], col[4], got, col[2])
		}
	}
	share := float64(right) / float64(all)
	t.Logf("%d of %d lemmas, %.4f", right, all, share)
	if share < 0.985 {
		t.Errorf("share of right lemmas: %.4f", share)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("soldiers", "NNS")
	f.Add("\xff\xffed", "VBD")
	f.Add("İİİİİİİİİİİİİİİİİİİİİİİİ", "NNS")
	f.Fuzz(func(t *testing.T, form, tag string) {
		got := Of(form, tag)
		if form != "" && got == "" {
			t.Errorf("Of(%q, %q) is empty", form, tag)
		}
	})
}
