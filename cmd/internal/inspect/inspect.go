package inspect

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform"
	"dateline/transform/pipeline"
)

// Printer writes one article or reject to w. One that is an io.Closer is closed behind the
// last.
type Printer interface {
	Article(d *transform.Document, c pipeline.Coverage) error
	Reject(r *extract.Reject) error
}

// Options say what to read and how.
type Options struct {
	Inputs  []reader.Input
	Extract extract.Options
	Reader  reader.Reader
	// Explain, when set, receives one line per decision of the annotators.
	Explain func(annotator, message string)
}

// Run reads the inputs and prints each article in order.
func Run(opt Options, p *pipeline.Pipeline, out Printer) error {
	record := func(rec *extract.Record) error {
		articles, rej := reader.Parse(rec, opt.Extract)
		for _, a := range articles {
			d, c, err := p.Run(a, opt.Explain)
			if err != nil {
				if err := out.Reject(extract.Rejectf(rec, "transform", extract.CodeInternal, "please report this with the file", "%w", err)); err != nil {
					return err
				}
				continue
			}
			if err := out.Article(d, c); err != nil {
				return err
			}
		}
		if rej != nil {
			return out.Reject(rej)
		}
		return nil
	}
	for _, in := range opt.Inputs {
		if _, err := opt.Reader.Read(in, record); err != nil {
			return err
		}
	}
	if c, ok := out.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// JSON prints one line per article: {"article","mentions","events"}.
// Articles of one story within the call share its story_id.
func JSON(w io.Writer) Printer { return jsonPrinter{json.NewEncoder(w), load.NewStories()} }

type jsonPrinter struct {
	enc     *json.Encoder
	stories load.Stories
}

func (p jsonPrinter) Article(d *transform.Document, c pipeline.Coverage) error {
	p.enc.SetEscapeHTML(false)
	rows := load.FromDocument(d, string(c))
	p.stories.Assign(rows)
	return p.enc.Encode(rows)
}

func (p jsonPrinter) Reject(r *extract.Reject) error {
	return p.enc.Encode(map[string]load.RejectRow{"reject": load.FromReject(r)})
}

// CoNLLU prints one block per sentence.
func CoNLLU(w io.Writer) Printer { return conlluPrinter{w} }

type conlluPrinter struct{ w io.Writer }

func (p conlluPrinter) Reject(*extract.Reject) error { return nil }

func (p conlluPrinter) Article(d *transform.Document, _ pipeline.Coverage) error {
	w := bufio.NewWriter(p.w)
	points := load.NewCodePoints(d.Text)
	for i, s := range d.Sentences {
		fmt.Fprintf(w, "# article_id = %s\n", d.Article.ID)
		if d.Article.ExternalID != "" {
			fmt.Fprintf(w, "# external_id = %s\n", d.Article.ExternalID)
		}
		fmt.Fprintf(w, "# sent_id = %s-%d\n# text = %s\n", d.Article.ID, i, d.Text[s.Start:s.End])
		for j := s.First; j < s.Last; j++ {
			t := &d.Tokens[j]
			head, rel := 0, t.Rel
			if t.Head >= 0 {
				head = t.Head - s.First + 1
			} else if rel == "" {
				rel = "root"
			}
			ner := t.Entity
			if ner == "" {
				ner = "O"
			}
			misc := fmt.Sprintf("start_char=%d|end_char=%d|NER=%s", points.At(t.Start), points.At(t.End), ner)
			if j+1 < s.Last && d.Tokens[j+1].Start == t.End {
				misc = "SpaceAfter=No|" + misc
			}
			fmt.Fprintf(w, "%d\t%s\t%s\t_\t%s\t_\t%d\t%s\t_\t%s\n", j-s.First+1, d.Text[t.Start:t.End], orBlank(t.Lemma), orBlank(t.Tag), head, orBlank(rel), misc)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

func orBlank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
