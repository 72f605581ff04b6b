// Command train learns the weights of the place annotator and counts its word lists.
//
// In: the development texts of ../../../../shared (eval/place for the weights, train for
// the word lists), never copied. Out: ../weights.go, ../words/common.txt, given.txt.
//
//	words.go     the word lists
//	given.go     first names added by hand
//	main.go      the flags, and both logistic models
package main
