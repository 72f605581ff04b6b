// Package parse finds the dependency tree of a sentence.
//
// In: the words of a sentence and their Penn tags. Out: for each word its head and the
// Universal Dependencies relation to it, subtypes included. Every word has a head in its
// sentence or is its one root; there are no cycles and no crossing arcs.
//
//	parse.go       Parser: words in, tree out
//	internal/arc   transitions, features, beam, packed model: shared with the trainer
//	train          the trainer: make models-parse
//	model.bin.gz   what it made
//
// # How
//
// Heads first: an arc-hybrid transition system with the root behind the last word, so
// that every derivation of n words has 2n steps and one root; a beam; features after
// Zhang and Nivre (2011), hashed to 2^21 rows of three weights. Then relations, from the
// root down, by a classifier that sees the whole tree and the relations decided before.
// Both are averaged perceptrons; the beam learns by max-violation updates (Huang, Fayong
// and Guo 2012). Weights have ten and eight bits and are summed in lanes of one word.
package parse
