package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/extract/reader"
	"dateline/load"
)

// topics are the pages of `dateline help` that belong to no command.
func topics() []*cobra.Command {
	return []*cobra.Command{
		{Use: "formats", Short: "What can be read", Long: formatsTopic()},
		{Use: "dataset", Short: "What is written, and how it is kept whole", Long: datasetTopic},
		{Use: "configuration", Short: "Settings in flags, environment and file", Long: configurationTopic()},
		{Use: "exit-status", Short: "The exit statuses", Long: strings.TrimSpace(exitHelp)},
	}
}

// formatsTopic lists the formats and containers that there are.
func formatsTopic() string {
	var b strings.Builder
	b.WriteString("Formats are recognised by their bytes, never by a file's name alone.\n\nFormats:\n")
	for _, f := range reader.Formats {
		fmt.Fprintf(&b, "  %-10s %s\n", f.Name, f.Doc)
	}
	b.WriteString("\nContainers, one within another to a depth of 2; gzip and zstd are undone on the way:\n")
	for _, c := range reader.Containers {
		fmt.Fprintf(&b, "  %-10s %s\n", c.Name, c.Doc)
	}
	b.WriteString("\nWhat gives no article lands in the table rejects, with a code, a message and its first bytes.")
	return b.String()
}

var datasetTopic = `A dataset is a directory:

  ` + load.TableArticles + `/published_date=2020-02-11/RUN-0000.parquet   one row per article version
  ` + load.TableMentions + `/…  ` + load.TableEvents + `/…                            the same partitions
  ` + load.TableRejects + `/run_date=…/RUN-0000.parquet             what could not be read, and why
  _runs/RUN.json                                      the manifest: the commit point of a run

Rows without a publication date are in the partition ` + load.HiveDefaultPartition + `.
Unknown values are NULL. Offsets are code points into articles.text, half open. Dates are
calendar days, instants UTC. 'dateline schema' lists the columns.

A run that is killed leaves nothing torn: before its journal is written nothing has happened,
after it the next run finishes it, and a long run goes on from its last checkpoint. One run at
a time writes a dataset. 'dateline verify OUT' checks all of it.`
