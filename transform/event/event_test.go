package event

import (
	"slices"
	"strings"
	"testing"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

// sentence builds a document from lines "word lemma tag head relation [actor code]", heads
// counted from 1, so that these tests do not depend on a trained model.
func sentence(t *testing.T, lines string) *transform.Document {
	t.Helper()
	d := &transform.Document{Article: &extract.Article{}}
	for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.Fields(l)
		if len(d.Text) > 0 {
			d.Text += " "
		}
		head := 0
		for _, c := range f[3] {
			head = head*10 + int(c-'0')
		}
		tok := text.Token{Start: len(d.Text), End: len(d.Text) + len(f[0]), Lemma: f[1], Tag: f[2], Head: head - 1, Rel: f[4]}
		d.Text += f[0]
		d.Tokens = append(d.Tokens, tok)
		if len(f) > 5 {
			a := transform.Actor{ID: f[5], Name: f[0], Code: f[5], Head: len(d.Tokens) - 1}
			a.Span = transform.Span{Start: tok.Start, End: tok.End}
			if len(f[5]) > 3 {
				a.Sector = f[5][3:6]
			} else {
				a.Kind, a.Country = "state", f[5]
			}
			d.Actors = append(d.Actors, a)
		}
	}
	d.Sentences = []text.Sentence{{Start: 0, End: len(d.Text), First: 0, Last: len(d.Tokens)}}
	return d
}

// events codes the document and prints its events: "CODE source>target status".
func events(t *testing.T, d *transform.Document) []string {
	t.Helper()
	if err := run(d); err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range d.Events {
		e := &d.Events[i]
		s := e.CAMEO + " " + names(d, e.Sources) + ">" + names(d, e.Targets) + " " + e.Status
		if e.AttributedTo >= 0 {
			s += " says " + d.Actors[e.AttributedTo].Code
		}
		out = append(out, s)
	}
	return out
}

func names(d *transform.Document, side []int) string {
	var out []string
	for _, i := range side {
		out = append(out, d.Actors[i].Code)
	}
	return strings.Join(out, "+")
}

func TestClauses(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		want       []string
	}{
		{"active, conjoined object", `
Rebels rebel NNS 2 nsubj SYRREB
attacked attack VBD 0 root
soldiers soldier NNS 2 obj SYRMIL
and and CC 5 cc
police police NNS 3 conj SYRCOP`, []string{"190 SYRREB>SYRMIL+SYRCOP happened"}},
		{"passive with agent", `
Activists activist NNS 3 nsubj:pass EGYCVL
were be VBD 3 aux:pass
arrested arrest VBN 0 root
by by IN 5 case
police police NNS 3 obl:agent EGYCOP`, []string{"173 EGYCOP>EGYCVL happened"}},
		{"inverted", `
Ukraine Ukraine NNP 2 nsubj UKR
received receive VBD 0 root
weapons weapon NNS 2 obj
from from IN 5 case
Poland Poland NNP 2 obl POL`, []string{"072 POL>UKR happened"}},
		{"reciprocal", `
Egypt Egypt NNP 4 nsubj EGY
and and CC 3 cc
Sudan Sudan NNP 1 conj SDN
negotiated negotiate VBD 0 root`, []string{"046 EGY>SDN happened", "046 SDN>EGY happened"}},
		{"relative clause", `
Turkey Turkey NNP 6 nsubj TUR
, , , 4 punct
which which WDT 4 nsubj
backs back VBZ 1 acl:relcl
rebels rebel NNS 4 obj SYRREB
criticized criticize VBD 0 root
Russia Russia NNP 6 obj RUS`, []string{"072 TUR>SYRREB happened", "111 TUR>RUS happened"}},
		{"reported and denied", `
Syria Syria NNP 2 nsubj SYR
denied deny VBD 0 root
that that IN 5 mark
soldiers soldier NNS 5 nsubj SYRMIL
shelled shell VBD 2 ccomp
Idlib Idlib NNP 5 obj`, []string{"016 SYR> happened", "194 SYRMIL> denied says SYR"}},
		{"said", `
Turkey Turkey NNP 2 nsubj TUR
said say VBD 0 root
that that IN 5 mark
rebels rebel NNS 5 nsubj SYRREB
shelled shell VBD 2 ccomp
Russia Russia NNP 5 obj RUS`, []string{"194 SYRREB>RUS happened says TUR"}},
		{"demand by must", `
Germany Germany NNP 2 nsubj DEU
said say VBD 0 root
Iran Iran NNP 5 nsubj IRN
must must MD 5 aux
release release VB 2 ccomp
hostages hostage NNS 5 obj`, []string{"1053 DEU>IRN happened"}},
		{"will not", `
Iran Iran NNP 4 nsubj IRN
will will MD 4 aux
not not RB 4 advmod
release release VB 0 root
hostages hostage NNS 4 obj USACVL`, []string{"1243 IRN>USACVL happened"}},
		{"will, hostile", `
Israel Israel NNP 3 nsubj ISR
will will MD 3 aux
bomb bomb VB 0 root
Iran Iran NNP 3 obj IRN`, []string{"1384 ISR>IRN threatened"}},
		{"condition", `
Oil oil NN 2 nsubj
rises rise VBZ 0 root
if if IN 5 mark
Israel Israel NNP 5 nsubj ISR
attacks attack VBZ 2 advcl
Iran Iran NNP 5 obj IRN`, []string{"190 ISR>IRN hypothetical"}},
		{"negated", `
Israel Israel NNP 4 nsubj ISR
did do VBD 4 aux
not not RB 4 advmod
attack attack VB 0 root
Iran Iran NNP 4 obj IRN`, []string{"190 ISR>IRN negated"}},
		{"light verb", `
Iraq Iraq NNP 2 nsubj IRQ
launched launch VBD 0 root
an a DT 4 det
attack attack NN 2 obj
on on IN 6 case
rebels rebel NNS 4 nmod SYRREB`, []string{"190 IRQ>SYRREB happened"}},
		{"operator over operator", `
Norway Norway NNP 2 nsubj NOR
urged urge VBD 0 root
Iran Iran NNP 2 obj IRN
to to TO 5 mark
stop stop VB 2 xcomp
attacks attack NNS 5 obj`, []string{"0256 NOR>IRN happened"}},
	} {
		if got := events(t, sentence(t, c.tree)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLexiconParses(t *testing.T) {
	l, err := parseLexicon()
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, m := range []map[string][]*rule{l.verbs, l.nouns, l.adjs} {
		for range m {
			words++
		}
	}
	t.Logf("%d patterns over %d predicates, %d classes", l.count, words, len(l.classIDs))
	if l.count < 2500 || len(l.classIDs) > 192 {
		t.Errorf("%d patterns, %d classes", l.count, len(l.classIDs))
	}
}

func TestLexiconRejects(t *testing.T) {
	for _, line := range []string{"999 attack", "190", "190 attack obj=&nowhere", "190 attack sometimes", "NOSUCH attack"} {
		l := &lexicon{verbs: map[string][]*rule{}, nouns: map[string][]*rule{}, adjs: map[string][]*rule{}, classIDs: map[string]int{}}
		if err := l.parseRule("test:1", line); err == nil {
			t.Errorf("%q was accepted", line)
		}
	}
}

// Every code that rules and compositions can give is in the table.
func TestCodesAreKnown(t *testing.T) {
	for name, o := range operators {
		for _, m := range o.maps {
			if _, ok := Lookup(m.to); !ok {
				t.Errorf("%s composes unknown code %s", name, m.to)
			}
		}
		if o.base != "" {
			if _, ok := Lookup(o.base); !ok {
				t.Errorf("%s has unknown base %s", name, o.base)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		code, typ, mode string
		quad            int
		goldstein       float64
	}{
		{"195", "ASSAULT", "aerial", 4, -10},
		{"0871", "RETREAT", "ceasefire", 2, 9},
		{"1053", "REQUEST", "yield", 3, -5},
		{"010", "", "", 0, 0},
		{"057", "SUPPORT", "", 1, 8},
	} {
		got, ok := Lookup(c.code)
		if !ok || got.Type != c.typ || got.Mode != c.mode || got.Quad != c.quad || got.Goldstein != c.goldstein {
			t.Errorf("%s: %+v", c.code, got)
		}
	}
	if _, ok := Lookup("999"); ok {
		t.Error("999 is no code")
	}
}

func TestFromPLOVER(t *testing.T) {
	for _, c := range []struct{ typ, mode, want string }{
		{"COERCE", "arrest", "173"}, {"ASSAULT", "aerial", "195"}, {"RETREAT", "ceasefire", "0871"}, {"NONE", "", ""},
	} {
		if got := FromPLOVER(c.typ, c.mode); got != c.want {
			t.Errorf("%s/%s: %q, want %q", c.typ, c.mode, got, c.want)
		}
	}
	// There and back keeps the type.
	for i := range codes().list {
		c := &codes().list[i]
		if c.Type == "" {
			continue
		}
		if back, _ := Lookup(FromPLOVER(c.Type, c.Mode)); back.Type != c.Type {
			t.Errorf("%s: %s/%s comes back as %s", c.CAMEO, c.Type, c.Mode, back.Type)
		}
	}
}

func TestCompose(t *testing.T) {
	for _, c := range []struct {
		op, content string
		negated     bool
		want        string
	}{
		{"APPEAL", "073", false, "0233"}, {"DEMAND", "0874", false, "1056"}, {"INTEND", "072", false, "0332"},
		{"INTEND", "190", false, "1384"}, {"REFUSE", "0841", false, "1243"}, {"THREATEN", "163", false, "1312"},
		{"HALT", "072", false, "1622"}, {"HALT", "163", false, "085"}, {"APPEAL", "190", true, "0256"},
		{"ACCUSE", "202", false, "1124"}, {"APPEAL", "", false, "020"}, {"HALT", "", false, ""},
	} {
		if got := compose(c.op, c.content, c.negated); got != c.want {
			t.Errorf("%s over %q: %q, want %q", c.op, c.content, got, c.want)
		}
	}
}

func TestExplain(t *testing.T) {
	d := sentence(t, `
Rebels rebel NNS 2 nsubj SYRREB
sang sing VBD 0 root
and and CC 4 cc
praised praise VBD 2 conj`)
	var said []string
	d.Explain = func(_, m string) { said = append(said, m) }
	events(t, d)
	if all := strings.Join(said, "\n"); !strings.Contains(all, "no pattern") || !strings.Contains(all, "051") {
		t.Errorf("explained: %s", all)
	}
}
