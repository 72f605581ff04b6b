// Package wire is what the agencies' formats share: a bounded XML tree, markup to
// paragraphs, times, bylines, datelines from metadata, and what notes and headlines say
// of a version.
//
// In: bytes, nodes and strings. Out: the pieces of an extract.Article.
//
//	tree.go        Parse and Fragment: XML and HTML as one bounded tree
//	paragraphs.go  a tree to paragraphs
//	meta.go        times, names, datelines, places of metadata
//	status.go      update, correction, kill: from status words, headlines and notes
package wire
