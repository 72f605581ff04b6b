// Package teletype reads the control-character formats of the teleprinter age that
// agencies still send: ANPA 1312 (AP, AAP) and IPTC 7901 (dpa, ATS, Kyodo).
//
//	anpa.go      ANPA 1312
//	iptc7901.go  IPTC 7901
//	charset.go   their bytes to UTF-8
package teletype
