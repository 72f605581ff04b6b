package reader

import (
	"testing"
	"time"

	"dateline/extract"
)

func at(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// The input's own word goes before the flag, and the flag before the file's name.
func TestPublicationTime(t *testing.T) {
	flag := extract.Options{Published: at("2024-03-09")}
	for _, tt := range []struct {
		name  string
		a     extract.Article
		rec   extract.Record
		opt   extract.Options
		want  string
		basis extract.Basis
	}{
		{"metadata", extract.Article{PublishedAt: at("2024-03-01"), Text: "TUNIS, March 4, 2024 (AFP) - Dockers rest."}, extract.Record{}, flag, "2024-03-01", extract.BasisMetadata},
		{"dateline", extract.Article{Text: "TUNIS, March 4, 2024 (AFP) - Dockers rest."}, extract.Record{}, flag, "2024-03-04", extract.BasisDateline},
		{"url", extract.Article{URL: "https://example.org/2024/03/05/dockers", Text: "Dockers rest."}, extract.Record{}, flag, "2024-03-05", extract.BasisURL},
		{"the container's url", extract.Article{Text: "Dockers rest."}, extract.Record{URL: "https://example.org/world/20240305/1"}, flag, "2024-03-05", extract.BasisURL},
		{"flag", extract.Article{Text: "TUNIS, March 4 (AFP) - Dockers rest."}, extract.Record{Name: "in/2024-03-06.txt"}, flag, "2024-03-09", extract.BasisFlag},
		{"file name", extract.Article{Text: "Dockers rest."}, extract.Record{Name: "in/20240306-dockers.txt"}, extract.Options{}, "2024-03-06", extract.BasisFilename},
		{"none", extract.Article{Text: "TUNIS, March 4 (AFP) - Dockers rest."}, extract.Record{Name: "dockers.txt"}, extract.Options{}, "0001-01-01", extract.BasisNone},
	} {
		finish(&tt.a, &tt.rec, tt.opt)
		if got := tt.a.PublishedAt.Format(time.DateOnly); got != tt.want || tt.a.PublishedBasis != tt.basis {
			t.Errorf("%s: got %s by %s, want %s by %s", tt.name, got, tt.a.PublishedBasis, tt.want, tt.basis)
		}
	}
}

// The publication supplies the year of the dateline's day.
func TestDatelineYear(t *testing.T) {
	a := extract.Article{Text: "TUNIS, Dec 31 (AFP) - Dockers rest."}
	finish(&a, &extract.Record{}, extract.Options{Published: at("2024-01-01")})
	if got := a.Dateline.Date.Format(time.DateOnly); got != "2023-12-31" {
		t.Errorf("got %s", got)
	}
}

func TestIdentity(t *testing.T) {
	a := extract.Article{Text: "TUNIS (AFP) - Die Hafenarbeiter haben ihren Streik beendet, wie die Polizei sagte."}
	b := a
	finish(&a, &extract.Record{Name: "a", ExternalID: "one"}, extract.Options{})
	finish(&b, &extract.Record{Name: "b"}, extract.Options{})
	if a.ID == "" || a.ID != b.ID {
		t.Errorf("the same story is %q and %q", a.ID, b.ID)
	}
	if a.Language != "de" || a.ExternalID != "one" || a.Agency != "AFP" {
		t.Errorf("got %q %q %q", a.Language, a.ExternalID, a.Agency)
	}
}

func TestDayIn(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/2024/03/05/a":   "2024-03-05",
		"https://example.org/2024/3/5/a":     "2024-03-05",
		"https://example.org/2024-03-05-a":   "2024-03-05",
		"story_20240305.html":                "2024-03-05",
		"https://example.org/2024/13/05/a":   "0001-01-01",
		"https://example.org/2024/02/30/a":   "0001-01-01",
		"https://example.org/id/12024030512": "0001-01-01",
		"https://example.org/2024/03":        "0001-01-01",
		"1949-03-05":                         "0001-01-01",
		"2024":                               "0001-01-01",
		"":                                   "0001-01-01",
	} {
		if got := dayIn(in).Format(time.DateOnly); got != want {
			t.Errorf("dayIn(%q) = %s, want %s", in, got, want)
		}
	}
}
