// Package worker turns articles into rows between two Arrow IPC streams: what runs inside
// Apache Spark's tasks, or below any other program that speaks Arrow.
//
// In: a stream with the columns of the jsonl source, or with bytes and a name, or with
// paths. Out: one stream in input order, a row per article with its mentions and events
// nested, and a row per reject; or one table alone.
//
//	worker.go   Run: the two streams around the pool of cmd/internal/batch
//	source.go   input columns to records
//	column.go   one input column, whichever of Arrow's types it has
//	schema.go   the row structs as Arrow types, and how a value gets into its column
//	sink.go     rows and rejects to bounded record batches
//	stories.go  the stories of articles that are spread over machines
package worker
