// Package load turns documents into rows and rows into a Parquet dataset.
//
// In: transform.Document values and extract.Reject values. Out: files under the output
// directory, and a manifest per run that commits them.
//
//	rows.go        the row structs: the one definition of the tables
//	convert.go     Document to Rows: code-point offsets, ids, NULLs
//	schema.go      the row structs as Markdown, SQL and JSON
//	parquet.go     everything about parquet-go that surprises; batch.go how many rows it is
//	               given at once; zstd.go its compression
//	tables.go      names, order and sort keys of the tables
//	partition.go   rows held by table and partition
//	writer.go      Writer: one run, from Open to Commit or Abort
//	checkpoint.go  a long run's progress, and how it is taken up
//	replace.go     which rows of earlier files go; rewrite.go writes those files anew
//	idsets.go      the article ids that are there; keyset.go a set of them in a file
//	again.go       which inputs have to be read again
//	evolve.go      files with other columns than today's
//	state.go       what the manifests add up to; recovery after a kill
//	manifest.go    Manifest: the record and commit point of a run
//	compact.go     small files merged, as a run; merge.go, rowfile.go its streams
//	stories.go     versions and near-duplicates of one story; minhash.go their signature
//	keytable.go    where the index of stories finds them
//	storykey.go    the same where the articles are spread over machines
//	scan.go        rows of one file for those who look: some columns, some rows
//	verify.go      a dataset against its manifests; verifypart.go one partition of it
//	discard.go     a dry run's dataset
//
// Folder store is the place underneath: a directory or a bucket; killtest is for tests.
//
// The commit protocol: rows are staged out of every table's directory and synced; the
// journal, which is the whole manifest, is synced and named; files are moved into place,
// a table at a time, and those they replace removed; the manifest is written and the
// journal removed. Until the journal has its name nothing has happened; from then on
// whoever opens the dataset next finishes it.
package load
