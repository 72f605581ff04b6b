package inspect

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"dateline/cmd/internal/console"
	"dateline/cmd/internal/page"
	"dateline/extract"
	"dateline/load"
	"dateline/transform"
	"dateline/transform/pipeline"
)

//go:embed article.html
var articleHTML string

var templates = sync.OnceValue(func() *template.Template { return page.Parse(articleHTML, nil) })

// HTML prints one self-contained page: each article with its mentions highlighted, the
// events beside their paragraphs, a map. Close ends the page.
func HTML(w io.Writer) Printer { return &htmlPrinter{w: w} }

type htmlPrinter struct {
	w io.Writer
	n int // articles and rejects so far
}

func (p *htmlPrinter) Reject(r *extract.Reject) error {
	if err := p.begin("Rejected"); err != nil {
		return err
	}
	return templates().ExecuteTemplate(p.w, "reject", load.FromReject(r))
}

func (p *htmlPrinter) Article(d *transform.Document, c pipeline.Coverage) error {
	rows := load.FromDocument(d, string(c))
	if err := p.begin(title(&rows.Article)); err != nil {
		return err
	}
	return templates().ExecuteTemplate(p.w, "article", newStory(p.n, rows))
}

// Close ends the page.
func (p *htmlPrinter) Close() error {
	if p.n == 0 {
		if err := p.begin("No articles"); err != nil {
			return err
		}
	}
	return templates().ExecuteTemplate(p.w, "foot", nil)
}

// Write writes one article as HTML prints it between the head and the foot of a page.
func Write(w io.Writer, rows *load.Rows) error {
	return templates().ExecuteTemplate(w, "article", newStory(1, rows))
}

// EventID is the id of the element of an article's event by its number, from 0.
func EventID(n int) string { return fmt.Sprintf("a1-e%d", n+1) }

// Fact is a name and a value to show.
type Fact = fact

// EventFacts are what there is to tell of an event beside who and whom.
func EventFacts(e *load.EventRow) []Fact { return eventFacts(e) }

// begin counts, and writes the head of the page before the first article.
func (p *htmlPrinter) begin(title string) error {
	p.n++
	if p.n > 1 {
		return nil
	}
	return templates().ExecuteTemplate(p.w, "intro", page.Head{Title: title + " · dateline"})
}

func title(a *load.ArticleRow) string {
	if a.Headline != "" {
		return a.Headline
	}
	return a.SourceURI
}

// story is an article as the template wants it.
type story struct {
	ID         string // prefix of the ids of its elements
	Title      string
	Article    load.ArticleRow
	Facts      []fact
	Map        *page.Map
	Paragraphs []paragraph
	Counts     []kindCount
}

type fact struct{ Name, Value string }

type kindCount struct {
	Kind string
	N    int
}

// paragraph is a paragraph and the events whose triggers are in it.
type paragraph struct {
	Nodes    []node
	Mentions []*mark
	Cards    []card
}

// mark is a mention, or the trigger of events.
type mark struct {
	ID         string
	Kind       string // date number place actor trigger
	Tip        string
	Start, End int32
	Tags       []tag
	Colours    []int // of the events it is part of
}

// tag shows which event a mark belongs to: "1" the trigger, "1▸" its source, "▸1" its target.
type tag struct {
	Label  string
	Colour int
}

// card is an event.
type card struct {
	load.EventRow
	ID, Trigger string // element ids
	N, Colour   int
	Facts       []fact
}

// Unreal reports whether the event is not told as something that happened.
func (c card) Unreal() bool { return c.Status != "happened" && c.Status != "ongoing" }

// colours is how many colours the style sheet has for events.
const colours = 8

func newStory(n int, rows *load.Rows) *story {
	s := &story{ID: fmt.Sprintf("a%d", n), Title: title(&rows.Article), Article: rows.Article, Facts: articleFacts(&rows.Article)}
	marks := map[string]*mark{}
	var spans []span
	for i := range rows.Mentions {
		m := &rows.Mentions[i]
		k := &mark{ID: fmt.Sprintf("%s-m%d", s.ID, i), Kind: m.Kind, Tip: tip(m), Start: m.Start, End: m.End}
		marks[m.MentionID] = k
		spans = append(spans, span{start: int(m.Start), end: int(m.End), rank: 1, mark: k})
	}
	var cards []card
	triggers := map[[2]int32]*mark{}
	for i := range rows.Events {
		e := &rows.Events[i]
		c := card{EventRow: *e, ID: fmt.Sprintf("%s-e%d", s.ID, i+1), N: i + 1, Colour: i % colours, Facts: eventFacts(e)}
		at := [2]int32{e.Start, e.End}
		t := triggers[at]
		if t == nil && e.Start < e.End {
			t = &mark{ID: fmt.Sprintf("%s-t%d", s.ID, i+1), Kind: "trigger", Start: e.Start, End: e.End}
			triggers[at] = t
			spans = append(spans, span{start: int(e.Start), end: int(e.End), rank: 2, mark: t})
		}
		if t != nil {
			c.Trigger = t.ID
		}
		t.join(fmt.Sprint(c.N), c.Colour)
		marks[e.SourceMentionID].join(fmt.Sprintf("%d▸", c.N), c.Colour)
		marks[e.TargetMentionID].join(fmt.Sprintf("▸%d", c.N), c.Colour)
		cards = append(cards, c)
	}
	s.Paragraphs = paragraphs(rows.Article.Text, spans, cards)
	s.Map = placesMap(rows.Mentions)
	s.Counts = counts(rows)
	return s
}

// join makes the mark part of an event; there may be no mark.
func (m *mark) join(label string, colour int) {
	if m == nil {
		return
	}
	m.Tags = append(m.Tags, tag{label, colour})
	if !slices.Contains(m.Colours, colour) {
		m.Colours = append(m.Colours, colour)
	}
}

// paragraphs cuts the text at blank lines, unless a span runs over one.
func paragraphs(text string, spans []span, cards []card) []paragraph {
	var out []paragraph
	runes := []rune(text)
	slices.SortStableFunc(spans, outerFirst)
	slices.SortStableFunc(cards, func(a, b card) int { return int(a.Start - b.Start) })
	for from := 0; from < len(runes); {
		to, next := from, 0
		reach := from // end of the spans that began so far
		var own []span
		for ; to < len(runes); to++ {
			for ; len(spans) > 0 && spans[0].start <= to; spans = spans[1:] {
				own = append(own, spans[0])
				reach = max(reach, spans[0].end)
			}
			if to >= reach && to+1 < len(runes) && runes[to] == '\n' && runes[to+1] == '\n' {
				next = 2
				break
			}
		}
		p := paragraph{Nodes: nest(runes, from, to, own)}
		for _, s := range own {
			if s.mark.Kind != "trigger" {
				p.Mentions = append(p.Mentions, s.mark)
			}
		}
		for len(cards) > 0 && (int(cards[0].Start) < to || to >= len(runes)) {
			p.Cards, cards = append(p.Cards, cards[0]), cards[1:]
		}
		out = append(out, p)
		from = to + next
	}
	return out
}

// placesMap has a dot per place that has coordinates; nil when there is none.
func placesMap(mentions []load.MentionRow) *page.Map {
	var dots []page.Dot
	for i := range mentions {
		m := &mentions[i]
		if m.Kind != "place" || m.PlaceLat == nil || m.PlaceLon == nil {
			continue
		}
		k := slices.IndexFunc(dots, func(d page.Dot) bool {
			return d.Name == m.PlaceName && d.Lat == *m.PlaceLat && d.Lon == *m.PlaceLon
		})
		if k < 0 {
			k = len(dots)
			dots = append(dots, page.Dot{Name: m.PlaceName, Lat: *m.PlaceLat, Lon: *m.PlaceLon})
		}
		dots[k].Weight++
	}
	if len(dots) == 0 {
		return nil
	}
	var names []string
	for i := range dots {
		dots[i].Note = fmt.Sprintf("%.0f×, %.2f, %.2f", dots[i].Weight, dots[i].Lat, dots[i].Lon)
		names = append(names, dots[i].Name)
	}
	m := page.NewMap("Places in the article: "+strings.Join(names, ", "), dots, false)
	return &m
}

func counts(rows *load.Rows) []kindCount {
	out := []kindCount{{Kind: "date"}, {Kind: "place"}, {Kind: "actor"}, {Kind: "number"}}
	for i := range rows.Mentions {
		for k := range out {
			if out[k].Kind == rows.Mentions[i].Kind {
				out[k].N++
			}
		}
	}
	return out
}

// articleFacts are the article's own fields, those that are known.
func articleFacts(a *load.ArticleRow) []fact {
	var f facts
	f.add("source", a.SourceURI+" ("+a.SourceFormat+", "+a.Annotation+")")
	f.add("agency", a.Agency)
	f.add("dateline", a.Dateline)
	f.add("dateline place", strings.Trim(a.DatelinePlace+", "+a.DatelineCountry, ", "))
	if a.PublishedDate != nil {
		f.add("published", a.PublishedDate.String()+" ("+a.PublishedBasis+")")
	}
	f.add("bylines", strings.Join(a.Bylines, "; "))
	f.add("language", a.Language)
	f.add("sign-off", a.SignOff)
	f.add("article id", a.ArticleID)
	return f
}

// eventFacts are what a card lists below who and whom.
func eventFacts(e *load.EventRow) []fact {
	var f facts
	if e.DateStart != nil || e.DateEnd != nil {
		f.add("when", console.Dates(e)+" ("+e.DateBasis+")")
	}
	f.add("where", strings.Trim(e.PlaceName+", "+e.PlaceCountry, ", "))
	f.add("toll", console.Toll(e))
	f.add("status", fmt.Sprintf("%s, %s, confidence %.2f", e.Status, e.Verification, e.Confidence))
	f.add("says", strings.TrimSpace(e.AttributedTo+" "+paren(e.AttributionVerb)))
	f.add("contexts", strings.Join(e.EventContexts, ", "))
	f.add("rule", e.Rule)
	return f
}

type facts []fact

func (f *facts) add(name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		*f = append(*f, fact{name, value})
	}
}

func paren(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}
