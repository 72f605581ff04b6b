// Package dictionary reads the user's own actors, places and patterns and puts them over
// the built-in ones.
//
// In: files of a table of tab-separated columns, or of YAML, or of event patterns. Out:
// the annotators' tables, merged, and a digest for the options hash; errors with file and
// line, all of a file at once, each with what was perhaps meant.
//
//	dictionary.go  Options; merging; the digest
//	records.go     rows of a table or entries of a YAML list, as fields with lines
//	actors.go      fields to actors
//	places.go      fields to places
//	geonames.go    a country dump of GeoNames as a places file
package dictionary
