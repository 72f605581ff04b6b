// Package view serves a dataset to one browser on this machine: events to browse and
// filter, each to read in its article.
//
// In: a dataset. Out: pages over HTTP on a loopback address. Nothing is held but one page:
// files are read in pieces, a search that takes long is broken off and gone on with.
//
//	server.go   the address, the token; who is let in
//	pages.go    the two pages
//	search.go   Query: events that fit, from a place in the files on
//	article.go  one article's rows
//	view.html   the templates, in the style of cmd/internal/page
package view
