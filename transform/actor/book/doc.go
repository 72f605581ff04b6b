// Package book is the actor book and the agent lexicon: names of actors with what they
// are on a given day, and role nouns with their sectors. Both are embedded, loaded at the
// first use and looked up without allocation.
//
//	book.go   the book: entries, dated rows, lookup
//	own.go    actors of the user's, put over the book
//	roles.go  the agent lexicon
//	index.go  the index of names both share
//	fold.go   words folded and hashed: case, diacritics and apostrophes do not matter
//	tables/   the tables written by hand, each with its source
//	gen/      the generator; `make actorbook` runs it
package book
