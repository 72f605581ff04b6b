package load

import (
	"encoding/json"
	"fmt"
	"time"
)

// Day is a calendar day as days since 1970-01-01: Parquet's DATE. (parquet-go writes
// garbage for time.Time with the date tag.)
type Day int32

// DayOf is the calendar day of t in t's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Time is midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func (d Day) String() string { return d.Time().Format("2006-01-02") }

// MarshalJSON writes "2006-01-02".
func (d Day) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads "2006-01-02".
func (d *Day) UnmarshalJSON(b []byte) error {
	t, err := time.Parse(`"2006-01-02"`, string(b))
	if err != nil {
		return fmt.Errorf("day %s: want \"2006-01-02\"", b)
	}
	*d = DayOf(t)
	return nil
}

// Micros is an instant as microseconds since 1970-01-01 UTC: Parquet's TIMESTAMP.
type Micros int64

// MarshalJSON writes RFC 3339 in UTC.
func (m Micros) MarshalJSON() ([]byte, error) {
	return json.Marshal(time.UnixMicro(int64(m)).UTC().Format(time.RFC3339Nano))
}

// UnmarshalJSON reads RFC 3339.
func (m *Micros) UnmarshalJSON(b []byte) error {
	t, err := time.Parse(`"`+time.RFC3339Nano+`"`, string(b))
	if err != nil {
		return fmt.Errorf("timestamp %s: want RFC 3339", b)
	}
	*m = Micros(t.UnixMicro())
	return nil
}

// The row structs are the one definition of the tables: schema listing, DDL, JSON and the
// data dictionary are made from them. Tag doc is the column's meaning. A pointer is a
// column that may be NULL; strings are NULL when empty.

// ArticleRow is one version of one story.
type ArticleRow struct {
	ArticleID            string   `parquet:"article_id" json:"article_id" doc:"128-bit hash of agency, headline and text, hex"`
	ExternalID           string   `parquet:"external_id,optional" json:"external_id,omitempty" doc:"the source's own id (guid, WARC-Record-ID, id of a JSONL line)"`
	SourceURI            string   `parquet:"source_uri" json:"source_uri" doc:"path or URL it was read from; archive!/member inside containers"`
	SourceFormat         string   `parquet:"source_format,dict" json:"source_format" doc:"wire format it was parsed as"`
	SourceOffset         int64    `parquet:"source_offset" json:"source_offset" doc:"byte offset in the uncompressed container"`
	SourceSHA256         string   `parquet:"source_sha256" json:"source_sha256" doc:"SHA-256 of the record's bytes, hex"`
	Agency               string   `parquet:"agency,optional,dict" json:"agency,omitempty" doc:"news agency, else the publisher"`
	URL                  string   `parquet:"url,optional" json:"url,omitempty" doc:"canonical URL"`
	Language             string   `parquet:"language,optional,dict" json:"language,omitempty" doc:"BCP 47"`
	Headline             string   `parquet:"headline,optional" json:"headline,omitempty" doc:"headline"`
	Bylines              []string `parquet:"bylines,optional,list" json:"bylines,omitempty" doc:"authors"`
	Copyright            string   `parquet:"copyright,optional,dict" json:"copyright,omitempty" doc:"copyright notice"`
	Dateline             string   `parquet:"dateline,optional" json:"dateline,omitempty" doc:"dateline as printed"`
	DatelinePlace        string   `parquet:"dateline_place,optional,dict" json:"dateline_place,omitempty" doc:"canonical name of the dateline's first place"`
	DatelineGeonameID    *int64   `parquet:"dateline_geonameid,optional" json:"dateline_geonameid,omitempty" doc:"GeoNames id"`
	DatelineCountry      string   `parquet:"dateline_country,optional,dict" json:"dateline_country,omitempty" doc:"ISO 3166-1 alpha-3"`
	DatelineLat          *float64 `parquet:"dateline_lat,optional" json:"dateline_lat,omitempty" doc:"latitude, degrees"`
	DatelineLon          *float64 `parquet:"dateline_lon,optional" json:"dateline_lon,omitempty" doc:"longitude, degrees"`
	DatelineDate         *Day     `parquet:"dateline_date,optional,date" json:"dateline_date,omitempty" doc:"day printed in the dateline"`
	PublishedAt          *Micros  `parquet:"published_at,optional,timestamp(microsecond)" json:"published_at,omitempty" doc:"publication instant, UTC"`
	PublishedBasis       string   `parquet:"published_basis,dict" json:"published_basis" doc:"metadata dateline url filename flag none"`
	ModifiedAt           *Micros  `parquet:"modified_at,optional,timestamp(microsecond)" json:"modified_at,omitempty" doc:"last modification, UTC"`
	PublishedDate        *Day     `parquet:"-" json:"published_date,omitempty" partition:"true" doc:"local calendar day of publication; the partition column"`
	Version              string   `parquet:"version,optional" json:"version,omitempty" doc:"the source's version mark"`
	Status               string   `parquet:"status,optional,dict" json:"status,omitempty" doc:"urgent lead update correction kill embargo"`
	Urgency              *int32   `parquet:"urgency,optional" json:"urgency,omitempty" doc:"1 most urgent … 8"`
	Keywords             []string `parquet:"keywords,optional,list" json:"keywords,omitempty" doc:"keywords"`
	Subjects             []string `parquet:"subjects,optional,list" json:"subjects,omitempty" doc:"IPTC subject codes"`
	StoryID              string   `parquet:"story_id" json:"story_id" doc:"the same for versions and near-duplicates of one story"`
	SupersededBy         string   `parquet:"superseded_by,optional" json:"superseded_by,omitempty" doc:"article_id of the version that corrects, updates or kills this one"`
	Text                 string   `parquet:"text" json:"text" doc:"paragraphs joined by a blank line, NFC"`
	BodyStart            int32    `parquet:"body_start" json:"body_start" doc:"code point where the story's first own sentence begins"`
	SignOff              string   `parquet:"sign_off,optional" json:"sign_off,omitempty" doc:"credits taken out of the text"`
	Reporters            []string `parquet:"reporters,optional,list" json:"reporters,omitempty" doc:"who reported, by those credits"`
	ReportingPlaces      []string `parquet:"reporting_places,optional,list" json:"reporting_places,omitempty" doc:"where they reported from, as printed"`
	ParagraphCount       int32    `parquet:"paragraph_count" json:"paragraph_count" doc:"paragraphs"`
	SentenceCount        int32    `parquet:"sentence_count" json:"sentence_count" doc:"sentences; 0 without annotation"`
	WordCount            int32    `parquet:"word_count" json:"word_count" doc:"words separated by white space"`
	ExtractionConfidence *float64 `parquet:"extraction_confidence,optional" json:"extraction_confidence,omitempty" doc:"0..1"`
	Annotation           string   `parquet:"annotation,dict" json:"annotation" doc:"full unsupported_language empty"`
}

// MentionRow is one date, number, place or actor in a text.
type MentionRow struct {
	MentionID      string   `parquet:"mention_id" json:"mention_id" doc:"stable id"`
	ArticleID      string   `parquet:"article_id,dict" json:"article_id" doc:"the article"`
	PublishedDate  *Day     `parquet:"-" json:"published_date,omitempty" partition:"true" doc:"partition column"`
	Kind           string   `parquet:"kind,dict" json:"kind" doc:"date number place actor"`
	Text           string   `parquet:"text,dict" json:"text" doc:"the characters"`
	Start          int32    `parquet:"start" json:"start" doc:"first code point in articles.text"`
	End            int32    `parquet:"end" json:"end" doc:"code point behind the last"`
	Sentence       int32    `parquet:"sentence,dict" json:"sentence" doc:"sentence number, from 0"`
	Confidence     float64  `parquet:"confidence,dict" json:"confidence" doc:"0..1"`
	Rule           string   `parquet:"rule,optional,dict" json:"rule,omitempty" doc:"rule that made the mention"`
	DateType       string   `parquet:"date_type,optional,dict" json:"date_type,omitempty" doc:"date time duration set"`
	DateValue      string   `parquet:"date_value,optional,dict" json:"date_value,omitempty" doc:"TIMEX3 value"`
	DateStart      *Day     `parquet:"date_start,optional,date,dict" json:"date_start,omitempty" doc:"first day"`
	DateEnd        *Day     `parquet:"date_end,optional,date,dict" json:"date_end,omitempty" doc:"last day, inclusive"`
	DatePrecision  string   `parquet:"date_precision,optional,dict" json:"date_precision,omitempty" doc:"minute hour daypart day week month quarter season year decade century"`
	DateBasis      string   `parquet:"date_basis,optional,dict" json:"date_basis,omitempty" doc:"explicit weekday relative anchored vague"`
	NumberValue    *float64 `parquet:"number_value,optional,dict" json:"number_value,omitempty" doc:"best value"`
	NumberLow      *float64 `parquet:"number_low,optional,dict" json:"number_low,omitempty" doc:"lower bound"`
	NumberHigh     *float64 `parquet:"number_high,optional,dict" json:"number_high,omitempty" doc:"upper bound"`
	NumberBound    string   `parquet:"number_bound,optional,dict" json:"number_bound,omitempty" doc:"exact about at_least more_than at_most less_than nearly range"`
	NumberUnit     string   `parquet:"number_unit,optional,dict" json:"number_unit,omitempty" doc:"ISO 4217, SI, percent"`
	NumberNoun     string   `parquet:"number_noun,optional,dict" json:"number_noun,omitempty" doc:"the counted noun's lemma"`
	NumberCategory string   `parquet:"number_category,optional,dict" json:"number_category,omitempty" doc:"killed wounded missing displaced detained …"`
	NumberType     string   `parquet:"number_type,optional,dict" json:"number_type,omitempty" doc:"cardinal ordinal money percent measure count score"`
	PlaceName      string   `parquet:"place_name,optional,dict" json:"place_name,omitempty" doc:"canonical name"`
	PlaceGeonameID *int64   `parquet:"place_geonameid,optional,dict" json:"place_geonameid,omitempty" doc:"GeoNames id"`
	PlaceFeature   string   `parquet:"place_feature,optional,dict" json:"place_feature,omitempty" doc:"continent region country admin1 admin2 city site water"`
	PlaceCountry   string   `parquet:"place_country,optional,dict" json:"place_country,omitempty" doc:"ISO 3166-1 alpha-3"`
	PlaceAdmin1    string   `parquet:"place_admin1,optional,dict" json:"place_admin1,omitempty" doc:"first-level division"`
	PlaceLat       *float64 `parquet:"place_lat,optional,dict" json:"place_lat,omitempty" doc:"latitude, degrees"`
	PlaceLon       *float64 `parquet:"place_lon,optional,dict" json:"place_lon,omitempty" doc:"longitude, degrees"`
	PlaceRadiusKm  *float64 `parquet:"place_radius_km,optional,dict" json:"place_radius_km,omitempty" doc:"how far the point may be off, km"`
	ActorName      string   `parquet:"actor_name,optional,dict" json:"actor_name,omitempty" doc:"canonical name"`
	ActorKind      string   `parquet:"actor_kind,optional,dict" json:"actor_kind,omitempty" doc:"person organisation state group"`
	ActorCountry   string   `parquet:"actor_country,optional,dict" json:"actor_country,omitempty" doc:"ISO alpha-3 or IGO NGO IMG MNC"`
	ActorSector    string   `parquet:"actor_sector,optional,dict" json:"actor_sector,omitempty" doc:"PLOVER sector"`
	ActorCode      string   `parquet:"actor_code,optional,dict" json:"actor_code,omitempty" doc:"CAMEO-style actor code"`
	ActorRole      string   `parquet:"actor_role,optional,dict" json:"actor_role,omitempty" doc:"title or office as printed"`
	ActorID        string   `parquet:"actor_id,optional,dict" json:"actor_id,omitempty" doc:"the same for all mentions of one actor in the article; unnamed forces and bodies of one state share one"`
}

// EventRow is one event.
type EventRow struct {
	EventID          string   `parquet:"event_id" json:"event_id" doc:"stable id"`
	ArticleID        string   `parquet:"article_id,dict" json:"article_id" doc:"the article"`
	StoryID          string   `parquet:"story_id,dict" json:"story_id" doc:"the story"`
	PublishedDate    *Day     `parquet:"-" json:"published_date,omitempty" partition:"true" doc:"partition column"`
	Sentence         int32    `parquet:"sentence,dict" json:"sentence" doc:"sentence of the trigger, from 0"`
	Sentences        []int32  `parquet:"sentences,optional,list" json:"sentences,omitempty" doc:"all sentences that mention the event"`
	SentenceText     string   `parquet:"sentence_text" json:"sentence_text" doc:"that sentence"`
	Trigger          string   `parquet:"trigger,dict" json:"trigger" doc:"the trigger's characters"`
	Start            int32    `parquet:"start" json:"start" doc:"first code point of the trigger"`
	End              int32    `parquet:"end" json:"end" doc:"code point behind the last"`
	EventType        string   `parquet:"event_type,dict,optional" json:"event_type,omitempty" doc:"PLOVER 2.0 type; NULL for statements, and for misfortunes, which have no CAMEO code either"`
	EventMode        string   `parquet:"event_mode,optional,dict" json:"event_mode,omitempty" doc:"PLOVER mode"`
	EventContexts    []string `parquet:"event_contexts,optional,list" json:"event_contexts,omitempty" doc:"PLOVER contexts"`
	CameoCode        string   `parquet:"cameo_code,optional,dict" json:"cameo_code,omitempty" doc:"CAMEO code, leading zero kept"`
	CameoRoot        string   `parquet:"cameo_root,optional,dict" json:"cameo_root,omitempty" doc:"first two digits"`
	QuadClass        int32    `parquet:"quad_class,dict" json:"quad_class" doc:"1 verbal cooperation 2 material cooperation 3 verbal conflict 4 material conflict, 0 statement or misfortune"`
	Goldstein        *float64 `parquet:"goldstein,optional,dict" json:"goldstein,omitempty" doc:"Goldstein scale"`
	GoldsteinTable   string   `parquet:"goldstein_table,optional,dict" json:"goldstein_table,omitempty" doc:"name of the table the value is from"`
	SourceName       string   `parquet:"source_name,optional,dict" json:"source_name,omitempty" doc:"first actor of the acting side"`
	SourceCode       string   `parquet:"source_code,optional,dict" json:"source_code,omitempty" doc:"CAMEO-style code"`
	SourceCountry    string   `parquet:"source_country,optional,dict" json:"source_country,omitempty" doc:"ISO alpha-3 or IGO NGO IMG MNC"`
	SourceSector     string   `parquet:"source_sector,optional,dict" json:"source_sector,omitempty" doc:"PLOVER sector"`
	SourceMentionID  string   `parquet:"source_mention_id,optional" json:"source_mention_id,omitempty" doc:"its mention"`
	SourceOthers     []string `parquet:"source_others,optional,list" json:"source_others,omitempty" doc:"codes of further actors of the side"`
	TargetName       string   `parquet:"target_name,optional,dict" json:"target_name,omitempty" doc:"first actor of the other side"`
	TargetCode       string   `parquet:"target_code,optional,dict" json:"target_code,omitempty" doc:"CAMEO-style code"`
	TargetCountry    string   `parquet:"target_country,optional,dict" json:"target_country,omitempty" doc:"ISO alpha-3 or IGO NGO IMG MNC"`
	TargetSector     string   `parquet:"target_sector,optional,dict" json:"target_sector,omitempty" doc:"PLOVER sector"`
	TargetMentionID  string   `parquet:"target_mention_id,optional" json:"target_mention_id,omitempty" doc:"its mention"`
	TargetOthers     []string `parquet:"target_others,optional,list" json:"target_others,omitempty" doc:"codes of further actors of the side"`
	DateStart        *Day     `parquet:"date_start,optional,date,dict" json:"date_start,omitempty" doc:"first day of the event"`
	DateEnd          *Day     `parquet:"date_end,optional,date,dict" json:"date_end,omitempty" doc:"last day, inclusive"`
	DatePrecision    string   `parquet:"date_precision,optional,dict" json:"date_precision,omitempty" doc:"as mentions.date_precision"`
	DateBasis        string   `parquet:"date_basis,optional,dict" json:"date_basis,omitempty" doc:"as mentions.date_basis; publication when only that is known"`
	PlaceName        string   `parquet:"place_name,optional,dict" json:"place_name,omitempty" doc:"where it happened"`
	PlaceGeonameID   *int64   `parquet:"place_geonameid,optional,dict" json:"place_geonameid,omitempty" doc:"GeoNames id"`
	PlaceCountry     string   `parquet:"place_country,optional,dict" json:"place_country,omitempty" doc:"ISO alpha-3"`
	PlaceAdmin1      string   `parquet:"place_admin1,optional,dict" json:"place_admin1,omitempty" doc:"first-level division"`
	PlaceLat         *float64 `parquet:"place_lat,optional,dict" json:"place_lat,omitempty" doc:"latitude, degrees"`
	PlaceLon         *float64 `parquet:"place_lon,optional,dict" json:"place_lon,omitempty" doc:"longitude, degrees"`
	PlacePrecision   string   `parquet:"place_precision,optional,dict" json:"place_precision,omitempty" doc:"as mentions.place_feature"`
	PlaceMentionID   string   `parquet:"place_mention_id,optional" json:"place_mention_id,omitempty" doc:"its mention"`
	KilledLow        *int64   `parquet:"killed_low,optional" json:"killed_low,omitempty" doc:"killed, at least"`
	KilledHigh       *int64   `parquet:"killed_high,optional" json:"killed_high,omitempty" doc:"killed, at most"`
	WoundedLow       *int64   `parquet:"wounded_low,optional" json:"wounded_low,omitempty" doc:"wounded, at least"`
	WoundedHigh      *int64   `parquet:"wounded_high,optional" json:"wounded_high,omitempty" doc:"wounded, at most"`
	MissingLow       *int64   `parquet:"missing_low,optional" json:"missing_low,omitempty" doc:"missing, at least"`
	MissingHigh      *int64   `parquet:"missing_high,optional" json:"missing_high,omitempty" doc:"missing, at most"`
	DetainedLow      *int64   `parquet:"detained_low,optional" json:"detained_low,omitempty" doc:"detained, at least"`
	DetainedHigh     *int64   `parquet:"detained_high,optional" json:"detained_high,omitempty" doc:"detained, at most"`
	DisplacedLow     *int64   `parquet:"displaced_low,optional" json:"displaced_low,omitempty" doc:"displaced, at least"`
	DisplacedHigh    *int64   `parquet:"displaced_high,optional" json:"displaced_high,omitempty" doc:"displaced, at most"`
	KidnappedLow     *int64   `parquet:"kidnapped_low,optional" json:"kidnapped_low,omitempty" doc:"kidnapped, at least"`
	KidnappedHigh    *int64   `parquet:"kidnapped_high,optional" json:"kidnapped_high,omitempty" doc:"kidnapped, at most"`
	ParticipantsLow  *int64   `parquet:"participants_low,optional" json:"participants_low,omitempty" doc:"participants, at least"`
	ParticipantsHigh *int64   `parquet:"participants_high,optional" json:"participants_high,omitempty" doc:"participants, at most"`
	Status           string   `parquet:"status,dict" json:"status" doc:"happened ongoing planned threatened denied hypothetical negated"`
	AttributedTo     string   `parquet:"attributed_to,optional,dict" json:"attributed_to,omitempty" doc:"who says so, canonical name"`
	AttributionVerb  string   `parquet:"attribution_verb,optional,dict" json:"attribution_verb,omitempty" doc:"lemma of the saying verb"`
	Verification     string   `parquet:"verification,dict" json:"verification" doc:"asserted claimed unverified disputed"`
	Confidence       float64  `parquet:"confidence,dict" json:"confidence" doc:"0..1"`
	Rule             string   `parquet:"rule,optional,dict" json:"rule,omitempty" doc:"pattern that coded the event"`
}

// RejectRow is one input that yielded no article.
type RejectRow struct {
	SourceURI    string `parquet:"source_uri" json:"source_uri" doc:"what was read"`
	SourceOffset int64  `parquet:"source_offset" json:"source_offset" doc:"byte offset in the uncompressed container"`
	Stage        string `parquet:"stage,dict" json:"stage" doc:"read sniff parse extract transform load"`
	Code         string `parquet:"code,dict" json:"code" doc:"stable reject code"`
	Message      string `parquet:"message" json:"message" doc:"what was found, what was expected"`
	Hint         string `parquet:"hint,optional" json:"hint,omitempty" doc:"what to do"`
	Bytes        []byte `parquet:"bytes,optional" json:"bytes,omitempty" doc:"first 64 KiB"`
}

// Rows is what one article becomes.
type Rows struct {
	Article  ArticleRow   `json:"article"`
	Mentions []MentionRow `json:"mentions"`
	Events   []EventRow   `json:"events"`
}
