package event_test

import (
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/extract/dateline"
	"dateline/load"
	"dateline/transform/pipeline"
)

// TestStoryWrittenAbroad holds that what is told without a place is in the country that the
// story concerns, not where it was written; and there where that is the same.
func TestStoryWrittenAbroad(t *testing.T) {
	p, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"MONTEVIDEO, Feb 11 (AFP) - The president spoke with pain of Colombia. Colombian gunmen murdered a Colombian senator, he said. " +
			"The Colombian government has asked for help, and Colombia will get it.": "COL",
		"BOGOTA, Feb 11 (AFP) - The president spoke with pain. Gunmen murdered a senator, he said. The Colombian government has asked for help.":   "COL",
		"NAIROBI, Feb 11 (AFP) - Kenya is in grief. Gunmen murdered a senator, the Kenyan government said. A Ugandan minister sent word to Kenya.": "KEN",
	} {
		a := &extract.Article{ID: "t", Text: text, Language: "en", PublishedAt: time.Date(2020, 2, 11, 12, 0, 0, 0, time.UTC), PublishedBasis: extract.BasisFlag}
		dateline.Apply(a)
		d, _, err := p.Run(a, nil)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, r := range load.FromDocument(d, "full").Events {
			if strings.HasPrefix(r.Trigger, "murder") {
				if found = true; r.PlaceCountry != want {
					t.Errorf("%s: in %q, want %q", text, r.PlaceCountry, want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no murder", text)
		}
	}
}
