// Command bench measures dateline on its own fixtures and prints figures and ratios; all
// come from one run on one core, so that ratios hold on a noisy machine.
//
//	bench [-fixtures fixtures/articles] [-wire ../shared/eval] [-pages ../shared/eval/html/naeb/pages] [-articles 2000] [-memory] [-binary ./dateline] [-cpuprofile FILE]
//
// Speeds are per second of processor time, collecting garbage included.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/jdkato/prose/v2"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform"
	"dateline/transform/pipeline"
	"dateline/transform/text"
)

func main() {
	dir := flag.String("fixtures", "fixtures/articles", "articles to measure on")
	n := flag.Int("articles", 2000, "how many articles to make of them")
	wireDir := flag.String("wire", "../shared/eval", "articles to measure on that do not come again: {voa,gva,muc4}/docs.jsonl")
	profile := flag.String("cpuprofile", "", "write a profile of the articles' way from bytes to rows")
	pages := flag.String("pages", "../shared/eval/html/naeb/pages", "web pages to measure extraction on, *.html or *.html.gz; -articles 0 measures nothing else")
	memory := flag.Bool("memory", true, "measure peak memory of runs over 1,000 and 20,000 articles")
	made := flag.Int("synthetic", 0, "only write so many made-up articles into the directory that is the argument: what memoryByLength measures")
	long := flag.Bool("long", false, "measure the memory of writing and verifying up to 1,000,000 articles, not 100,000")
	only := flag.Bool("dataset", false, "measure only the dataset: writing, memory, many dates, known inputs")
	binary := flag.String("binary", "./dateline", "program whose memory is measured")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	if *made > 0 {
		if err := synthetic(*made, flag.Arg(0)); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	o := options{*dir, *wireDir, *pages, *profile, *binary, *n, *memory}
	measure := run
	if *only {
		measure = func(w io.Writer, o options) error { return dataset(w, o, *long) }
	}
	if err := measure(os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	dir, wire, pages, profile, binary string
	n                                 int
	memory                            bool
}

func run(out io.Writer, o options) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	defer w.Flush()
	if o.n == 0 {
		return webPages(w, o.pages)
	}
	texts, err := records(o.dir, "*.txt", o.n)
	if err != nil {
		return err
	}
	pages, err := records(o.dir, "*.html", o.n/4)
	if err != nil {
		return err
	}
	if err := tables(w); err != nil {
		return err
	}
	p, err := pipeline.New()
	if err != nil {
		return err
	}
	if err := first(w, p, texts[0]); err != nil {
		return err
	}
	speed, err := speeds(w, p, o, texts, pages)
	if err != nil {
		return err
	}
	if err := stages(w, texts); err != nil {
		return err
	}
	if err := naive(w, texts, speed); err != nil {
		return err
	}
	if err := webPages(w, o.pages); err != nil {
		return err
	}
	if o.memory {
		w.Flush()
		if err := peak(w, o.binary, texts); err != nil {
			return err
		}
		w.Flush()
		return dataset(out, o, false)
	}
	return nil
}

// speeds measures the whole way of texts, pages and articles of the wire; it returns the
// texts' figures.
func speeds(w io.Writer, p *pipeline.Pipeline, o options, texts, pages []*extract.Record) (figures, error) {
	if o.profile != "" {
		f, err := os.Create(o.profile)
		if err != nil {
			return figures{}, err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return figures{}, err
		}
		defer pprof.StopCPUProfile()
	}
	speed, err := endToEnd(w, "text", p, texts)
	if err != nil {
		return speed, err
	}
	if _, err := endToEnd(w, "html", p, pages); err != nil {
		return speed, err
	}
	articles, err := wire(o.wire, o.n/6)
	if err != nil {
		return speed, err
	}
	if len(articles) == 0 {
		fmt.Fprintf(w, "wire\tno articles in %s\n", o.wire)
		return speed, nil
	}
	_, err = endToEnd(w, "wire", p, articles)
	return speed, err
}

// dataset measures what package load does, on articles of the wire where there are some.
func dataset(out io.Writer, o options, long bool) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	defer w.Flush()
	recs, err := wire(o.wire, o.n/6)
	if err == nil && len(recs) == 0 {
		recs, err = records(o.dir, "*.txt", o.n)
	}
	if err != nil {
		return err
	}
	p, err := pipeline.New()
	if err != nil {
		return err
	}
	if err := writing(w, p, recs); err != nil {
		return err
	}
	w.Flush()
	counts := []int{10_000, 100_000}
	if long {
		counts = append(counts, 1_000_000)
	}
	if err := memoryByLength(w, o.binary, counts); err != nil {
		return err
	}
	w.Flush()
	if err := manyDates(w, o.binary); err != nil {
		return err
	}
	w.Flush()
	return knownInputs(w, o.binary, 100_000)
}

// records makes n records of the fixtures that match, no two alike.
func records(dir, pattern string, n int) ([]*extract.Record, error) {
	paths, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no %s in %s", pattern, dir)
	}
	var out []*extract.Record
	for i := range n {
		b, err := os.ReadFile(paths[i%len(paths)])
		if err != nil {
			return nil, err
		}
		b = append(b, fmt.Sprintf("\n\nThis was report number %d of the day.\n", i)...)
		out = append(out, &extract.Record{Source: extract.Source{URI: paths[i%len(paths)]}, Name: paths[i%len(paths)], Data: b})
	}
	return out, nil
}

var published = extract.Options{Published: time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC)}

// whole takes a record all the way to rows.
func whole(p *pipeline.Pipeline, rec *extract.Record) (*load.Rows, error) {
	articles, rej := reader.Parse(rec, published)
	if rej != nil {
		return nil, rej
	}
	d, coverage, err := p.Run(articles[0], nil)
	if err != nil {
		return nil, err
	}
	return load.FromDocument(d, string(coverage)), nil
}

// first is the time until the first article is done: models and tables are loaded then.
func first(w io.Writer, p *pipeline.Pipeline, rec *extract.Record) error {
	start := time.Now()
	if _, err := whole(p, rec); err != nil {
		return err
	}
	fmt.Fprintf(w, "first article (models loaded)\t%d ms\n", time.Since(start).Milliseconds())
	return nil
}

// figures of one pass.
type figures struct{ articles, words, bytes, seconds float64 }

// endToEnd measures bytes to rows on one core.
func endToEnd(w io.Writer, name string, p *pipeline.Pipeline, recs []*extract.Record) (figures, error) {
	var f figures
	sentences, events := 0, 0
	start := cpuTime()
	for _, rec := range recs {
		rows, err := whole(p, rec)
		if err != nil {
			return f, err
		}
		f.words += float64(rows.Article.WordCount)
		f.bytes += float64(len(rec.Data))
		sentences += int(rows.Article.SentenceCount)
		events += len(rows.Events)
	}
	f.seconds, f.articles = (cpuTime() - start).Seconds(), float64(len(recs))
	fmt.Fprintf(w, "%s: articles/s on one core\t%.0f\n", name, f.articles/f.seconds)
	fmt.Fprintf(w, "%s: words/s on one core\t%.0f\n", name, f.words/f.seconds)
	fmt.Fprintf(w, "%s: sentences/s on one core\t%.0f\n", name, float64(sentences)/f.seconds)
	fmt.Fprintf(w, "%s: MB/s of input\t%.2f\n", name, f.bytes/f.seconds/1e6)
	fmt.Fprintf(w, "%s: events per article\t%.1f\n", name, float64(events)/f.articles)
	return f, nil
}

// stages measures each part of the way by itself.
func stages(w io.Writer, recs []*extract.Record) error {
	annotators, err := transform.Order(pipeline.Annotators)
	if err != nil {
		return err
	}
	spent := make([]time.Duration, len(annotators)+3)
	lap := func(i int, start time.Time) time.Time {
		now := time.Now()
		spent[i] += now.Sub(start)
		return now
	}
	for _, rec := range recs {
		t := time.Now()
		articles, rej := reader.Parse(rec, published)
		if rej != nil {
			return rej
		}
		t = lap(0, t)
		d := &transform.Document{Article: articles[0], Text: articles[0].Text}
		if articles[0].Language == "en" {
			d.Analysis = *text.Analyze(d.Text)
			t = lap(1, t)
			for i, a := range annotators {
				if err := a.Run(d); err != nil {
					return err
				}
				t = lap(2+i, t)
			}
		}
		load.FromDocument(d, load.AnnotationFull)
		lap(len(spent)-1, t)
	}
	var total time.Duration
	for _, s := range spent {
		total += s
	}
	names := []string{"extract", "language engine"}
	for _, a := range annotators {
		names = append(names, a.Name)
	}
	names = append(names, "rows")
	for i, s := range spent {
		fmt.Fprintf(w, "share of %s\t%.1f %%\n", names[i], 100*s.Seconds()/total.Seconds())
	}
	return nil
}

// naive compares with prose as its README calls it, and with one model for all.
func naive(w io.Writer, recs []*extract.Record, ours figures) error {
	measure := func(n int, opts ...prose.DocOpt) (float64, error) {
		words := 0
		start := cpuTime()
		for _, rec := range recs[:n] {
			if _, err := prose.NewDocument(string(rec.Data), opts...); err != nil {
				return 0, err
			}
			words += len(strings.Fields(string(rec.Data)))
		}
		return float64(words) / (cpuTime() - start).Seconds(), nil
	}
	perDoc, err := measure(8)
	if err != nil {
		return err
	}
	shared, err := measure(40, prose.UsingModel(prose.ModelFromData("shared")))
	if err != nil {
		return err
	}
	engine, words := time.Duration(0), 0
	for _, rec := range recs {
		s := string(rec.Data)
		start := cpuTime()
		text.Analyze(s)
		engine += cpuTime() - start
		words += len(strings.Fields(s))
	}
	whole, analyze := ours.words/ours.seconds, float64(words)/engine.Seconds()
	fmt.Fprintf(w, "language engine: words/s on one core\t%.0f\n", analyze)
	fmt.Fprintf(w, "prose, a model per document: words/s\t%.0f\n", perDoc)
	fmt.Fprintf(w, "prose, one model: words/s\t%.0f\n", shared)
	fmt.Fprintf(w, "all of dateline : prose, a model per document\t%.1f\n", whole/perDoc)
	fmt.Fprintf(w, "all of dateline : prose, one model\t%.1f\n", whole/shared)
	fmt.Fprintf(w, "language engine : prose, one model\t%.1f\n", analyze/shared)
	return nil
}
