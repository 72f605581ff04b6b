// Package number finds the quantities of a text: what they are worth, in which unit, what
// they count and, where they count people, what happened to them.
//
// In: a document with tokens, tags, dates and, when there is one, a dependency tree.
// Out: transform.Number values in text order.
//
//	number.go     Annotator: one pass over the sentences
//	lexer.go      lexemes: words, figures and marks, finer than tokens
//	lexicon.go    what is known of each word, built once from the tables
//	peek.go       questions the rules ask of a lexeme
//	numeral.go    numerals in figures and words
//	fraction.go   fractions and ratios
//	bound.go      bounds: "at least", "nearly", "or more"
//	unit.go       units of measure
//	money.go      currencies
//	quantity.go   a numeral with its bound and currency
//	measure.go    a numeral with its unit of measure; ages
//	ranges.go     ranges and scores
//	refuse.go     figures that are no numbers: telephone numbers, addresses, names
//	phrase.go     the counted noun
//	single.go     one person told without a number; idiom.go lives taken
//	people.go     nouns for people
//	harm.go       words that say what happens to people
//	category.go   the constructions that join the two, by what stands next to what
//	right.go      predicates further right
//	tree.go       the same by the dependency tree
//	part.go       numbers that are parts of others
//	sum.go        totals of coordinations that share one fate
//
// Besides numbers in the strict sense, one person to whom something happened is told as a
// count of 1 ("a soldier was killed", "Ana Ruiz died"): rules single, name, surname and
// pronoun; nothing is told of persons to whom nothing happened. A coordination with one
// fate is told once more as a whole (rule sum), its members being parts of it: numbers
// whose PartOf is -1 do not overlap.
package number
