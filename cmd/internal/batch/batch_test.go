package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform"
	"dateline/transform/pipeline"
)

// memory is a sink that remembers.
type memory struct {
	texts   []string
	rejects []load.RejectRow
	failAt  int
	every   int
	notes   [][]byte
	noted   int
}

var errSink = errors.New("disk full")

func (m *memory) Add(r *load.Rows) (bool, error) {
	if m.failAt > 0 && len(m.texts) >= m.failAt {
		return false, errSink
	}
	if slices.Contains(m.texts, r.Article.Text) {
		return false, nil
	}
	m.texts = append(m.texts, r.Article.Text)
	return true, nil
}

func (m *memory) Due() bool { return m.every > 0 && len(m.texts)%m.every == 0 }

func (m *memory) Checkpoint(note any) error {
	b, err := json.Marshal(note)
	m.notes = append(m.notes, b)
	m.noted = len(m.texts)
	return err
}

func (m *memory) Reject(r load.RejectRow) error { m.rejects = append(m.rejects, r); return nil }

func options(t *testing.T, input string, sink Sink, workers int) Options {
	t.Helper()
	p, err := pipeline.With(nil)
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Inputs:   []reader.Input{{URI: "stdin"}},
		Reader:   reader.Reader{Limits: extract.DefaultLimits, Stdin: strings.NewReader(input)},
		Pipeline: p, Workers: workers, Sink: sink,
	}
}

func lines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"text":"Story number %d."}`+"\n", i)
	}
	return b.String()
}

func TestRunKeepsInputOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		var m memory
		r, err := Run(t.Context(), options(t, lines(500), &m, workers))
		if err != nil {
			t.Fatal(err)
		}
		if len(m.texts) != 500 || r.Counts.Articles != 500 || r.Counts.Read != 500 {
			t.Fatalf("%d workers: %d articles, counts %+v", workers, len(m.texts), r.Counts)
		}
		for i, got := range m.texts {
			if want := fmt.Sprintf("Story number %d.", i); got != want {
				t.Fatalf("%d workers: place %d has %q", workers, i, got)
			}
		}
	}
}

func TestRunAccountsForEveryRecord(t *testing.T) {
	var m memory
	in := lines(3) + "not json at all {\n" + lines(1) + `{"no":"story"}` + "\n"
	in = `{"text":"First."}` + "\n" + in
	var seen []string
	opt := options(t, in, &m, 2)
	opt.OnReject = func(r *extract.Reject) { seen = append(seen, string(r.Code)) }
	opt.Listing = []*extract.Reject{{Source: extract.Source{URI: "dir"}, Code: extract.CodeUnreadable}}
	r, err := Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	n := r.Counts
	if n.Records != n.Read+n.Rejected+n.Skipped || n.Read != 4 || n.Rejected != 3 || n.Skipped != 1 {
		t.Errorf("%+v", n)
	}
	if strings.Join(seen, " ") != "unreadable malformed not_an_article" || len(m.rejects) != 3 {
		t.Errorf("rejects %v", seen)
	}
	if r.Inputs[0].Records != 7 || r.Inputs[0].SHA256 == "" {
		t.Errorf("input %+v", r.Inputs[0])
	}
}

func TestRunStopsWhenTheSinkFails(t *testing.T) {
	m := memory{failAt: 5}
	if _, err := Run(t.Context(), options(t, lines(1000), &m, 4)); !errors.Is(err, errSink) {
		t.Fatalf("got %v, want the sink's error", err)
	}
}

func TestRunStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := memory{}
	opt := options(t, lines(100000), &m, 2)
	opt.Sink = &cancelling{Sink: &m, cancel: cancel}
	if _, err := Run(ctx, opt); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	if len(m.texts) > 1000 {
		t.Errorf("%d articles after the cancellation", len(m.texts))
	}
}

type cancelling struct {
	Sink
	cancel func()
}

func (c *cancelling) Add(r *load.Rows) (bool, error) { c.cancel(); return c.Sink.Add(r) }

func TestAnnotatorPanicIsAReject(t *testing.T) {
	var m memory
	opt := options(t, lines(3), &m, 2)
	p, err := pipeline.With([]*transform.Annotator{{Name: "bomb", Run: func(d *transform.Document) error {
		if strings.Contains(d.Text, "1") {
			panic("bomb")
		}
		return nil
	}}})
	if err != nil {
		t.Fatal(err)
	}
	opt.Pipeline = p
	r, err := Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if r.Counts.Articles != 2 || r.RejectsByCode["internal"] != 1 || !strings.Contains(m.rejects[0].Message, "bomb") {
		t.Errorf("%+v %+v", r.Counts, m.rejects)
	}
}

// TestRunGoesOnFromACheckpoint: what was done before the last checkpoint is not done again,
// and the counts come out the same.
func TestRunGoesOnFromACheckpoint(t *testing.T) {
	in := lines(95) + "{\n" + lines(1)
	var whole memory
	want, err := Run(t.Context(), options(t, in, &whole, 2))
	if err != nil {
		t.Fatal(err)
	}
	first := memory{every: 10, failAt: 57}
	if _, err := Run(t.Context(), options(t, in, &first, 2)); !errors.Is(err, errSink) {
		t.Fatal(err)
	}
	cp := new(Checkpoint)
	for _, note := range first.notes {
		if err := json.Unmarshal(note, cp); err != nil {
			t.Fatal(err)
		}
	}
	second := memory{texts: slices.Clone(first.texts[:first.noted])}
	opt := options(t, in, &second, 2)
	opt.Resume = cp
	got, err := Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if first.noted != 50 || !slices.Equal(second.texts, whole.texts) || got.Counts != want.Counts || got.RejectsByCode["malformed"] != 1 {
		t.Errorf("noted %d; %d texts, want %d; %+v, want %+v", first.noted, len(second.texts), len(whole.texts), got.Counts, want.Counts)
	}
}
