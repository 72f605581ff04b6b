package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"dateline/cmd/internal/account"
	"dateline/cmd/internal/batch"
	"dateline/cmd/internal/console"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
	"dateline/transform/pipeline"
)

// dataset is where a run's rows go.
type dataset interface {
	batch.Sink
	Commit(fill func(*load.Manifest)) (*load.Manifest, error)
	Abort() error
}

// job is a run between its plan and its first row.
type job struct {
	o       *runOptions
	writer  *load.Writer // nil for a dry run
	plan    *batch.Plan
	options batch.PlanOptions
	resume  *batch.Checkpoint
	listed  *listing
	whole   int // inputs that --max-articles does not cut
}

// open locks the dataset and plans what has to be read.
func (o *runOptions) open(ctx context.Context, inputs []reader.Input, opt extract.Options, listed *listing) (*job, error) {
	j := &job{o: o, listed: listed, options: batch.PlanOptions{OptionsHash: o.hash(opt), CodeVersion: codeVersion(), FullRefresh: o.fullRefresh, Retry: o.retry != ""}}
	if o.prune {
		j.options.PruneBelow = o.inputs
	}
	if o.dryRun {
		j.plan = batch.MakePlan(&load.State{}, inputs, j.options)
		return j, nil
	}
	open := load.Open
	if o.retry != "" {
		open = load.OpenExisting
	}
	w, err := open(ctx, o.out)
	if err != nil {
		return nil, err
	}
	j.writer = w
	if stale := w.Stale(); stale != "" {
		listed.log.Warn("took over a stale lock", "dataset", o.out, "of", stale)
	}
	if err := j.makePlan(ctx, inputs, listed); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	if o.maxArticles > 0 {
		j.whole = j.plan.ReplacedFirst()
	}
	return j, nil
}

// makePlan decides what has to be read into a dataset that is there.
func (j *job) makePlan(ctx context.Context, inputs []reader.Input, listed *listing) (err error) {
	if err := j.writer.Meet(j.o.contract.value()); err != nil {
		return err
	}
	if j.o.retry != "" {
		if inputs, err = failedInputs(ctx, j.writer, listed); err != nil {
			return err
		}
	}
	j.plan = batch.MakePlan(j.writer.State(), inputs, j.options)
	return addReturning(ctx, j.plan, j.writer, listed)
}

// start begins the writing, or takes up what a killed run has written.
func (j *job) start() (dataset, error) {
	if j.writer == nil {
		return &load.Discard{Run: j.o.runID}, nil
	}
	if j.o.unnamed {
		j.o.runID = j.writer.State().FreeRunID(j.o.runID)
	}
	err := j.writer.Start(load.Options{
		RunID: j.o.runID, RunDate: load.DayOf(j.o.now().UTC()), Fingerprint: j.plan.Fingerprint(j.options),
		Replaced: j.plan.Replaced, Pruned: j.plan.Pruned, Retried: j.listed.listed, StoryWindow: j.o.storyWindow,
	})
	if err == nil {
		cp := new(batch.Checkpoint)
		var ok bool
		if ok, err = j.writer.Resume(cp); ok {
			j.resume = cp
		}
	}
	if err != nil {
		j.writer.Close()
		return nil, err
	}
	return j.writer, nil
}

// idle reports whether there is nothing to read and nothing to change.
func (j *job) idle() bool {
	return j.plan.Empty() && (j.writer == nil || !j.writer.Evolves())
}

// idleBecause says why there is nothing to do.
func (j *job) idleBecause() string {
	if j.o.retry != "" {
		return fmt.Sprintf("nothing to do: no input of %s that can be read again has rejects", j.o.out)
	}
	return fmt.Sprintf("nothing to do: all %d inputs are known and unchanged in %s", j.plan.Known, j.o.out)
}

func (j *job) close() error {
	if j.writer == nil {
		return nil
	}
	return j.writer.Close()
}

// progress is drawn where stderr is a terminal, and goes to the log elsewhere.
func (o *runOptions) progress(plan *batch.Plan, log *slog.Logger) *console.Progress {
	opt := console.ProgressOptions{Log: log, Inputs: len(plan.Inputs), Bytes: plan.Bytes(), Now: o.now}
	if !o.quiet && o.logFormat == "text" {
		opt.Screen = console.Screen(o.stderr)
	}
	return console.NewProgress(opt)
}

// hash names the options that decide what a run writes for an input.
func (o *runOptions) hash(opt extract.Options) string {
	h := sha256.Sum256(fmt.Appendf(nil, "%v %s %d %d %v %s", opt.Published, opt.Language, o.maxArticle, o.storyWindow, o.window, o.dictionaryHash))
	return hex.EncodeToString(h[:8])
}

// read reads the plan's inputs into the dataset, commits it, and prints the summary.
func (j *job) read(ctx context.Context, opt extract.Options, listing []*extract.Reject, out dataset, log *slog.Logger, acc *account.Run) (*batch.Result, error) {
	o := j.o
	p, err := pipeline.New()
	if err != nil {
		return nil, joinAbort(err, out)
	}
	sink := &console.EventSample{Sink: out, Max: o.showEvents}
	limits := extract.DefaultLimits
	limits.RecordBytes = o.maxArticle
	progress := o.progress(j.plan, log)
	result, err := batch.Run(ctx, batch.Options{
		Inputs:   j.plan.Inputs,
		Listing:  listing,
		Reader:   reader.Reader{Limits: limits, Stdin: o.stdin},
		Extract:  opt,
		Pipeline: p,
		Workers:  o.workers,
		Sink:     sink,
		Resume:   j.resume,
		Window:   o.window,

		MaxArticles: o.maxArticles,
		Whole:       j.whole,
		OnReject: func(r *extract.Reject) {
			progress.Clear()
			log.Warn("rejected", "source", r.Source.URI, "offset", r.Source.Offset, "code", r.Code, "message", r.Message, "hint", r.Hint)
		},
		Progress: progress.Update,
	})
	progress.Clear()
	result.Counts.Known = j.plan.Known
	result.Inputs = j.plan.Complete(result.Inputs)
	acc.Count(result)
	if err != nil {
		return nil, joinAbort(err, out)
	}
	began := time.Now()
	manifest, err := out.Commit(func(m *load.Manifest) {
		m.CodeVersion, m.OptionsHash, m.Counts, m.RejectsByCode = codeVersion(), j.options.OptionsHash, result.Counts, result.RejectsByCode
		m.Inputs = result.Inputs
	})
	if err != nil {
		return nil, err // Commit has cleaned up, or left a journal that the next run finishes
	}
	acc.Wrote(manifest, time.Since(began))
	console.Summary(o.text(), console.Run{Out: o.out, DryRun: o.dryRun, Manifest: manifest, Result: result, Events: sink.Events})
	return result, nil
}
