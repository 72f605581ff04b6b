package transform

import (
	"time"

	"dateline/extract"
	"dateline/transform/text"
)

// Document is an article and what was found in it. Annotators run one after the other
// and see what earlier ones appended.
type Document struct {
	Article *extract.Article
	Text    string // Article.Text

	text.Analysis

	Dates   []Date
	Numbers []Number
	Places  []Place
	Actors  []Actor
	Events  []Event

	// Resolved dateline place; nil when the line names none or it was not found.
	DatelinePlace *Location

	// Explain, when set, receives one line per decision (inspect --explain).
	Explain func(annotator, message string)
}

// Span is a half-open byte range of Document.Text.
type Span struct{ Start, End int }

// Overlaps reports whether the ranges share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Mention is what every kind of mention has.
type Mention struct {
	Span
	Sentence   int     // index into Sentences
	Confidence float64 // 0..1
	Rule       string  // name of the rule that made it
}

// Interval is a range of calendar days, both inclusive, midnight UTC; a zero time is an
// open or unknown side.
type Interval struct{ First, Last time.Time }

// Known reports whether any side is set.
func (i Interval) Known() bool { return !i.First.IsZero() || !i.Last.IsZero() }

// Date is a TIMEX3 expression.
type Date struct {
	Mention
	Type      string // date, time, duration, set
	Value     string // TIMEX3 value (ISO-TimeML); empty when it cannot be anchored
	Mod       string // TIMEX3 mod: START, MID, END, APPROX, MORE_THAN …
	Interval         // empty for durations and what cannot be anchored
	Precision string // minute hour daypart day week month quarter season year decade century
	Basis     string // explicit weekday relative anchored vague
}

// Number is a quantity.
type Number struct {
	Mention
	Value     *float64 // best value
	Low, High *float64 // bounds; a side the text leaves open is nil
	Bound     string   // exact about at_least more_than at_most less_than nearly range
	Type      string   // cardinal ordinal money percent measure count score
	Unit      string   // ISO 4217, SI, percent …
	Noun      string   // the counted noun's lemma
	Category  string   // killed wounded missing displaced detained kidnapped refugees troops participants …
	NounToken int      // token of the counted noun; -1 none
	VerbToken int      // token of the predicate that decided the category; -1 none
	PartOf    int      // index of the number this one is a part of ("including four children"); -1 none
}

// Location is a resolved place.
type Location struct {
	Name      string // canonical
	GeonameID int64  // 0: not in GeoNames
	Feature   string // continent region country admin1 admin2 city site water …
	Country   string // ISO alpha-3; empty for what spans several
	Admin1    string // name
	Lat, Lon  float64
	HasPoint  bool
	RadiusKm  float64 // how far the point may be off
}

// Place is a toponym used as a location.
type Place struct {
	Mention
	Location
	Adjective bool // a demonym or adjective that tells where ("Syrian town"), not a toponym
}

// Actor is who acts or is acted upon.
type Actor struct {
	Mention
	ID      string // the same for all mentions of one actor in the document
	Name    string // canonical
	Kind    string // person organisation state group
	Country string // ISO alpha-3, or PLOVER's international codes (IGO NGO IMG MNC …)
	Sector  string // PLOVER sector: GOV MIL REB COP CVL …
	Code    string // CAMEO-style concatenation: TURMIL
	Role    string // title or office as printed
	Head    int    // token that heads the mention
	Pronoun bool   // the mention is a pronoun or a bare description led back to its antecedent
}

// Event is who did what to whom, where, when, with what toll, and who says so.
type Event struct {
	Sentence                                                               int
	Trigger                                                                Span
	Head                                                                   int // token of the trigger's head
	Type                                                                   string
	Mode                                                                   string
	Contexts                                                               []string
	CAMEO                                                                  string
	Quad                                                                   int
	Goldstein                                                              float64
	Sources                                                                []int // indices into Actors; first is the main one
	Targets                                                                []int
	Date                                                                   Interval
	DatePrecision, DateBasis                                               string
	Place                                                                  *Location
	PlaceMention                                                           int // index into Places; -1 none
	Killed, Wounded, Missing, Detained, Displaced, Kidnapped, Participants Count
	Status                                                                 string // happened ongoing planned threatened denied hypothetical negated
	AttributedTo                                                           int    // index into Actors; -1 none
	AttributedName                                                         string // speaker's canonical name when no actor mention stands for it
	AttributionVerb                                                        string
	Verification                                                           string // asserted claimed unverified disputed
	Confidence                                                             float64
	Sentences                                                              []int // all sentences that mention the event, first one included
	Rule                                                                   string
}

// Count is a range of people; nil sides are unknown.
type Count struct{ Low, High *int64 }

// Known reports whether any side is set.
func (c Count) Known() bool { return c.Low != nil || c.High != nil }
