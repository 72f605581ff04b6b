// Package dateline reads the line that tells where, when and by which agency a story was
// filed, in the forms of all agencies: "PARIS, Feb 10 (Reuters) -", "Berlin (dpa) -",
// "MOSCOW, January 21. /TASS/.", "AFP, QAMINAS, Syria" on a line of its own.
//
// In: the text of an article whose paragraphs are joined by a blank line. Out: the
// [dateline/extract.Dateline] with its byte range, the agency's usual name, bylines that
// stand before it, and the sign-off at the end.
//
//	apply.go    Apply fills an article; Find looks at the first paragraphs
//	parse.go    the grammar of one line
//	barred.go   "Paris, France | AFP | 10/07/2020", the line of AFP's web texts
//	dated.go    "Clandestine, 8 Jan 90 (Radio Venceremos) --", which its form alone proves
//	eastasia.go Chinese, Japanese and Korean lines
//	accept.go   which readings are datelines, and the false friends that are none
//	agency.go   the agencies and their names as printed
//	day.go      days in the languages of the agencies
//	place.go    place phrases, regions, words that look like places
//	names.go    a filter of place names: is this a place at all?
//	byline.go   "By X and Y", "Von X", bylines that run into the dateline
//	signoff.go  "(Reporting by …; Editing by …)" at the end of a story
package dateline
