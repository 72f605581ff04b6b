package wire

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/extract"
)

func TestParseIsBounded(t *testing.T) {
	if _, err := Parse([]byte(strings.Repeat("<a>", 1000))); !errors.Is(err, ErrDeep) {
		t.Errorf("deep: %v", err)
	}
	if _, err := Parse([]byte("<r>" + strings.Repeat("<a/>", maxNodes+1) + "</r>")); !errors.Is(err, ErrLarge) {
		t.Errorf("large: %v", err)
	}
	for _, bad := range []string{"", "<a><b></a></b>", "<a>", "plain", "<a>&undefined;</a>"} {
		if n, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%q gave %+v", bad, n)
		}
	}
}

func TestParseExpandsNothing(t *testing.T) {
	bomb := `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY ext SYSTEM "file:///etc/passwd">]><x><p>&b;</p><p>&ext;</p></x>`
	if n, err := Parse([]byte(bomb)); err == nil {
		t.Errorf("entities of a document type must not expand: %q", n.String())
	}
}

func TestParseCharsets(t *testing.T) {
	n, err := Parse([]byte("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p>K\xf8benhavn &eacute;&#233;</p>"))
	if err != nil || n.String() != "København éé" {
		t.Errorf("%v %v", n, err)
	}
}

func TestNavigation(t *testing.T) {
	n, err := Parse([]byte(`<a x="1"><b><c y=" 2 ">one</c><c>two</c></b><d><b>three<br/>four</b></d></a>`))
	if err != nil {
		t.Fatal(err)
	}
	if n.Get("x") != "1" || n.At("b/c").Get("y") != "2" || n.At("b/c").String() != "one" || len(n.Child("b").All("c")) != 2 ||
		n.Child("d").Find("b").String() != "three four" || len(n.Every("b")) != 2 {
		t.Error("navigation")
	}
	if n.At("no/such/path").String() != "" || n.Child("no").Get("x") != "" || n.Child("no").Find("b") != nil || n.Child("no").All("c") != nil {
		t.Error("a missing element must be harmless")
	}
}

func TestParagraphs(t *testing.T) {
	for in, want := range map[string][]string{
		`<p>One <em>two</em>.</p><p> Three </p><p></p>`:                                                 {"One two.", "Three"},
		`<p>Broken<br/>at a width</p><p>Two<br/><br/>paragraphs</p>`:                                    {"Broken at a width", "Two", "paragraphs"},
		`<div>Loose text<p>in p</p>and behind</div>`:                                                    {"Loose text", "in p", "and behind"},
		`<p>Text</p><figure><figcaption>A photo</figcaption></figure><script>var x</script>`:            {"Text"},
		`<p>&lt;div class="embed"&gt;&lt;/div&gt;&lt;script src="x"&gt;&lt;/script&gt;</p><p>5 < 6</p>`: {"5 < 6"},
		"<pre>   First line\nsecond line.\n   Next paragraph.</pre>":                                    {"First line second line.", "Next paragraph."},
		`<p>one<p>two<ul><li>item</ul>`:                                                                 {"one", "two", "item"},
	} {
		if got := Paragraphs(Fragment(in)); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestTime(t *testing.T) {
	want := time.Date(2020, 2, 10, 8, 30, 0, 0, time.UTC)
	for _, s := range []string{"2020-02-10T08:30:00Z", "2020-02-10T09:30:00+01:00", "20200210T083000Z", "20200210T093000+0100", "2020-02-10T08:30:00.000Z", "Mon, 10 Feb 2020 09:30:00 +0100", "2020.02.10 08:30:00"} {
		if got := Time(s); !got.Equal(want) {
			t.Errorf("%s: %v", s, got)
		}
	}
	for _, s := range []string{"", "yesterday", "2020-13-01T00:00:00Z"} {
		if !Time(s).IsZero() {
			t.Errorf("%q is no time", s)
		}
	}
	var a extract.Article
	Published(&a, "", "20200210")
	if !a.PublishedDay || a.PublishedAt.Format(time.DateOnly) != "2020-02-10" {
		t.Errorf("a bare day: %+v", a.PublishedAt)
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ text, raw, city, country, wantRaw, wantPlace string }{
		{"OSLO (AP) — Talks began.", "Stockholm", "", "", "OSLO (AP)", "Oslo"},
		{"Talks began.", "2014-07-16 15:53:10", "", "", "", ""},
		{"Talks began.", "20160116T125900+0000", "Bruselas", "BEL", "Bruselas", "Bruselas"},
		{"Talks began.", "STOCKHOLM, Aug 29, 2014 (AFP) -", "Stockholm", "SWE", "STOCKHOLM, Aug 29, 2014 (AFP)", "Stockholm"},
		{"Talks began.", "Oslo", "", "", "Oslo", "Oslo"},
	} {
		a := &extract.Article{Text: c.text}
		Dateline(a, c.raw, c.city, c.country)
		if a.Dateline.Raw != c.wantRaw || a.Dateline.Place != c.wantPlace {
			t.Errorf("%+v: got %q, %q", c, a.Dateline.Raw, a.Dateline.Place)
		}
		if c.country != "" && a.Dateline.Raw != "" && a.Dateline.Country == "" {
			t.Errorf("%+v: the country is lost", c)
		}
	}
}

func TestBylines(t *testing.T) {
	for in, want := range map[string][]string{
		"By BERNARD CONDON":                     {"Bernard Condon"},
		"Paulo Santalucia and Frances d'Emilio": {"Paulo Santalucia", "Frances d'Emilio"},
		"cae/tcr":                               nil,
		"":                                      nil,
		"The Associated Press":                  nil,
		"By Sam Lister, Press Association Political": {"Sam Lister"},
	} {
		if got := Bylines(in); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestAgency(t *testing.T) {
	for want, candidates := range map[string][]string{
		"AFP": {"", "Agence France Presse"}, "Reuters": {"reuters.com"}, "Kyodo": {"KYODONEWS"}, "Kommune Nord": {"Kommune Nord"}, "": {"", " "}, "AP": {"Unknown House", "AP"},
	} {
		if got := Agency(candidates...); got != want {
			t.Errorf("%q: %q, want %q", candidates, got, want)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		headline, slug, pub string
		signals             []string
		want                extract.Status
	}{
		{"Storm hits coast", "", "stat:usable", nil, ""},
		{"Storm hits coast", "", "stat:canceled", nil, extract.StatusKill},
		{"Storm hits coast", "", "Usable", []string{"sig:update", "sig:correction"}, extract.StatusCorrection},
		{"CORRECTED-Storm hits coast", "", "", nil, extract.StatusCorrection},
		{"UPDATE 2-Storm hits coast", "", "", nil, extract.StatusUpdate},
		{"Updates on the storm", "", "", nil, ""},
		{"Storm hits coast", "US--Storm, 1st Ld-Writethru", "", nil, extract.StatusUpdate},
	} {
		a := &extract.Article{Headline: c.headline, Slug: c.slug}
		Status(a, c.pub, c.signals...)
		if a.Status != c.want {
			t.Errorf("%+v: %q", c, a.Status)
		}
	}
}

func FuzzFragment(f *testing.F) {
	f.Add("<p>One<div><b>two</p>")
	f.Add("<![CDATA[x]]><p")
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range Paragraphs(Fragment(s)) {
			if strings.TrimSpace(p) == "" {
				t.Errorf("an empty paragraph of %q", s)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("<a><b x='1'>t</b></a>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if n, err := Parse(b); err == nil {
			Paragraphs(n)
		}
	})
}
