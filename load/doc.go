// Package load turns documents into rows and rows into a Parquet dataset.
//
// In: transform.Document values and extract.Reject values. Out: files under the output
// directory, and a manifest that commits them.
//
//	rows.go     the row structs: the one definition of the tables
//	convert.go  Document to Rows: code-point offsets, ids, NULLs
package load
