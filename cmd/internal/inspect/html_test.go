package inspect

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline/cmd/internal/page/pagetest"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

const hostile = `QAMINAS, Syria (AFP) — Syrian and Turkish forces on Monday exchanged fire near “Idlib” <script>alert("1")</script>.

Turkey's army killed 101 soldiers, a spokesman said </p></style><img src=x onerror=alert(2)> on Tuesday & Wednesday.`

// printed runs the pipeline over a text and returns the page.
func printed(t *testing.T, texts ...string) string {
	t.Helper()
	var b strings.Builder
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	out := HTML(&b)
	for i, text := range texts {
		a := &extract.Article{Text: text, Headline: "<b>Guns & “butter”</b>", Language: "en", Agency: "AFP"}
		a.ID = extract.ArticleID("AFP", strconv.Itoa(i), text)
		d, c, err := p.Run(a, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := out.Article(d, c); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.(io.Closer).Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// plain is the article as the page shows it: its paragraphs.
func plain(p pagetest.Page) string {
	var out []string
	for _, row := range p.All("div", "row") {
		for c := range row.ChildNodes() {
			if c.Data == "p" {
				out = append(out, pagetest.Text(c))
			}
		}
	}
	return strings.Join(out, "\n\n")
}

func TestHTMLShowsMarkupAndNeverObeysIt(t *testing.T) {
	source := printed(t, hostile)
	p := pagetest.Parse(t, source)
	if got := plain(p); got != hostile {
		t.Errorf("the page's text is\n%q\nwant\n%q", got, hostile)
	}
	if strings.Contains(source, "<script") || strings.Contains(source, "<img") {
		t.Error("markup of the article is markup of the page")
	}
	if h := p.All("h1", ""); len(h) != 1 || pagetest.Text(h[0]) != "<b>Guns & “butter”</b>" {
		t.Error("the headline is not shown as it is")
	}
	if source != printed(t, hostile) {
		t.Error("the same article gives another page")
	}
}

// Every mention is one focusable mark over exactly its characters, described by what it
// was read as.
func TestHTMLMarksEveryMentionOnce(t *testing.T) {
	p := pagetest.Parse(t, printed(t, hostile))
	text := []rune(hostile)
	rows := rowsOf(t, hostile)
	if len(rows.Mentions) < 6 || len(rows.Events) < 1 {
		t.Fatalf("only %d mentions, %d events: the text is no test", len(rows.Mentions), len(rows.Events))
	}
	var marks []*html.Node
	for _, m := range p.All("mark", "") {
		if pagetest.Attr(m, "id") != "" {
			marks = append(marks, m)
		}
	}
	if len(marks) != len(rows.Mentions) {
		t.Fatalf("%d marks for %d mentions", len(marks), len(rows.Mentions))
	}
	for i, m := range rows.Mentions {
		n := p.ByID("a1-m" + strconv.Itoa(i))
		if n == nil {
			t.Fatalf("no mark for %q", m.Text)
		}
		if got := pagetest.Text(n); got != m.Text || got != string(text[m.Start:m.End]) {
			t.Errorf("mark over %q, mention is %q", got, m.Text)
		}
		if pagetest.Attr(n, "tabindex") != "0" || pagetest.Attr(n, "data-start") != strconv.Itoa(int(m.Start)) {
			t.Errorf("%q: not focusable, or elsewhere", m.Text)
		}
		d := pagetest.Text(p.ByID(pagetest.Attr(n, "aria-describedby")))
		if d != tip(&m) || d != pagetest.Attr(n, "data-tip") {
			t.Errorf("%q is described as %q, want %q", m.Text, d, tip(&m))
		}
	}
}

func TestHTMLHasACardPerEventBesideItsParagraph(t *testing.T) {
	p := pagetest.Parse(t, printed(t, hostile))
	rows := rowsOf(t, hostile)
	if got := len(p.All("section", "card")); got != len(rows.Events) {
		t.Fatalf("%d cards for %d events", got, len(rows.Events))
	}
	for i, e := range rows.Events {
		card := p.ByID("a1-e" + strconv.Itoa(i+1))
		row := card.Parent.Parent
		if !strings.Contains(pagetest.Text(row), strings.SplitN(e.SentenceText, "\n", 2)[0]) {
			t.Errorf("event %d is beside another paragraph", i+1)
		}
		colour := "c" + strconv.Itoa(i%colours)
		if !strings.Contains(pagetest.Attr(card, "class"), colour) {
			t.Errorf("event %d: class %q", i+1, pagetest.Attr(card, "class"))
		}
		for j, m := range rows.Mentions {
			if m.MentionID != e.SourceMentionID && m.MentionID != e.TargetMentionID {
				continue
			}
			if c := pagetest.Attr(p.ByID("a1-m"+strconv.Itoa(j)), "class"); !strings.Contains(c, "k"+strconv.Itoa(i%colours)) {
				t.Errorf("%q is part of event %d, class %q", m.Text, i+1, c)
			}
		}
	}
}

func TestHTMLOfSeveralAndOfNone(t *testing.T) {
	p := pagetest.Parse(t, printed(t, hostile, "Second story.", ""))
	if n := len(p.All("article", "story")); n != 3 {
		t.Errorf("%d articles", n)
	}
	if pagetest.Text(p.All("h1", "")[0]) == "" {
		t.Error("no title")
	}
	pagetest.Parse(t, printed(t))

	var b strings.Builder
	out := HTML(&b)
	if err := out.Reject(&extract.Reject{Code: "unknown_format", Message: "<i>what?</i>", Source: extract.Source{URI: "x.bin"}}); err != nil {
		t.Fatal(err)
	}
	if err := out.(io.Closer).Close(); err != nil {
		t.Fatal(err)
	}
	pagetest.Parse(t, b.String())
	if !strings.Contains(b.String(), "&lt;i&gt;what?") {
		t.Error("the reject's message is missing")
	}
}

// Every fixture's page shows its text whole.
func TestHTMLKeepsTheTextOfFixtures(t *testing.T) {
	inputs, err := reader.List(t.Context(), []string{"../../../fixtures/articles"}, func(string, error) {})
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	read := reader.Reader{Limits: extract.DefaultLimits}
	for _, in := range inputs {
		_, err := read.Read(in, func(rec *extract.Record) error {
			articles, _ := reader.Parse(rec, extract.Options{})
			for _, a := range articles {
				d, c, err := p.Run(a, nil)
				if err != nil {
					return err
				}
				var b strings.Builder
				out := HTML(&b)
				if err := out.Article(d, c); err != nil {
					return err
				}
				if got := plain(pagetest.Parse(t, b.String())); got != a.Text {
					t.Errorf("%s: the page's text is\n%q\nwant\n%q", a.Source.URI, got, a.Text)
				}
				seen++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 30 {
		t.Errorf("only %d articles seen", seen)
	}
}

func rowsOf(t *testing.T, text string) *load.Rows {
	t.Helper()
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	a := &extract.Article{Text: text, Headline: "<b>Guns & “butter”</b>", Language: "en", Agency: "AFP"}
	a.ID = extract.ArticleID("AFP", "0", text)
	d, c, err := p.Run(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	return load.FromDocument(d, string(c))
}

func TestHTMLInANarrowBrowser(t *testing.T) {
	long := "The " + strings.Repeat("x", 300) + " said on Monday that Syrian forces killed 101 soldiers in Idlib."
	pagetest.Narrow(t, printed(t, hostile, long))
}
