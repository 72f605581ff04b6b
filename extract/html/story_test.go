package html

import (
	"strings"
	"testing"

	"dateline/extract"
)

// What belongs to a story and what only stands in it.
func TestPartsOfTheStory(t *testing.T) {
	prose := func(n int) string {
		return strings.Repeat("<p>The ferry ran again on Friday after the storm, said the mayor, and all who had waited on the islands came home.</p>", 1) +
			strings.Repeat("<p>Nobody was hurt, the harbour master said, though two of the older boats had broken loose in the night and sunk.</p>", n)
	}
	week := func(day string) string {
		return "<h3>" + day + "</h3><p>Warm up: run slowly for ten minutes before you begin.</p><p>" + day + " is for running along the river until the sun has set.</p>"
	}
	for name, tt := range map[string]struct{ body, has, hasNot string }{
		"a sentence with a day in it":    {prose(1) + "<p>The new fares will be charged from January 1, 2026.</p>" + prose(1), "from January 1, 2026", ""},
		"a day with its label":           {prose(1) + "<p>Published Jan. 1, 2026, by the harbour master.</p>" + prose(1), "", "Jan. 1"},
		"a refrain":                      {week("Monday") + week("Tuesday") + week("Wednesday"), "Wednesday\n\nWarm up", ""},
		"a story shown twice":            {prose(1) + "<h3>Boats</h3>" + prose(1), "", "islands came home.\n\nBoats\n\nThe ferry"},
		"words that style keeps apart":   {prose(1) + "<p><b>Location</b><span>The office is in the harbour, behind the old lighthouse.</span></p>", "Location The office", ""},
		"a name that style only colours": {prose(1) + "<p>It was Mc<b>Donald</b> who saw the two boats before anyone else did.</p>", "McDonald", ""},
		"a table of contents":            {"<ul><li><a href=#a>Why the ferry ran</a></li><li><a href=#b>What the mayor said</a></li></ul>" + prose(2), "", "Why the ferry ran"},
		"headings that link to themselves": {prose(1) + "<h2><a href=#a>Why the ferry ran</a></h2>" + prose(0) + "<h2><a href=#b>What the mayor said</a></h2><p>He said that it had been a long night, and that he was glad that it was over now.</p>",
			"Why the ferry ran", ""},
		"headings that are links": {"<div>" + prose(0) + "<h2><a href=/a>Step one: tie up all the boats in the harbour</a></h2><p>Old ropes break, so buy new ones every year, before the autumn.</p><h2><a href=/b>Step two: wait</a></h2><p>Storms are over in a day or two, and nobody has ever been hurt while he waited in the harbour office for the wind to turn. Bring a book, a warm blanket and as much tea as you can carry.</p></div>",
			"Step one", ""},
		"a schedule": {prose(1) + "<div><div>September 10, 2025, noon to 1 pm, room 217, Ann Lee</div><div>September 17, 2025, noon to 1 pm, room 217, Bo Kim</div><div>September 24, 2025, noon to 1 pm, room 217, Ann Lee</div></div>",
			"room 217, Bo Kim", ""},
		"a table in a figure":            {prose(1) + "<figure><table><tr><td>Boats that were lost in the storm: two.</td></tr></table></figure>" + prose(1), "Boats that were lost", ""},
		"a picture":                      {prose(1) + "<figure><img src=x><div>Boats that were lost in the storm: two.</div></figure>" + prose(1), "", "Boats that were lost"},
		"a teaser that is the opening":   {`<div class="teaser-content"><div class="article-body">` + prose(2) + "</div></div>", "The ferry ran", ""},
		"a message that is not for show": {prose(1) + `<div id="search-error"><p>Sorry, we could not find a harbour with this name. Please try again.</p></div>` + prose(1), "", "Sorry"},
	} {
		as, err := parse(&extract.Record{Data: []byte(`<html lang=en><meta charset="utf-8"><title>Ferry runs again</title><body><h1>Ferry runs again</h1><article>` + tt.body + "</article>")}, extract.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := as[0].Text; !strings.Contains(got, tt.has) || tt.hasNot != "" && strings.Contains(got, tt.hasNot) {
			t.Errorf("%s: want %q, not %q, got\n%s", name, tt.has, tt.hasNot, got)
		}
	}
}
