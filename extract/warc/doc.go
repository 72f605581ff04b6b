// Package warc reads WARC 1.0 and 1.1 as CC-NEWS and other crawls deliver them: plain,
// gzip with a member per record, zstd with or without a dictionary (the reader undoes the
// compression).
//
// In: a stream. Out: one record per HTTP response with status 200 and a textual type, and
// per resource of a textual type; requests, metadata, images and errors are passed over.
//
//	warc.go  records and their headers; a broken one is skipped to the next
//	http.go  the response inside: status, headers, chunks, content encoding
package warc
