// Package inspect prints what dateline makes of articles: `dateline inspect`.
//
// In: inputs and a pipeline. Out: each article in one of these forms.
//
//	inspect.go    reading; JSON and CoNLL-U
//	text.go       for a terminal
//	html.go       one page for a browser; article.html are its templates
//	nest.go       spans that overlap, as elements that do not
//	tip.go        what a mention was read as, in a line
package inspect
