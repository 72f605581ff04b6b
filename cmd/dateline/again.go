package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"dateline/cmd/internal/batch"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
)

// listing collects what cannot be listed.
type listing struct {
	log     *slog.Logger
	rejects []*extract.Reject
	listed  []string // what could not be listed before, and is tried again
}

func (l *listing) warn(path string, err error) {
	rec := &extract.Record{Source: extract.Source{URI: path}, Name: path}
	l.listed = append(l.listed, path)
	l.rejects = append(l.rejects, extract.Rejectf(rec, "read", extract.CodeUnreadable, "check the path and its permissions", "%w", err))
}

// checkRetry settles what --retry-rejects means for the other flags.
func (o *runOptions) checkRetry() error {
	if o.retry == "" {
		return nil
	}
	switch {
	case len(o.inputs) > 0 || o.inputList != "":
		return errors.New("--retry-rejects takes no INPUT: it reads the inputs that failed")
	case o.prune || o.fullRefresh || o.dryRun:
		return errors.New("--retry-rejects cannot be combined with --prune, --full-refresh or --dry-run")
	case o.out != "" && o.out != o.retry:
		return fmt.Errorf("--retry-rejects %s writes to %s, not to --out %s", o.retry, o.retry, o.out)
	}
	o.out = o.retry
	return nil
}

// failedInputs lists the inputs of the table rejects. Those that are gone keep their rows.
func failedInputs(ctx context.Context, w *load.Writer, l *listing) ([]reader.Input, error) {
	failed, err := w.Failed()
	if err != nil {
		return nil, err
	}
	var inputs []reader.Input
	for _, uri := range failed {
		found, err := reader.List(ctx, []string{uri}, l.warn)
		if err != nil {
			l.log.Warn("cannot be read again, its rejects stay", "source", uri, "error", err)
			continue
		}
		inputs = append(inputs, found...)
		l.listed = append(l.listed, uri)
	}
	return inputs, nil
}

// addReturning adds to a plan the inputs with articles that were skipped because another
// input had them which now goes. One that was changed since lets go of others in turn.
func addReturning(ctx context.Context, p *batch.Plan, w *load.Writer, l *listing) error {
	asked := map[string]bool{}
	for _, in := range p.Inputs {
		asked[in.URI] = true
	}
	for going := p.Going(); len(going) > 0; {
		back, err := w.Returning(going)
		if err != nil {
			return err
		}
		going = nil
		for _, k := range back {
			if asked[k.URI] {
				continue
			}
			asked[k.URI] = true
			found, err := reader.List(ctx, []string{k.URI}, l.warn)
			if err != nil || len(found) != 1 {
				l.log.Warn("has an article that another input had and that goes, but cannot be read again", "source", k.URI)
				continue
			}
			if p.Again(found[0], k) {
				going = append(going, k)
			}
		}
	}
	return nil
}
