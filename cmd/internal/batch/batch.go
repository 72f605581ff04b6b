package batch

import (
	"context"
	"errors"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

// Sink takes what a run makes, in input order.
type Sink interface {
	// Add reports false where the sink has the article already.
	Add(*load.Rows) (bool, error)
	Reject(load.RejectRow) error
	// Due asks between two records whether a checkpoint should be made.
	Due() bool
	// Checkpoint keeps a note; a run that is taken up decodes all of them, in order, into
	// one Checkpoint.
	Checkpoint(note any) error
}

// Options are a run's.
type Options struct {
	Inputs   []reader.Input
	Feed     Feed // read this instead; Inputs then holds the one name it goes by
	Reader   reader.Reader
	Extract  extract.Options
	Pipeline *pipeline.Pipeline
	Workers  int // 0: one per core
	Sink     Sink
	Resume   *Checkpoint // go on from here
	Window   Window
	// MaxArticles, when above 0, ends the run behind so many articles. The first Whole
	// inputs are read to their ends all the same.
	MaxArticles int64
	Whole       int
	// OnReject and Progress, when set, are called by one goroutine, in input order.
	OnReject func(*extract.Reject)
	Progress func(*Result)
	// Listing holds rejects for what could not even be listed.
	Listing []*extract.Reject
}

// queuePerWorker bounds how far the reader and the workers may run ahead of the writer.
const queuePerWorker = 8

// job is one record on its way; a job without a record ends its input.
type job struct {
	rec    *extract.Record
	out    chan outcome // one slot
	input  int
	ended  bool
	digest reader.Digest
	took   time.Duration // of an input: reading it
}

// errEnough ends a run that has read as many articles as it was to.
var errEnough = errors.New("as many articles as were wanted")

// Run processes all inputs and returns the counts. It ends early with ctx's error when
// ctx ends, and with the sink's error when the sink fails; bad input never ends it.
func Run(ctx context.Context, opt Options) (*Result, error) {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	queue := opt.Workers * queuePerWorker
	work := make(chan *job, queue)
	ordered := make(chan *job, queue)
	w := newWriter(opt)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(work)
		defer close(ordered)
		return read(ctx, opt, work, ordered)
	})
	for range opt.Workers {
		g.Go(func() error {
			for j := range work {
				j.out <- process(j.rec, opt)
			}
			return nil
		})
	}
	g.Go(func() error { return w.drain(ctx, ordered) })
	err := g.Wait()
	w.result.Elapsed = time.Since(w.started)
	if errors.Is(err, errEnough) {
		w.result.Cut, err = true, nil
		w.result.Inputs = w.result.Inputs[:w.current+1]
	}
	return &w.result, err
}

// read sends every record to the workers and, in order, to the writer.
func read(ctx context.Context, opt Options, work, ordered chan<- *job) error {
	if opt.Feed != nil {
		return feed(ctx, opt, work, ordered)
	}
	send := func(to chan<- *job, j *job) error {
		select {
		case to <- j:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if opt.Reader.Stdin != nil {
		opt.Reader.Stdin = newInterruptible(ctx, opt.Reader.Stdin)
	}
	for i, in := range opt.Inputs {
		done := int64(0) // records of the input that an earlier run has dealt with
		if r := opt.Resume; r != nil && i <= r.Input {
			if done = r.Result.Inputs[i].Records; i < r.Input {
				continue
			}
		}
		began, waited := time.Now(), time.Duration(0)
		digest, err := opt.Reader.Read(in, func(rec *extract.Record) error {
			if done > 0 {
				done--
				return nil
			}
			handed := time.Now()
			defer func() { waited += time.Since(handed) }()
			j := &job{rec: rec, out: make(chan outcome, 1), input: i}
			if err := send(ordered, j); err != nil {
				return err
			}
			return send(work, j)
		})
		if err != nil {
			return err
		}
		if err := send(ordered, &job{ended: true, input: i, digest: digest, took: time.Since(began) - waited}); err != nil {
			return err
		}
	}
	return nil
}
