// Package name folds the spellings of a place name into one key, so that "Ma'arat
// al-Nu'man" and "Maarrat an Nu`man" meet.
//
// In: a name as printed. Out: a folded key, a looser key for names in Arabic and like
// scripts, and a 64-bit hash of either. Generator and lookup share this package: a change
// here needs `make gazetteer`.
//
//	fold.go      Fold: the key
//	loose.go     Loose: the key of last resort, vowels and doubled letters evened out
//	latin.go     letters with marks, and those NFKD leaves alone
package name
