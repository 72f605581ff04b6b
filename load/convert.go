package load

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/place/gazetteer"
)

// The values of articles.annotation.
const (
	AnnotationFull        = "full"
	AnnotationUnsupported = "unsupported_language"
	AnnotationEmpty       = "empty"
)

// GoldsteinTable names the table that events.goldstein is from.
const GoldsteinTable = "gdelt"

// FromDocument makes the rows of a document.
func FromDocument(d *transform.Document, annotation string) *Rows {
	c := newConverter(d)
	r := &Rows{Article: c.article(annotation)}
	r.Mentions = c.mentions()
	r.Events = c.events()
	return r
}

// converter holds what the rows of one document share.
type converter struct {
	doc      *transform.Document
	offsets  CodePoints
	day      *Day
	actorIDs []string // mention id per Document.Actors
	placeIDs []string
}

func newConverter(d *transform.Document) *converter {
	c := &converter{doc: d, offsets: NewCodePoints(d.Text)}
	if d.Article.HasPublished() {
		c.day = ptr(DayOf(d.Article.PublishedAt))
	}
	for i := range d.Actors {
		c.actorIDs = append(c.actorIDs, c.mentionID("actor", d.Actors[i].Span))
	}
	for i := range d.Places {
		c.placeIDs = append(c.placeIDs, c.mentionID("place", d.Places[i].Span))
	}
	return c
}

func (c *converter) mentionID(kind string, s transform.Span) string {
	return shortID(c.doc.Article.ID, kind, fmt.Sprint(s.Start), fmt.Sprint(s.End))
}

// shortID is 64 bits of SHA-256 over the parts, hex.
func shortID(parts ...string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(h[:8])
}

func ptr[T any](v T) *T { return &v }

func micros(t time.Time) *Micros {
	if t.IsZero() {
		return nil
	}
	return ptr(Micros(t.UnixMicro()))
}

func day(t time.Time) *Day {
	if t.IsZero() {
		return nil
	}
	return ptr(DayOf(t))
}

func (c *converter) article(annotation string) ArticleRow {
	a := c.doc.Article
	r := ArticleRow{
		ArticleID: a.ID, ExternalID: a.ExternalID,
		SourceURI: a.Source.URI, SourceFormat: a.Source.Format, SourceOffset: a.Source.Offset, SourceSHA256: a.Source.SHA256,
		Agency: a.Agency, URL: a.URL, Language: a.Language, Headline: a.Headline, Bylines: a.Bylines, Copyright: a.Copyright,
		Dateline: a.Dateline.Raw, DatelinePlace: a.Dateline.Place, DatelineDate: day(a.Dateline.Date),
		PublishedAt: micros(a.PublishedAt), PublishedBasis: string(a.PublishedBasis), ModifiedAt: micros(a.ModifiedAt), PublishedDate: c.day,
		Version: a.Version, Status: string(a.Status), Keywords: a.Keywords, Subjects: a.Subjects, StoryID: a.ID,
		Text: a.Text, BodyStart: c.offsets.At(a.BodyStart), SignOff: a.SignOff, Reporters: a.Reporters, ReportingPlaces: a.Reported,
		ParagraphCount: paragraphs(a.Text), SentenceCount: int32(len(c.doc.Sentences)), WordCount: int32(len(strings.Fields(a.Text))),
		Annotation: annotation,
	}
	if r.PublishedBasis == "" {
		r.PublishedBasis = string(extract.BasisNone)
	}
	if a.Urgency > 0 {
		r.Urgency = ptr(int32(a.Urgency))
	}
	if a.Confidence > 0 {
		r.ExtractionConfidence = ptr(a.Confidence)
	}
	if l := c.doc.DatelinePlace; l != nil {
		r.DatelinePlace, r.DatelineCountry, r.DatelineGeonameID = l.Name, l.Country, geonameID(l)
		r.DatelineLat, r.DatelineLon = point(l)
	} else if c := gazetteer.CountryByCode(a.Dateline.Country); c != nil {
		r.DatelineCountry = c.Alpha3 // metadata name the country of a town we cannot place
	}
	return r
}

func paragraphs(text string) int32 {
	if text == "" {
		return 0
	}
	return int32(strings.Count(text, "\n\n") + 1)
}

func geonameID(l *transform.Location) *int64 {
	if l.GeonameID == 0 {
		return nil
	}
	return ptr(l.GeonameID)
}

func point(l *transform.Location) (lat, lon *float64) {
	if !l.HasPoint {
		return nil, nil
	}
	return ptr(l.Lat), ptr(l.Lon)
}

// mention fills the columns that every kind has.
func (c *converter) mention(kind string, m *transform.Mention) MentionRow {
	return MentionRow{
		MentionID: c.mentionID(kind, m.Span), ArticleID: c.doc.Article.ID, PublishedDate: c.day, Kind: kind,
		Text: c.doc.Text[m.Start:m.End], Start: c.offsets.At(m.Start), End: c.offsets.At(m.End),
		Sentence: int32(m.Sentence), Confidence: m.Confidence, Rule: m.Rule,
	}
}

// mentions are in text order; at the same start the longer one first, then by kind.
func (c *converter) mentions() []MentionRow {
	out := make([]MentionRow, 0, len(c.doc.Dates)+len(c.doc.Numbers)+len(c.doc.Places)+len(c.doc.Actors))
	for i := range c.doc.Dates {
		d := &c.doc.Dates[i]
		r := c.mention("date", &d.Mention)
		r.DateType, r.DateValue, r.DatePrecision, r.DateBasis = d.Type, d.Value, d.Precision, d.Basis
		r.DateStart, r.DateEnd = day(d.First), day(d.Last)
		out = append(out, r)
	}
	for i := range c.doc.Numbers {
		n := &c.doc.Numbers[i]
		r := c.mention("number", &n.Mention)
		r.NumberValue, r.NumberLow, r.NumberHigh, r.NumberBound = n.Value, n.Low, n.High, n.Bound
		r.NumberUnit, r.NumberNoun, r.NumberCategory, r.NumberType = n.Unit, n.Noun, n.Category, n.Type
		out = append(out, r)
	}
	for i := range c.doc.Places {
		p := &c.doc.Places[i]
		r := c.mention("place", &p.Mention)
		r.PlaceName, r.PlaceGeonameID, r.PlaceFeature = p.Name, geonameID(&p.Location), p.Feature
		r.PlaceCountry, r.PlaceAdmin1 = p.Country, p.Admin1
		r.PlaceLat, r.PlaceLon = point(&p.Location)
		if p.HasPoint {
			r.PlaceRadiusKm = ptr(p.RadiusKm)
		}
		out = append(out, r)
	}
	for i := range c.doc.Actors {
		a := &c.doc.Actors[i]
		r := c.mention("actor", &a.Mention)
		r.ActorName, r.ActorKind, r.ActorCountry, r.ActorSector = a.Name, a.Kind, a.Country, a.Sector
		r.ActorCode, r.ActorRole, r.ActorID = a.Code, a.Role, a.ID
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b MentionRow) int {
		if a.Start != b.Start {
			return int(a.Start - b.Start)
		}
		if a.End != b.End {
			return int(b.End - a.End)
		}
		return strings.Compare(a.Kind, b.Kind)
	})
	return out
}

func (c *converter) events() []EventRow {
	out := make([]EventRow, 0, len(c.doc.Events))
	seen := map[string]int{}
	for i := range c.doc.Events {
		r := c.event(&c.doc.Events[i])
		// Two events of one trigger and code differ by their order alone.
		if seen[r.EventID]++; seen[r.EventID] > 1 {
			r.EventID = shortID(r.EventID, fmt.Sprint(seen[r.EventID]))
		}
		out = append(out, r)
	}
	return out
}

func (c *converter) event(e *transform.Event) EventRow {
	d := c.doc
	r := EventRow{
		EventID:   shortID(d.Article.ID, "event", fmt.Sprint(e.Trigger.Start), fmt.Sprint(e.Trigger.End), e.CAMEO, c.codeOf(e.Sources), c.codeOf(e.Targets)),
		ArticleID: d.Article.ID, StoryID: d.Article.ID, PublishedDate: c.day,
		Sentence: int32(e.Sentence), Trigger: d.Text[e.Trigger.Start:e.Trigger.End],
		Start: c.offsets.At(e.Trigger.Start), End: c.offsets.At(e.Trigger.End),
		EventType: e.Type, EventMode: e.Mode, EventContexts: e.Contexts, CameoCode: e.CAMEO, QuadClass: int32(e.Quad),
		DateStart: day(e.Date.First), DateEnd: day(e.Date.Last), DatePrecision: e.DatePrecision, DateBasis: e.DateBasis,
		Status: e.Status, AttributedTo: e.AttributedName, AttributionVerb: e.AttributionVerb, Verification: e.Verification,
		Confidence: e.Confidence, Rule: e.Rule,
	}
	for _, s := range e.Sentences {
		r.Sentences = append(r.Sentences, int32(s))
	}
	if e.Sentence < len(d.Sentences) {
		s := d.Sentences[e.Sentence]
		r.SentenceText = d.Text[s.Start:s.End]
	}
	if len(e.CAMEO) >= 2 {
		r.CameoRoot, r.Goldstein, r.GoldsteinTable = e.CAMEO[:2], ptr(e.Goldstein), GoldsteinTable
	}
	if len(e.Sources) > 0 {
		a := &d.Actors[e.Sources[0]]
		r.SourceName, r.SourceCode, r.SourceCountry, r.SourceSector = a.Name, a.Code, a.Country, a.Sector
		r.SourceMentionID, r.SourceOthers = c.actorIDs[e.Sources[0]], c.codes(e.Sources[1:])
	}
	if len(e.Targets) > 0 {
		a := &d.Actors[e.Targets[0]]
		r.TargetName, r.TargetCode, r.TargetCountry, r.TargetSector = a.Name, a.Code, a.Country, a.Sector
		r.TargetMentionID, r.TargetOthers = c.actorIDs[e.Targets[0]], c.codes(e.Targets[1:])
	}
	if r.AttributedTo == "" && e.AttributedTo >= 0 {
		r.AttributedTo = d.Actors[e.AttributedTo].Name
	}
	if l := e.Place; l != nil {
		r.PlaceName, r.PlaceGeonameID, r.PlaceCountry, r.PlaceAdmin1, r.PlacePrecision = l.Name, geonameID(l), l.Country, l.Admin1, l.Feature
		r.PlaceLat, r.PlaceLon = point(l)
		if e.PlaceMention >= 0 {
			r.PlaceMentionID = c.placeIDs[e.PlaceMention]
		}
	}
	r.KilledLow, r.KilledHigh = e.Killed.Low, e.Killed.High
	r.WoundedLow, r.WoundedHigh = e.Wounded.Low, e.Wounded.High
	r.MissingLow, r.MissingHigh = e.Missing.Low, e.Missing.High
	r.DetainedLow, r.DetainedHigh = e.Detained.Low, e.Detained.High
	r.DisplacedLow, r.DisplacedHigh = e.Displaced.Low, e.Displaced.High
	r.KidnappedLow, r.KidnappedHigh = e.Kidnapped.Low, e.Kidnapped.High
	r.ParticipantsLow, r.ParticipantsHigh = e.Participants.Low, e.Participants.High
	return r
}

// codeOf is the code of a side's first actor.
func (c *converter) codeOf(side []int) string {
	if len(side) == 0 {
		return ""
	}
	return c.doc.Actors[side[0]].Code
}

func (c *converter) codes(side []int) []string {
	var out []string
	for _, i := range side {
		if code := c.doc.Actors[i].Code; code != "" {
			out = append(out, code)
		}
	}
	return out
}

// CodePoints turns byte offsets into code points: a count every 64 bytes, the rest by hand.
type CodePoints struct {
	text  string
	every []int32
	ascii bool
}

const codePointStride = 64

func NewCodePoints(text string) CodePoints {
	c := CodePoints{text: text, ascii: utf8.RuneCountInString(text) == len(text)}
	if c.ascii {
		return c
	}
	n := int32(0)
	for i := 0; i < len(text); i++ {
		if i%codePointStride == 0 {
			c.every = append(c.every, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return c
}

// At is the number of code points that start before byte i.
func (c CodePoints) At(i int) int32 {
	if c.ascii || i == 0 {
		return int32(i)
	}
	i = min(i, len(c.text))
	k := min(i/codePointStride, len(c.every)-1)
	n := c.every[k]
	for j := k * codePointStride; j < i; j++ {
		if utf8.RuneStart(c.text[j]) {
			n++
		}
	}
	return n
}

// FromReject makes the row of a reject.
func FromReject(r *extract.Reject) RejectRow {
	return RejectRow{SourceURI: r.Source.URI, SourceOffset: r.Source.Offset, Stage: r.Stage, Code: string(r.Code), Message: r.Message, Hint: r.Hint, Bytes: r.Bytes}
}
