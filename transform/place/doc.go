// Package place finds the toponyms of an article that are used as locations, says which
// place on earth each is, and resolves the dateline.
//
// In: a document with tokens, tags and entities. Out: transform.Place values in text
// order, and Document.DatelinePlace.
//
//	place.go      Annotator, the order of the steps, what is appended
//	match.go      names in the text that the gazetteer knows, longest first
//	context.go    what stands around a name: containers, type words, demonyms, lists
//	recognise.go  features that tell a place from a person, an organisation, a word
//	resolve.go    readings of a name, features that choose between them, rounds of voting
//	vote.go       what the other names of the text say for a reading
//	direction.go  "northwest Syria", "300 km east of Moscow", "a Syrian town"
//	dateline.go   Article.Dateline
//	explain.go    what --explain prints
//	words.go      word lists; words/ has two that train counts
//	weights.go    the learned weights, written by train
//	names.go      the features by name
//	trace.go      what train sees of all this
//	gazetteer/    the places of the world and the tables of facts
//	train/        learns the weights (make place-weights)
//
// # How a place is found
//
// Every run of capitalised words that the gazetteer knows is a name. A logistic model of
// some fifty features (the entity model's label, words before and behind, population,
// whether it is an everyday word or somebody's surname) gives the probability that it is a
// place. All mentions of a name form a group, one sense per article, unless containers
// tell them apart ("Springfield, Illinois"). The readings of each group are weighed by a
// linear model of some forty features in four rounds: population and kind of place first,
// then how many of the other names lie in the same country and first-level area, how near
// they are, what the text names, and the dateline. A second logistic model, which also
// sees how well the chosen reading fits the others, decides what is kept.
//
// The weights are learned by train from two development sets, LGL (small local papers of
// the USA) and GeoVirus (outbreak news of Wikinews), counted alike, with a normal prior.
// Features that those have too little of (datelines, demonyms, containers, villages) keep
// the weights of the prior, see ChoicePrior. Cross-validation by text costs about half a
// point of accuracy against training and testing on the same texts.
//
// A name that acts ("Ankara warned") is found here and taken over by the actor annotator.
package place
