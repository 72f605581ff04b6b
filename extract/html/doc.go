// Package html reads articles out of web pages.
//
// In: the bytes of a page in any encoding. Out: one article: headline, bylines, times,
// keywords from the page's own metadata, and the body's paragraphs without the furniture
// around and between them.
//
// The page is parsed once and walked once. The walk gives a flat list of blocks
// (paragraphs, headings, list items, cells) with the elements around them. A publisher's
// template picks the blocks where one is known; otherwise two scorers, one that looks for
// the best element and one that looks for the best run of blocks, vote with the page's
// JSON-LD articleBody as a third voice. Furniture within the story is dropped by its type.
//
//	html.go       Format; from record to article
//	decode.go     bytes to UTF-8
//	state.go      the story in the data that scripts build the page from
//	strip.go      scripts, styles and comments cut out before parsing
//	block.go      the walk: from the tree to blocks
//	class.go      what class names, ids and roles say about an element
//	score.go      the two scorers
//	vote.go       which blocks are the story, and how sure that is
//	trim.go       where the story ends; headline, repetitions and standfirst
//	furniture.go  what is never part of a story: captions, "Read more", newsletters …
//	system.go     names that publishing systems give to the story and to what is around it
//	publisher.go  templates of publishers
//	jsonld.go     schema.org JSON-LD
//	meta.go       meta tags and microdata, and which source wins
//	headline.go   the headline
//	author.go     who wrote the story: metadata, bylines, and which of them are right
//	name.go       names out of bylines
//	signed.go     who wrote the story where no byline says so
//	shown.go      the time that the page shows
//	when.go       times and days as pages write them
package html
