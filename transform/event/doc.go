// Package event codes events: who did what to whom, when, where, with what toll, and who
// says so.
//
// In: a Document with trees, dates, numbers, places and actors. Out: Document.Events, typed
// by PLOVER and coded by CAMEO.
//
// The way of a sentence: every verb, noun and adjective that the lexicon knows becomes a
// frame (voice undone, shared subjects found); the first pattern that the frame satisfies
// codes it; operators (agree, demand, refuse, threaten, stop …) are composed with what they
// are about; what is left and has the actors its type needs becomes an event. Then day,
// place and toll are settled from clause, sentence and story, claims are marked where the
// text says that they could not be verified, and mentions of one event are merged.
//
//	event.go      the annotator; from codings to events
//	codes.go      codes.tsv: CAMEO with Goldstein, quad class and PLOVER type, mode, contexts
//	lexicon.go    reads lexicon/*.txt: noun classes, nominalisations, patterns
//	own.go        patterns of the user's, put before those of the lexicon
//	graph.go      trees with children lists, noun classes of phrases
//	mend.go       what tagger and parser plainly misread, on a copy of the tokens; shot.go the
//	              past tenses taken for nouns; clause.go verbs hidden in noun phrases; nameverb.go
//	              names that look like verbs; hung.go what hangs on the word beside;
//	              deednoun.go, thatclause.go gerunds that are nouns, claims that something is so
//	frame.go      predicates with their arguments, noun.go nouns as predicates; repair.go
//	              finds what the parse missed
//	match.go      patterns against frames
//	coder.go      what a predicate means; carrier verbs; absorb.go: arguments that are no event
//	              of their own
//	compose.go    operators: an appeal for aid is another code than one for a truce
//	side.go       which actors stand on which side; deed.go: what is done tells who;
//	              near.go the nearest actor where the parse lost one; overdeed.go, struck.go
//	              what a protest is over, what an attack is named after
//	headline.go   the verb of headlines
//	homeland.go   the state of those who are told without one
//	misread.go    as mend.go, what hides the sides of ordinary sentences of the wire
//	occasion.go   what a sentence tells beside its event
//	pair.go       whom "both sides" stands for
//	people.go     states behind adjectives
//	stance.go     status and attribution, by climbing the tree; befall.go: what there may be
//	verify.go     claims not verified or disputed, also sentences later
//	mode.go       PLOVER modes that the CAMEO code alone does not tell
//	when.go, toll.go   day, counts of people; caption.go pictures between the paragraphs; victim.go who of the dead and wounded is the same
//	              person, tally.go tolls of persons
//	where.go, site.go  place: spots of the sentence weighed by how they hang on the event;
//	              inner.go  places inside places, streets in towns, phrases the parse lost;
//	              locals.go people and premises that tell where
//	misfortune.go quakes, crashes, epidemics: harm that nobody does
//	abroad.go     namesakes abroad of places at home; concern.go stories
//	              written abroad
//	vague.go      what is told of no certain event
//	thread.go     one act of force told several times; donor.go: and its day taken from there
//	blame.go      who is said to have done it, guilt.go in sentences without a verb of doing;
//	              hand.go behind a lost "by", samehand.go told right before;
//	              culprit.go: the organisation behind its people
//	doer.go       who stands where a doer stands and did nothing
//	weapon.go     what is done with explosives; aim.go: what is only somebody's aim
//	merge.go      mentions of one event in an article
//
// # Patterns
//
// One rule a line, most specific first whatever the order:
//
//	CODE[.mode][+context…]  predicate,…  [slot=filler,…]  [slot!=filler,…]  [S=slot,…] [T=slot,…] [flag…]
//	> An example sentence.
//
// A predicate is a verb and its nominalisations (0-nominal.txt), "n:noun" or "a:adjective";
// "call_off" has a particle. Slots: subj, obj, iobj, comp (a clause), mod and poss (of a
// noun), head (its governor), arg (any), or an adposition. Fillers: lemmas, "military_aid"
// (a noun behind a modifier), &classes (0-classes.txt), @ (any actor), @MIL (one of a PLOVER
// sector), *. S and T say where the sides stand when not in the usual places. Flags: recip
// (both ways), inner (only as content of another predicate), wants (no event without an
// actor), needs (an operator that means nothing without content), aimless (nobody named is a
// target). Codes in capitals are the operators of compose.go; NONE stands for what looks like
// an event and is none.
//
// The codes are those of the public CAMEO 1.1b3 and PLOVER 2.0 codebooks and GDELT's table
// of Goldstein values; patterns, classes and sentences are our own.
package event
