// Package text is the language engine: sentences, tokens, tags, entities, lemmas and
// dependency trees, each with exact offsets into the text.
//
// In: a string. Out: an [Analysis].
package text
