// Package linear holds sparse linear models: from the hash of a feature to the weights
// it gives each class, in flat tables made for fast reading.
//
// In: feature hashes. Out: integer scores per class.
//
//	hash.go     hashes of strings and of features
//	table.go    Table: the model in memory
//	filter.go   Filter: what is surely not in a table
//	codec.go    Builder and the file format
//
// Feature names are not stored. A feature is the upper 40 bits of its hash: an unseen one
// is mistaken for one of n stored ones with probability n/2^40.
package linear
