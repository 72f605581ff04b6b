package main

import (
	"strings"
	"unicode"
)

// Kinds of a key, best first; ../places.go has the same.
const (
	kindName      = 0 // the canonical or English name
	kindAlternate = 1 // any other spelling
	kindLoose     = 2 // the loose key
)

// homogeneous are countries whose places news write one way: alternates there are
// history and other languages ("Damascus" for Hartsville), and lead astray; but the
// datelines of other languages name the largest (Nova York, Filadelfia).
var homogeneous = map[string]bool{"US": true, "CA": true, "GB": true, "IE": true, "AU": true, "NZ": true}

// romanised are countries whose names reach English by Romanisations that differ from
// writer to writer: there a loose key is kept as a last resort.
var romanised = map[string]bool{
	"AE": true, "AF": true, "BH": true, "DJ": true, "DZ": true, "EG": true, "EH": true, "ER": true, "ET": true, "IL": true, "IQ": true,
	"IR": true, "JO": true, "KW": true, "LB": true, "LY": true, "MA": true, "ML": true, "MR": true, "NE": true, "OM": true, "PK": true,
	"PS": true, "QA": true, "SA": true, "SD": true, "SO": true, "SY": true, "TD": true, "TJ": true, "TN": true, "TR": true, "UA": true, "YE": true,
}

// alternate reports whether another spelling is fit to be a key: in Latin letters, with a
// vowel, capitalised like a name, and no code.
func alternate(s string, p *place) bool {
	if homogeneous[p.country] && p.pop < 700000 || p.pop < 1000 && !romanised[p.country] || len(s) < 4 && p.pop < 100000 || len(s) > 40 {
		return false
	}
	first, vowels, upper, letters := true, 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			if !unicode.Is(unicode.Latin, r) || first && !unicode.IsUpper(r) {
				return false
			}
			first = false
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
			if strings.ContainsRune("aeiouyAEIOUYāīūēōáíúéóàèìòùâêîôûäëïöüãõåøæœăıə", r) {
				vowels++
			}
		case !strings.ContainsRune(" -'’‘ʼʻ`.", r) && !unicode.Is(unicode.Mn, r):
			return false
		}
	}
	return vowels > 0 && letters > 2 && upper < letters
}

// shown are names to show, by geonameid, where the sources' own are out of date or not what
// English calls the place.
var shown = map[int64]string{
	292968: "Abu Dhabi", 1526273: "Astana", 6611854: "Naypyidaw", 104515: "Mecca", 4297983: "Lexington", 109223: "Medina",
}

// foreign reports whether another spelling is a name in another script, of a place that
// datelines in that script may name.
func foreign(s string, p *place) bool {
	if p.pop < 15000 && p.feature != featPPLC && p.feature != featPPLA || len(s) > 60 {
		return false
	}
	letters := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			return false
		case unicode.IsLetter(r):
			letters++
		case r != ' ' && r != '-' && r != '\u200c' && !unicode.Is(unicode.M, r):
			return false
		}
	}
	return letters > 1
}

// typeWords are what admin areas are called, in the order they are tried; the bare name
// before one is a key of its own.
var typeWords = []string{
	" Governorate", " Province", " Oblast", " oblast", " Oblast'", " Oblast’", " Region", " region", " Department", " District", " Prefecture", " Krai", " Kray",
	" State", " Municipality", " Raion", " Rayon", " City", " County", " Voivodeship", " Division", " Parish", " Canton", " Territory", " Sheng",
	" Autonomous Region", " Autonomous Oblast", " Subdistrict", " Commune", " Regency", " Kabupaten", " Township", " Republic", ", Respublika",
}

var typePrefixes = []string{
	"Provincia de ", "Provincia di ", "Provincia del ", "Province of ", "Province de ", "Estado de ", "Departamento de ", "Departamento del ", "Département de ",
	"Département du ", "Gouvernorat de ", "Wilaya de ", "Wilaya d'", "Wilaya d’", "Région de ", "Région du ", "Region of ", "Republic of ", "State of ",
	"Kabupaten ", "Kota ", "Municipio de ", "Provinsi ", "Provincie ", "City of ", "County of ", "District of ", "Préfecture de ", "Préfecture du ", "Cercle de ",
}

// bare strips the word for the kind of area off its name: "Idlib Governorate" → "Idlib".
func bare(s string) string {
	for _, w := range typeWords {
		if t := strings.TrimSuffix(s, w); t != s && len(t) > 2 {
			return t
		}
	}
	for _, w := range typePrefixes {
		if t := strings.TrimPrefix(s, w); t != s && len(t) > 2 {
			return t
		}
	}
	return s
}

// spellings lists the names of a place that become keys, with their kinds; a name that
// comes twice keeps its best kind (write takes care).
func (p *place) spellings(yield func(s string, kind byte)) {
	yield(p.name, kindName)
	if s, ok := shown[p.id]; ok {
		yield(s, kindName)
	}
	if p.english != "" {
		yield(p.english, kindName)
	}
	for _, s := range p.others {
		if alternate(s, p) || foreign(s, p) {
			yield(s, kindAlternate)
		}
	}
	if p.feature > featAdmin2 || p.country == "US" {
		return
	}
	for _, s := range append([]string{p.name, p.english}, p.others...) {
		if b := bare(s); b != s && (s == p.name || s == p.english || alternate(b, p)) {
			if p.feature == featAdmin1 {
				yield(b, kindName)
			} else {
				yield(b, kindAlternate)
			}
		}
	}
}
