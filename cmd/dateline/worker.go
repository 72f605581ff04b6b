package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/cmd/internal/dictionary"
	"dateline/cmd/internal/worker"
	"dateline/extract"
	"dateline/load"
	"dateline/transform/pipeline"
)

// workerOptions are the flags of `dateline worker`; those that `dateline run` has as well
// mean the same.
type workerOptions struct {
	worker.Options
	published, since, until string
	stories, schema         bool
	storyWindow             int
	dictionaries            dictionary.Options
}

func workerCommand() *cobra.Command {
	o := &workerOptions{Options: worker.Options{Limits: extract.DefaultLimits}}
	c := &cobra.Command{
		Use:   "worker [flags]",
		Short: "Turn an Arrow stream of articles into one of rows: what runs below Spark",
		Long: `Read an Arrow IPC stream on standard input until it ends, and write one on standard output.

In: a row per article with the columns of the jsonl source (text; id, url, headline,
published_at, agency, language, bylines if there are), or per file with its bytes (content),
or per file that this machine can open (path). name is what stands in source_uri, offset in
source_offset. Other columns are ignored.

Out: a row per article in the order of the input: article, its mentions and its events; or
per reject. With --table that table alone. A row that cannot be read is a reject.
Articles that come twice are not left out, and each is a story of its own: --stories tells
the stories afterwards, from the keys of all articles in their order.

The client has to read while it writes. The output is whole when the exit status is 0.
See also 'dateline help spark'.` + "\n" + exitHelp,
		Args: func(cmd *cobra.Command, args []string) error { return usage(cobra.NoArgs(cmd, args)) },
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if err := o.check(); err != nil {
				return usage(err)
			}
			return o.run(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
	o.flags(c.Flags())
	return c
}

func (o *workerOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.Table, "table", "", "write this table alone: articles, mentions, events or rejects")
	f.StringVar(&o.published, "published", "", "publication time of inputs that carry none (RFC 3339 or YYYY-MM-DD)")
	f.StringVar(&o.since, "since", "", "leave out articles published before (RFC 3339 or YYYY-MM-DD)")
	f.StringVar(&o.until, "until", "", "leave out articles published then or later (RFC 3339 or YYYY-MM-DD)")
	dictionaryFlags(f, &o.dictionaries)
	f.IntVar(&o.Workers, "workers", 0, "how many articles to work on at once (default: one per core)")
	f.Int64Var(&o.Limits.RecordBytes, "max-article-bytes", o.Limits.RecordBytes, "limit on one uncompressed article")
	f.BoolVar(&o.stories, "stories", false, "read keys of articles, write their stories")
	f.IntVar(&o.storyWindow, "story-window", load.DefaultStoryWindow, "days within which near-duplicates and versions are one story")
	f.BoolVar(&o.schema, "schema", false, "read nothing, write a stream without rows")
}

// check validates the options and fills in what follows from others.
func (o *workerOptions) check() error {
	switch {
	case o.stories && o.Table != "":
		return fmt.Errorf("--stories and --table: want one of them")
	case o.Table != "" && !slices.Contains(load.Tables, o.Table):
		return fmt.Errorf("--table: no table %q, want one of %s", o.Table, strings.Join(load.Tables, ", "))
	case o.Workers < 0:
		return fmt.Errorf("--workers %d: want 0 or more", o.Workers)
	case o.Limits.RecordBytes < 1:
		return fmt.Errorf("--max-article-bytes %d: want 1 or more", o.Limits.RecordBytes)
	}
	for _, t := range []struct {
		flag, value string
		to          *time.Time
	}{{"published", o.published, &o.Extract.Published}, {"since", o.since, &o.Window.Since}, {"until", o.until, &o.Window.Until}} {
		if err := parseTime(t.flag, t.value, t.to); err != nil {
			return err
		}
	}
	return nil
}

func (o *workerOptions) run(ctx context.Context, in io.Reader, out io.Writer) (err error) {
	switch {
	case o.stories && o.schema:
		return worker.WriteStoriesSchema(out)
	case o.stories:
		return worker.Stories(ctx, in, out, o.storyWindow)
	case o.schema:
		return worker.WriteSchema(out, o.Table)
	}
	if _, err = loadDictionaries(o.dictionaries); err != nil {
		return err
	}
	if o.Pipeline, err = pipeline.New(); err != nil {
		return err
	}
	return worker.Run(ctx, in, out, o.Options)
}
