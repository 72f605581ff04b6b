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
// lists of names, tags and prose's labels, decoded by Viterbi's algorithm; a second pass
// sees how the first labelled the same words elsewhere in the text. What each part brings,
// F1 in per cent over PER, LOC and ORG on the development sets, each line retrained:
//
//	                                CoNLL testa   worldwide   WikiGold fifth
//	all                                    82.8        72.4             73.1
//	without prose's labels                 82.5        72.4             73.5
//	without lists of names                 80.1        70.2             67.2
//	without document memory                81.8        71.6             72.3
//	without the teacher's labels           80.1        70.5             73.8
//	without synthetic stories               73.3        72.7             72.9
//
// WikiGold's fifth has 648 entities: a point there is six of them. Tried and left: a
// conditional random field trained by AdaGrad (63 to 66 on testa against 71 for the
// perceptron on the same data, before regularisation was tuned), more passes, rarer
// features, GUM's silver layer left out.
package text
