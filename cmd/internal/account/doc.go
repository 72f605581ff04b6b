// Package account is what a run tells of itself, whether it went well or not.
//
// In: what cmd/internal/batch counted. Out: run.json, one line of JSON, a file of metrics
// for Prometheus' node exporter, events for OpenLineage.
//
//	account.go   Run: the account; how it is filled
//	metrics.go   the account as metrics
//	lineage.go   the account as lineage events; send.go where they go
//	peak_*.go    the most memory that the process had
package account
