// Package batch is the run over many inputs: one reader, a pool of workers, one writer.
//
// In: inputs. Out: rows and rejects, in input order whatever the number of workers.
// Queues are bounded, so memory does not grow with the number of articles.
//
//	plan.go     which inputs have to be read, and why
//	batch.go    Run: the pool
//	window.go   the publication times that are wanted
//	feed.go     records that come from elsewhere than from files
//	process.go  one record to its rows and rejects
//	stdin.go    standard input that a signal can interrupt
//	result.go   Result: the counts of a run; the writer that drains the pool
package batch
