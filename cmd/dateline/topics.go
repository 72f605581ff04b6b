package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/cmd/internal/datadict"
	"dateline/extract/reader"
	"dateline/load"
)

// topics are the pages of `dateline help` that belong to no command.
func topics() []*cobra.Command {
	return []*cobra.Command{
		{Use: "formats", Short: "What can be read", Long: formatsTopic()},
		{Use: "spark", Short: "Articles on many machines: the worker below Apache Spark", Long: sparkTopic},
		{Use: "dataset", Short: "What is written, and how it is kept whole", Long: datasetTopic},
		{Use: "resolution", Short: "How dates, places and actors are resolved, and where that fails", Long: resolutionTopic()},
		{Use: "object-stores", Short: "Input and output in S3, Google Cloud Storage, Azure", Long: storesTopic},
		{Use: "monitoring", Short: "What a run tells of itself: run.json, metrics, lineage", Long: monitoringTopic},
		{Use: "configuration", Short: "Settings in flags, environment and file", Long: configurationTopic()},
		{Use: "environment", Short: "The variables that are heeded", Long: environmentTopic},
		{Use: "dictionaries", Short: "Own actors, places and event patterns", Long: dictionariesTopic},
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

// resolutionTopic tells how values come about, with the figures of the last measurement.
func resolutionTopic() string {
	return `Dates. Expressions are found by a grammar and placed on the calendar from the publication time:
"on Monday" is the last Monday, "next month" the one to come, tense decides where both could
be meant. An article without a publication time keeps its relative dates unresolved. It fails
where a text retells the past ("that Monday") or plays on a second date ("two days earlier")
that stands far away; date_basis "anchored" marks those. Events without a date of their own
have date_basis "publication" or no day at all.

Places. Every capitalised name that the gazetteer knows is weighed: is it a place here, and
which of the places of that name? The other places of the article, the dateline and the
country named beside it decide. It fails for villages of a name that a larger town has,
for names that are also surnames or words, and where the article never names the country.
place_radius_km tells how far a point may be off; confidence is a probability. Own places:
'dateline help dictionaries'.

Actors. Names of the actor book count as what they were on the day of publication; nouns for
roles ("soldiers", "the ministry") get their country from the words around them; surnames,
acronyms and pronouns lead back to a first mention. It fails for persons whom the book does
not know and the text does not introduce, for governments told by their capitals in the
wrong place, and for pronouns with two candidates. What is not known is NULL.

Events. Patterns over the sentence's dependency tree. They fail with the parse in long
sentences, with events told by nouns alone, and across sentences; the broad type is much
surer than the fine CAMEO code. Filter by confidence and status, and count stories
(story_id), not rows, for one event is told many times.

Measured by 'make quality' over development sets (the weights of places are learned from the
two sets of places, the other sets are looked at only):

` + datadict.Quality() + `
All figures, with precision and recall, stand in fixtures/quality.txt. 'dateline inspect
--explain' tells every decision over an article of yours.`
}

const environmentTopic = `Variables of the environment that are heeded:

  DATELINE_…                 settings, one for each flag of 'dateline run': DATELINE_OUT,
                             DATELINE_MAX_REJECT_RATE …; see 'dateline help configuration'
  DATELINE_CONFIG            the configuration file
  XDG_CONFIG_HOME, HOME      where the configuration file is, when none is named
  TERM                       progress is drawn where stderr is a terminal and TERM is set and
                             not dumb
  NO_COLOR                   kept to always: there are no colours
  TZ                         the zone of the times in the log; dates in the data do not depend
                             on it
  OPENLINEAGE_NAMESPACE, OPENLINEAGE_PARENT_ID, OPENLINEAGE_API_KEY
                             see 'dateline help monitoring'
  AWS_…                      where inputs or the dataset are in a bucket, as all of Amazon's
                             tools read them
  GOGC, GOMEMLIMIT, GOMAXPROCS
                             Go's: memory against time, a limit on memory, processors`

const monitoringTopic = `A run tells of itself, whether it goes well or not:

  OUT/_reports/RUN.json     the account: status (done, nothing_to_do, too_many_rejects, failed,
                            refused, interrupted), error, inputs, counts and seconds per
                            stage, rejects by code, slowest inputs, throughput, peak memory,
                            versions, options and their hash. Nothing depends on it.
                            --run-json FILE writes it to a file as well, also where the
                            dataset could not be opened.
  --summary json            the account without the list of inputs, as one line: the last
                            line, and the only one, of stdout
  --log-format json         warnings and progress on stderr as JSON; progress every 30 s
  --metrics-file FILE       gauges for the textfile collector of Prometheus' node exporter,
                            replaced as a whole: dateline_run_success, …_exit_status,
                            …_last_success_timestamp_seconds (outlives a failed run),
                            …_records{result}, …_rows{table}, …_rejects{code},
                            …_stage_seconds{stage}, …_peak_memory_bytes
  --openlineage FILE|URL    an OpenLineage event when the run begins, and one when it ends
                            (COMPLETE, FAIL or ABORT), with inputs, the four tables, their
                            columns and rows. A file gets a line for each; a URL is posted
                            to, /api/v1/lineage where it has no path. OPENLINEAGE_NAMESPACE,
                            OPENLINEAGE_PARENT_ID and OPENLINEAGE_API_KEY are heeded.

What cannot be told is logged as an error and does not change the exit status.
On a terminal progress is one line; with TERM=dumb, --quiet or where stderr is none, it is
not drawn. There are no colours, so NO_COLOR is always kept to.`

var datasetTopic = `A dataset is a directory:

  ` + load.TableArticles + `/published_date=2020-02-11/RUN-0000.parquet   one row per article version
  ` + load.TableMentions + `/…  ` + load.TableEvents + `/…                            the same partitions
  ` + load.TableRejects + `/run_date=…/RUN-0000.parquet             what could not be read, and why
  _runs/RUN.json                                      the manifest: the commit point of a run
  _reports/RUN.json                                   what the run tells of itself

Rows without a publication date are in the partition ` + load.HiveDefaultPartition + `.
Unknown values are NULL. Offsets are code points into articles.text, half open. Dates are
calendar days, instants UTC. 'dateline schema' lists the columns.

A run that is killed leaves nothing torn: before its journal is written nothing has happened,
after it the next run finishes it, and a long run goes on from its last checkpoint. One run at
a time writes a dataset. 'dateline verify OUT' checks all of it.

Many runs leave many small files; 'dateline compact OUT' merges them, in the tables' order.
A dataset of another program version is written anew in today's columns by the next run, or
refused column by column with --schema-contract freeze. Rejects are those of the inputs as
they were read last; 'dateline run --retry-rejects OUT' reads exactly these inputs again. Of
two inputs with one article the first has it; when that one goes, the other is read again.`
