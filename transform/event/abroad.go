package event

import (
	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// Small places abroad that the text says nothing about are mostly namesakes of a place at
// home that the gazetteer lacks: "in the Santa Isabel neighbourhood", in a story from El
// Salvador, is in no Santa Isabel of Mexico.

// doubtfulAbroad is the gazetteer's confidence below which most places in a country that
// the story does not name are such namesakes.
const doubtfulAbroad = 0.6

// domestic is where the place is taken to be: as resolved, or, for such a namesake, under
// its name in the dateline's country.
func (b *builder) domestic(p *transform.Place, named map[string]bool) *transform.Location {
	home := b.doc.DatelinePlace
	if home == nil {
		return b.atHomeOf(p)
	}
	if home.Country == "" || p.Country == "" || p.Country == home.Country || named[p.Country] || p.Confidence >= doubtfulAbroad || p.Adjective {
		return &p.Location
	}
	switch p.Feature {
	case "city", "admin1", "admin2", "site", "region":
		if metropolis(p) {
			return &p.Location
		}
		b.explain("sentence %d: %q is no place of %s, which the story does not name", p.Sentence, b.doc.Text[p.Start:p.End], p.Country)
		return &transform.Location{Name: b.doc.Text[p.Start:p.End], Feature: p.Feature, Country: home.Country}
	}
	return &p.Location
}

// metropolis reports whether a place is the large seat of an area: "In Geneva" is there
// however many other towns are called so.
func metropolis(p *transform.Place) bool {
	if p.Feature != "city" || p.GeonameID == 0 {
		return false
	}
	g := gazetteer.Load()
	var buf [16]gazetteer.Candidate
	for _, c := range g.Lookup(buf[:0], p.Name) {
		if g.GeonameID(c.ID) == p.GeonameID {
			f := g.Feature(c.ID)
			return (f == gazetteer.Capital || f == gazetteer.Seat1) && g.Magnitude(c.ID) >= metropolitan
		}
	}
	return false
}

// metropolitan is the gazetteer's magnitude of a city of some 150,000 people.
const metropolitan = 17

// namedCountries are those that the text names, by themselves, by an adjective or as actors.
func (b *builder) namedCountries() map[string]bool {
	named := map[string]bool{}
	for i := range b.doc.Places {
		if p := &b.doc.Places[i]; p.Feature == "country" || p.Adjective {
			named[p.Country] = true
		}
	}
	for i := range b.doc.Actors {
		if a := &b.doc.Actors[i]; a.Kind == "state" && a.Rule != placeRule {
			named[a.Country] = true
		}
	}
	return named
}

// surelyAbroad is the confidence from which a small place is abroad whatever a story
// without a dateline is about.
const surelyAbroad = 0.95

// atHomeOf is the same for a story without a dateline, whose home is the country that it is
// about: four times as much as that of the place.
func (b *builder) atHomeOf(p *transform.Place) *transform.Location {
	if p.Feature != "city" && p.Feature != "site" || p.Confidence >= surelyAbroad || p.Adjective || len(b.doc.Sentences) < aStory {
		return &p.Location
	}
	about := b.concern()
	home := most(about)
	if home == p.Country || about[home] < 2*enoughOfStory || about[home] < 4*about[p.Country] {
		return &p.Location
	}
	b.explain("sentence %d: %q is no place of %s, which the story is not about", p.Sentence, b.doc.Text[p.Start:p.End], p.Country)
	return &transform.Location{Name: b.doc.Text[p.Start:p.End], Feature: p.Feature, Country: home}
}
