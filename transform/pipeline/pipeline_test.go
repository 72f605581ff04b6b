package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/extract"
	"dateline/transform"
)

func article(text string) *extract.Article {
	a := &extract.Article{Text: text, Language: "en", PublishedAt: time.Date(2020, 2, 11, 12, 0, 0, 0, time.UTC), PublishedBasis: extract.BasisFlag}
	a.ID = extract.ArticleID("", "", text)
	return a
}

// fixtureTexts are the stories of fixtures/articles that are plain text.
func fixtureTexts(t testing.TB) (out []string) {
	t.Helper()
	paths, err := filepath.Glob("../../fixtures/articles/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("fixtures: %d, %v", len(paths), err)
	}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		if utf8.Valid(b) {
			out = append(out, extract.JoinParagraphs(strings.Split(string(b), "\n\n")))
		}
	}
	return out
}

// sound checks what every document must hold.
func sound(t testing.TB, d *transform.Document) {
	t.Helper()
	n := len(d.Text)
	span := func(what string, s transform.Span) {
		if s.Start < 0 || s.End <= s.Start || s.End > n || !utf8.ValidString(d.Text[s.Start:s.End]) {
			t.Fatalf("%s [%d:%d] in a text of %d bytes", what, s.Start, s.End, n)
		}
	}
	mention := func(what string, m transform.Mention) {
		span(what, m.Span)
		if m.Sentence < 0 || m.Sentence >= len(d.Sentences) || m.Confidence < 0 || m.Confidence > 1 || m.Rule == "" {
			t.Fatalf("%s %q: sentence %d of %d, confidence %v, rule %q", what, d.Text[m.Start:m.End], m.Sentence, len(d.Sentences), m.Confidence, m.Rule)
		}
	}
	for i, tok := range d.Tokens {
		span("token", transform.Span{Start: tok.Start, End: tok.End})
		s := d.Sentences[tok.Sentence]
		if i < s.First || i >= s.Last || tok.Head != -1 && (tok.Head < s.First || tok.Head >= s.Last || tok.Head == i) {
			t.Fatalf("token %d: head %d, sentence %d:%d", i, tok.Head, s.First, s.Last)
		}
	}
	for i := range d.Dates {
		mention("date", d.Dates[i].Mention)
		if iv := d.Dates[i].Interval; !iv.First.IsZero() && !iv.Last.IsZero() && iv.Last.Before(iv.First) {
			t.Fatalf("date %q ends before it begins", d.Text[d.Dates[i].Start:d.Dates[i].End])
		}
	}
	for i := range d.Numbers {
		mention("number", d.Numbers[i].Mention)
	}
	for i := range d.Places {
		mention("place", d.Places[i].Mention)
		if p := &d.Places[i]; p.HasPoint && (p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180) {
			t.Fatalf("place %s at %v, %v", p.Name, p.Lat, p.Lon)
		}
	}
	for i := range d.Actors {
		mention("actor", d.Actors[i].Mention)
	}
	for i := range d.Events {
		soundEvent(t, d, &d.Events[i], span)
	}
}

func soundEvent(t testing.TB, d *transform.Document, e *transform.Event, span func(string, transform.Span)) {
	t.Helper()
	span("trigger", e.Trigger)
	for _, side := range [][]int{e.Sources, e.Targets, {e.AttributedTo}} {
		for _, i := range side {
			if i >= len(d.Actors) || i < -1 {
				t.Fatalf("event of sentence %d points at actor %d of %d", e.Sentence, i, len(d.Actors))
			}
		}
	}
	if e.PlaceMention < -1 || e.PlaceMention >= len(d.Places) || e.PlaceMention >= 0 && e.Place == nil {
		t.Fatalf("event of sentence %d points at place %d of %d", e.Sentence, e.PlaceMention, len(d.Places))
	}
	if e.Type == "" && e.Quad != 0 || e.CAMEO == "" && e.Type != "" || e.Status == "" || e.Verification == "" || e.Quad < 0 || e.Quad > 4 || e.Confidence < 0 || e.Confidence > 1 {
		t.Fatalf("event %+v", e)
	}
	for _, c := range []transform.Count{e.Killed, e.Wounded, e.Missing, e.Detained, e.Displaced, e.Kidnapped, e.Participants} {
		if c.Low != nil && c.High != nil && *c.Low > *c.High || c.Low != nil && *c.Low < 0 {
			t.Fatalf("event of sentence %d: a count from %d to %d", e.Sentence, *c.Low, *c.High)
		}
	}
}

func TestFixturesAreSound(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	events := 0
	for _, text := range fixtureTexts(t) {
		d, coverage, err := p.Run(article(text), nil)
		if err != nil || coverage != Full {
			t.Fatal(coverage, err)
		}
		sound(t, d)
		events += len(d.Events)
	}
	if events < 50 {
		t.Errorf("only %d events in all fixtures", events)
	}
}

func TestOtherLanguagesComeBackBare(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	a := article("Paris (AFP) - Le président a rencontré le premier ministre lundi.")
	a.Language = "fr"
	a.Dateline = extract.Dateline{Raw: "Paris (AFP)", Place: "Paris"}
	d, coverage, err := p.Run(a, nil)
	if err != nil || coverage != Unsupported || len(d.Tokens)+len(d.Dates)+len(d.Places)+len(d.Events) > 0 {
		t.Errorf("%v %v %+v", coverage, err, d)
	}
	if d.DatelinePlace == nil || d.DatelinePlace.Country != "FRA" {
		t.Errorf("the dateline's place needs no language: %+v", d.DatelinePlace)
	}
	if _, coverage, err := p.Run(article("  "), nil); err != nil || coverage != Empty {
		t.Errorf("%v %v", coverage, err)
	}
}

// TestLinear: twice the text takes about twice the time, whatever the text.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("times are not measured in short mode")
	}
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	story := strings.Join(fixtureTexts(t)[:4], "\n\n") + "\n\n"
	for name, unit := range map[string]string{
		"stories": story, "one long sentence": "police in Paris and ", "names": "Paris, London, Turkey, ", "numbers": "five of 20 to 30 million ", "quotes": "\"", "dots": ". ", "brackets": "((", "capitals": "SYRIA AND TURKEY ", "no space": "x",
	} {
		measure := func(size int) time.Duration {
			text := strings.TrimSpace(strings.Repeat(unit, size/len(unit)+1))
			best := time.Hour
			for range 2 {
				start := time.Now()
				d, _, err := p.Run(article(text), nil)
				if err != nil {
					t.Fatal(err)
				}
				best = min(best, time.Since(start))
				sound(t, d)
			}
			return best
		}
		for try := 1; ; try++ { // another program may have taken the processor: only what lasts is ours
			small, large := measure(40_000), measure(160_000)
			ratio := float64(large) / float64(small)
			if ratio <= 12 || large <= 500*time.Millisecond {
				break
			}
			if try == 3 {
				t.Errorf("%s: four times the text takes %.1f times as long (%v, %v)", name, ratio, small, large)
				break
			}
		}
	}
}

func FuzzPipeline(f *testing.F) {
	for _, text := range fixtureTexts(f) {
		f.Add(text)
	}
	p, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 20_000 {
			return
		}
		text := extract.JoinParagraphs(strings.Split(s, "\n\n"))
		start := time.Now()
		d, coverage, err := p.Run(article(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%v for %d bytes", spent, len(text))
		}
		if coverage == Full {
			sound(t, d)
		}
	})
}

// A broken annotator loses one article, with its stack in the error.
func TestPanicIsAnError(t *testing.T) {
	p, err := With([]*transform.Annotator{{Name: "broken", Run: func(*transform.Document) error { panic("out of order") }}})
	if err != nil {
		t.Fatal(err)
	}
	if d, _, err := p.Run(article("Dockers ended a strike."), nil); d != nil || err == nil || !strings.Contains(err.Error(), "out of order") || !strings.Contains(err.Error(), "pipeline_test.go") {
		t.Errorf("%v, %v", d, err)
	}
}
