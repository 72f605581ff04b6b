package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"dateline/cmd/internal/account"
)

// telling is everything that a run says of itself beside its rows: run.json, the summary's
// line, metrics, lineage. What cannot be told is logged and does not change how the run
// ends.
type telling struct {
	o       *runOptions
	log     *slog.Logger
	account *account.Run
	lineage *account.Lineage // nil: not wanted
	nothing bool             // there was nothing to do
}

// checkTelling finds early what would fail late.
func (o *runOptions) checkTelling() error {
	if o.summary != "text" && o.summary != "json" {
		return fmt.Errorf("--summary %q: want text or json", o.summary)
	}
	for _, f := range []struct{ flag, path string }{{"run-json", o.runJSON}, {"metrics-file", o.metricsFile}, {"openlineage", o.openLineage}} {
		if f.path == "" || f.flag == "openlineage" && account.IsURL(f.path) {
			continue
		}
		if info, err := os.Stat(filepath.Dir(f.path)); err != nil || !info.IsDir() {
			return fmt.Errorf("--%s %s: its directory is not there", f.flag, f.path)
		}
		if info, err := os.Stat(f.path); err == nil && info.IsDir() {
			return fmt.Errorf("--%s %s: is a directory, want a file", f.flag, f.path)
		}
	}
	return nil
}

// text is where the summary for people goes.
func (o *runOptions) text() io.Writer {
	if o.summary == "json" {
		return io.Discard
	}
	return o.stdout
}

// valuesOf are the settings as they were decided.
func valuesOf(f *pflag.FlagSet) map[string]string {
	out := map[string]string{}
	f.VisitAll(func(f *pflag.Flag) { out[f.Name] = f.Value.String() })
	return out
}

func (o *runOptions) beginTelling(ctx context.Context, log *slog.Logger) *telling {
	t := &telling{o: o, log: log, account: account.Begin(o.runID, codeVersion(), o.now())}
	a := t.account
	a.Out, a.DryRun, a.Options, a.Arguments = o.out, o.dryRun, o.values, o.inputs
	if o.dryRun {
		a.Out = ""
	}
	if o.openLineage != "" {
		t.lineage = account.NewLineage(a, os.Getenv)
		t.failed("openlineage", account.Send(ctx, o.openLineage, os.Getenv("OPENLINEAGE_API_KEY"), t.lineage.Start(a)))
	}
	return t
}

// end tells how the run went. job is nil where the dataset must not be written to.
func (t *telling) end(ctx context.Context, job *job, err error) {
	a, o := t.account, t.o
	a.End(t.status(err), exitStatus(err), err, o.now())
	var hint interface{ Hint() string }
	if errors.As(err, &hint) {
		a.Hint = hint.Hint()
	}
	if job != nil && job.writer != nil {
		b, jerr := a.JSON()
		if jerr == nil {
			jerr = job.writer.PutReport(a.RunID, b)
		}
		t.failed("run report", jerr)
	}
	if o.runJSON != "" {
		t.failed("run-json", a.WriteJSON(o.runJSON))
	}
	if o.metricsFile != "" {
		t.failed("metrics-file", a.WriteMetrics(o.metricsFile))
	}
	if t.lineage != nil {
		ctx := context.WithoutCancel(ctx) // a run that a signal ended is told of too
		t.failed("openlineage", account.Send(ctx, o.openLineage, os.Getenv("OPENLINEAGE_API_KEY"), t.lineage.End(a)))
	}
	if o.summary == "json" {
		line, jerr := a.Line()
		t.failed("summary", jerr)
		o.stdout.Write(line)
	}
}

func (t *telling) failed(what string, err error) {
	if err != nil {
		t.log.Error("could not tell of the run", "through", what, "error", err)
	}
}

func (t *telling) status(err error) account.Status {
	switch s := exitStatus(err); {
	case t.nothing && err == nil:
		return account.NothingToDo
	case err == nil:
		return account.Done
	case s == exitRejects:
		return account.Rejects
	case s == exitForeign:
		return account.Refused
	case s > 128:
		return account.Interrupted
	}
	return account.Failed
}
