package dateline

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/extract"
)

const story = "TUNIS, March 4 (Reuters) - Dockers ended a strike.\n\nThey will be back on Monday.\n\n(Reporting by Jane Doe; Editing by Max Muster)"

func TestApply(t *testing.T) {
	a := &extract.Article{Text: story, PublishedAt: time.Date(2024, 3, 4, 9, 0, 0, 0, time.UTC)}
	Apply(a)
	if a.Agency != "Reuters" || a.Dateline.Place != "Tunis" || a.Dateline.Date.Format(time.DateOnly) != "2024-03-04" {
		t.Errorf("got %+v", a.Dateline)
	}
	if !strings.HasPrefix(a.Text[a.BodyStart:], "Dockers") {
		t.Errorf("the body starts with %q", a.Text[a.BodyStart:][:20])
	}
	if strings.Contains(a.Text, "Reporting by") || !strings.Contains(a.SignOff, "Max Muster") {
		t.Errorf("sign-off %q is still in %q", a.SignOff, a.Text)
	}
	before := *a
	Apply(a)
	if a.Text != before.Text || a.SignOff != before.SignOff || a.BodyStart != before.BodyStart {
		t.Error("a second call changed the article")
	}
}

// What the format's own metadata says stays; the text only adds where the dateline stands.
func TestApplyKeepsMetadata(t *testing.T) {
	a := &extract.Article{Text: story, Agency: "Example Wire", Bylines: []string{"Ann Other"}}
	a.Dateline.Raw, a.Dateline.Place = "Tunis", "Tunis"
	Apply(a)
	if a.Agency != "Example Wire" || a.Dateline.Raw != "Tunis" || !slices.Equal(a.Bylines, []string{"Ann Other"}) || a.BodyStart == 0 {
		t.Errorf("got %q %+v %q %d", a.Agency, a.Dateline, a.Bylines, a.BodyStart)
	}
}

func TestSignOff(t *testing.T) {
	for _, s := range []string{
		"(Reporting by Jane Doe in Tunis; Editing by Max Muster)",
		"Reporting by Jane Doe in Tunis; editing by Max Muster",
		"(Additional reporting by Jane Doe)",
		"Associated Press writer Jane Doe in Tunis contributed to this report.",
		"Jane Doe contributed to this story.",
		"Our Standards: The Thomson Reuters Trust Principles.",
		"___",
		"(END)",
	} {
		if !IsSignOff(s) {
			t.Errorf("%q is a sign-off", s)
		}
	}
	for _, s := range []string{
		"Editing by hand took the scribes of Tunis a year.",
		"The strike was ended by a vote.",
		"“I wrote it,” said Doe, who contributed to this report.” The minister denied it.",
		"Reporting by the commission shows that the dam was weak and nobody had looked after it for years, although letters were written.",
	} {
		if IsSignOff(s) {
			t.Errorf("%q is none", s)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string][]string{
		"Jane Doe":                           {"Jane Doe"},
		"Jane Doe and Max Muster":            {"Jane Doe", "Max Muster"},
		"Jane Doe, Max Muster and Ann Li":    {"Jane Doe", "Max Muster", "Ann Li"},
		"Jane Doe, Associated Press":         {"Jane Doe"},
		"Ludwig van der Berg":                {"Ludwig van der Berg"},
		"the river":                          nil,
		"Monday":                             nil,
		"Jane Doe said that she had no idea": nil,
	} {
		if got := Names(in); !slices.Equal(got, want) {
			t.Errorf("Names(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAgency(t *testing.T) {
	for in, want := range map[string]string{
		"AFP": "AFP", "The Associated Press": "AP", "dpa/lsw": "dpa", "ats afp": "ATS", "Reuters": "Reuters", "GLOBE  NEWSWIRE": "GlobeNewswire", "dpo": "", "Acme": "", "": "",
	} {
		if got, ok := Agency(in); got != want || ok != (want != "") {
			t.Errorf("Agency(%q) = %q, %v", in, got, ok)
		}
	}
}

func TestTitleCase(t *testing.T) {
	for in, want := range map[string]string{
		"NEW YORK": "New York", "PORT-AU-PRINCE": "Port-au-Prince", "RIO DE JANEIRO": "Rio de Janeiro", "McALLEN": "McAllen", "ST. LOUIS": "St. Louis",
		"THE HAGUE": "The Hague", "L'AQUILA": "L'Aquila", "Berlin": "Berlin", "ÎLE": "Île", "D.C.": "D.C.",
	} {
		if got := titleCase(in); got != want {
			t.Errorf("titleCase(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlaceNames(t *testing.T) {
	for _, s := range []string{"PARIS", "SIOUX FALLS", "St. Louis", "Saint Louis", "FLUSHING MEADOWS", "United Nations", "Kyiv", "KIEV", "Syria", "Fla."} {
		if !isPlaceName(s) {
			t.Errorf("%q is a place", s)
		}
	}
	for _, s := range []string{"CLAIM", "DEAR ABBY", "QWERTZUIOP", "PARIS HILTON", "X"} {
		if isPlaceName(s) {
			t.Errorf("%q is none", s)
		}
	}
}

// The filter must keep every name, and few others.
func TestFilter(t *testing.T) {
	var in, out []string
	for i := range 2000 {
		in = append(in, Key("place "+strings.Repeat("a", i%7)+string(rune('a'+i%26))+strings.Repeat("b", i/26)))
		out = append(out, Key("other "+strings.Repeat("c", i%5)+string(rune('a'+i%26))+strings.Repeat("d", i/26)))
	}
	b := NewFilter(in)
	has := func(k string) bool { return probe(k, len(b), func(i uint64) bool { return b[i/8]&(1<<(i%8)) != 0 }) }
	wrong := 0
	for i := range in {
		if !has(in[i]) {
			t.Fatalf("lost %q", in[i])
		}
		if has(out[i]) {
			wrong++
		}
	}
	if wrong > 20 {
		t.Errorf("%d of %d false positives", wrong, len(out))
	}
}

func FuzzFind(f *testing.F) {
	for _, l := range lines {
		f.Add(strings.Replace(l.text, "|", "", 1))
	}
	f.Add("(")
	f.Add("A (\xff) —")
	f.Add("By \n\nBy \n\n//(-")
	f.Fuzz(func(t *testing.T, s string) {
		a := &extract.Article{Text: extract.JoinParagraphs(extract.SplitParagraphs(s))}
		Apply(a)
		d := a.Dateline
		if d.Start < 0 || d.End < d.Start || d.End > len(a.Text) || a.BodyStart > len(a.Text) {
			t.Fatalf("%q: range %d:%d of %d, body %d", s, d.Start, d.End, len(a.Text), a.BodyStart)
		}
	})
}
