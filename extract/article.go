package extract

import "time"

// Basis says where a publication time was read.
type Basis string

// The values of published_basis.
const (
	BasisMetadata Basis = "metadata"
	BasisDateline Basis = "dateline"
	BasisURL      Basis = "url"
	BasisFilename Basis = "filename"
	BasisFlag     Basis = "flag"
	BasisNone     Basis = "none"
)

// Status is what the agency says of a version of a story.
type Status string

// The values of articles.status. An ordinary story has none.
const (
	StatusUrgent     Status = "urgent"
	StatusLead       Status = "lead"
	StatusUpdate     Status = "update"
	StatusCorrection Status = "correction"
	StatusKill       Status = "kill"
	StatusEmbargo    Status = "embargo"
)

// Source is where an article was read.
type Source struct {
	URI    string // path or URL; "archive.tar.zst!/member" inside a container
	Format string // name of the Format that parsed it: "html", "text", "nitf" …
	Offset int64  // byte offset of the record in its (uncompressed) container; 0 for a plain file
	SHA256 string // lower-case hex digest of the record's bytes
}

// Dateline is a story's place-and-date line.
type Dateline struct {
	Raw     string   // as printed, without the closing dash
	Place   string   // first place as printed, in title case
	Places  []string // all places, first one included
	Country string   // the country or region as printed behind the place; may be empty
	// CountryCode is the country of origin in the metadata, ISO 3166-1 alpha-3 or alpha-2,
	// where the wire format has one.
	CountryCode string
	Agency      string    // canonical agency name, if the line names one
	Bylines     []string  // where the byline runs into the dateline
	Date        time.Time // zero if none is printed; midnight UTC of the printed day
	Start       int       // byte range in Article.Text, including the closing dash; Start == End
	End         int       // when the line is not in the text
}

// Article is one version of one story: what every wire format is reduced to.
//
// Text is valid UTF-8 in NFC, paragraphs joined by a blank line ("\n\n"), curly quotes
// and dashes kept. All offsets into it in Go code are bytes; load turns them into code
// points for the files.
type Article struct {
	ID         string // see ArticleID
	ExternalID string
	Source     Source

	Agency    string
	URL       string
	Language  string // BCP 47
	Headline  string
	Bylines   []string
	Copyright string

	Dateline Dateline

	// PublishedAt keeps the zone it was read with, so that its calendar day is the local one.
	// Zero when unknown: nothing invents a date.
	PublishedAt    time.Time
	PublishedDay   bool // only the day is known, the time of day is not
	PublishedBasis Basis
	ModifiedAt     time.Time
	EmbargoedUntil time.Time

	Version  string
	Status   Status
	Urgency  int // 1 (flash) … 8; 0 unknown
	Slug     string
	Keywords []string
	Subjects []string // IPTC subject codes or media topics

	Text      string
	BodyStart int // byte offset of the first own sentence, after an inline dateline
	SignOff   string
	Reporters []string // named in SignOff
	Reported  []string // the places they reported from
	Notes     []string // notes to editors: kept out of Text, never written to a public column

	Confidence float64 // of the extraction, 0..1
}

// HasPublished reports whether the publication time is known.
func (a *Article) HasPublished() bool { return !a.PublishedAt.IsZero() }
