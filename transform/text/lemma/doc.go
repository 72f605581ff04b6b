// Package lemma finds the dictionary form of a word.
//
// In: a form and its Penn tag. Out: its lemma, in lower case except for proper names, as
// Universal Dependencies has it: "was" is "be", "n't" is "not", "them" is "they".
//
//	lemma.go    Of: exceptions first, then the rule of the tag
//	rules.go    the spelling rules
//	table.txt   what the rules get wrong, a line "class form lemma"
//	gen         makes table.txt: make lemmas
//
// The table is made from the irregular forms of WordNet 3.0 (*.exc; Debian wordnet-base;
// WordNet licence), from the regular forms of WordNet's own words that the rules would
// take back to something else ("movies", "agreed"), and from the lemmas of the
// treebanks in ../shared/train/ud that differ from both. It holds single words, facts
// about English, and no text.
package lemma
