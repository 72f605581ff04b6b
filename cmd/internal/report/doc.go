// Package report draws a dataset for people: `dateline report`.
//
// In: a dataset's directory. Out: one HTML page that loads nothing and is the same for the
// same dataset.
//
//	report.go    reading file by file; the page
//	gather.go    what is counted while reading
//	chart.go     bars over time, rows with bars
//	summary.go   from counts to what the template shows; report.html is the template
package report
