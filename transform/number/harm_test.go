package number

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/extract"
	"dateline/transform"
	"dateline/transform/text"
)

// carriers is a sentence for each form of the table, with the word in its place.
var carriers = map[harmForm]string{
	hPast:    "Seven soldiers were %s on Monday.",
	hPassive: "Seven soldiers were %s on Monday.",
	hGerund:  "The army ended the raid after %s seven soldiers.",
	hBase:    "They want to %s seven soldiers.",
	hActive:  "The gunmen %s seven soldiers on Monday.",
	hIntrans: "Seven people %s in the town on Monday.",
	hState:   "Seven people are %s.",
	hNoun:    "Officials counted seven %s on Monday.",
	hNominal: "He spoke of the %s of seven people.",
}

// TestHarmTable holds that every word of the table gives its category in a sentence of its
// form.
func TestHarmTable(t *testing.T) {
	all, missed := 0, 0
	for _, row := range harmTable {
		for _, w := range strings.Fields(row.words) {
			s := fmt.Sprintf(carriers[row.form], w)
			switch {
			case row.form == hBase && strings.HasSuffix(w, "s"):
				s = fmt.Sprintf("The army %s seven soldiers.", w)
			case row.form == hIntrans && strings.HasSuffix(w, "ing"):
				s = fmt.Sprintf("Seven people were %s in the town.", w)
			case row.form == hIntrans && strings.HasSuffix(w, "s"):
				s = fmt.Sprintf("One man %s in the town.", w)
			}
			d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: *text.Analyze(s)}
			if err := Annotator.Run(d); err != nil {
				t.Fatal(err)
			}
			all++
			if !slices.ContainsFunc(d.Numbers, func(n transform.Number) bool { return n.Category == row.category }) {
				missed++
				t.Logf("%s: %s, form %d: not %s", s, w, row.form, row.category)
			}
		}
	}
	t.Logf("%d of %d words read", all-missed, all)
	if missed*100 > all*5 {
		t.Errorf("%d of %d words of the table give no category", missed, all)
	}
}

// TestPartsOfTheHurt holds that who is told apart among the hurt is no addition to them.
func TestPartsOfTheHurt(t *testing.T) {
	for _, s := range []string{
		"Four teenagers were injured, one critically, in a shooting on Monday.",
		"Four teenagers were shot, one fatally, on Monday.",
		"Four teenagers were injured, including two girls.",
	} {
		d := &transform.Document{Article: &extract.Article{Text: s}, Text: s, Analysis: *text.Analyze(s)}
		if err := Annotator.Run(d); err != nil {
			t.Fatal(err)
		}
		if len(d.Numbers) != 2 || d.Numbers[1].PartOf != 0 {
			t.Errorf("%s: %+v", s, d.Numbers)
		}
	}
}
