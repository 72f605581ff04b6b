// Package extract turns bytes into articles.
//
// In: the bytes of one record (a file, a line of a JSONL export, a WARC response, a
// member of an archive). Out: [Article] values, or a [Reject] that says what was wrong.
// extract knows nothing of the packages behind it: transform imports extract, never the
// other way round.
//
//	article.go   Article, Time with its basis, Status
//	record.go    Record and Format: the contract of every wire format
//	reject.go    Reject: an input that yielded no article, and why
//	text.go      canonical text: UTF-8, NFC, paragraphs joined by a blank line
//
// One folder per wire format (text, html, jsonl, …) implements [Format]; folder dateline
// reads the agencies' datelines; folder reader walks inputs, unpacks containers, sniffs
// and parses.
package extract
