package browser_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"dateline/cmd/internal/datadict"
	"dateline/cmd/internal/inspect"
	"dateline/cmd/internal/page/browser"
	"dateline/cmd/internal/report"
	"dateline/cmd/internal/view"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

// stories are the project's own text fixtures.
func stories(t *testing.T) []*extract.Article {
	t.Helper()
	paths, err := filepath.Glob("../../../../fixtures/articles/*.txt")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%v: %d fixtures", err, len(paths))
	}
	var out []*extract.Article
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rec := &extract.Record{Source: extract.Source{URI: filepath.Base(path)}, Name: path, Data: b}
		articles, _ := reader.Parse(rec, extract.Options{Published: time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC)})
		out = append(out, articles...)
	}
	return out
}

func annotator(t *testing.T) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// saved writes a page to a file and returns its address.
func saved(t *testing.T, name string, write func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name+".html")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// dataset writes the stories as a run would.
func dataset(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "events")
	w, err := load.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Start(load.Options{RunID: "r", RunDate: 18303}); err != nil {
		t.Fatal(err)
	}
	p := annotator(t)
	for _, a := range stories(t) {
		d, c, err := p.Run(a, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Add(load.FromDocument(d, string(c))); err != nil {
			t.Fatal(err)
		}
	}
	rec := &extract.Record{Source: extract.Source{URI: "broken.bin"}, Data: []byte{1, 2, 3}}
	_, rej := reader.Parse(rec, extract.Options{})
	if err := w.Reject(load.FromReject(rej)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Commit(func(*load.Manifest) {}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// spans compares every mark with the characters of its article, as code points, and wants
// it to be seen.
const spans = `(() => {
  const wrong = [];
  let n = 0;
  for (const story of document.querySelectorAll('article.story')) {
    const text = Array.from([...story.querySelectorAll('.row > p')].map(p => p.textContent).join('\n\n'));
    for (const m of story.querySelectorAll('[data-start]')) {
      n++;
      const want = text.slice(+m.dataset.start, +m.dataset.end).join(''), box = m.getBoundingClientRect();
      if (!want.startsWith(m.textContent) || m.textContent == '' || box.width < 1 || box.height < 8) wrong.push(m.textContent + ' is not ' + want);
    }
  }
  return {n, wrong};
})()`

// tips moves the focus over the marks of the first story and lists those that then do not
// show what they were read as.
const tips = `[...document.querySelectorAll('article.story mark[tabindex]')].slice(0, 40).filter(m => {
  m.focus(); return !m.matches(":focus") || !getComputedStyle(m, '::after').content.includes(m.dataset.tip);
}).map(m => m.textContent)`

func TestInspect(t *testing.T) {
	b := browser.Start(t)
	address := saved(t, "inspect", func(out *bytes.Buffer) error {
		p, printer := annotator(t), inspect.HTML(out)
		for _, a := range stories(t)[:6] {
			d, c, err := p.Run(a, nil)
			if err != nil {
				return err
			}
			if err := printer.Article(d, c); err != nil {
				return err
			}
		}
		return printer.(interface{ Close() error }).Close()
	})
	page := b.Open(t, address, address)
	var got struct {
		N     int
		Wrong []string
	}
	page.Eval(spans, &got)
	if got.N < 50 || len(got.Wrong) > 0 {
		t.Errorf("%d marks, wrong ones: %q", got.N, got.Wrong)
	}
	var silent []string
	page.Eval(tips, &silent)
	if len(silent) > 0 {
		t.Errorf("marks that do not tell what they are: %q", silent)
	}
	page.Look("inspect")
}

func TestReport(t *testing.T) {
	b := browser.Start(t)
	dir := dataset(t)
	address := saved(t, "report", func(out *bytes.Buffer) error { return report.Write(t.Context(), out, dir) })
	page := b.Open(t, address, address)
	var drawn int
	page.Eval(`[...document.querySelectorAll('circle.dot, .chart rect')].filter(x => x.getBoundingClientRect().width > 0).length`, &drawn)
	if drawn < 10 {
		t.Errorf("%d dots and bars are seen", drawn)
	}
	page.Look("report")
}

func TestDictionary(t *testing.T) {
	b := browser.Start(t)
	address := saved(t, "dictionary", func(out *bytes.Buffer) error {
		tables, err := datadict.Make(load.Schema())
		if err != nil {
			return err
		}
		return datadict.WriteHTML(out, tables, load.SchemaVersion)
	})
	b.Open(t, address, address).Look("dictionary")
}

// The filter is filled in and sent by the keyboard, an event is read in its article.
func TestView(t *testing.T) {
	b := browser.Start(t)
	s, err := view.New(t.Context(), dataset(t), "events", 0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go s.Serve(ctx)
	page := b.Open(t, s.URL(), strings.TrimSuffix(s.URL(), "/"))
	page.Look("view")

	page.Run(chromedp.SetValue(`select[name=type]`, "ASSAULT"), chromedp.Focus(`input[name=killed]`), chromedp.SendKeys(`input[name=killed]`, "1"), chromedp.SendKeys(`input[name=killed]`, kb.Enter),
		chromedp.WaitVisible(`.filter a`))
	var types []string
	page.Eval(`[...document.querySelectorAll('.hit h3 a')].map(a => a.textContent.trim().split(' ')[0])`, &types)
	for _, typ := range types {
		if typ != "ASSAULT" {
			t.Errorf("the filter lets through %s", typ)
		}
	}
	var kept string
	page.Eval(`document.querySelector('select[name=type]').value + document.querySelector('input[name=killed]').value`, &kept)
	if len(types) == 0 || kept != "ASSAULT1" {
		t.Errorf("%d events; the form shows %s", len(types), kept)
	}
	page.Look("view-filtered")

	page.Run(chromedp.Focus(`.hit h3 a`), chromedp.SendKeys(`.hit h3 a`, kb.Enter), chromedp.WaitVisible(`article.story`))
	var target string
	page.Eval(`document.querySelector(':target').querySelector('h2').textContent`, &target)
	if !strings.Contains(target, "ASSAULT") {
		t.Errorf("led to %q", target)
	}
	var got struct {
		N     int
		Wrong []string
	}
	page.Eval(spans, &got)
	if got.N < 5 || len(got.Wrong) > 0 {
		t.Errorf("%d marks, wrong ones: %q", got.N, got.Wrong)
	}
	page.Look("view-article")
}

// The address alone, without its token, shows nothing; a page of another origin cannot
// read it.
func TestViewKeepsOthersOut(t *testing.T) {
	b := browser.Start(t)
	s, err := view.New(t.Context(), dataset(t), "events", 0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go s.Serve(ctx)
	foreign := saved(t, "foreign", func(out *bytes.Buffer) error {
		_, err := out.WriteString(`<!DOCTYPE html><title>x</title><iframe id="f" src="` + s.URL() + `"></iframe>`)
		return err
	})
	page := b.Open(t, foreign, "") // it may ask for whatever it likes
	var read string
	page.Run(chromedp.Evaluate(`fetch("`+s.URL()+`").then(r => r.text(), e => "refused")`, &read, chromedp.EvalAsValue, awaiting))
	if read != "refused" {
		t.Errorf("a foreign page reads %.60q", read)
	}
}
