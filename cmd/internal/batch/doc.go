// Package batch is the run over many inputs: one reader, a pool of workers, one writer.
//
// In: inputs. Out: rows and rejects, in input order whatever the number of workers.
// Queues are bounded, so memory does not grow with the number of articles.
//
//	batch.go    Run: the pool
//	process.go  one record to its rows and rejects
//	result.go   Result: the counts of a run; the writer that drains the pool
package batch
