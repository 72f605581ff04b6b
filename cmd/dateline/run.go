package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/cmd/internal/batch"
	"dateline/cmd/internal/console"
	"dateline/cmd/internal/dictionary"
	"dateline/extract"
	"dateline/extract/reader"
	"dateline/load"
)

// runOptions are the flags and streams of `dateline run`.
type runOptions struct {
	inputs        []string
	out           string
	published     string
	runID         string
	unnamed       bool // runID is ours, not the user's
	workers       int
	dryRun        bool
	logFormat     string
	quiet         bool
	maxRejectRate float64
	maxArticle    int64
	showEvents    int
	fullRefresh   bool
	prune         bool
	storyWindow   int
	contract      contractFlag
	retry         string
	since, until  string
	maxArticles   int64
	inputList     string

	summary     string
	runJSON     string
	metricsFile string
	openLineage string

	dictionaries   dictionary.Options
	dictionaryHash string // of what the dictionaries hold

	values         map[string]string // all settings, for the account
	window         batch.Window
	now            func() time.Time
	stdin          io.Reader
	stdout, stderr io.Writer
}

func runCommand() *cobra.Command {
	o := &runOptions{now: time.Now}
	c := &cobra.Command{
		Use:   "run [flags] INPUT…",
		Short: "Read articles and write a Parquet dataset",
		Long: `Read articles and write articles, events, mentions and rejects as a Parquet dataset.

An INPUT is a file, a directory (read recursively, hidden files left out), a glob, a URL of
an object store (see 'dateline help object-stores'), or - for standard input; --input-list
names a file with one INPUT a line. Formats are recognised by content; gzip and zstd are
undone on the way. The summary goes to stdout, logs and progress to stderr.

A run is incremental: inputs that the dataset knows, unchanged and read with the same
options, are passed over; one that has changed replaces exactly the rows that came from it.
A run that was killed is taken up where it stood when it is started again.

--retry-rejects OUT takes no INPUT: it reads again exactly the inputs with rows in the table
rejects of OUT, whole, and puts what they give now in the place of what they gave then. Give
it the options of the first run.

--since and --until choose by publication time, half open: an article published at the very
time of --since is read, one at that of --until is not. A plain day is its midnight, UTC;
so is an article of which only the day is known. One whose publication time is not known is
left out. What is left out counts as skipped. The window is one of the options: another
window over the same inputs replaces the rows of the first.

--max-articles ends a run early; the next one goes on with the inputs that were not read to
their ends. Inputs that replace rows in the dataset come first and are read whole.

A run tells of itself in OUT/_reports/RUN.json, when it fails too: inputs, counts and time
per stage, rejects by code, the slowest inputs, throughput, memory, versions and options.
See 'dateline help monitoring'.` + "\n" + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.values = valuesOf(settingsOf(cmd))
			o.inputs, o.stdin, o.stdout, o.stderr = args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr()
			return runBatch(cmd.Context(), o)
		},
	}
	o.flags(c.Flags())
	return c
}

// flags is the table of settings: it serves the command line, the environment, the
// configuration file and the help.
func (o *runOptions) flags(f *pflag.FlagSet) {
	f.StringVarP(&o.out, "out", "o", "", "directory of the dataset, made when missing, or its URL in an object store")
	f.StringVar(&o.published, "published", "", "publication time of inputs that carry none (RFC 3339 or YYYY-MM-DD)")
	f.StringVar(&o.since, "since", "", "leave out articles published before (RFC 3339 or YYYY-MM-DD)")
	f.StringVar(&o.until, "until", "", "leave out articles published then or later (RFC 3339 or YYYY-MM-DD)")
	f.StringVar(&o.inputList, "input-list", "", "file with one more INPUT a line; - for standard input")
	f.Int64Var(&o.maxArticles, "max-articles", 0, "end behind so many articles (0: read all)")
	dictionaryFlags(f, &o.dictionaries)
	f.StringVar(&o.runID, "run-id", "", "name of the run in file names and manifest (default: the time, as 20060102T150405Z)")
	f.IntVar(&o.workers, "workers", 0, "how many articles to work on at once (default: one per core)")
	f.BoolVar(&o.dryRun, "dry-run", false, "do all the work, write nothing")
	f.StringVar(&o.logFormat, "log-format", "text", "text or json")
	f.BoolVar(&o.quiet, "quiet", false, "no progress and no warnings on stderr")
	f.Float64Var(&o.maxRejectRate, "max-reject-rate", 1, "share of rejected records, 0..1, above which the exit status is 3")
	f.Int64Var(&o.maxArticle, "max-article-bytes", extract.DefaultLimits.RecordBytes, "limit on one uncompressed article")
	f.StringVar(&o.summary, "summary", "text", "summary on stdout: text, or json for one line of JSON")
	f.StringVar(&o.runJSON, "run-json", "", "file for the run's account too, beside OUT/_reports/RUN.json")
	f.StringVar(&o.metricsFile, "metrics-file", "", "file for metrics as Prometheus' node exporter collects them")
	f.StringVar(&o.openLineage, "openlineage", "", "file to append OpenLineage events to, or URL to post them to")
	f.BoolVar(&o.fullRefresh, "full-refresh", false, "read every input again, known or not")
	f.BoolVar(&o.prune, "prune", false, "remove the rows of inputs that are gone from the directories given")
	f.IntVar(&o.storyWindow, "story-window", load.DefaultStoryWindow, "days within which near-duplicates and versions are one story")
	f.StringVar(&o.retry, "retry-rejects", "", "dataset whose failed inputs are read again, and no others")
	o.contract.add(f)
	f.IntVar(&o.showEvents, "show-events", 10, "how many events the summary shows")
}

// check validates the options and fills in what follows from others.
func (o *runOptions) check() (extract.Options, error) {
	var opt extract.Options
	if err := o.checkRetry(); err != nil {
		return opt, usage(err)
	}
	if o.out == "" && !o.dryRun {
		return opt, usage(fmt.Errorf("--out DIR is required (or --dry-run)"))
	}
	if o.maxRejectRate < 0 || o.maxRejectRate > 1 {
		return opt, usage(fmt.Errorf("--max-reject-rate %v: want 0..1", o.maxRejectRate))
	}
	if o.workers < 0 {
		return opt, usage(fmt.Errorf("--workers %d: want 0 or more", o.workers))
	}
	if o.maxArticle < 1 {
		return opt, usage(fmt.Errorf("--max-article-bytes %d: want 1 or more", o.maxArticle))
	}
	if o.unnamed = o.runID == ""; o.unnamed {
		o.runID = o.now().UTC().Format("20060102T150405Z")
	}
	if err := checkRunID(o.runID); err != nil {
		return opt, usage(err)
	}
	if o.maxArticles < 0 {
		return opt, usage(fmt.Errorf("--max-articles %d: want 0 or more", o.maxArticles))
	}
	for _, t := range []struct {
		flag, value string
		to          *time.Time
	}{{"published", o.published, &opt.Published}, {"since", o.since, &o.window.Since}, {"until", o.until, &o.window.Until}} {
		if err := parseTime(t.flag, t.value, t.to); err != nil {
			return opt, usage(err)
		}
	}
	if w := o.window; !w.Since.IsZero() && !w.Until.IsZero() && !w.Since.Before(w.Until) {
		return opt, usage(fmt.Errorf("--since %s is not before --until %s: no time is in between", o.since, o.until))
	}
	if err := o.checkTelling(); err != nil {
		return opt, usage(err)
	}
	return opt, o.listInputs()
}

// checkRunID wants what can stand in file names.
func checkRunID(id string) error {
	if strings.ContainsAny(id, `/\*?[]`) || strings.HasPrefix(id, ".") || filepath.Base(id) != id {
		return fmt.Errorf("--run-id %q: want a plain file name", id)
	}
	return nil
}

func runBatch(ctx context.Context, o *runOptions) error {
	opt, err := o.check()
	if err != nil {
		return err
	}
	log, err := console.NewLogger(o.stderr, o.logFormat, o.quiet)
	if err != nil {
		return usage(err)
	}
	if o.dictionaryHash, err = loadDictionaries(o.dictionaries); err != nil {
		return err
	}
	t := o.beginTelling(ctx, log)
	job, err := o.work(ctx, opt, log, t)
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	t.end(ctx, job, err)
	return err
}

// work is the run itself. It returns the job where the dataset may be written to, also
// when it fails.
func (o *runOptions) work(ctx context.Context, opt extract.Options, log *slog.Logger, t *telling) (*job, error) {
	listed := &listing{log: log}
	inputs, err := reader.List(ctx, o.inputs, listed.warn)
	if err != nil {
		return nil, err
	}
	job, err := o.open(ctx, inputs, opt, listed)
	if err != nil {
		return nil, err
	}
	t.account.OptionsHash, t.account.Counts.Known = job.options.OptionsHash, job.plan.Known
	if job.idle() && len(listed.rejects) == 0 {
		t.nothing = true
		fmt.Fprintln(o.text(), job.idleBecause())
		return job, job.close()
	}
	out, err := job.start()
	if err != nil {
		return nil, err
	}
	result, err := job.read(ctx, opt, listed.rejects, out, log, t.account)
	if err != nil {
		return job, err
	}
	if rate := result.RejectRate(); rate > o.maxRejectRate {
		return job, &rejectsError{rate, o.maxRejectRate}
	}
	return job, nil
}

// joinAbort leaves nothing half-written behind.
func joinAbort(err error, out dataset) error {
	if aerr := out.Abort(); aerr != nil {
		return fmt.Errorf("%w (and could not clean up: %v)", err, aerr)
	}
	return err
}
