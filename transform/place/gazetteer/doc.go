// Package gazetteer knows the names of places: countries, demonyms, capitals, seats of
// government, and the places of the world.
package gazetteer
