package actor_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/actor"
	"dateline/transform/pipeline"
)

// sample is an article of the fixtures, several times over.
func sample(t testing.TB) string {
	t.Helper()
	raw, err := os.ReadFile("../../fixtures/articles/afp-qaminas.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(raw), "\n\n")
	return body
}

// before is a document with all that actors require.
func before(t testing.TB, text string) *transform.Document {
	t.Helper()
	var all []*transform.Annotator
	for _, a := range pipeline.Annotators {
		if a.Name == "date" || a.Name == "number" || a.Name == "place" {
			all = append(all, a)
		}
	}
	p, err := pipeline.With(all)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := p.Run(&extract.Article{Text: text, PublishedAt: time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC), Language: "en"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func BenchmarkAnnotator(b *testing.B) {
	d := before(b, sample(b))
	places := append([]transform.Place(nil), d.Places...)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Actors, d.Places = d.Actors[:0], append(d.Places[:0], places...)
		if err := actor.Annotator.Run(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPipeline(b *testing.B) {
	text := sample(b)
	p, err := pipeline.New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, err := p.Run(&extract.Article{Text: text, Language: "en"}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// TestGrowth: time grows with the text, not with its square.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	text := sample(t)
	took := func(times int) time.Duration {
		d := before(t, strings.Repeat(text+"\n\n", times))
		places := append([]transform.Place(nil), d.Places...)
		best := time.Hour
		for range 3 {
			d.Actors, d.Places = d.Actors[:0], append(d.Places[:0], places...)
			start := time.Now()
			if err := actor.Annotator.Run(d); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := took(4), took(32)
	if large > 45*small { // quadratic would be 64; a busy machine is slow by bursts
		t.Errorf("8 times the text took %v against %v", large, small)
	}
}
