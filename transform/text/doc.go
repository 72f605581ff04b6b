// Package text is the language engine: sentences, tokens, tags, entities, lemmas and
// dependency trees, each with exact offsets into the text.
//
// In: a string, any bytes. Out: an [Analysis]; offsets are bytes.
//
//	token.go      Token, Sentence, Analysis: the result
//	engine.go     Analyze: the order of the steps
//	scan.go       characters into pieces, in one pass
//	word.go       what belongs to one word: clitics, hyphens, numbers, links
//	abbrev.go     dots of abbreviations
//	sentence.go   pieces into sentences; headlines
//	prosemap.go   our tokens and prose's
//	syntax.go     calls the parser; tree.go walks its trees
//
//	word          what all models want to know of a word, computed once
//	linear        sparse linear models: hashed features, flat tables, their files
//	huge          memory for tables that are read at random
//	truecase      headlines in capitals made readable for the models
//	tag           prose's tagger from prose's weights, and ours on top of it (tagger.md)
//	ner           prose's entity model from prose's weights, and ours on top of it (model.md)
//	lemma, parse  dictionary forms and trees
//	train         trainers of all but the parser: make models
//
// # Tokens
//
// Tokens are Universal Dependencies': hyphens and slashes stand for themselves, clitics
// and units are split off, numbers, dates, links and abbreviations stay whole.
// [Analysis.ProseTokens] maps them to prose's; it finds .9995 of prose's tokens on
// 30,000 tokens of running text. GUM's development documents, from raw text: tokens F1
// .999, sentences F1 .933, XPOS .962. A dateline before the first sentence is a sentence.
//
// # Prose
//
// Prose is the base and the measure. Its tagger and its entity model run here from its own
// weights, made flat at build time, and give what prose gives, token by token (tests in
// tag and ner). Its tags are features of our tagger, its labels features of our entity
// model; the engine asks the entity model about names only.
//
// # Entities
//
// A linear model over features of the word, its neighbours, the run of capitals around it,
// lists of names, words that say of what type a name is ("Club", "River") and nouns that
// say it beside the name ("X, a lender,"; "the village of X"), tags and prose's labels,
// decoded by Viterbi's algorithm; a second pass sees how the first labelled the same words
// elsewhere in the text. At last a body's name that was torn at its place is joined:
// "the [Northport] Hockey Club". F1 in per cent over PER, LOC and ORG on the development
// sets, every line retrained:
//
//	                                CoNLL testa   worldwide   WikiGold fifth
//	all                                    83.3        74.2             78.1
//	without prose's labels                 82.3        73.7             77.2
//	without lists of names and words       80.4        70.0             68.6
//	without document memory, joining       81.8        73.3             75.7
//	without the teacher's labels           80.3        71.6             75.4
//	without synthetic stories              74.0        74.6             73.7
//
// WikiGold's fifth has 648 entities: a point there is six of them. Tried and left: a
// conditional random field trained by AdaGrad (63 to 66 on testa against 71 for the
// perceptron on the same data, before regularisation was tuned), more passes, rarer
// features, GUM's silver layer left out, the mean of two to four runs (up or down by less than one).
//
// # Speed
//
// Most time goes into waiting for weights, so that they are asked for many at a time (see
// linear.Table.Gather, and the doc of parse), and their tables lie on large pages (see huge).
// CPU time of BenchmarkEntities and
// BenchmarkAnalyze on one core of a server processor (AMD EPYC of 2022) that others used
// too: 249,000 words/s for tokens, tags and entities, 103,000 with lemmas and trees; the
// ratio to prose with a shared model, in one run, is 21 without the trees. A process of the
// engine alone has 74 MB resident; the first text costs 0.2 s of CPU time, mostly for
// unpacking the parser's model.
package text
