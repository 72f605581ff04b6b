package inspect

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"dateline/cmd/internal/console"
	"dateline/extract"
	"dateline/load"
	"dateline/transform"
	"dateline/transform/pipeline"
)

// Text prints an article for people: its head, each sentence with the mentions found in
// it, and the events as a table.
func Text(w io.Writer) Printer { return textPrinter{w} }

type textPrinter struct{ w io.Writer }

func (p textPrinter) Reject(r *extract.Reject) error {
	_, err := fmt.Fprintf(p.w, "%s: rejected: %s\n\n", r.Source.URI, r.Error())
	return err
}

func (p textPrinter) Article(d *transform.Document, c pipeline.Coverage) error {
	w := bufio.NewWriter(p.w)
	rows := load.FromDocument(d, string(c))
	head(w, &rows.Article)
	next := 0
	for i, s := range d.Sentences {
		fmt.Fprintf(w, "[%d] %s\n", i, strings.Join(strings.Fields(d.Text[s.Start:s.End]), " "))
		for ; next < len(rows.Mentions) && int(rows.Mentions[next].Sentence) <= i; next++ {
			fmt.Fprintf(w, "      %s\n", mention(&rows.Mentions[next]))
		}
	}
	if len(rows.Events) > 0 {
		fmt.Fprintln(w)
		console.Events(w, rows.Events)
	}
	fmt.Fprintln(w)
	return w.Flush()
}

// head prints the article's own fields, those that are known.
func head(w io.Writer, a *load.ArticleRow) {
	fmt.Fprintf(w, "%s (%s, %s)\n", a.SourceURI, a.SourceFormat, a.Annotation)
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-10s %s\n", name, value)
		}
	}
	line("headline", a.Headline)
	line("agency", a.Agency)
	line("dateline", a.Dateline)
	line("place", strings.Trim(a.DatelinePlace+", "+a.DatelineCountry, ", "))
	if a.PublishedDate != nil {
		line("published", a.PublishedDate.String()+" ("+a.PublishedBasis+")")
	}
	line("bylines", strings.Join(a.Bylines, "; "))
	line("language", a.Language)
	line("sign-off", a.SignOff)
	fmt.Fprintln(w)
}

// mention is one line: the characters and what they were read as.
func mention(m *load.MentionRow) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(m.Kind)
	add(fmt.Sprintf("%q", m.Text))
	switch m.Kind {
	case "date":
		add(m.DateType)
		add(m.DateValue)
		if m.DateStart != nil && m.DateEnd != nil {
			add(m.DateStart.String() + "/" + m.DateEnd.String())
		}
		add(m.DateBasis)
	case "number":
		add(m.NumberBound)
		if m.NumberValue != nil {
			add(fmt.Sprintf("%g", *m.NumberValue))
		}
		add(m.NumberUnit)
		add(m.NumberNoun)
		add(m.NumberCategory)
	case "place":
		add(m.PlaceName)
		add(m.PlaceFeature)
		add(m.PlaceCountry)
		if m.PlaceLat != nil && m.PlaceLon != nil {
			add(fmt.Sprintf("%.3f,%.3f", *m.PlaceLat, *m.PlaceLon))
		}
	case "actor":
		add(m.ActorName)
		add(m.ActorCode)
		add(m.ActorRole)
	}
	return strings.Join(parts, "  ")
}
