package event_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/load"
	"dateline/transform"
	"dateline/transform/pipeline"
)

// story is a text with the events that must be found in it.
type story struct {
	name, text string
	want       []string
}

func stories(t *testing.T) []story {
	t.Helper()
	data, err := os.ReadFile("testdata/stories.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []story
	for _, block := range strings.Split(string(data), "\n= ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		s := story{name: name}
		for _, line := range strings.Split(strings.TrimSpace(rest), "\n") {
			if word, _, _ := strings.Cut(line, " "); strings.ToUpper(strings.SplitN(word, "/", 2)[0]) == strings.SplitN(word, "/", 2)[0] && strings.Contains(types, " "+strings.SplitN(word, "/", 2)[0]+" ") {
				s.want = append(s.want, line)
			} else {
				s.text += line + "\n"
			}
		}
		s.text = strings.TrimSpace(s.text)
		out = append(out, s)
	}
	return out
}

const types = " AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT MISFORTUNE NO "

func code(t testing.TB, text string) []load.EventRow {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	a := &extract.Article{ID: "t", Text: text, Language: "en", PublishedAt: time.Date(2020, 2, 11, 12, 0, 0, 0, time.UTC), PublishedBasis: extract.BasisFlag}
	d, _, err := p.Run(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	check(t, d)
	return load.FromDocument(d, "full").Events
}

// check holds what must be true of any document.
func check(t testing.TB, d *transform.Document) {
	t.Helper()
	for i := range d.Events {
		e := &d.Events[i]
		if e.Trigger.Start < 0 || e.Trigger.End > len(d.Text) || e.Trigger.Start >= e.Trigger.End {
			t.Errorf("event %d: trigger %v", i, e.Trigger)
		}
		for _, s := range e.Sources {
			for _, o := range e.Targets {
				if d.Actors[s].ID == d.Actors[o].ID {
					t.Errorf("event %d: %s acts on itself", i, d.Actors[s].Name)
				}
			}
		}
		if e.Status == "" || e.Verification == "" || len(e.Sentences) == 0 || len(e.CAMEO) < 3 && !strings.HasPrefix(e.Rule, "00-misfortune:") {
			t.Errorf("event %d: incomplete: %+v", i, e)
		}
		if e.PlaceMention >= len(d.Places) || e.AttributedTo >= len(d.Actors) {
			t.Errorf("event %d: index out of range", i)
		}
	}
}

// TestStories demands most of the expectations: trees and actors come from trained models
// that change under it, so a single miss is reported and only many are a failure.
func TestStories(t *testing.T) {
	all, missed := 0, 0
	for _, s := range stories(t) {
		rows := code(t, s.text)
		for _, w := range s.want {
			all++
			if !found(rows, w) {
				missed++
				t.Logf("%s: no %q in%s", s.name, w, show(rows))
			}
		}
	}
	t.Logf("%d of %d expectations", all-missed, all)
	if all < 60 || missed*100 > all*2 {
		t.Errorf("%d of %d expectations missed", missed, all)
	}
}

func found(rows []load.EventRow, want string) bool {
	if not, ok := strings.CutPrefix(want, "NO "); ok {
		return !found(rows, not)
	}
	for i := range rows {
		if fits(&rows[i], want) {
			return true
		}
	}
	return false
}

func fits(r *load.EventRow, want string) bool {
	f := strings.Fields(want)
	typ, mode, _ := strings.Cut(f[0], "/")
	if typ == "MISFORTUNE" { // no type, no code
		typ = ""
	}
	if r.EventType != typ || mode != "" && r.EventMode != mode {
		return false
	}
	target := false
	for _, w := range f[1:] {
		k, v, isField := strings.Cut(w, "=")
		ok := true
		switch {
		case isField:
			ok = field(r, k, v)
		case w == ">":
			target = true
		case w == "-" && target:
			ok = r.TargetCode == ""
		case w == "-":
			ok = r.SourceCode == ""
		case w[0] >= '0' && w[0] <= '9':
			ok = strings.HasPrefix(r.CameoCode, w)
		case strings.ToUpper(w) == w && target:
			ok = strings.HasPrefix(r.TargetCode, w)
		case strings.ToUpper(w) == w:
			ok = strings.HasPrefix(r.SourceCode, w)
		default:
			ok = r.Status == w || r.Verification == w
		}
		if !ok {
			return false
		}
	}
	return true
}

func field(r *load.EventRow, k, v string) bool {
	num := func(p *int64) bool { return p == nil && v == "-" || p != nil && (v == "*" || fmt.Sprint(*p) == v) }
	switch k {
	case "date":
		return r.DateStart != nil && r.DateStart.String() == v
	case "place":
		return r.PlaceName == v
	case "attributed_to":
		return strings.HasPrefix(r.AttributedTo, v)
	case "sentences":
		return fmt.Sprint(len(r.Sentences)) == v
	case "killed_low":
		return num(r.KilledLow)
	case "killed_high":
		return num(r.KilledHigh)
	case "wounded_low":
		return num(r.WoundedLow)
	case "detained_low":
		return num(r.DetainedLow)
	case "kidnapped_low":
		return num(r.KidnappedLow)
	case "participants_low":
		return num(r.ParticipantsLow)
	}
	return false
}

func show(rows []load.EventRow) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "\n\t%s/%s %s %q %s > %s %s %s %s %s", r.EventType, r.EventMode, r.CameoCode, r.Trigger, r.SourceCode, r.TargetCode, r.Status, r.Verification, r.PlaceName, r.Rule)
	}
	return b.String()
}

// TestLexiconExamples codes the examples that stand behind the patterns.
func TestLexiconExamples(t *testing.T) {
	files, err := os.ReadDir("lexicon")
	if err != nil {
		t.Fatal(err)
	}
	all, missed := 0, 0
	for _, f := range files {
		data, err := os.ReadFile("lexicon/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		rule := ""
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			example, ok := strings.CutPrefix(line, "> ")
			if !ok {
				rule = line
				continue
			}
			want, _, _ := strings.Cut(strings.Fields(rule)[0], "+")
			want, _, _ = strings.Cut(want, ".")
			if want[0] > '9' && want != "NONE" {
				continue // an operator: its code depends on its content
			}
			all++
			if want == "NONE" {
				if rows := code(t, example); len(rows) > 0 {
					missed++
					t.Logf("%s: %q is no event:%s", f.Name(), example, show(rows))
				}
				continue
			}
			if rows := code(t, example); !hasCode(rows, want) {
				missed++
				t.Logf("%s: %q is not %s:%s", f.Name(), example, want, show(rows))
			}
		}
	}
	t.Logf("%d of %d examples", all-missed, all)
	if all < 150 || missed*100 > all {
		t.Errorf("%d of %d examples missed", missed, all)
	}
}

func hasCode(rows []load.EventRow, want string) bool {
	if want == "000" { // a misfortune has no code
		want = ""
	}
	for _, r := range rows {
		if r.CameoCode == want {
			return true
		}
	}
	return false
}

func FuzzCode(f *testing.F) {
	f.Add("Rebels attacked the army, killing 20. It was not possible to verify the claim.")
	f.Add("“The the of by” said said said, who which that and and")
	f.Add("Norway urged Kenya to ask Sudan to stop refusing to agree to release hostages.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || strings.TrimSpace(text) == "" {
			return
		}
		code(t, strings.ToValidUTF8(text, "?"))
	})
}

func BenchmarkEvents(b *testing.B) {
	text := ""
	data, err := os.ReadFile("testdata/stories.txt")
	if err != nil {
		b.Fatal(err)
	}
	text = string(data)
	p, err := pipeline.New()
	if err != nil {
		b.Fatal(err)
	}
	sentences := 0
	for b.Loop() {
		d, _, err := p.Run(&extract.Article{ID: "t", Text: text, Language: "en"}, nil)
		if err != nil {
			b.Fatal(err)
		}
		sentences += len(d.Sentences)
	}
	b.ReportMetric(float64(sentences)/b.Elapsed().Seconds(), "sentences/s")
}
