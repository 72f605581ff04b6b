// Package reader opens inputs and turns them into articles.
//
// In: paths as given on the command line. Out: records, and for each record its articles
// or a reject.
//
//	list.go   paths, directories and globs to inputs, in a stable order
//	input.go  Input: a file, an object, standard input; objects.go lists buckets
//	read.go   one input: decompression, limits, containers, records
//	credits.go  reporters and their places, out of the credits at the end
//	parse.go  one record: sniffing, the format's parser, what all formats share
//
// Reading is sequential and cheap; parsing is a pure function of the record and is what
// worker pools call.
package reader
