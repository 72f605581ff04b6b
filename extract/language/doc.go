// Package language tells which language a text is in: by its script where one script
// means one language, else by the small words and letters that the languages do not share.
//
// In: plain text. Out: a BCP 47 primary tag ("en", "de", "ar" …), empty when the text is
// too short or fits none.
//
//	detect.go   Detect: scripts, then the vote of the small words
//	words.go    the small words of each language
package language
