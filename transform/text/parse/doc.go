// Package parse finds the dependency tree of a sentence.
//
// In: the words of a sentence and their Penn tags. Out: for each word its head and the
// Universal Dependencies relation to it, subtypes included. Every word has a head in its
// sentence or is its one root; there are no cycles, and no crossing arcs.
//
//	parse.go       Parser: words in, tree out
//	internal/arc   transitions, features, beam, packed model: shared with the trainer
//	train          the trainer: make models
//	model.bin.gz   what it made
package parse
