package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"dateline/extract"
	"dateline/load"
)

// Result counts a run.
type Result struct {
	Counts        load.Counts
	Inputs        []load.ManifestInput
	RejectsByCode map[string]int64
	Elapsed       time.Duration
	// Parsed are the articles that came out of records, Annotated those of them that the
	// pipeline took.
	Parsed, Annotated int64
	RejectsByStage    map[string]int64

	Stages   Stages
	Spent    []time.Duration // beside Inputs: all stages
	Outside  int64           // articles outside the window
	Cut      bool            // ended by MaxArticles
	Position int64           `json:"-"` // byte offset in the input that is being read, uncompressed
}

// Stages is the time spent in each stage. Workers' times add up, so that the sum may
// exceed what passed on the clock.
type Stages struct{ Read, Extract, Transform, Load time.Duration }

// RejectRate is the share of records that were rejected, 0..1.
func (r *Result) RejectRate() float64 {
	if r.Counts.Records == 0 {
		return 0
	}
	return float64(r.Counts.Rejected) / float64(r.Counts.Records)
}

// Checkpoint is how far a run has come: all records before the current input, and as many
// of it as its count says. It is told in notes, decoded into it in turn.
type Checkpoint struct {
	Input  int
	Result Result // of the inputs up to the current one
}

// note is what a sink is to remember: the result, but of its inputs only those that have
// changed since the note before.
type note struct {
	From, Input int
	Result      Result
}

// UnmarshalJSON adds a note.
func (c *Checkpoint) UnmarshalJSON(b []byte) error {
	var n note
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	r := &n.Result
	if had := len(c.Result.Inputs); n.From > had || n.Input+1-n.From != len(r.Inputs) || len(r.Inputs) != len(r.Spent) {
		return fmt.Errorf("checkpoint: a note of %d inputs from number %d up to %d, behind notes of %d", len(r.Inputs), n.From, n.Input, had)
	}
	r.Inputs, r.Spent = append(c.Result.Inputs[:n.From], r.Inputs...), append(c.Result.Spent[:n.From], r.Spent...)
	c.Input, c.Result = n.Input, n.Result
	return nil
}

// writer drains outcomes into the sink, in order.
type writer struct {
	opt     Options
	result  Result
	parts   map[string]bool // partitions of the current input
	current int             // the input that is being written
	noted   int             // the first input that has changed since the last checkpoint
	started time.Time
}

func newWriter(opt Options) *writer {
	w := &writer{
		opt:     opt,
		started: time.Now(),
		result:  Result{RejectsByCode: map[string]int64{}, RejectsByStage: map[string]int64{}, Inputs: make([]load.ManifestInput, len(opt.Inputs)), Spent: make([]time.Duration, len(opt.Inputs))},
	}
	for i, in := range opt.Inputs {
		w.result.Inputs[i].URI = in.URI
	}
	w.parts = map[string]bool{}
	if r := opt.Resume; r != nil {
		fresh := w.result
		w.result, w.current, w.noted = r.Result, r.Input, r.Input
		w.result.Inputs = append(w.result.Inputs, fresh.Inputs[len(w.result.Inputs):]...)
		w.result.Spent = append(w.result.Spent, fresh.Spent[len(w.result.Spent):]...)
		for _, p := range w.result.Inputs[r.Input].Partitions {
			w.parts[p] = true
		}
	}
	return w
}

func (w *writer) drain(ctx context.Context, ordered <-chan *job) error {
	for _, r := range w.listing() {
		w.result.Counts.Records++
		w.result.Counts.Rejected++
		if err := w.reject(r); err != nil {
			return err
		}
	}
	if w.enough(w.current) {
		return errEnough
	}
	for j := range ordered {
		w.current = j.input
		if j.ended {
			w.endInput(j)
			continue
		}
		select {
		case out := <-j.out:
			w.result.Position = j.rec.Source.Offset
			if err := w.take(j.input, out); err != nil {
				return err
			}
			if w.opt.Progress != nil {
				w.opt.Progress(&w.result)
			}
			if w.enough(j.input) {
				return errEnough
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// listing are the rejects from before the first record, unless they were written before.
func (w *writer) listing() []*extract.Reject {
	if w.opt.Resume != nil {
		return nil
	}
	return w.opt.Listing
}

func (w *writer) endInput(j *job) {
	clear(w.parts)
	in := &w.result.Inputs[j.input]
	in.SHA256, in.Bytes = j.digest.SHA256, j.digest.Bytes
	w.result.Counts.Inputs++
	w.result.Counts.InputBytes += j.digest.Bytes
	w.result.Position = 0
	w.result.Stages.Read += j.took
	w.result.Spent[j.input] += j.took
	if w.opt.Progress != nil {
		w.opt.Progress(&w.result)
	}
}

// enough reports whether the run has as many articles as it was to have.
func (w *writer) enough(input int) bool {
	return w.opt.MaxArticles > 0 && w.result.Counts.Articles >= w.opt.MaxArticles && input >= w.opt.Whole
}

// spend notes where the time of one record went.
func (w *writer) spend(input int, s Stages, writing time.Duration) {
	t := &w.result.Stages
	t.Extract += s.Extract
	t.Transform += s.Transform
	t.Load += writing
	w.result.Spent[input] += s.Extract + s.Transform + writing
}

// take writes one record's outcome. A record counts once: as read when it gave a new
// article, else as rejected when it gave a reject, else as skipped.
func (w *writer) take(input int, out outcome) error {
	in, n := &w.result.Inputs[input], &w.result.Counts
	n.Records++
	in.Records++
	began := time.Now()
	defer func() { w.spend(input, out.spent, time.Since(began)) }()
	w.result.Parsed += out.parsed
	w.result.Outside += out.outside
	w.result.Annotated += int64(len(out.rows))
	fresh := 0
	for _, rows := range out.rows {
		if w.enough(input) {
			break
		}
		added, err := w.opt.Sink.Add(rows)
		if err != nil {
			return err
		}
		if p := load.Partition(&rows.Article); !w.parts[p] {
			w.parts[p] = true
			in.Partitions = append(in.Partitions, p)
		}
		if !added {
			in.NoteDuplicate(rows.Article.ArticleID)
			continue
		}
		fresh++
		in.Articles++
		n.Articles++
		n.Mentions += int64(len(rows.Mentions))
		n.Events += int64(len(rows.Events))
	}
	for _, r := range out.rejects {
		in.Rejects++
		if err := w.reject(r); err != nil {
			return err
		}
	}
	switch {
	case fresh > 0:
		n.Read++
	case len(out.rejects) > 0:
		n.Rejected++
	default:
		n.Skipped++
	}
	if w.opt.Sink.Due() {
		return w.checkpoint(input)
	}
	return nil
}

// checkpoint notes how far the run has come.
func (w *writer) checkpoint(input int) error {
	n := note{From: w.noted, Input: input, Result: w.result}
	n.Result.Inputs, n.Result.Spent = w.result.Inputs[w.noted:input+1], w.result.Spent[w.noted:input+1]
	w.noted = input
	return w.opt.Sink.Checkpoint(&n)
}

func (w *writer) reject(r *extract.Reject) error {
	w.result.Counts.Rejects++
	w.result.RejectsByCode[string(r.Code)]++
	w.result.RejectsByStage[r.Stage]++
	if w.opt.OnReject != nil {
		w.opt.OnReject(r)
	}
	return w.opt.Sink.Reject(load.FromReject(r))
}
