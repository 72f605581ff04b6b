package doctor

import (
	"context"
	"fmt"
	"strings"
	"time"

	"dateline/extract"
	"dateline/load"
	"dateline/transform/pipeline"
)

// known is a story and what is in it: every model has to be there to find all of it.
const known = "DAMASCUS (AP) — Turkish soldiers killed 101 Syrian troops in Aleppo on Monday, the defense ministry said."

// wanted are the answers, on the day after that Monday.
var wanted = []struct {
	what string
	in   func(*load.Rows) bool
}{
	{"a sentence", func(r *load.Rows) bool { return r.Article.SentenceCount > 0 }},
	{"Monday as 2020-02-10", mention(func(m *load.MentionRow) bool { return m.DateValue == "2020-02-10" })},
	{"Aleppo at 36.2 N, 37.2 E", mention(func(m *load.MentionRow) bool {
		return m.PlaceCountry == "SYR" && m.PlaceLat != nil && m.PlaceLon != nil && near(*m.PlaceLat, 36.2) && near(*m.PlaceLon, 37.16)
	})},
	{"101 people", mention(func(m *load.MentionRow) bool { return m.NumberValue != nil && *m.NumberValue == 101 })},
	{"Turkey's army as TURMIL", mention(func(m *load.MentionRow) bool { return m.ActorCode == "TURMIL" })},
	{"an assault", func(r *load.Rows) bool {
		for i := range r.Events {
			if r.Events[i].EventType == "ASSAULT" && r.Events[i].KilledLow != nil && *r.Events[i].KilledLow == 101 {
				return true
			}
		}
		return false
	}},
}

func mention(is func(*load.MentionRow) bool) func(*load.Rows) bool {
	return func(r *load.Rows) bool {
		for i := range r.Mentions {
			if is(&r.Mentions[i]) {
				return true
			}
		}
		return false
	}
}

func near(a, b float64) bool { return a-b < 0.3 && b-a < 0.3 }

// models loads everything that is embedded and compares what it finds in a known story.
func models(context.Context, Options) Result {
	began := time.Now()
	p, err := pipeline.New()
	if err != nil {
		return fail(err.Error(), "the program is damaged: install it again")
	}
	a := &extract.Article{Text: known, Language: "en", Agency: "AP", PublishedAt: time.Date(2020, 2, 11, 0, 0, 0, 0, time.UTC), PublishedBasis: extract.BasisFlag}
	d, c, err := p.Run(a, nil)
	if err != nil {
		return fail(err.Error(), "the program is damaged: install it again")
	}
	rows := load.FromDocument(d, string(c))
	var missing []string
	for _, w := range wanted {
		if !w.in(rows) {
			missing = append(missing, w.what)
		}
	}
	if len(missing) > 0 {
		return fail("a known story gave not "+strings.Join(missing, ", not "), "the program is damaged, or a rule has changed: compare 'dateline version' with what is expected")
	}
	return ok(fmt.Sprintf("loaded, %d known answers right, in %s", len(wanted), time.Since(began).Round(time.Millisecond)))
}
