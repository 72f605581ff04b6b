// Package datadict is the data dictionary: every column with its type and meaning, the rule
// behind it, and an example that the program itself makes of a story.
//
// In: the row structs (package load), the rules beside them. Out: Markdown or HTML.
//
//	datadict.go  the entries; Markdown and HTML
//	rules.txt    the rule behind each column; a test wants one for each
//	sample.go    the story that the examples come from, told as an invented agency would
//	quality.go   the measured figures, read from fixtures
package datadict
