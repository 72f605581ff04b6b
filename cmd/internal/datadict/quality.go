package datadict

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"

	"dateline/fixtures"
)

// figures are all that are measured, by name.
var figures = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(fixtures.Quality) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			out[name] = v
		}
	}
	return out
})

// shown are the figures that the help shows: what they say, their name, and the name of
// how many cases they stand on.
var shown = []struct{ what, figure, of string }{
	{"body of a news page, words (F1)", "html.all.f1", "html.all.pages"},
	{"day of publication of a news page", "html.all.day_accuracy", "html.all.pages"},
	{"datelines with all parts right", "dateline.all_right", "dateline.cases"},
	{"dates in the text, found (F1)", "time.all.relaxed_f1", "time.all.gold"},
	{"dates in the text, found with the right value (F1)", "time.all.value_f1", "time.all.gold"},
	{"places found, small US papers (F1)", "place.lgl.f1", "place.lgl.gold"},
	{"places found, outbreak news (F1)", "place.geovirus.f1", "place.geovirus.gold"},
	{"places within 161 km, small US papers", "place.lgl.acc161_recognised", "place.lgl.gold"},
	{"places within 161 km, outbreak news", "place.geovirus.acc161_recognised", "place.geovirus.gold"},
	{"actors' country", "actor.carrier.country", "actor.carrier.n_country"},
	{"actors' sector", "actor.carrier.sector", "actor.carrier.n_sector"},
	{"numbers found with their words (F1)", "number.number.span_f1", "number.number.gold"},
	{"numbers' value", "number.number.value_accuracy", "number.number.gold"},
	{"events of the CAMEO codebook: type", "event.cameo.type", "event.cameo.n_type"},
	{"events of the CAMEO codebook: source's country", "event.cameo.source_country", "event.cameo.n_source"},
	{"events of the CAMEO codebook: target's country", "event.cameo.target_country", "event.cameo.n_target"},
	{"events of the CAMEO codebook: code", "event.cameo.cameo", "event.cameo.n_cameo"},
	{"events in single sentences: type", "event.case.type", "event.case.n_type"},
	{"shootings in local news: killed", "gva.killed", "gva.n"},
	{"shootings in local news: wounded", "gva.injured", "gva.n"},
	{"shootings in local news: day", "gva.date", "gva.n"},
}

// Quality is the table of measured figures, as text.
func Quality() string {
	var b strings.Builder
	tw := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "  WHAT\tMEASURED\tOVER")
	for _, s := range shown {
		v, ok := figures()[s.figure]
		if !ok {
			continue
		}
		of := "-"
		if n, ok := figures()[s.of]; ok {
			of = strconv.FormatFloat(n, 'f', -1, 64)
		}
		fmt.Fprintf(tw, "  %s\t%.1f %%\t%s\n", s.what, 100*v, of)
	}
	tw.Flush()
	return b.String()
}
