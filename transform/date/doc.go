// Package date finds dates, times, durations and sets and places them on the calendar.
//
// In: a Document with sentences, tokens and tags, and its article's publication time. Out:
// Document.Dates: TIMEX3 type, value and mod, the calendar interval, precision and basis.
// Without a publication time nothing relative is resolved.
//
//	annotate.go   the annotator: one longest-match pass over the text
//	lexicon.go    the words: months, units, parts of the day, directions …
//	lex.go        text to atoms
//	rules.go      the grammar: patterns, each with its example
//	pattern.go    patterns compiled; match.go walks them; scan.go reads amounts and clock times
//	build_*.go    what rules check beyond their pattern: days, longer spans, lengths
//	refuse.go     what only looks like a date
//	frame.go      what an expression says before it is placed
//	resolve.go    the story's date, and which placing a frame needs
//	place_*.go    frames placed on the calendar, from publication or the story's date
//	history.go    texts that tell of years long gone
//	tense.go      past or to come: the verb beside a date; clause.go asks the parse tree
//	holiday.go    named days, movable ones too
//	calendar.go   periods: days, weeks, quarters …; value.go writes durations and sets
//
// A rule stands in rules.go beside its example; testdata holds a line for each way to write
// a date, with the dates marked up: on [Monday night]{time 2020-02-10TNI}.
package date
