package main

import (
	"dateline/cmd/internal/worker"
	"dateline/load"
)

var sparkTopic = `'dateline worker' is a filter from one Arrow IPC stream to another. The Python package in
load/spark runs it within Apache Spark's mapInArrow and writes the same tables as 'dateline
run'; any program that writes and reads Arrow streams can do without Spark:

  import pyarrow as pa, subprocess
  p = subprocess.Popen(["dateline", "worker", "--table", "events"], stdin=-1, stdout=-1)

Input, by the first of these columns that is there:

  ` + worker.ColumnContent + `   binary   a file's bytes in any format and container of 'dateline help formats'
  ` + worker.ColumnText + `      string   an article; beside it may stand the other columns of the jsonl source: id,
                     url, headline, published_at (string, timestamp or date), agency,
                     language, bylines (list of string)
  ` + worker.ColumnPath + `      string   a file that every machine can open under that path, or, where the
                     program is built for buckets, the URL of an object

  ` + worker.ColumnName + `      string   what stands in source_uri, and may hold a date as a file's name may
  ` + worker.ColumnOffset + `    int64    with text: what stands in source_offset

Output, in the order of the input, columns as 'dateline schema' lists them:

  article    struct   NULL in the row of a reject
  signature  binary   what near-duplicates of the text are known by
  ` + load.TableMentions + `   list of struct
  ` + load.TableEvents + `     list of struct
  reject     struct   NULL in the row of an article

All columns have the values that 'dateline run' gives but those that need the whole set.
There story_id is the article_id, superseded_by is NULL, and an article that comes twice is
written twice. load/spark leaves out all but the first by source_uri and source_offset, and
hands the keys of the rest in that order to 'dateline worker --stories': the same stories,
bit for bit. run_date of rejects is the day of the Spark job. What is not done there: a
dataset is written once, not added to, so that stories do not reach into earlier runs.

A row that cannot be read is a reject, never the end of the stream. Streams that are not
Arrow or lack the columns end with exit status 2, one that breaks off with 1; without status 0
the output is not whole. Memory is bounded by the largest batch of input; the client has to
read while it writes.`
