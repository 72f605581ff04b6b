package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/cmd/internal/console"
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

An INPUT is a file, a directory (read recursively, hidden files left out), a glob, or - for
standard input. Formats are recognised by content; gzip and zstd are undone on the way.
The summary goes to stdout, logs and progress to stderr.

A run is incremental: inputs that the dataset knows, unchanged and read with the same
options, are passed over; one that has changed replaces exactly the rows that came from it.
A run that was killed is taken up where it stood when it is started again.` + "\n" + exitHelp,
		Args: atLeastOne,
		RunE: func(cmd *cobra.Command, args []string) error {
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
	f.StringVarP(&o.out, "out", "o", "", "directory of the dataset; made when missing")
	f.StringVar(&o.published, "published", "", "publication time of inputs that carry none (RFC 3339 or YYYY-MM-DD)")
	f.StringVar(&o.runID, "run-id", "", "name of the run in file names and manifest (default: the time, as 20060102T150405Z)")
	f.IntVar(&o.workers, "workers", 0, "how many articles to work on at once (default: one per core)")
	f.BoolVar(&o.dryRun, "dry-run", false, "do all the work, write nothing")
	f.StringVar(&o.logFormat, "log-format", "text", "text or json")
	f.BoolVar(&o.quiet, "quiet", false, "no progress and no warnings on stderr")
	f.Float64Var(&o.maxRejectRate, "max-reject-rate", 1, "share of rejected records, 0..1, above which the exit status is 3")
	f.Int64Var(&o.maxArticle, "max-article-bytes", extract.DefaultLimits.RecordBytes, "limit on one uncompressed article")
	f.BoolVar(&o.fullRefresh, "full-refresh", false, "read every input again, known or not")
	f.BoolVar(&o.prune, "prune", false, "remove the rows of inputs that are gone from the directories given")
	f.IntVar(&o.storyWindow, "story-window", load.DefaultStoryWindow, "days within which near-duplicates and versions are one story")
	f.IntVar(&o.showEvents, "show-events", 10, "how many events the summary shows")
}

// check validates the options and fills in what follows from others.
func (o *runOptions) check() (extract.Options, error) {
	var opt extract.Options
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
	if o.runID == "" {
		o.runID = o.now().UTC().Format("20060102T150405Z")
	}
	if strings.ContainsAny(o.runID, `/\*?[]`) || strings.HasPrefix(o.runID, ".") || filepath.Base(o.runID) != o.runID {
		return opt, usage(fmt.Errorf("--run-id %q: want a plain file name", o.runID))
	}
	if o.published != "" {
		t, err := parseTime(o.published)
		if err != nil {
			return opt, usage(err)
		}
		opt.Published = t
	}
	return opt, nil
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
	var listing []*extract.Reject
	inputs, err := reader.List(o.inputs, func(path string, err error) {
		rec := &extract.Record{Source: extract.Source{URI: path}, Name: path}
		listing = append(listing, extract.Rejectf(rec, "read", extract.CodeUnreadable, "check the path and its permissions", "%w", err))
	})
	if err != nil {
		return err
	}
	job, err := o.open(ctx, inputs, opt)
	if err != nil {
		return err
	}
	if job.plan.Empty() && len(listing) == 0 {
		fmt.Fprintf(o.stdout, "nothing to do: all %d inputs are known and unchanged in %s\n", job.plan.Known, o.out)
		return job.close()
	}
	out, err := job.start()
	if err != nil {
		return err
	}
	result, err := job.read(ctx, opt, listing, out, log)
	if err != nil {
		return err
	}
	if rate := result.RejectRate(); rate > o.maxRejectRate {
		return &rejectsError{rate, o.maxRejectRate}
	}
	return nil
}

// joinAbort leaves nothing half-written behind.
func joinAbort(err error, out dataset) error {
	if aerr := out.Abort(); aerr != nil {
		return fmt.Errorf("%w (and could not clean up: %v)", err, aerr)
	}
	return err
}
