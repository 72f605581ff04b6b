// Package actor finds who acts or is acted upon: a document with tokens, tags, parse and
// places comes in, transform.Actor mentions go out.
//
//	actor.go    the annotator and the state of one run
//	item.go     words with a meaning: names of the book, nations, roles, labelled entities
//	lowered.go  names of armed groups in small letters
//	party.go    names that parties of many countries have
//	initials.go acronyms that the story spells out
//	nation.go   names of states, peoples and governments, from the gazetteer
//	chunk.go    base noun phrases, possessors, modifiers joined by "and"
//	phrase.go   what a phrase is, by its last word; its modifiers
//	role.go     phrases headed by a role noun, and their complements
//	sector.go   the sector and country that a role and its modifiers give
//	person.go   persons, titles, appositions, possessors
//	state.go    states, peoples, organisations, actors inside other phrases
//	metonym.go  "Ankara warned" or "in Ankara"
//	words.go    the words that decide it
//	refer.go    one actor's mentions joined; descriptions and pronouns led back
//	code.go     CAMEO-style codes
//
// Folder book has the actor book and the agent lexicon.
package actor
