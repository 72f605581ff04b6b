package reader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/extract"
)

// readFixture parses every record of a fixture.
func readFixture(t *testing.T, name string) (articles []*extract.Article) {
	t.Helper()
	path := filepath.Join("..", "..", "fixtures", "articles", name)
	recs, _ := readAll(t, Reader{Limits: extract.DefaultLimits}, Input{URI: name, Path: path})
	for _, rec := range recs {
		a, rej := Parse(rec, extract.Options{})
		if rej != nil {
			t.Fatalf("%s: %v", name, rej)
		}
		articles = append(articles, a...)
	}
	return articles
}

// expectations of the first article of a fixture; an empty one is not looked at.
type expectation struct {
	file, format, agency, headline, dateline, place, byline, published, language string
	urgency, paragraphs, articles                                                int
	status                                                                       extract.Status
	begins                                                                       string
}

var expectations = []expectation{
	{file: "nitf-ap-lagos.xml", format: "nitf", agency: "AP", headline: "Nigerian police free 18 kidnapped oil workers", dateline: "LAGOS, Nigeria (AP)", place: "Lagos", byline: "Chidi Eze", published: "2020-02-08T17:15:00Z", urgency: 4, paragraphs: 3, begins: "LAGOS, Nigeria (AP) — Police"},
	{file: "nitf-dpa-kill.xml", format: "nitf", agency: "dpa", headline: "KILL: Blast reported at Zürich railway station", published: "2020-02-10T08:30:00Z", urgency: 2, status: extract.StatusKill},
	{file: "newsml-afp-conakry.xml", format: "newsml", agency: "AFP", headline: "Six dead in Guinea protest over third term", dateline: "CONAKRY, Jan 14, 2020 (AFP)", place: "Conakry", published: "2020-01-14T08:15:00Z", language: "en", urgency: 4, paragraphs: 3, begins: "At least six people"},
	{file: "newsml-afp-beyrouth-ar.xml", format: "newsml", agency: "AFP", place: "بيروت", language: "ar", paragraphs: 2},
	{file: "g2-reuters-caracas.xml", format: "newsml-g2", agency: "Reuters", dateline: "CARACAS (Reuters)", place: "Caracas", byline: "Luis Prado", published: "2020-02-07T10:15:00Z", urgency: 3, articles: 1, status: extract.StatusCorrection},
	{file: "g2-dpa-wien.xml", format: "newsml-g2", agency: "dpa", dateline: "Vienna (dpa)", place: "Vienna", paragraphs: 2, status: extract.StatusEmbargo, begins: "Vienna (dpa) - Austria"},
	{file: "ninjs1-tbilisi.json", format: "ninjs", agency: "AP", place: "Tbilisi", byline: "Nino Beridze", paragraphs: 2, urgency: 4},
	{file: "ninjs2-manila.json", format: "ninjs", agency: "Kyodo", headline: "Philippines ends military pact with US", byline: "Ana Cruz", paragraphs: 2},
	{file: "ninjs3-oslo.json", format: "ninjs", agency: "NTB", language: "nb", urgency: 5, paragraphs: 2, begins: "Oslo (NTB): Norge"},
	{file: "apjson-1.json", format: "ap-json", agency: "AP", place: "N'Djamena", byline: "Paul Ngarta", published: "2020-02-06T12:10:09Z", paragraphs: 2},
	{file: "apjson-2.json", format: "ap-json", agency: "AP", place: "La Paz", byline: "Eva Rojas", paragraphs: 2},
	{file: "anpa-ap-manama.tst", format: "anpa", agency: "AP", headline: "Bahrain arrests 12 on terror charges", byline: "Omar Saleh", published: "2020-02-09T12:15:00Z", paragraphs: 2, status: extract.StatusUpdate, begins: "MANAMA, Bahrain (AP) — Bahrain"},
	{file: "anpa-ap-quito.tst", format: "anpa", agency: "AP", place: "Quito", language: "en", paragraphs: 1},
	{file: "iptc7901-dpa-kiev.txt", format: "iptc7901", agency: "dpa", headline: "Ukrainian soldier killed as truce is broken in the east", dateline: "Kiev (dpa)", published: "2020-02-10T12:05:00Z", urgency: 3, paragraphs: 2},
	{file: "iptc7901-ats-genf.txt", format: "iptc7901", agency: "ATS", headline: "Un cortège à Genève pour la paix en Syrie", language: "fr", paragraphs: 2},
	{file: "feed-rss.xml", format: "feed", agency: "Reuters", headline: "Rwanda & Uganda reopen border crossing", byline: "Grace Uwase", published: "2020-02-07T07:30:00Z", articles: 2, paragraphs: 2},
	{file: "feed-atom.xml", format: "feed", agency: "AFP", byline: "Amira Osman", articles: 2, paragraphs: 2},
	{file: "crawl.warc.gz", format: "html", agency: "Reuters", articles: 2, paragraphs: 2},
	{file: "day.tar.gz", format: "text", agency: "Reuters", articles: 2, paragraphs: 1},
	{file: "wire.zip", format: "text", agency: "Xinhua", articles: 2, paragraphs: 1},
}

func TestFormats(t *testing.T) {
	for _, want := range expectations {
		t.Run(want.file, func(t *testing.T) {
			articles := readFixture(t, want.file)
			if n := max(want.articles, 1); len(articles) != n {
				t.Fatalf("%d articles, want %d", len(articles), n)
			}
			want.check(t, articles[0])
		})
	}
}

func (want expectation) check(t *testing.T, a *extract.Article) {
	t.Helper()
	byline := strings.Join(a.Bylines[:min(1, len(a.Bylines))], "")
	for _, f := range []struct{ name, got, want string }{
		{"format", a.Source.Format, want.format}, {"agency", a.Agency, want.agency}, {"headline", a.Headline, want.headline}, {"dateline", a.Dateline.Raw, want.dateline},
		{"place", a.Dateline.Place, want.place}, {"byline", byline, want.byline}, {"published", a.PublishedAt.UTC().Format(time.RFC3339), want.published}, {"language", a.Language, want.language},
	} {
		if f.want != "" && f.got != f.want {
			t.Errorf("%s is %q, want %q", f.name, f.got, f.want)
		}
	}
	if want.urgency > 0 && a.Urgency != want.urgency {
		t.Errorf("urgency %d, want %d", a.Urgency, want.urgency)
	}
	if a.Status != want.status {
		t.Errorf("status %q, want %q", a.Status, want.status)
	}
	if n := strings.Count(a.Text, "\n\n") + 1; want.paragraphs > 0 && n != want.paragraphs {
		t.Errorf("%d paragraphs, want %d: %q", n, want.paragraphs, a.Text)
	}
	if !strings.HasPrefix(a.Text, want.begins) {
		t.Errorf("the text begins %.60q, want %q", a.Text, want.begins)
	}
}

// TestNotesStayOutOfTheText: what agencies write to editors, private contacts among it.
func TestNotesStayOutOfTheText(t *testing.T) {
	for file, notes := range map[string][]string{
		"nitf-ap-lagos.xml":      {"Eds:", "global distribution", "contributed to this report"},
		"newsml-afp-conakry.xml": {"ADDS details", "burnt-out bus"},
		"g2-dpa-wien.xml":        {"nobody@dpa.example", "+43"},
		"g2-reuters-caracas.xml": {"Reporting by", "By Luis Prado"},
		"ninjs1-tbilisi.json":    {"check spelling", "A flag."},
		"apjson-1.json":          {"Adds quote"},
		"anpa-ap-manama.tst":     {"Updates with Iranian", "AP-WF", "Associated Press", "^"},
		"iptc7901-dpa-kiev.txt":  {"NOTEBOOK", "desk@dpa.example", "not for publication"},
		"iptc7901-ats-genf.txt":  {"SDA"},
	} {
		for _, a := range readFixture(t, file) {
			for _, n := range notes {
				if strings.Contains(a.Text, n) {
					t.Errorf("%s: %q is in the text", file, n)
				}
			}
		}
	}
}

// TestEmbargoIsKept: an embargoed item is marked, not dropped.
func TestEmbargoIsKept(t *testing.T) {
	a := readFixture(t, "g2-dpa-wien.xml")[0]
	if want := time.Date(2020, 2, 5, 17, 0, 0, 0, time.UTC); !a.EmbargoedUntil.Equal(want) {
		t.Errorf("embargoed until %v, want %v", a.EmbargoedUntil, want)
	}
}

// TestSharedSeeds reads the development files as they are and cut short: a reject or an
// article, never a panic.
func TestSharedSeeds(t *testing.T) {
	paths, err := filepath.Glob("../../../shared/eval/wire/files/*")
	if err != nil || len(paths) == 0 {
		t.Skip("shared/eval/wire is not beside the project")
	}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{len(b), len(b) / 2, len(b) / 3, 600, 50} {
			rec := &extract.Record{Source: extract.Source{URI: p}, Name: p, Data: b[:min(n, len(b))]}
			articles, rej := Parse(rec, extract.Options{})
			if rej != nil && rej.Code == extract.CodeInternal {
				t.Errorf("%s cut to %d bytes: %s", filepath.Base(p), n, rej.Message)
			}
			if rej == nil && len(articles) == 0 {
				t.Errorf("%s cut to %d bytes is lost", filepath.Base(p), n)
			}
		}
	}
}
