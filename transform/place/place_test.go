package place

import (
	"strings"
	"testing"

	"dateline/extract"
	"dateline/transform"
)

func TestDateline(t *testing.T) {
	for _, c := range []struct {
		place, country string
		body           string
		want           string
	}{
		{"Qaminas", "Syria", "Shells fell near the village.", "city SYR Idlib"},
		{"Springfield", "Ill.", "The mayor spoke on Monday.", "city USA Illinois"},
		{"Moscow", "", "The minister spoke on Monday.", "city RUS Moscow"},
		{"Paris", "", "The minister spoke on Monday.", "city FRA Île-de-France Region"},
		{"Baghdad", "", "Iraqi officials spoke on Monday.", "city IRQ Baghdad"},
		{"Columbus", "OH", "The council met on Monday.", "city USA Ohio"},
		{"United Nations", "", "The council met on Monday.", ""},
		{"", "", "The council met on Monday.", ""},
	} {
		d := annotate(t, extract.Dateline{Place: c.place, Country: c.country}, c.body)
		got := ""
		if d.DatelinePlace != nil {
			got = tag(d.DatelinePlace)
		}
		if got != c.want {
			t.Errorf("%s (%s): %q, want %q", c.place, c.country, got, c.want)
		}
	}
}

// A village that the gazetteer lacks is no city of like spelling in a country that is not told.
func TestStray(t *testing.T) {
	d := annotate(t, extract.Dateline{Place: "Niamey", Country: "Niger"}, "Gunmen attacked a convoy near the village of Tiloa, close to the border with Mali, in the region of Tillaberi.")
	for i := range d.Places {
		if p := &d.Places[i]; p.Country != "NER" && p.Country != "MLI" {
			t.Errorf("%s is %s", d.Text[p.Start:p.End], tag(&p.Location))
		}
	}
}

// The dateline decides between namesakes that the text leaves open.
func TestDatelineDecides(t *testing.T) {
	const s = "Police closed roads around Hamilton after the storm."
	for country, want := range map[string]string{"New Zealand": "NZL", "Ontario": "CAN"} {
		place := map[string]string{"New Zealand": "Auckland", "Ontario": "Toronto"}[country]
		d := annotate(t, extract.Dateline{Place: place, Country: country}, s)
		if len(d.Places) != 1 || d.Places[0].Country != want {
			t.Errorf("from %s: %s", place, markup(d))
		}
	}
}

// A container named once holds for every mention.
func TestOneSensePerArticle(t *testing.T) {
	d := annotate(t, extract.Dateline{}, "Two men were held in Lancaster, Pennsylvania. Lancaster police said the men came from York, west of Lancaster.")
	for _, p := range d.Places {
		if p.Admin1 != "Pennsylvania" {
			t.Errorf("%q is in %s: %s", d.Text[p.Start:p.End], p.Admin1, markup(d))
		}
	}
	if len(d.Places) < 4 {
		t.Error(markup(d))
	}
}

// TestCapitalByItsOwnName holds that a capital is not taken for a nearer town that is also
// called so.
func TestCapitalByItsOwnName(t *testing.T) {
	d := annotate(t, extract.Dateline{}, "Rebels attacked a camp near Srinagar in Kashmir. Pakistan summoned an Indian envoy in Islamabad.")
	if p := d.Places[len(d.Places)-1]; p.Country != "PAK" {
		t.Error(markup(d))
	}
}

func TestDirections(t *testing.T) {
	for _, c := range []struct {
		text     string
		lat, lon float64
		radius   float64
	}{
		{"Troops entered northern Syria.", 35.9, 38.7, 200},
		{"A mast stands 300 km east of Moscow.", 55.75, 42.4, 60},
		{"A mast stands 100 miles south of Baghdad.", 31.9, 44.4, 60},
		{"A mast stands east of Damascus.", 33.5, 36.5, 40},
	} {
		d := annotate(t, extract.Dateline{}, c.text)
		if len(d.Places) != 1 {
			t.Errorf("%s", markup(d))
			continue
		}
		p := d.Places[0]
		if dlat, dlon := p.Lat-c.lat, p.Lon-c.lon; dlat*dlat+dlon*dlon > 0.3 || p.RadiusKm > c.radius || p.GeonameID != 0 || p.Feature != "region" {
			t.Errorf("%s: %+v", c.text, p.Location)
		}
	}
}

func TestAdjectives(t *testing.T) {
	d := annotate(t, extract.Dateline{}, "A bus left the Turkish border town; Turkish soldiers stayed.")
	if len(d.Places) != 1 || !d.Places[0].Adjective || d.Places[0].Country != "TUR" || d.Places[0].Rule != "adjective" {
		t.Error(markup(d))
	}
}

func TestPlacesAreInOrderAndWhole(t *testing.T) {
	d := annotate(t, extract.Dateline{}, "From Aleppo, Syria, they went to Port-au-Prince and N’Djamena; 30 km north of Homs, in western Syria, a Syrian town burned.")
	last := -1
	for _, p := range d.Places {
		if p.Start < last || p.Start >= p.End || p.Confidence <= 0 || p.Confidence > 1 || p.Rule == "" || p.Name == "" || !p.HasPoint {
			t.Errorf("bad place %+v", p)
		}
		last = p.Start
	}
	if len(d.Places) < 6 {
		t.Error(markup(d))
	}
}

func TestExplain(t *testing.T) {
	var got []string
	d := annotate(t, extract.Dateline{}, "")
	d.Text = "It rained in Paris, Texas."
	d.Article.Text = d.Text
	d.Analysis = annotate(t, extract.Dateline{}, d.Text).Analysis
	d.Explain = func(annotator, message string) { got = append(got, annotator+": "+message) }
	if err := Annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || !strings.HasPrefix(got[0], `place: "Paris" place `) || !strings.Contains(got[0], "Texas USA 4717560") {
		t.Errorf("%q", got)
	}
}

func TestAnnotatorIsSafeForConcurrentUse(t *testing.T) {
	const s = "Rebels left Goma, in eastern Congo, for Rwanda."
	want := markup(annotate(t, extract.Dateline{}, s))
	done := make(chan string)
	for range 8 {
		go func() { done <- markup(annotate(t, extract.Dateline{}, s)) }()
	}
	for range 8 {
		if got := <-done; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{
		"In Springfield, Ill., and W. Va. it rained.", "30 kilometers (19 miles) north of Aleppo", "of of of Moscow", "north-east Syria's northwest",
		"al-Bab ash-Shaykh El - - -", "\xff\xfe Paris, \x00 Texas", "U.S. US$ US", "Donetsk, Luhansk and X counties", "( ) miles east of Rome",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		d := annotate(t, extract.Dateline{Place: s, Country: s}, s)
		for _, p := range d.Places {
			if p.Start < 0 || p.End > len(s) || p.Start >= p.End || p.Lat < -90 || p.Lat > 90 {
				t.Fatalf("%q: %+v", s, p)
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	const s = "Syrian and Turkish forces on Monday exchanged fire in northwest Syria. Turkey said that five soldiers were killed in Idlib Province. " +
		"The exchange took place near Taftanaz, the Britain-based observatory said. Ministers met in Ankara. Men from Springfield, Illinois, and from Paris, Texas, flew to Moscow."
	d := annotate(b, extract.Dateline{}, s)
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		fresh := transform.Document{Article: d.Article, Text: d.Text, Analysis: d.Analysis}
		if err := Annotator.Run(&fresh); err != nil {
			b.Fatal(err)
		}
	}
}
