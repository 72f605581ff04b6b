package event

import (
	"strings"

	"dateline/transform"
)

// A story written abroad tells what happened at home: who reports from Montevideo that a
// Colombian senator was killed by Colombian gunmen does not say that it was in Montevideo.
// What has no place of its own is then in the country it concerns, and no closer.

// weightOfPlace and weightOfActor count towards the country that a story is about.
const weightOfPlace, weightOfActor = 2, 1

// enoughOfStory is the count below which a country is only mentioned.
const enoughOfStory = 4

// aStory is how many sentences make a story that tells what it is about.
const aStory = 5

// concern is how much of the story, after the dateline, is about each country; counted once.
func (b *builder) concern() map[string]int {
	if b.about != nil {
		return b.about
	}
	n := map[string]int{}
	for i := range b.doc.Places {
		if p := &b.doc.Places[i]; p.Start >= b.doc.Article.BodyStart && len(p.Country) == 3 && (p.Feature == "country" || p.Confidence >= doubtfulAbroad) {
			n[p.Country] += weightOfPlace
		}
	}
	for i := range b.doc.Actors {
		if a := &b.doc.Actors[i]; a.Start >= b.doc.Article.BodyStart && b.nationOf(i) != "" && a.Rule != placeRule {
			n[a.Country] += weightOfActor
		}
	}
	b.about = n
	return n
}

// nationOf is the country of an actor; empty for international ones, those without, and
// those who have it from where the story is set.
func (b *builder) nationOf(i int) string {
	if strings.Contains(b.doc.Actors[i].Rule, lentRule) {
		return ""
	}
	switch c := b.doc.Actors[i].Country; c {
	case "IGO", "NGO", "IMG", "MNC", "NGM", "UIS":
		return ""
	default:
		return c
	}
}

// concerned is where event e, without a place, happened if not where the story was written,
// in country from: nil where nothing speaks against that.
func (b *builder) concerned(e *transform.Event, from string, n map[string]int) *transform.Location {
	if from == "" && len(b.doc.Sentences) < aStory {
		return nil
	}
	about, sure := "", true
	for _, side := range [2][]int{e.Targets, e.Sources} {
		for _, a := range side {
			if c := b.nationOf(a); c != "" && about == "" {
				about = c
			} else if c != "" && c != about {
				sure = false
			}
		}
	}
	if about == "" || !sure {
		if about = most(n); n[about] < enoughOfStory {
			return nil
		}
	}
	if about == from || from != "" && n[about] <= 2*n[from] {
		return nil
	}
	return b.country(about)
}

// most is the country with the highest count.
func most(n map[string]int) string {
	top := ""
	for c, k := range n {
		if k > n[top] || k == n[top] && c < top {
			top = c
		}
	}
	return top
}

// country is the location of a country that the text names, by an adjective perhaps.
func (b *builder) country(code string) *transform.Location {
	for i := range b.doc.Places {
		if p := &b.doc.Places[i]; p.Feature == "country" && p.Country == code {
			return &p.Location
		}
	}
	for i := range b.doc.Actors {
		if a := &b.doc.Actors[i]; a.Kind == "state" && a.Country == code {
			return &transform.Location{Name: a.Name, Feature: "country", Country: code}
		}
	}
	return nil
}
