// Package arc is the machinery that the parser and its trainer share: how a word is
// coded, how a state of the transition system looks, which features it has, how the beam
// is searched, and which features decide a relation.
//
//	token.go     Token: a word as hashes; Encode
//	state.go     the arc-hybrid system, states that share their past
//	features.go  features of a state
//	beam.go      Beam: the search
//	label.go     features of an arc in a finished tree
//
// Weights are not here: a Scorer or a Labeler turns features into scores, the trainer
// with counts, the parser with a packed table.
package arc
