package event

import (
	"errors"
	"strings"
	"testing"
)

const ownPatterns = `# patterns of a user's
&vessel dinghy patrol_boat
&shakedown racket
> An example is not read.
1822 buzz_off obj=&vessel subj=@COP,MIL
173+military_demo? x
`

func mustParse(t *testing.T) *lexicon {
	t.Helper()
	l, err := parseLexicon()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestMergePutsOwnPatternsFirst(t *testing.T) {
	l := mustParse(t)
	if len(l.verbs["kill"]) == 0 {
		t.Fatal("the lexicon knows no killing")
	}
	err := l.merge(patternFile{"mine", "\ufeff1712 kill obj=&gadget\r\n\n&gadget drone\n0331 n:handover,kill prt=off weight=5\n"})
	if err != nil {
		t.Fatal(err)
	}
	first := l.verbs["kill"][0]
	if first.name != "mine:4" && first.name != "mine:1" || first.weight < ownWeight || l.verbs["kill"][2].weight >= ownWeight {
		t.Errorf("first %s with weight %d", first.name, first.weight)
	}
	if l.bit("gadget").empty() || !l.classes["drone"].meets(l.bit("gadget")) {
		t.Error("the class is not there")
	}
}

func TestMergeErrors(t *testing.T) {
	for line, want := range map[string]string{
		"1822":                       "want a code and a predicate",
		"18222 kill":                 `unknown code "18222"`,
		"180 ,kill":                  "want words with commas",
		"180 n:":                     "want words with commas",
		"180.armored kill":           `unknown mode "armored"`,
		"180+militry kill":           `unknown context "militry"`,
		"180 kill sbj=@":             `unknown slot "sbj"`,
		"180 kill subj=":             "want subj=value",
		"180 kill subj=@MLI":         `unknown sector "MLI"`,
		"180 kill subj=MLI":          `unknown sector "MLI"`,
		"180 kill obj=&nothing":      `unknown class "nothing"`,
		"180 kill obj=*x":            "want * alone",
		"180 kill obj=_x":            "want modifier_noun",
		"180 kill prt=*":             "want a particle",
		"180 kill S=sbj":             `unknown slot "sbj"`,
		"180 kill recipr":            `unknown flag "recipr"`,
		"180 kill weight=9999999999": "want weight=-100",
		"&":                          "want a class and its words",
		"&x":                         "want a class and its words",
		"&x &nothing":                `unknown class "nothing"`,
	} {
		err := mustParse(t).merge(patternFile{"mine", "\n" + line + "\n"})
		e := (*PatternError)(nil)
		if !errors.As(err, &e) || e.Line != 2 || !strings.Contains(e.Problem, want) || strings.HasPrefix(want, "unknown") != (len(e.Known) > 0) {
			t.Errorf("%q: %v, want %q", line, err, want)
		}
	}
	var many strings.Builder
	for i := range 300 {
		many.WriteString("&c" + strings.Repeat("x", i) + " word\n")
	}
	if err := mustParse(t).merge(patternFile{"mine", many.String()}); err == nil || !strings.Contains(err.Error(), "one class too many") {
		t.Errorf("300 classes: %v", err)
	}
}

func FuzzMerge(f *testing.F) {
	f.Add(ownPatterns)
	f.Add("180 a:b,n:c-d_e obj!=x_y,&person,@MIL,* S=by,from T=obj recip inner weight=3")
	l, err := parseLexicon()
	if err != nil {
		f.Fatal(err)
	}
	k := l.known()
	f.Fuzz(func(t *testing.T, text string) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && len(l.classIDs) < mostClasses {
				l.mergeLine(k, "f:1", line)
			}
		}
	})
}
