// Package transform turns an article into a document: the article's text with what was
// found in it, every value with the characters it came from.
//
//	document.go   Document, Span and the mention types
//	annotator.go  Annotator: one kind of annotation as a value, and the driver
//
// One folder per kind of annotation: text (the language engine), date, number, place,
// actor, event. Folder pipeline puts them together, folder own keeps what a user adds to
// the tables of places, actors and patterns.
package transform
