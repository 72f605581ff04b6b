// Package pipeline puts the annotators together: an article goes in, an annotated
// document comes out.
package pipeline

import (
	"fmt"
	"runtime/debug"
	"strings"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/actor"
	"dateline/transform/date"
	"dateline/transform/event"
	"dateline/transform/number"
	"dateline/transform/place"
	"dateline/transform/text"
)

// Annotators are all there are; Order sorts them by what they require.
var Annotators = []*transform.Annotator{
	place.Annotator, // before date, which takes the local day from the dateline's place
	date.Annotator,
	number.Annotator,
	actor.Annotator,
	event.Annotator,
}

// Pipeline runs all annotators. It is safe for concurrent use.
type Pipeline struct{ annotators []*transform.Annotator }

// New makes a pipeline of all annotators.
func New() (*Pipeline, error) { return With(Annotators) }

// With makes a pipeline of the given annotators.
func With(annotators []*transform.Annotator) (*Pipeline, error) {
	ordered, err := transform.Order(annotators)
	if err != nil {
		return nil, err
	}
	return &Pipeline{annotators: ordered}, nil
}

// Coverage says how far an article was annotated: the values of articles.annotation.
type Coverage string

// The values of Coverage.
const (
	Full        Coverage = "full"
	Unsupported Coverage = "unsupported_language"
	Empty       Coverage = "empty"
)

// Run annotates an article. An article in another language than English, or without a
// text, comes back with its dateline's place alone: nothing is lost, nothing is guessed. A
// panic, always a bug, comes back as an error with its stack: one article is lost, not the
// run.
func (p *Pipeline) Run(a *extract.Article, explain func(annotator, message string)) (d *transform.Document, c Coverage, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, c, err = nil, "", fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	d = &transform.Document{Article: a, Text: a.Text, Explain: explain}
	if strings.TrimSpace(a.Text) == "" {
		return d, Empty, datelinePlace(d)
	}
	if a.Language != "" && a.Language != "en" && !strings.HasPrefix(a.Language, "en-") {
		return d, Unsupported, datelinePlace(d)
	}
	d.Analysis = *text.Analyze(a.Text)
	for _, ann := range p.annotators {
		if err := ann.Run(d); err != nil {
			return nil, "", fmt.Errorf("%s: %w", ann.Name, err)
		}
	}
	return d, Full, nil
}

// datelinePlace resolves the dateline, which needs no sentences.
func datelinePlace(d *transform.Document) error {
	if d.Article.Dateline.Raw == "" {
		return nil
	}
	return place.Annotator.Run(d)
}
