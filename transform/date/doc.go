// Package date finds dates, times, durations and sets and places them on the calendar.
//
// In: a Document with sentences, tokens and tags, and its article's publication time. Out:
// Document.Dates: TIMEX3 type, value and mod, the calendar interval, precision and basis.
// Without a publication time nothing relative is resolved.
//
//	annotate.go   the annotator: one longest-match pass over each sentence
//	lexicon.go    the words: months, units, parts of the day, directions …
//	lex.go        text to atoms
//	rules.go      the grammar: patterns, each with its example
//	pattern.go    patterns compiled; match.go walks them; scan.go reads amounts and clock times
//	build.go      what rules check beyond their pattern
//	frame.go      what an expression says before it is placed
//	resolve.go    frames placed on the calendar, from publication or the story's own date
//	tense.go      past or to come: the verb beside a date
//	holiday.go    named days, movable ones too
//	calendar.go   periods: days, weeks, quarters …; value.go writes durations and sets
package date
