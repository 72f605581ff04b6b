// Package arc is the machinery that the parser and its trainer share: how a word is
// coded, how a state of the transition system looks, which features it has, how the beam
// is searched, and which features decide a relation.
//
//	token.go     Token: a word as hashes; Encode
//	state.go     the arc-hybrid system, states that share their past
//	features.go  features of a state
//	score.go     scores of states, remembered by groups of features
//	beam.go      Beam: the search
//	learn.go     the search that learns
//	label.go     features of an arc in a finished tree
//	model.go     Model: packed weights and their file
//
// Weights are not here: a Scorer or a Labeler turns features into scores, the trainer
// with counts, the parser with a packed table.
package arc
