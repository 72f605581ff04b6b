package text

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"
)

// benchTexts are texts of some 600 words for the benchmarks.
func benchTexts(b *testing.B) []string {
	data, err := os.ReadFile("../../../shared/train/text/factbook.txt")
	if err != nil {
		b.Skip("no ../shared")
	}
	var out []string
	var doc strings.Builder
	for _, line := range strings.Split(string(data), "\n") {
		if doc.Len() > 0 {
			doc.WriteString("\n\n")
		}
		doc.WriteString(line)
		if doc.Len() > 3600 {
			out = append(out, doc.String())
			doc.Reset()
		}
	}
	return out
}

func wordsPerSecond(b *testing.B, texts []string, run func(string)) {
	words := 0
	for i := 0; b.Loop(); i++ {
		t := texts[i%len(texts)]
		run(t)
		words += len(strings.Fields(t))
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkEntities is tokens, sentences, tags and entities, without the parse.
func BenchmarkEntities(b *testing.B) {
	texts := benchTexts(b)
	w := new(work)
	b.ReportAllocs()
	wordsPerSecond(b, texts, func(s string) { w.entities(w.tagged(s)) })
}

// BenchmarkAnalyze is all the engine does.
func BenchmarkAnalyze(b *testing.B) {
	texts := benchTexts(b)
	b.ReportAllocs()
	wordsPerSecond(b, texts, func(s string) { Analyze(s) })
}

// BenchmarkProse is prose itself with a model of its own, shared by all texts.
func BenchmarkProse(b *testing.B) {
	texts := benchTexts(b)
	model := prose.ModelFromData("bench")
	wordsPerSecond(b, texts, func(s string) {
		if _, err := prose.NewDocument(s, prose.UsingModel(model)); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkRatio runs both on the same texts and reports how many times faster we are.
func BenchmarkRatio(b *testing.B) {
	texts := benchTexts(b)
	model := prose.ModelFromData("bench")
	w := new(work)
	w.entities(w.tagged(texts[0]))
	var ours, theirs time.Duration
	for i := 0; b.Loop(); i++ {
		s := texts[i%len(texts)]
		t0 := time.Now()
		w.entities(w.tagged(s))
		t1 := time.Now()
		if _, err := prose.NewDocument(s, prose.UsingModel(model)); err != nil {
			b.Fatal(err)
		}
		ours, theirs = ours+t1.Sub(t0), theirs+time.Since(t1)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "times-prose")
}
